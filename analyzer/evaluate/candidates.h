#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzer/evaluate/found.h"
#include "analyzer/evaluate/world.h"
#include "analyzer/policy/test.h"

namespace demarc {

// Who may satisfy a relation in one world, by number and each once. Whether they do remains to be asked.
struct Candidates {
  std::vector<std::uint32_t> likely;  // a name or a reference leads to them
  std::vector<std::uint32_t> unsure;  // nothing that is known keeps them apart: the first hundred
  bool more = false;                  // there are more of those
};

// Whom a value means: of `refers-to`.
Candidates meant_by(World& world, const Relation& relation, const Value& value);

// Who names a resource: of `referred-by`.
Candidates namers_of(World& world, const Relation& relation, const Resource& resource);

// Whether a value names a resource of the inputs that is no candidate of the relation.
bool names_another(World& world, const Relation& relation, const Value& value);

}  // namespace demarc
