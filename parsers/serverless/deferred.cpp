#include "parsers/serverless/expansion.h"

#include <fmt/format.h>

#include <algorithm>

#include "parsers/serverless/intrinsic.h"

namespace demarc {

void Expansion::take_embedded(const Member& resource) {
  for (const ServerlessEmbedding& embedding : tables_.embeddings) {
    const Node* entries = resource.value.find(embedding.attribute);
    if (!is_plain_map(entries)) continue;
    for (const Member& entry : entries->members()) {
      const Node* properties = entry.value.find("Properties");
      if (is_plain_map(properties)) deferred_.push_back(embedded(resource, entry, *properties, embedding));
    }
  }
}

// The entry as a resource, which names the one around it.
Member Expansion::embedded(const Member& resource, const Member& entry, const Node& written, const ServerlessEmbedding& embedding) {
  const Range place = entry.key_range;
  std::vector<Member> around = {{"Id", place, forge_.text(resource.key, place)}};
  const Node* reference = written.find(embedding.reference);
  if (is_plain_map(reference)) around.insert(around.end(), reference->members().begin(), reference->members().end());
  std::vector<Member> properties(written.members().begin(), written.members().end());
  properties.push_back({embedding.property, place, forge_.map(around, place)});
  std::vector<Member> members = {{"Type", place, forge_.text(embedding.type, place)},
                                 {"Properties", place, forge_.map(properties, entry.value.range)}};
  for (const Member& member : resource.value.members()) {
    if (member.key == "Condition" || member.key == "Metadata") members.push_back(member);
  }
  const std::string id = std::string(resource.key).append(entry.key);
  return {forge_.store(id), place, forge_.map(members, entry.value.range)};
}

// Each item of a property that splits makes a resource of its own.
void Expansion::expand_deferred(const Member& resource) {
  const ServerlessType& type = *tables_.type(resource.value.find("Type")->text());
  const Node* written = resource.value.find("Properties");
  const Node* split = is_plain_map(written) && !type.splits.empty() ? written->find(type.splits) : nullptr;
  const std::size_t before = resources_.size();
  if (split != nullptr && split->kind == NodeKind::list && !is_intrinsic(*split)) {
    for (std::size_t i = 0; i < split->size(); ++i) expand(type, resolved(resource, type, &split->items()[i], i));
  } else {
    expand(type, resolved(resource, type, nullptr, 0));
  }
  if (resources_.size() > before) return;
  note(fmt::format("{}: what it connects is not known, or {} does not know how: what it implies is not judged", resource.key, type.name),
       resource.key_range);
}

// The resource with what it names resolved; of the property that splits, with one of its items, which its names end with.
Member Expansion::resolved(const Member& resource, const ServerlessType& type, const Node* item, std::size_t number) {
  std::vector<Member> members(resource.value.members().begin(), resource.value.members().end());
  for (Member& member : members) {
    if (member.key != "Properties" || !is_plain_map(&member.value)) continue;
    std::vector<Member> properties(member.value.members().begin(), member.value.members().end());
    for (Member& property : properties) {
      if (item != nullptr && property.key == type.splits) property.value = *item;
      const bool named = std::find(type.resolves.begin(), type.resolves.end(), property.key) != type.resolves.end();
      if (named) property.value = resolved(property.value);
    }
    if (item != nullptr) {
      const Range place = resource.key_range;
      properties.push_back({"Suffix", place, forge_.text(fmt::format("{}{}", type.splits, number), place)});
    }
    member.value = forge_.map(properties, member.value.range);
  }
  Member result = resource;
  result.value = forge_.map(members, resource.value.range);
  return result;
}

// What a property names, with its type, and what others call it.
Node Expansion::resolved(const Node& endpoint) {
  if (!is_plain_map(&endpoint)) return endpoint;
  const Node* id = endpoint.find("Id");
  const bool named = id != nullptr && id->kind == NodeKind::text && id->tag().empty();
  const Range key = endpoint.size() > 0 ? endpoint.members()[0].key_range : endpoint.range;
  Node properties = forge_.map({}, endpoint.range);
  const Node* written = endpoint.find("Type");
  const std::string_view type = named ? type_of(id->text(), properties) : main_type(written);
  if (type.empty()) return endpoint;
  std::vector<Member> members;
  const Node* row = named ? tables_.row("endpoints", type) : nullptr;
  if (row != nullptr) {
    const Context context = {id->text(), &properties, properties, id->text(), {}, key, endpoint.range};
    if (const Made made = interpreter_.make(*row, context); made.node) {
      members.assign(made.node->members().begin(), made.node->members().end());
    }
  }
  members.insert(members.end(), endpoint.members().begin(), endpoint.members().end());
  members.push_back({"Type", key, forge_.text(type, key)});
  return forge_.map(members, endpoint.range);
}

std::string_view Expansion::type_of(std::string_view id, Node& properties) const {
  const auto found = by_id_.find(id);
  if (found == by_id_.end() || found->second == SIZE_MAX) return {};
  const Implied& implied = resources_[found->second];
  if (implied.written == nullptr) {
    properties = implied.properties;
    return implied.type.text();
  }
  if (const Node* written = implied.written->find("Properties"); is_plain_map(written)) properties = *written;
  const Node* type = implied.written->find("Type");
  return type != nullptr && type->kind == NodeKind::text ? type->text() : std::string_view();
}

// The type that stands for a type of the transform; any other one is itself.
std::string_view Expansion::main_type(const Node* written) const {
  if (written == nullptr || written->kind != NodeKind::text) return {};
  const ServerlessType* type = tables_.type(written->text());
  if (type == nullptr) return written->text();
  for (const Node& rule : type->rules) {
    const Node* id = rule.find("id");
    if (id != nullptr && id->is_scalar() && id->text() == "{id}") return rule.find("type")->text();
  }
  return {};
}

}  // namespace demarc
