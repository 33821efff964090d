#include "parsers/terraform/table_reader.h"

#include <algorithm>
#include <array>

#include "parsers/terraform/target.h"

namespace demarc {
namespace {

bool is_date(std::string_view text) {
  if (text.size() != 10) return false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    bool dash = at == 4 || at == 7;
    if (dash ? text[at] != '-' : (text[at] < '0' || text[at] > '9')) return false;
  }
  return true;
}

}  // namespace

void TableReader::error(Range range, std::string message) { errors_.push_back({file_.path, range, std::move(message)}); }

void TableReader::refuse_others(const Node& map, std::initializer_list<std::string_view> keys) {
  for (const Member& member : map.members()) {
    if (std::find(keys.begin(), keys.end(), member.key) == keys.end()) {
      error(member.key_range, "unknown key \"" + std::string(member.key) + "\"");
    }
  }
}

std::string_view TableReader::read_text(const Node& node) {
  if (node.is_scalar() && node.kind != NodeKind::null) return node.text();
  error(node.range, "a text must stand here");
  return {};
}

std::span<const std::string_view> TableReader::read_texts(const Node& node) {
  if (node.is_scalar()) return arena_.store(std::vector<std::string_view>{read_text(node)});
  if (node.kind != NodeKind::list) {
    error(node.range, "a list of names must stand here");
    return {};
  }
  std::vector<std::string_view> texts;
  for (const Node& item : node.items()) {
    std::string_view text = read_text(item);
    if (std::find(texts.begin(), texts.end(), text) != texts.end()) {
      error(item.range, "\"" + std::string(text) + "\" stands here twice");
    }
    texts.push_back(text);
  }
  return arena_.store(texts);
}

std::vector<WrittenType> TableReader::read() {
  std::vector<WrittenType> types;
  const Node& root = *file_.root;
  if (root.kind != NodeKind::map) {
    error(root.range, "a file of mapping tables is a map with source, provider, date and types");
    return types;
  }
  read_header(root);
  if (const Node* own = root.find("own")) read_own_types(*own, types);
  const Node* tables = root.find("types");
  if (tables == nullptr) return types;
  if (tables->kind != NodeKind::map) {
    error(tables->range, "types is a map of tables by Terraform type");
    return types;
  }
  for (const Member& member : tables->members()) read_type(member, types);
  return types;
}

void TableReader::read_header(const Node& root) {
  refuse_others(root, {"source", "provider", "date", "own", "types"});
  for (std::string_view key : {"source", "provider", "date"}) {
    const Node* node = root.find(key);
    if (node == nullptr) {
      error({root.range.begin, root.range.begin}, std::string(key) + " is missing");
    } else if (key == "date" && !is_date(node->text())) {
      error(node->range, "the date must read YYYY-MM-DD");
    } else if (key == "source" && !read_text(*node).starts_with("https://")) {
      error(node->range, "the source must be an https:// address");
    }
  }
}

void TableReader::read_own_types(const Node& list, std::vector<WrittenType>& types) {
  if (list.kind != NodeKind::list) return error(list.range, "own is a list of Terraform types");
  for (const Node& item : list.items()) {
    WrittenType type;
    type.mapping.terraform_type = type.mapping.type = read_text(item);
    type.mapping.keeps_names = true;
    type.name = item.range;
    types.push_back(type);
  }
}

void TableReader::read_type(const Member& member, std::vector<WrittenType>& types) {
  std::size_t before = errors_.size();
  WrittenType type;
  type.name = member.key_range;
  if (const Node* like = member.value.find("like")) {
    refuse_others(member.value, {"like"});
    type.like = read_text(*like);
    type.mapping.terraform_type = member.key;
  } else {
    type.mapping = read_mapping(member.key, member.value, true);
  }
  if (errors_.size() == before) types.push_back(type);
}

TypeMapping TableReader::read_mapping(std::string_view name, const Node& node, bool with_cases) {
  TypeMapping mapping;
  mapping.terraform_type = mapping.type = name;
  if (node.kind != NodeKind::map) {
    error(node.range, "a table is a map");
    return mapping;
  }
  refuse_others(node, {"type", "inside", "document", "unless", "by", "cases", "objects", "blocks", "own", "computed", "documents",
                       "maps", "constants", "each", "properties"});
  if (const Node* type = node.find("type")) mapping.type = read_text(*type);
  if (const Node* inside = node.find("inside")) mapping.inside = read_path(*inside);
  if (const Node* document = node.find("document")) mapping.document = read_texts(*document);
  if (const Node* unless = node.find("unless")) mapping.unless = read_texts(*unless);
  const Node* by = node.find("by");
  const Node* cases = node.find("cases");
  if ((by != nullptr || cases != nullptr) && (by == nullptr || cases == nullptr || !with_cases)) {
    error(node.range, "by and cases go together, and not inside a case");
  } else if (by != nullptr) {
    mapping.by = read_text(*by);
    mapping.cases = read_cases(name, *cases);
  }
  mapping.body = read_body(node, {});
  return mapping;
}

std::span<const TypeMapping::Case> TableReader::read_cases(std::string_view name, const Node& node) {
  if (node.kind != NodeKind::map) {
    error(node.range, "cases is a map of tables");
    return {};
  }
  std::vector<TypeMapping::Case> cases;
  for (const Member& member : node.members()) cases.push_back({member.key, read_mapping(name, member.value, false)});
  return arena_.store(cases);
}

std::span<const TableStep> TableReader::read_path(const Node& node) {
  Result<Target> target = parse_target(read_text(node));
  if (!target) {
    error(node.range, target.error().message);
    return {};
  }
  return arena_.store(target->steps);
}

}  // namespace demarc
