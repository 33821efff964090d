#pragma once

#include "parsers/cloudformation/comparison.h"
#include "parsers/cloudformation/declarations.h"

namespace demarc {

// Reads the Rules of a template: CloudFormation deploys only what fulfils their assertions, so each becomes a constraint of the
// variables that it speaks of. What the account alone decides (Fn::ValueOf, Fn::RefAll) constrains nothing. A rule that
// nothing fulfils is noted and left out: else the whole template would pass in silence.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html
// Requires: parameters are declared, resources not yet read; comparison is that of the conditions; section may be null.
void read_rules(const Node* section, Comparison& comparison, Declarations& names);

}  // namespace demarc
