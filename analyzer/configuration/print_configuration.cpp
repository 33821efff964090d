#include "analyzer/configuration/print_configuration.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzer/configuration/words.h"

namespace demarc {
namespace {

constexpr std::size_t kOriginColumn = 44;

bool is_plain(std::string_view text) {
  bool letters = !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("-_./").find(c) != std::string_view::npos;
  });
  bool word = letters && ((text[0] >= 'a' && text[0] <= 'z') || (text[0] >= 'A' && text[0] <= 'Z') || text[0] == '/' || text[0] == '.');
  return word && text != "true" && text != "false" && text != "null" && text != "yes" && text != "no" && text != "on" && text != "off";
}

// A text as a YAML scalar; what is not plain, as JSON writes it.
std::string scalar(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  std::string result = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') result.push_back('\\');
    if (static_cast<unsigned char>(c) < 0x20) {
      result += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
    } else {
      result.push_back(c);
    }
  }
  return result + "\"";
}

std::string list(const std::vector<std::string>& texts) {
  std::string result;
  for (const std::string& text : texts) result += (result.empty() ? "" : ", ") + scalar(text);
  return "[" + result + "]";
}

std::string words_list(const std::string& words) { return words.find(',') == std::string::npos && !words.empty() ? words : "[" + words + "]"; }

std::string literal(const Literal& value) { return value.kind == Literal::Kind::text ? scalar(value.text) : value.text; }

std::string literals(const std::vector<Literal>& values) {
  if (values.size() == 1) return literal(values[0]);
  std::string result;
  for (const Literal& value : values) result += (result.empty() ? "" : ", ") + literal(value);
  return "[" + result + "]";
}

std::string line(std::string_view text, const SaidBy& origin) { return fmt::format("{:<{}}# {}\n", std::string(text) + " ", kOriginColumn, origin); }

class Printer {
 public:
  explicit Printer(const InputConfiguration& said) : said_(said), settled_(settle(said)) {}

  std::string print() {
    value("profile", std::string(name_of(settled_.profile.value)), settled_.profile.origin);
    value("scope", std::string(kScopeNames[static_cast<std::size_t>(settled_.scope.value)]), settled_.scope.origin);
    value("fail-on", words_list(words_of(settled_.fail_on.value)), settled_.fail_on.origin);
    value("min-severity", std::string(name_of(settled_.min_severity.value)), settled_.min_severity.origin);
    value("show", words_list(words_of(settled_.show.value)), settled_.show.origin);
    value("honor", list(settled_.honor.value), settled_.honor.origin);
    if (said_.baseline) value("baseline", scalar(said_.baseline->value), said_.baseline->origin);
    print_classification();
    print_policies();
    print_settings();
    print_parameters();
    print_texts("extra-policies", said_.extra_policies, [](const std::string& folder) { return folder; });
    print_texts("exclude", said_.exclude, [](const PathPattern& pattern) { return pattern.pattern; });
    print_suppressions();
    if (!said_.assume.empty()) heading("assume");
    for (const AssumedRows& rows : said_.assume) {
      for (const Node& row : rows.rows->items()) text_ += line("  - " + row_words(row), rows.origin);
    }
    return std::move(text_);
  }

 private:
  void heading(std::string_view key) { text_ += fmt::format("{}:\n", key); }
  void value(std::string_view key, const std::string& value, const SaidBy& origin) { text_ += line(fmt::format("{}: {}", key, value), origin); }

  template <class T, class Text>
  void print_texts(std::string_view key, const std::vector<Said<T>>& said, Text text) {
    if (!said.empty()) heading(key);
    for (const Said<T>& one : said) text_ += line("  - " + scalar(text(one.value)), one.origin);
  }

  void print_classification() {
    if (!said_.classification) return;
    const Classification& classification = said_.classification->value;
    text_ += line("classification:", said_.classification->origin);
    if (!classification.tags.empty()) text_ += "  tags:\n";
    for (const auto& [key, values] : classification.tags) text_ += fmt::format("    {}: {}\n", scalar(key), list(values));
    if (!classification.names.empty()) text_ += fmt::format("  names: {}\n", list(classification.names));
  }

  // Of one policy the first that is said counts: later ones are not shown.
  void print_policies() {
    std::map<std::string, std::map<std::string, std::pair<std::string, SaidBy>>> shown;
    for (const PolicyAdjustment& adjustment : said_.policies) {
      auto& keys = shown[adjustment.pattern];
      if (adjustment.enabled) keys.try_emplace("enabled", adjustment.enabled->value ? "true" : "false", adjustment.enabled->origin);
      if (adjustment.severity) keys.try_emplace("severity", std::string(name_of(adjustment.severity->value)), adjustment.severity->origin);
    }
    for (const auto& [name, said] : said_.settings) {
      std::size_t dot = name.rfind('.');
      if (dot != std::string::npos) shown[name.substr(0, dot)].try_emplace(name.substr(dot + 1), literals(said.value), said.origin);
    }
    if (!shown.empty()) heading("policies");
    for (const auto& [pattern, keys] : shown) {
      text_ += fmt::format("  {}:{}\n", scalar(pattern), keys.empty() ? " {}" : "");
      for (const auto& [key, said] : keys) text_ += line(fmt::format("    {}: {}", key, said.first), said.second);
    }
  }

  void print_settings() {
    bool first = true;
    for (const auto& [name, said] : said_.settings) {
      if (name.find('.') != std::string::npos) continue;
      if (first) heading("settings");
      first = false;
      text_ += line(fmt::format("  {}: {}", name, literals(said.value)), said.origin);
    }
  }

  void print_parameters() {
    if (!said_.parameters.empty()) heading("parameters");
    for (const auto& [name, said] : said_.parameters) text_ += line(fmt::format("  {}: {}", scalar(name), scalar(said.value)), said.origin);
  }

  void print_suppressions() {
    if (!said_.suppressions.empty()) heading("suppressions");
    for (const FiledSuppression& suppression : said_.suppressions) {
      const SuppressionRule& rule = suppression.rule;
      text_ += line("  - policy: " + list(rule.policies), rule.mark.origin);
      auto add = [&](const char* key, const std::vector<std::string>& texts) {
        if (!texts.empty()) text_ += fmt::format("    {}: {}\n", key, list(texts));
      };
      add("resource", rule.resources);
      add("file", rule.files);
      add("property", rule.properties);
      text_ += fmt::format("    reason: {}\n", scalar(rule.mark.reason));
      if (!rule.mark.until.empty()) text_ += fmt::format("    until: {}\n", rule.mark.until);
    }
  }

  static std::string row_words(const Node& row) {
    if (row.is_scalar()) return row.quoted || row.kind == NodeKind::text ? scalar(row.text()) : std::string(row.text());
    std::string result;
    for (const Node& item : row.kind == NodeKind::list ? row.items() : std::span<const Node>()) result += (result.empty() ? "" : ", ") + row_words(item);
    for (const Member& member : row.kind == NodeKind::map ? row.members() : std::span<const Member>())
      result += fmt::format("{}{}: {}", result.empty() ? "" : ", ", scalar(member.key), row_words(member.value));
    return row.kind == NodeKind::list ? "[" + result + "]" : "{" + result + "}";
  }

  const InputConfiguration& said_;
  SettledConfiguration settled_;
  std::string text_;
};

constexpr std::string_view kFirst = R"(# How demarc judges what lies in this folder and below. `demarc config [PATH]` shows what counts for a path and who says it.
# Nearer files win over farther ones, DEMARC_… variables over files, options over both.

# No files above this folder are read.
root: true

# default: what hardly anybody would argue with; recommended and strict have more.
profile: default

# How much of the account the inputs of a run are: files, stack or account.
scope: stack

# From which severity on a run fails: critical, high, medium, low or note; add `unknown`, or say `never`.
fail-on: low

# Severity from which findings are shown, and what is shown beside them: unknown, pass, suppressed, unchanged.
min-severity: low
# show: [unknown]

# Files and folders that are not looked at.
# exclude: [cdk.out, "**/test/*"]

# Single policies (`demarc policies` lists them): switched on or off, another severity, settings of their own.
# policies:
#   s3-public-acl: {severity: critical}
#   "cloudtrail-*": {enabled: false}

# Settings that several policies share.
# settings:
#   allowed-regions: [eu-central-1]
#   trusted-accounts: ["111122223333"]

# Folders with policies of your own.
# extra-policies: [policies]

# What marks a resource as holding sensitive data: tags, or names.
# classification:
#   tags: {DataClassification: [confidential, restricted]}
#   names: ["*-pii-*"]

# What your accounts have in the place of AWS's defaults.
# assume:
#   - {type: AWS::EC2::Volume, property: Encrypted, default: true}

# Values of template parameters.
# parameters: {Environment: prod}

# Findings that are accepted, with a reason, and if need be until a day.
# suppressions:
#   - policy: s3-public-acl
#     resource: module.site.aws_s3_bucket.*
#     reason: The website is public
#     until: 2027-01-31

# Skips in templates that were written for other tools: checkov, cfn-nag, trivy, kics, cfn-guard, cdk-nag.
# honor: [checkov]

# Findings that were there when demarc came: `demarc check --update-baseline` writes them.
# baseline: demarc.baseline.json
)";

}  // namespace

std::string print_configuration(const InputConfiguration& configuration, const std::vector<std::string>& files) {
  std::string text = files.empty() ? "# no configuration file is found\n" : "# made of:\n";
  for (const std::string& file : files) text += fmt::format("#   {}\n", file);
  return text + Printer(configuration).print();
}

std::string_view first_configuration() { return kFirst; }

}  // namespace demarc
