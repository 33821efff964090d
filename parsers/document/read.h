#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "parsers/document/node.h"
#include "parsers/text/result.h"
#include "parsers/text/source.h"

namespace demarc {

// Budgets of one document. Whoever exceeds one gets an error that names it.
struct Limits {
  std::uint32_t depth = 200;
  std::uint64_t nodes = 50'000'000;
  std::uint64_t alias_nodes = 1'000'000;  // nodes that YAML aliases add to those that are written
};

// Which members of a map need not be kept: asked with the keys that lead to the value, outermost first
// ("planned_values"), for the three outermost keys; lists add none. What is skipped is still checked to be well-formed.
using Skip = std::function<bool(const std::vector<std::string_view>& path)>;

// Reads JSON (RFC 8259) through nlohmann's SAX interface. Trailing text is an error. The tree may point into file.text().
Result<Document> read_json(const SourceFile& file, const Limits& limits = {}, const Skip& skip = {});

// Reads the first document of a YAML stream through yaml-cpp's events; later documents are noted.
// Plain scalars follow YAML 1.2's core schema: dates, octals and sexagesimals stay text, numbers keep their text.
// `<<` merges are applied and noted. Aliases are expanded within limits.
Result<Document> read_yaml(const SourceFile& file, const Limits& limits = {});

// Reads JSON if the first character that is no white space is `{` or `[` and the whole reads as JSON, YAML otherwise.
// A text that is neither gives the error of the format that it looks like.
Result<Document> read_document(const SourceFile& file, const Limits& limits = {});

// Reads JSON (or YAML, where the text is no JSON) that stands inside a string of another document. `raw` is that string as
// written in its file (quotes and escapes included) and `place` where; ranges of the nodes are mapped back through the
// escapes, and are `place` as a whole where raw is empty or cannot be mapped. `holes` are spans of the text that stand for
// what is not known; raw has ${Name} or {{name}} there. Null if the text is neither a map nor a list.
// The tree lives in arena.
const Node* read_embedded(std::string_view text, std::string_view raw, Range place, Arena& arena, const Limits& limits = {},
                          std::span<const Range> holes = {});

}  // namespace demarc
