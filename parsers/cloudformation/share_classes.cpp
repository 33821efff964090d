#include "parsers/cloudformation/share_classes.h"

#include <unordered_set>
#include <vector>

#include "parsers/cloudformation/groups.h"
#include "parsers/cloudformation/parameter_value.h"

namespace demarc {
namespace {

using Group = std::vector<const Variable*>;

void share(const Group& group, Declarations& names) {
  std::unordered_set<std::string_view> seen;
  std::vector<std::pair<std::string_view, Place>> texts;
  for (const Variable* each : group) {
    for (std::size_t i = 0; i < each->classes.size(); ++i) {
      if (seen.insert(each->classes[i]).second) texts.emplace_back(each->classes[i], each->class_values[i].place);
    }
  }
  for (const Variable* each : group) {
    for (const auto& [text, place] : texts) names.classes.of(*each, text, class_value(*each, text, place, names));
  }
}

}  // namespace

void share_classes(Declarations& names) {
  for (const Group& group : groups_of(names.compared)) share(group, names);
}

}  // namespace demarc
