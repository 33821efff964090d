#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "analyzer/cli/analysis.h"
#include "analyzer/cli/check_options.h"
#include "analyzer/cli/configuration_files.h"
#include "analyzer/cli/input.h"
#include "analyzer/cli/library.h"
#include "analyzer/configuration/configuration.h"
#include "analyzer/evaluate/evaluate.h"

namespace demarc {

// Inputs of a run that have one configuration, and what it comes to.
struct Group {
  std::uint32_t chain = 0;         // of configuration files
  InputConfiguration said;              // by the command line, the environment and the files
  SettledConfiguration settled;
  SettingValues settings;
  InputReading reading;
  const Library* library = nullptr;
  std::deque<Policy> adjusted;     // policies whose severity the configuration changes
  std::vector<const Policy*> policies;
};

// The groups of a run. The first is the run's own: its configuration is that of the folder that all arguments share, and
// decides what counts for the run as a whole: `scope`, `baseline`, and the policies of the deployment. All else counts for each
// input as its own configuration says.
class Groups {
 public:
  // Finds the configuration of each input and leaves out those that it excludes. What is wrong, ready to be printed.
  std::string govern(const std::vector<std::string>& arguments, const CheckOptions& options, std::vector<Input>& inputs);

  // Reads the policies as the groups have them. What is wrong, ready to be printed.
  std::string read_policies(const CheckOptions& options);

  const Group& run() const { return groups_.front(); }
  const std::deque<Group>& all() const { return groups_; }
  const Library& library() const { return libraries_.front(); }
  const ConfigurationFiles& files() const { return files_; }
  std::vector<InputReading> readings() const;

  // Requires: the analysis is of the inputs that were governed.
  EvaluateOptions evaluate_options(const Analysis& analysis, const CheckOptions& options) const;

  // Makes the configuration files sources of the analysis, so that rules and notes have their places: the suppressions of
  // configurations, and what is noted about values that do not count.
  void add_to(Analysis& analysis) const;

  // Named inputs that are excluded, each with where that is said.
  const std::vector<std::pair<Input, SaidBy>>& excluded() const { return excluded_; }

 private:
  std::uint32_t group_of(const std::string& folder, const CheckOptions& options);
  std::string read_libraries();
  std::string read_assumptions();
  std::string check_names() const;
  void select(Group& group, const CheckOptions& options);
  const Library& library_with(const SettingValues& settings, std::string& errors);
  void rename_settings(Group& group);
  void add_notes(Analysis& analysis, const std::map<FileId, FileId>& renumbered) const;

  ConfigurationFiles files_;
  std::deque<Group> groups_;
  std::map<std::uint32_t, std::uint32_t> by_chain_;
  std::vector<std::string> folders_;    // of the users' own policies
  std::deque<Library> libraries_;       // one for each set of values of settings; the first has the rows of `assume:`
  std::vector<SettingValues> library_settings_;
  std::vector<std::pair<Input, SaidBy>> excluded_;
};

}  // namespace demarc
