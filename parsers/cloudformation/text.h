#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parsers/cloudformation/declarations.h"

namespace demarc {

// The value of a text as it is written: the text itself, or with what its dynamic references stand for left unknown.
// Requires: text outlives the graph.
Value known_text(std::string_view text, Place place, Declarations& names);

// Puts a text together from what functions such as Fn::Sub and Fn::Join concatenate.
class TextBuilder {
 public:
  // `function` names what is computed, for an unknown that has to stand for it.
  TextBuilder(std::string_view function, Declarations& names) : function_(function), names_(names) {}

  void add(std::string_view literal) {
    literal_ += literal;
    if (!literal.empty()) ++parts_;
  }
  void add(const Value& part);

  // Text if all is known, the part itself if there is but one, else a partial text. The first `through` of the parts is
  // the whole's, and it is sensitive if one of them is. Leaves the builder empty.
  Value finish(Place place);

 private:
  void hole(const Value& value);
  void flush();
  Value over_budget(Place place);

  std::string_view function_;
  Declarations& names_;
  std::string literal_;
  std::vector<Piece> pieces_;
  std::size_t bytes_ = 0;
  std::size_t parts_ = 0;  // that are not empty
  bool sensitive_ = false;
  const Reference* through_ = nullptr;
};

}  // namespace demarc
