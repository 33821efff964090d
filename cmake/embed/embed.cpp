// Runs while demarc is built: checks the policies, tables and mappings of the project and packs them into one blob.
//   embed ROOT LIST BLOB
// LIST names their files from ROOT, one a line. What is wrong with one of them ends the build, with its place.
#include <cstdio>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/policy/catalog.h"
#include "analyzer/policy/embed/blob.h"
#include "parsers/document/pack.h"
#include "parsers/document/read.h"
#include "parsers/serverless/tables.h"
#include "parsers/terraform/mapping.h"

namespace demarc {
namespace {

constexpr std::string_view kPolicies = "policies/";
constexpr std::string_view kMappings = "parsers/terraform/mappings/";
constexpr std::string_view kServerless = "parsers/serverless/tables/";
constexpr std::string_view kSchemas = "analyzer/configuration/schemas/";

struct ProjectFile {
  BuiltInKind kind;
  std::string path;  // from the root of its kind
  const SourceFile* source;
  Document document;
};

std::string contents(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The root under which a file stands says what it is; what stands elsewhere is a mapping table.
std::pair<std::string_view, BuiltInKind> root_of(std::string_view name) {
  if (name.starts_with(kPolicies)) return {kPolicies, BuiltInKind::catalog};
  if (name.starts_with(kServerless)) return {kServerless, BuiltInKind::serverless};
  if (name.starts_with(kSchemas)) return {kSchemas, BuiltInKind::schema};
  return {kMappings, BuiltInKind::mapping};
}

class Embedding {
 public:
  explicit Embedding(std::string root) : root_(std::move(root)) {}

  void read(const std::string& name) {
    Result<std::string> text = decode(contents(root_ / name));
    if (!text) return wrong(name, text.error().message);
    const SourceFile& source = sources_.add(name, *std::move(text));
    Result<Document> document = read_document(source);
    if (!document) return wrong(source, document.error().range.value_or(Range()), document.error().message);
    // What a user may do with a warning, demarc itself does not.
    for (const Note& note : document->notes) wrong(source, note.place.range, note.message);
    const auto& [prefix, kind] = root_of(name);
    files_.push_back({kind, name.substr(prefix.size()), &source, *std::move(document)});
  }

  bool check() {
    std::vector<CatalogFile> catalog_files;
    std::vector<MappingFile> mapping_files;
    std::vector<ServerlessFile> serverless_files;
    for (const ProjectFile& file : files_) {
      if (file.kind == BuiltInKind::catalog) catalog_files.push_back({file.path, &file.document.root, true});
      if (file.kind == BuiltInKind::mapping) mapping_files.push_back({file.path, &file.document.root});
      if (file.kind == BuiltInKind::serverless) serverless_files.push_back({file.path, &file.document.root});
    }
    Catalog catalog;
    for (const CatalogError& error : read_catalog(catalog_files, {}, {}, catalog))
      wrong(BuiltInKind::catalog, error.path, error.range, error.message);
    Mappings mappings;
    for (const MappingError& error : read_mappings(mapping_files, mappings))
      wrong(BuiltInKind::mapping, error.path, error.range, error.message);
    ServerlessTables serverless;
    for (const ServerlessError& error : read_serverless_tables(serverless_files, serverless))
      wrong(BuiltInKind::serverless, error.path, error.range, error.message);
    return good_;
  }

  bool write(const std::string& path) const {
    std::string blob;
    for (const ProjectFile& file : files_) {
      // A schema is only ever printed.
      std::string bytes = file.kind == BuiltInKind::schema ? std::string(file.source->text()) : pack(file.document);
      blob.push_back(static_cast<char>(file.kind));
      append_length(blob, file.path.size());
      append_length(blob, bytes.size());
      blob += file.path;
      blob += bytes;
    }
    std::ofstream out(path, std::ios::binary);
    out.write(blob.data(), static_cast<std::streamsize>(blob.size()));
    return out.good();
  }

 private:
  void wrong(const std::string& name, const std::string& message) {
    std::fprintf(stderr, "%s: %s\n", name.c_str(), message.c_str());
    good_ = false;
  }

  void wrong(const SourceFile& source, Range range, const std::string& message) {
    Position position = source.position(range.begin);
    wrong(source.name() + ":" + std::to_string(position.line) + ":" + std::to_string(position.column), message);
  }

  void wrong(BuiltInKind kind, const std::string& path, Range range, const std::string& message) {
    for (const ProjectFile& file : files_) {
      if (file.kind == kind && file.path == path) return wrong(*file.source, range, message);
    }
    wrong(path, message);
  }

  std::filesystem::path root_;
  Sources sources_;
  std::deque<ProjectFile> files_;
  bool good_ = true;
};

}  // namespace
}  // namespace demarc

int main(int argc, char** argv) {
  if (argc != 4) return std::fprintf(stderr, "usage: embed ROOT LIST BLOB\n"), 2;
  demarc::Embedding embedding(argv[1]);
  std::ifstream list(argv[2]);
  for (std::string name; std::getline(list, name);) {
    if (!name.empty()) embedding.read(name);
  }
  if (!embedding.check()) return 1;
  return embedding.write(argv[3]) ? 0 : (std::fprintf(stderr, "embed: cannot write %s\n", argv[3]), 1);
}
