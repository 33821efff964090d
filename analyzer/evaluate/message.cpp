#include "analyzer/evaluate/message.h"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

#include "analyzer/evaluate/kind.h"
#include "analyzer/evaluate/placeholder.h"
#include "analyzer/evaluate/words.h"

namespace demarc {
namespace {

constexpr std::size_t kMostReasons = 3;
constexpr std::size_t kMostRelated = 5;

const Observation* first_of(const Account& account) { return account.because.empty() ? nullptr : &account.because[0]; }

bool is_empty_list(const Observation& observation) {
  const Value& value = observation.found.value;
  return std::holds_alternative<Quantifier>(observation.test->form) && value.is(Value::Kind::list) && value.items().empty();
}

// Whether an observation is that a property is not there, and the property is what the test asks of. A test of `set`, a
// relation and a statement have their message for it.
bool says_absent(const Observation& observation) {
  if (is_empty_list(observation)) return true;
  if (!observation.found.absent() && !observation.found.row) return false;
  const auto* value_test = std::get_if<ValueTest>(&observation.test->form);
  if (value_test) return value_test->op != Operator::set && observation.key.empty();
  if (std::holds_alternative<PortsTest>(observation.test->form)) return observation.found.row != nullptr;
  return !std::holds_alternative<Relation>(observation.test->form) &&
         !std::holds_alternative<SensitiveTest>(observation.test->form) && !std::holds_alternative<StatementTest>(observation.test->form);
}

std::string default_words(const Found& found) {
  const DefaultRow& row = *found.row;
  std::string text = row.dialect == Dialect::terraform ? "provider default" : "AWS default";
  if (!row.since.empty()) text += fmt::format(" since {}", row.since);
  return fmt::format("{}: {}", text, found.by_default.is_null() ? "not known" : shown(found.by_default));
}

std::string absent_words(const Account& account, const Observation& observation) {
  std::string property = property_words(observation, account.resource);
  const char* what = observation.found.unwritten ? "is not written" : is_empty_list(observation) ? "is empty" : "is not set";
  if (!observation.found.row) return fmt::format("{} {}", property, what);
  return fmt::format("{} {} ({})", property, what, default_words(observation.found));
}

const Reference* parameter_of(const Account& account) {
  for (const Observation& observation : account.because) {
    if (observation.resource != account.resource) continue;
    const Reference* through = observation.evidence ? observation.evidence->through : observation.found.value.through;
    if (through && (through->kind == Reference::Kind::parameter || through->kind == Reference::Kind::variable)) return through;
  }
  return nullptr;
}

// None for an observation that only says where to look.
std::vector<std::string> reasons_in(const Observation& observation, const Resource* judged) {
  if (observation.evidence && !observation.evidence->reasons.empty()) return observation.evidence->reasons;
  if (observation.why.empty()) return {};
  std::string property = property_words(observation, judged);
  return {property.empty() ? std::string(observation.why) : fmt::format("{} {}", property, observation.why)};
}

}  // namespace

std::string fail_message(World& world, const Account& account, bool& whole) {
  const Observation* first = first_of(account);
  whole = false;
  if (first && first->test && says_absent(*first)) {
    whole = account.policy.message_absent.empty();
    if (whole) return absent_words(account, *first);
    return filled_in(world, account, account.policy.message_absent);
  }
  std::string text = filled_in(world, account, account.policy.message);
  const Reference* parameter = parameter_of(account);
  bool named = account.policy.message.find("{value}") != std::string::npos;
  if (parameter && !named) text += fmt::format(" ({})", parameter_words(*parameter));
  return text;
}

std::string unknown_message(const Account& account) {
  std::vector<std::string> reasons;
  for (const Observation& observation : account.because) {
    for (std::string& reason : reasons_in(observation, account.resource)) {
      bool known = reason.empty() || std::find(reasons.begin(), reasons.end(), reason) != reasons.end();
      if (!known && reasons.size() < kMostReasons) reasons.push_back(std::move(reason));
    }
  }
  if (reasons.empty()) reasons.push_back("what decides it is not known");
  std::string text = "cannot tell: ";
  for (std::size_t i = 0; i < reasons.size(); ++i) text += (i > 0 ? "; " : "") + reasons[i];
  return text;
}

std::string reason_of(const std::vector<Observation>& because, const Resource& resource) {
  for (const Observation& observation : because) {
    const std::vector<std::string> reasons = reasons_in(observation, &resource);
    if (!reasons.empty()) return reasons.front();
  }
  return "what decides it is not known";
}

Place place_of(const Account& account) {
  const Observation* first = first_of(account);
  if (first && first->evidence) return first->evidence->place;
  if (account.item && account.item->trail) return account.item->anchor;
  for (const Observation& observation : account.because) {
    if (observation.resource && (observation.resource == account.resource || !account.resource)) return observation.found.place();
  }
  return account.resource ? account.resource->name : Place();
}

std::string path_of(World& world, const Account& account) {
  if (!account.resource) return {};
  const Observation* first = first_of(account);
  if (first && first->evidence) {
    return written_path(*account.resource, trail_along(world, *account.resource, first->evidence->path));
  }
  if (account.item && account.item->trail) return written_path(*account.resource, account.item->trail);
  for (const Observation& observation : account.because) {
    if (observation.resource == account.resource) return written_path(*account.resource, observation.found.trail);
  }
  return {};
}

const Reference* declaration_of(const Account& account) {
  for (const Observation& observation : account.because) {
    if (!observation.resource || observation.resource != account.resource) continue;
    const Found& found = observation.found;
    const Reference* through = observation.evidence ? observation.evidence->through : found.absent() || found.row ? nullptr : found.value.through;
    const bool declared = through && through->kind == Reference::Kind::parameter &&
                          (through->source == Reference::Source::by_default || through->source == Reference::Source::allowed);
    return declared ? through : nullptr;
  }
  return nullptr;
}

std::vector<RelatedPlace> related_to(const Account& account) {
  std::vector<RelatedPlace> related;
  for (const Observation& observation : account.because) {
    for (const Resource* other : observation.others) {
      if (related.size() < kMostRelated) related.push_back({other->name, std::string(other->address)});
    }
  }
  if (declaration_of(account)) {
    related.push_back({place_of(account), fmt::format("{} uses it", account.resource->address)});
    return related;
  }
  const Reference* parameter = parameter_of(account);
  if (parameter && parameter->place.range.end > 0) {
    std::string_view kind = parameter->kind == Reference::Kind::variable ? "" : "parameter ";
    related.push_back({parameter->place, fmt::format("the value comes from {}{}", kind, parameter->target)});
  }
  return related;
}

std::vector<Place> secrets_in(const Account& account) {
  std::vector<Place> places;
  for (const Observation& observation : account.because) {
    const auto* test = observation.test ? std::get_if<ValueTest>(&observation.test->form) : nullptr;
    if (!test || test->op != Operator::kind || !is_secret(test->kind)) continue;
    const Value& value = observation.found.value;
    const Reference* through = value.through;
    bool written = value.is_scalar() || value.is(Value::Kind::partial) || value.is(Value::Kind::list) || value.is(Value::Kind::map);
    bool named = through && (through->kind == Reference::Kind::parameter || through->kind == Reference::Kind::mapping);
    if (written && !named) places.push_back(value.place);
    if (written && through && through->place.range.end > 0) places.push_back(through->place);
  }
  return places;
}

}  // namespace demarc
