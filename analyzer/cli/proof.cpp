#include "analyzer/cli/proof.h"

#include <algorithm>
#include <cctype>

namespace demarc {
namespace {

constexpr std::string_view kNames[] = {"pass", "fail", "unknown", "none"};

// "FailPublicRead", "fail_public_read", "fail-x" → "fail".
std::string first_word(std::string_view name) {
  std::string word;
  for (char c : name) {
    auto byte = static_cast<unsigned char>(c);
    if (!std::isalpha(byte) || (std::isupper(byte) && !word.empty())) break;
    word.push_back(static_cast<char>(std::tolower(byte)));
  }
  return word;
}

int rank(Verdict verdict) { return verdict == Verdict::fail ? 2 : verdict == Verdict::unknown ? 1 : 0; }

}  // namespace

std::optional<Expectation> expectation_of(std::string_view name) {
  std::string word = first_word(name);
  for (std::size_t i = 0; i < std::size(kNames); ++i) {
    if (word == kNames[i]) return static_cast<Expectation>(i);
  }
  return std::nullopt;
}

std::string_view last_name(std::string_view address) {
  std::size_t begin = 0;
  std::size_t end = address.size();
  bool in_key = false;
  bool quoted = false;
  for (std::size_t at = 0; at < address.size(); ++at) {
    char c = address[at];
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '[' && !in_key) end = at;
    if (c == '[' || c == ']') in_key = c == '[';
    if (c == '.' && !in_key) {
      begin = at + 1;
      end = address.size();
    }
  }
  return address.substr(begin, end - begin);
}

Expectation verdict_on(std::string_view address, const std::vector<Finding>& findings) {
  int worst = -1;
  for (const Finding& finding : findings) {
    bool here = finding.address == address || (finding.resource != nullptr && finding.resource->address == address);
    for (const Resource* resource : finding.also) here = here || resource->address == address;
    if (here) worst = std::max(worst, rank(finding.verdict));
  }
  if (worst < 0) return Expectation::none;
  return worst == 2 ? Expectation::fail : worst == 1 ? Expectation::unknown : Expectation::pass;
}

std::string_view name_of(Expectation expectation) { return kNames[static_cast<std::size_t>(expectation)]; }

}  // namespace demarc
