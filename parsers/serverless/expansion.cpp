#include "parsers/serverless/expansion.h"

#include <fmt/format.h>

#include <algorithm>

#include "parsers/serverless/globals.h"
#include "parsers/serverless/intrinsic.h"
#include "parsers/serverless/serverless.h"

namespace demarc {
namespace {

Range whole(const Member& member) { return {member.key_range.begin, std::max(member.key_range.end, member.value.range.end)}; }

const Node* section(const Node& root, std::string_view name) {
  const Node* found = root.find(name);
  return is_plain_map(found) ? found : nullptr;
}

}  // namespace

Expansion::Expansion(Document& document, const ServerlessTables& tables)
    : document_(document),
      tables_(tables),
      forge_(document.arena),
      conditions_(section(document.root, "Conditions"), forge_),
      interpreter_(tables, forge_, conditions_) {
  if (const Node* written = section(document.root, "Resources")) {
    for (const Member& member : written->members()) {
      const Node* type = member.value.find("Type");
      by_id_.emplace(member.key, SIZE_MAX);
      written_types_[member.key] = type != nullptr && type->is_scalar() ? type->text() : std::string_view();
    }
  }
}

void Expansion::note(std::string message, Range range) {
  document_.notes.push_back({"serverless", std::move(message), document_.place(range)});
}

void Expansion::take(const Member& resource) {
  const Node* type = is_plain_map(&resource.value) ? resource.value.find("Type") : nullptr;
  const bool named = type != nullptr && type->kind == NodeKind::text && type->tag().empty();
  if (!named) return keep(resource);
  take_embedded(resource);
  if (const ServerlessType* known = tables_.type(type->text())) {
    if (known->resolves.empty()) return expand(*known, resource);
    deferred_.push_back(resource);
    return;
  }
  if (is_serverless_type(type->text())) {
    note(fmt::format("{}: {} is not modelled: what it implies is not judged", resource.key, type->text()), type->range);
  }
  keep(resource);
}

void Expansion::keep(const Member& resource) {
  Implied kept;
  kept.id = resource.key;
  kept.key = resource.key_range;
  kept.written = &resource.value;
  by_id_[kept.id] = resources_.size();
  resources_.push_back(kept);
}

void Expansion::expand(const ServerlessType& type, const Member& resource) {
  const Node* written = resource.value.find("Properties");
  if (written != nullptr && !is_plain_map(written) && !is_nothing(*written)) {
    note(fmt::format("{} has Properties that are no map of its own: what it implies is not judged", resource.key), written->range);
    return keep(resource);
  }
  Subject subject;
  subject.type = &type;
  const Node properties = properties_of(type, resource);
  subject.context = {resource.key, &properties, properties, resource.key, {}, resource.key_range, whole(resource)};
  for (const Member& member : resource.value.members()) {
    if (member.key == "Type") subject.written_type = member.value;
    if (member.key == "Condition" && member.value.is_scalar()) subject.presence = condition_named(member.value, forge_);
    if (member.key == "Metadata") subject.carried.push_back(member);
    const bool ours = member.key == "Type" || member.key == "Properties" || member.key == "Condition" ||
                      member.key == "IgnoreGlobals" || member.key == "Connectors";
    if (!ours) subject.own.push_back(member);
  }
  expand(subject);
}

Node Expansion::properties_of(const ServerlessType& type, const Member& resource) {
  const Node* written = resource.value.find("Properties");
  const Node own = is_plain_map(written) ? *written : forge_.map({}, resource.key_range);
  const Node* globals = type.globals.empty() ? nullptr : section(document_.root, "Globals");
  const Node* shared = globals != nullptr ? globals->find(type.globals) : nullptr;
  return is_plain_map(shared) ? merge_globals(*shared, own, resource.value.find("IgnoreGlobals"), forge_) : own;
}

void Expansion::expand(Subject& subject) {
  note_unknown_properties(subject);
  apply(subject.type->rules, subject, subject.context, subject.presence);
  for (const auto& [name, pattern] : subject.type->names) {
    const Made made = interpreter_.make(*pattern, subject.context);
    if (!made.node) continue;
    const auto found = by_id_.find(made.node->text());
    if (found != by_id_.end()) names_[fmt::format("{}.{}", subject.context.id, name)] = found->first;
  }
}

void Expansion::note_unknown_properties(const Subject& subject) {
  const auto& knows = subject.type->knows;
  for (const Member& member : subject.context.properties->members()) {
    if (std::find(knows.begin(), knows.end(), member.key) != knows.end()) continue;
    if (!noted_.insert(fmt::format("{} {}", subject.type->name, member.key)).second) continue;
    note(fmt::format("{}: property {} of {} is not modelled: what it implies is not judged", subject.context.id, member.key,
                     subject.type->name),
         member.key_range);
  }
}

void Expansion::expand_pending() {
  for (std::size_t i = 0; i < pending_.size(); ++i) {
    const Implied implied = pending_[i];
    if (by_id_.contains(implied.id)) continue;
    const ServerlessType& type = *tables_.type(implied.type.text());
    std::vector<Member> members = {{"Type", implied.key, implied.type}, {"Properties", implied.key, implied.properties}};
    const Member resource{implied.id, implied.key, forge_.map(members, implied.body)};
    Subject subject;
    subject.type = &type;
    const Node properties = properties_of(type, resource);
    subject.context = {implied.id, &properties, properties, implied.id, {}, implied.key, implied.body};
    subject.presence = implied.presence;
    subject.written_type = implied.type;
    subject.own = subject.carried = implied.attributes;
    expand(subject);
  }
}

void Expansion::finish() {
  expand_pending();
  for (std::size_t i = 0; i < deferred_.size(); ++i) expand_deferred(deferred_[i]);
  for (Implied& implied : resources_) {
    if (!additions_.has(implied.id)) continue;
    if (implied.written == nullptr) {
      implied.properties = additions_.applied(implied.id, implied.properties, forge_);
      continue;
    }
    std::vector<Member> members(implied.written->members().begin(), implied.written->members().end());
    const auto at = std::find_if(members.begin(), members.end(), [](const Member& member) { return member.key == "Properties"; });
    if (at == members.end()) {
      members.push_back({"Properties", implied.key, additions_.applied(implied.id, forge_.map({}, implied.key), forge_)});
    } else {
      at->value = additions_.applied(implied.id, at->value, forge_);
    }
    const Node map = forge_.map(members, implied.written->range);
    implied.written = forge_.keep(map);
  }
}

}  // namespace demarc
