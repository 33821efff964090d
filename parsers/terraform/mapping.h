#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/document/node.h"
#include "parsers/terraform/by_rule.h"
#include "parsers/text/result.h"

namespace demarc {

// One file of mapping tables, parsed: its name for errors, and its tree.
struct MappingFile {
  std::string path;
  const Node* root = nullptr;
};

struct MappingError {
  std::string path;
  Range range;
  std::string message;
};

struct TypeMapping;  // one Terraform type: see table.h

// How Terraform's types and arguments are called in CloudFormation: the tables of parsers/terraform/mappings, read.
class Mappings {
 public:
  Mappings();
  ~Mappings();
  Mappings(Mappings&&) noexcept;
  Mappings& operator=(Mappings&&) noexcept;

  // Null for a type without a table.
  const TypeMapping* find(std::string_view terraform_type) const;

  // CloudFormation's name of a Terraform type; nothing where there is none. Types of the provider awscc follow a rule, where
  // some table knows the CloudFormation type.
  std::optional<std::string> type_name(std::string_view terraform_type) const;

  // A dotted argument path of a Terraform type in CloudFormation's words ("storage_encrypted" → "StorageEncrypted"), for
  // policies that are written in Terraform's. An argument without counterpart stays as it is; an unknown type gives nothing.
  std::optional<std::string> property_path(std::string_view terraform_type, std::string_view argument_path) const;

  // CloudFormation's spelling of all names that the tables of one CloudFormation type mention.
  FoldedNames names_of(std::string_view cloudformation_type) const;

 private:
  friend std::vector<MappingError> read_mappings(std::span<const MappingFile> files, Mappings& mappings);
  struct Tables;
  std::unique_ptr<Tables> tables_;
};

// Reads tables; every error is reported, a type with an error is left out. Nodes must outlive the mappings.
std::vector<MappingError> read_mappings(std::span<const MappingFile> files, Mappings& mappings);

}  // namespace demarc
