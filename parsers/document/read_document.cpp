#include "parsers/document/parse.h"

namespace demarc {

bool looks_like_json(std::string_view text) {
  std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

Result<Document> read_document(const SourceFile& file, const Limits& limits) {
  if (!looks_like_json(file.text())) return read_yaml(file, limits);
  Result<Document> json = read_json(file, limits);
  if (json) return json;
  Result<Document> yaml = read_yaml(file, limits);
  if (yaml) return yaml;
  return json;
}

}  // namespace demarc
