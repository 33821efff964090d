#pragma once

#include "parsers/document/node.h"
#include "parsers/graph/value.h"
#include "parsers/text/arena.h"
#include "parsers/text/source.h"

namespace demarc {

// The value that a node of a document stands for, members in their order, of duplicate keys the last. Tags are ignored.
// What the node points to must outlive the arena.
Value value_of(const Node& node, FileId file, Arena& arena);

// Reads the JSON or YAML inside a text or partial value, as IAM policies, ECS containers and dashboards stand in templates
// and plans. Places lead into the text where its file writes it in one piece, else to the text as a whole; holes of a
// partial text stay holes of the texts inside; in a key, where there can be none, ${Name} is written. Sensitivity and
// `through` carry over.
// A value that is neither text nor partial comes back as it is; a text that is neither a map nor a list gives an
// Unknown (Why::malformed, detail "JSON"; where an unknown hole may be to blame, that hole's reason).
Value read_embedded(const Value& text, const Sources& sources, Arena& arena);

}  // namespace demarc
