#pragma once

#include <string_view>
#include <unordered_map>

#include "parsers/document/node.h"

namespace demarc {

// Finds members of maps that may be large and are asked often.
class MappingSection {
 public:
  explicit MappingSection(const Node* section = nullptr) : section_(section) {}

  // The Mappings section; null if the template has none.
  const Node* section() const { return section_; }

  // The member under a key, of those with the same key the last; null if there is none or this is no map.
  const Member* find(const Node& map, std::string_view key);

 private:
  const Node* section_;
  std::unordered_map<const Node*, std::unordered_map<std::string_view, const Member*>> indices_;
};

}  // namespace demarc
