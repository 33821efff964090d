#include "analyzer/cli/git.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string_view>

#include "analyzer/cli/subprocess.h"

namespace demarc {
namespace {

// A hook of git runs with variables that speak of its own repository and index.
const std::vector<std::string> kWithout = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR"};
// Source of the first: https://git-scm.com/docs/git#Documentation/git.txt-codeGITNOLAZYFETCHcode
const std::vector<std::string> kWith = {"GIT_NO_LAZY_FETCH=1", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "LC_ALL=C"};

CommandOutput git(const std::string& repository, std::vector<std::string> words, const std::string& input = {}) {
  std::vector<std::string> all = {"git", "-C", repository, "-c", "protocol.allow=never"};
  all.insert(all.end(), words.begin(), words.end());
  return run_command(all, input, kWithout, kWith);
}

// Takes "HASH blob SIZE\nBYTES\n" or "NAME missing\n" off the output of cat-file; the bytes of a blob.
std::optional<std::string> take_object(std::string_view& out) {
  std::size_t end = out.find('\n');
  if (end == std::string_view::npos) {
    out = {};
    return std::nullopt;
  }
  std::string_view head = out.substr(0, end);
  out.remove_prefix(end + 1);
  std::size_t last = head.rfind(' ');
  std::size_t size = 0;
  if (last == std::string_view::npos) return std::nullopt;
  auto [stop, error] = std::from_chars(head.data() + last + 1, head.data() + head.size(), size);
  if (error != std::errc() || stop != head.data() + head.size()) return std::nullopt;
  std::string bytes(out.substr(0, size));
  out.remove_prefix(std::min(out.size(), size + 1));
  return head.substr(0, last).ends_with(" blob") ? std::optional(std::move(bytes)) : std::nullopt;
}

}  // namespace

Result<GitRevision> GitRevision::find(const std::string& repository, const std::string& revision) {
  CommandOutput top = git(repository, {"rev-parse", "--show-toplevel"});
  if (!top.started) return Error{"--since needs the git command, which cannot be run", {}, "install git, or leave --since out"};
  if (top.status != 0) return Error{fmt::format("--since needs a repository of git, and {} is none that git reads", repository), {}, {}};
  CommandOutput commit = git(repository, {"rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"});
  std::string hash = commit.out.substr(0, commit.out.find('\n'));
  if (commit.status == 0 && !hash.empty()) return GitRevision(repository, hash);
  return Error{fmt::format("{} is no revision of the repository {}", revision, repository), {}, "in CI, fetch it first: a shallow clone has only one"};
}

std::map<std::string, std::string> GitRevision::files(const std::vector<std::string>& paths) const {
  std::map<std::string, std::string> found;
  std::vector<std::pair<std::string, std::string>> asked;
  for (const std::string& path : paths) {
    if (path.find('\n') == std::string::npos) asked.emplace_back(path, path);
  }
  read(asked, found);
  if (found.size() == asked.size()) return found;
  std::map<std::string, std::string> former = former_names();
  std::vector<std::pair<std::string, std::string>> renamed;
  for (const auto& [path, now] : asked) {
    auto name = former.find(now);
    bool usable = name != former.end() && found.count(now) == 0 && name->second.find('\n') == std::string::npos;
    if (usable) renamed.emplace_back(name->second, now);
  }
  read(renamed, found);
  return found;
}

void GitRevision::read(const std::vector<std::pair<std::string, std::string>>& former_and_now, std::map<std::string, std::string>& found) const {
  for (std::size_t begin = 0; begin < former_and_now.size();) {
    std::string input;
    std::size_t end = begin;
    for (; end < former_and_now.size(); ++end) {
      std::string line = fmt::format("{}:{}\n", commit_, former_and_now[end].first);
      if (line.size() > kMostInput || input.size() + line.size() > kMostInput) break;
      input += line;
    }
    if (end == begin) {  // a name that is longer than any file system has
      ++begin;
      continue;
    }
    CommandOutput output = git(repository_, {"cat-file", "--batch"}, input);
    std::string_view out = output.out;
    for (; begin < end; ++begin) {
      if (std::optional<std::string> bytes = take_object(out)) found[former_and_now[begin].second] = std::move(*bytes);
    }
  }
}

// What `git diff --name-status -z` says: "R100", former name, present name, each with a NUL behind it.
std::map<std::string, std::string> GitRevision::former_names() const {
  CommandOutput output = git(repository_, {"diff", "--no-ext-diff", "--no-textconv", "--name-status", "-z", "--find-renames", "--diff-filter=R", commit_, "--"});
  std::map<std::string, std::string> names;
  std::vector<std::string_view> fields;
  for (std::string_view rest = output.out; !rest.empty();) {
    std::size_t end = std::min(rest.find('\0'), rest.size());
    fields.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(rest.size(), end + 1));
  }
  for (std::size_t i = 0; i + 2 < fields.size(); i += 3) names.emplace(fields[i + 2], fields[i + 1]);
  return names;
}

}  // namespace demarc
