#include "analyzer/cli/configuration_files.h"

#include <filesystem>

#include "analyzer/cli/console.h"
#include "analyzer/cli/input.h"
#include "analyzer/configuration/read_configuration.h"
#include "analyzer/report/text.h"
#include "parsers/document/read.h"

namespace demarc {
namespace {

namespace fs = std::filesystem;

}  // namespace

std::string absolute_path(const std::string& path) {
  std::error_code ignored;
  fs::path absolute = fs::weakly_canonical(path.empty() ? "." : path, ignored);
  return (absolute.empty() ? fs::path(path) : absolute).generic_string();
}

std::string configuration_folder(const std::string& path) {
  std::error_code ignored;
  std::string absolute = absolute_path(path);
  return fs::is_directory(absolute, ignored) ? absolute : fs::path(absolute).parent_path().generic_string();
}

std::string shown_path(const std::string& absolute) {
  std::error_code ignored;
  fs::path relative = fs::path(absolute).lexically_relative(fs::current_path(ignored));
  bool outside = relative.empty() || *relative.begin() == "..";
  return outside ? absolute : relative.generic_string();
}

void ConfigurationFiles::use_only(const std::string& path) {
  only_ = true;
  std::string absolute = absolute_path(path);
  const File* file = read(absolute, fs::path(absolute).parent_path().generic_string());
  if (file) add_chain(*file, 0);
}

std::uint32_t ConfigurationFiles::chain_of(const std::string& folder) {
  if (only_) return static_cast<std::uint32_t>(chains_.size() - 1);
  if (auto known = by_folder_.find(folder); known != by_folder_.end()) return known->second;
  fs::path path(folder);
  std::string name = (path / kConfigurationFile).generic_string();
  std::error_code ignored;
  const File* file = fs::is_regular_file(name, ignored) ? read(name, folder) : nullptr;
  bool top = path == path.root_path() || path.empty() || (file && file->configuration.root);
  std::uint32_t chain = top ? 0 : chain_of(path.parent_path().generic_string());
  if (file) chain = add_chain(*file, chain);
  by_folder_[folder] = chain;
  return chain;
}

std::uint32_t ConfigurationFiles::add_chain(const File& file, std::uint32_t parent) {
  Chain chain = chains_[parent];
  chain.files.insert(chain.files.begin(), &file);
  chain.merged = merge(file.configuration, chain.merged);
  chains_.push_back(std::move(chain));
  return static_cast<std::uint32_t>(chains_.size() - 1);
}

const ConfigurationFiles::File* ConfigurationFiles::read(const std::string& path, const std::string& folder) {
  Result<std::string> bytes = read_bytes({shown_path(path), path, true, 0, {}});
  Result<std::string> text = bytes ? decode(std::move(*bytes)) : std::move(bytes);
  SourceFile& source = sources_.add(shown_path(path), text ? std::move(*text) : std::string());
  if (!text) {
    complain(source.id(), text.error());
    return nullptr;
  }
  Result<Document> document = says_nothing(source.text()) ? Result<Document>(Document()) : read_document(source);
  if (!document) {
    complain(source.id(), document.error());
    return nullptr;
  }
  File& file = files_.emplace_back();
  file.source = source.id();
  file.folder = folder;
  file.document = std::move(*document);
  std::vector<CatalogError> mistakes;
  file.configuration = read_configuration(file.document.root, source, folder, mistakes);
  for (const CatalogError& mistake : mistakes) complain(source.id(), {mistake.message, mistake.range, {}});
  return &file;
}

void ConfigurationFiles::complain(FileId file, Error error) {
  errors_ += write_failure(sources_, {file, std::move(error)}, style_of(Stream::error, "auto"));
}

}  // namespace demarc
