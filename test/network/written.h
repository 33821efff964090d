#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/policy/evidence.h"
#include "parsers/document/node.h"
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
class Written {
 public:
  explicit Written(std::string_view json, std::vector<std::string> resources = {"Vpc", "Bucket", "Key", "Role", "Topic", "Queue"});

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
std::string described(const std::vector<Evidence>& evidence, const Written& written);

}  // namespace demarc
