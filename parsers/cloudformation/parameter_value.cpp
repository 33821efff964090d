#include "parsers/cloudformation/parameter_value.h"

#include <algorithm>
#include <vector>

#include "parsers/cloudformation/parameter_bounds.h"
#include "parsers/cloudformation/text.h"

namespace demarc {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

Value scalar(std::string_view text, bool number, Place place, const Reference* through, Declarations& names) {
  Value value = number && is_number(text) ? Value::number(text, place) : known_text(text, place, names);
  value.through = through;
  return value;
}

}  // namespace

Value parameter_value(std::string_view text, const ParameterType& type, Place place, const Reference* through,
                      Declarations& names) {
  if (!type.list) return scalar(text, type.number, place, through, names);
  std::vector<Value> items;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    items.push_back(scalar(trimmed(text.substr(begin, end - begin)), type.number, place, through, names));
    begin = end + 1;
  }
  Value list = Value::list(names.graph.arena.store(items), place);
  list.through = through;
  return list;
}

Value class_value(const Variable& variable, std::string_view text, Place place, Declarations& names) {
  const auto parameter = names.parameters.find(variable.name);
  const bool found = parameter != names.parameters.end() && parameter->second.variable == &variable;
  return parameter_value(text, found ? parameter->second.type : ParameterType(), place, variable.reference, names);
}

}  // namespace demarc
