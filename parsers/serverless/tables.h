#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "parsers/document/node.h"

namespace demarc {

// The tables that say what the types of AWS::Serverless-2016-10-31 imply, parsers/serverless/tables/*.yaml. A file:
//
//   source: https://docs.aws.amazon.com/…       one, or a list
//   date: 2026-11-25
//   types:
//     AWS::Serverless::Example:
//       globals: Example                        its section of Globals
//       knows: [Name, Role]                     its properties that the rules look at, or that imply nothing; a note names others
//       names: {Stage: "{id}Stage"}             what `!Ref Resource.Stage` means
//       resolves: [Source]                      properties that name a resource by `Id`: they get its Type and what the row of
//                                               that type in the table `endpoints` makes of it
//       splits: Destination                     a property that may be a list: it stands for one resource for each item
//       embedded: {in: Connectors, as: Source, reference: SourceReference}      an attribute of any resource, whose entries are
//                                               resources of this type; the property names the resource, with what the
//                                               reference adds
//       spellings: {TracingConfig: Tracing, TracingConfig.Mode: ""}   how the file writes a property of the resource with its own
//                                               id; empty: it has no such step
//       rules: [RULE, …]
//   rows: {TABLE: {KEY: EXPRESSION}}            see $row
//   definitions: {NAME: EXPRESSION}             see $use
//   rules: {NAME: [RULE, …]}                    see use
//
// A rule implies a resource, adds to one, holds for each of several items, or stands for several rules:
//
//   {id: "{id}Role", type: AWS::IAM::Role, properties: EXPRESSION, attributes: EXPRESSION}
//       shared: true                            several may imply it: it exists if one of them does
//   {add-to: EXPRESSION, types: [TYPE, …], into: [EXPRESSION, …], value: EXPRESSION}
//       the value is put into the properties of the resource that the expression names (a text, Ref, Fn::GetAtt), if it is
//       implied, or the template has it with one of the types. `into` is the way there; a last step "+" appends to a list.
//       What is written there already stays.
//   {each: EXPRESSION, rules: [RULE, …]}        for each entry of a map, which is the item of the rules
//   {each: EXPRESSION, by: PATH, of: {KIND: [RULE, …]}, noun: event}       the same, by a word in the item; a note names others
//   {use: NAME}
//
// All take `when` and `unless`, an expression or a list of them: the rule holds if all of the first and none of the others is
// there; and the first two `at`, an expression: where the implied resource stands (else where the item does).
//
// An expression is YAML that becomes a node of the template:
//
//   $Name.Inner          what stands at this path of the item; what is not there takes along the member that it would fill
//   $/Name.Inner         the same from the properties of the SAM resource; `$.` is the item itself; `$$x` is the text $x
//   "{id}Role{Name}"     text with the resource's id, the item's key `{name}`, or what stands at a path; nothing where that
//                        is no literal. `{part}` is the key as AWS makes it part of a logical id, `{outer}` the key around it.
//                        A brace behind a dollar, as in ${AWS::Region}, is left alone
//   $same: [A, B]        as a member of a map: the item's members of these names
//   {$first: [E, …]}     the first that is there
//   {$merge: [E, …]}     members of maps, the later win
//   {$concat: [E, …]}    members of lists
//   {$flat: E}           a list without the lists in it
//   {$each: E, do: X}    X for each item of a list, and for what is no list itself; of nothing: nothing
//   {$entries: E, do: X} X for each entry of a map, as a list; as a map where `key:` says its keys
//   {$with: E, do: X}    X with E as the item
//   {$has: E, then: X, else: Y}
//   {$case: E, of: {WORD: X}, else: Y, absent: Z}      by a literal (what is not there is `absent`, not `else`); a WORD that ends with * is a beginning. What a function
//                        gives decides by conditions that are added to the template
//   {$kind: E, text: X, list: X, map: X, function: X, else: Y}         by what it is
//   {$row: TABLE, of: E, else: Y}                      the row that a text names, or the only key of a map, whose value is then
//                                                      the item
//   {$referent: E}       a Ref of the resource that a function names
//   {$use: NAME}         a definition
//   {$unknown: what}     something of which nothing is known
//
// A map or list of which nothing is left is not there. Where what is looked at is an Fn::If, the result is an Fn::If as well.
// Further functions stay as they are; what is inside of their result is not known.

struct ServerlessSpelling {
  std::string_view path;
  std::string_view written;
};

// Resources that stand inside of others.
struct ServerlessEmbedding {
  std::string_view type;
  std::string_view attribute;
  std::string_view property;
  std::string_view reference;
};

struct ServerlessType {
  std::string_view name;
  std::string_view globals;  // empty: none
  std::vector<std::string_view> knows;
  std::vector<std::pair<std::string_view, const Node*>> names;
  std::vector<std::string_view> resolves;
  std::string_view splits;
  std::vector<ServerlessSpelling> spellings;  // sorted by path
  std::span<const Node> rules;
};

class ServerlessTables {
 public:
  // Null where there is none.
  const ServerlessType* type(std::string_view name) const;
  const Node* row(std::string_view table, std::string_view key) const;
  const Node* definition(std::string_view name) const;
  // Null where there is none.
  const Node* rule_list(std::string_view name) const;

  std::vector<ServerlessEmbedding> embeddings;
  std::unordered_map<std::string_view, ServerlessType> types;
  std::unordered_map<std::string_view, const Node*> rows;  // by table
  std::unordered_map<std::string_view, const Node*> definitions;
  std::unordered_map<std::string_view, const Node*> rules;
};

struct ServerlessFile {
  std::string path;
  const Node* root = nullptr;  // must outlive the tables
};

struct ServerlessError {
  std::string path;
  Range range;
  std::string message;
};

// Reads the tables; what is wrong with them is told at its place.
std::vector<ServerlessError> read_serverless_tables(const std::vector<ServerlessFile>& files, ServerlessTables& tables);

}  // namespace demarc
