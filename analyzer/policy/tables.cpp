#include "analyzer/policy/tables.h"

#include <fmt/format.h>

#include <array>
#include <unordered_set>

#include "analyzer/policy/date.h"
#include "analyzer/policy/fields.h"

namespace demarc {
namespace {

constexpr std::array<std::string_view, 5> kKeys = {"source", "date", "key", "match", "rows"};
constexpr std::array<std::string_view, 3> kMatches = {"exact", "glob", "version-prefix"};

// The key cells of a row, joined; empty and a mistake where one is missing.
std::string key_of(const Node& row, const Table& table, Mistakes& mistakes) {
  std::string key;
  for (const std::string& column : table.key) {
    const Node* cell = row.find(column);
    if (!cell || !cell->is_scalar() || cell->kind == NodeKind::null) {
      mistakes.add(head_of(row), fmt::format("a row has no \"{}\", which is a key column", column));
      return {};
    }
    key += cell->text();
    key += '\n';
  }
  return key;
}

void read_table_rows(const Node& rows, Table& table, Mistakes& mistakes, Arena& arena) {
  if (rows.kind != NodeKind::list) {
    mistakes.add(head_of(rows), fmt::format("\"rows\" must be a list, not {}", described(rows)));
    return;
  }
  std::unordered_set<std::string> seen;
  for (const Node& row : rows.items()) {
    if (row.kind != NodeKind::map) {
      mistakes.add(head_of(row), fmt::format("a row must be a map, not {}", described(row)));
      continue;
    }
    std::string key = key_of(row, table, mistakes);
    if (key.empty()) continue;
    if (!seen.insert(std::move(key)).second) mistakes.add(head_of(row), "a row has the key of an earlier one");
    table.rows.push_back({copy_of(row, arena)});
  }
}

}  // namespace

Value copy_of(const Node& node, Arena& arena) {
  switch (node.kind) {
    case NodeKind::null: return Value::null();
    case NodeKind::boolean: return Value::boolean(node.truth, {});
    case NodeKind::number: return Value::number(arena.store(node.text()), {});
    case NodeKind::text: return Value::text(arena.store(node.text()), {});
    case NodeKind::list: {
      std::vector<Value> items;
      for (const Node& item : node.items()) items.push_back(copy_of(item, arena));
      return Value::list(arena.store(items), {});
    }
    case NodeKind::map: break;
  }
  std::vector<Entry> entries;
  for (const Member& member : node.members()) {
    if (node.find_member(member.key) == &member)
      entries.push_back({arena.store(member.key), {}, {}, copy_of(member.value, arena)});
  }
  return Value::map(arena.store(entries), {});
}

std::unique_ptr<Table> read_table(std::string name, const Node& root, Mistakes& mistakes, Arena& arena) {
  auto table = std::make_unique<Table>();
  table->name = std::move(name);
  Fields fields(root, "a table", kKeys, mistakes);
  table->source = fields.needed_text("source").value_or("");
  table->date = fields.needed_text("date").value_or("");
  if (!table->date.empty() && !day_number(table->date)) {
    mistakes.add(fields.find("date")->range, fmt::format("\"date\" must be a day such as 2026-11-24, not \"{}\"", table->date));
  }
  if (fields.need("key")) table->key = fields.texts("key");
  if (const Node* match = fields.find("match")) {
    std::optional<std::size_t> known = read_name(*match, "\"match\"", kMatches, mistakes);
    if (known) table->match = static_cast<Table::Match>(*known);
  }
  const Node* rows = fields.need("rows");
  if (rows && !mistakes.any()) read_table_rows(*rows, *table, mistakes, arena);
  table->index();
  return mistakes.any() ? nullptr : std::move(table);
}

}  // namespace demarc
