#pragma once

#include "analyzer/iam/policy_statement.h"
#include "analyzer/policy/evidence.h"
#include "analyzer/policy/test.h"

namespace demarc {

// A statement as evidence, with the words of messages:
//   actions      those that the test speaks of, else all: "s3:GetObject and s3:PutObject", "everything but iam:*"
//   principal    "everyone", "arn:aws:iam::111122223333:root", "everyone but …"
//   resources    "arn:aws:s3:::logs/*", "everything but …"; "itself" where the statement names none
//   restriction  nothing without a condition; ", on conditions that anyone can meet (aws:SourceIp)" where the test asks for
//                what is public, else ", on conditions of aws:SourceIp"
Evidence describe_statement(const PolicyStatement& statement, const StatementTest& test, Truth truth);

}  // namespace demarc
