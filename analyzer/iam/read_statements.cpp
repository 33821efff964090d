#include <fmt/format.h>

#include <numeric>
#include <utility>

#include "analyzer/iam/policy_statement.h"
#include "analyzer/network/reason.h"
#include "parsers/embedded/embedded.h"

namespace demarc {

namespace {

using DocumentKind = StatementTest::Document;

struct PermissionKey {
  std::string_view property;
  std::string_view comparison;
  std::string_view key;
};

constexpr PermissionKey kPermissionKeys[] = {
    {"SourceArn", "ArnLike", "aws:SourceArn"},
    {"SourceAccount", "StringEquals", "aws:SourceAccount"},
    {"PrincipalOrgID", "StringEquals", "aws:PrincipalOrgID"},
    {"OrganizationId", "StringEquals", "aws:PrincipalOrgID"},
    {"EventSourceToken", "StringEquals", "lambda:EventSourceToken"},
    {"FunctionUrlAuthType", "StringEquals", "lambda:FunctionUrlAuthType"},
};

std::size_t text_of(const StatementElement& element) {
  return std::accumulate(element.patterns.begin(), element.patterns.end(), std::size_t{0},
                         [](std::size_t sum, const IamGlob& glob) { return sum + glob.symbols.size(); });
}

std::size_t text_of(const PolicyStatement& statement) {
  std::size_t sum = text_of(statement.actions) + text_of(statement.resources);
  for (const PrincipalName& name : statement.principal.names) sum += name.name.symbols.size();
  return sum;
}

class DocumentReader {
 public:
  DocumentReader(const PolicyOwner& owner, const Sources& sources, Scenario& scenario, Statements& statements)
      : owner_(owner), sources_(sources), scenario_(scenario), statements_(statements) {}

  void document(const PolicyDocument& document, std::size_t number) {
    if (scenario_.settle(document.value).is_null()) return;
    ++statements_.documents;
    kind_ = document.kind;
    number_ = number;
    text_ = 0;
    const std::size_t first = statements_.read.size();
    any(document.value, document.path);
    if (text_ <= kMostText) return;
    statements_.read.resize(first);
    const std::string reason = fmt::format("{} is longer than AWS takes", document.path);
    statements_.unread.push_back({document.value.place, document.path, reason});
  }

 private:
  void any(const Value& value, const std::string& path) {
    if (text_ > kMostText) return;
    const Value settled = scenario_.settle(read_embedded(scenario_.settle(value), sources_, scenario_.arena()));
    if (settled.is_null()) return;
    if (settled.is(Value::Kind::list)) {
      for (std::size_t i = 0; i < settled.items().size(); ++i) any(settled.items()[i], fmt::format("{}[{}]", path, i));
    } else if (!settled.is(Value::Kind::map)) {
      statements_.unread.push_back({settled.place, path, reason_for(settled, path, "policy document")});
    } else if (const Entry* list = find_element(settled, "Statement")) {
      statements(list->value, fmt::format("{}.{}", path, list->key));
    } else if (find_element(settled, "Action") != nullptr || find_element(settled, "Principal") != nullptr) {
      statement(settled, path);
    }
  }

  void statements(const Value& value, const std::string& path) {
    const Value settled = scenario_.settle(value);
    if (settled.is(Value::Kind::text) || settled.is(Value::Kind::partial)) return any(settled, path);
    if (!settled.is(Value::Kind::list)) return one(settled, path);
    for (std::size_t i = 0; i < settled.items().size(); ++i) one(settled.items()[i], fmt::format("{}[{}]", path, i));
  }

  void one(const Value& value, const std::string& path) {
    if (text_ > kMostText) return;
    const Value settled = scenario_.settle(value);
    if (settled.is_null()) return;
    if (settled.is(Value::Kind::map)) return statement(settled, path);
    if (settled.is(Value::Kind::list)) return statements(settled, path);
    statements_.unread.push_back({settled.place, path, reason_for(settled, path, "statement")});
  }

  void statement(const Value& map, const std::string& path) {
    PolicyStatement result;
    result.kind = kind_;
    result.document = number_;
    result.place = map.place;
    result.path = path;
    read_effect(map, result);
    read_actions(map, result);
    read_resources(map, result);
    if (const Entry* principal = written(map, "Principal")) result.principal = read_principal(principal->value, false, scenario_);
    if (const Entry* others = written(map, "NotPrincipal")) result.principal = read_principal(others->value, true, scenario_);
    if (const Entry* condition = written(map, "Condition")) result.condition = read_condition(condition->value, scenario_);
    add_permission_keys(map, result);
    text_ += text_of(result);
    statements_.read.push_back(std::move(result));
  }

  // An entry whose value is there in this world.
  const Entry* written(const Value& map, std::string_view name) {
    const Entry* entry = find_element(map, name);
    return entry != nullptr && !scenario_.settle(entry->value).is_null() ? entry : nullptr;
  }

  void read_effect(const Value& map, PolicyStatement& statement) {
    const Entry* effect = written(map, "Effect");
    if (effect == nullptr) return;
    const Value value = scenario_.settle(effect->value);
    const bool known = value.is_scalar() && (value.scalar() == "Allow" || value.scalar() == "Deny");
    statement.allows = known ? truth(value.scalar() == "Allow") : Truth::unknown;
    statement.denies = negate(statement.allows);
    if (!known) statement.faults.push_back(reason_for(value, "Effect", "effect"));
  }

  template <class MakeGlob>
  StatementElement element(const Value& map, std::string_view name, std::string_view negated, const MakeGlob& glob,
                           PolicyStatement& statement) {
    StatementElement result;
    const Entry* plain = written(map, name);
    const Entry* others = written(map, negated);
    const Entry* entry = plain != nullptr ? plain : others;
    if (entry == nullptr) return result;
    if (entry == plain && others != nullptr)
      statement.faults.push_back(fmt::format("Statement has both {} and {}", name, negated));
    result.written = true;
    result.negated = plain == nullptr;
    result.name = result.negated ? negated : name;
    for (const Value& value : single_or_list(entry->value, scenario_)) result.patterns.push_back(glob(value));
    return result;
  }

  void read_actions(const Value& map, PolicyStatement& statement) {
    statement.actions = element(
        map, "Action", "NotAction", [](const Value& value) { return action_glob(value); }, statement);
    if (!statement.actions.written) statement.faults.push_back("Statement has no Action");
  }

  void read_resources(const Value& map, PolicyStatement& statement) {
    const auto glob = [&](const Value& value) { return owner_.resource(value, kind_); };
    statement.resources = element(map, "Resource", "NotResource", glob, statement);
    if (statement.resources.written) return;
    if (kind_ == DocumentKind::identity || kind_ == DocumentKind::boundary) {
      statement.faults.push_back("Statement has no Resource");
      return;
    }
    // What is attached to a resource, or says who may assume a role, speaks of that resource.
    statement.resources.written = true;
    statement.resources.name = "Resource";
    statement.resources.patterns = owner_.asked("self");
    statement.resources.patterns.push_back(owner_.asked("self/*").front());
    for (IamGlob& own : statement.resources.patterns) own.written.clear();
  }

  void add_permission_keys(const Value& map, PolicyStatement& statement) {
    for (const PermissionKey& each : kPermissionKeys) {
      if (const Entry* entry = written(map, each.property)) {
        add_condition(each.comparison, each.key, glob_of(scenario_.settle(entry->value)), statement.condition);
      }
    }
  }

  const PolicyOwner& owner_;
  const Sources& sources_;
  Scenario& scenario_;
  Statements& statements_;
  DocumentKind kind_ = DocumentKind::resource;
  std::size_t number_ = 0;
  std::size_t text_ = 0;  // of the document so far
};

}  // namespace

bool is_asked_for(DocumentKind kind, DocumentKind asked) {
  return asked == DocumentKind::any || kind == asked || (asked == DocumentKind::resource && kind == DocumentKind::key);
}

Statements read_statements(std::span<const PolicyDocument> documents, DocumentKind wanted, const PolicyOwner& owner,
                           const Sources& sources, Scenario& scenario) {
  Statements statements;
  DocumentReader reader(owner, sources, scenario, statements);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (is_asked_for(documents[i].kind, wanted)) reader.document(documents[i], i);
  }
  return statements;
}

}  // namespace demarc
