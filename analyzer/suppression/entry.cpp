#include "analyzer/suppression/entry.h"

#include <fmt/format.h>

#include <array>

#include "analyzer/policy/date.h"
#include "analyzer/policy/fields.h"

namespace demarc {
namespace {

constexpr std::array<std::string_view, 6> kKeys = {"policy", "reason", "until", "property", "resource", "file"};

Names keys_at(EntryHome home) {
  Names all = kKeys;
  if (home == EntryHome::resource) return all.first(4);
  return home == EntryHome::file ? all.first(5) : all;
}

// "path" would mean a file to one reader and a property to the next.
bool says_path(const Node& node, EntryHome home, Mistakes& mistakes) {
  const Member* path = node.kind == NodeKind::map ? node.find_member("path") : nullptr;
  if (!path) return false;
  const char* file = home == EntryHome::configuration ? "\"file\" for a file, " : "";
  mistakes.add(path->key_range, fmt::format("unknown key \"path\" in a suppression; write {}\"property\" for a property", file));
  return true;
}

}  // namespace

std::string wrong_until(std::string_view date) {
  if (day_number(date)) return {};
  return fmt::format("until must be a day such as 2027-01-31, not \"{}\"", date);
}

std::optional<SuppressionRule> read_entry(const Node& node, EntryHome home, Mistakes& mistakes) {
  if (says_path(node, home, mistakes)) return std::nullopt;
  std::vector<CatalogError> errors;
  Mistakes own(mistakes.path(), errors);
  Fields fields(node, "a suppression", keys_at(home), own);
  SuppressionRule rule;
  if (fields.need("policy")) rule.policies = fields.texts("policy");
  rule.mark.reason = fields.needed_text("reason").value_or("");
  rule.mark.until = fields.text("until").value_or("");
  rule.resources = fields.texts("resource");
  rule.files = fields.texts("file");
  rule.properties = fields.texts("property");
  if (!rule.mark.until.empty()) {
    std::string wrong = wrong_until(rule.mark.until);
    if (!wrong.empty()) own.add(fields.find("until")->range, wrong);
  }
  for (CatalogError& error : errors) mistakes.add(error.range, std::move(error.message));
  return errors.empty() ? std::optional(std::move(rule)) : std::nullopt;
}

}  // namespace demarc
