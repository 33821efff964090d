#include "parsers/serverless/extra_conditions.h"

#include <fmt/format.h>

namespace demarc {
namespace {

// Fn::And and Fn::Or take two to ten conditions; we only ever make pairs.
Presence pair_of(std::string_view function, const Presence& a, const Presence& b, Forge& forge) {
  const Range range = a.formula().range;
  return Presence::under(forge.call(function, forge.list({a.formula(), b.formula()}, range), range));
}

std::string name_from(const Node& value, std::string_view word) {
  std::string name(referent(value));
  if (name.empty()) name = intrinsic_name(value);
  name.append("Is").append(word);
  std::string result;
  for (const char c : name) {
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) result += c;
  }
  return result;
}

}  // namespace

Presence presence_of(const Made& made, Forge& forge) {
  if (!made.node || is_nothing(*made.node)) return Presence::never();
  const auto branches = branches_of(*made.node);
  if (!branches) return Presence::always();
  const Presence holds = condition_named(forge.text(branches->condition, branches->range), forge);
  const Presence then = presence_of({*branches->then, {}}, forge);
  const Presence otherwise = presence_of({*branches->otherwise, {}}, forge);
  return either(both(holds, then, forge), both(opposite(holds, forge), otherwise, forge), forge);
}

Presence opposite(const Presence& presence, Forge& forge) {
  if (presence.is_always()) return Presence::never();
  if (presence.is_never()) return Presence::always();
  const Range range = presence.formula().range;
  return Presence::under(forge.call("Fn::Not", forge.list({presence.formula()}, range), range));
}

Presence both(const Presence& a, const Presence& b, Forge& forge) {
  if (a.is_never() || b.is_never()) return Presence::never();
  if (a.is_always()) return b;
  if (b.is_always()) return a;
  return pair_of("Fn::And", a, b, forge);
}

// What is there in both branches of an Fn::If is there always.
Presence either(const Presence& a, const Presence& b, Forge& forge) {
  if (a.is_always() || b.is_always()) return Presence::always();
  if (a.is_never()) return b;
  if (b.is_never()) return a;
  const Node& other = b.formula();
  const bool opposites = intrinsic_name(other) == "Not" && intrinsic_argument(other).size() == 1 && a.formula().kind == NodeKind::map &&
                         intrinsic_argument(other).items()[0].find("Condition") != nullptr && a.formula().find("Condition") != nullptr &&
                         intrinsic_argument(other).items()[0].find("Condition")->text() == a.formula().find("Condition")->text();
  return opposites ? Presence::always() : pair_of("Fn::Or", a, b, forge);
}

Presence condition_named(const Node& name, Forge& forge) { return Presence::under(forge.call("Condition", name, name.range)); }

ExtraConditions::ExtraConditions(const Node* written, Forge& forge) : forge_(forge) {
  if (written == nullptr || written->kind != NodeKind::map) return;
  for (const Member& member : written->members()) taken_.insert(member.key);
}

std::string_view ExtraConditions::equals(const Node& value, std::string_view word) {
  const bool by_name = intrinsic_name(value) == "Ref" && !referent(value).empty();
  const std::string key = by_name ? fmt::format("{} {}", referent(value), word)
                                  : fmt::format("{} {} {}", value.range.begin, value.range.end, word);
  const auto [known, is_new] = equal_.try_emplace(key);
  if (!is_new) return known->second;
  const Node arguments = forge_.list({value, forge_.text(word, value.range)}, value.range);
  return known->second = declare(name_from(value, word), forge_.call("Fn::Equals", arguments, value.range), value.range);
}

std::string_view ExtraConditions::name_of(const Presence& presence, std::string_view wish, Range range) {
  const Node& formula = presence.formula();
  const Node* name = formula.find("Condition");
  if (formula.size() == 1 && name != nullptr && name->kind == NodeKind::text) return name->text();
  return declare(wish, formula, range);
}

std::string_view ExtraConditions::declare(std::string_view wish, const Node& formula, Range range) {
  std::string name(wish);
  std::size_t& number = numbers_[name];
  while (taken_.contains(name)) name = fmt::format("{}{}", wish, ++number + 1);
  const std::string_view stored = forge_.store(name);
  taken_.insert(stored);
  members_.push_back({stored, range, formula});
  return stored;
}

}  // namespace demarc
