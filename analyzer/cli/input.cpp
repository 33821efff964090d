#include "analyzer/cli/input.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <set>
#include <string_view>

namespace demarc {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kLeftOut[] = {"node_modules", "__pycache__", "venv"};
constexpr std::string_view kEndings[] = {".yaml", ".yml", ".json", ".template", ".cfn"};

bool is_left_out(const fs::path& folder) {
  std::string name = folder.filename().string();
  return name.starts_with('.') || std::find(std::begin(kLeftOut), std::end(kLeftOut), name) != std::end(kLeftOut);
}

std::string name_of(const fs::path& path) {
  std::string name = path.lexically_normal().generic_string();
  return name.starts_with("./") ? name.substr(2) : name;
}

void walk(const fs::path& folder, std::vector<Input>& inputs) {
  std::error_code error;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    std::error_code ignored;
    if (at->is_directory(ignored)) {
      if (is_left_out(at->path())) at.disable_recursion_pending();
    } else if (at->is_regular_file(ignored)) {
      inputs.push_back({name_of(at->path()), at->path().string(), false, 0, {}});
    }
  }
}

struct FileCloser {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};

Error cannot_read(const Input& input) {
  std::string reason = std::strerror(errno);
  return {fmt::format("cannot be read: {}", reason), {}, input.path.empty() ? "" : "check its name and its permissions"};
}

}  // namespace

fs::path repository_of(const fs::path& file) {
  std::error_code ignored;
  for (fs::path folder = file.parent_path(); !folder.empty(); folder = folder.parent_path()) {
    if (fs::exists(folder / ".git", ignored)) return folder;
    if (folder == folder.root_path()) break;
  }
  return {};
}

std::vector<Input> find_inputs(const std::vector<std::string>& arguments) {
  std::vector<Input> found;
  for (const std::string& argument : arguments) {
    std::error_code ignored;
    if (argument == "-") {
      found.push_back({"<stdin>", "", true, 0, {}});
    } else if (fs::is_directory(argument, ignored)) {
      walk(argument, found);
    } else {
      found.push_back({name_of(argument), argument, true, 0, {}});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Input& a, const Input& b) { return a.name != b.name ? a.name < b.name : a.named > b.named; });
  std::vector<Input> inputs;
  std::set<std::string> seen;
  for (Input& input : found) {
    std::error_code ignored;
    std::string identity = input.path.empty() ? "-" : fs::weakly_canonical(input.path, ignored).string();
    if (seen.insert(identity.empty() ? input.path : identity).second) inputs.push_back(std::move(input));
  }
  return inputs;
}

Input file_input(const std::string& path) { return {name_of(path), path, true, 0, {}}; }

std::string folder_of(const Input& input) { return fs::path(input.path).parent_path().generic_string(); }

Result<std::string> read_bytes(const Input& input) {
  if (input.bytes) return *input.bytes;
  std::error_code ignored;
  if (!input.path.empty() && fs::is_directory(input.path, ignored)) return Error{"is a folder", {}, {}};
  std::unique_ptr<std::FILE, FileCloser> file(input.path.empty() ? stdin : std::fopen(input.path.c_str(), "rb"));
  if (!file) return cannot_read(input);
  std::string bytes;
  if (!input.path.empty()) {
    std::uintmax_t size = fs::file_size(input.path, ignored);
    if (!ignored) bytes.reserve(size + 1);
  }
  constexpr std::size_t kChunk = std::size_t{1} << 20;
  while (true) {
    std::size_t before = bytes.size();
    std::size_t want = std::max<std::size_t>(std::min(bytes.capacity() - before, kChunk), 65536);
    bytes.resize(before + want);
    std::size_t got = std::fread(bytes.data() + before, 1, want, file.get());
    bytes.resize(before + got);
    if (got < want) break;
  }
  if (std::ferror(file.get())) return cannot_read(input);
  return bytes;
}

bool may_be_analysed(std::string_view path, std::string_view bytes) {
  bool ends = std::any_of(std::begin(kEndings), std::end(kEndings), [&](std::string_view ending) { return path.ends_with(ending); });
  if (!ends && path.substr(path.rfind('/') + 1).find('.') != std::string_view::npos) return false;
  auto has = [&](std::string_view word) { return bytes.find(word) != std::string_view::npos; };
  bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  return wide || has("Resources") || has("resource_changes") || has("planned_values") || has("AWSTemplateFormatVersion");
}

std::string repository_path(const Input& input) {
  if (input.path.empty()) return input.name;
  std::error_code ignored;
  fs::path file = fs::weakly_canonical(input.path, ignored);
  fs::path root = repository_of(file);
  if (root.empty()) root = fs::current_path(ignored);
  fs::path relative = file.lexically_relative(root);
  if (relative.empty() || *relative.begin() == "..") relative = file.relative_path();
  return relative.generic_string();
}

}  // namespace demarc
