#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "parsers/document/node.h"
#include "parsers/serverless/forge.h"

namespace demarc {

// Puts the logical ids of implied resources in place of the names by which templates refer to them: `!Ref Function.Alias`,
// `${Api.Stage}` in Fn::Sub, `!GetAtt Function.Version.Version`.
// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html
class Renaming {
 public:
  Renaming(const std::unordered_map<std::string, std::string_view>& names, Forge& forge) : names_(names), forge_(forge) {}

  Node renamed(const Node& node);

 private:
  Node inside(const Node& node);
  Node argument(std::string_view function, const Node& argument);
  std::string substituted(std::string_view text) const;
  std::string attribute(std::string_view text) const;
  std::string_view id_of(std::string_view name) const;

  const std::unordered_map<std::string, std::string_view>& names_;
  Forge& forge_;
};

}  // namespace demarc
