#include "parsers/serverless/forge.h"

namespace demarc {

Node Forge::text(std::string_view text, Range range) {
  spend(1);
  Node node = Node::scalar(NodeKind::text, arena_.store(text), range);
  node.quoted = true;
  return node;
}

Node Forge::list(const std::vector<Node>& items, Range range) {
  spend(1 + items.size());
  if (is_spent()) return Node::list({}, range);
  return Node::list(arena_.store(items), range);
}

Node Forge::map(const std::vector<Member>& members, Range range) {
  spend(1 + members.size());
  if (is_spent()) return Node::map({}, range);
  return Node::map(arena_.store(members), range);
}

Node Forge::call(std::string_view name, const Node& argument, Range range) { return map({{name, range, argument}}, range); }

Node Forge::unknown(std::string_view what, Range range) { return text({}, range).tagged(arena_.store(what), arena_); }

Node Forge::untagged(const Node& node) {
  if (node.tag().empty()) return node;
  if (node.kind == NodeKind::list) return Node::list(node.items(), node.range);
  if (node.kind == NodeKind::map) return Node::map(node.members(), node.range);
  Node scalar = Node::scalar(node.kind, node.text(), node.range);
  scalar.truth = node.truth;
  scalar.quoted = node.quoted;
  return scalar;
}

Made chosen(const Branches& branches, const Made& then, const Made& otherwise, Forge& forge) {
  if (!then.node && !otherwise.node) return {};
  const Range range = branches.range;
  const Node nothing = forge.call("Ref", forge.text("AWS::NoValue", range), range);
  const Node argument = forge.list(
      {forge.text(branches.condition, range), then.node.value_or(nothing), otherwise.node.value_or(nothing)}, range);
  return {forge.call("Fn::If", argument, range), then.key ? then.key : otherwise.key};
}

}  // namespace demarc
