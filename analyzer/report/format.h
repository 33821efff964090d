#pragma once

#include <span>
#include <string>
#include <string_view>

#include "analyzer/report/report.h"
#include "analyzer/report/text.h"

namespace demarc {

// One way to write a report. Only text looks at the style.
struct Format {
  std::string_view name;
  std::string (*write)(const Report& report, const TextStyle& style);
};

// All of them; the first is what is written where none is named.
std::span<const Format> formats();

}  // namespace demarc
