#pragma once

#include <string_view>

#include "analyzer/report/text.h"
#include "parsers/text/result.h"

namespace demarc {

// Exit statuses of the program.
enum class Status : int { clean = 0, findings = 1, wrong_use = 2, not_analysed = 3 };

// Both write all of a text; false if the stream takes no more.
bool print(std::string_view text);
bool complain(std::string_view text);

// Writes all of a text to standard output, or says why not. Where its reader has gone (`| head`), the process ends as others do.
Result<bool> print_whole(std::string_view text);

// The same as a status: clean, or wrong use with a word of why.
Status printed(std::string_view text);

// "demarc: message", and the hint in a line of its own.
Status wrong_use(const Error& error);

// Writes a file whole, or says why not.
Result<bool> write_file(const std::string& path, std::string_view text);

enum class Stream { out, error };

// Whether a stream is a terminal that can take back what it shows.
bool can_be_rewritten(Stream stream);

// How texts look on a stream: colour by `when` (auto: on a terminal, unless NO_COLOR is set), its width from the terminal,
// else 100 columns. Source of NO_COLOR: https://no-color.org
TextStyle style_of(Stream stream, std::string_view when);

}  // namespace demarc
