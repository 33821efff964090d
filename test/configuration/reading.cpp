#include "catch.h"

#include <string>

#include "analyzer/configuration/print_configuration.h"
#include "analyzer/configuration/read_configuration.h"
#include "parsers/document/read.h"

using namespace demarc;

namespace {

// Reads one after the other, the nearest first, and prints what they come to; mistakes alone where there are any. Files are
// called 0.yaml, 1.yaml …, in the folders /0, /1 …
std::string said(const std::vector<std::string>& texts) {
  Sources sources;
  std::vector<Document> documents;
  documents.reserve(texts.size());
  std::string mistakes;
  InputConfiguration merged;
  for (const std::string& text : texts) {
    std::string number = std::to_string(sources.size());
    SourceFile& file = sources.add(number + ".yaml", text);
    documents.push_back(says_nothing(text) ? Document() : std::move(*read_document(file)));
    std::vector<CatalogError> errors;
    InputConfiguration one = read_configuration(documents.back().root, file, "/" + number, errors);
    for (const CatalogError& error : errors) {
      Position at = file.position(error.range.begin);
      mistakes += std::to_string(at.line) + ":" + std::to_string(at.column) + " " + error.message + "\n";
    }
    merged = merge(std::move(merged), one);
  }
  if (!mistakes.empty()) return mistakes;
  // Origins stand in a column; how far to the right does not matter here.
  std::string text = print_configuration(merged, {});
  for (std::size_t at = text.find("  #"); at != std::string::npos; at = text.find("  #")) text.erase(at, 1);
  return text;
}

bool has(const std::string& text, const std::string& part) {
  if (text.find(part) != std::string::npos) return true;
  UNSCOPED_INFO(text);
  return false;
}

}  // namespace

TEST_CASE("single values come from the nearest file that says them") {
  std::string text = said({"fail-on: high\n", "fail-on: low\nscope: account\n"});
  CHECK(has(text, "fail-on: high # 0.yaml:1\n"));
  CHECK(has(text, "scope: account # 1.yaml:2\n"));
  CHECK(has(text, "profile: default # default\n"));
}

TEST_CASE("maps are merged by name, lists go together") {
  std::string text = said({"settings: {a: 1}\nexclude: [x]\nparameters: {P: [1, 2]}\n", "settings: {a: 2, b: [3, c d]}\nexclude: y\nparameters: {P: q, R: true}\n"});
  CHECK(has(text, "settings:\n  a: 1 # 0.yaml:1\n  b: [3, \"c d\"] # 1.yaml:1\n"));
  CHECK(has(text, "exclude:\n  - x # 0.yaml:2\n  - y # 1.yaml:2\n"));
  CHECK(has(text, "parameters:\n  P: \"1,2\" # 0.yaml:3\n  R: \"true\" # 1.yaml:3\n"));
}

TEST_CASE("of a policy each value comes from the nearest file that says it") {
  std::string text = said({"policies: {p: {severity: low, days: 3}}\n", "policies: {p: {severity: high, enabled: false, days: 4}}\n"});
  CHECK(has(text, "policies:\n  p:\n"));
  CHECK(has(text, "    days: 3 # 0.yaml:1\n"));
  CHECK(has(text, "    enabled: false # 1.yaml:1\n"));
  CHECK(has(text, "    severity: low # 0.yaml:1\n"));
}

TEST_CASE("paths are meant from the folder of the file") {
  CHECK(has(said({"baseline: b.json\n"}), "baseline: /0/b.json "));
  CHECK(has(said({"baseline: /b.json\n"}), "baseline: /b.json "));
  CHECK(has(said({"extra-policies: [p]\n"}), "  - /0/p "));
}

TEST_CASE("every mistake is reported, at its place") {
  CHECK(said({"rot: true\nshow: [unkown]\nexclude: {}\npolicies: [a]\nhonor: x\nassume: {}\n"}) ==
        "1:1 unknown key \"rot\" in a configuration; did you mean \"root\"?\n"
        "2:8 \"show\" must be unknown, pass, suppressed or unchanged, not \"unkown\"; did you mean \"unknown\"?\n"
        "5:8 \"honor\" must be checkov, cfn-nag, trivy, kics, cfn-guard or cdk-nag, not \"x\"\n"
        "4:11 \"policies\" must be a map, not a list\n"
        "3:10 \"exclude\" must be a text, not a map\n"
        "6:9 \"assume\" must be a list, not a map\n");
  CHECK(said({"suppressions:\n- {policy: p}\n- {reason: r}\n- {policy: p, path: x, reason: r}\n"}) ==
        "2:4 \"reason\" is missing in a suppression\n3:4 \"policy\" is missing in a suppression\n"
        "4:15 unknown key \"path\" in a suppression; write \"file\" for a file, \"property\" for a property\n");
}

TEST_CASE("a file of comments says nothing") {
  CHECK(said({"# nothing\r\n\n  # more"}) == said({}));
  CHECK(says_nothing(""));
  CHECK_FALSE(says_nothing("# a\nroot: true\n"));
}

TEST_CASE("what init writes has no mistakes and says the defaults, but for root") {
  std::string text = said({std::string(first_configuration())});
  CHECK(has(text, "profile: default # 0.yaml:8\n"));
  CHECK(text.find("policies") == std::string::npos);
}
