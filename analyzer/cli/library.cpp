#include "analyzer/cli/library.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <filesystem>

#include "analyzer/cli/console.h"
#include "analyzer/cli/input.h"
#include "analyzer/policy/built_in.h"
#include "analyzer/report/text.h"
#include "parsers/document/pack.h"
#include "parsers/document/read.h"

namespace demarc {
namespace {

namespace fs = std::filesystem;

bool is_table(std::string_view path) { return path.starts_with("tables/") || path == "settings.yaml"; }

// The user's YAML files of a folder, by path; proofs and hidden files are none.
std::vector<Input> files_of(const std::string& folder) {
  std::vector<Input> files;
  for (Input& input : find_inputs({folder})) {
    bool yaml = input.path.ends_with(".yaml") || input.path.ends_with(".yml");
    bool proof = input.path.find(".template.") != std::string::npos;
    if (yaml && !proof) files.push_back(std::move(input));
  }
  return files;
}

// Reads one folder's files into the catalog and keeps their text for errors.
class FolderReader {
 public:
  FolderReader(const std::string& folder, Library& library, const SettingValues& given)
      : folder_(folder), library_(library), given_(given) {}

  std::string read() {
    std::error_code ignored;
    if (!fs::is_directory(folder_, ignored)) return fmt::format("demarc: {} is no folder of policies\n", folder_);
    for (const Input& input : files_of(folder_)) read_file(input);
    for (const CatalogError& error : read_catalog(files_, given_, vocabulary_of(library_.mappings), library_.catalog)) {
      if (error.path.empty()) continue;  // a given setting: see check_names
      auto file = std::find_if(files_.begin(), files_.end(), [&](const CatalogFile& each) { return each.path == error.path; });
      complain(ids_[static_cast<std::size_t>(file - files_.begin())], {error.message, error.range, {}});
    }
    for (const Policy& policy : library_.catalog.policies) {
      if (!policy.built_in) library_.folders.emplace(policy.id, folder_);
    }
    return errors_;
  }

 private:
  void read_file(const Input& input) {
    Result<std::string> bytes = read_bytes(input);
    Result<std::string> text = bytes ? decode(std::move(*bytes)) : std::move(bytes);
    SourceFile& file = library_.sources.add(input.name, text ? std::move(*text) : std::string());
    if (!text) return complain(file.id(), text.error());
    Result<Document> document = read_document(file);
    if (!document) return complain(file.id(), document.error());
    for (const Note& note : document->notes) {
      if (note.kind == "document") complain(file.id(), {"a policy file holds one policy, and another document begins here", note.place.range, {}});
    }
    documents_.push_back(std::move(*document));
    std::string path = fs::path(input.path).lexically_relative(folder_).generic_string();
    files_.push_back({path, &documents_.back().root, false});
    ids_.push_back(file.id());
  }

  void complain(FileId file, Error error) { errors_ += write_failure(library_.sources, {file, std::move(error)}, style_of(Stream::error, "auto")); }

  std::string folder_;
  Library& library_;
  const SettingValues& given_;
  std::deque<Document> documents_;
  std::vector<CatalogFile> files_;
  std::vector<FileId> ids_;
  std::string errors_;
};

// A table or the shared settings of a folder stand in the place of the built-in ones.
bool is_replaced(std::string_view path, const std::vector<std::string>& folders) {
  std::error_code ignored;
  auto has = [&](const std::string& folder) { return fs::exists(fs::path(folder) / path, ignored); };
  return is_table(path) && std::any_of(folders.begin(), folders.end(), has);
}

void read_built_in(BuiltIn built_in, const std::vector<std::string>& folders, Library& library, const SettingValues& given) {
  Arena arena;
  std::deque<Node> roots;
  std::vector<CatalogFile> files;
  for (const BuiltInFile& file : built_in_catalog()) {
    if ((built_in != BuiltIn::all && !is_table(file.path)) || is_replaced(file.path, folders)) continue;
    roots.push_back(unpack(file.bytes, arena));
    files.push_back({std::string(file.path), &roots.back(), true});
  }
  // What is built in speaks CloudFormation's words.
  read_catalog(files, given, {}, library.catalog);
}

}  // namespace

Vocabulary vocabulary_of(const LazyMappings& mappings) {
  return {[&mappings](std::string_view type) { return mappings.get().type_name(type); },
          [&mappings](std::string_view type, std::string_view path) { return mappings.get().property_path(type, path); }};
}

LibraryErrors read_library(BuiltIn built_in, const std::vector<std::string>& folders, Library& library, const SettingValues& given) {
  read_built_in(built_in, folders, library, given);
  LibraryErrors errors;
  for (const std::string& folder : folders) errors += FolderReader(folder, library, given).read();
  return errors;
}

}  // namespace demarc
