#pragma once

#include <string_view>

#include "parsers/graph/resource.h"
#include "parsers/text/result.h"

namespace demarc {

// What must hold of whatever was read from a text; aborts where it does not.
// Every place lies in the text; every value can be read, and settled in the first worlds of its resource; a note has a message.
// An error has a message, and a range in the text.
void check_graph(const Result<ResourceGraph>& graph, std::string_view text);

}  // namespace demarc
