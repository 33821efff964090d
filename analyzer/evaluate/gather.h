#pragma once

#include <vector>

#include "analyzer/evaluate/deployment.h"
#include "analyzer/evaluate/finding.h"
#include "analyzer/evaluate/verdict.h"

namespace demarc {

// Judges all policies of resources on those that exist, many resources in several threads. The findings are in the order of the
// resources, whatever the number of threads. A resource with more worlds than are tried gets a note.
Judgement judge_resources(const Deployment& deployment, const std::vector<bool>& exists);

// Sorts findings and makes one of those that say the same of the same place: a companion of several parents is reported once,
// with all of them.
void merge_same(std::vector<Finding>& findings);

}  // namespace demarc
