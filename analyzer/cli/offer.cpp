#include "analyzer/cli/offer.h"

#include <algorithm>

#include "analyzer/report/format.h"

namespace demarc {
namespace {

using Kind = Offer::Kind;

// An argument's name in help, and what stands for it. The first row whose name begins the argument holds.
struct Row {
  std::string_view argument;
  Offer offer;
};

std::vector<std::string_view> names_of_formats() {
  std::vector<std::string_view> names;
  for (const Format& format : formats()) names.push_back(format.name);
  return names;
}

const std::vector<Row> kRows = {
    {"FORMAT=FILE", {Kind::words, names_of_formats(), false, true}},
    {"FORMAT", {Kind::words, names_of_formats()}},
    {"SEVERITIES", {Kind::words, {"critical", "high", "medium", "low", "note", "unknown", "never"}, true}},
    {"SEVERITY", {Kind::words, {"critical", "high", "medium", "low", "note"}}},
    {"PROFILE", {Kind::words, {"default", "recommended", "strict"}}},
    {"VERDICTS", {Kind::words, {"unknown", "pass", "suppressed", "unchanged"}, true}},
    {"SCOPE", {Kind::words, {"files", "stack", "account"}}},
    {"TOOLS", {Kind::words, {"checkov", "cfn-nag", "trivy", "kics", "cfn-guard", "cdk-nag"}, true}},
    {"WHEN", {Kind::words, {"auto", "always", "never"}}},
    {"POLICIES", {Kind::policies, {}, true}},
    {"POLICY", {Kind::policies}},
    {"DIR", {Kind::folders}},
    {"[DIR", {Kind::folders}},
    {"FILE", {Kind::files}},
    {"PATH", {Kind::files}},
    {"[PATH", {Kind::files}},
};

// "bash|zsh|fish": the words themselves.
std::vector<std::string_view> alternatives(std::string_view argument) {
  std::vector<std::string_view> words;
  bool is_lower = std::all_of(argument.begin(), argument.end(), [](char c) { return c == '|' || (c >= 'a' && c <= 'z'); });
  for (std::size_t begin = 0; is_lower && begin < argument.size();) {
    std::size_t end = std::min(argument.find('|', begin), argument.size());
    words.push_back(argument.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

}  // namespace

Offer offer_for(const Command& command, std::string_view argument) {
  if (std::vector<std::string_view> words = alternatives(argument); !words.empty()) return {Kind::words, std::move(words)};
  if (argument == "FORMAT" && command.name != "check") return {Kind::words, {"text", "json", "markdown"}};
  for (const Row& row : kRows) {
    if (argument.starts_with(row.argument)) return row.offer;
  }
  return {};
}

}  // namespace demarc
