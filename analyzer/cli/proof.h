#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzer/evaluate/finding.h"
#include "parsers/graph/resource.h"

namespace demarc {

// What a proof's author expects of one resource: the first word of its name says it.
enum class Expectation : std::uint8_t { pass, fail, unknown, none };

// The expectation in a name: of FailPublicRead and fail_public_read fail, of unknown-scope.template.yaml unknown. Nothing
// where the first word is none of the four.
std::optional<Expectation> expectation_of(std::string_view name);

// The part of an address that its author chose: `fail_public` of module.a["x.y"].aws_s3_bucket.fail_public[0].
std::string_view last_name(std::string_view address);

// The verdict that findings give a resource: the worst, fail over unknown over pass; none without findings.
Expectation verdict_on(std::string_view address, const std::vector<Finding>& findings);

std::string_view name_of(Expectation expectation);

}  // namespace demarc
