#include <fmt/format.h>

#include <map>
#include <string>

#include "catch.h"
#include "parsers/expansion/include.h"
#include "written.h"

using namespace demarc;
using namespace demarc::test;

namespace {

// The first file with what it includes of the others, then where each scalar that is a number stands, then the notes.
std::string included(const std::map<std::string, std::string>& files) {
  Sources sources;
  std::map<std::string, FileId, std::less<>> ids;
  for (const auto& [name, text] : files) ids[name] = sources.add(name, text).id();
  const Locate locate = [&](FileId, std::string_view path) -> Result<const SourceFile*> {
    const auto found = ids.find(path);
    if (found == ids.end()) return Error{"does not exist", {}, {}};
    return &sources[found->second];
  };
  auto document = read_document(sources[0]);
  REQUIRE(document);
  include_files(*document, sources[0], locate);
  std::string result = written(document->root) + "\n";
  for (const Note& note : document->notes) {
    const SourceFile& file = sources[note.place.file];
    const Position at = file.position(note.place.range.begin);
    result += fmt::format("{}:{}:{} {}: {}\n", file.name(), at.line, at.column, note.kind, note.message);
  }
  return result;
}

std::string include(std::string_view location) {
  return fmt::format("{{Fn::Transform: {{Name: AWS::Include, Parameters: {{Location: {}}}}}}}", location);
}

}  // namespace

TEST_CASE("a file stands for the map that includes it, or for its transform among other members") {
  CHECK(included({{"0", "A: " + include("b") + "\nB: {x: 1, Fn::Transform: {Name: 'AWS::Include', Parameters: {Location: c}}, y: 2}\n"},
                  {"b", "[1, two]"},
                  {"c", "z: !Ref X\n"}}) == "{A: [1, \"two\"], B: {x: 1, z: !Ref \"X\", y: 2}}\n");
}

TEST_CASE("files include others") {
  CHECK(included({{"0", "A: " + include("b")}, {"b", "B: " + include("c")}, {"c", "C: 1"}}) == "{A: {B: {C: 1}}}\n");
}

TEST_CASE("what a file brings at the top goes into the sections that are there") {
  CHECK(included({{"0", "Transform: [Mine, {Name: AWS::Include, Parameters: {Location: b}}]\nResources: {A: 1}\n"},
                  {"b", "Resources: {B: 2}\nOutputs: {C: 3}\n"}}) ==
        "{Transform: [\"Mine\"], Resources: {A: 1, B: 2}, Outputs: {C: 3}}\n");
}

TEST_CASE("other macros stay, and so do files that are not there") {
  CHECK(included({{"0", "A: {Fn::Transform: [{Name: Mine}, {Name: AWS::Include, Parameters: {Location: b}}]}\nB: " + include("c")}, {"b", "x: 1"}}) ==
        "{A: {x: 1, Fn::Transform: [{Name: \"Mine\"}]}, B: {Fn::Transform: {Name: \"AWS::Include\", Parameters: {Location: \"c\"}}}}\n"
        "0:2:64 include: c does not exist: what AWS::Include would bring is not judged\n");
}

TEST_CASE("what is wrong in an included file is noted there") {
  CHECK(included({{"0", "A: " + include("b")}, {"b", "x: 1\nx: 2\n"}}).find("b:1:1 duplicate-key: ") != std::string::npos);
}
