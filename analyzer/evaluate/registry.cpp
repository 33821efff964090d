#include "analyzer/evaluate/registry.h"

#include <algorithm>
#include <set>

#include "analyzer/evaluate/open_text.h"
#include "analyzer/evaluate/spread.h"

namespace demarc {
namespace {

// "aws_x.y" of "aws_x.y[0]"; empty where there is no index.
std::string_view base_of(std::string_view address) {
  if (!address.ends_with(']')) return {};
  std::size_t open = address.ends_with("\"]") ? address.rfind("[\"") : address.rfind('[');
  return open == std::string_view::npos ? std::string_view() : address.substr(0, open);
}

bool is_meant(const Reference& reference, const Resource& resource) {
  if (reference.scope != resource.scope) return false;
  if (reference.kind == Reference::Kind::parameter) return resource.type == "template.parameter";
  if (reference.kind != Reference::Kind::resource && reference.kind != Reference::Kind::data) return false;
  return !resource.type.starts_with("template.");
}

void keep_each_once(std::vector<std::uint32_t>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

}  // namespace

std::string_view action_on(const Resource& resource) {
  const Entry* change = resource.attributes.find("change");
  if (!change || !change->value.is(Value::Kind::list) || change->value.items().empty()) return {};
  std::span<const Value> actions = change->value.items();
  if (actions.size() > 1) return "replace";
  return actions[0].is_scalar() ? actions[0].scalar() : std::string_view();
}

bool remains(const Resource& resource) {
  std::string_view action = action_on(resource);
  return action != "delete" && action != "forget";
}

Registry::Registry(const std::vector<Resource>& resources, FactBook& facts, EmbeddedTexts& texts)
    : named_(resources.size(), false), resources_(resources), facts_(facts), texts_(texts) {
  std::set<const Facts*> seen;
  for (std::uint32_t number = 0; number < resources.size(); ++number) {
    const Resource& resource = resources[number];
    if (!remains(resource)) continue;
    by_address_[resource.address].push_back(number);
    std::string_view base = base_of(resource.address);
    if (!base.empty()) by_base_[base].push_back(number);
    const Facts& known = facts.of(resource);
    add_names(number, known);
    if (!seen.insert(&known).second) continue;
    for (const NamePattern& pattern : known.names) {
      if (pattern.tokens().size() > 1) patterns_.push_back(&pattern);
    }
  }
}

void Registry::add_names(std::uint32_t number, const Facts& facts) {
  bool unsure = false;
  for (const NamePattern& pattern : facts.names) {
    for (const NamePattern::Token& token : pattern.tokens()) {
      if (!token.is_property) continue;
      each_possible_at(resources_[number].properties, token.property, texts_, [&](const Value& value) {
        named_[number] = true;
        if (value.is_scalar()) {
          std::vector<std::uint32_t>& numbers = by_text_[value.scalar()];
          if (numbers.empty() || numbers.back() != number) numbers.push_back(number);
        } else if (!value.is(Value::Kind::variable)) {
          unsure = true;
        }
      });
    }
  }
  if (unsure) unsure_.push_back(number);
}

std::vector<std::uint32_t> Registry::referents(const Reference& reference) const {
  std::vector<std::uint32_t> result;
  for (const auto* index : {&by_address_, &by_base_}) {
    auto found = index->find(reference.target);
    if (found == index->end()) continue;
    for (std::uint32_t number : found->second) {
      if (is_meant(reference, resources_[number])) result.push_back(number);
    }
    if (!result.empty()) break;
  }
  return result;
}

Truth Registry::means(const Reference& reference, const Resource& resource) const {
  if (!is_meant(reference, resource)) return Truth::no;
  if (reference.target == resource.address) return Truth::yes;
  if (base_of(resource.address) != reference.target) return Truth::no;
  return referents(reference).size() > 1 ? Truth::unknown : Truth::yes;
}

bool Registry::hands_out_names(const Reference& reference) const {
  if (reference.kind != Reference::Kind::resource || reference.attribute.empty()) return false;
  if (reference.attribute.starts_with("Outputs.")) return true;
  const std::vector<std::uint32_t> numbers = referents(reference);
  return std::any_of(numbers.begin(), numbers.end(), [&](std::uint32_t number) {
    const std::string_view type = resources_[number].type;
    return !type.starts_with("AWS::") && !type.starts_with("aws_");
  });
}

// Of a name that is made of several properties only the last one is compared.
Truth Registry::may_be_name(std::string_view text, std::uint32_t number) const {
  OpenText wanted;
  wanted.add(text);
  Truth result = Truth::no;
  for (const NamePattern& pattern : facts_.of(resources_[number]).names) {
    std::size_t last = 0;
    for (std::size_t i = 0; i < pattern.tokens().size(); ++i) {
      if (pattern.tokens()[i].is_property) last = i;
    }
    if (pattern.tokens().empty()) continue;
    each_possible_at(resources_[number].properties, pattern.tokens()[last].property, texts_, [&](const Value& value) {
      if (value.is(Value::Kind::variable)) return;
      OpenText name;
      for (std::size_t i = 0; i < pattern.tokens().size(); ++i) {
        const NamePattern::Token& token = pattern.tokens()[i];
        if (i == last) {
          name.add_value(value);
        } else if (token.anything || token.is_property) {
          name.add(OpenText::kAnything);
        } else {
          name.add(token.literal);
        }
      }
      result = either(result, matches(wanted, name));
    });
  }
  return result;
}

std::vector<std::uint32_t> Registry::named(std::string_view text) const {
  std::vector<std::uint32_t> result;
  const auto add = [&](std::string_view name) {
    auto found = by_text_.find(name);
    if (found != by_text_.end()) result.insert(result.end(), found->second.begin(), found->second.end());
  };
  if (text.empty()) return result;
  add(text);
  for (const NamePattern* pattern : patterns_) {
    for (std::string_view name : pattern->captured(text)) add(name);
  }
  keep_each_once(result);
  return result;
}

}  // namespace demarc
