#pragma once

#include <string>
#include <string_view>

#include "analyzer/evaluate/trail.h"
#include "analyzer/evaluate/world.h"
#include "parsers/graph/resource.h"
#include "parsers/graph/value.h"

namespace demarc {

// The way to a value in the words of its file, with indices: "ingress[0].cidr_blocks[1]". What the file does not write is
// spelled as it would be. Inside a companion the way begins at the companion.
std::string written_path(const Resource& resource, const Trail* trail);

// The same in the words of policies: "SecurityGroupIngress[0].CidrIp".
std::string policy_path(const Trail* trail);

// The trail of a path in the words of policies, with indices, from the properties of a resource.
const Trail* trail_along(World& world, const Resource& resource, std::string_view path);

// A value as a message shows it: sensitive ones masked, holes as ${…}, long ones cut.
std::string shown(const Value& value);

}  // namespace demarc
