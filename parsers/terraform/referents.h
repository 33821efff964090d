#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "parsers/graph/value.h"
#include "parsers/terraform/origin.h"
#include "parsers/text/arena.h"

namespace demarc {

// Turns the origin of an expression into values.
class Referents {
 public:
  // `variables`: the plan's values of the root module's variables; null if there are none.
  Referents(FileId file, Scope scope, const Node* variables, Arena& arena)
      : file_(file), scope_(scope), variables_(variables), arena_(arena) {}

  // The value of an argument that is not known yet. Null if nothing that is not known takes part in it: the expression came
  // to null. Arguments with a plural name hold lists: several resources are members of it.
  Value unknown(const Origin& origin, std::string_view argument, Place place);

  // The same of `count` members of a list that are not known yet, in their order.
  std::vector<Value> unknown_members(const Origin& origin, std::size_t count, Place place);

  // What a known text came through: the one resource whose attribute has this value, or the variable. Null if none is.
  const Reference* through(std::string_view text, const Origin& origin);

  const Reference* reference_to(const Referent& referent);
  const Reference* reference_to_variable(const Origin& origin);

 private:
  // The value of the root variable that an expression names and nothing else; null if it is another expression.
  const Node* variable_value(const Origin& origin) const;
  std::vector<Value> all_of(const Referent& referent, Place place);
  std::vector<Value> each_of(const std::vector<const Referent*>& referents, Place place);

  FileId file_;
  Scope scope_;
  const Node* variables_;
  Arena& arena_;
};

}  // namespace demarc
