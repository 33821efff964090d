#include "parsers/serverless/expansion.h"

#include <fmt/format.h>

#include <algorithm>

#include "parsers/serverless/intrinsic.h"

namespace demarc {

void Expansion::apply(std::span<const Node> rules, const Subject& subject, const Context& context, const Presence& presence) {
  for (const Node& rule : rules) apply(rule, subject, context, presence);
}

void Expansion::apply(const Node& rule, const Subject& subject, const Context& context, const Presence& before) {
  const Presence presence = presence_of_rule(rule, context, before);
  if (presence.is_never() || forge_.is_spent()) return;
  if (const Node* use = rule.find("use")) return apply(tables_.rule_list(use->text())->items(), subject, context, presence);
  if (rule.find("each") != nullptr) return each(rule, subject, context, presence);
  if (rule.find("add-to") != nullptr) return add_to(rule, context);
  imply(rule, subject, context, presence);
}

Presence Expansion::presence_of_rule(const Node& rule, const Context& context, const Presence& before) {
  Presence result = before;
  const auto narrow = [&](const Node& expression, bool there) {
    const Presence found = presence_of(interpreter_.make(expression, context), forge_);
    result = both(result, there ? found : opposite(found, forge_), forge_);
  };
  for (const auto& [key, there] : {std::pair("when", true), std::pair("unless", false)}) {
    const Node* tests = rule.find(key);
    if (tests == nullptr) continue;
    if (tests->kind != NodeKind::list) {
      narrow(*tests, there);
    } else {
      for (const Node& test : tests->items()) narrow(test, there);
    }
  }
  return result;
}

// An entry may be there under a condition only: what it implies is too.
void Expansion::each(const Node& rule, const Subject& subject, const Context& context, const Presence& presence) {
  const Made made = interpreter_.make(*rule.find("each"), context);
  if (!made.node) return;
  if (!is_plain_map(&*made.node)) {
    return note(fmt::format("{}: what is written here is decided when it is deployed: what it implies is not judged", context.id),
                made.node->range);
  }
  for (const Member& member : made.node->members()) {
    Context inner = Interpreter::at(context, {member.value, member.key_range});
    inner.outer = context.name;
    inner.name = member.key;
    Presence there = presence;
    while (const auto branches = branches_of(inner.item)) {
      const Presence holds = condition_named(forge_.text(branches->condition, branches->range), forge_);
      const bool otherwise = is_nothing(*branches->then);
      there = both(there, otherwise ? opposite(holds, forge_) : holds, forge_);
      inner.item = otherwise ? *branches->otherwise : *branches->then;
    }
    if (!is_nothing(inner.item)) entry(rule, subject, inner, there);
  }
}

void Expansion::entry(const Node& rule, const Subject& subject, const Context& context, const Presence& presence) {
  if (const Node* rules = rule.find("rules")) return apply(rules->items(), subject, context, presence);
  const Node* kind = context.item.find(rule.find("by")->text());
  const std::string_view word = kind != nullptr && kind->is_scalar() && !is_intrinsic(*kind) ? kind->text() : std::string_view();
  if (const Node* rules = rule.find("of")->find(word)) return apply(rules->items(), subject, context, presence);
  note(fmt::format("{}: {} {} {} is not modelled: what it implies is not judged", context.id, rule.find("noun")->text(), context.name,
                   word.empty() ? "of a kind that is not known" : fmt::format("of the kind {}", word)),
       kind != nullptr ? kind->range : context.key);
}

void Expansion::imply(const Node& rule, const Subject& subject, const Context& outer, const Presence& presence) {
  const Context context = placed(rule, outer);
  const Made id = interpreter_.make(*rule.find("id"), context);
  if (!id.node || id.node->kind != NodeKind::text || id.node->text().empty()) return;
  const bool main = id.node->text() == subject.context.id;
  const Node* properties = rule.find("properties");
  const Node* shared = rule.find("shared");
  Implied implied;
  implied.id = id.node->text();
  implied.key = context.key;
  implied.body = context.body;
  implied.type = *rule.find("type");
  implied.type.range = main ? subject.written_type.range : context.key;
  implied.presence = presence;
  implied.shared = shared != nullptr && shared->truth;
  implied.attributes = main ? subject.own : subject.carried;
  if (const Node* attributes = rule.find("attributes")) {
    const Made made = interpreter_.make(*attributes, context);
    if (made.node) implied.attributes.insert(implied.attributes.end(), made.node->members().begin(), made.node->members().end());
  }
  const Made made = properties != nullptr ? interpreter_.make(*properties, context) : Made();
  implied.properties = made.node.value_or(forge_.map({}, context.key));
  if (main) origins_[implied.id] = subject.type;
  add(implied, subject.context.id);
}

// The same context, standing where the rule says.
Context Expansion::placed(const Node& rule, const Context& outer) {
  const Node* place = rule.find("at");
  const Made made = place != nullptr ? interpreter_.make(*place, outer) : Made();
  if (!made.node) return outer;
  const Context there = Interpreter::at(outer, made);
  Context context = outer;
  context.key = there.key;
  context.body = there.body;
  return context;
}

void Expansion::add(const Implied& implied, std::string_view by) {
  const bool more = tables_.type(implied.type.text()) != nullptr;
  auto& all = more ? pending_ : resources_;
  auto& index = more ? pending_by_id_ : by_id_;
  const auto [found, is_new] = index.try_emplace(implied.id, all.size());
  const bool own = !is_new && found->second == SIZE_MAX && implied.id == by;
  if (is_new || own) {
    found->second = all.size();
    all.push_back(implied);
    return;
  }
  if (found->second != SIZE_MAX && implied.shared && all[found->second].shared) {
    Implied& first = all[found->second];
    first.presence = either(first.presence, implied.presence, forge_);
    return;
  }
  if (implied.shared) return;  // the template writes it itself
  note(fmt::format("{}: {} that it implies has the name of another resource and is not judged", by, implied.id), implied.key);
}

void Expansion::add_to(const Node& rule, const Context& context) {
  const Made target = interpreter_.make(*rule.find("add-to"), context);
  const Made value = interpreter_.make(*rule.find("value"), context);
  const std::string_view resource = target.node ? referent(*target.node) : std::string_view();
  if (resource.empty() || !value.node || !may_be_added_to(rule, resource)) return;
  std::vector<std::string> steps;
  for (const Node& step : rule.find("into")->items()) {
    const Made made = interpreter_.make(step, context);
    if (!made.node || !made.node->is_scalar() || is_intrinsic(*made.node)) return;
    steps.emplace_back(made.node->text());
  }
  additions_.add(resource, steps, *value.node, context.key);
}

bool Expansion::may_be_added_to(const Node& rule, std::string_view resource) const {
  const auto found = written_types_.find(resource);
  if (found == written_types_.end()) return true;
  const auto types = rule.find("types")->items();
  return std::any_of(types.begin(), types.end(), [&](const Node& type) { return type.text() == found->second; });
}

}  // namespace demarc
