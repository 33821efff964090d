#pragma once

#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "parsers/document/read.h"
#include "parsers/serverless/tables.h"
#include "parsers/text/source.h"

namespace demarc::test {

// The tables of AWS::Serverless as they stand in the project. What is wrong with them is in `mistakes`.
struct ServerlessFixture {
  Sources sources;
  std::deque<Document> documents;
  ServerlessTables tables;
  std::string mistakes;
};

inline std::unique_ptr<ServerlessFixture> read_serverless_fixture() {
  auto result = std::make_unique<ServerlessFixture>();
  std::vector<ServerlessFile> files;
  for (const auto& entry : std::filesystem::directory_iterator(DEMARC_SOURCE_DIR "/parsers/serverless/tables")) {
    std::ifstream in(entry.path(), std::ios::binary);
    const SourceFile& source =
        result->sources.add(entry.path().filename().string(), {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()});
    Result<Document> document = read_document(source);
    if (!document) {
      result->mistakes += source.name() + ": " + document.error().message + "\n";
      continue;
    }
    result->documents.push_back(*std::move(document));
    files.push_back({source.name(), &result->documents.back().root});
  }
  for (const ServerlessError& error : read_serverless_tables(files, result->tables)) {
    result->mistakes += error.path + ": " + error.message + "\n";
  }
  return result;
}

// Read once. Outlives what is read with it.
inline const ServerlessFixture& serverless_fixture() {
  static const std::unique_ptr<ServerlessFixture> fixture = read_serverless_fixture();
  return *fixture;
}

}  // namespace demarc::test
