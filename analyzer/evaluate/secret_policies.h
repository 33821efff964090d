#pragma once

#include <vector>

#include "analyzer/evaluate/finding.h"
#include "analyzer/policy/catalog.h"

namespace demarc {

// The policies of the catalog that find secrets in clear text, without those given: whether or not anybody wants their findings,
// what they find must not leave the process.
std::vector<const Policy*> further_secret_policies(const std::vector<const Policy*>& policies, const Catalog& catalog);

// Takes out the places that findings hold to be secret.
void take_secrets(std::vector<Finding>& findings, std::vector<Place>& places);

}  // namespace demarc
