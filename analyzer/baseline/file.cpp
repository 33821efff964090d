#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "analyzer/baseline/baseline.h"
#include "parsers/document/read.h"

namespace demarc {
namespace {

constexpr std::string_view kVersion = "1";

// A JSON text (RFC 8259, section 7).
std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (char c : text) {
    auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') result.push_back('\\');
    if (byte < 0x20) {
      result += fmt::format("\\u{:04x}", byte);
    } else {
      result.push_back(c);
    }
  }
  return result + "\"";
}

std::string line_of(const BaselineEntry& entry, std::size_t count) {
  std::string line = fmt::format("{{\"file\": {}, \"resource\": {}, \"policy\": {}", quoted(entry.file), quoted(entry.resource), quoted(entry.policy));
  if (!entry.path.empty()) line += fmt::format(", \"path\": {}", quoted(entry.path));
  if (!entry.value.empty()) line += fmt::format(", \"value\": {}", quoted(entry.value));
  if (entry.unknown) line += ", \"verdict\": \"unknown\"";
  if (count > 1) line += fmt::format(", \"count\": {}", count);
  return line + "}";
}

std::string text_at(const Node& map, std::string_view key) {
  const Node* node = map.find(key);
  return node && node->is_scalar() && node->kind != NodeKind::null ? std::string(node->text()) : std::string();
}

Error wrong(const Node& node, std::string message) { return {std::move(message), node.range, "--update-baseline writes it anew"}; }

// Former ids of policies, and what they are called now.
std::map<std::string, std::string, std::less<>> present_ids(const Catalog& catalog) {
  std::map<std::string, std::string, std::less<>> ids;
  for (const Policy& policy : catalog.policies) {
    for (const std::string& former : policy.replaces) ids.emplace(former, policy.id);
  }
  return ids;
}

std::optional<Error> read_entry(const Node& node, const std::map<std::string, std::string, std::less<>>& present, Baseline& baseline) {
  if (node.kind != NodeKind::map) return wrong(node, "a finding of a baseline must be a map");
  BaselineEntry entry{text_at(node, "file"), text_at(node, "resource"), text_at(node, "policy"), text_at(node, "path"),
                      text_at(node, "value"), text_at(node, "verdict") == "unknown"};
  if (entry.policy.empty() || entry.resource.empty()) return wrong(node, "a finding of a baseline needs a policy and a resource");
  if (auto now = present.find(entry.policy); now != present.end()) entry.policy = now->second;
  std::size_t count = 1;
  if (std::string text = text_at(node, "count"); !text.empty()) {
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc() || end != text.data() + text.size() || count == 0) return wrong(node, "\"count\" must be a number from 1 on");
  }
  baseline[entry] += count;
  return std::nullopt;
}

}  // namespace

Result<Baseline> read_baseline(const SourceFile& file, const Catalog& catalog) {
  Result<Document> document = read_json(file);
  if (!document) return document.error();
  const Node& root = document->root;
  const Node* findings = root.kind == NodeKind::map ? root.find("findings") : nullptr;
  if (!findings || findings->kind != NodeKind::list) return wrong(root, "this is no baseline: it has no list of findings");
  if (std::string version = text_at(root, "version"); version != kVersion)
    return wrong(root, fmt::format("the baseline has version {}; demarc reads version {}", version.empty() ? "none" : version, kVersion));
  Baseline baseline;
  const auto present = present_ids(catalog);
  for (const Node& node : findings->items()) {
    if (std::optional<Error> error = read_entry(node, present, baseline)) return *error;
  }
  return baseline;
}

std::string write_baseline(const Baseline& baseline) {
  std::string text = fmt::format("{{\n  \"version\": {},\n  \"findings\": [", kVersion);
  bool first = true;
  for (const auto& [entry, count] : baseline) {
    text += fmt::format("{}\n    {}", first ? "" : ",", line_of(entry, count));
    first = false;
  }
  return text + (first ? "]\n}\n" : "\n  ]\n}\n");
}

}  // namespace demarc
