#include "parsers/terraform/origin.h"

#include <algorithm>

namespace demarc {
namespace {

// An index that an address can have: a number or a quoted key. Anything else is an expression.
bool is_literal(std::string_view index) {
  return !index.empty() && (index.front() == '"' || (index.front() >= '0' && index.front() <= '9'));
}

bool has_unknown(const Node& node) {
  if (node.kind == NodeKind::boolean) return node.truth;
  if (node.kind == NodeKind::list) return std::any_of(node.items().begin(), node.items().end(), has_unknown);
  if (node.kind != NodeKind::map) return false;
  return std::any_of(node.members().begin(), node.members().end(),
                     [](const Member& member) { return has_unknown(member.value); });
}

bool is_known(const ResourceInstance& instance, std::string_view attribute) {
  std::string_view first = attribute.substr(0, attribute.find_first_of(".["));
  if (first.empty()) return false;
  const Node* unknown = member_of(member_of(instance.change, "after_unknown"), first);
  if (unknown != nullptr && has_unknown(*unknown)) return false;
  return member_of(member_of(instance.change, "after"), first) != nullptr;
}

bool has_count(const Node* node) {
  return member_of(node, "count_expression") != nullptr || member_of(node, "for_each_expression") != nullptr;
}

// Resource types begin with their provider's name.
bool is_foreign(std::string_view type) { return !type.starts_with("aws_") && !type.starts_with("awscc_"); }

// Whether an expression picks by the index of the instance that it stands in.
bool picks_by_index(const Node& references) {
  return std::any_of(references.items().begin(), references.items().end(), [](const Node& reference) {
    return reference.kind == NodeKind::text && (leads_to("each", reference.text()) || leads_to("count", reference.text()));
  });
}

std::vector<AddressStep> behind(const std::vector<AddressStep>& steps, std::size_t first, const std::vector<AddressStep>& rest) {
  std::vector<AddressStep> result(steps.begin() + static_cast<std::ptrdiff_t>(std::min(first, steps.size())), steps.end());
  result.insert(result.end(), rest.begin(), rest.end());
  return result;
}

std::string_view attribute_text(std::string_view text, const std::vector<AddressStep>& steps, std::size_t first) {
  if (first >= steps.size()) return {};
  return text.substr(static_cast<std::size_t>(steps[first].name.data() - text.data()));
}

}  // namespace

std::vector<const Referent*> Origin::unknown() const {
  std::vector<const Referent*> result;
  for (const Referent& referent : referents) {
    if (!referent.known) result.push_back(&referent);
  }
  return result;
}

Origin OriginFinder::find(const Node& expression, const ExpressionSite& site) {
  origin_ = {};
  seen_ = 0;
  visit(expression, site, {}, 0);
  if (origin_.variables != 1) origin_.variable = nullptr;
  return std::move(origin_);
}

void OriginFinder::visit(const Node& expression, const ExpressionSite& site, const Rest& rest, int depth) {
  const Node* references = member_of(&expression, "references");
  if (references == nullptr || references->kind != NodeKind::list) return;
  ExpressionSite here = site;
  here.same_index = site.same_index || picks_by_index(*references);
  std::string_view longer;
  for (const Node& reference : references->items()) {
    if (reference.kind != NodeKind::text) continue;
    // Each reference is followed by those that lead to it: aws_x.y[0].id, aws_x.y[0], aws_x.y.
    if (leads_to(reference.text(), longer)) continue;
    longer = reference.text();
    if (++seen_ > kMostReferences || depth > kDeepest) {
      origin_.opaque = true;
      return;
    }
    visit_reference(reference.text(), here, rest, depth);
  }
}

void OriginFinder::visit_reference(std::string_view text, const ExpressionSite& site, const Rest& rest, int depth) {
  Rest steps = address_steps(text);
  std::string_view first = steps.empty() ? std::string_view() : steps.front().name;
  if (first == "count" || first == "path" || first == "terraform" || first == "self") return;
  if (first == "local" || steps.size() < 2) {
    origin_.opaque = true;
  } else if (first == "var") {
    visit_variable(steps, site, rest, depth);
  } else if (first == "each") {
    visit_each(steps, site, rest, depth);
  } else if (first == "module") {
    visit_module(steps, site, rest, depth);
  } else {
    visit_resource(steps, text, site, rest);
  }
}

void OriginFinder::visit_variable(const Rest& steps, const ExpressionSite& site, const Rest& rest, int depth) {
  const ConfigModule* config = site.module->config;
  std::string_view name = steps[1].name;
  if (config == nullptr) {
    origin_.opaque = true;
  } else if (config->call == nullptr) {
    if (origin_.variables == 0 || origin_.variable_name != name) ++origin_.variables;
    origin_.variable = member_of(member_of(config->node, "variables"), name);
    origin_.variable_name = name;
  } else if (const Node* expression = member_of(member_of(config->call, "expressions"), name)) {
    ExpressionSite outer{site.module->parent, site.module->index, member_of(config->call, "for_each_expression")};
    visit(*expression, outer, behind(steps, 2, rest), depth + 1);
  }  // else its default, which is known
}

void OriginFinder::visit_each(const Rest& steps, const ExpressionSite& site, const Rest& rest, int depth) {
  if (steps[1].name != "value") return;
  if (site.for_each == nullptr) {
    origin_.opaque = true;
    return;
  }
  ExpressionSite running{site.module, site.index, nullptr, true};
  visit(*site.for_each, running, behind(steps, 2, rest), depth + 1);
}

const ModuleInstance* OriginFinder::called(const ExpressionSite& site, const AddressStep& step) {
  if (is_literal(step.index)) return instances_.child(*site.module, step.name, step.index);
  if (const ModuleInstance* plain = instances_.child(*site.module, step.name, {})) return plain;
  if (site.same_index && !site.index.empty()) {
    if (const ModuleInstance* same = instances_.child(*site.module, step.name, site.index)) return same;
  }
  if (const ModuleInstance* only = instances_.only_child(*site.module, step.name)) return only;
  return instances_.some_child(*site.module, step.name);
}

// Whether a module that is called with count or for_each has no instance in this plan.
bool OriginFinder::has_none(const ExpressionSite& site, const AddressStep& call) const {
  if (site.module->config == nullptr || instances_.any_child(*site.module, call.name)) return false;
  auto child = site.module->config->children.find(call.name);
  return child != site.module->config->children.end() && has_count(child->second->call) && !child->second->resources.empty();
}

void OriginFinder::visit_module(const Rest& steps, const ExpressionSite& site, const Rest& rest, int depth) {
  if (has_none(site, steps[1])) return;
  const ModuleInstance* module = called(site, steps[1]);
  if (module == nullptr || module->config == nullptr) {
    origin_.opaque = true;
    return;
  }
  Rest output = behind(steps, 2, rest);
  if (output.empty()) {
    visit_outputs(*module, depth);
  } else {
    visit_output(*module, output.front().name, behind(output, 1, {}), depth);
  }
}

void OriginFinder::visit_output(const ModuleInstance& module, std::string_view output, const Rest& rest, int depth) {
  const Node* written = member_of(member_of(module.config->node, "outputs"), output);
  const Node* expression = member_of(written, "expression");
  if (expression == nullptr) {
    origin_.opaque = true;
  } else {
    visit(*expression, {&module, {}, nullptr}, rest, depth + 1);
  }
}

// module.m[each.key].x is listed as module.m alone: which output is read is only certain if all lead to one resource.
void OriginFinder::visit_outputs(const ModuleInstance& module, int depth) {
  const Node* outputs = member_of(module.config->node, "outputs");
  std::size_t before = origin_.referents.size();
  if (outputs != nullptr && outputs->kind == NodeKind::map) {
    for (const Member& output : outputs->members()) visit_output(module, output.key, {}, depth + 1);
  }
  if (origin_.referents.size() != before + 1) {
    origin_.opaque = true;
  } else {
    origin_.referents.back().attribute = {};
    origin_.referents.back().known = false;
  }
}

void OriginFinder::visit_resource(const Rest& steps, std::string_view text, const ExpressionSite& site, const Rest& rest) {
  Referent referent;
  referent.data = steps.front().name == "data";
  std::size_t name = referent.data ? 2 : 1;
  if (name >= steps.size()) {
    origin_.opaque = true;
    return;
  }
  referent.foreign = is_foreign(steps[name - 1].name);
  referent.attribute = attribute_text(text, steps, name + 1);
  if (referent.attribute.empty() && !rest.empty()) referent.attribute = rest.front().name;
  std::size_t end = static_cast<std::size_t>(steps[name].name.data() - text.data()) + steps[name].name.size();
  locate(referent, text.substr(0, end), steps[name].index, site);
  add(referent);
}

void OriginFinder::locate(Referent& referent, std::string_view resource, std::string_view index, const ExpressionSite& site) {
  bool literal = is_literal(index);
  referent.group = instances_.group(*site.module, resource);
  if (referent.group != nullptr && referent.group->count == 1 && !literal) {
    referent.instance = referent.group->first;
  } else if (literal || site.same_index) {
    referent.instance = instances_.instance(*site.module, resource, literal ? index : site.index);
  }
  if (referent.instance != nullptr) {
    referent.target = referent.instance->address;
    referent.known = is_known(*referent.instance, referent.attribute);
    return;
  }
  std::string target(site.module->path);
  if (!target.empty()) target += '.';
  target += resource;
  if (literal) target += "[" + std::string(index) + "]";
  referent.target = arena_.store(std::string_view(target));
  if (referent.group != nullptr || site.module->config == nullptr) return;
  // A data source that was read before the plan was made, and a resource of which there are none, decide nothing.
  auto config = site.module->config->resources.find(resource);
  referent.known = referent.data || (config != site.module->config->resources.end() && has_count(config->second));
}

void OriginFinder::add(const Referent& referent) {
  for (Referent& other : origin_.referents) {
    if (other.target != referent.target) continue;
    if (other.known && !referent.known) other = referent;
    return;
  }
  origin_.referents.push_back(referent);
}

}  // namespace demarc
