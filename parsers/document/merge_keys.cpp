#include "parsers/document/merge_keys.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "parsers/document/add_note.h"

namespace demarc {
namespace {

std::span<const Node> merged_maps(const Node& value) {
  if (value.kind == NodeKind::list) return value.items();
  return {&value, 1};
}

bool can_merge(const Node& value) {
  std::span<const Node> maps = merged_maps(value);
  return std::all_of(maps.begin(), maps.end(), [](const Node& map) { return map.kind == NodeKind::map; });
}

class Merger {
 public:
  explicit Merger(std::span<const Member> written) {
    for (const Member& member : written) {
      if (!is_merge(member)) seen_.insert({member.key, {0, 0}});
    }
  }

  // Adds the members of a map whose keys are not there yet; of its own duplicates the last counts.
  std::size_t merge(const Node& map) {
    ++map_;
    std::size_t before = members.size();
    for (const Member& member : map.members()) {
      auto [seen, added] = seen_.insert({member.key, {map_, members.size()}});
      if (added) {
        members.push_back(member);
      } else if (seen->second.map == map_) {
        members[seen->second.at] = member;
      }
    }
    return members.size() - before;
  }

  std::vector<Member> members;

 private:
  struct From {
    std::size_t map;  // 0: written by the map itself
    std::size_t at;
  };

  std::unordered_map<std::string_view, From> seen_;
  std::size_t map_ = 0;
};

std::string merge_message(std::size_t added) {
  std::string keys = added == 1 ? "1 key" : std::to_string(added) + " keys";
  return "the merge key << is applied and adds " + keys;
}

}  // namespace

std::vector<Member> apply_merges(std::span<const Member> members, FileId file, std::vector<Note>& notes) {
  Merger merger(members);
  for (const Member& member : members) {
    if (!is_merge(member)) {
      merger.members.push_back(member);
    } else if (!can_merge(member.value)) {
      add_note(notes,
               {"merge-key", "<< merges nothing, since its value is no map; it is taken as a key", {file, member.key_range}});
      merger.members.push_back(member);
    } else {
      std::size_t added = 0;
      for (const Node& map : merged_maps(member.value)) added += merger.merge(map);
      add_note(notes, {"merge-key", merge_message(added), {file, member.key_range}});
    }
  }
  return std::move(merger.members);
}

}  // namespace demarc
