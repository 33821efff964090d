#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer/policy/evidence.h"
#include "parsers/document/node.h"
#include "parsers/document/read.h"
#include "parsers/graph/condition.h"
#include "parsers/graph/value.h"
#include "parsers/text/source.h"

namespace demarc {

// Values as a template writes them, in JSON. Of its functions these are understood:
//   {"Ref": "Name"}              a parameter without default; AWS::NoValue; of a name in `resources` a reference
//   {"Fn::GetAtt": "Web.Arn"}    a reference to an attribute
//   {"Fn::ImportValue": "x"}     unknown
//   {"Fn::Sub": "a${Name}b"}     partly known text, with the same meaning of names; ${!x} is the text ${x}
//   {"Fn::If": ["IsProd", a, b]} a choice; each condition is one on a parameter of its own
class TemplateJson {
 public:
  explicit TemplateJson(std::string_view json,
                        std::vector<std::string> resources = {"Vpc", "Bucket", "Key", "Role", "Topic", "Queue"});

  const Value& value() const { return value_; }
  const Sources& sources() const { return sources_; }
  std::string where(const Place& place) const;  // "line:column"

 private:
  Value convert(const Node& node);
  Value function(const Node& node, std::string_view name, const Node& argument);
  Value named(std::string_view name, Place place);
  Value substituted(std::string_view text, Place place);
  Value chosen(const Node& arguments, Place place);
  const Condition* condition(std::string_view name);

  std::vector<std::string> resources_;
  Sources sources_;
  Document document_;
  Arena arena_;
  std::deque<Variable> variables_;
  std::deque<Condition> conditions_;
  Value value_ = Value::null();
};

// Evidences, one a line: "yes PATH@line:column: word=text word=text", "unknown PATH@line:column: reason; reason".
std::string described(const std::vector<Evidence>& evidence, const TemplateJson& written);

inline TemplateJson::TemplateJson(std::string_view json, std::vector<std::string> resources) : resources_(std::move(resources)) {
  const SourceFile& file = sources_.add("test.json", std::string(json));
  Result<Document> document = read_json(file);
  if (!document) throw std::runtime_error(document.error().message);
  document_ = std::move(*document);
  value_ = convert(document_.root);
}

inline std::string TemplateJson::where(const Place& place) const {
  const Position position = sources_[place.file].position(place.range.begin);
  return fmt::format("{}:{}", position.line, position.column);
}

inline Value TemplateJson::convert(const Node& node) {
  const Place place{0, node.range};
  switch (node.kind) {
    case NodeKind::null: return Value::null(place);
    case NodeKind::boolean: return Value::boolean(node.truth, place);
    case NodeKind::number: return Value::number(node.text(), place);
    case NodeKind::text: return Value::text(node.text(), place);
    case NodeKind::list: {
      std::vector<Value> items;
      for (const Node& item : node.items()) items.push_back(convert(item));
      return Value::list(arena_.store(items), place);
    }
    case NodeKind::map: break;
  }
  const std::span<const Member> members = node.members();
  if (members.size() == 1 && (members[0].key == "Ref" || members[0].key.starts_with("Fn::"))) {
    return function(node, members[0].key, members[0].value);
  }
  std::vector<Entry> entries;
  for (const Member& member : members) entries.push_back({member.key, {}, {0, member.key_range}, convert(member.value)});
  return Value::map(arena_.store(entries), place);
}

inline Value TemplateJson::function(const Node& node, std::string_view name, const Node& argument) {
  const Place place{0, node.range};
  if (name == "Ref") return named(argument.text(), place);
  if (name == "Fn::GetAtt") return named(argument.text(), place);
  if (name == "Fn::Sub") return substituted(argument.text(), place);
  if (name == "Fn::If") return chosen(argument, place);
  return Value::unknown(arena_.store(Unknown{Why::import, true, argument.text()}), place);
}

inline Value TemplateJson::named(std::string_view name, Place place) {
  if (name == "AWS::NoValue") return Value::null(place);
  if (name.starts_with("AWS::")) return Value::unknown(arena_.store(Unknown{Why::attribute, true, name}), place);
  const std::size_t dot = name.find('.');
  const std::string_view target = name.substr(0, dot);
  if (std::find(resources_.begin(), resources_.end(), target) == resources_.end()) {
    return Value::unknown(arena_.store(Unknown{Why::parameter_without_default, false, name}), place);
  }
  Reference reference;
  reference.target = target;
  if (dot != std::string_view::npos) reference.attribute = name.substr(dot + 1);
  return Value::reference(arena_.store(reference), place);
}

inline Value TemplateJson::substituted(std::string_view text, Place place) {
  std::vector<Piece> pieces;
  std::string literal;
  const auto flush = [&] {
    if (!literal.empty()) pieces.push_back({arena_.store(std::string_view(literal)), nullptr});
    literal.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.substr(at, 2) == "${" ? text.find('}', at) : std::string_view::npos;
    if (end == std::string_view::npos) {
      literal += text[at++];
      continue;
    }
    const std::string_view name = text.substr(at + 2, end - at - 2);
    if (name.starts_with('!')) {
      literal += fmt::format("${{{}}}", name.substr(1));
    } else {
      flush();
      pieces.push_back({{}, arena_.store(named(name, place))});
    }
    at = end + 1;
  }
  if (pieces.empty()) return Value::text(arena_.store(std::string_view(literal)), place);
  flush();
  return Value::partial(arena_.store(pieces), place);
}

inline Value TemplateJson::chosen(const Node& arguments, Place place) {
  std::vector<Alternative> alternatives;
  alternatives.push_back({condition(arguments.items()[0].text()), convert(arguments.items()[1])});
  alternatives.push_back({nullptr, convert(arguments.items()[2])});
  return Value::choice(arena_.store(alternatives), place);
}

inline const Condition* TemplateJson::condition(std::string_view name) {
  for (const Condition& known : conditions_) {
    if (known.name == name) return &known;
  }
  Variable& variable = variables_.emplace_back();
  variable.name = name;
  variable.classes = {"true", "false"};
  variable.open = false;
  Condition& made = conditions_.emplace_back();
  made.op = Condition::Op::equals;
  made.name = name;
  made.variable = &variable;
  return &made;
}

inline std::string described(const std::vector<Evidence>& evidence, const TemplateJson& written) {
  std::string result;
  for (const Evidence& one : evidence) {
    const std::string_view name = one.truth == Truth::yes ? "yes" : one.truth == Truth::no ? "no" : "unknown";
    result += fmt::format("{}{} {}@{}:", result.empty() ? "" : "\n", name, one.path, written.where(one.place));
    if (one.truth == Truth::yes) {
      for (const auto& [word, text] : one.words) result += fmt::format(" {}={}", word, text);
    } else {
      for (const std::string& reason : one.reasons) result += fmt::format("{} {}", result.back() == ':' ? "" : ";", reason);
    }
  }
  return result;
}

}  // namespace demarc
