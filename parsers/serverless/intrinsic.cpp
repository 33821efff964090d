#include "parsers/serverless/intrinsic.h"

namespace demarc {
namespace {

constexpr std::string_view kPrefix = "Fn::";

std::string_view before_dot(std::string_view text) { return text.substr(0, text.find('.')); }

}  // namespace

bool is_intrinsic(const Node& node) {
  if (!node.tag().empty()) return true;
  if (node.kind != NodeKind::map || node.size() != 1) return false;
  const std::string_view key = node.members()[0].key;
  return key == "Ref" || key.starts_with(kPrefix);
}

std::string_view intrinsic_name(const Node& node) {
  if (!is_intrinsic(node)) return {};
  const std::string_view name = node.tag().empty() ? node.members()[0].key : node.tag();
  return name.starts_with(kPrefix) ? name.substr(kPrefix.size()) : name;
}

const Node& intrinsic_argument(const Node& node) { return node.tag().empty() ? node.members()[0].value : node; }

std::optional<Branches> branches_of(const Node& node) {
  if (intrinsic_name(node) != "If") return std::nullopt;
  const Node& argument = intrinsic_argument(node);
  if (argument.kind != NodeKind::list || argument.size() != 3) return std::nullopt;
  const auto items = argument.items();
  if (items[0].kind != NodeKind::text || !items[0].tag().empty()) return std::nullopt;
  return Branches{items[0].text(), &items[1], &items[2], node.range};
}

bool is_plain_map(const Node* node) { return node != nullptr && node->kind == NodeKind::map && !is_intrinsic(*node); }

bool is_nothing(const Node& node) {
  if (node.kind == NodeKind::null && node.tag().empty()) return true;
  return intrinsic_name(node) == "Ref" && intrinsic_argument(node).is_scalar() && intrinsic_argument(node).text() == "AWS::NoValue";
}

std::string_view referent(const Node& node) {
  if (!is_intrinsic(node)) return node.kind == NodeKind::text ? node.text() : std::string_view();
  const std::string_view name = intrinsic_name(node);
  const Node& argument = intrinsic_argument(node);
  if (name == "Ref" && argument.is_scalar()) return argument.text();
  if (name != "GetAtt") return {};
  if (argument.is_scalar()) return before_dot(argument.text());
  const bool named = argument.kind == NodeKind::list && argument.size() > 0 && argument.items()[0].is_scalar();
  return named ? argument.items()[0].text() : std::string_view();
}

}  // namespace demarc
