#pragma once

#include <string_view>
#include <vector>

#include "analyzer/policy/fields.h"
#include "analyzer/policy/reading.h"

namespace demarc {

// Whether a text has the form of a type: AWS::EC2::Volume, aws_ebs_volume, template.parameter, `AWS::RDS::*`, `*`.
bool is_type_name(std::string_view text);

// Reads a type, a list of types, or `{table: NAME}`: all types of the table's first key column.
std::vector<SpokenType> read_types(const Node& node, std::string_view what, const Reading& reading);

// CloudFormation's names of them, each once.
std::vector<std::string> names_of(const std::vector<SpokenType>& types);

// The table that a node names; null and a mistake, with the nearest right name, where there is none.
const Table* find_table(const Node& name, const Reading& reading);

}  // namespace demarc
