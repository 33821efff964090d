#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "parsers/graph/value.h"
#include "parsers/text/arena.h"

namespace demarc {

// The provider awscc is made from CloudFormation's own schemas: awscc_ec2_route_table is AWS::EC2::RouteTable, and its
// attributes, nested ones too, are CloudFormation's properties in snake_case.
// https://registry.terraform.io/providers/hashicorp/awscc/latest/docs
bool is_by_rule(std::string_view terraform_type);

// CloudFormation's spelling of names, by what they are without underscores in lower case.
using FoldedNames = std::unordered_map<std::string, std::string_view>;

// Arguments with all names in CloudFormation's spelling: that of `names`, else PascalCase. Keys that are no snake_case, as maps
// have them that users fill, stay as they are; so do id, arn and region of the resource itself.
Value renamed_by_rule(const Value& arguments, const FoldedNames& names, Arena& arena);

}  // namespace demarc
