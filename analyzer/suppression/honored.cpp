#include "analyzer/suppression/honored.h"

#include <algorithm>
#include <array>

#include "analyzer/policy/glob.h"

namespace demarc {
namespace {

constexpr std::array<std::string_view, 6> kTools = {"checkov", "cfn-nag", "trivy", "kics", "cfn-guard", "cdk-nag"};

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

// Trivy takes an id with and without AVD-, in any case: https://avd.aquasec.com/misconfig/aws/
std::string plain_trivy_id(std::string_view id) {
  std::string plain = lower(id);
  return plain.starts_with("avd-") ? plain.substr(4) : plain;
}

// A rule stands in several packs of cdk-nag under the pack's name: "NIST.800.53.R5-S3BucketPublicReadProhibited".
bool is_same_rule(const std::string& tool, std::string_view id, const std::string& peer) {
  if (tool == "trivy") return glob_matches(plain_trivy_id(id), plain_trivy_id(peer));
  if (tool == "cdk-nag") return id == peer || (id.ends_with(peer) && id.size() > peer.size() && id[id.size() - peer.size() - 1] == '-');
  return id == peer || (tool == "kics" && id == "*");
}

}  // namespace

std::span<const std::string_view> honorable_tools() { return kTools; }

bool is_peer(const Policy& policy, const std::string& tool, std::string_view id) {
  for (const auto& [name, ids] : policy.peers) {
    if (name != tool) continue;
    return std::any_of(ids.begin(), ids.end(), [&](const std::string& peer) { return is_same_rule(tool, id, peer); });
  }
  return false;
}

}  // namespace demarc
