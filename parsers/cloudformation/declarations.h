#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "parsers/cloudformation/classes.h"
#include "parsers/cloudformation/mappings.h"
#include "parsers/cloudformation/parameter.h"
#include "parsers/graph/resource.h"

namespace demarc {

// What a template declares by name, and the graph that grows from it.
class Declarations {
 public:
  Declarations(FileId file, Scope scope) : file_(file), scope_(scope) {}

  ResourceGraph graph;
  Classes classes;
  MappingSection mappings;
  std::unordered_map<std::string_view, Parameter> parameters;  // pseudo parameters too
  std::unordered_map<std::string_view, const Condition*> conditions;
  std::unordered_set<std::string_view> resources;
  std::vector<std::pair<const Variable*, const Variable*>> compared;  // variables with each other
  std::string_view generator;  // a macro or loop that may declare more names than are written; empty: none

  // Bytes that functions may still write: a text that refers to a text that refers to a text grows exponentially.
  std::size_t text_budget = 16U << 20U;

  Scope scope() const { return scope_; }
  Place place(Range range) const { return {file_, range}; }
  Place place(const Node& node) const { return place(node.range); }

  void note(std::string kind, std::string message, Range range);
  // The same, but only the first time for a kind and name.
  void note_once(std::string kind, std::string_view name, std::string message, Range range);

  Value unknown(Why why, std::string_view detail, Place place, bool set = false);
  // A name that the template does not declare.
  Value undeclared(std::string_view name, Place place);

  // The condition of a name. One that is not declared may hold or not; there is a note unless a macro may declare it.
  const Condition* condition(std::string_view name, Range range);
  // A condition of which nothing is known but its name.
  const Condition* free_condition(std::string_view name);

 private:
  FileId file_;
  Scope scope_;
  std::unordered_set<std::string> noted_;
};

}  // namespace demarc
