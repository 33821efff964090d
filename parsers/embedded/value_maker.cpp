#include "parsers/embedded/value_maker.h"

#include "parsers/embedded/embedded.h"

namespace demarc {
namespace {

// Maps of so few members are compared pair by pair, larger ones through an index.
constexpr std::size_t kFewMembers = 16;

template <class T>
std::span<const T> behind(const std::vector<T>& all, std::size_t first) {
  return std::span<const T>(all).subspan(first);
}

template <class T>
void drop_behind(std::vector<T>& all, std::size_t first) {
  all.erase(all.begin() + static_cast<std::ptrdiff_t>(first), all.end());
}

}  // namespace

Value ValueMaker::value(const Node& node) {
  Value value = content(node, {file_, node.range});
  value.sensitive |= origin_.sensitive;
  if (!value.through) value.through = origin_.through;
  return value;
}

Value ValueMaker::content(const Node& node, Place place) {
  switch (node.kind) {
    case NodeKind::null: return Value::null(place);
    case NodeKind::boolean: return Value::boolean(node.truth, place);
    case NodeKind::number: return Value::number(node.text(), place);
    case NodeKind::text: return text(node, place);
    case NodeKind::list: return list(node, place);
    case NodeKind::map: return map(node, place);
  }
  return Value::null(place);
}

Value ValueMaker::text(const Node& node, Place place) {
  return origin_.holes ? origin_.holes->restore(node.text(), place, arena_) : Value::text(node.text(), place);
}

Value ValueMaker::list(const Node& node, Place place) {
  std::size_t first = items_.size();
  for (const Node& item : node.items()) items_.push_back(value(item));
  Value list = Value::list(arena_.store(behind(items_, first)), place);
  drop_behind(items_, first);
  return list;
}

Value ValueMaker::map(const Node& node, Place place) {
  std::size_t first = entries_.size();
  std::span<const Member> members = node.members();
  Index index;
  if (members.size() > kFewMembers) index = last_of_each(members);
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (is_last(members, i, index)) entries_.push_back(entry(members[i]));
  }
  Value map = Value::map(arena_.store(behind(entries_, first)), place);
  drop_behind(entries_, first);
  return map;
}

Entry ValueMaker::entry(const Member& member) {
  std::string_view key = origin_.holes ? origin_.holes->name(member.key, arena_) : member.key;
  return {key, key, {file_, member.key_range}, value(member.value)};
}

ValueMaker::Index ValueMaker::last_of_each(std::span<const Member> members) {
  Index index;
  for (std::size_t i = 0; i < members.size(); ++i) index[members[i].key] = i;
  return index;
}

bool ValueMaker::is_last(std::span<const Member> members, std::size_t at, const Index& index) {
  if (!index.empty()) return index.at(members[at].key) == at;
  for (std::size_t i = at + 1; i < members.size(); ++i) {
    if (members[i].key == members[at].key) return false;
  }
  return true;
}

Value value_of(const Node& node, FileId file, Arena& arena) { return ValueMaker(file, arena).value(node); }

}  // namespace demarc
