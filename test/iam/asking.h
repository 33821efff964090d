#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/iam/statement.h"
#include "network/template_json.h"

namespace demarc {

// A test of statements in short, words apart by spaces, lists by commas:
// "key Allow public any=s3:GetObject all=s3:* resources-any=self resources-all=self,self/* uses=NotAction none
// if=aws:SecureTransport:false". The first words are document, effect and principals; what is not said is not asked.
StatementTest asked_statement(std::string_view words);

// What a policy belongs to: a resource called Bucket. Further names: "arn:*:s3:::logs".
struct Owned {
  StatementTest::Document kind = StatementTest::Document::resource;
  std::vector<std::string> names;
  std::vector<std::string> trusted;
};

// The answer to a test about a document that a template writes, in each world: the truth, then a line for each evidence.
// More than one world is divided by lines "or".
std::string answer(std::string_view test, std::string_view document, const Owned& owned = {});

// Only the truth: "yes", "no", "unknown".
std::string truth_of(std::string_view test, std::string_view document, const Owned& owned = {});

}  // namespace demarc
