#include "analyzer/suppression/own_comment.h"

#include <fmt/format.h>

#include "analyzer/suppression/entry.h"

namespace demarc {
namespace {

constexpr std::string_view kBegin = "demarc:ignore";
constexpr std::string_view kUntil = "until";
constexpr std::string_view kBlanks = " \t";

std::string_view trimmed(std::string_view text) {
  std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

Error wrong(std::string message) { return {std::move(message), {}, fmt::format("write {}", kCommentForm)}; }

bool is_pattern(std::string_view text) {
  for (char c : text) {
    bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!word && std::string_view("-_.*?").find(c) == std::string_view::npos) return false;
  }
  return !text.empty();
}

// Takes "until DATE" off the end of what stands before the colon.
std::string_view take_until(std::string_view& head) {
  std::size_t at = head.rfind(kUntil);
  if (at == std::string_view::npos || at == 0 || kBlanks.find(head[at - 1]) == std::string_view::npos) return {};
  std::string_view date = trimmed(head.substr(at + kUntil.size()));
  head = trimmed(head.substr(0, at));
  return date.empty() ? kUntil : date;
}

}  // namespace

Result<SuppressionRule> read_own_comment(std::string_view text) {
  std::string_view rest = text.starts_with(kBegin) ? text.substr(kBegin.size()) : std::string_view();
  if (!text.starts_with(kBegin) || (!rest.empty() && rest[0] != ':' && kBlanks.find(rest[0]) == std::string_view::npos))
    return wrong("it does not begin with demarc:ignore");
  std::size_t colon = rest.find(':');
  std::string_view head = trimmed(rest.substr(0, colon));
  std::string_view reason = colon == std::string_view::npos ? std::string_view() : trimmed(rest.substr(colon + 1));
  SuppressionRule rule;
  if (std::string_view until = take_until(head); !until.empty()) {
    if (std::string mistake = wrong_until(until); !mistake.empty()) return wrong(mistake);
    rule.mark.until = until;
  }
  while (!head.empty()) {
    std::size_t comma = head.find(',');
    std::string_view policy = trimmed(head.substr(0, comma));
    if (!is_pattern(policy)) return wrong(fmt::format("\"{}\" is no id of a policy", policy));
    rule.policies.emplace_back(policy);
    head = comma == std::string_view::npos ? std::string_view() : trimmed(head.substr(comma + 1));
  }
  if (rule.policies.empty()) return wrong("it names no policy");
  if (reason.empty()) return wrong("it gives no reason");
  rule.mark.reason = reason;
  return rule;
}

}  // namespace demarc
