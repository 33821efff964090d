#pragma once

#include <string>
#include <utility>
#include <vector>

#include "parsers/document/node.h"
#include "parsers/graph/resource.h"
#include "parsers/serverless/tables.h"
#include "parsers/text/locate.h"
#include "parsers/text/result.h"
#include "parsers/text/source.h"

namespace demarc {

// Parameter values that the user gives, by name: they win over defaults in every template that declares the name.
using GivenParameters = std::vector<std::pair<std::string, std::string>>;

// The files around a template, and the numbers of the templates that it nests.
struct Neighbours {
  Locate locate;
  Scope first_nested = 0;  // what the nested ones are numbered from
  Scope nested = 0;        // how many there are; counted up
};

// Whether a document is meant as a CloudFormation template: a map with Resources whose members have a Type with `::`,
// or are loops or transforms, or with AWSTemplateFormatVersion or Transform.
bool looks_like_template(const Node& root);

// Normalises a template into resources. What cannot be known stays Unknown with its reason; what is malformed but does
// not hide other resources is a note; only a template without a usable Resources section is an error.
// The graph takes the document over. Requires: file outlives the graph.
//
// Parameters    A given value wins. A parameter that nothing is compared with or looked up by is its default (`through`
//               names the parameter and the place of its Default) or an unknown; every other one is a variable, and
//               AllowedValues are enumerated. Defaults of SSM types are names, not values. NoEcho makes values sensitive.
// AWS::…        AWS::Partition is `aws` and AWS::URLSuffix `amazonaws.com`, as if by default; they may be given, as may the
//               other pseudo parameters, which are unknown. AWS::NoValue is null, and no member of a list.
// Conditions    are formulas over variables. What a formula cannot express (Fn::Select of a parameter, an import) is compared
//               as a whole, as a variable named by what is written; a condition that is not declared, or refers to itself,
//               is one that may hold or not. Fn::If is a choice.
// Rules         narrow the worlds to those that fulfil their assertions.
// Fn::FindInMap by a parameter or the region is a choice over the map's keys: in every deployment it has one of them.
// Ref, GetAtt   of a resource are references, also as holes of the texts that Fn::Sub and Fn::Join make of them. An item of
//               Fn::GetAZs is a reference of kind `data` to "Fn::GetAZs" (or "Fn::GetAZs of REGION") with the index as its
//               attribute: different indices are different zones.
// Fn::Base64, Fn::ToJsonString  are their argument itself, so that user data and documents can be read.
// {{resolve:…}} is unknown, but set; `through` is the resource that names the secret, if one does.
// Serverless    What AWS::Serverless-2016-10-31 makes of a template is read in its place (parsers/serverless), if its tables are
//               given. A resource's written type and spellings are those of its file.
// Macros        others are not expanded: a note each, and names that only they could declare are unknown (Why::macro). Loops
//               (Fn::ForEach) are expanded, and local files put in the place of AWS::Include.
// Nested stacks whose template is a local file are read with the parameters that they are handed; what they make follows the
//               template's own resources, in scopes of their own, and an output is what their template says. Without
//               neighbours none is followed.
// Parts that are no resource become resources of the types template.parameter (address: its name), template.output
// (address: Outputs.NAME) and template.metadata (address: Metadata).
//
// Kinds of notes: malformed, undeclared, undeclared-condition, cycle, condition-depth, default-not-allowed,
// value-not-allowed, rule, macro, loop, include, nested-stack, dynamic-reference, serverless, too-large.
// Requires: the tables outlive the graph.
Result<ResourceGraph> read_template(Document document, const SourceFile& file, Scope scope, const GivenParameters& given = {},
                                    Neighbours* neighbours = nullptr, const ServerlessTables* serverless = nullptr);

}  // namespace demarc
