#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analyzer/policy/absent.h"
#include "analyzer/policy/operands.h"
#include "analyzer/policy/tests.h"

namespace demarc {
namespace {

constexpr std::array<std::string_view, 11> kKeys = {"document",      "effect",        "actions-any", "actions-all",
                                                    "resources-any", "resources-all", "principal",   "condition",
                                                    "uses",          "level",         "scopable"};
constexpr std::array<std::string_view, 6> kDocuments = {"identity", "resource", "trust", "key", "endpoint", "boundary"};
constexpr std::array<std::string_view, 2> kEffects = {"Allow", "Deny"};
constexpr std::array<std::string_view, 5> kPrincipals = {"everyone", "public", "foreign", "service", "federated"};
constexpr std::array<std::string_view, 3> kElements = {"NotAction", "NotResource", "NotPrincipal"};

std::string no_action(const Literal& literal) {
  bool known = literal.text == "*" || literal.text.find(':') != std::string::npos;
  return known ? "" : "is no action; actions are written s3:GetObject, s3:* or *";
}

bool begins(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

std::string no_resource(const Literal& literal) {
  const std::string& text = literal.text;
  bool known = text == "*" || text == "self" || begins(text, "self/") || begins(text, "arn:");
  return known ? "" : "is no resource; resources are self, self/*, * or ARNs";
}

bool is_account(std::string_view text) {
  return text.size() == 12 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string no_principal(const Literal& literal) {
  const std::string& text = literal.text;
  bool word = std::find(kPrincipals.begin(), kPrincipals.end(), text) != kPrincipals.end();
  if (word || begins(text, "arn:") || is_account(text) || text.find('.') != std::string::npos) return "";
  std::string hint = text == "*" ? "; did you mean \"everyone\"?" : did_you_mean(text, kPrincipals);
  return fmt::format("is none of {}, and no ARN, account or service{}", enumerated(kPrincipals), hint);
}

class StatementReader {
 public:
  StatementReader(const Node& node, const Reading& reading)
      : reading_(reading), fields_(node, "a statement", kKeys, reading.mistakes) {}

  std::optional<StatementTest> read() {
    if (fields_.node().kind != NodeKind::map) return std::nullopt;
    if (fields_.node().size() == 0) reading_.mistakes.add(fields_.node().range, "\"statement\" says nothing of the statement");
    for (std::string_view key : {"level", "scopable"}) {
      if (fields_.has(key))
        reading_.mistakes.add(fields_.node().find_member(key)->key_range, fmt::format("\"{}\" is not there yet", key));
    }
    read_words();
    read_values("actions-any", test_.actions_any, no_action);
    read_values("actions-all", test_.actions_all, no_action);
    read_values("resources-any", test_.resources_any, no_resource);
    read_values("resources-all", test_.resources_all, no_resource);
    read_values("principal", test_.principals, no_principal);
    read_condition_map();
    return std::move(test_);
  }

 private:
  void read_words() {
    if (const Node* document = fields_.find("document")) {
      std::optional<std::size_t> known = read_name(*document, "\"document\"", kDocuments, reading_.mistakes);
      // StatementTest::Document begins with `any`, which is not written.
      if (known) test_.document = static_cast<StatementTest::Document>(*known + 1);
    }
    if (const Node* effect = fields_.find("effect")) {
      std::optional<std::size_t> known = read_name(*effect, "\"effect\"", kEffects, reading_.mistakes);
      if (known) test_.effect = kEffects[*known];
    }
    const Node* uses = fields_.find("uses");
    if (!uses) return;
    std::span<const Node> items = uses->kind == NodeKind::list ? uses->items() : std::span<const Node>(uses, 1);
    for (const Node& item : items) {
      std::optional<std::size_t> known = read_name(item, "\"uses\"", kElements, reading_.mistakes);
      if (known) test_.uses.emplace_back(kElements[*known]);
    }
  }

  void read_values(std::string_view key, std::vector<Literal>& to, const CheckLiteral& check) {
    const Node* node = fields_.find(key);
    if (!node) return;
    std::optional<std::vector<Literal>> literals = read_literals(*node, fmt::format("\"{}\"", key), true, reading_, check);
    if (literals) to = *std::move(literals);
  }

  void read_condition_map() {
    const Node* node = fields_.find("condition");
    if (!node) return;
    if (node->is_scalar() && node->text() == "none") {
      test_.condition_none = true;
      return;
    }
    if (node->kind != NodeKind::map || node->size() == 0) {
      reading_.mistakes.add(head_of(*node),
                            fmt::format("\"condition\" must be none or a map of condition keys, not {}", described(*node)));
      return;
    }
    for (const Member& member : node->members()) {
      std::optional<std::vector<Literal>> values = read_literals(member.value, fmt::format("\"{}\"", member.key), true, reading_);
      if (values) test_.conditions.push_back({std::string(member.key), *std::move(values)});
    }
  }

  const Reading& reading_;
  Fields fields_;
  StatementTest test_;
};

constexpr std::array<std::string_view, 2> kOuterKeys = {"statement", "absent"};

}  // namespace

std::optional<Test> read_statement(const Node& node, const Standing& standing, const Reading& reading) {
  Fields fields(node, "a test with statement", kOuterKeys, reading.mistakes);
  std::optional<StatementTest> test = StatementReader(*node.find("statement"), reading).read();
  if (!test) return std::nullopt;
  test->absent =
      read_absent(fields.find("absent"), {nullptr, false, false, true, "a policy document", head_of(node)}, standing, reading);
  return Test{*std::move(test), node.range};
}

}  // namespace demarc
