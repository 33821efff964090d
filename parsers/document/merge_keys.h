#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "parsers/document/node.h"

namespace demarc {

// The key of a member that is a merge key (https://yaml.org/type/merge.html), told from a quoted "<<" by its address.
inline constexpr char kMergeText[] = "<<";  // a variable, since equal literals may have several addresses
inline constexpr std::string_view kMergeKey = kMergeText;
inline bool is_merge(const Member& member) { return member.key.data() == kMergeKey.data(); }

// The members of a map with its merge keys applied: what the map itself writes wins over what it merges, and of merged maps
// the first wins. A merge key whose value is neither a map nor a list of maps stays as it is. Adds a note at each.
std::vector<Member> apply_merges(std::span<const Member> members, FileId file, std::vector<Note>& notes);

}  // namespace demarc
