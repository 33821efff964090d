#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/iam/iam_glob.h"
#include "parsers/graph/scenario.h"
#include "parsers/graph/value.h"

namespace demarc {

// The entry of a map under an element's name, in any case: IAM refuses "effect" in some services and takes it in others, and
// a statement that is taken counts. Null if there is none.
const Entry* find_element(const Value& map, std::string_view name);

bool same_ignoring_case(std::string_view a, std::string_view b);
std::string lower_case(std::string_view text);

// What stands in a place where one value or a list of them may: settled, without those that are not there, lists in lists
// laid flat.
std::vector<Value> single_or_list(const Value& value, Scenario& scenario);

// The actions, or the resources, that a statement speaks of.
struct StatementElement {
  bool written = false;
  bool negated = false;  // NotAction, NotResource: all but these
  std::string name;      // "Action", "NotResource"
  std::vector<IamGlob> patterns;

  bool has_holes() const;
  std::vector<std::string> reasons() const;  // "Resource depends on parameter Arn, which has no default"
};

// Whether the element speaks of everything that a pattern matches, or of anything of it. Nobody knows of an element that is
// not written: AWS refuses such a statement.
Truth covers(const StatementElement& element, const IamGlob& pattern, bool self_known);
Truth meets(const StatementElement& element, const IamGlob& pattern, bool self_known);

}  // namespace demarc
