#include "analyzer/policy/types.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_set>

namespace demarc {
namespace {

constexpr std::array<std::string_view, 3> kTemplateParts = {"template.parameter", "template.output", "template.metadata"};
constexpr std::array<std::string_view, 1> kTableKey = {"table"};

bool has_only(std::string_view text, std::string_view more) {
  for (char c : text) {
    bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '*' || c == '?';
    if (!plain && more.find(c) == std::string_view::npos) return false;
  }
  return true;
}

bool is_cloudformation_type(std::string_view text) {
  std::size_t colons = text.find("::");
  return colons != std::string_view::npos && colons > 0 && has_only(text, ":_@-") && text.find(":::") == std::string_view::npos;
}

// aws_db_instance, awscc_*, template.parameter, provider.aws, data.aws_ami.
bool is_lower_type(std::string_view text) {
  for (std::string_view part : {"provider.", "data."}) {
    if (text.substr(0, part.size()) == part) return text.size() > part.size() && has_only(text.substr(part.size()), "_-");
  }
  return text.find('_') != std::string_view::npos && has_only(text, "_-") && text[0] >= 'a' && text[0] <= 'z';
}

SpokenType spoken(std::string_view written, const Vocabulary& vocabulary) {
  SpokenType type;
  type.written = type.name = written;
  // CloudFormation's own names need no tables, which may not be read yet.
  bool foreign = vocabulary.type_name && written.find("::") == std::string_view::npos;
  std::optional<std::string> name = foreign ? vocabulary.type_name(written) : std::nullopt;
  if (name && *name != written) {
    type.name = *std::move(name);
    type.terraform = true;
  }
  return type;
}

void read_type(const Node& node, std::string_view what, const Reading& reading, std::vector<SpokenType>& types) {
  if (node.is_scalar() && is_type_name(node.text())) {
    types.push_back(spoken(node.text(), reading.vocabulary));
    return;
  }
  std::string hint = node.text().substr(0, 9) == "template." ? did_you_mean(node.text(), kTemplateParts) : std::string();
  if (hint.empty()) hint = "; types are written AWS::EC2::Volume, aws_ebs_volume or template.parameter";
  reading.mistakes.add(node.range,
                       fmt::format("{} must be a type, not {}{}", what, described(node), node.is_scalar() ? hint : ""));
}

void read_table_types(const Node& node, const Reading& reading, std::vector<SpokenType>& types) {
  Fields fields(node, "a table of types", kTableKey, reading.mistakes);
  const Node* name = fields.need("table");
  const Table* table = name ? find_table(*name, reading) : nullptr;
  if (!table) return;
  std::unordered_set<std::string_view> seen;
  for (const Table::Row& row : table->rows) {
    const Value* type = Table::cell(row, table->key[0]);
    if (!type || !type->is_scalar() || !is_type_name(type->scalar())) {
      reading.mistakes.add(name->range,
                           fmt::format("column \"{}\" of table {} holds something else than types", table->key[0], table->name));
      return;
    }
    if (seen.insert(type->scalar()).second) types.push_back(spoken(type->scalar(), reading.vocabulary));
  }
}

}  // namespace

bool is_type_name(std::string_view text) {
  if (text.empty()) return false;
  if (text == "*" || std::find(kTemplateParts.begin(), kTemplateParts.end(), text) != kTemplateParts.end()) return true;
  return is_cloudformation_type(text) || is_lower_type(text);
}

std::vector<SpokenType> read_types(const Node& node, std::string_view what, const Reading& reading) {
  std::vector<SpokenType> types;
  if (node.kind == NodeKind::map) {
    read_table_types(node, reading, types);
  } else if (node.kind == NodeKind::list) {
    if (node.size() == 0) reading.mistakes.add(node.range, fmt::format("{} is an empty list", what));
    for (const Node& item : node.items()) read_type(item, what, reading, types);
  } else {
    read_type(node, what, reading, types);
  }
  return types;
}

std::vector<std::string> names_of(const std::vector<SpokenType>& types) {
  std::vector<std::string> names;
  std::unordered_set<std::string_view> seen;
  for (const SpokenType& type : types) {
    if (seen.insert(type.name).second) names.push_back(type.name);
  }
  return names;
}

const Table* find_table(const Node& name, const Reading& reading) {
  if (!name.is_scalar()) {
    reading.mistakes.add(name.range, fmt::format("a table is named by a text, not {}", described(name)));
    return nullptr;
  }
  auto found = reading.catalog.tables.find(name.text());
  if (found != reading.catalog.tables.end()) return found->second.get();
  std::vector<std::string_view> names;
  for (const auto& [known, table] : reading.catalog.tables) names.push_back(known);
  reading.mistakes.add(name.range, fmt::format("there is no table \"{}\"{}", name.text(), did_you_mean(name.text(), names)));
  return nullptr;
}

}  // namespace demarc
