#include <fmt/format.h>

#include "catch.h"
#include "parsers/expansion/loop.h"
#include "written.h"

using namespace demarc;
using namespace demarc::test;

namespace {

// Literal items are known; of `{maybe: [a, b]}` each is there under a condition of its name, of `{some: x}` nothing is known.
Collection collect(const Node& node, Arena& arena) {
  Collection result;
  if (const Node* some = node.find("some")) {
    LoopItem item;
    item.known = false;
    item.value = *some;
    return {{item}, "is not known"};
  }
  const Node* maybe = node.find("maybe");
  for (const Node& each : (maybe == nullptr ? node : *maybe).items()) {
    LoopItem item;
    item.value = Node::scalar(NodeKind::text, each.text(), each.range);
    if (maybe != nullptr) item.guard = arena.store(std::string_view("If" + std::string(each.text())));
    result.items.push_back(item);
  }
  return result;
}

struct Expanded {
  SourceFile file;
  Document document;
  std::vector<std::string_view> open;
};

std::string expanded(std::string_view text) {
  const SourceFile file(0, "template", "Transform: AWS::LanguageExtensions\n" + std::string(text));
  auto document = read_document(file);
  REQUIRE(document);
  Arena arena;
  const LoopContext context = {[&](const Node& node) { return collect(node, arena); },
                               [&](std::string_view a, std::string_view b) {
                                 return arena.store(std::string_view(fmt::format("{}&{}", a, b)));
                               }};
  const auto open = expand_loops(*document, context);
  std::string result;
  for (const Member& member : document->root.members()) {
    if (member.key != "Transform") result += fmt::format("{}: {}\n", member.key, written(member.value));
  }
  for (const std::string_view each : open) result += fmt::format("open {}\n", each);
  for (const Note& note : document->notes) {
    const Position at = file.position(note.place.range.begin);
    result += fmt::format("{}:{} {}: {}\n", at.line, at.column, note.kind, note.message);
  }
  return result;
}

}  // namespace

TEST_CASE("an identifier is replaced in names, in texts, in Ref and in Fn::Sub, of both forms") {
  CHECK(expanded(R"(Resources:
  Fn::ForEach::L:
  - X
  - [a, b-c]
  - "N${X}&{X}": {A: !Ref X, B: {Ref: X}, C: !Sub "${X}.${Y}", D: {Fn::Sub: ["${X}", {Z: !Ref X}]}, E: "a ${X}", F: !GetAtt "N${X}.Arn", G: 1, "${X}": x}
)") ==
        "Resources: {Naa: {A: \"a\", B: \"a\", C: !Sub \"a.${Y}\", D: {Fn::Sub: [\"a\", {Z: \"a\"}]}, E: \"a a\", F: !GetAtt \"Na.Arn\", G: 1, "
        "a: \"x\"}, Nb-cbc: {A: \"b-c\", B: \"b-c\", C: !Sub \"b-c.${Y}\", D: {Fn::Sub: [\"b-c\", {Z: \"b-c\"}]}, E: \"a b-c\", F: !GetAtt "
        "\"Nb-c.Arn\", G: 1, b-c: \"x\"}}\n");
}

TEST_CASE("an identifier of an inner loop hides the outer one of its name") {
  CHECK(expanded("Resources: {Fn::ForEach::A: [X, [a], {Fn::ForEach::B: [X, [b, c], {'N${X}': !Ref X}], 'M${X}': !Ref X}]}\n") ==
        "Resources: {Nb: \"b\", Nc: \"c\", Ma: \"a\"}\n");
}

TEST_CASE("what a round makes that may not take place is made under its condition") {
  CHECK(expanded("Resources: {Fn::ForEach::A: [X, {maybe: [a]}, {'R${X}': {V: {Fn::ForEach::B: [Y, {maybe: [b]}, {'${Y}': 1}]}}, "
                 "'S${X}': {Condition: C}}]}\n") ==
        "Resources: {Ra: {V: {b: {Fn::If: [\"Ifb\", 1, {Ref: \"AWS::NoValue\"}]}}, Condition: \"Ifa\"}, Sa: {Condition: \"C&Ifa\"}}\n");
  CHECK(expanded("Resources: {Fn::ForEach::A: [X, {maybe: [a]}, {Fn::ForEach::B: [Y, {maybe: [b]}, {'R${X}${Y}': {}}]}]}\n") ==
        "Resources: {Rab: {Condition: \"Ifa&Ifb\"}}\n");
  CHECK(expanded("Conditions: {Fn::ForEach::A: [X, {maybe: [a]}, {'C${X}': [1]}]}\n") == "Conditions: {Ca: [1]}\n");
}

TEST_CASE("an item that is not known stays in names, and is computed where the fragment mentions it") {
  CHECK(expanded(R"(Resources:
  Fn::ForEach::L: [X, {some: !Ref P}, {"N${X}": {A: !Ref X, B: !Sub "${X}", C: "c ${X}", D: !GetAtt [!Sub "N${X}", !Ref X], E: {Fn::If: ["Is${X}", 1, 2]}, DependsOn: ["N${X}"]}}]
)") == R"(Resources: {N${X}: {A: !Ref "P", B: !Sub ["${X}", {X: !Ref "P"}], C: !Sub ["c ${X}", {X: !Ref "P"}], D: !GetAtt ["N${X}", !Ref "P"], E: {Fn::If: ["Is${X}", 1, 2]}, DependsOn: ["N${X}"]}}
open Fn::ForEach::L
3:3 loop: the collection of Fn::ForEach::L is not known: what it makes is judged once, for any X
)");
}

TEST_CASE("a template without loops stays as it is") {
  CHECK(expanded("Resources: {A: {B: '${X}'}}\n") == "Resources: {A: {B: \"${X}\"}}\n");
}
