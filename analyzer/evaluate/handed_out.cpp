#include "analyzer/evaluate/handed_out.h"

#include "analyzer/evaluate/spread.h"

namespace demarc {

std::vector<bool> handed_out(const std::vector<Resource>& resources, const Registry& registry) {
  std::vector<bool> result(resources.size(), false);
  const auto tell = [&](const Value& of) {
    each_possible_leaf(of, [&](const Value& value) {
      for (const Reference* reference : references_in(value)) {
        for (std::uint32_t number : registry.referents(*reference)) result[number] = true;
      }
    });
  };
  for (std::uint32_t number = 0; number < resources.size(); ++number) {
    const Resource& resource = resources[number];
    if (resource.outside || resource.dialect == Dialect::terraform || registry.is_named(number)) result[number] = true;
    if (resource.type == "template.output") {
      tell(resource.properties);
    } else if (const Entry* parameters = resource.properties.find("Parameters")) {
      tell(parameters->value);
    }
  }
  return result;
}

}  // namespace demarc
