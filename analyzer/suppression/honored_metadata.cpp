#include <fmt/format.h>

#include <algorithm>

#include "analyzer/suppression/honored.h"

namespace demarc {
namespace {

// Where a tool keeps its skips: Metadata.KEY.LIST, each a text or a map with an id and a reason.
struct Shelf {
  std::string_view tool;
  std::string_view key;
  std::string_view list;
  std::string_view reason;  // empty: ids alone
  bool in_template;         // the template's Metadata has it too
};

constexpr Shelf kShelves[] = {{"checkov", "checkov", "skip", "comment", false},
                              {"cfn-nag", "cfn_nag", "rules_to_suppress", "reason", false},
                              {"cfn-guard", "guard", "SuppressedRules", "", false},
                              {"cdk-nag", "cdk_nag", "rules_to_suppress", "reason", true}};

std::string_view text_at(const Node& map, std::string_view key) {
  const Node* node = map.kind == NodeKind::map ? map.find(key) : nullptr;
  return node != nullptr && node->is_scalar() ? node->text() : std::string_view();
}

bool narrows(const Node& entry) {
  const Node* applies = entry.kind == NodeKind::map ? entry.find("applies_to") : nullptr;
  return applies != nullptr && applies->size() > 0;
}

// cdk-nag keeps reasons that are not plain ASCII in Base64: RFC 4648, section 4.
std::string decoded(std::string_view text) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string result;
  std::uint32_t bits = 0;
  int count = 0;
  for (char c : text) {
    std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) break;
    bits = (bits << 6) | static_cast<std::uint32_t>(digit);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    result.push_back(static_cast<char>((bits >> count) & 0xFF));
  }
  return result;
}

std::string reason_of(const Node& entry, const Shelf& shelf) {
  std::string_view reason = shelf.reason.empty() ? std::string_view() : text_at(entry, shelf.reason);
  if (reason.empty()) return fmt::format("skipped for {}, without a reason", shelf.tool);
  return text_at(entry, "is_reason_encoded") == "true" ? decoded(reason) : std::string(reason);
}

void read_shelf(const Shelf& shelf, const Node& list, FileId file, HonoredMetadata& read) {
  const Node* narrowed = nullptr;
  for (const Node& entry : list.items()) {
    std::string_view id = entry.is_scalar() ? entry.text() : text_at(entry, "id");
    if (id.empty()) continue;
    if (narrows(entry)) {
      narrowed = &entry;
      continue;
    }
    SuppressionRule rule;
    rule.mark.kind = Suppression::Kind::metadata;
    rule.mark.by = shelf.tool;
    rule.mark.reason = reason_of(entry, shelf);
    rule.mark.place = {file, entry.range};
    rule.policies.emplace_back(id);
    read.rules.push_back(std::move(rule));
  }
  if (narrowed == nullptr) return;
  read.notes.push_back({"suppression-narrowed", "applies_to narrows cdk-nag's rules in ways that demarc does not know: this is not heard",
                        {file, narrowed->range}, true});
}

}  // namespace

HonoredMetadata read_honored_metadata(const Node& metadata, bool of_resource, FileId file, const std::vector<std::string>& tools) {
  HonoredMetadata read;
  for (const Shelf& shelf : kShelves) {
    if (!of_resource && !shelf.in_template) continue;
    if (std::find(tools.begin(), tools.end(), shelf.tool) == tools.end()) continue;
    const Node* home = metadata.kind == NodeKind::map ? metadata.find(shelf.key) : nullptr;
    const Node* list = home != nullptr && home->kind == NodeKind::map ? home->find(shelf.list) : nullptr;
    if (list != nullptr && list->kind == NodeKind::list) read_shelf(shelf, *list, file, read);
  }
  return read;
}

}  // namespace demarc
