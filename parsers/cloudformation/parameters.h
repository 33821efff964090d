#pragma once

#include "parsers/cloudformation/declarations.h"
#include "parsers/cloudformation/template.h"

namespace demarc {

// Declares the parameters of a template and the pseudo parameters, and gives them the values that the user names.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
// Requires: section is null or the template's Parameters; given outlives the call.
void read_parameters(const Node* section, const GivenParameters& given, Declarations& names);

// The pseudo parameters but AWS::NoValue, as far as they are not declared yet; those that are given are of the outermost
// stack. AWS::Partition and AWS::URLSuffix have the values of the partition `aws`, as if they were defaults; what the others
// are is not known before deployment.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html
void declare_pseudo_parameters(const GivenParameters& given, Declarations& names);

}  // namespace demarc
