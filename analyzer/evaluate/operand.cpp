#include "analyzer/evaluate/operand.h"

#include <fmt/format.h>

#include "analyzer/evaluate/reason.h"
#include "analyzer/evaluate/subject.h"

namespace demarc {
namespace {

Literal literal_of(const Value& value) {
  Literal::Kind kind = value.is(Value::Kind::boolean)  ? Literal::Kind::boolean
                       : value.is(Value::Kind::number) ? Literal::Kind::number
                                                       : Literal::Kind::text;
  return {kind, std::string(value.scalar()), false};
}

void add(const Value& cell, std::vector<Literal>& literals) {
  if (cell.is_scalar()) literals.push_back(literal_of(cell));
  if (!cell.is(Value::Kind::list)) return;
  for (const Value& member : cell.items()) add(member, literals);
}

Operands looked_up(World& world, const Item& item, const Lookup& lookup) {
  Operands operands;
  std::string_view key;
  Value cell = look_up(world, item, lookup, key).value;
  bool known = cell.is_scalar() || cell.is(Value::Kind::list) || (cell.is_null() && !key.empty());
  if (known) {
    add(cell, operands.literals);
  } else {
    operands.unknown = true;
    operands.why = fmt::format("is compared with {} of what is not known", lookup.column);
    if (cell.is(Value::Kind::unknown) && cell.unknown().why == Why::no_row)
      operands.why = fmt::format("cannot be compared: {}", explain(cell));
  }
  return operands;
}

}  // namespace

Operands operands_of(World& world, const Item& item, const ValueTest& test) {
  if (test.lookup) return looked_up(world, item, *test.lookup);
  Operands operands;
  if (test.table && !test.table->key.empty()) {
    for (const Table::Row& row : test.table->rows) {
      if (const Value* cell = Table::cell(row, test.table->key[0])) add(*cell, operands.literals);
    }
    return operands;
  }
  operands.literals = test.operands;
  for (Literal& literal : operands.literals) {
    if (literal.is_item && item.member) literal = *item.member;
  }
  return operands;
}

}  // namespace demarc
