#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "parsers/text/result.h"

namespace demarc {

// A revision of a repository, read with the git command: no shell, no network (objects that a partial clone lacks are not there).
class GitRevision {
 public:
  // The error says what is missing: the command, the repository, or the revision.
  static Result<GitRevision> find(const std::string& repository, const std::string& revision);

  // The files (from the root of the repository) as they were, by the names that they have now; renamed ones are found under
  // their former names. One that was not there is left out.
  std::map<std::string, std::string> files(const std::vector<std::string>& paths) const;

 private:
  GitRevision(std::string repository, std::string commit) : repository_(std::move(repository)), commit_(std::move(commit)) {}

  void read(const std::vector<std::pair<std::string, std::string>>& former_and_now, std::map<std::string, std::string>& found) const;
  std::map<std::string, std::string> former_names() const;

  std::string repository_;
  std::string commit_;
};

}  // namespace demarc
