#include "asked_properties.h"

#include <variant>

#include "analyzer/policy/glob.h"
#include "analyzer/policy/translate.h"

namespace demarc::test {
namespace {

// The tests of one policy, seen from one type and from an item of it.
class Asked {
 public:
  Asked(std::string type, std::set<AskedProperty>& found) : type_(std::move(type)), found_(found) {}

  void visit(const Test& test, const std::string& item) {
    std::visit([&](const auto& form) { visit(form, item); }, test.form);
  }

  std::string below(const Paths& paths, const std::string& item) const {
    const Path* path = path_for(paths, type_);
    if (!path) return {};
    Path rest = *path;
    rest.from_root = false;
    return joined_path(path->from_root ? std::string() : item, dotted(rest));
  }

 private:
  void add(const Paths& paths, const std::string& item) {
    std::string path = below(paths, item);
    if (!path.empty()) found_.insert({type_, path});
  }

  void visit(const ValueTest& test, const std::string& item) {
    for (const Paths& by : test.subject.lookup.by) add(by, item);
    if (test.lookup) {
      for (const Paths& by : test.lookup->by) add(by, item);
    }
    bool compares = test.op != Operator::set && test.op != Operator::kind;
    if (compares && test.subject.kind == Subject::Kind::property) add(test.subject.paths, item);
  }

  void visit(const Combination& combination, const std::string& item) {
    for (const Test& test : combination.tests) visit(test, item);
  }

  void visit(const Quantifier& quantifier, const std::string& item) {
    if (quantifier.where) visit(*quantifier.where, below(quantifier.paths, item));
  }

  void visit(const Relation& relation, const std::string&) {
    if (!relation.where) return;
    for (const std::string& type : relation.types) Asked(type, found_).visit(*relation.where, {});
  }

  void visit(const StatementTest&, const std::string&) {}
  void visit(const PortsTest&, const std::string&) {}
  void visit(const SensitiveTest&, const std::string&) {}
  void visit(const Constant&, const std::string&) {}

  std::string type_;
  std::set<AskedProperty>& found_;
};

bool has_defaults(const std::string& type) { return !is_glob(type) && type.find('.') == std::string::npos; }

}  // namespace

std::set<AskedProperty> asked_properties(const Policy& policy) {
  std::set<AskedProperty> found;
  std::vector<std::string> types = policy.types;
  if (policy.deployment) types = {"deployment"};
  for (const std::string& type : types) {
    Asked asked(type, found);
    const std::string item = policy.each ? asked.below(*policy.each, {}) : std::string();
    if (policy.when) asked.visit(*policy.when, {});
    if (policy.where) asked.visit(*policy.where, item);
    if (policy.test) asked.visit(*policy.test, item);
  }
  std::erase_if(found, [](const AskedProperty& asked) { return !has_defaults(asked.first); });
  return found;
}

bool has_default(const Catalog& catalog, const AskedProperty& asked) {
  for (const DefaultRow& row : catalog.defaults) {
    if (row.attribute || (row.type != asked.first && !(is_glob(row.type) && glob_matches(row.type, asked.first)))) continue;
    const std::string property = dotted(row.property);
    if (asked.second == property || asked.second.starts_with(property + ".")) return true;
  }
  return false;
}

}  // namespace demarc::test
