#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parsers/text/result.h"

namespace demarc {

// Picks one entry of a map or one member of a list: `(key)` by its key, `(Name=text)` by a field.
struct Selector {
  std::string field;      // empty: by key
  std::string text;
  bool is_item = false;   // the text is `$item`, known only while judging
};

struct Step {
  std::string name;       // may be empty where selectors follow a list directly
  std::vector<Selector> selectors;
};

// A way from a resource's properties, or from an item, to a value (POLICY-LANGUAGE, section 2).
struct Path {
  bool from_root = false;   // begins with `/`: from the properties, also inside an item
  bool leaves = false;      // ends in `**`: every scalar below
  std::vector<Step> steps;  // none: `.`, the item itself
  std::string text;         // as written
};

// Reads "A.B(key).C", "/A", ".", "A.**", "Options(Namespace=x)(Name=y).Value".
Result<Path> read_path(std::string_view text);

// A path for each type of a policy, where the types differ. An empty type stands for all.
struct TypedPath {
  std::string type;
  Path path;
};
using Paths = std::vector<TypedPath>;

// The path for a type; null if there is none.
const Path* path_for(const Paths& paths, std::string_view type);

}  // namespace demarc
