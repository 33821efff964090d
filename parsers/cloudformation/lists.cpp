#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

#include "parsers/cloudformation/distribute.h"
#include "parsers/cloudformation/expression.h"
#include "parsers/cloudformation/text.h"

namespace demarc {
namespace {

constexpr std::string_view kZones = "Fn::GetAZs";

// A choice among the items may leave one out, and moves those behind it.
bool may_be_absent(const Value& item) {
  if (!item.is(Value::Kind::choice)) return false;
  const auto null = [](const Alternative& each) { return each.value.is_null() || may_be_absent(each.value); };
  return std::any_of(item.alternatives().begin(), item.alternatives().end(), null);
}

std::optional<std::size_t> index_of(const Value& value) {
  if (!value.is_scalar()) return std::nullopt;
  const std::string_view text = value.scalar();
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), index);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return index;
}

// The names of availability zones are not known, but that they differ from each other is.
Value zone(const Reference& zones, std::size_t index, Place place, Declarations& names) {
  Reference reference = zones;
  reference.attribute = names.graph.arena.store(std::string_view(std::to_string(index)));
  return Value::reference(names.graph.arena.store(reference), place);
}

Value item_at(const Call& call, const Value& list, std::size_t index, Place place, const Expressions& expressions) {
  Declarations& names = expressions.names();
  if (list.is(Value::Kind::reference) && list.reference().kind == Reference::Kind::data) {
    return zone(list.reference(), index, place, names);
  }
  if (!list.is(Value::Kind::list)) return uncomputed(call, list, place, expressions);
  const auto items = list.items();
  const auto known = items.subspan(0, std::min(index, items.size()));
  if (std::any_of(known.begin(), known.end(), may_be_absent)) return uncomputed(call, place, expressions);
  if (index >= items.size()) {
    const bool changeable = list.through != nullptr && list.through->kind == Reference::Kind::parameter;
    if (changeable) return names.unknown(Why::parameter, list.through->target, place);
    names.note_once("malformed", fmt::format("{}", place.range.begin),
                    fmt::format("Fn::Select takes item {} of a list of {}", index, items.size()), place.range);
    return uncomputed(call, place, expressions);
  }
  Value item = items[index];
  item.place = place;
  if (item.through == nullptr) item.through = list.through;
  item.sensitive = item.sensitive || list.sensitive;
  return item;
}

// Names and ids of resources have no comma in them, whatever they are; what a nested stack puts out may.
bool never_contains(const Value& hole, std::string_view delimiter) {
  return hole.is(Value::Kind::reference) && delimiter == "," && !hole.reference().attribute.starts_with("Outputs.");
}

// The pieces of a text between delimiters; nothing if a hole may contain one.
std::optional<std::vector<Value>> parts(const Call& call, std::span<const Piece> pieces, std::string_view delimiter, Place place,
                                        Declarations& names) {
  std::vector<Value> result;
  TextBuilder part(call.name, names);
  for (const Piece& piece : pieces) {
    if (piece.hole != nullptr) {
      if (!never_contains(*piece.hole, delimiter)) return std::nullopt;
      part.add(*piece.hole);
      continue;
    }
    std::string_view rest = piece.literal;
    for (std::size_t end = rest.find(delimiter); end != std::string_view::npos; end = rest.find(delimiter)) {
      part.add(rest.substr(0, end));
      result.push_back(part.finish(place));
      rest.remove_prefix(end + delimiter.size());
    }
    part.add(rest);
  }
  result.push_back(part.finish(place));
  return result;
}

}  // namespace

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-split.html
Value split(const Call& call, Place place, const Expressions& expressions) {
  const auto given = arguments(call, 2, 2, expressions);
  if (given.empty()) return uncomputed(call, place, expressions);
  const Value delimiter = expressions.value(given[0]);
  if (!delimiter.is_scalar() || delimiter.scalar().empty()) return uncomputed(call, place, expressions);
  Declarations& names = expressions.names();
  return distribute(expressions.value(given[1]), names, [&](const Value& text) {
    const Piece whole = text.is_scalar() ? Piece{text.scalar(), nullptr} : Piece{{}, &text};
    const std::span<const Piece> pieces = text.is(Value::Kind::partial) ? text.pieces() : std::span<const Piece>(&whole, 1);
    const auto items = parts(call, pieces, delimiter.scalar(), place, names);
    if (!items) return uncomputed(call, text, place, expressions);
    Value list = Value::list(names.graph.arena.store(*items), place);
    list.through = text.through;
    list.sensitive = text.sensitive;
    return list;
  });
}

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-select.html
Value select(const Call& call, Place place, const Expressions& expressions) {
  const auto given = arguments(call, 2, 2, expressions);
  if (given.empty()) return uncomputed(call, place, expressions);
  const Value which = expressions.value(given[0]);
  const Value list = expressions.value(given[1]);
  return distribute(which, expressions.names(), [&](const Value& number) {
    const auto index = index_of(number);
    if (!index) return uncomputed(call, number, place, expressions);
    return distribute(list, expressions.names(),
                      [&](const Value& each) { return item_at(call, each, *index, place, expressions); });
  });
}

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-length.html
Value length(const Call& call, Place place, const Expressions& expressions) {
  Declarations& names = expressions.names();
  return distribute(expressions.argument(call), names, [&](const Value& list) {
    const bool known = list.is(Value::Kind::list) && std::none_of(list.items().begin(), list.items().end(), may_be_absent);
    if (!known) return uncomputed(call, list, place, expressions);
    return Value::number(names.graph.arena.store(std::string_view(std::to_string(list.items().size()))), place);
  });
}

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getavailabilityzones.html
Value get_azs(const Call& call, Place place, const Expressions& expressions) {
  Declarations& names = expressions.names();
  const Value region = expressions.argument(call);
  const bool named = region.is_scalar() && !region.scalar().empty();
  const std::string target = named ? fmt::format("{} of {}", kZones, region.scalar()) : std::string(kZones);
  const Reference zones{Reference::Kind::data, names.scope(), names.graph.arena.store(std::string_view(target)), {}, {}};
  return Value::reference(names.graph.arena.store(zones), place);
}

}  // namespace demarc
