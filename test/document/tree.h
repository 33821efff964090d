#pragma once

#include <string>
#include <string_view>

#include "parsers/document/read.h"
#include "parsers/text/source.h"

namespace demarc {

// A tree as text, one node a line: its key with place, its own place, tag, kind and scalar. Texts that were quoted stand in
// double quotes, those that were plain in none; line breaks are shown as \n.
std::string show_tree(const SourceFile& file, const Node& root);

// A place as begin-end, "3:5-3:9", or "3:5" where it is empty.
std::string show_range(const SourceFile& file, Range range);

// One note a line: place, kind, message.
std::string show_notes(const SourceFile& file, const Document& document);

// The place, message and hint of an error.
std::string show_error(const SourceFile& file, const Error& error);

using Reader = Result<Document> (*)(const SourceFile& file, const Limits& limits);

// read_json as a Reader, which skips nothing.
Result<Document> read_plain_json(const SourceFile& file, const Limits& limits);

// What a reader makes of a text: the tree and its notes, or the error.
std::string show(Reader reader, std::string_view text, const Limits& limits = {});

}  // namespace demarc
