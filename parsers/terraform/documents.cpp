#include "parsers/terraform/documents.h"

#include <algorithm>
#include <string>

namespace demarc {
namespace {

using Kind = Value::Kind;

constexpr Unknown kRest{Why::known_after_apply, false, {}};

bool adds_from_elsewhere(const TypeMapping& mapping, const Value& arguments) {
  return std::any_of(mapping.unless.begin(), mapping.unless.end(), [&](std::string_view name) {
    const Entry* entry = arguments.find(name);
    return entry != nullptr && !(entry->value.is(Kind::list) && entry->value.items().empty());
  });
}

}  // namespace

Documents::Documents(const Instances& instances, const Mappings& mappings, const SourceFile& file, Scope scope,
                     const Node* variables, OriginFinder& origins, Arena& arena)
    : mappings_(mappings),
      scope_(scope),
      overlay_(file.id(), scope, variables, origins, arena),
      translator_(file.text(), arena, {}),
      arena_(arena) {
  for (const ResourceInstance& instance : instances.all()) {
    if (instance.parts.data) sources_.emplace(instance.address, &instance);
  }
}

Value Documents::document_of(const Value& reference) {
  const Reference& to = reference.reference();
  if (to.kind != Reference::Kind::data) return Value::null();
  auto known = known_.find(to.target);
  if (known != known_.end()) return known->second;
  auto source = sources_.find(to.target);
  Value document = source != sources_.end() ? rebuild(*source->second, to.attribute) : Value::null();
  if (document.is_null()) document = Value::unknown(arena_.store(Unknown{Why::data_source, true, to.target}), reference.place);
  known_.emplace(to.target, document);
  return document;
}

Value Documents::rebuild(const ResourceInstance& instance, std::string_view attribute) {
  const TypeMapping* mapping = mappings_.find("data." + std::string(instance.parts.type));
  if (mapping == nullptr) return Value::null();
  bool whole =
      attribute.empty() || std::find(mapping->document.begin(), mapping->document.end(), attribute) != mapping->document.end();
  Value arguments = overlay_.arguments(instance, &mapping->body);
  if (!whole || adds_from_elsewhere(*mapping, arguments)) return Value::null();
  Reference self;
  self.kind = Reference::Kind::data;
  self.scope = scope_;
  self.target = instance.address;
  Translation translation = translator_.translate(*mapping, arguments, self);
  return with_holes(translation.properties.front());
}

// A text inside a document that mentions one resource may be more than that mention ("${aws_s3_bucket.b.arn}/*"); an ARN
// can only stand at its begin.
Value Documents::with_holes(const Value& value) {
  Value result = value;
  if (value.is(Kind::list)) {
    std::vector<Value> items;
    for (const Value& item : value.items()) items.push_back(with_holes(item));
    result = Value::list(arena_.store(items), value.place);
  } else if (value.is(Kind::map)) {
    std::vector<Entry> entries(value.entries().begin(), value.entries().end());
    for (Entry& entry : entries) entry.value = with_holes(entry.value);
    result = Value::map(arena_.store(entries), value.place);
  } else if (value.is(Kind::reference)) {
    const Value* rest = arena_.store(Value::unknown(&kRest, value.place));
    const Value* mention = arena_.store(value);
    std::vector<Piece> pieces;
    if (!value.reference().attribute.ends_with("arn")) pieces.push_back({{}, rest});
    pieces.push_back({{}, mention});
    pieces.push_back({{}, rest});
    result = Value::partial(arena_.store(pieces), value.place);
  }
  result.sensitive = value.sensitive;
  result.through = value.through;
  return result;
}

}  // namespace demarc
