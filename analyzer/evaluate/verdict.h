#pragma once

#include <vector>

#include "analyzer/evaluate/deployment.h"
#include "analyzer/evaluate/embedded_texts.h"
#include "analyzer/evaluate/finding.h"
#include "parsers/text/note.h"

namespace demarc {

// What is said of some resources.
struct Judgement {
  std::vector<Finding> findings;
  std::vector<Note> notes;
  std::size_t passes = 0;  // that are not listed
  std::vector<Place> secrets;
};

// Judges one policy on one resource, or on the deployment (null), in all worlds that it tells apart: one finding for each item,
// statement or rule that fails or cannot be judged; one that passes where the policy applies and nothing is found; none where
// it does not apply. True if there are more worlds than are tried, and none that was tried fails.
bool judge_policy(const Deployment& deployment, EmbeddedTexts& texts, const Policy& policy, const Resource* resource,
                  Judgement& judgement);

// Whether a policy speaks of a resource in this dialect and with this change, its type aside.
bool is_judged(const Policy& policy, const Resource& resource);

}  // namespace demarc
