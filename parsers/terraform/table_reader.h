#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parsers/terraform/mapping.h"
#include "parsers/terraform/table.h"

namespace demarc {

// A type of a file as it stands there, before `like` is resolved.
struct WrittenType {
  TypeMapping mapping;
  std::string_view like;
  Range name;
};

// Reads one file of mapping tables. Everything that is wrong is added to errors, at its line; a type with an error is left out.
class TableReader {
 public:
  TableReader(const MappingFile& file, Arena& arena, std::vector<MappingError>& errors)
      : file_(file), arena_(arena), errors_(errors) {}

  std::vector<WrittenType> read();

 private:
  // `words`: the names of the blocks around, as Terraform writes them from the resource: "rule.filter."
  void read_header(const Node& root);
  void read_own_types(const Node& list, std::vector<WrittenType>& types);
  void read_type(const Member& member, std::vector<WrittenType>& types);
  TypeMapping read_mapping(std::string_view name, const Node& node, bool with_cases);
  std::span<const TypeMapping::Case> read_cases(std::string_view name, const Node& node);
  TableBody read_body(const Node& node, std::string_view words);
  void read_lists(const Node& node, std::vector<TableArgument>& arguments);
  void read_rows(const Node& node, std::string_view words, std::vector<TableArgument>& arguments);
  void read_row(const Member& row, std::string_view words, TableArgument& argument);
  void read_row_map(const Node& node, std::string_view words, TableArgument& argument);
  void read_target(const Node& node, TableArgument& argument);
  std::span<const TableStep> read_path(const Node& node);
  std::span<const TableWord> read_words(const Node& node);
  std::span<const TableConstant> read_constants(const Node& node);
  std::span<const std::string_view> read_texts(const Node& node);
  std::string_view read_text(const Node& node);
  TableArgument& argument_named(std::vector<TableArgument>& arguments, std::string_view name);
  void complete(std::string_view words, TableArgument& argument);
  static void mark_shared_lists(std::vector<TableArgument>& arguments);
  void error(Range range, std::string message);
  void refuse_others(const Node& map, std::initializer_list<std::string_view> keys);

  const MappingFile& file_;
  Arena& arena_;
  std::vector<MappingError>& errors_;
};

}  // namespace demarc
