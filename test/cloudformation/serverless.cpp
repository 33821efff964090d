#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "catch.h"
#include "parsers/cloudformation/template.h"
#include "parsers/document/read.h"
#include "parsers/graph/describe.h"
#include "parsers/serverless/serverless.h"
#include "serverless_tables.h"

using namespace demarc;
using namespace demarc::test;

namespace {

const std::filesystem::path kCorpus = DEMARC_SOURCE_DIR "/../shared/corpus/cfn";

struct Reading {
  SourceFile file;
  std::vector<Member> written;  // the resources of the template
  std::optional<ResourceGraph> graph;
};

Reading read(std::string name, std::string text) {
  Reading reading{SourceFile(0, std::move(name), std::move(text)), {}, {}};
  Result<Document> document = read_document(reading.file);
  REQUIRE(document);
  if (const Node* resources = document->root.find("Resources"); resources && resources->kind == NodeKind::map) {
    reading.written.assign(resources->members().begin(), resources->members().end());
  }
  Result<ResourceGraph> graph = read_template(std::move(*document), reading.file, 0, {}, nullptr, &serverless_fixture().tables);
  if (graph) reading.graph = std::move(*graph);
  return reading;
}

const Resource& resource(const Reading& reading, std::string_view address) {
  for (const Resource& resource : reading.graph->resources) {
    if (resource.address == address) return resource;
  }
  FAIL("no resource " << address);
  return reading.graph->resources.front();
}

std::string type_of(const Node& resource) {
  const Node* type = resource.find("Type");
  return type != nullptr && type->kind == NodeKind::text ? std::string(type->text()) : std::string();
}

// What of a template is neither a resource of the graph nor spoken of by a note inside it.
std::vector<std::string> missing(const Reading& reading) {
  std::unordered_set<std::string_view> addresses;
  std::set<std::pair<std::uint32_t, std::uint32_t>> names;  // where resources are named
  for (const Resource& resource : reading.graph->resources) {
    addresses.insert(resource.address);
    names.emplace(resource.name.range.begin, resource.name.range.end);
  }
  std::vector<std::string> result;
  for (const Member& member : reading.written) {
    if (addresses.contains(member.key) || member.key.starts_with("Fn::ForEach::")) continue;
    const Range whole{member.key_range.begin, std::max(member.key_range.end, member.value.range.end)};
    const bool noted = std::any_of(reading.graph->notes.begin(), reading.graph->notes.end(), [&](const Note& note) {
      return note.place.range.begin >= whole.begin && note.place.range.end <= whole.end;
    });
    const bool implies = names.contains({member.key_range.begin, member.key_range.end});
    if (!noted && !implies) result.push_back(fmt::format("{} ({})", member.key, type_of(member.value)));
  }
  return result;
}

// "Worker: event Get of the kind Api is not modelled: …" without the names that the template chose.
std::string unnamed(const std::string& message) {
  const std::size_t of = message.find("of the kind ");
  if (of != std::string::npos) return "event " + message.substr(of);
  const std::size_t colon = message.find(": ");
  return colon == std::string::npos ? message : message.substr(colon + 2);
}

}  // namespace

TEST_CASE("a resource of AWS::Serverless keeps its written type, and its properties the words of their file") {
  const Reading reading = read("t.yaml",
                               "Transform: AWS::Serverless-2016-10-31\n"
                               "Resources:\n"
                               "  Worker:\n"
                               "    Type: AWS::Serverless::Function\n"
                               "    Properties:\n"
                               "      Tracing: PassThrough\n"
                               "      DeadLetterQueue: {Type: SQS, TargetArn: !GetAtt Failed.Arn}\n"
                               "  Failed: {Type: AWS::SQS::Queue}\n");
  const Resource& worker = resource(reading, "Worker");
  CHECK(worker.type == "AWS::Lambda::Function");
  CHECK(worker.written_type == "AWS::Serverless::Function");
  const Entry* tracing = worker.properties.find("TracingConfig");
  REQUIRE(tracing);
  CHECK(tracing->written == "Tracing");
  CHECK(tracing->value.find("Mode")->written == ".");
  CHECK(describe(tracing->value.find("Mode")->value) == "\"PassThrough\"");
  const Entry* queue = worker.properties.find("DeadLetterConfig");
  REQUIRE(queue);
  CHECK(queue->written == "DeadLetterQueue");
  CHECK(queue->value.find("TargetArn")->written == "TargetArn");
  CHECK(resource(reading, "WorkerRole").written_type == "AWS::IAM::Role");
  CHECK(reading.graph->notes.empty());
}

TEST_CASE("a template without the tables is read as it is written, with a note") {
  const SourceFile file(0, "t.yaml", "Transform: AWS::Serverless-2016-10-31\nResources:\n  T: {Type: AWS::Serverless::SimpleTable}\n");
  Result<Document> document = read_document(file);
  REQUIRE(document);
  const Result<ResourceGraph> graph = read_template(std::move(*document), file, 0);
  REQUIRE(graph);
  CHECK(graph->resources.at(0).type == "AWS::Serverless::SimpleTable");
  REQUIRE(graph->notes.size() == 1);
  CHECK(graph->notes[0].message ==
        "AWS::Serverless-2016-10-31 is not expanded: its resources are judged as they are written, and what they imply is not judged");
}

TEST_CASE("of the SAM templates of the corpus no resource is missing without a word") {
  if (!std::filesystem::exists(kCorpus)) {
    std::cout << "skipped: " << kCorpus << " is not there\n";
    return;
  }
  int templates = 0, written = 0, read_resources = 0;
  std::map<std::string, int> not_modelled;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kCorpus)) {
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (entry.path().extension() == ".tsv" || bytes.find("AWS::Serverless::") == std::string::npos) continue;
    INFO(entry.path());
    auto text = decode(bytes);
    REQUIRE(text);
    const Reading reading = read(entry.path().filename().string(), std::move(*text));
    if (!reading.graph) continue;
    CHECK(missing(reading) == std::vector<std::string>{});
    ++templates;
    written += static_cast<int>(reading.written.size());
    read_resources += static_cast<int>(reading.graph->resources.size());
    for (const Note& note : reading.graph->notes) {
      if (note.kind == "serverless") ++not_modelled[unnamed(note.message)];
    }
  }
  std::cout << fmt::format("{} SAM templates: {} resources written, {} resources and parts read; not modelled:\n", templates, written,
                           read_resources);
  for (const auto& [what, count] : not_modelled) std::cout << fmt::format("{:7} {}\n", count, what);
  CHECK(templates > 300);
}
