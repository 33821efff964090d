#include "analyzer/cli/groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <unordered_set>

#include "analyzer/cli/console.h"
#include "analyzer/configuration/read_configuration.h"
#include "analyzer/policy/glob.h"
#include "analyzer/report/text.h"
#include "analyzer/suppression/suppress.h"

namespace demarc {
namespace {

namespace fs = std::filesystem;

// The folder in which all arguments lie.
std::string shared_folder(const std::vector<std::string>& arguments) {
  std::string shared;
  for (const std::string& argument : arguments) {
    std::string folder = argument == "-" ? absolute_path(".") : configuration_folder(argument);
    if (shared.empty()) shared = folder;
    while (folder != shared && path_within(shared, folder).empty() && fs::path(shared) != fs::path(shared).root_path()) {
      shared = fs::path(shared).parent_path().generic_string();
    }
  }
  return shared;
}

std::string error_text(std::string_view origin, std::string_view message) { return fmt::format("demarc: {}: {}\n", origin, message); }

SettingValues values_of(const InputConfiguration& said) {
  SettingValues values;
  for (const auto& [name, value] : said.settings) values.emplace(name, value.value);
  if (!said.classification || values.count("classification") > 0) return values;
  for (const auto& [key, globs] : said.classification->value.tags) values["classification"].push_back({Literal::Kind::text, key, false});
  return values;
}

bool are_equal(const SettingValues& a, const SettingValues& b) {
  auto same = [](const auto& one, const auto& other) {
    auto equal = [](const Literal& x, const Literal& y) { return x.text == y.text && x.kind == y.kind; };
    return one.first == other.first && std::equal(one.second.begin(), one.second.end(), other.second.begin(), other.second.end(), equal);
  };
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), same);
}

const Said<PathPattern>* excluding(const InputConfiguration& said, const Input& input) {
  if (input.path.empty() || said.exclude.empty()) return nullptr;
  std::string path = absolute_path(input.path);
  for (const Said<PathPattern>& pattern : said.exclude) {
    std::string_view within = path_within(pattern.value.folder, path);
    if (!within.empty() && path_matches(pattern.value.pattern, within)) return &pattern;
  }
  return nullptr;
}

}  // namespace

std::uint32_t Groups::group_of(const std::string& folder, const CheckOptions& options) {
  std::uint32_t chain = files_.chain_of(folder);
  auto [known, added] = by_chain_.try_emplace(chain, static_cast<std::uint32_t>(groups_.size()));
  if (!added) return known->second;
  Group& group = groups_.emplace_back();
  group.chain = chain;
  group.said = merge(options.said, files_.chain(chain).merged);
  group.settled = settle(group.said);
  group.settings = values_of(group.said);
  for (const auto& [name, value] : group.said.parameters) group.reading.parameters.emplace_back(name, value.value);
  group.reading.parameters.insert(group.reading.parameters.end(), options.parameters.begin(), options.parameters.end());
  group.reading.honored = group.settled.honor.value;
  group.reading.inline_suppressions = options.inline_suppressions;
  return known->second;
}

std::string Groups::govern(const std::vector<std::string>& arguments, const CheckOptions& options, std::vector<Input>& inputs) {
  if (!options.configuration_file.empty()) files_.use_only(options.configuration_file);
  if (!files_.errors().empty()) return files_.errors();
  group_of(shared_folder(arguments), options);
  std::vector<Input> governed;
  for (Input& input : inputs) {
    input.group = group_of(input.path.empty() ? absolute_path(".") : configuration_folder(input.path), options);
    const Said<PathPattern>* pattern = excluding(groups_[input.group].said, input);
    if (!pattern) {
      governed.push_back(std::move(input));
    } else if (input.named) {
      excluded_.emplace_back(std::move(input), pattern->origin);
    }
  }
  inputs = std::move(governed);
  return files_.errors();
}

std::string Groups::read_policies(const CheckOptions& options) {
  std::string errors = read_libraries();
  if (errors.empty()) errors = check_names() + read_assumptions();
  if (!errors.empty()) return errors;
  for (Group& group : groups_) select(group, options);
  return {};
}

std::string Groups::read_libraries() {
  for (const Group& group : groups_) {
    for (const Said<std::string>& folder : group.said.extra_policies) {
      std::error_code ignored;
      if (!fs::is_directory(folder.value, ignored)) return error_text(folder.origin, fmt::format("{} is no folder of policies", shown_path(folder.value)));
      if (std::find(folders_.begin(), folders_.end(), folder.value) == folders_.end()) folders_.push_back(folder.value);
    }
  }
  std::string errors;
  for (Group& group : groups_) {
    group.library = &library_with(group.settings, errors);
    if (!errors.empty()) return errors;
    rename_settings(group);
    group.library = &library_with(group.settings, errors);
  }
  return errors;
}

const Library& Groups::library_with(const SettingValues& settings, std::string& errors) {
  for (std::size_t i = 0; i < libraries_.size(); ++i) {
    if (are_equal(library_settings_[i], settings)) return libraries_[i];
  }
  Library& library = libraries_.emplace_back();
  library_settings_.push_back(settings);
  errors += demarc::read_library(BuiltIn::all, folders_, library, settings);
  return library;
}

// Settings that are given under a policy's former id are its own.
void Groups::rename_settings(Group& group) {
  SettingValues renamed;
  bool any = false;
  for (const auto& [name, values] : group.settings) {
    std::size_t dot = name.rfind('.');
    std::string owner = dot == std::string::npos ? std::string() : name.substr(0, dot);
    Result<const Policy*> policy = owner.empty() || group.library->catalog.find(owner) ? Result<const Policy*>(nullptr)
                                                                                         : policy_named(group.library->catalog, owner);
    bool former = policy && *policy != nullptr;
    any = any || former;
    renamed.emplace(former ? (*policy)->id + name.substr(dot) : name, values);
  }
  if (any) group.settings = std::move(renamed);
}

std::string Groups::check_names() const {
  std::string errors;
  for (const ConfigurationFiles::File& file : files_.files()) {
    for (const NameMistake& mistake : demarc::check_names(file.configuration, library().catalog)) errors += error_text(mistake.origin, mistake.message);
  }
  return errors;
}

// What is said nearer is asked first: the rows of outer files are read before those of inner ones.
std::string Groups::read_assumptions() {
  std::vector<const ConfigurationFiles::File*> files;
  for (const ConfigurationFiles::File& file : files_.files()) files.push_back(&file);
  std::stable_sort(files.begin(), files.end(), [](const auto* a, const auto* b) { return a->folder.size() < b->folder.size(); });
  std::string errors;
  Library& library = libraries_.front();
  for (const ConfigurationFiles::File* file : files) {
    for (const AssumedRows& rows : file->configuration.assume) {
      std::vector<CatalogError> mistakes = demarc::read_assumptions(*rows.rows, file->source, rows.origin, vocabulary_of(library.mappings), library.catalog);
      for (const CatalogError& mistake : mistakes)
        errors += write_failure(files_.sources(), {file->source, {mistake.message, mistake.range, {}}}, style_of(Stream::error, "auto"));
    }
  }
  return errors;
}

void Groups::select(Group& group, const CheckOptions& options) {
  Selection selection = options.selection;
  selection.profile = group.settled.profile.value;
  std::unordered_set<std::string_view> folders;
  for (const Said<std::string>& folder : group.said.extra_policies) folders.insert(folder.value);
  for (const Policy* policy : select_policies(group.library->catalog, selection, group.said)) {
    auto folder = group.library->folders.find(policy->id);
    if (folder != group.library->folders.end() && folders.count(folder->second) == 0) continue;
    if (std::optional<Said<Severity>> said = severity(*policy, group.said)) {
      Policy& adjusted = group.adjusted.emplace_back(*policy);
      adjusted.severity = said->value;
      adjusted.severity_sensitive.reset();
      adjusted.severity_given = true;
      policy = &adjusted;
    }
    group.policies.push_back(policy);
  }
}

std::vector<InputReading> Groups::readings() const {
  std::vector<InputReading> readings;
  for (const Group& group : groups_) readings.push_back(group.reading);
  return readings;
}

EvaluateOptions Groups::evaluate_options(const Analysis& analysis, const CheckOptions& options) const {
  EvaluateOptions how;
  how.scope = run().settled.scope.value;
  how.as_of = options.as_of;
  how.explicit_only = options.explicit_only;
  how.list_passes = std::any_of(groups_.begin(), groups_.end(), [](const Group& group) { return group.settled.show.value.pass; });
  how.group_of = analysis.groups;
  std::unordered_set<const Policy*> seen;
  for (const Group& group : groups_) {
    InputGroup& input_group = how.groups.emplace_back();
    input_group.policies.insert(group.policies.begin(), group.policies.end());
    for (const AssumedRows& rows : group.said.assume) input_group.assumptions.insert(rows.place.file);
    if (group.said.classification) input_group.classification = group.said.classification->value;
    auto trusted = group.library->catalog.settings.find("trusted-accounts");
    if (trusted != group.library->catalog.settings.end()) {
      for (const Literal& account : trusted->second.value) input_group.trusted_accounts.push_back(account.text);
    }
    for (const Policy* policy : group.policies) {
      if (seen.insert(policy).second) how.policies.push_back(policy);
    }
  }
  std::stable_sort(how.policies.begin(), how.policies.end(), [](const Policy* a, const Policy* b) { return a->id < b->id; });
  return how;
}

void Groups::add_to(Analysis& analysis) const {
  std::map<FileId, FileId> renumbered;
  for (const ConfigurationFiles::File& file : files_.files()) {
    const SourceFile& source = files_.sources()[file.source];
    renumbered[file.source] = analysis.sources.add(source.name(), std::string(source.text())).id();
    analysis.paths.push_back(repository_path({source.name(), file.folder + "/" + fs::path(source.name()).filename().string(), false, 0, {}}));
    analysis.absolute.emplace_back();
    std::vector<bool> governed(analysis.groups.size());
    for (std::size_t input = 0; input < analysis.groups.size(); ++input) {
      const std::vector<const ConfigurationFiles::File*>& chain = files_.chain(groups_[analysis.groups[input]].chain).files;
      governed[input] = std::find(chain.begin(), chain.end(), &file) != chain.end();
    }
    for (const FiledSuppression& filed : file.configuration.suppressions) {
      SuppressionRule rule = filed.rule;
      rule.mark.place.file = renumbered[file.source];
      std::vector<std::string> paths(analysis.absolute.begin(), analysis.absolute.begin() + static_cast<std::ptrdiff_t>(governed.size()));
      rule.governed = files_meant(rule, filed.folder, paths, governed);
      analysis.suppressions.push_back(std::move(rule));
    }
  }
  add_notes(analysis, renumbered);
}

// What counts for the run as a whole is not heard from a configuration of some of its inputs.
void Groups::add_notes(Analysis& analysis, const std::map<FileId, FileId>& renumbered) const {
  const std::vector<const ConfigurationFiles::File*>& own = files_.chain(run().chain).files;
  for (const ConfigurationFiles::File& file : files_.files()) {
    if (std::find(own.begin(), own.end(), &file) != own.end()) continue;
    auto note = [&](std::string_view key, const SaidBy& origin, const SaidBy& instead) {
      const SourceFile& source = files_.sources()[file.source];
      auto line = static_cast<std::uint32_t>(std::stoul(origin.substr(origin.rfind(':') + 1)));
      std::uint32_t begin = source.line_begin(line);
      Place place{renumbered.at(file.source), {begin, begin + static_cast<std::uint32_t>(source.line(line).size())}};
      analysis.graph.notes.push_back({"configuration", fmt::format("{} counts for the run as a whole and is not heard here; it is said by {}", key, instead), place, true});
    };
    if (file.configuration.scope) note("scope", file.configuration.scope->origin, run().settled.scope.origin);
    if (file.configuration.baseline)
      note("baseline", file.configuration.baseline->origin, run().said.baseline ? run().said.baseline->origin : SaidBy("nobody"));
  }
}

}  // namespace demarc
