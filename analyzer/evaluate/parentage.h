#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "analyzer/evaluate/registry.h"
#include "analyzer/policy/catalog.h"
#include "parsers/graph/resource.h"

namespace demarc {

// Whom one value of a companion names, of the type of its parents.
struct Named {
  enum class How : std::uint8_t {
    nobody,   // somebody who is in no input
    parent,   // this resource
    one_of,   // one of these, not known which
    anybody,  // any resource of the type, for all that is known
  };
  How how = How::nobody;
  std::vector<std::uint32_t> resources;
};

// Finds the parents of companions.
class Parentage {
 public:
  Parentage(const Registry& registry, const Catalog& catalog) : registry_(registry), catalog_(catalog) {}

  // By a value of a companion in an input: a name that is not known is compared with those of the same input only.
  // Requires: value is no choice, variable or list.
  Named named(const Value& value, const CompanionRow& row, Scope scope) const;

  // What of a companion names its parents: a name or a list of names, maybe a choice of them; null if nothing does.
  static Value naming_of(const Resource& companion, const CompanionRow& row);

 private:
  Named named_by(const Reference& reference, const CompanionRow& row, int depth) const;
  Named named_by_text(std::string_view text, const CompanionRow& row, Scope scope) const;
  Named named_by_pieces(const Value& value, const CompanionRow& row, int depth) const;
  Named named(const Value& value, const CompanionRow& row, Scope scope, int depth) const;
  Named by_companion(std::uint32_t companion, const CompanionRow& row, int depth) const;
  std::vector<std::uint32_t> of_type(std::vector<std::uint32_t> numbers, const CompanionRow& row) const;
  const std::vector<std::uint32_t>& unsure_names(const CompanionRow& row, Scope scope) const;

  const Registry& registry_;
  const Catalog& catalog_;
  mutable std::map<std::pair<std::string_view, Scope>, std::vector<std::uint32_t>> unsure_;  // names, by type and input
};

// The value where a naming value names this parent, another one where it does not. What may name it and may not gives an
// unknown. Choices are kept, and what parameters decide becomes one.
Value restricted(const Value& naming, std::uint32_t parent, const Resource& companion, const CompanionRow& row,
                 const Value& value, const Value& otherwise, const Parentage& parentage, Arena& arena);

}  // namespace demarc
