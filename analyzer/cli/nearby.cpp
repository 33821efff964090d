#include "analyzer/cli/nearby.h"

#include <fmt/format.h>

#include <filesystem>
#include <optional>

#include "analyzer/cli/configuration_files.h"
#include "parsers/text/source.h"

namespace demarc {
namespace {

namespace fs = std::filesystem;

bool is_inside(const fs::path& path, const fs::path& folder) {
  const fs::path relative = path.lexically_relative(folder);
  return !relative.empty() && *relative.begin() != "..";
}

// Files outside of it are none of a template's business.
fs::path realm_of(const fs::path& file) {
  if (fs::path repository = repository_of(file); !repository.empty()) return repository;
  std::error_code ignored;
  const fs::path here = fs::current_path(ignored);
  return is_inside(file, here) ? here : file.parent_path();
}

std::string identity_of(const fs::path& path) {
  std::error_code ignored;
  const fs::path result = fs::weakly_canonical(fs::absolute(path, ignored), ignored);
  return result.empty() ? path.string() : result.string();
}

std::optional<std::string> refusal(const fs::path& from, const fs::path& target, std::string_view written) {
  std::error_code ignored;
  if (fs::path(written).is_absolute()) return "is not read, since it is no path from here";
  if (!is_inside(target, realm_of(identity_of(from)))) return "is not read, since it lies outside of the repository";
  if (!fs::exists(target, ignored)) return "does not exist";
  if (!fs::is_regular_file(target, ignored)) return "is no file";
  return std::nullopt;
}

}  // namespace

void NearbyFiles::add(const Input& input) {
  const auto file = static_cast<FileId>(paths_.size());
  paths_.push_back(input.path);
  if (!input.path.empty()) by_identity_.emplace(identity_of(input.path), file);
}

Result<const SourceFile*> NearbyFiles::locate(FileId from, std::string_view path) {
  constexpr std::string_view kScheme = "file://";
  if (path.starts_with(kScheme)) path.remove_prefix(kScheme.size());
  const fs::path base = paths_[from].empty() ? fs::path("-") : fs::path(paths_[from]);
  const fs::path named = base.parent_path() / fs::path(path);
  const std::string identity = identity_of(named);
  if (const auto why = refusal(base, identity, path)) return Error{*why, {}, {}};
  auto known = by_identity_.find(identity);
  if (known == by_identity_.end()) {
    Input input{named.lexically_normal().generic_string(), named.string(), false, 0, {}};
    Result<std::string> bytes = read_bytes(input);
    Result<std::string> text = bytes ? decode(*std::move(bytes)) : std::move(bytes);
    if (!text) return text.error();
    analysis_.sources.add(input.name, *std::move(text));
    analysis_.paths.push_back(repository_path(input));
    analysis_.absolute.push_back(absolute_path(input.path));
    analysis_.groups.push_back(analysis_.groups[from]);
    known = by_identity_.emplace(identity, static_cast<FileId>(paths_.size())).first;
    paths_.push_back(input.path);
  }
  names_[from].insert(known->second);
  return &analysis_.sources[known->second];
}

std::set<FileId> NearbyFiles::followed(const std::vector<FileId>& templates) const {
  std::set<FileId> named;
  for (const auto& [file, others] : names_) {
    for (const FileId other : others) {
      if (other != file) named.insert(other);
    }
  }
  std::set<FileId> reached;
  const auto reach = [&](FileId from) {
    std::vector<FileId> open = {from};
    while (!open.empty()) {
      const auto others = names_.find(open.back());
      open.pop_back();
      if (others == names_.end()) continue;
      for (const FileId other : others->second) {
        if (other != from && reached.insert(other).second) open.push_back(other);
      }
    }
  };
  for (const FileId file : templates) {
    if (!named.contains(file)) reach(file);
  }
  for (const FileId file : templates) {
    if (named.contains(file) && !reached.contains(file)) reach(file);
  }
  return reached;
}

}  // namespace demarc
