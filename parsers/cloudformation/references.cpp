#include <string>

#include "parsers/cloudformation/distribute.h"
#include "parsers/cloudformation/expression.h"
#include "parsers/cloudformation/nested_stacks.h"
#include "parsers/cloudformation/scalar.h"

namespace demarc {
namespace {

Value mention(std::string_view resource, std::string_view attribute, Place place, Declarations& names) {
  return Value::reference(names.graph.arena.store(Reference{Reference::Kind::resource, names.scope(), resource, attribute, {}}),
                          place);
}

// The name that a call is given, as far as it is known when the template is read.
std::string_view known_name(const Call& call, const Expressions& expressions) {
  const Node& argument = *call.argument;
  if (argument.is_scalar() && (call.tagged || argument.tag().empty())) return scalar_text(argument);
  const Value value = expressions.argument(call);
  return value.is_scalar() ? value.scalar() : std::string_view();
}

// What is known of a text, the rest as ${…}.
std::string outline(const Value& value) {
  if (value.is_scalar()) return std::string(value.scalar());
  if (!value.is(Value::Kind::partial)) return "${…}";
  std::string result;
  for (const Piece& piece : value.pieces()) result += piece.hole == nullptr ? piece.literal : "${…}";
  return result;
}

Value imported(const std::string& name, Place place, Declarations& names) {
  return names.unknown(Why::import, names.graph.arena.store(std::string_view(name)), place, true);
}

}  // namespace

Value reference_to(std::string_view name, Place place, const Expressions& expressions) {
  Declarations& names = expressions.names();
  if (name == "AWS::NoValue") return Value::null(place);
  const auto parameter = names.parameters.find(name);
  if (parameter != names.parameters.end()) {
    const Value value =
        parameter->second.mention(place, expressions.purpose(), names.classes.is_compared(*parameter->second.variable));
    return names.handed ? placed(value, place, names) : value;
  }
  if (names.resources.contains(name)) return mention(name, {}, place, names);
  if (name.starts_with("AWS::")) return names.unknown(Why::attribute, name, place, true);
  return names.undeclared(name, place);
}

Value attribute_of(std::string_view resource, std::string_view attribute, Place place, const Expressions& expressions) {
  Declarations& names = expressions.names();
  constexpr std::string_view kOutputs = "Outputs.";
  if (names.stacks != nullptr && attribute.starts_with(kOutputs)) {
    const auto output = names.stacks->output(resource, attribute.substr(kOutputs.size()), place);
    if (output) return *output;
  }
  if (names.resources.contains(resource)) return mention(resource, attribute, place, names);
  return names.undeclared(resource, place);
}

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html
Value ref(const Call& call, Place place, const Expressions& expressions) {
  const std::string_view name = known_name(call, expressions);
  return name.empty() ? uncomputed(call, place, expressions) : reference_to(name, place, expressions);
}

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getatt.html
Value get_att(const Call& call, Place place, const Expressions& expressions) {
  if (call.argument->kind != NodeKind::list) {
    const std::string_view text = known_name(call, expressions);
    const std::size_t dot = text.find('.');
    if (dot != std::string_view::npos) return attribute_of(text.substr(0, dot), text.substr(dot + 1), place, expressions);
    expressions.names().note("malformed", "Fn::GetAtt takes a resource and an attribute", call.argument->range);
    return uncomputed(call, place, expressions);
  }
  const auto items = arguments(call, 2, 2, expressions);
  if (items.empty()) return uncomputed(call, place, expressions);
  const Value resource = expressions.value(items[0]);
  const Value attribute = expressions.value(items[1]);
  if (!resource.is_scalar() || !attribute.is_scalar()) return uncomputed(call, place, expressions);
  return attribute_of(resource.scalar(), attribute.scalar(), place, expressions);
}

// The name of the export.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-importvalue.html
Value import_value(const Call& call, Place place, const Expressions& expressions) {
  return imported(outline(expressions.argument(call)), place, expressions.names());
}

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getstackoutput.html
Value get_stack_output(const Call& call, Place place, const Expressions& expressions) {
  const Node* stack = call.argument->find("StackName");
  const Node* output = call.argument->find("OutputName");
  if (stack == nullptr || output == nullptr) return imported({}, place, expressions.names());
  return imported(outline(expressions.value(*stack)) + '.' + outline(expressions.value(*output)), place, expressions.names());
}

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-transform.html
Value transform(const Call& call, Place place, const Expressions& expressions) {
  const Node* name = call.argument->find("Name");
  const bool named = name != nullptr && name->is_scalar();
  return expressions.names().unknown(Why::macro, named ? scalar_text(*name) : call.name, place);
}

// Fn::Base64 and Fn::ToJsonString: the text or structure stays readable.
Value itself(const Call& call, Place place, const Expressions& expressions) {
  Value value = expressions.argument(call);
  value.place = place;
  return value;
}

}  // namespace demarc
