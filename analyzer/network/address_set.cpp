#include "analyzer/network/address_set.h"

#include <algorithm>
#include <utility>

namespace demarc {

AddressSet::AddressSet(std::vector<AddressSpan> spans) {
  std::sort(spans.begin(), spans.end(), [](const AddressSpan& a, const AddressSpan& b) { return a.first < b.first; });
  for (const AddressSpan& span : spans) {
    // The last address of all has no neighbour, and whatever follows lies within.
    const bool joins = !spans_.empty() && (span.first <= spans_.back().last || span.first == after(spans_.back().last));
    if (joins) {
      spans_.back().last = std::max(spans_.back().last, span.last);
    } else {
      spans_.push_back(span);
    }
  }
}

bool AddressSet::contains(const AddressSet& other) const {
  auto mine = spans_.begin();
  for (const AddressSpan& span : other.spans_) {
    while (mine != spans_.end() && mine->last < span.first) ++mine;
    if (mine == spans_.end() || span.first < mine->first || mine->last < span.last) return false;
  }
  return true;
}

bool AddressSet::overlaps(const AddressSet& other) const {
  auto mine = spans_.begin();
  auto theirs = other.spans_.begin();
  while (mine != spans_.end() && theirs != other.spans_.end()) {
    if (mine->last < theirs->first) {
      ++mine;
    } else if (theirs->last < mine->first) {
      ++theirs;
    } else {
      return true;
    }
  }
  return false;
}

AddressSet AddressSet::without(const AddressSet& other) const {
  AddressSet rest;
  auto hole = other.spans_.begin();
  for (AddressSpan span : spans_) {
    while (hole != other.spans_.end() && hole->last < span.first) ++hole;
    auto next = hole;
    bool consumed = false;
    for (; next != other.spans_.end() && next->first <= span.last; ++next) {
      if (span.first < next->first) rest.spans_.push_back({span.first, before(next->first)});
      consumed = span.last <= next->last;
      if (consumed) break;
      span.first = after(next->last);
    }
    if (!consumed) rest.spans_.push_back(span);
  }
  return rest;
}

}  // namespace demarc
