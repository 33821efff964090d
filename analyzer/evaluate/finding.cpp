#include "analyzer/evaluate/finding.h"

#include <fmt/format.h>

#include <tuple>

namespace demarc {

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass: return "pass";
    case Verdict::fail: return "fail";
    case Verdict::unknown: return "unknown";
  }
  return "unknown";
}

std::string_view cdk_path(const Finding& finding) {
  if (finding.resource == nullptr || finding.address != finding.resource->address) return {};
  const Entry* metadata = finding.resource->attributes.find("Metadata");
  const Entry* path = metadata ? metadata->value.find("aws:cdk:path") : nullptr;
  return path && path->value.is(Value::Kind::text) ? path->value.scalar() : std::string_view();
}

std::string sentence(const Finding& finding) {
  const std::string_view path = cdk_path(finding);
  const std::string construct = path.empty() ? std::string() : fmt::format(" ({})", path);
  std::string text = fmt::format("{}{}{} {}", finding.address, construct, finding.whole ? ":" : "", finding.message);
  return finding.scenario.empty() ? text : fmt::format("{}, {}", text, finding.scenario);
}

bool comes_before(const Finding& a, const Finding& b) {
  const auto key = [](const Finding& finding) {
    return std::tuple(finding.place.file, finding.place.range.begin, finding.place.range.end,
                      std::string_view(finding.policy->id), std::string_view(finding.address), finding.verdict,
                      std::string_view(finding.path), std::string_view(finding.message), std::string_view(finding.scenario));
  };
  return key(a) < key(b);
}

}  // namespace demarc
