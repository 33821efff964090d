#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/document/node.h"
#include "parsers/serverless/extra_conditions.h"
#include "parsers/serverless/forge.h"
#include "parsers/serverless/tables.h"

namespace demarc {

// Of what an expression speaks, and where what it makes stands.
struct Context {
  std::string_view id;                // the logical id of the SAM resource
  const Node* properties = nullptr;   // its properties, Globals merged in
  Node item;                          // where paths begin
  std::string_view name;              // its key, where it is an entry of a map
  std::string_view outer;             // the key of the entry around it
  Range key;                          // the place of single values
  Range body;                         // the place of whole resources
};

// Evaluates the expressions of the tables (see tables.h).
// Requires: the tables are free of errors and outlive what is made.
class Interpreter {
 public:
  Interpreter(const ServerlessTables& tables, Forge& forge, ExtraConditions& conditions)
      : tables_(tables), forge_(forge), conditions_(conditions) {}

  Made make(const Node& expression, const Context& context);
  // A pattern with {id}, {name}, {part}, {outer} and {Path} filled in.
  std::string text(std::string_view pattern, const Context& context);
  // The same context with another item.
  static Context at(const Context& context, const Made& item);

 private:
  using Branch = std::function<Made(const Made&)>;
  using Nothing = std::function<Made()>;
  using Directive = Made (Interpreter::*)(const Node&, const Context&);

  // Applies a function to what is made, in each branch of an Fn::If.
  Made over(const Made& made, const Branch& branch, const Nothing& nothing = [] { return Made(); });
  Made path(std::string_view path, const Context& context);
  Made step(const Made& from, std::string_view path);
  Made members(const Node& expression, const Context& context);
  Made items(const Node& expression, const Context& context);
  Made optional(const Node* expression, const Context& context);
  static Directive directive(std::string_view name);

  Made first(const Node& directive, const Context& context);
  Made first_from(std::span<const Node> expressions, const Context& context);
  Made merge(const Node& directive, const Context& context);
  Made merge_from(std::span<const Node> expressions, const Context& context, const Made& before);
  Made concat(const Node& directive, const Context& context);
  Made concat_from(std::span<const Node> expressions, const Context& context, const Made& before);
  Made each(const Node& directive, const Context& context);
  Made entries(const Node& directive, const Context& context);
  Made entries_of(const Made& map, const Node& directive, const Context& context);
  Made with(const Node& directive, const Context& context);
  Made has(const Node& directive, const Context& context);
  Made case_(const Node& directive, const Context& context);
  Made case_of(const Made& value, const Node& directive, const Context& context);
  Made kind(const Node& directive, const Context& context);
  Made row(const Node& directive, const Context& context);
  Made flat(const Node& directive, const Context& context);
  Made referent_of(const Node& directive, const Context& context);
  Made unknown(const Node& directive, const Context& context);
  Made use(const Node& directive, const Context& context);

  const ServerlessTables& tables_;
  Forge& forge_;
  ExtraConditions& conditions_;
};

}  // namespace demarc
