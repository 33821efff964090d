#include <algorithm>

#include "parsers/cloudformation/distribute.h"
#include "parsers/cloudformation/expression.h"
#include "parsers/cloudformation/text.h"

namespace demarc {
namespace {

bool may_be_null(const Value& value) {
  if (!value.is(Value::Kind::choice)) return value.is_null();
  const auto alternatives = value.alternatives();
  const auto null = [](const Alternative& each) { return may_be_null(each.value); };
  return alternatives.back().guard != nullptr || std::any_of(alternatives.begin(), alternatives.end(), null);
}

// Joins items of which some may be AWS::NoValue, with which their delimiter goes: each takes it along, on the side of the
// first item that is surely there.
class Joining {
 public:
  Joining(const Call& call, std::string_view delimiter, Declarations& names)
      : call_(call), delimiter_(delimiter), names_(names) {}

  Value run(std::span<const Value> items, Place place) {
    const auto sure = std::find_if_not(items.begin(), items.end(), may_be_null);
    if (sure == items.end() && items.size() > 1 && !delimiter_.empty()) return names_.unknown(Why::intrinsic, call_.name, place);
    TextBuilder text(call_.name, names_);
    for (auto item = items.begin(); item != items.end(); ++item) {
      text.add(item == sure || items.size() == 1 ? *item : beside(*item, item > sure));
    }
    return text.finish(place);
  }

 private:
  Value beside(const Value& item, bool delimiter_first) {
    if (delimiter_.empty()) return item;
    if (item.is(Value::Kind::choice)) {
      return distribute(item, names_, [&](const Value& each) { return each.is_null() ? each : beside(each, delimiter_first); });
    }
    TextBuilder text(call_.name, names_);
    if (delimiter_first) text.add(delimiter_);
    text.add(item);
    if (!delimiter_first) text.add(delimiter_);
    return text.finish(item.place);
  }

  const Call& call_;
  std::string_view delimiter_;
  Declarations& names_;
};

}  // namespace

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-join.html
Value join(const Call& call, Place place, const Expressions& expressions) {
  const auto given = arguments(call, 2, 2, expressions);
  if (given.empty()) return uncomputed(call, place, expressions);
  const Value delimiter = expressions.value(given[0]);
  if (!delimiter.is_scalar()) return uncomputed(call, place, expressions);
  Value list = expressions.value(given[1]);
  list.place = place;
  return distribute(list, expressions.names(), [&](const Value& items) {
    if (!items.is(Value::Kind::list)) return uncomputed(call, items, place, expressions);
    return Joining(call, delimiter.scalar(), expressions.names()).run(items.items(), place);
  });
}

}  // namespace demarc
