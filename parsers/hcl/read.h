#pragma once

#include "parsers/hcl/block.h"
#include "parsers/text/source.h"

namespace demarc {

// Reads the structure of a Terraform source file (.tf): blocks, their labels and attributes, where each stands. What is malformed
// is a note and is skipped to the next line; blocks nested deeper than 100 are skipped with a note.
// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
// Requires: file outlives what is returned.
HclFile read_hcl(const SourceFile& file);

// The same of JSON syntax (.tf.json): the members of the top level are blocks, labelled by the keys below them.
// https://developer.hashicorp.com/terraform/language/syntax/json
HclFile read_hcl_json(const SourceFile& file);

}  // namespace demarc
