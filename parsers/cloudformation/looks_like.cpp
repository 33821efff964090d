#include <algorithm>

#include "parsers/cloudformation/template.h"
#include "parsers/expansion/loop.h"

namespace demarc {
namespace {

// A resource, a loop that makes some, or a transform that brings some.
bool is_resource(const Member& member) {
  constexpr std::string_view kTransform = "Fn::Transform";
  if (is_loop(member.key) || member.key == kTransform || member.value.find(kTransform) != nullptr) return true;
  const Node* type = member.value.find("Type");
  return type != nullptr && type->kind == NodeKind::text && type->text().find("::") != std::string_view::npos;
}

}  // namespace

bool looks_like_template(const Node& root) {
  if (root.kind != NodeKind::map) return false;
  if (root.find("AWSTemplateFormatVersion") != nullptr || root.find("Transform") != nullptr) return true;
  const Node* resources = root.find("Resources");
  if (resources == nullptr || resources->kind != NodeKind::map) return false;
  return std::any_of(resources->members().begin(), resources->members().end(), is_resource);
}

}  // namespace demarc
