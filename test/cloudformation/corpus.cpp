#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include "catch.h"
#include "parsers/cloudformation/template.h"
#include "parsers/document/read.h"
#include "parsers/expansion/loop.h"
#include "parsers/graph/scenario.h"

using namespace demarc;

namespace {

const std::filesystem::path kShared = DEMARC_SOURCE_DIR "/../shared";

using Counts = std::map<std::string, int>;

// How often each reason was counted at most, so far: "   4798 unknown: is …, which is known only after deployment" in
// corpus_counts.txt. Nothing may come to be known less often.
Counts limits() {
  Counts result;
  std::ifstream in(DEMARC_SOURCE_DIR "/test/cloudformation/corpus_counts.txt");
  int count = 0;
  std::string reason;
  while (in >> count && std::getline(in >> std::ws, reason)) result[reason] = count;
  return result;
}

// A row for each reason, the most frequent first, and the limit where that is another number.
void print(const Counts& counts, const Counts& limits) {
  std::vector<std::pair<std::string, int>> rows(counts.begin(), counts.end());
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  for (const auto& [reason, count] : rows) {
    const auto limit = limits.find(reason);
    const bool same = limit != limits.end() && limit->second == count;
    std::cout << fmt::format("{:7} {}{}\n", count, reason,
                             same ? "" : fmt::format("   (at most {})", limit == limits.end() ? 0 : limit->second));
  }
}

// What many templates come to.
struct Tally {
  int templates = 0;
  int unrecognised = 0;  // are read, but do not look like templates
  int resources = 0;
  int exhausted = 0;  // have too many worlds for all of their properties at once
  Counts reasons;     // why values are unknown, and the kinds of notes

  void count(const Value& value) {
    if (value.is(Value::Kind::unknown)) ++reasons["unknown: " + explain({value.unknown().why, false, "…"})];
    if (value.is(Value::Kind::list)) {
      for (const Value& item : value.items()) count(item);
    } else if (value.is(Value::Kind::map)) {
      for (const Entry& entry : value.entries()) {
        if (entry.key != kMoreEntries) count(entry.value);  // that is one macro, whose note is counted
      }
    } else if (value.is(Value::Kind::partial)) {
      for (const Piece& piece : value.pieces()) {
        if (piece.hole != nullptr) count(*piece.hole);
      }
    } else if (value.is(Value::Kind::choice)) {
      for (const Alternative& each : value.alternatives()) count(each.value);
    }
  }
};

std::string slurp(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_regular_file() && name != "MANIFEST.tsv" && name != "labels.json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool explore(const Resource& resource) {
  Scenario scenario;
  do {
    if (resource.condition != nullptr && !scenario.holds(*resource.condition)) continue;
    const Value properties = scenario.settle(resource.properties);
    if (!properties.is(Value::Kind::map)) continue;
    for (const Entry& entry : properties.entries()) static_cast<void>(scenario.settle(entry.value));
  } while (scenario.next());
  return !scenario.exhausted();
}

// The keys under Resources that neither became a resource, or, being a loop, made some, nor stand at a note.
std::vector<std::string> missing(const std::vector<Member>& written, const ResourceGraph& graph) {
  std::unordered_set<std::string_view> known;
  for (const Resource& resource : graph.resources) known.insert(resource.address);
  std::vector<std::string> result;
  for (const Member& member : written) {
    const bool noted = std::any_of(graph.notes.begin(), graph.notes.end(), [&](const Note& note) {
      return note.place.range.begin >= member.key_range.begin && note.place.range.end <= member.value.range.end;
    });
    const bool made = is_loop(member.key) && std::any_of(graph.resources.begin(), graph.resources.end(), [&](const Resource& each) {
                        return each.name.range.begin >= member.key_range.end && each.name.range.end <= member.value.range.end;
                      });
    if (!known.contains(member.key) && !made && !noted) result.emplace_back(member.key);
  }
  return result;
}

void read(const std::filesystem::path& path, Tally& tally) {
  INFO(path);
  auto text = decode(slurp(path));
  REQUIRE(text);
  const SourceFile file(0, path.filename().string(), *text);
  auto document = read_document(file);
  REQUIRE(document);
  if (!looks_like_template(document->root)) ++tally.unrecognised;
  std::vector<Member> written;
  if (const Node* resources = document->root.find("Resources")) {
    written.assign(resources->members().begin(), resources->members().end());
  }
  const auto graph = read_template(std::move(*document), file, 0);
  REQUIRE(graph);
  CHECK(missing(written, *graph) == std::vector<std::string>{});
  ++tally.templates;
  for (const Note& note : graph->notes) {
    ++tally.reasons["note: " + note.kind];
    CHECK(!note.message.empty());
    CHECK(note.place.range.end <= text->size());
  }
  for (const Resource& resource : graph->resources) {
    ++tally.resources;
    tally.count(resource.properties);
    if (!explore(resource)) ++tally.exhausted;
  }
}

Tally read_all(const std::filesystem::path& folder) {
  Tally tally;
  if (!std::filesystem::exists(folder)) {
    std::cout << "skipped: " << folder << " is not there\n";
    return tally;
  }
  const auto start = std::chrono::steady_clock::now();
  for (const std::filesystem::path& path : files_below(folder)) read(path, tally);
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
  std::cout << fmt::format("{} templates in {:.1f} s, {} resources and parts, {} of them with too many worlds to be asked for all at once\n",
                           tally.templates, time.count(), tally.resources, tally.exhausted);
  return tally;
}

}  // namespace

TEST_CASE("every template of the corpus is read, none of its resources is missing without a word, and no more is unknown than before") {
  const Tally tally = read_all(kShared / "corpus/cfn");
  CHECK(tally.unrecognised == 0);
  const Counts most = limits();
  REQUIRE(!most.empty());
  print(tally.reasons, most);
  for (const auto& [reason, count] : tally.reasons) {
    INFO(reason);
    const auto limit = most.find(reason);
    CHECK(count <= (limit == most.end() ? 0 : limit->second));
  }
}

// One of them names no resource: Type and Properties stand right under Resources.
TEST_CASE("every labelled template is read") {
  const Tally tally = read_all(kShared / "labelled/cfn");
  CHECK(tally.unrecognised <= 1);
  print(tally.reasons, tally.reasons);
}
