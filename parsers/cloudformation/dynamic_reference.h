#pragma once

#include <vector>

#include "parsers/cloudformation/declarations.h"

namespace demarc {

// Puts an unknown (Why::dynamic_reference) in the place of each {{resolve:service:…}} in the pieces of a text; what stands
// inside one, a hole too, belongs to it. A reference to a resource inside it becomes the unknown's `through`.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
std::vector<Piece> with_dynamic_references(const std::vector<Piece>& pieces, Place place, Declarations& names);

// Whether a text may contain one.
bool may_have_dynamic_reference(std::string_view text);

}  // namespace demarc
