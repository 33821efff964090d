#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

#include "parsers/document/node.h"

namespace demarc {

// One module as the plan's `configuration` writes it, indexed once by name.
// https://developer.hashicorp.com/terraform/internals/json-format#configuration-representation
struct ConfigModule {
  std::string path;  // module.a.module.b; empty for the root
  const Node* node = nullptr;
  const Node* call = nullptr;  // in the parent; null for the root
  const ConfigModule* parent = nullptr;
  std::string_view name;
  std::unordered_map<std::string_view, const ConfigModule*> children;
  std::unordered_map<std::string_view, const Node*> resources;  // by address within the module: data.aws_ami.u
};

// The source of a plan, as far as it shows: references and constants.
class Configuration {
 public:
  // Requires: the node outlives the configuration; null if the plan has none.
  explicit Configuration(const Node* configuration);
  Configuration(const Configuration&) = delete;
  Configuration& operator=(const Configuration&) = delete;

  bool known() const { return known_; }
  const ConfigModule& root() const { return modules_.front(); }
  const std::deque<ConfigModule>& modules() const { return modules_; }

 private:
  std::deque<ConfigModule> modules_;  // parents before children; addresses are stable
  bool known_ = false;
};

// The members of an object by name; nothing if it is not there or no map.
const Node* member_of(const Node* map, std::string_view name);

// Whether an expression of a configuration is that of an argument ({}, constant_value, references) and not of blocks.
bool is_argument_expression(const Node& expression);

}  // namespace demarc
