#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "analyzer/policy/path.h"
#include "analyzer/policy/table.h"
#include "parsers/graph/truth.h"
#include "parsers/text/place.h"

namespace demarc {

// The tests of the policy language (POLICY-LANGUAGE, sections 3 and 5), as data. Settings are substituted already:
// what is left open is only `$item`. `absent` is the truth of a test whose subject is absent and has no default: the
// reader derives it from `absent: pass|fail|unknown`, the test's own or else the policy's, and from where the test stands:
// under `require` pass is yes, under `forbid` and once more under each `not` it is no. In `when`, `where` and `by` an absent
// property is a plain no, unless the test says otherwise itself. `set` asks no defaults and has no `absent`; a `kind` test
// of which nothing is said is no. A policy's `absent` reaches all tests of its `require` or `forbid` but relations; it
// reaches a relation only where that is the whole test and there is no `each`.

class Pattern;

struct Test;
using TestPointer = std::shared_ptr<const Test>;  // null: no such test

// A literal of a policy; numbers and booleans keep their text.
struct Literal {
  enum class Kind : std::uint8_t { boolean, number, text };
  Kind kind = Kind::text;
  std::string text;
  bool is_item = false;  // `$item`
};

// The cell of a table's row.
struct Lookup {
  const Table* table = nullptr;
  std::string column;
  std::vector<Paths> by;
};

// What a test looks at.
struct Subject {
  enum class Kind : std::uint8_t { property, attribute, tag, lookup };
  Kind kind = Kind::property;
  Paths paths;       // property, attribute
  Literal tag;       // tag: its key
  Lookup lookup;
};

enum class Operator : std::uint8_t {
  set, is, in, at_least, at_most, after, before, like, matches, contains, covers, within, same_as, kind, watches, interval_at_most
};

// Named questions of `kind:`. The reader knows all names of the language and says which are not there yet.
enum class ValueKind : std::uint8_t { customer_key, literal_secret, credential, secret_attribute, plain_parameter };

struct ValueTest {
  Subject subject;
  Operator op = Operator::is;
  std::vector<Literal> operands;   // set: one boolean; is, at-least …: one; in, like, contains …: any number, as settings may be empty
  std::optional<Lookup> lookup;    // in, contains, covers, within: {lookup: …}, instead of operands
  const Table* table = nullptr;    // in, contains, covers, within: {table: …}: its key column (the first), instead of operands
  Paths other;                     // same-as
  ValueKind kind = ValueKind::customer_key;
  std::shared_ptr<const Pattern> pattern;  // matches: the compiled expression (see pattern.h)
  bool ignore_case = false;
  Truth absent = Truth::unknown;
};

struct Combination {
  enum class Kind : std::uint8_t { all, any, negation };
  Kind kind = Kind::all;
  std::vector<Test> tests;         // negation has one
};

struct Quantifier {
  bool every = false;              // else: some
  Paths paths;
  TestPointer where;               // of `every`: the test that each must pass; of `some`: which count
  std::uint32_t at_least = 1;
  std::optional<Path> distinct;
  Truth absent = Truth::unknown;
};

struct Relation {
  enum class Direction : std::uint8_t { refers_to, referred_by, exists };
  Direction direction = Direction::exists;
  std::vector<std::string> types;  // globs
  std::vector<Paths> via;          // on the side that names; none: anywhere. A type may lack a path in some of them
  std::vector<Path> by;            // on the side that is named; none: its identity
  TestPointer where;
  std::uint32_t at_least = 1;
  std::optional<Path> distinct;
  Truth absent = Truth::no;        // no such resource in this deployment
  bool absent_said = false;
};

// `statement:`: whether the owner's policy documents hold a statement of this shape.
struct StatementTest {
  enum class Document : std::uint8_t { any, identity, resource, trust, key, endpoint, boundary };
  Document document = Document::any;
  std::string effect;                        // "Allow", "Deny"; empty: either
  std::vector<Literal> actions_any, actions_all, resources_any, resources_all;
  std::vector<Literal> principals;           // everyone, public, foreign, service, federated, or ARNs; any of them
  struct ConditionEntry { std::string key; std::vector<Literal> values; };
  bool condition_none = false;               // condition: none
  std::vector<ConditionEntry> conditions;    // exactly these keys and values
  std::vector<std::string> uses;             // NotAction, NotResource, NotPrincipal
  Truth absent = Truth::unknown;             // no document at all
};

struct PortRange {
  std::uint16_t first = 0;
  std::uint16_t last = 65535;
};

// `ports:`: whether rules let traffic through.
struct PortsTest {
  enum class Direction : std::uint8_t { ingress, egress };
  Direction direction = Direction::ingress;
  std::vector<std::string> networks;  // any of them: world, private, CIDRs, "wider-than /24"
  std::vector<PortRange> ports;       // any of them; none with all_ports
  bool all_ports = false;             // `to: all`: every port is open
  std::string protocol;               // "tcp", "udp", "icmp", "any"; empty (unsaid): tcp or udp or all
};

// `sensitive:`: whether the classification of the resource says that its data is sensitive.
struct SensitiveTest {
  bool wanted = true;
};

// `require: true`, `forbid: true`.
struct Constant {
  bool truth = true;
};

struct Test {
  std::variant<ValueTest, Combination, Quantifier, Relation, StatementTest, PortsTest, SensitiveTest, Constant> form;
  Range place;  // in the policy's file
};

}  // namespace demarc
