#pragma once

#include <string>
#include <vector>

#include "parsers/graph/condition.h"
#include "parsers/graph/scenario.h"
#include "parsers/graph/truth.h"

namespace demarc {

// Whether some world fits both.
bool are_compatible(const std::vector<Scenario::Assumption>& a, const std::vector<Scenario::Assumption>& b);

// Whether every world that fits `given` fits `wanted`.
bool implies(const Scenario::Assumption& given, const Scenario::Assumption& wanted);

// Whether a condition holds in all, some or none of the worlds that fit.
Truth truth_of(const Condition& condition, const std::vector<Scenario::Assumption>& assumptions);

// "Environment is dev", "Environment is neither prod nor stage", "KeyArn is empty". Values of secret parameters are not said.
std::string words_of(const Scenario::Assumption& assumption);
std::string value_words(const Scenario::Assumption& decided);

}  // namespace demarc
