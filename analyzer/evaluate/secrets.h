#pragma once

#include <vector>

#include "analyzer/evaluate/embedded_texts.h"
#include "analyzer/evaluate/finding.h"
#include "analyzer/policy/catalog.h"
#include "parsers/graph/resource.h"
#include "parsers/text/place.h"

namespace demarc {

// The places whose text must not leave the process: of sensitive values, of defaults of secret parameters, and of literals in
// properties of the table `secret-properties`, and of what policies on secrets found. Sorted by file and begin, each once.
std::vector<Place> secret_places(const ResourceGraph& graph, const Catalog& catalog, EmbeddedTexts& texts,
                                 const std::vector<Finding>& findings);

// A parameter that is given a secret is known by its name: what must not be read is its default.
void mask_defaults(const ResourceGraph& graph, std::vector<Place>& secrets);

}  // namespace demarc
