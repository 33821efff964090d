#include "parsers/document/parse.h"

namespace demarc {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

// Whether YAML cannot mend what is wrong with a JSON text: it is cut off, or has comments that YAML would take for plain text.
bool is_final(std::string_view text, const Error& error) {
  if (!error.range) return true;
  std::string_view rest = text.substr(error.range->begin);
  return rest.find_first_not_of(kSpace) == std::string_view::npos || rest.starts_with("//") || rest.starts_with("/*");
}

// Whether what stands in the first bracket is written as JSON would: quotes, brackets. YAML writes plain keys there.
bool is_written_as_json(std::string_view text) {
  std::size_t bracket = text.find_first_not_of(kSpace);
  std::size_t first = text.find_first_not_of(kSpace, bracket + 1);
  return first == std::string_view::npos || std::string_view("\"{[]}").find(text[first]) != std::string_view::npos;
}

}  // namespace

bool looks_like_json(std::string_view text) {
  std::size_t first = text.find_first_not_of(kSpace);
  return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

Result<Document> read_document(const SourceFile& file, const Limits& limits) {
  if (!looks_like_json(file.text())) return read_yaml(file, limits);
  Result<Document> json = read_json(file, limits);
  if (json || is_final(file.text(), json.error())) return json;
  Result<Document> yaml = read_yaml(file, limits);
  if (yaml || !is_written_as_json(file.text())) return yaml;
  return json;
}

}  // namespace demarc
