#include <algorithm>

#include "parsers/terraform/table_reader.h"
#include "parsers/terraform/target.h"
#include "parsers/terraform/words.h"

namespace demarc {
namespace {

bool by_name(const TableArgument& a, const TableArgument& b) { return a.name < b.name; }

}  // namespace

TableBody TableReader::read_body(const Node& node, std::string_view words) {
  std::vector<TableArgument> arguments;
  read_rows(node, words, arguments);
  read_lists(node, arguments);
  for (TableArgument& argument : arguments) complete(words, argument);
  mark_shared_lists(arguments);
  std::sort(arguments.begin(), arguments.end(), by_name);
  TableBody body;
  body.arguments = arena_.store(arguments);
  if (const Node* each = node.find("each")) body.each = read_texts(*each);
  if (const Node* constants = node.find("constants")) body.constants = read_constants(*constants);
  return body;
}

void TableReader::mark_shared_lists(std::vector<TableArgument>& arguments) {
  auto into_list = [](const TableArgument& argument) {
    return argument.block != TableArgument::Block::none && !argument.target.empty() &&
           argument.target[0].kind == TableStep::Kind::members;
  };
  for (TableArgument& argument : arguments) {
    if (!into_list(argument)) continue;
    for (const TableArgument& other : arguments) {
      if (&other != &argument && into_list(other) && other.target[0].name == argument.target[0].name) argument.shares = true;
    }
  }
}

TableArgument& TableReader::argument_named(std::vector<TableArgument>& arguments, std::string_view name) {
  for (TableArgument& argument : arguments) {
    if (argument.name == name) return argument;
  }
  arguments.push_back({});
  arguments.back().name = name;
  return arguments.back();
}

void TableReader::read_lists(const Node& node, std::vector<TableArgument>& arguments) {
  using Block = TableArgument::Block;
  for (std::string_view list : {"objects", "blocks", "own", "computed", "documents", "maps"}) {
    const Node* names = node.find(list);
    if (names == nullptr) continue;
    for (std::string_view name : read_texts(*names)) {
      TableArgument& argument = argument_named(arguments, name);
      if (list == "objects") argument.block = Block::object;
      if (list == "blocks") argument.block = Block::list;
      if (list == "computed") argument.computed = true;
      if (list == "documents") argument.document = true;
      if (list == "maps") argument.keeps_map = true;
      if (list != "own") continue;
      bool has_row = !argument.target.empty() || argument.flat || argument.dropped;
      if (has_row) error(names->range, "\"" + std::string(name) + "\" has a row too: it cannot keep its name");
      argument.own = true;
    }
  }
}

void TableReader::read_rows(const Node& node, std::string_view words, std::vector<TableArgument>& arguments) {
  const Node* rows = node.find("properties");
  if (rows == nullptr) return;
  if (rows->kind != NodeKind::map) return error(rows->range, "properties is a map of arguments");
  for (const Member& row : rows->members()) {
    std::size_t before = arguments.size();
    TableArgument& argument = argument_named(arguments, row.key);
    if (arguments.size() == before) {
      error(row.key_range, "\"" + std::string(row.key) + "\" has two rows");
      continue;
    }
    read_row(row, words, argument);
  }
}

void TableReader::read_row(const Member& row, std::string_view words, TableArgument& argument) {
  const Node& value = row.value;
  if (value.kind == NodeKind::null) {
    argument.dropped = true;
  } else if (value.kind == NodeKind::map) {
    read_row_map(value, words, argument);
  } else {
    read_target(value, argument);
    bool list = !argument.target.empty() && argument.target.back().kind == TableStep::Kind::members;
    if (list) argument.block = TableArgument::Block::list;
  }
}

void TableReader::read_row_map(const Node& node, std::string_view words, TableArgument& argument) {
  refuse_others(node, {"to", "words", "key", "value", "pairs", "take", "sets", "keys", "objects", "blocks", "own", "computed",
                       "documents", "maps", "constants", "each", "properties"});
  if (const Node* to = node.find("to")) read_target(*to, argument);
  if (const Node* values = node.find("words")) argument.words = read_words(*values);
  if (const Node* key = node.find("key")) argument.key = read_texts(*key);
  if (const Node* value = node.find("value")) argument.value = read_text(*value);
  if (const Node* take = node.find("take")) argument.take = read_text(*take);
  if (const Node* sets = node.find("sets")) argument.sets = read_constants(*sets);
  if (const Node* keys = node.find("keys")) {
    if (read_text(*keys) != "pascal") error(keys->range, "keys can only be \"pascal\"");
    argument.document = argument.pascal_keys = true;
  }
  if (const Node* pairs = node.find("pairs")) {
    std::span<const std::string_view> names = read_texts(*pairs);
    if (names.size() != 2) return error(pairs->range, "pairs takes two names: of the key and of the value");
    argument.pair_key = names[0];
    argument.pair_value = names[1];
  }
  bool block = std::any_of(node.members().begin(), node.members().end(), [](const Member& member) {
    return member.key != "to" && member.key != "words" && member.key != "pairs" && member.key != "take" && member.key != "sets" &&
           member.key != "keys";
  });
  bool list = !argument.target.empty() && argument.target.back().kind == TableStep::Kind::members;
  if (list || !argument.key.empty()) argument.block = TableArgument::Block::list;
  if (!block) return;
  bool text = argument.pascal_keys;
  if (argument.block == TableArgument::Block::none && !text) argument.block = TableArgument::Block::object;
  argument.body = arena_.store(read_body(node, std::string(words) + std::string(argument.name) + "."));
}

void TableReader::read_target(const Node& node, TableArgument& argument) {
  if (!node.is_scalar()) return error(node.range, "a property path must stand here");
  Result<Target> target = parse_target(node.text());
  if (!target) return error(node.range, target.error().message);
  argument.flat = target->flat;
  argument.from_root = target->from_root;
  argument.attribute = target->attribute;
  argument.target = arena_.store(target->steps);
}

std::span<const TableWord> TableReader::read_words(const Node& node) {
  std::vector<TableWord> words;
  if (node.kind != NodeKind::map) {
    error(node.range, "words is a map of values");
    return {};
  }
  for (const Member& member : node.members()) {
    bool absent = member.value.kind == NodeKind::null;
    words.push_back({member.key, absent ? std::string_view() : read_text(member.value), absent});
  }
  return arena_.store(words);
}

std::span<const TableConstant> TableReader::read_constants(const Node& node) {
  std::vector<TableConstant> constants;
  if (node.kind != NodeKind::map) {
    error(node.range, "constants is a map of properties");
    return {};
  }
  for (const Member& member : node.members()) {
    Result<Target> target = parse_target(member.key);
    if (target) {
      constants.push_back({target->from_root, arena_.store(target->steps), read_text(member.value)});
    } else {
      error(member.key_range, target.error().message);
    }
  }
  return arena_.store(constants);
}

// Fills in what the default rule says of an argument that the table only lists.
void TableReader::complete(std::string_view words, TableArgument& argument) {
  using Kind = TableStep::Kind;
  argument.written = argument.name;
  if (argument.from_root) argument.written = arena_.store(std::string_view(std::string(words) + std::string(argument.name)));
  if (!argument.target.empty() || argument.flat || argument.dropped) return;
  TableStep step;
  step.name = argument.own ? argument.name : arena_.store(pascal_case(argument.name));
  if (argument.block == TableArgument::Block::list && argument.key.empty()) step.kind = Kind::members;
  argument.target = arena_.store(std::vector<TableStep>{step});
}

}  // namespace demarc
