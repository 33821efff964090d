#include <algorithm>
#include <iterator>
#include <string>

#include "parsers/expansion/expander.h"

namespace demarc {
namespace {

bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

// &{Identifier} leaves out what a logical id may not have.
std::string alphanumeric(std::string_view text) {
  std::string result;
  std::copy_if(text.begin(), text.end(), std::back_inserter(result), is_alphanumeric);
  return result;
}

// Calls `each` with every ${Name} and &{Name} in a text: where it begins and ends, and the name, which has no brace in it.
template <class Each>
void for_mentions(std::string_view text, const Each& each) {
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    if (at == 0 || (text[at - 1] != '$' && text[at - 1] != '&')) continue;
    const std::size_t end = text.find_first_of("{}", at + 1);
    if (end == std::string_view::npos) return;
    if (text[end] == '}') each(at - 1, end + 1, text.substr(at + 1, end - at - 1));
  }
}

}  // namespace

const Expander::Binding* Expander::binding(std::string_view identifier) const {
  const auto found = std::find_if(bindings_.rbegin(), bindings_.rend(),
                                  [&](const Binding& each) { return each.identifier == identifier; });
  return found == bindings_.rend() ? nullptr : &*found;
}

// The identifier that a Ref names.
const Expander::Binding* Expander::mention(const Node& node) const {
  if (bindings_.empty()) return nullptr;
  if (node.is_scalar()) return node.tag() == "Ref" ? binding(node.text()) : nullptr;
  if (node.kind != NodeKind::map || node.size() != 1 || node.members()[0].key != "Ref") return nullptr;
  const Node& name = node.members()[0].value;
  return name.is_scalar() && name.tag().empty() ? binding(name.text()) : nullptr;
}

// What is not known stays as it is in a value, for Fn::Sub to put it in.
std::string_view Expander::replaced(std::string_view text, Use use) const {
  if (bindings_.empty()) return text;
  std::string result;
  std::size_t copied = 0;
  bool changed = false;
  for_mentions(text, [&](std::size_t begin, std::size_t end, std::string_view name) {
    const Binding* found = binding(name);
    if (found == nullptr) return;
    const LoopItem& item = found->item;
    std::string instead = "${" + std::string(use == Use::name && !item.label.empty() ? item.label : name) + "}";
    if (item.known) instead = text[begin] == '&' ? alphanumeric(item.value.text()) : std::string(item.value.text());
    result.append(text.substr(copied, begin - copied)).append(instead);
    copied = end;
    changed = true;
  });
  if (!changed) return text;
  result.append(text.substr(copied));
  return document_.arena.store(std::string_view(result));
}

std::vector<const Expander::Binding*> Expander::unknown_in(std::string_view text) const {
  std::vector<const Binding*> result;
  if (bindings_.empty()) return result;
  for_mentions(text, [&](std::size_t, std::size_t, std::string_view name) {
    const Binding* found = binding(name);
    const bool unknown = found != nullptr && !found->item.known;
    if (unknown && std::find(result.begin(), result.end(), found) == result.end()) result.push_back(found);
  });
  return result;
}

Node Expander::retagged(Node node, const Node& like) {
  node.quoted = like.quoted;
  return like.tag().empty() ? node : node.tagged(like.tag(), document_.arena);
}

Node Expander::copy(const Node& node, Use use) {
  if (!bindings_.empty()) ++made_;
  if (spent()) return node;
  if (const Binding* found = mention(node)) {
    Node value = found->item.value;
    value.range = node.range;
    return value;
  }
  if (node.is_scalar()) return copy_scalar(node, use);
  if (node.kind == NodeKind::map) return copy_map(node, use);
  if (node.tag() == "Sub") return copy_sub(node, use);
  const bool name = node.tag() == "GetAtt";
  const auto items = copy_items(node, name || node.tag() == "If" ? Use::name : use, name ? Use::name : use);
  return retagged(Node::list(document_.arena.store(items), node.range), node);
}

std::vector<Node> Expander::copy_items(const Node& list, Use first, Use others) {
  std::vector<Node> items;
  items.reserve(list.size());
  for (const Node& item : list.items()) items.push_back(copy(item, items.empty() ? first : others));
  return items;
}

// Resources are named by Ref, Fn::GetAtt and DependsOn, conditions by Condition and Fn::If.
Node Expander::copy_member(const Member& member, Level level) {
  if (level != Level::inside) return copy(member.value, Use::value);
  if (member.key == "Fn::Sub") return copy_sub(member.value, Use::value);
  if (member.key == "Fn::If" && member.value.kind == NodeKind::list && member.value.tag().empty()) {
    return Node::list(document_.arena.store(copy_items(member.value, Use::name, Use::value)), member.value.range);
  }
  const bool name = member.key == "Ref" || member.key == "Fn::GetAtt" || member.key == "DependsOn" ||
                    (member.key == "Condition" && member.value.is_scalar());
  return copy(member.value, name ? Use::name : Use::value);
}

Node Expander::copy_scalar(const Node& node, Use use) {
  if (node.kind != NodeKind::text || bindings_.empty()) return node;
  if (node.tag() == "Sub") return copy_sub(node, use);
  const bool name = use == Use::name || node.tag() == "Ref" || node.tag() == "GetAtt" || node.tag() == "Condition";
  const auto unknown = name ? std::vector<const Binding*>() : unknown_in(node.text());
  const std::string_view changed = replaced(node.text(), name ? Use::name : Use::value);
  if (changed == node.text() && unknown.empty()) return node;
  const Node plain = text_node(changed, node.range);
  if (unknown.empty()) return retagged(plain, node);
  const std::vector<Node> pattern = {plain, definitions(unknown, nullptr)};
  return Node::list(document_.arena.store(pattern), node.range).tagged("Sub", document_.arena);
}

// A name that is built by Fn::Sub from what is not known is kept as it is written, as the names of the fragment are.
Node Expander::copy_map(const Node& node, Use use) {
  if (use == Use::name && node.size() == 1 && node.members()[0].key == "Fn::Sub") {
    const Node& pattern = node.members()[0].value;
    if (pattern.is_scalar() && !unknown_in(pattern.text()).empty()) return text_node(replaced(pattern.text(), use), node.range);
  }
  std::vector<Member> copied;
  copied.reserve(node.size());
  members(node, Level::inside, {}, copied);
  return retagged(Node::map(document_.arena.store(copied), node.range), node);
}

// The argument of Fn::Sub, or the whole call in its short form.
Node Expander::copy_sub(const Node& argument, Use use) {
  const bool list = argument.kind == NodeKind::list && argument.size() > 0;
  const Node& pattern = list ? argument.items()[0] : argument;
  if (bindings_.empty() || pattern.kind != NodeKind::text) {
    if (!list) return copy(argument, use);
    return retagged(Node::list(document_.arena.store(copy_items(argument, Use::value, Use::value)), argument.range), argument);
  }
  const auto unknown = unknown_in(pattern.text());
  if (!list && use == Use::name && !unknown.empty()) return text_node(replaced(pattern.text(), Use::name), argument.range);
  const Node written = text_node(replaced(pattern.text(), Use::value), pattern.range);
  const Node* more = list && argument.size() > 1 ? &argument.items()[1] : nullptr;
  if (unknown.empty() && more == nullptr) {
    if (!list) return retagged(written, argument);
    const std::vector<Node> only = {written};
    return retagged(Node::list(document_.arena.store(only), argument.range), argument);
  }
  const std::vector<Node> items = {written, definitions(unknown, more)};
  Node call = Node::list(document_.arena.store(items), argument.range);
  return retagged(call, argument);
}

// The map of an Fn::Sub: what was there, and the expressions of identifiers.
Node Expander::definitions(const std::vector<const Binding*>& unknown, const Node* more) {
  std::vector<Member> members;
  Range range;
  if (more != nullptr) range = more->range;
  for (const Binding* each : unknown) {
    members.push_back({each->identifier, each->item.value.range, each->item.value});
    if (more == nullptr) range = each->item.value.range;
  }
  if (more != nullptr) {
    const Node copied = copy(*more, Use::value);
    if (copied.kind != NodeKind::map) return copied;
    members.insert(members.end(), copied.members().begin(), copied.members().end());
  }
  return Node::map(document_.arena.store(members), range);
}

}  // namespace demarc
