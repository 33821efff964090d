#include "parsers/cloudformation/resources.h"

#include <fmt/format.h>

#include <vector>

#include "parsers/cloudformation/expression.h"
#include "parsers/cloudformation/members.h"
#include "parsers/cloudformation/respelled.h"
#include "parsers/cloudformation/scalar.h"
#include "parsers/cloudformation/secure_references.h"

namespace demarc {
namespace {

class ResourceReader {
 public:
  explicit ResourceReader(Declarations& names) : names_(names), expressions_(names, Purpose::property) {}

  void read(const Member& member) {
    const Node* type = type_of(member);
    if (type == nullptr) return;
    Resource resource;
    resource.scope = names_.scope();
    resource.address = member.key;
    resource.type = resource.written_type = scalar_text(*type);
    resource.name = names_.place(member.key_range);
    resource.body = names_.place(member);
    resource.condition = condition(member);
    names_.secure_reference = false;
    resource.properties = properties(member);
    if (names_.secure_reference) resource.properties = mark_unresolved(resource.properties, resource.type, names_);
    resource.attributes = attributes(member);
    if (names_.serverless) restore_words(resource);
    names_.graph.resources.push_back(resource);
  }

 private:
  // What AWS::Serverless has other words for is called by them.
  void restore_words(Resource& resource) {
    const auto found = names_.serverless->find(resource.address);
    if (found == names_.serverless->end()) return;
    const ServerlessType& type = *found->second;
    resource.written_type = type.name;
    std::vector<Spelling> spellings;
    for (const ServerlessSpelling& spelling : type.spellings) spellings.push_back({spelling.path, spelling.written});
    resource.spellings = names_.graph.arena.store(spellings);
    resource.properties = respelled(resource.properties, {}, resource.spellings, names_.graph.arena);
  }

  void malformed(std::string_view name, std::string_view what, Range range) {
    names_.note("malformed", fmt::format("resource {} {}", name, what), range);
  }

  const Node* type_of(const Member& member) {
    if (member.value.kind != NodeKind::map || !member.value.tag().empty()) {
      malformed(member.key, "is no map of Type and Properties and was not read", member.value.range);
      return nullptr;
    }
    const Node* type = member.value.find("Type");
    if (type == nullptr) {
      malformed(member.key, "has no Type and was not read", member.key_range);
    } else if (!type->is_scalar() || type->kind == NodeKind::null || !type->tag().empty()) {
      malformed(member.key, "has a Type that is no text and was not read", type->range);
      type = nullptr;
    }
    return type;
  }

  const Condition* condition(const Member& member) {
    const Node* node = member.value.find("Condition");
    if (node == nullptr) return nullptr;
    if (node->is_scalar() && node->kind != NodeKind::null) return names_.condition(scalar_text(*node), node->range);
    malformed(member.key, "has a Condition that is no name and was taken for one that has none", node->range);
    return nullptr;
  }

  // An absent property stands where the resource is named.
  Value properties(const Member& member) {
    const Node* node = member.value.find("Properties");
    const Value none = Value::map({}, names_.place(member.key_range));
    if (node == nullptr) return with_macro(none);
    const Value value = expressions_.value(*node);
    if (value.is_null()) return with_macro(none);
    if (value.is(Value::Kind::map)) return with_macro(value);
    if (!value.is(Value::Kind::list) && !value.is_scalar()) return value;
    malformed(member.key, "has Properties that are no map and were not read", node->range);
    return names_.unknown(Why::not_a_map, {}, value.place);
  }

  Value attributes(const Member& member) {
    std::vector<Entry> entries;
    for (const Member* each : effective_members(member.value)) {
      if (each->key == "Type" || each->key == "Properties") continue;
      entries.push_back({each->key, {}, names_.place(each->key_range), expressions_.value(each->value)});
    }
    const Place name = names_.place(member.key_range);
    entries.push_back({"region", {}, name, reference_to("AWS::Region", name, expressions_)});
    return with_macro(Value::map(names_.graph.arena.store(entries), names_.place(member.value)));
  }

  // A macro that is not known may add to what is written.
  Value with_macro(const Value& map) {
    if (names_.macro.empty()) return map;
    std::vector<Entry> entries(map.entries().begin(), map.entries().end());
    entries.push_back({kMoreEntries, {}, map.place, names_.unknown(Why::macro, names_.macro, map.place)});
    return Value::map(names_.graph.arena.store(entries), map.place);
  }

  Declarations& names_;
  Expressions expressions_;
};

}  // namespace

void read_resources(const Node& section, Declarations& names) {
  ResourceReader reader(names);
  for (const Member* member : effective_members(section)) {
    if (!member->key.starts_with("Fn::")) reader.read(*member);
  }
}

}  // namespace demarc
