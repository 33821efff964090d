#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/graph/value.h"

namespace demarc {

// A dated table of facts: end-of-support dates, log types by engine, stateful types. Cells live in the catalog's arena.
struct Table {
  enum class Match : std::uint8_t { exact, glob, version_prefix };

  std::string name;
  std::string source;
  std::string date;
  std::vector<std::string> key;  // the columns that a lookup gives
  Match match = Match::exact;
  struct Row {
    Value cells = Value::null();  // a map: column → value
  };
  std::vector<Row> rows;

  // The row whose key columns match, null if there is none. With globs and prefixes the longest key wins.
  // Requires: keys.size() == key.size().
  const Row* find(const std::vector<std::string_view>& keys) const;
};

}  // namespace demarc
