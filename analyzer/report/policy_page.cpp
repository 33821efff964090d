#include "analyzer/report/policy_page.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "analyzer/report/columns.h"
#include "analyzer/report/escape.h"
#include "analyzer/report/json_text.h"
#include "analyzer/report/wrap.h"

namespace demarc {
namespace {

using Json = nlohmann::ordered_json;
using Ids = std::vector<std::pair<std::string, std::vector<std::string>>>;

std::string for_what(const Policy& policy) { return policy.deployment ? "deployment" : fmt::format("{}", fmt::join(policy.types, ", ")); }

std::vector<std::string> dialects_of(const Policy& policy) {
  if (!policy.dialect) return {"cloudformation", "terraform"};
  return {*policy.dialect == Dialect::terraform ? "terraform" : "cloudformation"};
}

constexpr std::size_t kIndent = 10;

std::string line(std::string_view title, std::string_view text, std::size_t width) {
  return text.empty() ? std::string() : fmt::format("{:<{}}{}\n", title, kIndent, wrapped(text, kIndent, width));
}

std::string ids_text(std::string_view title, const Ids& ids, std::size_t width) {
  std::string result;
  for (const auto& [name, numbers] : ids) result += line(result.empty() ? title : "", fmt::format("{} {}", name, fmt::join(numbers, ", ")), width);
  return result;
}

std::string settings_text(const Policy& policy, std::size_t width) {
  std::string result;
  for (const Setting& setting : policy.settings) {
    std::vector<std::string> values;
    for (const Literal& value : setting.value) values.push_back(value.text);
    std::string text = fmt::format("{} ({}, default {}): {}", setting.name, setting.type, fmt::join(values, ", "), setting.text);
    result += line(result.empty() ? "settings" : "", text, width);
  }
  return result;
}

std::string fix_text(const Policy& policy, std::size_t width) {
  const DialectText& fix = policy.fix;
  if (fix.cloudformation == fix.terraform) return line("fix", fix.terraform, width);
  std::string result;
  if (!fix.cloudformation.empty()) result += line("fix", "CloudFormation: " + fix.cloudformation, width);
  if (!fix.terraform.empty()) result += line(result.empty() ? "fix" : "", "Terraform: " + fix.terraform, width);
  return result;
}

Json ids_json(const Ids& ids) {
  Json result = Json::object();
  for (const auto& [name, numbers] : ids) result[name] = numbers;
  return result;
}

Json json_of(const Policy& policy) {
  Json result = {{"id", policy.id},
                 {"title", policy.title},
                 {"severity", name_of(policy.severity)},
                 {"category", name_of(policy.category)},
                 {"profile", name_of(policy.profile)},
                 {"since", policy.since},
                 {"for", policy.deployment ? std::vector<std::string>{"deployment"} : policy.types},
                 {"dialects", dialects_of(policy)},
                 {"awsSide", policy.aws_side},
                 {"yourSide", policy.your_side},
                 {"fix", {{"cloudformation", policy.fix.cloudformation}, {"terraform", policy.fix.terraform}}},
                 {"references", policy.references},
                 {"controls", ids_json(policy.controls)},
                 {"peers", ids_json(policy.peers)}};
  if (!policy.replaces.empty()) result["replaces"] = policy.replaces;
  if (policy.deprecated) result["deprecated"] = policy.deprecated_because;
  result["settings"] = Json::array();
  for (const Setting& setting : policy.settings) {
    Json value = Json::array();
    for (const Literal& literal : setting.value) value.push_back(literal.text);
    result["settings"].push_back({{"name", setting.name}, {"type", setting.type}, {"value", value}, {"text", setting.text}});
  }
  return result;
}

std::string ids_markdown(std::string_view title, const Ids& ids) {
  std::string result;
  for (const auto& [name, numbers] : ids) result += fmt::format("{}{} {}", result.empty() ? "" : "; ", name, fmt::join(numbers, ", "));
  return result.empty() ? result : fmt::format("**{}**: {}\n\n", title, markdown_text(result));
}

std::string code(std::string_view dialect, const std::string& text) {
  return text.empty() ? std::string() : fmt::format("{}:\n\n```\n{}\n```\n\n", dialect, text);
}

}  // namespace

std::string policy_text(const Policy& policy, std::size_t width) {
  std::string result = wrapped(fmt::format("{}: {}", policy.id, policy.title), 0, width) + "\n\n";
  result += line("severity", name_of(policy.severity), width) + line("category", name_of(policy.category), width);
  result += line("profile", name_of(policy.profile), width) + line("for", for_what(policy), width);
  if (policy.deprecated) result += line("deprecated", policy.deprecated_because, width);
  result += '\n' + line("aws", policy.aws_side, width) + line("yours", policy.your_side, width) + fix_text(policy, width);
  result += settings_text(policy, width);
  if (!policy.controls.empty() || !policy.peers.empty()) result += '\n';
  result += ids_text("controls", policy.controls, width) + ids_text("peers", policy.peers, width);
  if (!policy.references.empty()) result += '\n';
  for (const std::string& reference : policy.references) result += reference + '\n';
  return result;
}

std::string policy_markdown(const Policy& policy) {
  std::string result = fmt::format("### {}\n\n`{}` · {} · {}\n\n", markdown_text(policy.title), policy.id, name_of(policy.severity), name_of(policy.category));
  if (!policy.aws_side.empty()) result += fmt::format("**AWS's side**: {}\n\n", markdown_text(policy.aws_side));
  if (!policy.your_side.empty()) result += fmt::format("**Your side**: {}\n\n", markdown_text(policy.your_side));
  if (policy.fix.cloudformation == policy.fix.terraform) {
    if (!policy.fix.terraform.empty()) result += fmt::format("**Fix**: {}\n\n", markdown_text(policy.fix.terraform));
  } else {
    result += code("**Fix** in CloudFormation", policy.fix.cloudformation) + code("**Fix** in Terraform", policy.fix.terraform);
  }
  result += ids_markdown("Controls", policy.controls) + ids_markdown("Known elsewhere as", policy.peers);
  for (const std::string& reference : policy.references) result += fmt::format("- <{}>\n", reference);
  return result;
}

std::string policy_json(const Policy& policy) { return json_text(json_of(policy)); }

std::string policies_text(const std::vector<const Policy*>& policies, std::size_t width) {
  constexpr std::size_t kRanks = 23;  // severity and profile
  std::size_t longest_id = 0, longest_title = 0;
  for (const Policy* policy : policies) {
    longest_id = std::max(longest_id, policy->id.size());
    longest_title = std::max(longest_title, columns_of(policy->title));
  }
  bool one_line = longest_id + kRanks + longest_title + 2 <= width;
  std::string result;
  for (const Policy* policy : policies) {
    std::string below = "\n    " + wrapped(policy->title, 4, width);
    result += fmt::format("{:<{}}  {:<8}  {:<11}{}\n", policy->id, longest_id, name_of(policy->severity), name_of(policy->profile),
                          one_line ? "  " + policy->title : below);
  }
  return result;
}

std::string policies_markdown(const std::vector<const Policy*>& policies) {
  std::string result = "| policy | severity | profile | gap |\n|---|---|---|---|\n";
  for (const Policy* policy : policies) {
    result += fmt::format("| `{}` | {} | {} | {} |\n", policy->id, name_of(policy->severity), name_of(policy->profile), markdown_text(policy->title));
  }
  return result;
}

std::string policies_json(const std::vector<const Policy*>& policies) {
  Json list = Json::array();
  for (const Policy* policy : policies) list.push_back(json_of(*policy));
  return json_text({{"policies", list}});
}

}  // namespace demarc
