#include "parsers/serverless/tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace demarc {
namespace {

// What the directives take besides themselves; `needs` must be there.
struct DirectiveKeys {
  std::string_view name;
  std::vector<std::string_view> needs;
  std::vector<std::string_view> takes;
};

const std::vector<DirectiveKeys>& directives() {
  static const std::vector<DirectiveKeys> kDirectives = {
      {"$first", {}, {}},
      {"$merge", {}, {}},
      {"$concat", {}, {}},
      {"$each", {"do"}, {}},
      {"$entries", {"do"}, {"key"}},
      {"$with", {"do"}, {}},
      {"$has", {}, {"then", "else"}},
      {"$case", {"of"}, {"else", "absent"}},
      {"$kind", {}, {"text", "list", "map", "function", "else"}},
      {"$row", {"of"}, {"else"}},
      {"$flat", {}, {}},
      {"$referent", {}, {}},
      {"$unknown", {}, {}},
      {"$use", {}, {}},
  };
  return kDirectives;
}

constexpr std::array<std::string_view, 17> kRuleKeys = {"id",     "type", "properties", "attributes", "shared", "at", "when", "unless",
                                                        "add-to", "into", "types",      "value",      "each",   "by", "of",   "noun",
                                                        "use"};

bool is_one_of(std::string_view key, const std::vector<std::string_view>& keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

class Reader {
 public:
  Reader(ServerlessTables& tables, std::vector<ServerlessError>& errors) : tables_(tables), errors_(errors) {}

  void read(const ServerlessFile& file) {
    path_ = file.path;
    if (file.root->kind != NodeKind::map) return wrong(*file.root, "a table is a map");
    for (std::string_view key : {"source", "date"}) {
      if (file.root->find(key) == nullptr) wrong(*file.root, fmt::format("{} is missing", key));
    }
    for (const Member& member : file.root->members()) {
      if (member.key == "types") read_types(member.value);
      else if (member.key == "rows") read_named(member.value, tables_.rows);
      else if (member.key == "definitions") read_named(member.value, tables_.definitions);
      else if (member.key == "rules") read_named(member.value, tables_.rules);
      else if (member.key != "source" && member.key != "date") wrong(member.key_range, fmt::format("{} is no key of a table", member.key));
    }
  }

  // Once everything is read: what names rows and definitions.
  void check(const ServerlessFile& file) {
    path_ = file.path;
    if (const Node* rows = file.root->find("rows")) {
      for (const Member& table : rows->members()) {
        for (const Member& row : table.value.members()) expression(row.value);
      }
    }
    if (const Node* definitions = file.root->find("definitions")) {
      for (const Member& definition : definitions->members()) expression(definition.value);
    }
    if (const Node* lists = file.root->find("rules")) {
      for (const Member& list : lists->members()) rules(list.value);
    }
    if (const Node* types = file.root->find("types")) {
      for (const Member& type : types->members()) {
        if (const Node* list = type.value.find("rules")) rules(*list);
      }
    }
  }

 private:
  void wrong(Range range, std::string message) { errors_.push_back({path_, range, std::move(message)}); }
  void wrong(const Node& node, std::string message) { wrong(node.range, std::move(message)); }

  void read_named(const Node& section, std::unordered_map<std::string_view, const Node*>& into) {
    if (section.kind != NodeKind::map) return wrong(section, "takes a map");
    for (const Member& member : section.members()) {
      if (!into.emplace(member.key, &member.value).second) wrong(member.key_range, fmt::format("{} is there twice", member.key));
    }
  }

  void read_types(const Node& section) {
    if (section.kind != NodeKind::map) return wrong(section, "takes a map");
    for (const Member& member : section.members()) {
      ServerlessType type;
      type.name = member.key;
      for (const Member& each : member.value.members()) read_type_key(each, type);
      std::sort(type.spellings.begin(), type.spellings.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
      if (!tables_.types.emplace(member.key, std::move(type)).second) wrong(member.key_range, fmt::format("{} is there twice", member.key));
    }
  }

  void read_type_key(const Member& member, ServerlessType& type) {
    const Node& value = member.value;
    if (member.key == "globals") {
      type.globals = value.text();
    } else if (member.key == "knows" && value.kind == NodeKind::list) {
      for (const Node& name : value.items()) type.knows.push_back(name.text());
    } else if (member.key == "names" && value.kind == NodeKind::map) {
      for (const Member& name : value.members()) type.names.emplace_back(name.key, &name.value);
    } else if (member.key == "spellings" && value.kind == NodeKind::map) {
      for (const Member& spelling : value.members()) type.spellings.push_back({spelling.key, spelling.value.text()});
    } else if (member.key == "resolves" && value.kind == NodeKind::list) {
      for (const Node& name : value.items()) type.resolves.push_back(name.text());
    } else if (member.key == "splits") {
      type.splits = value.text();
    } else if (member.key == "embedded" && value.kind == NodeKind::map) {
      read_embedded(value, type);
    } else if (member.key == "rules" && value.kind == NodeKind::list) {
      type.rules = value.items();
    } else {
      wrong(member.key_range, fmt::format("{} is no key of a type, or takes something else", member.key));
    }
  }

  void read_embedded(const Node& value, const ServerlessType& type) {
    ServerlessEmbedding embedding;
    embedding.type = type.name;
    for (const Member& member : value.members()) {
      if (member.key == "in") embedding.attribute = member.value.text();
      else if (member.key == "as") embedding.property = member.value.text();
      else if (member.key == "reference") embedding.reference = member.value.text();
      else wrong(member.key_range, fmt::format("{} is no key of embedded", member.key));
    }
    tables_.embeddings.push_back(embedding);
  }

  void rules(const Node& list) {
    if (list.kind != NodeKind::list) return wrong(list, "rules are a list");
    for (const Node& rule : list.items()) this->rule(rule);
  }

  void rule(const Node& rule) {
    if (rule.kind != NodeKind::map) return wrong(rule, "a rule is a map");
    const auto needs = [&](std::string_view key) {
      if (rule.find(key) == nullptr) wrong(rule, fmt::format("the rule has no {}", key));
    };
    if (const Node* use = rule.find("use")) {
      if (!use->is_scalar() || !tables_.rules.contains(use->text())) wrong(*use, "there are no rules of that name");
    } else if (rule.find("each") != nullptr) {
      if (rule.find("rules") == nullptr) needs("by"), needs("of"), needs("noun");
    } else if (rule.find("add-to") != nullptr) {
      needs("types"), needs("into"), needs("value");
    } else {
      needs("id"), needs("type");
    }
    for (const Member& member : rule.members()) rule_key(member);
  }

  void rule_key(const Member& member) {
    const std::string_view key = member.key;
    if (key == "rules") return rules(member.value);
    if (key == "of") {
      for (const Member& kind : member.value.members()) rules(kind.value);
      return;
    }
    if (std::find(kRuleKeys.begin(), kRuleKeys.end(), key) == kRuleKeys.end()) {
      return wrong(member.key_range, fmt::format("{} is no key of a rule", key));
    }
    expression(member.value);
  }

  void expression(const Node& node) {
    if (node.kind == NodeKind::list) {
      for (const Node& item : node.items()) expression(item);
    }
    if (node.kind != NodeKind::map) return;
    if (node.size() > 0 && node.members()[0].key.starts_with('$') && node.members()[0].key != "$same") directive(node);
    for (const Member& member : node.members()) {
      if (member.key == "of" && node.members()[0].key == "$case") {
        for (const Member& word : member.value.members()) expression(word.value);
        continue;
      }
      if (member.key == "$same" && member.value.kind != NodeKind::list) wrong(member.value, "$same takes a list of names");
      if (member.key != "$row" && member.key != "$use") expression(member.value);
    }
  }

  void directive(const Node& node) {
    const std::string_view name = node.members()[0].key;
    const auto found = std::find_if(directives().begin(), directives().end(), [&](const auto& row) { return row.name == name; });
    if (found == directives().end()) return wrong(node, fmt::format("{} is no directive", name));
    for (std::string_view key : found->needs) {
      if (node.find(key) == nullptr) wrong(node, fmt::format("{} has no {}", name, key));
    }
    for (const Member& member : node.members().subspan(1)) {
      if (!is_one_of(member.key, found->needs) && !is_one_of(member.key, found->takes)) {
        wrong(member.key_range, fmt::format("{} is no key of {}", member.key, name));
      }
    }
    const Node& given = node.members()[0].value;
    const bool takes_list = name == "$first" || name == "$merge" || name == "$concat";
    if (takes_list && given.kind != NodeKind::list) wrong(given, fmt::format("{} takes a list", name));
    if (name == "$case" && node.find("of") != nullptr && node.find("of")->kind != NodeKind::map) wrong(node, "$case takes a map of words");
    const std::string_view operand = node.members()[0].value.is_scalar() ? node.members()[0].value.text() : std::string_view();
    if (name == "$row" && !tables_.rows.contains(operand)) wrong(node, fmt::format("there are no rows {}", operand));
    if (name == "$use" && !tables_.definitions.contains(operand)) wrong(node, fmt::format("there is no definition {}", operand));
  }

  ServerlessTables& tables_;
  std::vector<ServerlessError>& errors_;
  std::string path_;
};

}  // namespace

const ServerlessType* ServerlessTables::type(std::string_view name) const {
  const auto found = types.find(name);
  return found == types.end() ? nullptr : &found->second;
}

const Node* ServerlessTables::row(std::string_view table, std::string_view key) const {
  const auto found = rows.find(table);
  return found == rows.end() ? nullptr : found->second->find(key);
}

const Node* ServerlessTables::definition(std::string_view name) const {
  const auto found = definitions.find(name);
  return found == definitions.end() ? nullptr : found->second;
}

const Node* ServerlessTables::rule_list(std::string_view name) const {
  const auto found = rules.find(name);
  return found == rules.end() ? nullptr : found->second;
}

std::vector<ServerlessError> read_serverless_tables(const std::vector<ServerlessFile>& files, ServerlessTables& tables) {
  std::vector<ServerlessError> errors;
  Reader reader(tables, errors);
  for (const ServerlessFile& file : files) reader.read(file);
  for (const ServerlessFile& file : files) reader.check(file);
  return errors;
}

}  // namespace demarc
