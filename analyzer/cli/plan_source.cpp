#include "analyzer/cli/plan_source.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <set>

#include "parsers/modules/locate.h"

namespace demarc {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 4> kEndings = {".tf", ".tf.json", ".tofu", ".tofu.json"};
constexpr std::size_t kShortestSecret = 4;

bool is_source(const fs::path& path) {
  std::string name = path.filename().string();
  if (name.starts_with('.') || name.ends_with('~')) return false;
  return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) { return name.ends_with(ending); });
}

std::vector<std::string> source_files(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code error;
  for (fs::directory_iterator at(folder.empty() ? "." : folder, error); !error && at != fs::directory_iterator(); at.increment(error)) {
    std::error_code ignored;
    if (is_source(at->path()) && at->is_regular_file(ignored)) files.push_back(at->path().generic_string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

// Files of source that several plans share are loaded once.
class SourceFiles {
 public:
  explicit SourceFiles(Analysis& analysis) : analysis_(analysis) {}

  // Null if it cannot be read as text.
  const SourceFile* file(const std::string& path) {
    auto [at, added] = files_.try_emplace(path, nullptr);
    if (!added) return at->second;
    Input input = file_input(path);
    Result<std::string> bytes = read_bytes(input);
    Encoding encoding = bytes ? encoding_of(*bytes) : Encoding::utf8;
    Result<std::string> text = bytes ? decode(std::move(*bytes)) : std::move(bytes);
    if (!text) return nullptr;
    at->second = &analysis_.sources.add(input.name, std::move(*text), encoding);
    analysis_.paths.push_back(repository_path(input));
    return at->second;
  }

  std::vector<const SourceFile*> folder(const std::string& folder) {
    std::vector<const SourceFile*> files;
    for (const std::string& path : source_files(folder)) {
      if (const SourceFile* read = file(path)) files.push_back(read);
    }
    return files;
  }

 private:
  Analysis& analysis_;
  std::map<std::string, const SourceFile*> files_;
};

// The part of a finding's path behind what the plan's own path says: the steps into a JSON text.
std::string_view further(const Finding& finding, const PlanPath& path) {
  if (!path.inside || path.steps.empty()) return {};
  std::size_t at = std::string_view(finding.path).find(path.steps.back().name);
  if (at == std::string_view::npos) return {};
  std::size_t dot = finding.path.find('.', at);
  return dot == std::string::npos ? std::string_view() : std::string_view(finding.path).substr(dot + 1);
}

class Placement {
 public:
  Placement(const PlanInput& plan, const std::string& folder, SourceFiles& files)
      : plan_(plan),
        modules_(folder, files.file((fs::path(folder) / ".terraform/modules/modules.json").generic_string()),
                 [&files](const std::string& each) { return files.folder(each); }) {}

  void place(Finding& finding) {
    std::optional<Place> found = find(finding.place, &finding);
    for (RelatedPlace& related : finding.related) {
      if (auto at = find(related.place, nullptr)) related.place = *at;
    }
    if (!found) return;
    finding.planned = finding.place;
    finding.place = *found;
  }

 private:
  std::optional<Place> find(const Place& place, const Finding* finding) {
    if (place.file != plan_.file) return std::nullopt;
    std::optional<PlanPath> path = path_in_plan(plan_.root, place.range);
    if (!path) return std::nullopt;
    return locate(modules_, *path, finding == nullptr ? std::string_view() : further(*finding, *path));
  }

  const PlanInput& plan_;
  ModuleTree modules_;
};

// The texts of secrets in plans, without their quotes.
std::set<std::string_view> secret_texts(const Analysis& analysis, const std::vector<Place>& secrets) {
  std::set<std::string_view> texts;
  for (const Place& place : secrets) {
    bool planned = std::any_of(analysis.plans.begin(), analysis.plans.end(), [&](const PlanInput& plan) { return plan.file == place.file; });
    if (!planned) continue;
    std::string_view text = analysis.sources[place.file].text().substr(place.range.begin, place.range.end - place.range.begin);
    if (text.size() >= 2 && text.front() == '"') text = text.substr(1, text.size() - 2);
    if (text.size() >= kShortestSecret) texts.insert(text);
  }
  return texts;
}

void hide_secrets(const Analysis& analysis, std::size_t first, std::vector<Place>& secrets) {
  std::set<std::string_view> texts = secret_texts(analysis, secrets);
  for (std::size_t id = first; id < analysis.sources.size(); ++id) {
    std::string_view source = analysis.sources[static_cast<FileId>(id)].text();
    for (std::string_view text : texts) {
      for (std::size_t at = source.find(text); at != std::string_view::npos; at = source.find(text, at + text.size())) {
        Range range{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + text.size())};
        secrets.push_back({static_cast<FileId>(id), range});
      }
    }
  }
  std::sort(secrets.begin(), secrets.end(),
            [](const Place& a, const Place& b) { return a.file != b.file ? a.file < b.file : a.range.begin < b.range.begin; });
}

}  // namespace

void place_in_source(Analysis& analysis, Evaluation& evaluation, const std::string& folder) {
  const std::size_t first = analysis.sources.size();
  SourceFiles files(analysis);
  std::map<FileId, std::unique_ptr<Placement>> placements;
  for (const PlanInput& plan : analysis.plans) {
    placements[plan.file] = std::make_unique<Placement>(plan, folder.empty() ? plan.folder : folder, files);
  }
  for (Finding& finding : evaluation.findings) {
    auto placement = placements.find(finding.place.file);
    if (placement != placements.end() && finding.verdict != Verdict::pass) placement->second->place(finding);
  }
  if (analysis.sources.size() == first) return;
  std::stable_sort(evaluation.findings.begin(), evaluation.findings.end(), comes_before);
  hide_secrets(analysis, first, evaluation.secrets);
}

}  // namespace demarc
