#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "catch.h"
#include "parsers/terraform/words.h"
#include "plan.h"

using namespace demarc;
using namespace demarc::test;

namespace {

const std::string kNames = DEMARC_SOURCE_DIR "/test/terraform/names/cloudformation.txt";

using Names = std::map<std::string, std::set<std::string>, std::less<>>;

// By type: the names of its properties, nested ones too, those that its companions give it, and those of its companions.
Names known_names() {
  Names names;
  std::istringstream lines(read_text(kNames));
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string type;
    words >> type;
    for (std::string word; type != "#" && words >> word;) names[type].insert(word);
  }
  Sources sources;
  Result<Document> companions =
      read_document(sources.add("companions.yaml", read_text(DEMARC_SOURCE_DIR "/policies/tables/companions.yaml")));
  for (const Node& row : companions->root.find("rows")->items()) {
    std::set<std::string>& parent = names[std::string(row.find("of")->text())];
    if (const Node* into = row.find("into")) parent.insert(std::string(into->text()));
    auto companion = names.find(row.find("type")->text());
    if (companion != names.end()) parent.insert(companion->second.begin(), companion->second.end());
  }
  return names;
}

// The names in the targets of a table's rows (and of its constants) that the type does not have.
class Checker {
 public:
  explicit Checker(const std::set<std::string>& names) : names_(names) {}

  std::string unknown;

  void check_body(const Node& body) {
    if (const Node* inside = body.find("inside")) check_target(inside->text());
    for (std::string_view list : {"objects", "blocks", "documents", "maps"}) check_list(body, list);
    if (const Node* constants = body.find("constants")) {
      for (const Member& constant : constants->members()) check_target(constant.key);
    }
    const Node* rows = body.find("properties");
    if (rows == nullptr) return;
    for (const Member& row : rows->members()) check_row(row);
  }

 private:
  static bool holds(const Node* list, std::string_view name) {
    if (list == nullptr) return false;
    for (const Node& item : list->items()) {
      if (item.text() == name) return true;
    }
    return false;
  }

  // Names that are only listed have the default rule's name, unless they have a row or keep their own.
  void check_list(const Node& body, std::string_view list) {
    const Node* listed = body.find(list);
    const Node* rows = body.find("properties");
    if (listed == nullptr) return;
    for (const Node& item : listed->items()) {
      bool elsewhere = holds(body.find("own"), item.text()) || (rows != nullptr && rows->find(item.text()) != nullptr);
      if (!elsewhere) check_target(pascal_case(item.text()));
    }
  }

  void check_row(const Member& row) {
    if (row.value.kind == NodeKind::null) return;
    if (row.value.is_scalar()) return check_target(row.value.text());
    if (const Node* sets = row.value.find("sets")) {
      for (const Member& one : sets->members()) check_target(one.key);
    }
    const Node* to = row.value.find("to");
    check_target(to != nullptr ? std::string(to->text()) : pascal_case(row.key));
    if (row.value.find("keys") == nullptr) check_body(row.value);
  }

  void check_target(std::string_view target) {
    if (target == "." || target.starts_with('@')) return;
    if (target.starts_with('/')) target.remove_prefix(1);
    std::string name;
    bool inside = false;
    for (char c : std::string(target) + ".") {
      if (c == '[') inside = true;
      if (!inside && c != '.') name += c;
      if (c == ']') inside = false;
      if (c != '.' || inside) continue;
      if (names_.find(name) == names_.end()) unknown += " " + name;
      name.clear();
    }
  }

  const std::set<std::string>& names_;
};

void check_table(const Names& names, const Node& table, const std::string& where, std::string& unknown) {
  const Node* cases = table.find("cases");
  if (cases != nullptr) {
    for (const Member& one : cases->members()) check_table(names, one.value, where + "(" + std::string(one.key) + ")", unknown);
    return;
  }
  const Node* type = table.find("type");
  if (type == nullptr) return;
  auto known = names.find(type->text());
  if (known == names.end()) {
    unknown += where + ": " + std::string(type->text()) + "\n";
    return;
  }
  Checker checker(known->second);
  checker.check_body(table);
  if (!checker.unknown.empty()) unknown += where + ":" + checker.unknown + "\n";
}

}  // namespace

TEST_CASE("every name that a table leads to is one of CloudFormation's") {
  if (!std::filesystem::exists(kNames)) {
    WARN("skipped: there is no list of names");
    return;
  }
  Names names = known_names();
  std::string unknown;
  for (const Document& document : project_tables().documents) {
    const Node* types = document.root.find("types");
    if (types == nullptr) continue;
    for (const Member& type : types->members()) check_table(names, type.value, std::string(type.key), unknown);
  }
  CHECK(unknown == "");
}
