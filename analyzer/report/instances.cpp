#include "analyzer/report/instances.h"

#include <fmt/format.h>

#include <string>
#include <unordered_map>

namespace demarc {
namespace {

// aws_s3_bucket.logs["a"] → aws_s3_bucket.logs[]
std::string without_keys(std::string_view address) {
  std::string result;
  bool in_key = false, in_text = false;
  for (std::size_t i = 0; i < address.size(); ++i) {
    char c = address[i];
    if (in_text && c == '\\') {
      ++i;
    } else if (in_key && c == '"') {
      in_text = !in_text;
    } else if (in_key && !in_text && c == ']') {
      in_key = false;
      result += "[]";
    } else if (!in_key && c == '[') {
      in_key = true;
    } else if (!in_key) {
      result += c;
    }
  }
  return result;
}

std::string likeness_of(const Finding& finding) {
  int standing = (finding.suppression ? 1 : 0) + (finding.baseline == BaselineState::unchanged ? 2 : 0);
  return fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", finding.place.file, finding.policy->id, name_of(finding.verdict), name_of(finding.severity),
                     standing, without_keys(finding.address), without_keys(finding.path), finding.message, finding.scenario);
}

}  // namespace

std::vector<Told> told(const std::vector<Finding>& findings) {
  std::vector<Told> result;
  std::unordered_map<std::string, std::size_t> first;
  for (const Finding& finding : findings) {
    if (finding.address.find('[') != std::string::npos) {
      auto [found, is_new] = first.try_emplace(likeness_of(finding), result.size());
      if (!is_new && result[found->second].finding->address != finding.address) {
        result[found->second].also.push_back(finding.address);
        continue;
      }
    }
    result.push_back({&finding, {}});
  }
  return result;
}

}  // namespace demarc
