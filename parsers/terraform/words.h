#pragma once

#include <string>
#include <string_view>

namespace demarc {

// The default rule between the two vocabularies: kms_key_id → KmsKeyId, http2_enabled → Http2Enabled.
// Names that do not begin with a letter stay as they are.
std::string pascal_case(std::string_view snake);

// Whether an argument of a resource itself keeps its name by default: it means the resource (id, arn), or the provider's own
// business (timeouts, region), and no property.
bool keeps_name(std::string_view argument);

// A name without its underscores and in lower case: what names of both vocabularies have in common.
std::string folded(std::string_view name);

}  // namespace demarc
