#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/document/node.h"

namespace demarc {

// Loops of AWS::LanguageExtensions: a member `Fn::ForEach::Name: [Identifier, Collection, Fragment]` of a map stands for the
// members of the fragment, once for each item of the collection.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html

// Whether a key of a map is a loop.
bool is_loop(std::string_view key);

// What a loop's identifier stands for in one round.
struct LoopItem {
  Node value;              // a text; or, where that is not known before deployment, an expression for it
  bool known = true;       // value is a text
  std::string_view label;  // stands in names for what is not known: ${label}; empty: they stay as they are written
  std::string_view guard;  // a condition without which the round does not take place; empty: there is none
};

// The items of a collection as far as they are known when the template is read.
struct Collection {
  std::vector<LoopItem> items;
  std::string open;  // why there may be others, of which one item stands for all; empty: there are none
};

// What loops need to know of the template around them.
struct LoopContext {
  std::function<Collection(const Node& expression)> collect;
  // The name of a condition that holds where both do.
  std::function<std::string_view(std::string_view a, std::string_view b)> both;
};

// Replaces the loops in the Resources, Outputs and Conditions of a template by what they make. What is made stands where the
// fragment is written. A round whose item is not known before deployment keeps ${Identifier} in its names, and has the
// item's expression where the fragment mentions it. A loop inside of a resource whose items are not all known stays.
// Loops that would make more than a template can hold are taken for such of which no item is known.
// Gives the keys of the loops that may make more than what is there now. Notes, of the kinds `loop` and `malformed`, go into
// the document.
std::vector<std::string_view> expand_loops(Document& document, const LoopContext& context);

}  // namespace demarc
