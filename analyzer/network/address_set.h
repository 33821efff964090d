#pragma once

#include <span>
#include <vector>

#include "analyzer/network/address.h"

namespace demarc {

// A set of addresses of one family: spans in order that neither overlap nor touch.
class AddressSet {
 public:
  AddressSet() = default;
  explicit AddressSet(std::vector<AddressSpan> spans);  // in any order, overlapping or not

  bool empty() const { return spans_.empty(); }
  std::span<const AddressSpan> spans() const { return spans_; }

  bool contains(const AddressSet& other) const;
  bool overlaps(const AddressSet& other) const;
  AddressSet without(const AddressSet& other) const;

 private:
  std::vector<AddressSpan> spans_;
};

}  // namespace demarc
