#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parsers/graph/value.h"

namespace demarc {

// A dated table of facts: end-of-support dates, log types by engine, stateful types. Cells live in the catalog's arena.
struct Table {
  enum class Match : std::uint8_t {
    exact,
    glob,            // key cells are patterns of `*` and `?`
    version_prefix,  // the last key column is a version, of which a row may give the first parts: 8.0 for 8.0.36
  };

  std::string name;
  std::string source;
  std::string date;              // ISO
  std::vector<std::string> key;  // the columns that a lookup gives
  Match match = Match::exact;
  struct Row {
    Value cells = Value::null();  // a map: column → value
  };
  std::vector<Row> rows;

  // The row whose key columns match, null if there is none. With globs and prefixes the longest key wins, of equally long
  // ones the first.
  // Requires: keys.size() == key.size().
  const Row* find(const std::vector<std::string_view>& keys) const;

  // The cell of a row; null if it has none, or one that is null.
  static const Value* cell(const Row& row, std::string_view column);

  // Makes find fast for exact tables; rows must not change after it. Without it find reads every row.
  void index();

 private:
  std::optional<std::size_t> matching_length(const Row& row, const std::vector<std::string_view>& keys) const;

  std::unordered_map<std::string, std::size_t> index_;  // joined key → row
};

}  // namespace demarc
