#include "parsers/document/yaml_mistake.h"

#include <algorithm>
#include <string>

namespace demarc {

Error yaml_mistake(std::string_view text, std::size_t at, std::string_view reason) {
  auto begin = static_cast<std::uint32_t>(std::min(at, text.size()));
  return {std::string(reason), Range{begin, begin}, {}};
}

}  // namespace demarc
