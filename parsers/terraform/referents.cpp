#include "parsers/terraform/referents.h"

#include <algorithm>

namespace demarc {
namespace {

constexpr Unknown kLater{Why::known_after_apply, false, {}};
constexpr Unknown kLaterButSet{Why::known_after_apply, true, {}};

// Each known value is compared with each of the resources that its expression names, up to so many.
constexpr std::size_t kMostCandidates = 32;

// Longer lists of instances are not written out.
constexpr std::size_t kMostMembers = 200;

bool is_plural(std::string_view argument) { return argument.ends_with('s'); }

bool has_text(const Node* node, std::string_view text) {
  return node != nullptr && node->is_scalar() && node->kind != NodeKind::null && node->text() == text;
}

// Whether something takes part that is no resource that could be named.
bool names_nothing(const Origin& origin, const std::vector<const Referent*>& referents) {
  return origin.opaque ||
         std::any_of(referents.begin(), referents.end(), [](const Referent* referent) { return referent->foreign; });
}

bool has_value(const Referent& referent, std::string_view text) {
  if (referent.instance == nullptr || referent.foreign) return false;
  const Node* after = member_of(referent.instance->change, "after");
  if (after == nullptr || after->kind != NodeKind::map) return false;
  if (!referent.attribute.empty()) return has_text(after->find(referent.attribute), text);
  return std::any_of(after->members().begin(), after->members().end(),
                     [&](const Member& member) { return has_text(&member.value, text); });
}

}  // namespace

const Reference* Referents::reference_to(const Referent& referent) {
  Reference reference;
  reference.kind = referent.data ? Reference::Kind::data : Reference::Kind::resource;
  reference.scope = scope_;
  reference.target = referent.target;
  reference.attribute = referent.attribute;
  return arena_.store(reference);
}

const Reference* Referents::reference_to_variable(const Origin& origin) {
  Reference reference;
  reference.kind = Reference::Kind::variable;
  reference.scope = scope_;
  reference.target = arena_.store(std::string_view("var." + std::string(origin.variable_name)));
  const Node* value = member_of(origin.variable, "default");
  if (value == nullptr) value = origin.variable;
  if (value != nullptr) reference.place = {file_, value->range};
  return arena_.store(reference);
}

const Node* Referents::variable_value(const Origin& origin) const {
  if (origin.variables != 1 || origin.opaque || !origin.referents.empty()) return nullptr;
  return member_of(member_of(variables_, origin.variable_name), "value");
}

std::vector<Value> Referents::each_of(const std::vector<const Referent*>& referents, Place place) {
  std::vector<Value> values;
  for (const Referent* referent : referents) values.push_back(Value::reference(reference_to(*referent), place));
  return values;
}

// References to all instances of a resource that is named as a whole. Nothing where it is one, or there are too many.
std::vector<Value> Referents::all_of(const Referent& referent, Place place) {
  std::vector<Value> values;
  if (referent.instance != nullptr || referent.group == nullptr || referent.group->count > kMostMembers) return values;
  for (const ResourceInstance* at = referent.group->first; at != nullptr; at = at->sibling) {
    Referent one = referent;
    one.target = at->address;
    values.push_back(Value::reference(reference_to(one), place));
  }
  if (values.size() != referent.group->count) values.clear();
  return values;
}

Value Referents::unknown(const Origin& origin, std::string_view argument, Place place) {
  std::vector<const Referent*> referents = origin.unknown();
  if (names_nothing(origin, referents)) return Value::unknown(&kLater, place);
  if (referents.empty()) return Value::null(place);
  if (referents.size() > 1) {
    if (!is_plural(argument)) return Value::unknown(&kLaterButSet, place);
    return Value::list(arena_.store(each_of(referents, place)), place);
  }
  if (is_plural(argument)) {
    std::vector<Value> all = all_of(*referents.front(), place);
    if (!all.empty()) return Value::list(arena_.store(all), place);
  }
  return Value::reference(reference_to(*referents.front()), place);
}

std::vector<Value> Referents::unknown_members(const Origin& origin, std::size_t count, Place place) {
  std::vector<const Referent*> referents = origin.unknown();
  if (names_nothing(origin, referents)) return std::vector<Value>(count, Value::unknown(&kLater, place));
  if (referents.size() == count) return each_of(referents, place);
  if (referents.size() == 1) {
    std::vector<Value> all = all_of(*referents.front(), place);
    if (all.size() == count) return all;
    return std::vector<Value>(count, Value::reference(reference_to(*referents.front()), place));
  }
  return std::vector<Value>(count, Value::unknown(&kLaterButSet, place));
}

const Reference* Referents::through(std::string_view text, const Origin& origin) {
  if (origin.referents.size() > kMostCandidates) return nullptr;
  const Referent* found = nullptr;
  for (const Referent& referent : origin.referents) {
    bool early = referent.data && !referent.foreign && referent.group == nullptr && origin.referents.size() == 1 &&
                 origin.variables == 0 && !origin.opaque;
    if (!early && !(referent.known && has_value(referent, text)) && !(referent.attribute.empty() && has_value(referent, text)))
      continue;
    if (found != nullptr) return nullptr;
    found = &referent;
  }
  if (found != nullptr) return reference_to(*found);
  const Node* value = variable_value(origin);
  return has_text(value, text) ? reference_to_variable(origin) : nullptr;
}

}  // namespace demarc
