#pragma once

#include <vector>

#include "analyzer/evaluate/deployment.h"
#include "analyzer/evaluate/finding.h"

namespace demarc {

// Judges all policies of resources on those that exist, many resources in several threads. The findings are in the order of the
// resources, whatever the number of threads.
std::vector<Finding> judge_resources(const Deployment& deployment, const std::vector<bool>& exists);

// Sorts findings and makes one of those that say the same of the same place: a companion of several parents is reported once,
// with all of them.
void merge_same(std::vector<Finding>& findings);

}  // namespace demarc
