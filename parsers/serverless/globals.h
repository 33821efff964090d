#pragma once

#include "parsers/document/node.h"
#include "parsers/serverless/forge.h"

namespace demarc {

// The properties of a resource with those of its section of Globals: maps merge member by member, lists follow each other,
// everything else (functions too) is the resource's own where it has it.
// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
// Requires: both are maps; ignored (IgnoreGlobals) may be null: "*" or a list of names.
Node merge_globals(const Node& globals, const Node& own, const Node* ignored, Forge& forge);

}  // namespace demarc
