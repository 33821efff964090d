#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parsers/cloudformation/declarations.h"
#include "parsers/cloudformation/function.h"
#include "parsers/expansion/loop.h"

namespace demarc {

// Tells the loops of a template what they run over: literal lists, parameters as they are given or by default, mappings. A
// collection that differs between deployments gives each item the condition under which it is in it.
// Requires: parameters and mappings are declared; lives until declare() was called.
class Loops {
 public:
  Loops(Document& document, Declarations& names) : document_(document), names_(names) {}

  // Expands all loops of the document.
  void expand();

  // Declares the conditions that rounds came with. Requires: those of the template are declared.
  void declare();

 private:
  struct Literal {
    std::string_view condition;
    bool negated = false;
  };
  struct Pending {
    std::string_view name;
    std::vector<Literal> all;
    Range range;
  };

  Collection collect(const Node& expression);
  Collection collect_if(const Call& call, const Node& expression);
  Collection literal(const Node& list);
  Collection from_value(const Value& value, const Node& expression);
  Collection from_list(const Value& list, const Node& expression);
  Collection from_choice(const Value& choice, const Node& expression);
  Collection any_item(const Node& expression, std::string why);
  LoopItem item_at(const Node& expression, std::size_t index);
  std::string_view both(std::string_view a, std::string_view b);
  std::string_view fresh_name();
  std::string_view guard_of(const Condition* condition);
  std::string_view pending(std::vector<Literal> all, Range range);

  Document& document_;
  Declarations& names_;
  std::vector<Pending> pending_;
  std::map<std::pair<std::string_view, std::string_view>, std::string_view> both_;
  std::map<const Condition*, std::string_view> guards_;
  std::size_t named_ = 0;
};

}  // namespace demarc
