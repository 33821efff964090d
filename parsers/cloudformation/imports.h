#pragma once

#include "parsers/graph/resource.h"

namespace demarc {

// Puts the value of an export in the place of each Fn::ImportValue that names it, where one template of the graph exports
// that name, and its name and that of the import are known. A name that several export stays unknown, with a note of the
// kind `import`.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-importvalue.html
void link_imports(ResourceGraph& graph);

}  // namespace demarc
