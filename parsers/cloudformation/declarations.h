#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "parsers/cloudformation/classes.h"
#include "parsers/cloudformation/mappings.h"
#include "parsers/cloudformation/parameter.h"
#include "parsers/document/node.h"
#include "parsers/graph/resource.h"
#include "parsers/serverless/serverless.h"

namespace demarc {

class NestedStacks;

// What a nested stack is given by the template around it.
struct Handed {
  std::unordered_map<std::string_view, Value> values;
  std::optional<Value> others;  // what is not among values; nothing: its default
};

// What a template declares by name, and the graph that grows from it.
class Declarations {
  std::shared_ptr<Classes> classes_;

 public:
  Declarations(FileId file, Scope scope)
      : classes_(std::make_shared<Classes>()), classes(*classes_), file_(file), scope_(scope) {}
  // Of a template that is nested in another, with whose variables it has to do.
  Declarations(FileId file, Scope scope, const Declarations& outer)
      : classes_(outer.classes_), classes(*classes_), tables(outer.tables), file_(file), scope_(scope) {}

  std::vector<Inclusion> inclusions;  // of the document

  ResourceGraph graph;
  Classes& classes;
  MappingSection mappings;
  std::unordered_map<std::string_view, Parameter> parameters;  // pseudo parameters too
  std::unordered_map<std::string_view, const Condition*> conditions;
  std::unordered_set<std::string_view> resources;
  std::vector<std::pair<const Variable*, const Variable*>> compared;  // variables with each other
  std::optional<Handed> handed;     // nothing: a stack of its own
  NestedStacks* stacks = nullptr;   // while the template is read
  const ServerlessTables* tables = nullptr;     // of AWS::Serverless; null: it is not expanded
  std::optional<ServerlessOrigins> serverless;  // where AWS::Serverless was expanded: the resources that it wrote otherwise
  std::string_view generator;  // a macro or loop that may declare more names than are written; empty: none

  std::string_view macro;  // of the whole template, that is not expanded and may add properties to every resource; empty: none

  bool secure_reference = false;  // a {{resolve:ssm-secure:…}} was met since this was reset

  // Bytes that functions may still write: a text that refers to a text that refers to a text grows exponentially.
  std::size_t text_budget = 16U << 20U;

  Scope scope() const { return scope_; }
  Place place(Range range) const { return Document::place_of(range, file_, inclusions); }
  Place place(const Node& node) const { return place(node.range); }
  // From a key to the end of its value, or the value alone where it stands in another file.
  Place place(const Member& member) const;

  void note(std::string kind, std::string message, Range range) { note(std::move(kind), std::move(message), place(range)); }
  void note(std::string kind, std::string message, Place place);
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
