#include "analyzer/policy/policies.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analyzer/policy/absent.h"
#include "analyzer/policy/paths.h"
#include "analyzer/policy/placeholders.h"
#include "analyzer/policy/policy_texts.h"
#include "analyzer/policy/settings.h"
#include "analyzer/policy/tests.h"
#include "analyzer/policy/types.h"

namespace demarc {
namespace {

// clang-format off
constexpr std::array<std::string_view, 25> kKeys = {
    "id", "title", "severity", "category", "since", "profile", "for", "dialects", "changes", "when", "each", "where", "require",
    "forbid", "absent", "settings", "message", "aws-side", "your-side", "fix", "references", "controls", "peers", "replaces",
    "deprecated"};
// clang-format on
constexpr std::array<std::string_view, 2> kDialects = {"cloudformation", "terraform"};
constexpr std::array<std::string_view, 7> kChanges = {"create", "update", "replace", "delete", "forget", "no-op", "read"};

// Reads the sentence of a policy: for, when, each, where, require or forbid.
class LogicReader {
 public:
  LogicReader(const Fields& fields, Reading& reading, Policy& policy) : fields_(fields), reading_(reading), policy_(policy) {}

  void read() {
    read_for();
    read_dialects();
    read_changes();
    if (const Node* absent = fields_.find("absent")) standing_.absent = read_absent_word(*absent, reading_.mistakes);
    standing_.reversed = policy_.forbid = fields_.has("forbid");
    read_each();
    if (const Node* when = fields_.find("when")) policy_.when = read_condition(*when, of_resource(), reading_);
    if (const Node* where = fields_.find("where")) read_where(*where);
    read_rule();
    if (policy_.deployment) check_deployment();
  }

 private:
  void wrong(std::string_view key, std::string message) {
    reading_.mistakes.add(fields_.node().find_member(key)->key_range, std::move(message));
  }

  void read_for() {
    const Node* types = fields_.need("for");
    if (!types) return;
    policy_.deployment = types->is_scalar() && types->text() == "deployment";
    if (policy_.deployment) return;
    standing_.types = read_types(*types, "\"for\"", reading_);
    policy_.types = names_of(standing_.types);
  }

  void read_dialects() {
    std::vector<std::size_t> known = read_choices("dialects", kDialects);
    if (known.size() == 1) policy_.dialect = static_cast<Dialect>(known[0]);
  }

  void read_changes() {
    for (std::size_t change : read_choices("changes", kChanges)) policy_.changes.emplace_back(kChanges[change]);
  }

  std::vector<std::size_t> read_choices(std::string_view key, Names names) {
    std::vector<std::size_t> known;
    const Node* node = fields_.find(key);
    if (!node) return known;
    std::span<const Node> items = node->kind == NodeKind::list ? node->items() : std::span<const Node>(node, 1);
    if (items.empty()) reading_.mistakes.add(node->range, fmt::format("\"{}\" is an empty list", key));
    for (const Node& item : items) {
      if (std::optional<std::size_t> one = read_name(item, fmt::format("\"{}\"", key), names, reading_.mistakes))
        known.push_back(*one);
    }
    return known;
  }

  // The standing of `when`, in which absence has no verdict.
  Standing of_resource() const {
    Standing standing = condition_of(standing_);
    standing.verdicts = false;
    return standing;
  }

  void read_each() {
    items_ = standing_;
    const Node* each = fields_.find("each");
    if (!each) return;
    if (each->kind == NodeKind::text && each->text().substr(0, 1) == "$" && each->text() != "$item") {
      const Setting* setting = find_setting(*each, reading_.settings, reading_.catalog, reading_.mistakes);
      if (!setting) return;
      policy_.each_is_setting = reading_.has_item = true;
      policy_.each_member = setting->value;
      policy_.each_absent = standing_.truth_of(AbsentWord::pass);
      return;
    }
    policy_.each = read_paths(*each, "\"each\"", standing_, reading_);
    if (!policy_.each) return;
    items_ = inside(standing_, *policy_.each, *each);
    std::string_view name = each->is_scalar() ? each->text() : "the list of each:";
    policy_.each_absent = read_absent(nullptr, {&*policy_.each, false, true, true, name, each->range}, standing_, reading_);
  }

  void read_where(const Node& where) {
    if (!fields_.has("each")) return wrong("where", "\"where\" without \"each\"; write when: for a condition on the resource");
    Standing standing = condition_of(items_);
    standing.verdicts = false;
    policy_.where = read_condition(where, standing, reading_);
  }

  void read_rule() {
    if (fields_.has("require") && fields_.has("forbid"))
      return wrong("forbid", "\"require\" and \"forbid\" in one policy; write one of them");
    const Node* rule = fields_.find(policy_.forbid ? "forbid" : "require");
    if (!rule) {
      reading_.mistakes.add(head_of(fields_.node()), "\"require\" or \"forbid\" is missing in a policy");
      return;
    }
    items_.relation_alone = !policy_.each;
    std::optional<Test> test = read_test(*rule, items_, reading_);
    if (test) policy_.test = std::make_shared<const Test>(*std::move(test));
  }

  // One finding for the whole run cannot look at one resource.
  void check_deployment() {
    for (std::string_view key : {"each", "where", "changes"}) {
      if (fields_.has(key)) wrong(key, fmt::format("\"{}\" has no meaning with for: deployment", key));
    }
    for (const TestPointer& test : {policy_.when, policy_.test}) {
      if (test) check_deployment_test(*test);
    }
  }

  void check_deployment_test(const Test& test) {
    if (const auto* combination = std::get_if<Combination>(&test.form)) {
      for (const Test& part : combination->tests) check_deployment_test(part);
      return;
    }
    const auto* relation = std::get_if<Relation>(&test.form);
    if (relation && relation->direction == Relation::Direction::exists) return;
    reading_.mistakes.add(test.place, "for: deployment takes only \"exists\"");
  }

  const Fields& fields_;
  Reading& reading_;
  Policy& policy_;
  Standing standing_;
  Standing items_;  // inside the items of `each`
};

void read_messages(const Fields& fields, const Reading& reading, Policy& policy) {
  const Node* message = fields.find("message");
  if (!policy.test || reading.mistakes.any()) return;
  Range place = message ? message->range : Range();
  policy.message = read_message(policy.message, place, policy, reading);
  policy.message_absent = read_message(policy.message_absent, place, policy, reading);
  if (!policy.message.empty()) return;
  bool has_value = std::holds_alternative<ValueTest>(policy.test->form);
  policy.message = has_value ? "has {property} {value}" : "fails: " + policy.title;
}

}  // namespace

std::string id_of_path(std::string_view path) {
  std::size_t file = path.rfind('/');
  if (file == std::string_view::npos) return {};
  std::string_view folder = path.substr(0, file);
  std::string_view name = folder.substr(folder.rfind('/') + 1);
  if (path.substr(file + 1) != std::string(name) + ".yaml") return {};
  std::string id(folder);
  std::replace(id.begin(), id.end(), '/', '-');
  return id;
}

std::optional<Policy> read_policy(const CatalogFile& file, const SettingValues& given, const Vocabulary& vocabulary,
                                  const Catalog& catalog, Mistakes& mistakes, std::vector<std::string>& given_errors) {
  Policy policy;
  policy.file = file.path;
  policy.built_in = file.built_in;
  Fields fields(*file.root, "a policy", kKeys, mistakes);
  if (file.root->kind != NodeKind::map) return std::nullopt;
  read_policy_texts(fields, mistakes, policy);
  if (policy.deprecated && !fields.has("for")) return mistakes.any() ? std::nullopt : std::optional(std::move(policy));
  Reading reading{catalog, vocabulary, mistakes, {}, false};
  if (const Node* settings = fields.find("settings"))
    reading.settings = read_settings(*settings, policy.id, given, mistakes, given_errors);
  LogicReader(fields, reading, policy).read();
  read_messages(fields, reading, policy);
  if (mistakes.any()) return std::nullopt;
  policy.settings = std::move(reading.settings);
  return policy;
}

}  // namespace demarc
