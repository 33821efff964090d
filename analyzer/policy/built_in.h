#pragma once

#include <string_view>
#include <vector>

namespace demarc {

// A file that is compiled into the binary: its path from the root of its kind, and its document, packed (see pack.h) where it
// is one that the program reads.
struct BuiltInFile {
  std::string_view path;
  std::string_view bytes;
};

// Policies, their tables and shared settings: "s3/public-acl/public-acl.yaml", "tables/defaults/s3.yaml". Sorted by path.
std::vector<BuiltInFile> built_in_catalog();

// Terraform's mapping tables: "s3.yaml".
std::vector<BuiltInFile> built_in_mappings();

// The tables of AWS::Serverless: "function.yaml".
std::vector<BuiltInFile> built_in_serverless();

// JSON Schemas, as they are written: "config.schema.json".
std::vector<BuiltInFile> built_in_schemas();

}  // namespace demarc
