#pragma once

#include <string_view>
#include <unordered_map>

#include "parsers/document/node.h"
#include "parsers/serverless/tables.h"

namespace demarc {

// Whether a template is written in the words of AWS::Serverless-2016-10-31: its Transform says so, or its resources have
// types of this transform. https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification.html
bool is_serverless(const Node& root);

// Whether a type is one of the transform's, modelled or not.
bool is_serverless_type(std::string_view type);

// The resources that stand for a resource of the template themselves, by their logical id, which is the same.
using ServerlessOrigins = std::unordered_map<std::string_view, const ServerlessType*>;

// Rewrites the resources of a template into those that CloudFormation makes of them, as the tables say:
// - Globals are merged: maps member by member, lists one behind the other, other values of the resource win; IgnoreGlobals.
//   https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
// - What a resource implies gets the names that AWS gives it (without their hashes), the Condition and the Metadata of the
//   resource, and stands where it is implied: at the resource, its property or its event.
// - Functions stay where they are; what is there only under a condition is implied under that condition.
// - Names of implied resources (`!Ref Function.Alias`) become those of the rewritten ones.
// Properties, events and types that the tables do not know are kept as notes of the kind "serverless", each at its place;
// so is what is too large to be rewritten, and then stays as it is written.
// Requires: is_serverless(document.root); the tables outlive the document.
ServerlessOrigins expand_serverless(Document& document, const ServerlessTables& tables);

}  // namespace demarc
