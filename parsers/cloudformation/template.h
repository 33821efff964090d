#pragma once

#include <string>
#include <utility>
#include <vector>

#include "parsers/document/node.h"
#include "parsers/graph/resource.h"
#include "parsers/text/result.h"
#include "parsers/text/source.h"

namespace demarc {

// Parameter values that the user gives, by name: they win over defaults in every template that declares the name.
using GivenParameters = std::vector<std::pair<std::string, std::string>>;

// Whether a document is meant as a CloudFormation template: a map with Resources whose members have a Type with `::`,
// or with AWSTemplateFormatVersion or Transform.
bool looks_like_template(const Node& root);

// Normalises a template into resources. What cannot be known stays Unknown with its reason; what is malformed but does
// not hide other resources is a note; only a template without a usable Resources section is an error.
// The graph takes the document over.
Result<ResourceGraph> read_template(Document document, const SourceFile& file, Scope scope, const GivenParameters& given = {});

}  // namespace demarc
