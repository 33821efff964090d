#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <limits>
#include <optional>
#include <streambuf>
#include <string>

#include "parsers/document/parse.h"
#include "parsers/document/shown_text.h"
#include "parsers/document/yaml_extent.h"
#include "parsers/document/yaml_handler.h"
#include "parsers/document/yaml_mistake.h"

namespace demarc {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Lets yaml-cpp read the text where it lies.
class TextBuffer : public std::streambuf {
 public:
  explicit TextBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());
    setg(begin, begin, begin + text.size());
  }
};

Error at(std::string message, std::size_t begin, std::size_t length, std::string hint = {}) {
  auto first = static_cast<std::uint32_t>(begin);
  return {std::move(message), Range{first, first + static_cast<std::uint32_t>(length)}, std::move(hint)};
}

// yaml-cpp takes some control characters for its own marks, and YAML allows none but white space (section 5.1).
std::optional<Error> find_control_character(std::string_view text) {
  auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t'; };
  auto found = std::find_if(text.begin(), text.end(), is_control);
  if (found == text.end()) return std::nullopt;
  return at("a control character, which YAML does not allow", static_cast<std::size_t>(found - text.begin()), 1,
            "remove it, or write it as an escape in double quotes");
}

// Behind the markers, directives and comments that stand between two documents.
std::size_t skip_markers(std::string_view text, std::size_t at) {
  while (true) {
    at = skip_blank(text, at);
    if (!at_marker(text, at, "---") && !at_marker(text, at, "...")) return at;
    at += 3;
  }
}

// What stands behind the document that ends at `end`: nothing, further documents (a note), or what belongs to none.
std::optional<Error> check_rest(std::string_view text, std::size_t end, Document& document) {
  std::size_t rest = skip_blank(text, end);
  if (skip_markers(text, rest) == text.size()) return std::nullopt;
  bool marked = at_marker(text, rest, "---") || at_marker(text, rest, "...");
  if (!marked) return at("unexpected text after the end of the document", rest, 1);
  auto begin = static_cast<std::uint32_t>(rest);
  document.notes.push_back({"document",
                            "only the first YAML document of the file is read; another one begins here",
                            {document.file, {begin, begin + 3}}});
  return std::nullopt;
}

bool is_empty(const Node& root) { return root.kind == NodeKind::null && root.text().empty(); }

std::size_t offset(std::string_view text, const YAML::Mark& mark, std::size_t first) {
  return mark.is_null() ? text.size() : std::min(text.size(), first + static_cast<std::size_t>(mark.pos));
}

// Reads the first document that is not empty.
std::optional<Error> parse(std::string_view text, const Limits& limits, ShownText& shown, Document& document) {
  std::size_t first = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  TextBuffer buffer(shown.text().substr(first));
  std::istream stream(&buffer);
  YAML::Parser parser(stream);
  for (std::size_t last = text.size();;) {
    YamlHandler handler(text, first, limits, shown.tags(), document);
    try {
      if (!parser.HandleNextDocument(handler)) break;
    } catch (const YamlHandler::Refused& refused) {
      return refused.error;
    } catch (const YAML::DeepRecursion& exception) {
      return at("nested too deeply for the YAML reader", offset(text, exception.mark, first), 0);
    } catch (const YAML::Exception& exception) {
      return yaml_mistake(text, offset(text, exception.mark, first), exception.msg, handler.progress());
    }
    if (!is_empty(document.root)) return check_rest(text, handler.progress().end, document);
    // yaml-cpp does not step over a token that no document can begin with.
    if (handler.begin() == last) return yaml_mistake(text, last, YAML::ErrorMsg::UNKNOWN_TOKEN, handler.progress());
    last = handler.begin();
  }
  if (text.find_first_not_of(" \t\r\n", first) == std::string_view::npos) return at("the file is empty", 0, 0);
  bool comments = skip_blank(text, first) == text.size();
  return at(comments ? "the file holds nothing but comments" : "the file holds no value, only YAML's own markers", 0, 0);
}

}  // namespace

std::optional<Error> parse_yaml(std::string_view text, const Limits& limits, Document& document) {
  if (text.size() > std::numeric_limits<int>::max()) return Error{"the YAML file is larger than 2 GiB", {}, {}};
  if (std::optional<Error> error = find_control_character(text)) return error;
  ShownText shown(text);
  std::optional<Error> error = parse(text, limits, shown, document);
  while (shown.revise(error)) {
    document.notes.clear();
    error = parse(text, limits, shown, document);
  }
  return error;
}

Result<Document> read_yaml(const SourceFile& file, const Limits& limits) {
  Document document;
  document.file = file.id();
  if (std::optional<Error> error = parse_yaml(file.text(), limits, document)) return *error;
  return document;
}

}  // namespace demarc
