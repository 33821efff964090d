#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "parsers/cloudformation/expression.h"
#include "parsers/cloudformation/members.h"
#include "parsers/cloudformation/scalar.h"
#include "parsers/cloudformation/text.h"

namespace demarc {
namespace {

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

bool is_name(std::string_view text) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == ':';
  };
  return !text.empty() && std::all_of(text.begin(), text.end(), fits);
}

// One Fn::Sub while it is computed.
class Substitution {
 public:
  Substitution(const Call& call, Place place, const Expressions& expressions)
      : call_(call), place_(place), expressions_(expressions), text_(call.name, expressions.names()) {}

  void declare(const Node& map) {
    for (const Member* member : effective_members(map)) variables_[member->key].node = &member->value;
  }

  Value run(const Node& pattern) {
    const std::string_view text = scalar_text(pattern);
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t begin = text.find("${", at);
      const std::size_t end = begin == std::string_view::npos ? begin : text.find('}', begin);
      if (end == std::string_view::npos) break;
      text_.add(text.substr(at, begin - at));
      add(text.substr(begin, end + 1 - begin), pattern.range);
      at = end + 1;
    }
    text_.add(text.substr(at));
    return text_.finish(place_);
  }

 private:
  // `mention` is ${Name}, ${Resource.Attribute} or ${!Literal}.
  void add(std::string_view mention, Range range) {
    const std::string_view name = trimmed(mention.substr(2, mention.size() - 3));
    if (name.starts_with('!')) {
      text_.add("${");
      text_.add(name.substr(1));
      text_.add("}");
    } else if (is_name(name)) {
      text_.add(value(name));
    } else {
      expressions_.names().note("malformed", fmt::format("{} in {} is no name and was left as it is", mention, call_.name),
                                range);
      text_.add(mention);
    }
  }

  struct MapVariable {
    const Node* node = nullptr;
    std::optional<Value> value;  // once it was asked
  };

  // A variable may be mentioned often, and its value mention others.
  Value computed(MapVariable& variable) {
    if (!variable.value) variable.value = expressions_.value(*variable.node);
    return *variable.value;
  }

  Value value(std::string_view name) {
    const auto variable = variables_.find(name);
    if (variable != variables_.end()) return computed(variable->second);
    const Declarations& names = expressions_.names();
    const std::size_t dot = name.find('.');
    if (dot == std::string_view::npos || names.parameters.contains(name) || names.resources.contains(name)) {
      return reference_to(name, place_, expressions_);
    }
    return attribute_of(name.substr(0, dot), name.substr(dot + 1), place_, expressions_);
  }

  const Call& call_;
  Place place_;
  const Expressions& expressions_;
  TextBuilder text_;
  std::unordered_map<std::string_view, MapVariable> variables_;
};

}  // namespace

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
Value sub(const Call& call, Place place, const Expressions& expressions) {
  Substitution substitution(call, place, expressions);
  if (call.argument->is_scalar()) return substitution.run(*call.argument);
  if (call.argument->kind == NodeKind::map) {
    const Value argument = expressions.argument(call);
    if (argument.is(Value::Kind::unknown)) return uncomputed(call, argument, place, expressions);
  }
  const auto items = arguments(call, 1, 2, expressions);
  if (items.empty()) return uncomputed(call, place, expressions);
  if (!items[0].is_scalar() || !items[0].tag().empty()) {
    expressions.names().note("malformed", "Fn::Sub takes a text first", items[0].range);
    return uncomputed(call, place, expressions);
  }
  if (items.size() == 2) substitution.declare(items[1]);
  return substitution.run(items[0]);
}

}  // namespace demarc
