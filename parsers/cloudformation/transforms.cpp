#include "parsers/cloudformation/transforms.h"

#include <fmt/format.h>

#include <string>

#include "parsers/cloudformation/scalar.h"
#include "parsers/expansion/include.h"

namespace demarc {
namespace {

constexpr std::string_view kServerless = "AWS::Serverless-";
constexpr std::string_view kAmazon = "AWS::";  // its own macros are documented, and add no properties to resources of others

bool is_silent(std::string_view name) {
  return name.starts_with("AWS::LanguageExtensions") || name.starts_with("AWS::CodeDeploy");
}

std::string message(std::string_view name) {
  if (name.starts_with(kServerless)) {
    return fmt::format("{} is not expanded: its resources are judged as they are written, and what they imply is not judged",
                       name);
  }
  return fmt::format("macro {} is not expanded: what it would add or change is not judged", name);
}

void read_transform(const Node& node, Declarations& names) {
  const Node* name = node.kind == NodeKind::map ? node.find("Name") : &node;
  if (name == nullptr || !name->is_scalar() || name->kind == NodeKind::null) {
    names.note("malformed", "Transform takes the name of a macro", node.range);
    return;
  }
  const std::string_view text = scalar_text(*name);
  if (is_silent(text)) return;
  if (names.serverless && text.starts_with(kServerless)) return;
  names.generator = text;
  if (text == kInclude) return;  // said where it was not found
  names.note_once("macro", text, message(text), name->range);
  if (!text.starts_with(kAmazon)) names.macro = text;
}

}  // namespace

void read_transforms(const Node* section, Declarations& names) {
  if (section == nullptr) return;
  if (section->kind != NodeKind::list) {
    read_transform(*section, names);
    return;
  }
  for (const Node& each : section->items()) read_transform(each, names);
}

}  // namespace demarc
