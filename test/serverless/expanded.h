#pragma once

#include <string>

#include "parsers/serverless/serverless.h"
#include "serverless_tables.h"

namespace demarc::test {

// Tables from a text: what is wrong with them, one line each.
std::string mistakes_of(const std::string& table);

// The resources of a template after its expansion, as YAML in flow style, one resource a paragraph:
//   Role @4:3 AWS::IAM::Role when Condition
//     Properties: {…}
// then further attributes, the conditions that were added, and the notes with their places.
std::string expanded(const std::string& text);

// Of those the ones whose names are given, without places.
std::string expanded(const std::string& text, const std::string& name);

}  // namespace demarc::test
