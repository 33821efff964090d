#pragma once

#include <memory>
#include <string>

#include "analyzer/policy/catalog.h"
#include "analyzer/policy/mistakes.h"
#include "parsers/text/arena.h"

namespace demarc {

// A node as a value whose texts live in the arena; of duplicate keys the last counts. It has no place.
Value copy_of(const Node& node, Arena& arena);

// Reads `{source, date, key, match, rows}`. Null where it has mistakes.
std::unique_ptr<Table> read_table(std::string name, const Node& root, Mistakes& mistakes, Arena& arena);

// The tables that demarc itself reads, by their path in the catalog. Rows with mistakes are left out.
// Requires: the plain tables are in the catalog.
enum class RowKind : std::uint8_t { defaults, companions, identities, documents, rules };
void read_rows(RowKind kind, const CatalogFile& file, const Vocabulary& vocabulary, Mistakes& mistakes, Catalog& catalog);

}  // namespace demarc
