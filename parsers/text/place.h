#pragma once

#include <cstdint>

namespace demarc {

// A half-open span of byte offsets into the decoded (UTF-8) text of one file.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend bool operator==(const Range&, const Range&) = default;
};

// Numbers a file among the inputs of one run, in the order in which they were named.
using FileId = std::uint32_t;

// Where something is written: a file of this run, and a range in it.
struct Place {
  FileId file = 0;
  Range range;

  friend bool operator==(const Place&, const Place&) = default;
};

// A place as people and editors count: lines and columns from 1, a column is one Unicode code point.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;

  friend bool operator==(const Position&, const Position&) = default;
};

}  // namespace demarc
