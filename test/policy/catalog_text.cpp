#include "catalog_text.h"

#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "parsers/document/read.h"

namespace demarc::test {
namespace {

std::string at(const SourceFile& source, Range range, const std::string& message) {
  Position position = source.position(range.begin);
  return source.name() + ":" + std::to_string(position.line) + ":" + std::to_string(position.column) + ": " + message + "\n";
}

std::string contents(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

ReadCatalog read(const std::vector<TextFile>& files, const SettingValues& given, const Vocabulary& vocabulary) {
  ReadCatalog result;
  Sources sources;
  std::deque<Document> documents;
  std::vector<CatalogFile> catalog_files;
  for (const TextFile& file : files) {
    const SourceFile& source = sources.add(file.path, file.text);
    Result<Document> document = read_document(source);
    if (!document) {
      result.errors += at(source, document.error().range.value_or(Range()), document.error().message);
      continue;
    }
    documents.push_back(*std::move(document));
    catalog_files.push_back({file.path, &documents.back().root, file.built_in});
  }
  for (const CatalogError& error : read_catalog(catalog_files, given, vocabulary, result.catalog)) {
    std::size_t i = 0;
    while (i < sources.size() && sources[static_cast<FileId>(i)].name() != error.path) ++i;
    result.errors += i < sources.size() ? at(sources[static_cast<FileId>(i)], error.range, error.message) : error.message + "\n";
  }
  return result;
}

std::vector<TextFile> files_below(const std::string& folder) {
  std::vector<TextFile> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    std::string name = entry.path().filename().string();
    bool proof = name.find(".template.yaml") != std::string::npos;
    if (entry.path().extension() != ".yaml" || proof) continue;
    files.push_back({std::filesystem::relative(entry.path(), folder).string(), contents(entry.path()), true});
  }
  return files;
}

}  // namespace demarc::test
