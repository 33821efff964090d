#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "parsers/graph/resource.h"
#include "parsers/text/arena.h"

// The language of the mapping tables, parsers/terraform/mappings/<service>.yaml. A table says how a Terraform type and its
// arguments are called in CloudFormation, and only what departs from the default rule:
//
//   - an argument is called the same in PascalCase (kms_key_id → KmsKeyId), its value is unchanged
//   - a list of at most one map is a block: it becomes an object, its arguments by the same rule
//   - a map keeps its keys; `tags` (and `tags_all`, which wins, since it has the provider's default tags) becomes a list
//     of {Key, Value}
//   - `id`, `arn`, `timeouts` and `region` keep their own names
//
// A file:
//
//   source: https://docs.aws.amazon.com/…       where CloudFormation's side was read
//   provider: hashicorp/aws 5.100.0             which provider's schema was read
//   date: 2026-11-24
//   own: [aws_iam_account_password_policy]      types that CloudFormation lacks: all their names stay as they are
//   types:
//     aws_example_thing:
//       type: AWS::Example::Thing               left out: a companion without a type in CloudFormation; keeps its own
//       objects: [network]                      blocks of which there is at most one
//       own: [force_destroy]                    arguments that CloudFormation lacks: they keep their names
//       computed: [network]                     blocks that the provider fills where they are not written
//       documents: [policy]                     texts that hold a JSON document
//       constants: {Kind: PLAIN}                properties that the type implies (/Kind with `inside`)
//       properties:
//         name: ThingName                       another name
//         kms_key_arn: Encryption.KmsKey        deeper
//         rule: Rules[]                         a repeated block: a list
//         role: Roles[0]                        the only member of a list (a number: which member)
//         log_types: Logging.Types[].Type       every member of a list becomes an object
//         idle_timeout: Attributes[Key=idle.timeout].Value    the element of a list that has this key
//         cascade: ~                            not carried over
//         vpc_id: {to: ResourceId, sets: {ResourceType: VPC}}         where it is set, another property is known too
//         skip_final_snapshot: {to: "@DeletionPolicy", words: {true: Delete, false: Snapshot}}     an attribute of the resource
//         internal: {to: Scheme, words: {true: internal, false: internet-facing, "": ~}}           values; ~ is absent
//         filter:                               a block with departures inside; `to` left out: the default rule's name
//           to: .                               its arguments belong to the object around it
//           properties: {prefix: FilterPrefix, and: {to: /Filter}}       / begins at the resource's properties
//         principals: {to: Principal, key: type, value: identifiers}     a list of blocks becomes a map; several keys nest
//         dimensions: {to: Dimensions, pairs: [Name, Value]}             a map becomes a list of objects
//         definitions: {to: Definitions, keys: pascal}                   a JSON document whose keys are lowerCamel
//         ingress:
//           to: Ingress[]
//           each: [cidr_blocks, groups, self]   one object for each member of each of these; the rest is repeated
//           properties:
//             cidr_blocks: CidrIp
//             groups: GroupId
//             self: {to: GroupId, take: .}      where true: the resource itself (`take: argument`: the value of that one)
//
// Further keys of a type: `like: aws_other` (the same table), `inside: LaunchTemplateData` (where all properties stand),
// `document: [json]` (attributes that hold the whole as JSON text: a reference to one stands for the properties), `unless`
// (arguments that add to such a document from elsewhere: with one of them it is not known as a whole), `by` and
// `cases` (which argument selects among several tables: `by: type`, `cases: {ingress: {type: …}, egress: {type: …}}`).
// A constant is set where no argument sets its property. Further lists beside `objects`: `blocks` (repeated blocks that keep the
// default rule's name), `maps` (tags that stay a map; in a JSON document, maps whose keys are the user's). The lists,
// `constants`, `each` and `properties` may stand in a type and in a block.

namespace demarc {

struct TableStep {
  enum class Kind : std::uint8_t { member, members, element, keyed };
  Kind kind = Kind::member;
  std::string_view name;
  std::uint32_t index = 0;  // element
  std::string_view field;   // keyed
  std::string_view key;
};

struct TableWord {
  std::string_view written;
  std::string_view word;
  bool absent = false;  // ~
};

struct TableConstant {
  bool from_root = false;
  std::span<const TableStep> target;
  std::string_view value;
};

struct TableBody;

// What becomes of one argument.
struct TableArgument {
  enum class Block : std::uint8_t { none, object, list };

  std::string_view name;
  std::string_view written;  // in Terraform's words: its name; from the resource where its target is (`from_root`)
  Block block = Block::none;
  bool dropped = false;
  bool flat = false;       // to: .
  bool from_root = false;  // to: /…
  bool attribute = false;  // to: "@…": the only step is the attribute's name
  bool shares = false;     // another block of the same object goes into the same list
  bool own = false;
  bool computed = false;
  bool document = false;
  bool pascal_keys = false;
  bool keeps_map = false;
  std::span<const TableStep> target;
  std::span<const TableWord> words;
  std::span<const std::string_view> key;
  std::string_view value;
  std::string_view pair_key;  // pairs
  std::string_view pair_value;
  std::string_view take;
  std::span<const TableConstant> sets;
  const TableBody* body = nullptr;
};

// The arguments of a type or block, sorted by name.
struct TableBody {
  std::span<const TableArgument> arguments;
  std::span<const std::string_view> each;
  std::span<const TableConstant> constants;

  const TableArgument* find(std::string_view name) const;
};

struct TypeMapping {
  std::string_view terraform_type;
  std::string_view type;     // CloudFormation's; the Terraform type where there is none
  bool keeps_names = false;  // CloudFormation lacks it: `own` of a file
  std::span<const TableStep> inside;
  std::span<const std::string_view> document;
  std::span<const std::string_view> unless;
  TableBody body;

  std::string_view by;  // the argument that selects a case; cases have no cases
  struct Case;
  std::span<const Case> cases;
};

struct TypeMapping::Case {
  std::string_view value;
  TypeMapping mapping;
};

// CloudFormation's path → Terraform's, of all arguments for which the default rule gives another; sorted by path.
std::vector<Spelling> spellings_of(const TypeMapping& mapping, Arena& arena);

}  // namespace demarc
