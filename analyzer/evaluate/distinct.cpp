#include "analyzer/evaluate/distinct.h"

#include <algorithm>
#include <set>
#include <string>

namespace demarc {
namespace {

// A resource is one whatever of it is named; the members of a list that a function or a data source gives differ.
std::string referent_of(const Reference& reference) {
  std::string result(reference.target);
  if (reference.kind == Reference::Kind::data) result.append(1, '.').append(reference.attribute);
  return result;
}

}  // namespace

DistinctCount count_distinct(const std::vector<Value>& values) {
  std::set<std::string> literals, referents;
  std::uint32_t unknown = 0;
  for (const Value& value : values) {
    if (value.is_scalar()) {
      literals.emplace(value.scalar());
    } else if (value.is(Value::Kind::reference)) {
      referents.insert(referent_of(value.reference()));
    } else if (!value.is_null()) {
      ++unknown;
    }
  }
  // A literal may be the name of a referent: the two kinds are not provably different.
  auto known = std::max({literals.size(), referents.size(), std::size_t{unknown > 0}});
  return {static_cast<std::uint32_t>(known), static_cast<std::uint32_t>(literals.size() + referents.size() + unknown)};
}

}  // namespace demarc
