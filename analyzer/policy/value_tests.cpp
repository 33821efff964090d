#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "analyzer/policy/absent.h"
#include "analyzer/policy/lookup.h"
#include "analyzer/policy/operands.h"
#include "analyzer/policy/paths.h"
#include "analyzer/policy/pattern.h"
#include "analyzer/policy/tests.h"
#include "analyzer/policy/types.h"

namespace demarc {
namespace {

constexpr std::array<std::string_view, 16> kOperators = {"set",     "is",   "in",      "at-least",        "at-most", "after",
                                                         "before",  "like", "matches", "contains",        "covers",  "within",
                                                         "same-as", "kind", "watches", "interval-at-most"};
static_assert(static_cast<std::size_t>(Operator::interval_at_most) + 1 == kOperators.size());

constexpr std::array<std::string_view, 4> kSubjects = {"property", "attribute", "tag", "lookup"};
constexpr std::array<std::string_view, 3> kOthers = {"by", "absent", "ignore-case"};
constexpr auto kKeys = [] {
  std::array<std::string_view, kSubjects.size() + kOthers.size() + kOperators.size()> keys;
  std::size_t at = 0;
  for (std::string_view key : kSubjects) keys[at++] = key;
  for (std::string_view key : kOthers) keys[at++] = key;
  for (std::string_view key : kOperators) keys[at++] = key;
  return keys;
}();

// The evaluated kinds first, in the order of ValueKind.
constexpr std::array<std::string_view, 17> kKinds = {
    "customer-key",        "literal-secret",  "credential",       "secret-attribute", "plain-parameter",    "acm-certificate",
    "expired-certificate", "bucket-domain",   "world-cidr",       "peer-cidr",        "foreign-account",    "default-resource",
    "own-endpoint",        "root-user",       "hard-coded-arn",   "malformed-document", "oversized-document"};
constexpr std::size_t kKindsThere = 5;

constexpr std::array<std::string_view, 1> kTableKey = {"table"};
constexpr std::array<std::string_view, 2> kLookupKeys = {"lookup", "by"};

bool takes_members(Operator op) {
  return op == Operator::in || op == Operator::contains || op == Operator::covers || op == Operator::within;
}

// Reads one value test; a member for each step of it, since they share the test that grows.
class ValueTestReader {
 public:
  ValueTestReader(const Node& node, const Standing& standing, const Reading& reading)
      : standing_(standing), reading_(reading), fields_(node, "a test", kKeys, reading.mistakes) {}

  std::optional<Test> read() {
    bool good = read_subject();
    const Member* op = find_operator();
    if (!op || !read_operator(*op) || !good || !check_paths()) return std::nullopt;
    read_case(op->key);
    read_absence();
    return Test{std::move(test_), fields_.node().range};
  }

 private:
  bool wrong(const Node& at, std::string message) const {
    reading_.mistakes.add(head_of(at), std::move(message));
    return false;
  }

  template <class T>
  static bool take(std::optional<T> from, T& to) {
    if (from) to = *std::move(from);
    return from.has_value();
  }

  bool read_subject() {
    Subject& subject = test_.subject;
    if (const Node* path = fields_.find("property")) {
      subject.kind = Subject::Kind::property;
      return read_property(*path) && no_by();
    }
    if (const Node* path = fields_.find("attribute")) {
      subject.kind = Subject::Kind::attribute;
      return take(read_attribute(*path, reading_), subject.paths) && no_by();
    }
    if (const Node* key = fields_.find("tag")) return read_tag(*key) && no_by();
    subject.kind = Subject::Kind::lookup;
    return take(read_lookup(fields_, standing_, reading_), subject.lookup);
  }

  // A table may give several paths to a type.
  bool read_property(const Node& path) {
    if (path.kind != NodeKind::map || !path.find("table"))
      return take(read_paths(path, "\"property\"", standing_, reading_), test_.subject.paths);
    for (const Paths& paths : read_path_list(path, "\"property\"", standing_, reading_)) {
      test_.subject.paths.insert(test_.subject.paths.end(), paths.begin(), paths.end());
    }
    return !test_.subject.paths.empty();
  }

  bool check_paths() const {
    bool collects = takes_members(test_.op) || (test_.op == Operator::kind && test_.kind != ValueKind::customer_key);
    std::set<std::string_view> types;
    for (const TypedPath& typed : test_.subject.paths) {
      if (!types.insert(typed.type).second && !collects)
        return wrong(*fields_.find("property"), "this operator takes one path for a type; the table has several");
    }
    return true;
  }

  bool read_tag(const Node& key) {
    test_.subject.kind = Subject::Kind::tag;
    std::optional<std::vector<Literal>> literals = read_literals(key, "\"tag\"", false, reading_);
    if (literals) test_.subject.tag = std::move((*literals)[0]);
    return literals.has_value();
  }

  bool no_by() const {
    const Member* by = fields_.node().find_member("by");
    if (by) reading_.mistakes.add(by->key_range, "\"by\" belongs to \"lookup\"");
    return !by;
  }

  const Member* find_operator() const {
    const Member* found = nullptr;
    for (const Member& member : fields_.node().members()) {
      if (std::find(kOperators.begin(), kOperators.end(), member.key) == kOperators.end()) continue;
      if (found && found->key != member.key) {
        reading_.mistakes.add(member.key_range,
                              fmt::format("\"{}\" and \"{}\" at one subject; a test has one operator, put two tests into a "
                                          "list under all: or any:",
                                          found->key, member.key));
        return nullptr;
      }
      found = &member;
    }
    if (!found && !has_unknown_key()) wrong(fields_.node(), fmt::format("a test needs an operator: {}", enumerated(kOperators)));
    return found;
  }

  // A misspelt operator is reported already.
  bool has_unknown_key() const {
    std::span<const Member> members = fields_.node().members();
    return std::any_of(members.begin(), members.end(),
                       [](const Member& m) { return std::find(kKeys.begin(), kKeys.end(), m.key) == kKeys.end(); });
  }

  bool read_operator(const Member& member) {
    test_.op = static_cast<Operator>(std::find(kOperators.begin(), kOperators.end(), member.key) - kOperators.begin());
    const std::string what = fmt::format("\"{}\"", member.key);
    const Node& node = member.value;
    switch (test_.op) {
      case Operator::set: return read_set(node);
      case Operator::is:
        return node.kind == NodeKind::list ? wrong(node, "\"is\" takes one value; write in: for a list")
                                           : read_values(node, what, false);
      case Operator::at_least:
      case Operator::at_most: return read_values(node, what, false, no_number);
      case Operator::after:
      case Operator::before: return read_values(node, what, false, no_date);
      case Operator::like: return read_values(node, what, true);
      case Operator::matches: return read_pattern(node);
      case Operator::same_as: return take(read_paths(node, what, standing_, reading_), test_.other);
      case Operator::kind: return read_kind(node);
      case Operator::in:
      case Operator::contains:
      case Operator::covers:
      case Operator::within: return node.kind == NodeKind::map ? read_members_of(node, what) : read_values(node, what, true);
      case Operator::watches:
      case Operator::interval_at_most: break;
    }
    reading_.mistakes.add(member.key_range, fmt::format("{} is not there yet", what));
    return false;
  }

  bool read_set(const Node& node) {
    if (node.kind != NodeKind::boolean) return wrong(node, fmt::format("\"set\" must be true or false, not {}", described(node)));
    Literal literal;
    literal.kind = Literal::Kind::boolean;
    literal.text = node.truth ? "true" : "false";
    test_.operands = {std::move(literal)};
    return true;
  }

  bool read_values(const Node& node, std::string_view what, bool many, const CheckLiteral& check = {}) {
    if (node.kind == NodeKind::null)
      return wrong(node, fmt::format("{} has no value; write set: false for what is absent", what));
    return take(read_literals(node, what, many, reading_, check), test_.operands);
  }

  bool read_members_of(const Node& node, std::string_view what) {
    if (node.find("lookup")) {
      Fields lookup(node, std::string(what), kLookupKeys, reading_.mistakes);
      test_.lookup = read_lookup(lookup, standing_, reading_);
      return test_.lookup.has_value();
    }
    Fields table(node, std::string(what), kTableKey, reading_.mistakes);
    const Node* name = table.need("table");
    test_.table = name ? find_table(*name, reading_) : nullptr;
    return test_.table != nullptr;
  }

  bool read_pattern(const Node& node) {
    std::optional<std::string> expression = read_text(node, "\"matches\"", reading_.mistakes);
    if (!expression) return false;
    const Node* ignore = fields_.find("ignore-case");
    Result<Pattern> pattern = Pattern::compile(*expression, ignore && ignore->truth);
    if (!pattern) return wrong(node, fmt::format("\"matches\" is no regular expression: {}", pattern.error().message));
    test_.operands = {{Literal::Kind::text, *std::move(expression), false}};
    test_.pattern = std::make_shared<const Pattern>(*std::move(pattern));
    return true;
  }

  bool read_kind(const Node& node) {
    std::optional<std::size_t> kind = read_name(node, "\"kind\"", kKinds, reading_.mistakes);
    if (!kind) return false;
    if (*kind >= kKindsThere) return wrong(node, fmt::format("kind \"{}\" is not there yet", node.text()));
    test_.kind = static_cast<ValueKind>(*kind);
    return true;
  }

  void read_case(std::string_view op) {
    const Node* node = fields_.find("ignore-case");
    if (!node) return;
    bool is_text = takes_members(test_.op) || test_.op == Operator::is || test_.op == Operator::like ||
                   test_.op == Operator::matches || test_.op == Operator::same_as;
    if (!is_text) wrong(*node, fmt::format("\"ignore-case\" has no meaning with \"{}\"", op));
    if (node->kind != NodeKind::boolean)
      wrong(*node, fmt::format("\"ignore-case\" must be true or false, not {}", described(*node)));
    test_.ignore_case = node->truth;
  }

  void read_absence() {
    const Node* own = fields_.find("absent");
    if (test_.op == Operator::set) {
      if (own) wrong(*own, "\"set\" asks whether anything is there; it takes no \"absent\"");
      test_.absent = Truth::no;
      return;
    }
    const Subject& subject = test_.subject;
    bool has_paths = subject.kind == Subject::Kind::property || subject.kind == Subject::Kind::attribute;
    AbsentSubject absent{has_paths ? &subject.paths : nullptr,
                         subject.kind == Subject::Kind::attribute,
                         false,
                         test_.op != Operator::kind,
                         name(),
                         head_of(fields_.node())};
    test_.absent = read_absent(own, absent, standing_, reading_);
  }

  std::string_view name() const {
    for (std::string_view key : kSubjects) {
      const Node* node = fields_.find(key);
      if (node && node->is_scalar()) return node->text();
    }
    return "the property";
  }

  const Standing& standing_;
  const Reading& reading_;
  Fields fields_;
  ValueTest test_;
};

}  // namespace

std::optional<Test> read_value_test(const Node& node, const Standing& standing, const Reading& reading) {
  return ValueTestReader(node, standing, reading).read();
}

}  // namespace demarc
