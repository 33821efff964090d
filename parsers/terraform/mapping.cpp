#include "parsers/terraform/mapping.h"

#include <algorithm>
#include <unordered_map>

#include "parsers/terraform/address.h"
#include "parsers/terraform/table_reader.h"
#include "parsers/terraform/target.h"
#include "parsers/terraform/words.h"

namespace demarc {

struct Mappings::Tables {
  Arena arena;
  std::unordered_map<std::string_view, TypeMapping> types;
  FoldedNames by_rule;  // CloudFormation types by the names that awscc gives them, without underscores
};

Mappings::Mappings() : tables_(std::make_unique<Tables>()) {}
Mappings::~Mappings() = default;
Mappings::Mappings(Mappings&&) noexcept = default;
Mappings& Mappings::operator=(Mappings&&) noexcept = default;

const TypeMapping* Mappings::find(std::string_view terraform_type) const {
  auto found = tables_->types.find(terraform_type);
  return found == tables_->types.end() ? nullptr : &found->second;
}

std::optional<std::string> Mappings::type_name(std::string_view terraform_type) const {
  if (is_by_rule(terraform_type)) {
    auto found = tables_->by_rule.find(folded(terraform_type));
    if (found == tables_->by_rule.end()) return std::nullopt;
    return std::string(found->second);
  }
  const TypeMapping* mapping = find(terraform_type);
  if (mapping == nullptr || mapping->type == mapping->terraform_type) return std::nullopt;
  return std::string(mapping->type);
}

const TableArgument* TableBody::find(std::string_view name) const {
  auto found = std::lower_bound(arguments.begin(), arguments.end(), name,
                                [](const TableArgument& argument, std::string_view key) { return argument.name < key; });
  return found != arguments.end() && found->name == name ? &*found : nullptr;
}

namespace {

void collect_names(const TableBody& body, FoldedNames& names) {
  for (const TableArgument& argument : body.arguments) {
    for (const TableStep& step : argument.target) {
      if (argument.own) continue;
      auto [found, fresh] = names.emplace(folded(step.name), step.name);
      if (!fresh && step.name < found->second) found->second = step.name;
    }
    if (argument.body != nullptr) collect_names(*argument.body, names);
  }
}

std::string path_by_rule(std::string_view argument_path, const FoldedNames& names) {
  std::string path;
  for (const AddressStep& step : address_steps(argument_path)) {
    auto found = names.find(folded(step.name));
    join_path(path, found != names.end() ? std::string(found->second) : pascal_case(step.name));
  }
  return path;
}

}  // namespace

FoldedNames Mappings::names_of(std::string_view cloudformation_type) const {
  FoldedNames names;
  for (const auto& [name, mapping] : tables_->types) {
    if (mapping.type == cloudformation_type) collect_names(mapping.body, names);
  }
  return names;
}

std::optional<std::string> Mappings::property_path(std::string_view terraform_type, std::string_view argument_path) const {
  if (is_by_rule(terraform_type)) {
    std::optional<std::string> type = type_name(terraform_type);
    return type ? std::optional(path_by_rule(argument_path, names_of(*type))) : std::nullopt;
  }
  const TypeMapping* mapping = find(terraform_type);
  if (mapping == nullptr) return std::nullopt;
  if (mapping->keeps_names) return std::string(argument_path);
  const TableBody* body = mapping->cases.empty() ? &mapping->body : &mapping->cases.front().mapping.body;
  std::string path = path_of(mapping->inside);
  bool top = true;
  for (const AddressStep& step : address_steps(argument_path)) {
    const TableArgument* argument = body != nullptr ? body->find(step.name) : nullptr;
    if (argument == nullptr) {
      join_path(path, top && keeps_name(step.name) ? std::string(step.name) : pascal_case(step.name));
    } else if (argument->dropped || argument->attribute) {
      return std::string(argument_path);
    } else if (!argument->flat) {
      if (argument->from_root) path.clear();
      join_path(path, path_of(argument->target));
    }
    body = argument != nullptr ? argument->body : nullptr;
    top = false;
  }
  return path;
}

namespace {

// AWS::EC2::RouteTable → awsccec2routetable
std::string name_by_rule(std::string_view type) {
  std::string name = "awscc";
  for (char c : folded(type.substr(type.find(':')))) {
    if (c != ':') name += c;
  }
  return name;
}

}  // namespace

std::vector<MappingError> read_mappings(std::span<const MappingFile> files, Mappings& mappings) {
  std::vector<MappingError> errors;
  Mappings::Tables& tables = *mappings.tables_;
  std::vector<std::pair<WrittenType, const MappingFile*>> alike;
  auto add = [&](const TypeMapping& mapping, const MappingFile& file, Range name) {
    bool added = tables.types.emplace(mapping.terraform_type, mapping).second;
    if (mapping.type.starts_with("AWS::")) tables.by_rule.emplace(name_by_rule(mapping.type), mapping.type);
    if (!added) errors.push_back({file.path, name, "\"" + std::string(mapping.terraform_type) + "\" has two tables"});
  };
  for (const MappingFile& file : files) {
    for (const WrittenType& type : TableReader(file, tables.arena, errors).read()) {
      if (type.like.empty()) {
        add(type.mapping, file, type.name);
      } else {
        alike.push_back({type, &file});
      }
    }
  }
  for (auto& [type, file] : alike) {
    const TypeMapping* other = mappings.find(type.like);
    if (other == nullptr) {
      errors.push_back({file->path, type.name, "there is no table \"" + std::string(type.like) + "\""});
      continue;
    }
    TypeMapping mapping = *other;
    mapping.terraform_type = type.mapping.terraform_type;
    add(mapping, *file, type.name);
  }
  return errors;
}

}  // namespace demarc
