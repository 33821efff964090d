#include "parsers/terraform/overlay.h"

#include <algorithm>

#include "parsers/terraform/blocks.h"
#include "parsers/terraform/lookup.h"

namespace demarc {
namespace {

constexpr Unknown kLater{Why::known_after_apply, false, {}};

bool is_true(const Node* node) { return node != nullptr && node->kind == NodeKind::boolean && node->truth; }
bool is_null(const Node* node) { return node == nullptr || node->kind == NodeKind::null; }
bool is_map(const Node* node) { return node != nullptr && node->kind == NodeKind::map; }
bool is_list(const Node* node) { return node != nullptr && node->kind == NodeKind::list; }
bool has_content(const Node* node) { return (is_map(node) || is_list(node)) && node->size() > 0; }

std::span<const Node> items_of(const Node* list) { return is_list(list) ? list->items() : std::span<const Node>(); }
const Node* item(const Node* list, std::size_t at) { return at < items_of(list).size() ? &list->items()[at] : nullptr; }

}  // namespace

Overlay::Planned Overlay::Planned::part(const Node* inner, const Node* unknown_part, const Node* sensitive_part) const {
  Planned result = *this;
  result.value = inner;
  result.unknown = unknown_part;
  result.sensitive = sensitive_part;
  result.secret = secret || is_true(sensitive_part);
  if (!is_null(inner)) {
    result.range = inner->range;
  } else if (unknown_part != nullptr) {
    result.range = unknown_part->range;
  }
  return result;
}

Value Overlay::arguments(const ResourceInstance& instance, const TableBody* body) {
  site_ = {instance.module, instance.parts.index, member_of(instance.config, "for_each_expression"), false};
  last_expression_ = nullptr;
  Planned planned;
  planned.range = instance.change->range;
  const Node* after = member_of(instance.change, "after");
  Written written{How::maybe, nullptr, {}, nullptr};
  if (is_null(after) || state_ == PlanState::before) {
    planned = planned.part(member_of(instance.change, "before"), nullptr, member_of(instance.change, "before_sensitive"));
  } else {
    const Node* unknown = member_of(instance.change, "after_unknown");
    planned.complete = unknown != nullptr;
    planned = planned.part(after, unknown, member_of(instance.change, "after_sensitive"));
  }
  // What was before was written likewise, as far as anybody can tell: references show who belongs to whom.
  if (!is_null(after)) {
    if (instance.config != nullptr) written.expression = member_of(instance.config, "expressions");
    if (instance.config != nullptr) written.how = written.expression != nullptr ? How::here : How::nowhere;
  }
  if (is_null(planned.value)) return Value::unknown(&kLater, {file_, planned.range});
  entries_.clear();
  add_entries(planned, written, body, entries_);
  return finished(Value::map(entries_, {file_, planned.range}), planned);
}

Value Overlay::finished(Value value, const Planned& planned) const {
  value.sensitive = planned.secret;
  return value;
}

Value Overlay::value(const Planned& planned, const Written& written) {
  const TableBody* body = written.row != nullptr ? written.row->body : nullptr;
  const Node* shape = is_null(planned.value) ? planned.unknown : planned.value;
  if (is_true(planned.unknown)) return unknown(planned, written);
  if (is_map(shape)) return map(planned, written, body);
  if (is_list(shape) && (!is_null(planned.value) || has_content(shape))) return list(planned, written, body);
  return known(planned, written);
}

// How an argument of a block is written, given how the block is, and where `found` is what stands under its name there.
Overlay::Written Overlay::argument_of(const Written& block, std::string_view name, const TableBody* body, bool content,
                                      const Node* found) const {
  Written written{block.how, block.expression, block.argument, body != nullptr ? body->find(name) : nullptr};
  bool part_of_argument = block.how == How::here && !block.argument.empty();
  if (block.how == How::maybe || part_of_argument) return written;
  written.argument = name;
  written.expression = found;
  if (found == nullptr) {
    written.how = content ? How::maybe : How::nowhere;
  } else if (!is_argument_expression(*found)) {
    written.argument = {};  // blocks
  }
  return written;
}

Value Overlay::map(const Planned& planned, const Written& written, const TableBody* body) {
  std::vector<Entry> entries;
  entries.reserve(is_null(planned.value) ? planned.unknown->size() : planned.value->size());
  add_entries(planned, written, body, entries);
  return finished(Value::map(arena_.store(entries), {file_, planned.range}), planned);
}

void Overlay::add_entries(const Planned& planned, const Written& written, const TableBody* body, std::vector<Entry>& entries) {
  Lookup values(planned.value);
  Lookup unknowns(planned.unknown);
  Lookup sensitives(planned.sensitive);
  bool block = written.how == How::here && written.argument.empty();
  Lookup expressions(block ? written.expression : nullptr);
  auto add = [&](const Member& member, const Node* value_part, const Node* unknown_part) {
    if (is_null(value_part) && !is_true(unknown_part) && !has_content(unknown_part)) return;
    Planned part = planned.part(value_part, unknown_part, sensitives.find(member.key));
    bool content = has_content(value_part) || has_content(unknown_part);
    Written how = argument_of(written, member.key, body, content, expressions.find(member.key));
    Value result = value(part, how);
    if (!result.is_null()) entries.push_back({member.key, {}, {file_, member.key_range}, result});
  };
  for (const Member& member : values.members()) add(member, &member.value, unknowns.find(member.key));
  for (const Member& member : unknowns.members()) {
    if (values.find(member.key) == nullptr) add(member, nullptr, &member.value);
  }
  if (!planned.complete) add_unplanned(planned, written, body, entries);
}

// A plan that does not say what is unknown leaves it out: what is written and not planned could be that.
void Overlay::add_unplanned(const Planned& planned, const Written& written, const TableBody* body, std::vector<Entry>& entries) {
  bool block = written.how == How::here && written.argument.empty() && is_map(written.expression);
  if (!block) return;
  for (const Member& member : written.expression->members()) {
    if (member_of(planned.value, member.key) != nullptr || member_of(&member.value, "references") == nullptr) continue;
    Value result = unknown(planned.part(nullptr, nullptr, nullptr), argument_of(written, member.key, body, false, &member.value));
    if (!result.is_null()) entries.push_back({member.key, {}, {file_, planned.range}, result});
  }
}

Value Overlay::list(const Planned& planned, const Written& written, const TableBody* body) {
  std::size_t count = std::max(items_of(planned.value).size(), items_of(planned.unknown).size());
  bool blocks = written.how == How::here && is_list(written.expression);
  std::vector<const Node*> sources;
  if (blocks) sources = match_blocks(written.expression->items(), items_of(planned.value), count);
  std::vector<Value> items;
  std::vector<std::size_t> gaps;
  items.reserve(count);
  for (std::size_t at = 0; at < count; ++at) {
    Planned part = planned.part(item(planned.value, at), item(planned.unknown, at), item(planned.sensitive, at));
    Written how = written;
    if (blocks) how = {sources[at] != nullptr ? How::here : How::maybe, sources[at], {}, nullptr};
    if (is_true(part.unknown)) gaps.push_back(at);
    const Node* shape = is_null(part.value) ? part.unknown : part.value;
    Value result = is_true(part.unknown) ? finished(Value::null({file_, part.range}), part)
                   : is_map(shape)       ? map(part, how, body)
                                         : value(part, how);
    items.push_back(result);
  }
  if (!gaps.empty()) fill_in(written, gaps, items);
  return finished(Value::list(arena_.store(items), {file_, planned.range}), planned);
}

// The members of a list that are not known yet.
void Overlay::fill_in(const Written& written, std::span<const std::size_t> gaps, std::vector<Value>& items) {
  bool traced = written.how == How::here && is_argument_expression(*written.expression);
  std::vector<Value> members;
  if (traced) members = referents_.unknown_members(origin_of(*written.expression), gaps.size(), {});
  for (std::size_t at = 0; at < gaps.size(); ++at) {
    Value& gap = items[gaps[at]];
    Value member = traced ? members[at] : Value::unknown(&kLater, {});
    member.place = gap.place;
    member.sensitive = gap.sensitive;
    gap = member;
  }
}

Value Overlay::known(const Planned& planned, const Written& written) {
  if (is_null(planned.value)) return Value::null({file_, planned.range});
  Place place{file_, planned.range};
  std::string_view text = planned.value->text();
  Value result = Value::null(place);
  if (planned.value->kind == NodeKind::boolean) result = Value::boolean(planned.value->truth, place);
  if (planned.value->kind == NodeKind::number) result = Value::number(text, place);
  if (planned.value->kind == NodeKind::text) result = Value::text(text, place);
  if (planned.value->kind == NodeKind::list) result = Value::list({}, place);
  bool named = written.how == How::here && result.is_scalar() && has_content(member_of(written.expression, "references"));
  if (named) result.through = referents_.through(text, origin_of(*written.expression));
  return finished(result, planned);
}

Value Overlay::unknown(const Planned& planned, const Written& written) {
  Place place{file_, planned.range};
  if (written.how == How::maybe) return finished(Value::unknown(&kLater, place), planned);
  if (written.how == How::nowhere) {
    bool block = written.row != nullptr && written.row->block != TableArgument::Block::none && !written.row->computed;
    return finished(block ? Value::unknown(&kLater, place) : Value::null(place), planned);
  }
  if (!is_argument_expression(*written.expression)) return finished(Value::unknown(&kLater, place), planned);
  return finished(referents_.unknown(origin_of(*written.expression), written.argument, place), planned);
}

const Origin& Overlay::origin_of(const Node& expression) {
  if (last_expression_ != &expression) {
    last_origin_ = origins_.find(expression, site_);
    last_expression_ = &expression;
  }
  return last_origin_;
}

}  // namespace demarc
