#include <fmt/format.h>

#include <algorithm>

#include "analyzer/policy/date.h"
#include "analyzer/suppression/honored.h"

namespace demarc {
namespace {

struct Word {
  std::string_view tool;
  std::string_view word;
};

// checkov still hears its former name.
constexpr Word kWords[] = {
    {"checkov", "checkov:skip="}, {"checkov", "bridgecrew:skip="}, {"trivy", "trivy:ignore:"}, {"kics", "kics-scan "}};

std::string_view trimmed(std::string_view text) {
  std::size_t begin = text.find_first_not_of(" \t\"");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\"") + 1 - begin);
}

SuppressionRule rule_for(std::string_view tool, std::string_view id, std::string_view reason) {
  SuppressionRule rule;
  rule.mark.by = tool;
  rule.mark.reason = reason.empty() ? fmt::format("skipped for {}, without a reason", tool) : std::string(reason);
  rule.policies.emplace_back(id);
  return rule;
}

HonoredComment checkov(std::string_view text) {
  std::size_t end = text.find(':');
  std::string_view reason = end == std::string_view::npos ? std::string_view() : trimmed(text.substr(end + 1));
  std::string_view id = trimmed(text.substr(0, end));
  id = id.substr(0, id.find(' '));
  return {{rule_for("checkov", id, reason)}, Reach::resource, {}};
}

// "AVD-AWS-0089:exp:2027-01-31:ws:prod", then perhaps words for people. Trivy's workspaces do not narrow it.
SuppressionRule trivy_rule(std::string_view ignore) {
  std::string_view id = ignore.substr(0, ignore.find(':'));
  std::size_t expiry = ignore.find(":exp:");
  SuppressionRule rule = rule_for("trivy", id, {});
  if (expiry == std::string_view::npos) return rule;
  rule.mark.until = ignore.substr(expiry + 5, 10);
  // A date that cannot be read is one that has passed.
  if (!day_number(rule.mark.until)) rule.mark.until = "1970-01-01";
  return rule;
}

HonoredComment trivy(std::string_view text) {
  HonoredComment comment;
  constexpr std::string_view kBegin = "trivy:ignore:";
  std::size_t blank = std::min(text.find(' '), text.size());
  comment.rules.push_back(trivy_rule(text.substr(0, blank)));
  for (std::size_t at = text.find(kBegin, blank); at != std::string_view::npos; at = text.find(kBegin, at + 1)) {
    std::string_view ignore = text.substr(at + kBegin.size());
    comment.rules.push_back(trivy_rule(ignore.substr(0, ignore.find(' '))));
  }
  return comment;
}

HonoredComment kics(std::string_view text) {
  std::string_view command = text.substr(0, text.find_first_of(" \t"));
  if (command == "ignore-line") return {{rule_for("kics", "*", {})}, Reach::line, {}};
  if (command == "ignore-block") return {{rule_for("kics", "*", {})}, Reach::block, {}};
  if (command == "ignore") return {{rule_for("kics", "*", {})}, Reach::file, {}};
  if (!command.starts_with("disable=") && !command.starts_with("enable=")) return {};
  return {{}, Reach::file, "KICS names queries by UUID here, which demarc does not know: this is not heard"};
}

}  // namespace

std::vector<std::string_view> comment_words(const std::vector<std::string>& tools) {
  std::vector<std::string_view> words;
  for (const Word& word : kWords) {
    if (std::find(tools.begin(), tools.end(), word.tool) != tools.end()) words.push_back(word.word);
  }
  return words;
}

HonoredComment read_honored_comment(std::string_view text, const std::vector<std::string>& tools) {
  for (const Word& word : kWords) {
    bool heard = std::find(tools.begin(), tools.end(), word.tool) != tools.end();
    if (!heard || !text.starts_with(word.word)) continue;
    std::string_view rest = text.substr(word.word.size());
    if (word.tool == "checkov") return checkov(rest);
    return word.tool == "trivy" ? trivy(rest) : kics(rest);
  }
  return {};
}

}  // namespace demarc
