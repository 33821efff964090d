#include "parsers/serverless/interpreter.h"

#include <algorithm>
#include <array>
#include <utility>

namespace demarc {
namespace {

Range span_of(Range key, Range value) { return {key.begin, std::max(key.end, value.end)}; }

// Where an item of a list is best pointed at: a map at its first key.
Range key_of(const Node& node) {
  return node.kind == NodeKind::map && node.size() > 0 ? node.members()[0].key_range : node.range;
}

// A key as a part of a logical id, which has letters and digits only.
std::string part_of_id(std::string_view key) {
  std::string result;
  for (const char c : key) {
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) result += c;
  }
  if (!result.empty() && result[0] >= 'a') result[0] = static_cast<char>(result[0] - 'a' + 'A');
  return result;
}

bool is_directive(const Node& node) {
  return node.kind == NodeKind::map && node.size() > 0 && node.members()[0].key.starts_with('$') && node.members()[0].key != "$same";
}

}  // namespace

Made Interpreter::make(const Node& expression, const Context& context) {
  if (forge_.is_spent()) return {};
  if (is_directive(expression)) return (this->*directive(expression.members()[0].key))(expression, context);
  if (expression.kind == NodeKind::map) return members(expression, context);
  if (expression.kind == NodeKind::list) return items(expression, context);
  Node literal = expression;
  literal.range = context.key;
  if (expression.kind != NodeKind::text) return {literal, {}};
  const std::string_view written = expression.text();
  if (written.starts_with("$$")) return {forge_.text(written.substr(1), context.key), {}};
  if (written.starts_with('$') && !written.starts_with("${")) return path(written.substr(1), context);
  if (written.find('{') != std::string_view::npos) return {forge_.text(text(written, context), context.key), {}};
  return {literal, {}};
}

std::string Interpreter::text(std::string_view pattern, const Context& context) {
  std::string result;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t close = pattern.find('}', at);
    if (pattern.substr(at, 2) == "${") {
      result += "${";
      at += 2;
    } else if (pattern[at] != '{' || close == std::string_view::npos) {
      result += pattern[at++];
    } else {
      const std::string_view name = pattern.substr(at + 1, close - at - 1);
      at = close + 1;
      if (name == "id" || name == "name" || name == "outer") {
        result += name == "id" ? context.id : name == "name" ? context.name : context.outer;
      } else if (name == "part") {
        result += part_of_id(context.name);
      } else if (const Made made = path(name, context); made.node && made.node->is_scalar() && !is_intrinsic(*made.node)) {
        result += made.node->text();
      }
    }
  }
  return result;
}

Context Interpreter::at(const Context& context, const Made& item) {
  Context inner = context;
  inner.item = *item.node;
  inner.key = item.key.value_or(key_of(inner.item));
  inner.body = item.key ? span_of(*item.key, inner.item.range) : inner.item.range;
  return inner;
}

Made Interpreter::over(const Made& made, const Branch& branch, const Nothing& nothing) {
  if (!made.node || is_nothing(*made.node) || forge_.is_spent()) return nothing();
  const auto branches = branches_of(*made.node);
  if (!branches) return branch(made);
  const Made then = over({*branches->then, made.key}, branch, nothing);
  const Made otherwise = over({*branches->otherwise, made.key}, branch, nothing);
  return chosen(*branches, then, otherwise, forge_);
}

Made Interpreter::path(std::string_view path, const Context& context) {
  if (path == ".") return {context.item, context.key};
  if (path.starts_with('/')) return step({*context.properties, {}}, path.substr(1));
  return step({context.item, {}}, path);
}

Made Interpreter::step(const Made& from, std::string_view path) {
  return over(from, [&](const Made& here) -> Made {
    if (path.empty()) return here;
    const std::size_t dot = path.find('.');
    const std::string_view name = path.substr(0, dot);
    if (is_intrinsic(*here.node)) {
      return {forge_.unknown(std::string(intrinsic_name(*here.node)).append(".").append(path), here.node->range), here.key};
    }
    const Member* member = here.node->find_member(name);
    if (member == nullptr) return {};
    return step({member->value, member->key_range}, dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1));
  });
}

Made Interpreter::members(const Node& expression, const Context& context) {
  std::vector<Member> result;
  std::optional<Range> key;
  auto add = [&](std::string_view name, const Made& made) {
    if (!made.node) return;
    if (!key) key = made.key;
    result.push_back({name, made.key.value_or(context.key), *made.node});
  };
  for (const Member& member : expression.members()) {
    if (member.key == "$same") {
      for (const Node& name : member.value.items()) add(name.text(), path(name.text(), context));
    } else {
      const bool pattern = member.key.find('{') != std::string_view::npos;
      add(pattern ? forge_.store(text(member.key, context)) : member.key, make(member.value, context));
    }
  }
  if (result.empty() && expression.size() > 0) return {};
  return {forge_.map(result, key.value_or(context.key)), key};
}

Made Interpreter::items(const Node& expression, const Context& context) {
  std::vector<Node> result;
  std::optional<Range> key;
  for (const Node& each : expression.items()) {
    const Made made = make(each, context);
    if (!made.node) continue;
    if (!key) key = made.key;
    result.push_back(*made.node);
  }
  if (result.empty() && expression.size() > 0) return {};
  return {forge_.list(result, key.value_or(context.key)), key};
}

Made Interpreter::optional(const Node* expression, const Context& context) {
  return expression == nullptr ? Made() : make(*expression, context);
}

Interpreter::Directive Interpreter::directive(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, Directive>, 13> kDirectives = {{
      {"$first", &Interpreter::first},
      {"$merge", &Interpreter::merge},
      {"$concat", &Interpreter::concat},
      {"$each", &Interpreter::each},
      {"$entries", &Interpreter::entries},
      {"$with", &Interpreter::with},
      {"$has", &Interpreter::has},
      {"$case", &Interpreter::case_},
      {"$kind", &Interpreter::kind},
      {"$row", &Interpreter::row},
      {"$flat", &Interpreter::flat},
      {"$referent", &Interpreter::referent_of},
      {"$unknown", &Interpreter::unknown},
  }};
  const auto* const found = std::find_if(kDirectives.begin(), kDirectives.end(), [&](const auto& row) { return row.first == name; });
  return found == kDirectives.end() ? &Interpreter::use : found->second;
}

}  // namespace demarc
