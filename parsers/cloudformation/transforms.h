#pragma once

#include "parsers/cloudformation/declarations.h"

namespace demarc {

// Notes the macros that the Transform of a template names and that are not expanded. Those that change nothing which is
// judged, or whose functions are computed (AWS::LanguageExtensions), make no note; nor does AWS::Serverless where it was expanded.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/transform-section-structure.html
// Requires: section may be null.
void read_transforms(const Node* section, Declarations& names);

}  // namespace demarc
