#pragma once

#include "parsers/document/node.h"
#include "parsers/document/read.h"
#include "parsers/graph/resource.h"
#include "parsers/terraform/mapping.h"
#include "parsers/text/result.h"
#include "parsers/text/source.h"

namespace demarc {

// Whether a document is meant as `terraform show -json` of a plan: it has resource_changes or planned_values.
bool looks_like_plan(const Node& root);

// The sections of a plan that nothing asks for.
bool skip_of_plan(const std::vector<std::string_view>& path);

// Names the mistake in a file that is no plan but was meant as one (binary plan, state, event stream, human text, JSON
// inside log lines) and the command that mends it. Empty message: no such mistake is seen.
Error mistaken_plan(std::string_view text);

// Normalises a plan into resources in CloudFormation's vocabulary. The graph takes the document over.
// Requires: mappings outlives the graph; document was read from file.
//
// What a plan cannot say is decided so:
//   - an argument that is unknown and has no expression was never written: absent. Blocks that the provider fills itself are
//     read alike, though a dynamic block over something unknown would look the same; any other block that is unknown as a whole
//     comes from such a dynamic block, and stays unknown
//   - `lifecycle` stands in no plan: unknown
//   - what will be destroyed or forgotten is read as it is before; `change` tells the actions
// As things are before the plan is applied, what it creates is not there, and nothing changes: `change` is no-op.
enum class PlanState : std::uint8_t { after, before };
Result<ResourceGraph> read_plan(Document document, const SourceFile& file, Scope scope, const Mappings& mappings,
                                PlanState state = PlanState::after);

}  // namespace demarc
