#include "parsers/cloudformation/loops.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "parsers/cloudformation/distribute.h"
#include "parsers/cloudformation/expression.h"
#include "parsers/cloudformation/formula.h"
#include "parsers/cloudformation/scalar.h"

namespace demarc {
namespace {

// Conditions are not read yet, and may be made by loops themselves.
bool asks_condition(const Node& node) {
  const auto call = call_of(node);
  if (call && call->name == "Fn::If") return true;
  const auto asks = [](const Member& member) { return asks_condition(member.value); };
  if (node.kind == NodeKind::list) return std::any_of(node.items().begin(), node.items().end(), asks_condition);
  return node.kind == NodeKind::map && std::any_of(node.members().begin(), node.members().end(), asks);
}

std::string why_open(const Value& value) {
  if (value.is(Value::Kind::unknown)) return explain(value.unknown());
  return value.is(Value::Kind::reference) ? "is known only after deployment" : "is no list";
}

// The values that a choice has, each with the condition that picks it, of which one holds.
std::vector<Alternative> exclusive(const Value& choice, Declarations& names) {
  std::vector<Alternative> result;
  std::vector<const Condition*> before;
  for (const Alternative& each : choice.alternatives()) {
    if (is_undeployable(each.guard)) continue;
    const Condition* none_before = negate(any(before, names), names);
    const Condition* guard = each.guard == nullptr ? none_before : all({none_before, each.guard}, names);
    const bool first = before.empty();
    result.push_back({first && each.guard != nullptr ? each.guard : guard, each.value});
    if (each.guard != nullptr) before.push_back(each.guard);
  }
  return result;
}

// An item and the conditions of which one must hold for it to be there.
struct Guarded {
  LoopItem item;
  std::vector<const Condition*> guards;
};

void add(std::vector<Guarded>& found, const LoopItem& item, const Condition* guard) {
  const auto same = std::find_if(found.begin(), found.end(), [&](const Guarded& each) {
    return item.known && each.item.known && each.item.value.text() == item.value.text();
  });
  if (same == found.end()) {
    found.push_back({item, {guard}});
  } else if (same->guards.back() != guard) {
    same->guards.push_back(guard);
  }
}

}  // namespace

void Loops::expand() {
  const LoopContext context = {[this](const Node& expression) { return collect(expression); },
                               [this](std::string_view a, std::string_view b) { return both(a, b); }};
  const std::vector<std::string_view> open = expand_loops(document_, context);
  if (!open.empty()) names_.generator = open.front();
}

void Loops::declare() {
  for (const Pending& each : pending_) {
    std::vector<const Condition*> operands;
    for (const Literal& literal : each.all) {
      const Condition* condition = names_.condition(literal.condition, each.range);
      operands.push_back(literal.negated ? negate(condition, names_) : condition);
    }
    names_.conditions[each.name] = all(operands, names_);
  }
}

Collection Loops::collect(const Node& expression) {
  const auto call = call_of(expression);
  if (call && call->name == "Fn::If") return collect_if(*call, expression);
  if (asks_condition(expression)) return any_item(expression, "depends on a condition");
  if (!call && expression.kind == NodeKind::list) return literal(expression);
  return from_value(Expressions(names_, Purpose::property).value(expression), expression);
}

Collection Loops::collect_if(const Call& call, const Node& expression) {
  const Node& given = *call.argument;
  if (given.kind != NodeKind::list || given.size() != 3 || !given.items()[0].is_scalar()) {
    return any_item(expression, "is no list");
  }
  const std::string_view name = scalar_text(given.items()[0]);
  const std::string_view guards[] = {name, pending({{name, true}}, given.range)};
  Collection result;
  for (std::size_t branch = 0; branch < 2; ++branch) {
    const Collection part = collect(given.items()[branch + 1]);
    if (!part.open.empty()) result.open = part.open;
    for (LoopItem item : part.items) {
      item.guard = item.guard.empty() ? guards[branch] : both(guards[branch], item.guard);
      const auto same = std::find_if(result.items.begin(), result.items.end(), [&](const LoopItem& each) {
        return each.known && item.known && each.value.text() == item.value.text();
      });
      if (same == result.items.end()) {
        result.items.push_back(item);
      } else if (same->guard == name && item.guard == guards[1]) {
        same->guard = {};
      }
    }
  }
  return result;
}

// A function among the items may be known, or be a list of its own.
Collection Loops::literal(const Node& list) {
  Collection result;
  for (const Node& node : list.items()) {
    const auto call = call_of(node);
    if (!call && node.is_scalar() && node.kind != NodeKind::null) {
      LoopItem item;
      item.value = Node::scalar(NodeKind::text, scalar_text(node), node.range);
      result.items.push_back(item);
      continue;
    }
    Collection part = call ? collect(node) : any_item(node, {});
    const bool list_of_its_own = part.open.empty() && call;
    if (list_of_its_own) {
      std::move(part.items.begin(), part.items.end(), std::back_inserter(result.items));
      continue;
    }
    LoopItem item;
    item.value = node;
    item.known = false;
    if (call && call->name == "Ref" && call->argument->is_scalar()) item.label = scalar_text(*call->argument);
    result.items.push_back(item);
  }
  return result;
}

Collection Loops::from_value(const Value& value, const Node& expression) {
  if (value.is(Value::Kind::list)) return from_list(value, expression);
  if (value.is_scalar()) {
    LoopItem item;
    item.value = Node::scalar(NodeKind::text, names_.graph.arena.store(value.scalar()), expression.range);
    return {{item}, {}};
  }
  if (value.is(Value::Kind::variable)) {
    return from_value(distribute(value, names_, [](const Value& each) { return each; }), expression);
  }
  if (value.is(Value::Kind::choice)) return from_choice(value, expression);
  return any_item(expression, why_open(value));
}

Collection Loops::from_list(const Value& list, const Node& expression) {
  Collection result;
  std::size_t index = 0;
  for (const Value& each : list.items()) {
    LoopItem item = item_at(expression, index++);
    if (each.is_scalar()) {
      item.known = true;
      item.value = Node::scalar(NodeKind::text, each.scalar(), expression.range);
    }
    result.items.push_back(item);
  }
  return result;
}

Collection Loops::from_choice(const Value& choice, const Node& expression) {
  Collection result;
  std::vector<Guarded> found;
  const std::vector<Alternative> alternatives = exclusive(choice, names_);
  for (const Alternative& each : alternatives) {
    const Collection part = from_value(each.value, expression);
    if (!part.open.empty()) result.open = part.open;
    for (const LoopItem& item : part.items) add(found, item, each.guard);
  }
  for (Guarded& each : found) {
    if (each.guards.size() < alternatives.size()) each.item.guard = guard_of(any(each.guards, names_));
    result.items.push_back(each.item);
  }
  return result;
}

Collection Loops::any_item(const Node& expression, std::string why) { return {{item_at(expression, 0)}, std::move(why)}; }

LoopItem Loops::item_at(const Node& expression, std::size_t index) {
  Arena& arena = document_.arena;
  const std::string_view number = arena.store(std::string_view(std::to_string(index)));
  const std::vector<Node> arguments = {Node::scalar(NodeKind::number, number, expression.range), expression};
  const std::vector<Member> call = {{"Fn::Select", expression.range, Node::list(arena.store(arguments), expression.range)}};
  LoopItem item;
  item.known = false;
  item.value = Node::map(arena.store(call), expression.range);
  return item;
}

std::string_view Loops::fresh_name() {
  return names_.graph.arena.store(std::string_view(fmt::format("Fn::ForEach {}", ++named_)));
}

std::string_view Loops::guard_of(const Condition* condition) {
  if (condition->op == Condition::Op::constant && condition->constant) return {};
  const auto [found, fresh] = guards_.try_emplace(condition);
  if (fresh) {
    found->second = fresh_name();
    names_.conditions[found->second] = condition;
  }
  return found->second;
}

std::string_view Loops::pending(std::vector<Literal> all, Range range) {
  pending_.push_back({fresh_name(), std::move(all), range});
  return pending_.back().name;
}

std::string_view Loops::both(std::string_view a, std::string_view b) {
  if (a == b) return a;
  const auto [found, fresh] = both_.try_emplace({a, b});
  if (fresh) found->second = pending({{a, false}, {b, false}}, {});
  return found->second;
}

}  // namespace demarc
