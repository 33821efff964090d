#include "parsers/graph/unknown.h"

#include <fmt/format.h>

namespace demarc {

std::string explain(const Unknown& unknown) {
  const std::string detail(unknown.detail);
  switch (unknown.why) {
    case Why::parameter_without_default: return fmt::format("depends on parameter {}, which has no default", detail);
    case Why::parameter: return fmt::format("depends on parameter {}", detail);
    case Why::parameter_store: return fmt::format("depends on parameter {}, which names a value in SSM Parameter Store", detail);
    case Why::known_after_apply: return "is known only after apply";
    case Why::import: return detail.empty() ? "is imported from another stack" : fmt::format("is imported from another stack ({})", detail);
    case Why::dynamic_reference: return fmt::format("is a dynamic reference to {}", detail);
    case Why::attribute: return fmt::format("is {}, which is known only after deployment", detail);
    case Why::data_source: return fmt::format("comes from data source {}", detail);
    case Why::macro: return fmt::format("may be changed by macro {}", detail);
    case Why::intrinsic: return fmt::format("is computed by {} from what is not known", detail);
    case Why::unread_file: return fmt::format("stands in {}, which was not read", detail);
    case Why::not_in_deployment: return fmt::format("names {}, which is not in this deployment", detail);
    case Why::outside: return fmt::format("belongs to {}, which is not in this deployment", detail);
    case Why::unproven_companion: return fmt::format("may be set by {}, which cannot be shown to belong to this resource", detail);
    case Why::condition: return fmt::format("depends on condition {}, which cannot be decided", detail);
    case Why::unknown_members: return "is a list with members that are not known";
    case Why::no_row: return detail;
    case Why::default_depends: return fmt::format("is not set, and its default {}", detail);
    case Why::not_a_number: return fmt::format("is no number ({})", detail);
    case Why::not_a_date: return fmt::format("is no date ({})", detail);
    case Why::not_a_list: return "is no list";
    case Why::not_a_map: return "is no map";
    case Why::malformed: return fmt::format("is no {}", detail);
    case Why::too_many_scenarios: return "depends on more combinations of parameters than are tried";
  }
  return "is not known";
}

}  // namespace demarc
