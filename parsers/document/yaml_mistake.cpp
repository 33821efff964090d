#include "parsers/document/yaml_mistake.h"

#include <yaml-cpp/exceptions.h>

#include <algorithm>
#include <string>

#include "parsers/document/yaml_extent.h"
#include "parsers/text/utf8.h"

namespace demarc {
namespace {

using YamlReason = std::string_view;

Error error_at(std::string message, std::size_t begin, std::size_t length = 1, std::string hint = {}) {
  auto first = static_cast<std::uint32_t>(begin);
  return {std::move(message), Range{first, first + static_cast<std::uint32_t>(length)}, std::move(hint)};
}

std::size_t line_begin(std::string_view text, std::size_t at) {
  std::size_t before = at == 0 ? std::string_view::npos : text.find_last_of("\r\n", at - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

std::string_view rest_of_line(std::string_view text, std::size_t at) {
  return text.substr(at, std::min(text.find_first_of("\r\n", at), text.size()) - at);
}

std::string quoted_character(std::string_view text, std::size_t at) {
  std::size_t length = std::max<std::size_t>(utf8_length(text.substr(at, 4)), 1);
  return std::string(text.substr(at, length));
}

// Mistakes that show on the line itself, whatever the parser says of it.

std::optional<Error> tab_in_indentation(std::string_view text, std::size_t at) {
  std::size_t begin = line_begin(text, at);
  std::size_t first = std::min(text.find_first_not_of(' ', begin), text.size());
  if (first == text.size() || text[first] != '\t') return std::nullopt;
  return error_at("a tab in the indentation", first, 1, "indent with spaces");
}

std::optional<Error> conflict_marker(std::string_view text, std::size_t at) {
  constexpr std::string_view kMarkers[] = {"<<<<<<<", "=======", ">>>>>>>"};
  std::size_t line = line_begin(text, at);
  for (int lines = 0; lines < 3; ++lines) {
    for (std::string_view marker : kMarkers) {
      if (text.substr(line, marker.size()) == marker) {
        return error_at("a merge conflict is not resolved here", line, marker.size(), "choose one side and remove the markers");
      }
    }
    if (line == 0) break;
    line = line_begin(text, line - 1);
  }
  return std::nullopt;
}

Error bad_first_character(std::string_view text, std::size_t at) {
  std::string character = quoted_character(text, at);
  if (text.substr(at, 1) == "%" && at > 0 && text[at - 1] == '{') {
    return error_at("{% of a template engine is no YAML", at - 1, 2, "run the template engine first");
  }
  return error_at("a plain text cannot begin with " + character, at, character.size(), "put the text in quotes");
}

// `*` and `&` begin aliases and anchors, often where a plain text was meant.
Error bad_star(std::string_view text, std::size_t at, std::string_view what) {
  std::size_t begin = at;
  while (begin > 0 && text.substr(begin, 1) != what && text[begin - 1] != '\n') --begin;
  std::size_t length = std::max<std::size_t>(anchor_end(text, begin) - begin, 1);
  std::string word(text.substr(begin, length));
  std::string meant = what == "*" ? "an alias" : "an anchor";
  return error_at(word + " would be " + meant + ", but it has no good name", begin, length,
                  "put a text that begins with " + std::string(what) + " in quotes");
}

Error unknown_anchor(std::string_view text, std::size_t at) {
  std::size_t length = anchor_end(text, at) - at;
  std::string name(text.substr(at, length));
  return error_at("alias " + name + " repeats no anchor above it", at, length, "put a text that begins with * in quotes");
}

Error missing_colon(Range key) {
  return {"a colon is missing behind this key", key, "write a colon and a space between a key and its value"};
}

// The last line before `at` that is neither blank nor a comment, without its indentation.
Range line_above(std::string_view text, std::size_t at) {
  for (std::size_t line = line_begin(text, at); line > 0;) {
    line = line_begin(text, line - 1);
    std::size_t first = std::min(text.find_first_not_of(" \t", line), text.size());
    std::string_view content = rest_of_line(text, first);
    if (!content.empty() && content[0] != '#') {
      return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(first + content.size())};
    }
  }
  return {};
}

// A colon where no key can stand.
Error misplaced_colon(std::string_view text, std::size_t at) {
  std::size_t first = text.find_first_not_of(" \t", line_begin(text, at));
  if (text.substr(first, at - first).find(": ") != std::string_view::npos) {
    return error_at("a second colon in one line: a plain value holds no colon with a space behind it", at, 1,
                    "put the value in quotes");
  }
  Range above = line_above(text, at);
  std::string_view content = text.substr(above.begin, above.end - above.begin);
  std::size_t colon = content.find(':');
  if (colon == std::string_view::npos && !content.empty() && content[0] != '-') return missing_colon(above);
  if (colon != std::string_view::npos && content.find(": ") == std::string_view::npos && colon + 1 < content.size()) {
    return error_at("a space is missing behind this colon", above.begin + colon, 1);
  }
  return error_at("this key is indented further than the one above, whose value is written already", first, at - first,
                  "indent it like the key that it follows");
}

// In a block map something stands where a key and a colon are expected.
Error no_key(std::string_view text, std::size_t at, const YamlProgress& progress) {
  if (at >= text.size()) return error_at("the file ends where a key is expected", text.size(), 0);
  if (progress.quoted) {
    std::string_view between = text.substr(*progress.quoted, at - *progress.quoted);
    std::string hint = between.find('\n') != std::string_view::npos
                           ? "the quoted text goes over several lines: is its closing quote missing?"
                           : "a quote inside quotes is written '' in single and \\\" in double ones";
    if (line_begin(text, at) != at && text.find_first_not_of(" \t", line_begin(text, at)) != at) {
      return error_at("unexpected text behind a text in quotes", at, rest_of_line(text, at).size(), hint);
    }
  }
  if (rest_of_line(text, at).starts_with("- "))
    return error_at("a list item stands where a key is expected", at, 1, "indent the list under its key");
  bool first_on_line = text.find_first_not_of(' ', line_begin(text, at)) == at;
  if (first_on_line)
    return error_at("the indentation of this line fits none of the lines above", at, 1, "indent it like the key that it follows");
  return error_at("unexpected text behind a value", at, rest_of_line(text, at).size());
}

Error no_item(std::string_view text, std::size_t at) {
  if (at >= text.size()) return error_at("the file ends where a list item is expected", text.size(), 0);
  return error_at("expected a list item, which begins with - and a space", at, 1,
                  "indent this line like the items above it, or further to make it part of one");
}

// Whether an opening bracket stands at `at` that nothing closes.
bool is_unclosed(std::string_view text, std::size_t at) {
  bool opens = text.substr(at, 1) == "[" || text.substr(at, 1) == "{";
  return opens && flow_close(text, at) == std::string_view::npos;
}

Error never_closed(std::string_view text, std::size_t at) {
  bool is_map = text[at] == '{';
  return error_at(is_map ? "the map that begins here is never closed" : "the list that begins here is never closed", at, 1,
                  is_map ? "close it with }" : "close it with ]");
}

Error bad_flow(std::string_view text, std::size_t at, const YamlProgress& progress, const std::string& close) {
  if (progress.open && is_unclosed(text, progress.open->begin)) return never_closed(text, progress.open->begin);
  return error_at("expected a comma or " + close, at, at < text.size() ? 1 : 0);
}

Error unmatched_bracket(std::string_view text, std::size_t at) {
  return error_at(quoted_character(text, at) + " closes nothing that is open", at, 1, "put a plain text with brackets in quotes");
}

Error bad_escape(std::string_view text, std::size_t at) {
  std::size_t backslash = at == 0 ? 0 : text.rfind('\\', at - 1);
  if (backslash == std::string_view::npos) backslash = std::min(at, text.size());
  return error_at("a backslash in double quotes begins an escape, and this is none", backslash,
                  std::min<std::size_t>(2, text.size() - backslash), "write \\\\ for a backslash, or use single quotes");
}

// The quote that is open at the end of the text, found by walking over the tokens behind `from`.
std::size_t open_quote(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    at = skip_blank(text, at);
    if (at == text.size()) break;
    bool begins = at == 0 || std::string_view(" \t\r\n[{,:(").find(text[at - 1]) != std::string_view::npos;
    if (!begins || (text[at] != '"' && text[at] != '\'')) continue;
    std::size_t end = quoted_end(text, at);
    if (end == std::string_view::npos) return at;
    at = end - 1;
  }
  return std::string_view::npos;
}

struct Plain {
  YamlReason reason;
  const char* message;
  const char* hint;
};

constexpr const char* kBadTag = "a malformed tag";
constexpr const char* kBadDirective = "a malformed directive";

Error plain_mistake(std::string_view text, std::size_t at, YamlReason reason) {
  static const Plain kPlain[] = {
      {YAML::ErrorMsg::MULTIPLE_TAGS, "a value can have only one tag", "write one of the functions in its long form, as a key"},
      {YAML::ErrorMsg::MULTIPLE_ANCHORS, "a value can have only one anchor", ""},
      {YAML::ErrorMsg::ALIAS_CONTENT, "an alias stands alone, without a value or tag", ""},
      {YAML::ErrorMsg::ZERO_INDENT_IN_BLOCK, "the indentation of a block text is at least 1", ""},
      {YAML::ErrorMsg::CHAR_IN_BLOCK, "unexpected text behind | or >", "begin the text on the next line"},
      {YAML::ErrorMsg::DOC_IN_SCALAR, "a document marker inside a text in quotes", "is the closing quote missing?"},
      {YAML::ErrorMsg::BLOCK_ENTRY, "a list item cannot begin here",
       "begin it on a line of its own, or put a text that begins with - in quotes"},
      {YAML::ErrorMsg::MAP_KEY, "a key with ? cannot begin here", "put a text that begins with ? in quotes"},
      {YAML::ErrorMsg::TAG_WITH_NO_SUFFIX, kBadTag, ""},
      {YAML::ErrorMsg::END_OF_VERBATIM_TAG, kBadTag, "close it with >"},
      {YAML::ErrorMsg::CHAR_IN_TAG_HANDLE, kBadTag, ""},
      {YAML::ErrorMsg::YAML_DIRECTIVE_ARGS, kBadDirective, ""},
      {YAML::ErrorMsg::YAML_MAJOR_VERSION, "a YAML version that is not known", ""},
      {YAML::ErrorMsg::REPEATED_YAML_DIRECTIVE, "a second %YAML directive", ""},
      {YAML::ErrorMsg::TAG_DIRECTIVE_ARGS, kBadDirective, ""},
      {YAML::ErrorMsg::REPEATED_TAG_DIRECTIVE, "a second %TAG directive for one handle", ""},
  };
  std::size_t length = rest_of_line(text, at).empty() ? 0 : 1;
  for (const Plain& plain : kPlain) {
    if (reason.starts_with(plain.reason)) return error_at(plain.message, at, length, plain.hint);
  }
  return error_at("malformed YAML: " + std::string(reason), at, length);
}

}  // namespace

Error missing_value(std::string_view text, Range key, std::optional<std::size_t> bracket) {
  if (bracket && is_unclosed(text, *bracket)) return never_closed(text, *bracket);
  std::size_t colon = skip_blank(text, key.end);
  if (text.substr(colon, 1) != ":") return missing_colon(key);
  std::size_t value = skip_properties(text, skip_blank(text, colon + 1)).body;
  if (is_unclosed(text, value)) return never_closed(text, value);
  return error_at("the file ends inside the value of this key", key.begin, key.end - key.begin);
}

Error collection_as_key(std::string_view text, std::size_t at, bool is_map) {
  if (is_unclosed(text, at)) return never_closed(text, at);
  std::string what = is_map ? "map" : "list";
  std::string hint = "keys are plain texts";
  bool engine = text.substr(at, 2) == "{{" || (at > 0 && text.substr(at - 1, 2) == "{{");
  if (engine) hint = "put the {{ }} of a template engine in quotes, or run the engine first";
  return error_at("a " + what + " stands where a key is expected", at, 1, hint);
}

Error unclosed_quote(std::string_view text, std::size_t begin) {
  return error_at("the text in quotes that begins here is never closed", begin, rest_of_line(text, begin).size());
}

Error yaml_mistake(std::string_view text, std::size_t at, YamlReason reason, const YamlProgress& progress) {
  namespace Msg = YAML::ErrorMsg;
  at = std::min(at, text.size());
  if (reason == Msg::EOF_IN_SCALAR) {
    std::size_t quote = open_quote(text, progress.end);
    return quote == std::string_view::npos ? error_at("the file ends inside a text in quotes", at, 0)
                                           : unclosed_quote(text, quote);
  }
  if (std::optional<Error> error = tab_in_indentation(text, at)) return *error;
  if (std::optional<Error> error = conflict_marker(text, at)) return *error;
  if (reason == Msg::UNKNOWN_TOKEN && at < text.size()) return bad_first_character(text, at);
  if (reason == Msg::MAP_VALUE) return misplaced_colon(text, at);
  if (reason == Msg::END_OF_MAP) return no_key(text, at, progress);
  if (reason == Msg::END_OF_SEQ) return no_item(text, at);
  if (reason == Msg::END_OF_MAP_FLOW) return bad_flow(text, at, progress, "}");
  if (reason == Msg::END_OF_SEQ_FLOW) return bad_flow(text, at, progress, "]");
  if (reason == Msg::FLOW_END && at < text.size()) return unmatched_bracket(text, at);
  if (reason == Msg::ALIAS_NOT_FOUND || reason == Msg::CHAR_IN_ALIAS) return bad_star(text, at, "*");
  if (reason == Msg::ANCHOR_NOT_FOUND || reason == Msg::CHAR_IN_ANCHOR) return bad_star(text, at, "&");
  if (reason.starts_with(Msg::UNKNOWN_ANCHOR)) return unknown_anchor(text, at);
  bool escape =
      reason.starts_with(Msg::INVALID_ESCAPE) || reason.starts_with(Msg::INVALID_HEX) || reason.starts_with(Msg::INVALID_UNICODE);
  return escape ? bad_escape(text, at) : plain_mistake(text, at, reason);
}

}  // namespace demarc
