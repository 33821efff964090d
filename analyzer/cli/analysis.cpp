#include "analyzer/cli/analysis.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <iterator>
#include <optional>
#include <set>
#include <string_view>
#include <thread>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "analyzer/cli/configuration_files.h"
#include "analyzer/cli/nearby.h"
#include "analyzer/suppression/read_suppressions.h"
#include "parsers/cloudformation/imports.h"
#include "parsers/document/read.h"
#include "parsers/serverless/serverless.h"
#include "parsers/terraform/plan.h"

namespace demarc {
namespace {

constexpr std::size_t kHead = 4096;  // bytes that tell what a file is that cannot be decoded

// What became of one file: a graph, an error, or nothing where it is none of our business.
struct Outcome {
  std::optional<ResourceGraph> graph;
  std::optional<Error> error;
  std::optional<Node> plan;  // its root, of a plan
  bool names_files = false;  // a template that is read once the others are
  InputKind kind = InputKind::none;
  InlineSuppressions suppressions;
};

Result<Document> read(const SourceFile& file) {
  std::size_t first = file.text().find_first_not_of(" \t\r\n");
  bool json = first != std::string_view::npos && (file.text()[first] == '{' || file.text()[first] == '[');
  if (json) {
    Result<Document> document = read_json(file, {}, skip_of_plan);
    if (document) return document;
  }
  return read_document(file);
}

// Of a file met in a folder that cannot be parsed: whether it says itself that it is a template or plan.
bool is_meant(std::string_view text) {
  auto has = [&](std::string_view word) { return text.find(word) != std::string_view::npos; };
  return has("AWSTemplateFormatVersion") || (has("Resources") && has("AWS::")) || (has("\"resource_changes\"") && has("\"format_version\""));
}

void take(Result<ResourceGraph> result, Outcome& outcome) {
  if (result) {
    outcome.graph = std::move(*result);
  } else {
    outcome.error = result.error();
  }
}

// Whether a template may name other files, which have to be read for it.
bool may_name_files(std::string_view text) {
  for (std::string_view word : {"AWS::Include", "TemplateURL", "AWS::Serverless::Application"}) {
    if (text.find(word) != std::string_view::npos) return true;
  }
  return false;
}

Outcome read_input(const SourceFile& file, bool named, const LazyMappings& mappings, const LazyServerless& serverless,
                   const InputReading& reading) {
  Outcome outcome;
  Result<Document> document = read(file);
  if (!document) {
    if (!named && !is_meant(file.text())) return outcome;
    Error mistake = mistaken_plan(file.text());
    outcome.error = mistake.message.empty() ? document.error() : mistake;
    return outcome;
  }
  Node root = document->root;
  if (looks_like_plan(root)) {
    const Node* changes = root.find("resource_changes");
    const bool keeps_root = changes != nullptr && changes->kind == NodeKind::list;  // else it is read once more, whole
    outcome.kind = InputKind::plan;
    take(read_plan(std::move(*document), file, file.id(), mappings.get(), reading.state), outcome);
    if (outcome.graph && keeps_root) outcome.plan = root;
    return outcome;
  }
  if (looks_like_template(root)) {
    outcome.kind = InputKind::template_file;
    if (reading.inline_suppressions) outcome.suppressions = read_suppressions(root, file, reading.honored);
    if (may_name_files(file.text())) {
      outcome.names_files = true;
      return outcome;
    }
    const ServerlessTables* tables = is_serverless(root) ? &serverless.get() : nullptr;
    take(read_template(std::move(*document), file, file.id(), reading.parameters, nullptr, tables), outcome);
    return outcome;
  }
  if (!named) return outcome;
  outcome.error = mistaken_plan(file.text());
  if (outcome.error->message.empty()) {
    outcome.error = Error{"is neither a CloudFormation template nor a Terraform plan", {},
                          "a template has Resources; a plan comes from `terraform show -json PLANFILE`"};
  }
  return outcome;
}

// Files are numbered in the order of the inputs, so that everything after them is in the same order in every run.
struct Pending {
  FileId file;
  bool named;
  std::string folder;
};

std::vector<Pending> load(const std::vector<Input>& inputs, Analysis& analysis, NearbyFiles& nearby) {
  std::vector<Pending> pending;
  for (const Input& input : inputs) {
    Result<std::string> bytes = read_bytes(input);
    if (bytes && !input.named && !may_be_analysed(input.path, *bytes)) continue;
    std::string head = bytes ? bytes->substr(0, kHead) : std::string();
    Encoding encoding = bytes ? encoding_of(*bytes) : Encoding::utf8;
    Result<std::string> text = bytes ? decode(std::move(*bytes)) : std::move(bytes);
    if (!text && !input.named && !head.empty()) continue;
    FileId file = analysis.sources.add(input.name, text ? std::move(*text) : std::string(), encoding).id();
    analysis.paths.push_back(repository_path(input));
    nearby.add(input);
    analysis.absolute.push_back(input.path.empty() ? std::string() : absolute_path(input.path));
    analysis.groups.push_back(input.group);
    if (text) {
      pending.push_back({file, input.named, folder_of(input)});
      continue;
    }
    Error mistake = head.empty() ? Error{} : mistaken_plan(head);
    analysis.failures.push_back({file, mistake.message.empty() ? text.error() : mistake});
  }
  return pending;
}

constexpr Scope kMostNested = 1000;  // more than one template may nest

// Those that name other files, one after the other, so that files are numbered in the same order in every run.
void read_with_neighbours(const std::vector<Pending>& pending, const LazyServerless& serverless, const std::vector<InputReading>& readings,
                          Analysis& analysis, NearbyFiles& nearby, std::vector<Outcome>& outcomes) {
  Neighbours neighbours;
  neighbours.locate = [&](FileId from, std::string_view path) { return nearby.locate(from, path); };
  neighbours.first_nested = static_cast<Scope>(analysis.sources.size());
  std::vector<FileId> templates;
  for (std::size_t i = 0; i < pending.size(); ++i) {
    if (!outcomes[i].names_files) continue;
    const SourceFile& file = analysis.sources[pending[i].file];
    templates.push_back(file.id());
    Result<Document> document = read(file);
    const GivenParameters& parameters = readings[analysis.groups[file.id()]].parameters;
    take(document ? read_template(std::move(*document), file, file.id(), parameters, &neighbours, &serverless.get())
                  : Result<ResourceGraph>(document.error()),
         outcomes[i]);
    neighbours.first_nested += kMostNested;
    neighbours.nested = 0;
  }
  const std::set<FileId> followed = nearby.followed(templates);
  for (std::size_t i = 0; i < pending.size(); ++i) {
    if (followed.contains(pending[i].file)) outcomes[i].graph.reset();
  }
}

// What suppresses findings in files that only other templates name.
void read_suppressions_of(FileId first, const std::vector<InputReading>& readings, Analysis& analysis) {
  for (FileId id = first; id < analysis.sources.size(); ++id) {
    const InputReading& reading = readings[analysis.groups[id]];
    const SourceFile& file = analysis.sources[id];
    Result<Document> document = reading.inline_suppressions ? read(file) : Result<Document>(Error{});
    if (!document) continue;
    InlineSuppressions found = read_suppressions(document->root, file, reading.honored);
    analysis.suppressions.insert(analysis.suppressions.end(), std::make_move_iterator(found.rules.begin()), std::make_move_iterator(found.rules.end()));
    analysis.graph.notes.insert(analysis.graph.notes.end(), found.notes.begin(), found.notes.end());
  }
}

// A template that two others nest has its notes once.
void drop_repeated(std::vector<Note>& notes) {
  std::set<std::tuple<FileId, std::uint32_t, std::uint32_t, std::string>> seen;
  std::erase_if(notes, [&](const Note& note) {
    return !seen.emplace(note.place.file, note.place.range.begin, note.place.range.end, note.kind + note.message).second;
  });
}

}  // namespace

void note_unused(const GivenParameters& parameters, Analysis& analysis) {
  std::unordered_set<std::string_view> declared;
  const Resource* first = nullptr;
  for (const Resource& resource : analysis.graph.resources) {
    if (resource.dialect != Dialect::cloudformation) continue;
    if (first == nullptr) first = &resource;
    if (resource.type == "template.parameter") declared.insert(resource.address);
  }
  if (first == nullptr) return;
  for (const auto& [name, value] : parameters) {
    if (name.starts_with("AWS::") || !declared.insert(name).second) continue;
    std::string message = fmt::format("--parameters gives {}, which no template declares", name);
    analysis.graph.notes.push_back({"unused-parameter", std::move(message), {first->name.file, {}}, false});
  }
}

Analysis analyse(const std::vector<Input>& inputs, const LazyMappings& mappings, const LazyServerless& serverless,
                 const std::vector<InputReading>& readings, Progress* progress) {
  using Clock = std::chrono::steady_clock;
  Analysis analysis;
  NearbyFiles nearby(analysis);
  std::vector<Pending> pending = load(inputs, analysis, nearby);
  analysis.times.resize(analysis.sources.size());
  if (progress) progress->begin("reading", pending.size(), "files");
  std::vector<Outcome> outcomes(pending.size());
  analysis.kinds.resize(analysis.groups.size());
  std::atomic<std::size_t> next = 0;
  auto work = [&] {
    for (std::size_t i = next++; i < pending.size(); i = next++) {
      Clock::time_point began = Clock::now();
      outcomes[i] = read_input(analysis.sources[pending[i].file], pending[i].named, mappings, serverless,
                               readings[analysis.groups[pending[i].file]]);
      analysis.times[pending[i].file] = Clock::now() - began;
      if (progress) progress->step();
    }
  };
  std::size_t count = std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), pending.size());
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < count; ++i) threads.emplace_back(work);
  work();
  for (std::thread& thread : threads) thread.join();
  const auto first_nearby = static_cast<FileId>(analysis.sources.size());
  read_with_neighbours(pending, serverless, readings, analysis, nearby, outcomes);
  read_suppressions_of(first_nearby, readings, analysis);
  for (std::size_t i = 0; i < pending.size(); ++i) {
    analysis.kinds[pending[i].file] = outcomes[i].kind;
    std::vector<SuppressionRule>& rules = outcomes[i].suppressions.rules;
    analysis.suppressions.insert(analysis.suppressions.end(), std::make_move_iterator(rules.begin()), std::make_move_iterator(rules.end()));
    if (outcomes[i].error) analysis.failures.push_back({pending[i].file, *outcomes[i].error});
    if (!outcomes[i].graph) continue;
    ++analysis.inputs;
    if (outcomes[i].plan) analysis.plans.push_back({pending[i].file, *outcomes[i].plan, pending[i].folder});
    analysis.graph.append(std::move(*outcomes[i].graph));
    const std::vector<Note>& notes = outcomes[i].suppressions.notes;
    analysis.graph.notes.insert(analysis.graph.notes.end(), notes.begin(), notes.end());
  }
  drop_repeated(analysis.graph.notes);
  link_imports(analysis.graph);
  std::stable_sort(analysis.failures.begin(), analysis.failures.end(),
                   [](const InputFailure& a, const InputFailure& b) { return a.file < b.file; });
  return analysis;
}

}  // namespace demarc
