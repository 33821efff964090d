#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/text/place.h"
#include "parsers/text/result.h"

namespace demarc {

// How the bytes of a file are to be read.
enum class Encoding : std::uint8_t { utf8, utf8_with_mark, utf16_little, utf16_big };

// UTF-8 or UTF-16, by a byte order mark or by the zero bytes of the first characters (PowerShell's `>` writes UTF-16LE).
Encoding encoding_of(std::string_view bytes);

// One input: the name under which findings speak of it, and its text as UTF-8 without a byte order mark.
class SourceFile {
 public:
  // Requires: text is valid UTF-8 (see decode) and shorter than 4 GiB.
  SourceFile(FileId id, std::string name, std::string text, Encoding encoding = Encoding::utf8);

  FileId id() const { return id_; }
  const std::string& name() const { return name_; }
  std::string_view text() const { return text_; }
  Encoding encoding() const { return encoding_; }  // that its bytes had

  // Lines end with \n, \r\n or \r. The position of a byte offset; offsets past the end give the position behind the last
  // character.
  Position position(std::uint32_t offset) const;

  // The text of a line, counted from 1, without its line break. Lines that do not exist are empty.
  std::string_view line(std::uint32_t number) const;

  // The byte offset at which a line begins.
  std::uint32_t line_begin(std::uint32_t number) const;

  std::uint32_t line_count() const;

  // Gives the text back once nothing needs it any more; names stay, positions must have been asked before.
  void release_text();

 private:
  const std::vector<std::uint32_t>& lines() const;
  std::uint32_t code_points(std::uint32_t offset) const;

  FileId id_;
  std::string name_;
  std::string text_;
  Encoding encoding_;
  mutable std::vector<std::uint32_t> line_begins_;   // filled on first use
  mutable std::vector<std::uint32_t> block_points_;  // code points before each block of text, filled on first use
};

// All inputs of one run. References to a file stay valid when others are added.
class Sources {
 public:
  SourceFile& add(std::string name, std::string text, Encoding encoding = Encoding::utf8);
  const SourceFile& operator[](FileId id) const { return files_[id]; }
  SourceFile& operator[](FileId id) { return files_[id]; }
  std::size_t size() const { return files_.size(); }

 private:
  std::deque<SourceFile> files_;
};

// Turns the bytes of a file into UTF-8 without a byte order mark, from the encoding that they have (see encoding_of).
// Ill-formed input, NUL characters and what is too large are errors; their range counts the bytes given here, and their
// message names line and column, since there is no text to show.
Result<std::string> decode(std::string bytes);

}  // namespace demarc
