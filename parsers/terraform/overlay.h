#pragma once

#include <string_view>

#include "parsers/graph/value.h"
#include "parsers/terraform/instances.h"
#include "parsers/terraform/origin.h"
#include "parsers/terraform/plan.h"
#include "parsers/terraform/referents.h"
#include "parsers/terraform/table.h"
#include "parsers/text/arena.h"

namespace demarc {

// What a plan knows of a resource's arguments: its planned values overlaid with what is unknown and what is sensitive, in
// Terraform's names. Nulls are left out.
//
//   unknown, and the expression names one resource that decides it: a Reference to that resource
//   unknown, and nothing that is not known yet takes part in the expression: absent. The expression came to null, and the
//     provider will choose
//   unknown, without an expression: absent. The argument was never written. A block that the provider does not fill itself
//     stays unknown: only a dynamic block over something unknown looks like that
//   known, and equal to the one attribute that the expression names: the value, through that Reference
//
// Where a block cannot be traced to its source (dynamic blocks), what is unknown in it stays unknown.
class Overlay {
 public:
  Overlay(FileId file, Scope scope, const Node* variables, OriginFinder& origins, Arena& arena,
          PlanState state = PlanState::after)
      : file_(file), state_(state), origins_(origins), referents_(file, scope, variables, arena), arena_(arena) {}

  // A map whose own entries live until the next call; unknown as a whole where the plan has no values. `body` is the type's
  // table, where there is one.
  Value arguments(const ResourceInstance& instance, const TableBody* body);

  // The same of what only stands in the configuration: data sources that are read early, providers. Requires: a map of
  // expressions.
  Value expressions(const Node& expressions, const ExpressionSite& site);

 private:
  // Where the source writes something: not at all, perhaps (in a dynamic block, or no source is known), or here.
  enum class How : std::uint8_t { nowhere, maybe, here };
  struct Written {
    How how = How::nowhere;
    const Node* expression = nullptr;  // here: of an argument, the blocks of one name, or one block
    std::string_view argument;         // whose value (or a part of it) is meant; empty for a block
    const TableArgument* row = nullptr;
  };
  // One planned value and its counterparts in after_unknown and after_sensitive; null where they have none.
  struct Planned {
    const Node* value = nullptr;
    const Node* unknown = nullptr;
    const Node* sensitive = nullptr;
    bool secret = false;   // sensitive as a whole
    bool complete = true;  // false: the plan does not say what is unknown
    Range range;

    Planned part(const Node* value, const Node* unknown, const Node* sensitive) const;
  };

  Value value(const Planned& planned, const Written& written);
  Value map(const Planned& planned, const Written& written, const TableBody* body);
  void add_entries(const Planned& planned, const Written& written, const TableBody* body, std::vector<Entry>& entries);
  Value list(const Planned& planned, const Written& written, const TableBody* body);
  Value known(const Planned& planned, const Written& written);
  Value unknown(const Planned& planned, const Written& written);
  Value finished(Value value, const Planned& planned) const;
  Written argument_of(const Written& block, std::string_view name, const TableBody* body, bool content, const Node* found) const;
  void add_unplanned(const Planned& planned, const Written& written, const TableBody* body, std::vector<Entry>& entries);
  void fill_in(const Written& written, std::span<const std::size_t> gaps, std::vector<Value>& items);

  Value expression(const Node& node);
  Value of_argument(const Node& node);
  const Origin& origin_of(const Node& expression);

  FileId file_;
  PlanState state_;
  OriginFinder& origins_;
  Referents referents_;
  Arena& arena_;
  ExpressionSite site_;
  std::vector<Entry> entries_;             // of the resource itself
  const Node* last_expression_ = nullptr;  // whose origin is last_origin_, at site_
  Origin last_origin_;
};

}  // namespace demarc
