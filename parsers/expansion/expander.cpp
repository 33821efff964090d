#include "parsers/expansion/expander.h"

#include <fmt/format.h>

#include <unordered_set>
#include <utility>

#include "parsers/document/add_note.h"

namespace demarc {
namespace {

// Values that the loops of one template may make together. A template that CloudFormation takes has 500 resources.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
constexpr std::size_t kMostMade = 200'000;

}  // namespace

void Expander::note(std::string kind, std::string message, Range range) {
  add_note(document_.notes, {std::move(kind), std::move(message), document_.place(range)});
}

bool Expander::spent() const { return made_ > kMostMade; }

Node Expander::section(const Node& map, Level level) {
  if (map.kind != NodeKind::map) return map;
  std::vector<Member> made;
  members(map, level, {}, made);
  note_repeated(made);
  return retagged(Node::map(document_.arena.store(made), map.range), map);
}

// CloudFormation refuses two with one name; here the last one would hide the others without a word.
void Expander::note_repeated(const std::vector<Member>& made) {
  std::unordered_set<std::string_view> seen;
  for (const Member& member : made) {
    if (seen.insert(member.key).second || is_loop(member.key)) continue;
    note("loop", fmt::format("{} is made more than once: only the last one is judged", member.key), member.key_range);
  }
}

void Expander::members(const Node& map, Level level, std::string_view guard, std::vector<Member>& out) {
  for (const Member& member : map.members()) {
    if (spent()) return;
    if (is_loop(member.key)) {
      expand(member, level, guard, out);
    } else {
      out.push_back({replaced(member.key, Use::name), member.key_range, guarded(copy_member(member, level), level, guard)});
    }
  }
}

std::optional<Expander::Loop> Expander::loop_of(const Member& member) {
  const Node& given = member.value;
  if (given.kind == NodeKind::list && given.size() == 3 && given.items()[0].kind == NodeKind::text &&
      given.items()[2].kind == NodeKind::map) {
    return Loop{&member, given.items()[0].text(), &given.items()[1], &given.items()[2]};
  }
  note("malformed", fmt::format("{} takes a list of an identifier, a collection and a map, and is not expanded", member.key),
       member.key_range);
  open_loops.push_back(member.key);
  return std::nullopt;
}

void Expander::expand(const Member& member, Level level, std::string_view guard, std::vector<Member>& out) {
  const auto loop = loop_of(member);
  if (!loop) {
    out.push_back(member);
  } else if (bindings_.empty()) {
    expand_within_budget(*loop, level, out);
  } else {
    rounds(*loop, level, guard, out);
  }
}

void Expander::expand_within_budget(const Loop& loop, Level level, std::vector<Member>& out) {
  const std::size_t before = out.size();
  const std::size_t made_before = made_;
  const std::size_t notes_before = document_.notes.size();
  rounds(loop, level, {}, out);
  if (!spent()) return;
  out.resize(before);
  document_.notes.resize(notes_before);
  made_ = made_before;
  note("loop", fmt::format("{} would make more than {} values: it is judged once, and what it makes in each round is not known",
                           loop.member->key, kMostMade),
       loop.member->key_range);
  one_round_ = true;
  rounds(loop, level, {}, out);
  one_round_ = false;
}

// Whoever computes the function that stands for the item finds that it cannot.
Collection Expander::any_item(const Loop& loop) const {
  const std::vector<Member> call = {{"Fn::ForEach", loop.collection->range, text_node(loop.identifier, loop.collection->range)}};
  LoopItem item;
  item.known = false;
  item.value = Node::map(document_.arena.store(call), loop.collection->range);
  return {{item}, "is too large"};
}

Collection Expander::collect(const Loop& loop) {
  return one_round_ ? any_item(loop) : context_.collect(copy(*loop.collection, Use::value));
}

void Expander::rounds(const Loop& loop, Level level, std::string_view guard, std::vector<Member>& out) {
  const Collection collection = collect(loop);
  if (!collection.open.empty()) {
    open_loops.push_back(loop.member->key);
    if (!one_round_) {
      note("loop", fmt::format("the collection of {} {}: what it makes is judged once, for any {}", loop.member->key,
                               collection.open, loop.identifier),
           loop.member->key_range);
    }
    if (level == Level::inside) return keep(*loop.member, out);
  }
  for (const LoopItem& item : collection.items) {
    if (spent()) return;
    bindings_.push_back({loop.identifier, item});
    members(*loop.fragment, level, both(guard, item.guard), out);
    bindings_.pop_back();
  }
}

std::string_view Expander::both(std::string_view a, std::string_view b) const {
  if (a.empty() || b.empty()) return a.empty() ? b : a;
  return context_.both(a, b);
}

void Expander::keep(const Member& member, std::vector<Member>& out) {
  Member kept = member;
  kept.value = Node::list(document_.arena.store(copy_items(member.value, Use::value, Use::value)), member.value.range);
  out.push_back(kept);
}

// A round that may not take place makes what exists under a condition only.
Node Expander::guarded(const Node& value, Level level, std::string_view guard) {
  if (guard.empty() || level == Level::conditions) return value;
  return level == Level::inside ? only_if(guard, value) : conditional(guard, value);
}

Node Expander::only_if(std::string_view guard, const Node& value) {
  const std::vector<Member> none = {{"Ref", value.range, text_node("AWS::NoValue", value.range)}};
  const std::vector<Node> branches = {text_node(guard, value.range), value, Node::map(document_.arena.store(none), value.range)};
  const std::vector<Member> call = {{"Fn::If", value.range, Node::list(document_.arena.store(branches), value.range)}};
  return Node::map(document_.arena.store(call), value.range);
}

Node Expander::conditional(std::string_view guard, const Node& value) {
  if (value.kind != NodeKind::map) return value;
  std::vector<Member> members(value.members().begin(), value.members().end());
  const Node* own = value.find("Condition");
  const bool named = own != nullptr && own->is_scalar() && own->kind != NodeKind::null;
  const std::string_view name = named ? both(own->text(), guard) : guard;
  std::erase_if(members, [](const Member& member) { return member.key == "Condition"; });
  members.push_back({"Condition", value.range, text_node(name, value.range)});
  return retagged(Node::map(document_.arena.store(members), value.range), value);
}

}  // namespace demarc
