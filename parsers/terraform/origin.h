#pragma once

#include <string_view>
#include <vector>

#include "parsers/graph/value.h"
#include "parsers/terraform/instances.h"

namespace demarc {

// Where an expression stands: its module instance, the index of the resource (or module) instance that it belongs to, and
// what its for_each runs over.
struct ExpressionSite {
  const ModuleInstance* module = nullptr;
  std::string_view index;
  const Node* for_each = nullptr;
  bool same_index = false;  // what is named without an index is meant at this one
};

// A resource or data source that an expression names.
struct Referent {
  bool data = false;
  const ResourceInstance* instance = nullptr;  // null: one of several, or not in the plan
  const InstanceGroup* group = nullptr;        // what it could be, where there are several
  std::string_view target;                     // full instance address; without an index where that is not known
  std::string_view attribute;                  // may be a path; empty where the plan does not say which
  bool known = false;                          // that attribute's value is known before the plan is applied
  bool foreign = false;                        // of another provider than AWS: its attributes are values, and name nothing
};

// What decides the value of an expression.
struct Origin {
  std::vector<Referent> referents;  // each target once
  bool opaque = false;              // something else may decide: a local, a module as a whole
  const Node* variable = nullptr;   // the root module's variable, if it is the only one that is named
  std::string_view variable_name;
  std::uint32_t variables = 0;  // how many root variables are named

  // Those whose value is not known yet: only they can make the expression unknown.
  std::vector<const Referent*> unknown() const;
};

// Follows the references of expressions through module inputs and outputs to resources and root variables.
// Plans list the references of an expression, not the expression: "${aws_x.y.id}-a" cannot be told from aws_x.y.id.
// https://developer.hashicorp.com/terraform/internals/json-format#expression-representation
class OriginFinder {
 public:
  OriginFinder(Instances& instances, Arena& arena) : instances_(instances), arena_(arena) {}

  // Requires: is_argument_expression(expression).
  Origin find(const Node& expression, const ExpressionSite& site);

 private:
  static constexpr int kMostReferences = 400;
  static constexpr int kDeepest = 40;

  // Steps that are read behind what an expression names: of each.value.id, id.
  using Rest = std::vector<AddressStep>;

  void visit(const Node& expression, const ExpressionSite& site, const Rest& rest, int depth);
  void visit_reference(std::string_view text, const ExpressionSite& site, const Rest& rest, int depth);
  void visit_variable(const Rest& steps, const ExpressionSite& site, const Rest& rest, int depth);
  void visit_each(const Rest& steps, const ExpressionSite& site, const Rest& rest, int depth);
  void visit_module(const Rest& steps, const ExpressionSite& site, const Rest& rest, int depth);
  void visit_output(const ModuleInstance& module, std::string_view output, const Rest& rest, int depth);
  void visit_outputs(const ModuleInstance& module, int depth);
  void visit_resource(const Rest& steps, std::string_view text, const ExpressionSite& site, const Rest& rest);
  const ModuleInstance* called(const ExpressionSite& site, const AddressStep& step);
  bool has_none(const ExpressionSite& site, const AddressStep& call) const;
  void locate(Referent& referent, std::string_view resource, std::string_view index, const ExpressionSite& site);
  void add(const Referent& referent);

  Instances& instances_;
  Arena& arena_;
  Origin origin_;
  int seen_ = 0;
};

}  // namespace demarc
