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
#include "parsers/graph/scenario.h"

using namespace demarc;

namespace {

const std::filesystem::path kCorpus = DEMARC_SOURCE_DIR "/../shared/corpus/cfn";

using Counts = std::map<std::string, int>;

constexpr std::array<std::string_view, 25> kWhy = {
    "parameter_without_default", "parameter", "parameter_store", "known_after_apply", "import", "dynamic_reference", "attribute",
    "data_source", "macro", "intrinsic", "unread_file", "not_in_deployment", "outside", "unproven_companion", "condition",
    "unknown_members", "no_row", "default_depends", "not_a_number", "not_a_date", "not_a_list", "not_a_map", "malformed",
    "too_many_scenarios", ""};

// Counts what is unknown in a value, each unknown once.
class UnknownCounter {
 public:
  explicit UnknownCounter(Counts& counts) : counts_(counts) {}

  void visit(const Value& value) {
    switch (value.kind()) {
      case Value::Kind::unknown: ++counts_[std::string(kWhy[static_cast<std::size_t>(value.unknown().why)])]; break;
      case Value::Kind::list:
        for (const Value& item : value.items()) visit(item);
        break;
      case Value::Kind::map:
        for (const Entry& entry : value.entries()) visit(entry.value);
        break;
      case Value::Kind::partial:
        for (const Piece& piece : value.pieces()) {
          if (piece.hole != nullptr) visit(*piece.hole);
        }
        break;
      case Value::Kind::choice:
        for (const Alternative& each : value.alternatives()) visit(each.value);
        break;
      default: break;
    }
  }

 private:
  Counts& counts_;
};

std::string slurp(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void print(std::string_view title, const Counts& counts) {
  std::vector<std::pair<std::string, int>> rows(counts.begin(), counts.end());
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::cout << title << ":";
  for (const auto& [name, count] : rows) std::cout << "  " << name << " " << count;
  std::cout << "\n";
}

int count_worlds(const Resource& resource, bool& exhausted) {
  Scenario scenario;
  int worlds = 0;
  do {
    ++worlds;
    if (resource.condition != nullptr && !scenario.holds(*resource.condition)) continue;
    const Value properties = scenario.settle(resource.properties);
    if (!properties.is(Value::Kind::map)) continue;
    for (const Entry& entry : properties.entries()) static_cast<void>(scenario.settle(entry.value));
  } while (scenario.next());
  exhausted = exhausted || scenario.exhausted();
  return worlds;
}

}  // namespace

TEST_CASE("every template of the corpus is read") {
  if (!std::filesystem::exists(kCorpus)) {
    std::cout << "skipped: " << kCorpus << " is not there\n";
    return;
  }
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(kCorpus)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  Counts unknowns;
  Counts notes;
  Counts errors;
  int resources = 0;
  int exhausted = 0;
  const auto start = std::chrono::steady_clock::now();
  for (const std::filesystem::path& path : files) {
    auto text = decode(slurp(path));
    if (!text) continue;
    const SourceFile file(0, path.filename().string(), *text);
    auto document = read_document(file);
    if (!document) {
      ++errors["document"];
      if (std::getenv("DEMARC_VERBOSE")) std::cout << "document " << path.filename() << " " << document.error().message << "\n";
      continue;
    }
    const bool meant = looks_like_template(document->root);
    const auto graph = read_template(std::move(*document), file, 0);
    if (!graph) {
      ++errors[(meant ? "meant: " : "not meant: ") + graph.error().message];
      if (std::getenv("DEMARC_VERBOSE")) std::cout << (meant ? "meant " : "not meant ") << path.filename() << " " << graph.error().message << "\n";
      continue;
    }
    if (!meant) ++errors["not recognised"];
    for (const Note& note : graph->notes) {
      ++notes[note.kind];
      CHECK(!note.message.empty());
      if (std::getenv("DEMARC_VERBOSE")) {
        const Position at = file.position(note.place.range.begin);
        std::cout << path.filename().string() << ":" << at.line << ":" << at.column << " " << note.kind << " " << note.message << "\n";
      }
    }
    UnknownCounter counter(unknowns);
    for (const Resource& resource : graph->resources) {
      ++resources;
      counter.visit(resource.properties);
      bool spent = false;
      count_worlds(resource, spent);
      if (spent) {
        ++exhausted;
        if (std::getenv("DEMARC_VERBOSE")) std::cout << "exhausted " << path.filename() << " " << resource.address << "\n";
      }
    }
  }
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
  std::cout << fmt::format("{} templates, {} resources and parts, {} with too many worlds for all their properties at once, {:.1f} s\n",
                           files.size(), resources, exhausted, time.count());
  print("unknown", unknowns);
  print("notes", notes);
  print("errors", errors);
}
