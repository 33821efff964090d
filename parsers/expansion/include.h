#pragma once

#include "parsers/document/node.h"
#include "parsers/text/locate.h"

namespace demarc {

constexpr std::string_view kInclude = "AWS::Include";

// Puts the files that a template names by AWS::Include in the place of the transform, as far as they are local ones: members
// of a map beside its other members, anything else for a map that has no others, and at the top level into the template's
// sections. Places of what they bring are in their own files. What is not there stays as it is, with a note of the kind
// `include`; those that are not local have one note together.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/transform-aws-include.html
// Requires: file is the document's.
void include_files(Document& document, const SourceFile& file, const Locate& locate);

}  // namespace demarc
