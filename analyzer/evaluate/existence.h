#pragma once

#include <vector>

#include "parsers/graph/resource.h"
#include "parsers/text/note.h"

namespace demarc {

// Which resources exist in some world. One that is never created is judged by nobody, and a note says so.
std::vector<bool> which_exist(const ResourceGraph& graph, std::vector<Note>& notes);

}  // namespace demarc
