#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parsers/graph/value.h"
#include "parsers/terraform/table.h"
#include "parsers/text/arena.h"

namespace demarc {

// Properties that grow: several arguments may write into one object or list. Positions are numbers, the root is 0.
// One draft is reused for all resources of a plan.
class Draft {
 public:
  using At = std::uint32_t;
  static constexpr At kRoot = 0;

  explicit Draft(Arena& arena) : arena_(arena) { clear(); }

  // An empty root map again.
  void clear();

  // Follows steps, making what is missing. Steps behind the first that are made here are none of the file (written ".");
  // the last is written `written`. A step onto the members of a list leads to the list, and where more steps follow to a new
  // member.
  At follow(At from, std::span<const TableStep> steps, std::string_view written, Place place);

  At member(At map, std::string_view key, std::string_view written, Place place);
  At append(At list, Place place);

  // What stands here already is kept unless it is empty: the first of several names for one property wins.
  void set(At at, const Value& value);

  void replace(At at, const Value& value);
  // Adds a value to what stands here already, as members of one list.
  void extend(At at, const Value& value);

  bool is_empty(At at) const { return nodes_[at].kind == Kind::empty; }
  void make_map(At at) { make(at, Kind::map); }
  void make_list(At at) { make(at, Kind::list); }

  // Everything as a value in the arena. What stayed empty is left out.
  Value value(At at = kRoot);

 private:
  static constexpr At kNone = ~At{0};
  enum class Kind : std::uint8_t { empty, value, map, list };

  struct Node {
    std::string_view key;
    std::string_view written;
    Place place;
    Kind kind = Kind::empty;
    Value value = Value::null();
    At first = kNone;
    At last = kNone;
    At next = kNone;
    std::uint32_t children = 0;
  };
  using Index = std::unordered_map<std::string_view, At>;

  static constexpr std::uint32_t kFewChildren = 64;

  void make(At at, Kind kind);
  At child(At map, std::string_view key);
  At add(At parent, std::string_view key, std::string_view written, Place place);
  At step_into(At at, const TableStep& step, std::string_view written, Place place);
  At element(At list, std::uint32_t index, Place place);
  At keyed(At list, const TableStep& step, Place place);

  Arena& arena_;
  std::vector<Node> nodes_;
  std::unordered_map<At, Index> indices_;  // of maps with more than a few children
  std::vector<Entry> entries_;
  std::vector<Value> items_;
};

}  // namespace demarc
