#include "parsers/cloudformation/conditions.h"

#include <fmt/format.h>

#include <unordered_map>
#include <vector>

#include "parsers/cloudformation/members.h"
#include "parsers/cloudformation/predicates.h"
#include "parsers/cloudformation/scalar.h"

namespace demarc {
namespace {

// Leaves what one more condition may add below Condition::kMostHeight.
constexpr std::uint32_t kMostHeight = Condition::kMostHeight / 2;

class ConditionReader {
 public:
  ConditionReader(Comparison& comparison, Declarations& names)
      : names_(names), predicates_(Predicates::Section::conditions, comparison, names) {}

  void read(const Node& section) {
    for (const Member* member : effective_members(section)) {
      if (!member->key.starts_with("Fn::")) declared_[member->key].member = member;
    }
    for (const Member* member : effective_members(section)) {
      if (!member->key.starts_with("Fn::")) resolve(*member);
    }
  }

 private:
  enum class State { untouched, open, done };
  struct Declared {
    const Member* member = nullptr;
    State state = State::untouched;
  };

  // Those that a condition refers to come first. Their chain may be long: no recursion.
  void resolve(const Member& first) {
    std::vector<Declared*> path = {&declared_[first.key]};
    while (!path.empty()) {
      Declared& now = *path.back();
      if (now.state == State::untouched) {
        now.state = State::open;
        push_mentions(now.member->value, path);
        continue;
      }
      path.pop_back();
      if (now.state == State::open) define(*now.member);
      now.state = State::done;
    }
  }

  void push_mentions(const Node& node, std::vector<Declared*>& path) {
    const auto call = condition_call(node);
    if (call && call->name == "Condition" && call->argument->is_scalar()) push(scalar_text(*call->argument), node.range, path);
    if (node.kind == NodeKind::list) {
      for (const Node& item : node.items()) push_mentions(item, path);
    } else if (node.kind == NodeKind::map) {
      for (const Member& member : node.members()) push_mentions(member.value, path);
    }
  }

  void push(std::string_view name, Range range, std::vector<Declared*>& path) {
    const auto found = declared_.find(name);
    if (found == declared_.end() || found->second.state == State::done) return;
    if (found->second.state == State::untouched) {
      path.push_back(&found->second);
    } else if (!names_.conditions.contains(name)) {
      names_.note("cycle", fmt::format("Condition {} refers to itself: both worlds are judged", name), range);
      names_.conditions[name] = names_.free_condition(name);
    }
  }

  void define(const Member& member) {
    if (names_.conditions.contains(member.key)) return;
    const Condition* built = predicates_.read(member.value);
    if (built->height > kMostHeight) {
      names_.note("condition-depth", fmt::format("Condition {} rests on too many others: both worlds are judged", member.key),
                  member.key_range);
      names_.conditions[member.key] = names_.free_condition(member.key);
      return;
    }
    Condition named = *built;
    named.name = member.key;
    names_.conditions[member.key] = names_.graph.arena.store(named);
  }

  Declarations& names_;
  Predicates predicates_;
  std::unordered_map<std::string_view, Declared> declared_;
};

}  // namespace

void read_conditions(const Node* section, Comparison& comparison, Declarations& names) {
  if (section == nullptr || section->kind == NodeKind::null) return;
  if (section->kind != NodeKind::map) {
    names.note("malformed", "Conditions is no map and was not read", section->range);
    return;
  }
  ConditionReader(comparison, names).read(*section);
}

}  // namespace demarc
