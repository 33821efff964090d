#include "analyzer/policy/lookup.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "analyzer/policy/paths.h"
#include "analyzer/policy/types.h"

namespace demarc {
namespace {

bool check_column(const Table& table, std::string_view column, const Node& node, const Reading& reading) {
  std::set<std::string_view> columns;
  for (const Table::Row& row : table.rows) {
    for (const Entry& entry : row.cells.entries()) columns.insert(entry.key);
  }
  if (columns.count(column)) return true;
  std::vector<std::string_view> names(columns.begin(), columns.end());
  reading.mistakes.add(node.range,
                       fmt::format("table {} has no column \"{}\"{}", table.name, column, did_you_mean(column, names)));
  return false;
}

bool check_by(const Table& table, const std::vector<Paths>& by, const Node& node, const Reading& reading) {
  if (by.size() == table.key.size()) return true;
  std::string key;
  for (const std::string& column : table.key) key += (key.empty() ? "" : ", ") + column;
  reading.mistakes.add(node.range, fmt::format("\"by\" needs one path for each key column of table {} ({})", table.name, key));
  return false;
}

}  // namespace

std::optional<Lookup> read_lookup(const Fields& fields, const Standing& standing, const Reading& reading) {
  std::optional<std::string> cell = fields.text("lookup");
  const Node* by = fields.need("by");
  if (!cell || !by) return std::nullopt;
  const Node& node = *fields.find("lookup");
  std::size_t dot = cell->rfind('.');
  if (dot == std::string::npos || dot == 0 || dot + 1 == cell->size()) {
    reading.mistakes.add(
        node.range,
        fmt::format("\"lookup\" names a table and a column, as in lambda-runtimes.end-of-support, not \"{}\"", *cell));
    return std::nullopt;
  }
  Lookup lookup;
  lookup.column = cell->substr(dot + 1);
  lookup.table = find_table(Node::scalar(NodeKind::text, std::string_view(*cell).substr(0, dot), node.range), reading);
  std::size_t before = by->kind == NodeKind::list ? by->size() : 1;
  lookup.by = read_path_list(*by, "\"by\"", standing, reading);
  if (!lookup.table || lookup.by.size() < before) return std::nullopt;
  bool good = check_column(*lookup.table, lookup.column, node, reading);
  if (!check_by(*lookup.table, lookup.by, *by, reading) || !good) return std::nullopt;
  return lookup;
}

}  // namespace demarc
