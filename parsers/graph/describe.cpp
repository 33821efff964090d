#include "parsers/graph/describe.h"

#include <fmt/format.h>

namespace demarc {

namespace {

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '\n') {
      result += "\\n";
      continue;
    }
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + '"';
}

std::string describe_pieces(const Value& value) {
  std::string result = "\"";
  for (const Piece& piece : value.pieces()) {
    result += piece.hole == nullptr ? std::string(piece.literal) : fmt::format("${{{}}}", describe(*piece.hole));
  }
  return result + '"';
}

std::string describe_choice(const Value& value) {
  std::string result = "if(";
  for (const Alternative& alternative : value.alternatives()) {
    if (result.size() > 3) result += ", ";
    result += alternative.guard == nullptr ? "else" : describe(*alternative.guard);
    result += fmt::format(": {}", describe(alternative.value));
  }
  return result + ')';
}

std::string joined(std::span<const Condition* const> operands, std::string_view word) {
  std::string result = "(";
  for (const Condition* operand : operands) {
    if (result.size() > 1) result += word;
    result += describe(*operand);
  }
  return result + ')';
}

}  // namespace

std::string describe(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::null: return "null";
    case Value::Kind::boolean:
    case Value::Kind::number: return std::string(value.scalar());
    case Value::Kind::text: return quoted(value.scalar());
    case Value::Kind::partial: return describe_pieces(value);
    case Value::Kind::unknown: return fmt::format("<{}>", explain(value.unknown()));
    case Value::Kind::variable: return fmt::format("${}", value.variable().name);
    case Value::Kind::choice: return describe_choice(value);
    case Value::Kind::reference: {
      const Reference& reference = value.reference();
      return fmt::format("@{}{}{}", reference.target, reference.attribute.empty() ? "" : ".", reference.attribute);
    }
    case Value::Kind::list: {
      std::string result = "[";
      for (const Value& item : value.items()) result += fmt::format("{}{}", result.size() > 1 ? ", " : "", describe(item));
      return result + ']';
    }
    case Value::Kind::map: {
      std::string result = "{";
      for (const Entry& entry : value.entries()) {
        result += fmt::format("{}{}: {}", result.size() > 1 ? ", " : "", entry.key, describe(entry.value));
      }
      return result + '}';
    }
  }
  return {};
}

std::string describe(const Condition& condition) {
  if (!condition.name.empty()) return std::string(condition.name);
  switch (condition.op) {
    case Condition::Op::constant: return condition.constant ? "always" : "never";
    case Condition::Op::equals:
      return fmt::format("{} == {}", condition.variable->name, quoted(condition.variable->classes[condition.class_index]));
    case Condition::Op::same: return fmt::format("{} == {}", condition.variable->name, condition.other->name);
    case Condition::Op::all: return joined(condition.operands, " and ");
    case Condition::Op::any: return joined(condition.operands, " or ");
    case Condition::Op::assumed: return fmt::format("assumed {}", joined(condition.operands, " or "));
    case Condition::Op::negate: return fmt::format("not {}", describe(*condition.operands[0]));
  }
  return {};
}

}  // namespace demarc
