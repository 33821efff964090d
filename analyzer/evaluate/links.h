#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "analyzer/evaluate/registry.h"
#include "analyzer/policy/test.h"

namespace demarc {

// The numbers of resources that remain, those of one type together.
using ResourceGroups = std::vector<std::vector<std::uint32_t>>;

// Who may satisfy a relation, looked up instead of tried: made once for each relation of a run. Whether one does is asked
// in each world; nobody who could is missing.
class Links {
 public:
  Links(const Relation& relation, const ResourceGroups& groups, const Registry& registry, EmbeddedTexts& texts);

  // All resources of the relation's types, in order.
  const std::vector<std::uint32_t>& candidates() const { return candidates_; }

  // Of `referred-by`: those that may name a resource, by reference or by one of its identities.
  std::vector<std::uint32_t> namers(std::uint32_t named) const;

  // Those on the other side that hold a value: at `by` of `refers-to`, at `via` of `referred-by` with `by`.
  std::vector<std::uint32_t> holders(const Value& value) const;

  // Of `referred-by`: those that name by a text somebody whose name nobody is known to have. They may name whoever has a name
  // that is not known.
  const std::vector<std::uint32_t>& strangers() const { return strangers_; }

  // Of `refers-to`: candidates of which a name is written and not known.
  const std::vector<std::uint32_t>& unsure_names() const { return unsure_names_; }

  // Those that hold something not known.
  const std::vector<std::uint32_t>& unsure() const { return unsure_; }

  // Of `referred-by`: those of one input.
  const std::vector<std::uint32_t>& unsure_in(Scope scope) const;

 private:
  void add(std::uint32_t number, const Relation& relation, const Registry& registry, EmbeddedTexts& texts);
  void add_named(std::uint32_t namer, const Value& value, const Registry& registry);
  void add_held(std::uint32_t holder, const Value& value);
  void add_unsure(std::uint32_t namer, const Registry& registry);

  std::vector<std::uint32_t> candidates_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> namers_;
  std::vector<std::uint32_t> strangers_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> holders_;
  std::vector<std::uint32_t> unsure_;
  std::unordered_map<Scope, std::vector<std::uint32_t>> unsure_of_;
  std::vector<std::uint32_t> unsure_names_;
};

}  // namespace demarc
