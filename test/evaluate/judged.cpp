#include "judged.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include "parsers/document/read.h"
#include "parsers/serverless/serverless.h"
#include "parsers/terraform/plan.h"
#include "serverless_tables.h"

namespace demarc::test {
namespace {

std::string contents(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The mapping tables of the project, read once.
struct Tables {
  Sources sources;
  std::deque<Document> documents;
  Mappings mappings;
};

const Mappings& mappings() {
  static const std::unique_ptr<Tables> tables = [] {
    auto result = std::make_unique<Tables>();
    std::vector<MappingFile> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(DEMARC_SOURCE_DIR "/parsers/terraform/mappings")) {
      if (entry.path().extension() != ".yaml") continue;
      Result<Document> document = read_document(result->sources.add(entry.path().string(), contents(entry.path())));
      if (!document) continue;
      result->documents.push_back(*std::move(document));
      files.push_back({entry.path().string(), &result->documents.back().root});
    }
    read_mappings(files, result->mappings);
    return result;
  }();
  return tables->mappings;
}

std::vector<std::pair<std::string, std::string>> policy_files(const std::string& policy) {
  constexpr const char* kHead = "id: p\ntitle: T\nseverity: low\n";
  if (policy.rfind("id:", 0) != 0) return {{"p.yaml", kHead + policy}};
  std::vector<std::pair<std::string, std::string>> files;
  std::string rest = policy;
  while (!rest.empty()) {
    std::size_t end = rest.find("\n---\n");
    files.emplace_back(std::to_string(files.size()) + ".yaml", rest.substr(0, end));
    rest = end == std::string::npos ? std::string() : rest.substr(end + 5);
  }
  return files;
}

std::string at(const SourceFile& source, Range range, const std::string& message) {
  Position position = source.position(range.begin);
  return source.name() + ":" + std::to_string(position.line) + ":" + std::to_string(position.column) + ": " + message + "\n";
}

void read_policies(Judged& judged, const std::string& policy, const How& how) {
  Sources sources;
  std::deque<Document> documents;
  std::vector<CatalogFile> files;
  std::vector<std::pair<std::string, std::string>> texts = policy_files(policy);
  texts.insert(texts.end(), how.files.begin(), how.files.end());
  for (const auto& [path, text] : texts) {
    const SourceFile& source = sources.add(path, text);
    Result<Document> document = read_document(source);
    if (!document) {
      judged.mistakes += at(source, document.error().range.value_or(Range()), document.error().message);
      continue;
    }
    documents.push_back(*std::move(document));
    files.push_back({path, &documents.back().root, false});
  }
  for (const CatalogError& error : read_catalog(files, {}, {}, judged.catalog)) {
    for (FileId i = 0; i < sources.size(); ++i) {
      if (sources[i].name() == error.path) judged.mistakes += at(sources[i], error.range, error.message);
    }
  }
}

void read_input(Judged& judged, const std::string& text, const How& how) {
  const auto number = static_cast<Scope>(judged.sources.size());
  SourceFile& source = judged.sources.add(std::to_string(number), text);
  Result<Document> document = read_document(source);
  if (!document) {
    judged.mistakes += at(source, document.error().range.value_or(Range()), document.error().message);
    return;
  }
  bool plan = looks_like_plan(document->root);
  const ServerlessTables* serverless = is_serverless(document->root) ? &serverless_fixture().tables : nullptr;
  Result<ResourceGraph> graph = plan ? read_plan(*std::move(document), source, number, mappings())
                                     : read_template(*std::move(document), source, number, how.parameters, nullptr, serverless);
  if (graph) {
    judged.graph.append(*std::move(graph));
  } else {
    judged.mistakes += at(source, graph.error().range.value_or(Range()), graph.error().message);
  }
}

}  // namespace

void judge(Judged& judged, const std::string& policy, const std::string& input, const How& how) {
  read_policies(judged, policy, how);
  read_input(judged, input, how);
  for (const std::string& more : how.more) read_input(judged, more, how);
  for (const Policy& each : judged.catalog.policies) judged.options.policies.push_back(&each);
  judged.options.scope = how.scope;
  judged.options.as_of = how.as_of;
  judged.options.explicit_only = how.explicit_only;
  judged.options.trusted_accounts = {"111122223333"};
  judged.evaluation = evaluate(judged.graph, judged.catalog, judged.sources, judged.options);
}

std::string show(const Judged& judged, const Place& place) {
  Position position = judged.sources[place.file].position(place.range.begin);
  std::string file = place.file == 0 ? "" : std::to_string(place.file) + "/";
  return file + std::to_string(position.line) + ":" + std::to_string(position.column);
}

std::string show(const Judged& judged, bool passes) {
  if (!judged.mistakes.empty()) return judged.mistakes;
  std::string result;
  for (const Finding& finding : judged.evaluation.findings) {
    if (finding.verdict == Verdict::pass && !passes) continue;
    if (judged.options.policies.size() > 1) result += finding.policy->id + " ";
    result += std::string(name_of(finding.verdict)) + " " + show(judged, finding.place) + " ";
    if (!finding.path.empty()) result += "<" + finding.path + "> ";
    result += sentence(finding) + "\n";
  }
  for (const Note& note : judged.evaluation.notes) result += "note " + show(judged, note.place) + " " + note.message + "\n";
  return result;
}

std::string findings(const std::string& policy, const std::string& input, const How& how) {
  Judged judged;
  judge(judged, policy, input, how);
  return show(judged, how.passes);
}

}  // namespace demarc::test
