#include <algorithm>

#include "parsers/cloudformation/template.h"

namespace demarc {
namespace {

bool is_typed(const Member& member) {
  const Node* type = member.value.find("Type");
  return type != nullptr && type->kind == NodeKind::text && type->text().find("::") != std::string_view::npos;
}

}  // namespace

bool looks_like_template(const Node& root) {
  if (root.kind != NodeKind::map) return false;
  if (root.find("AWSTemplateFormatVersion") != nullptr || root.find("Transform") != nullptr) return true;
  const Node* resources = root.find("Resources");
  if (resources == nullptr || resources->kind != NodeKind::map) return false;
  return std::any_of(resources->members().begin(), resources->members().end(), is_typed);
}

}  // namespace demarc
