#include "analyzer/policy/fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace demarc {
namespace {

// What people who come from another tool, or another key, write first.
constexpr std::pair<std::string_view, std::string_view> kOtherWords[] = {
    {"and", "all"},           {"or", "any"},           {"on", "for"},
    {"resource", "for"},      {"resources", "for"},    {"resource-type", "for"},
    {"equals", "is"},         {"equal", "is"},         {"eq", "is"},
    {"exists", "set"},        {"one-of", "in"},        {"regex", "matches"},
    {"pattern", "like"},      {"glob", "like"},        {"minimum", "at-least"},
    {"maximum", "at-most"},   {"min", "at-least"},     {"max", "at-most"},
    {"description", "title"}, {"name", "id"},          {"deny", "forbid"},
    {"assert", "require"},    {"then", "require"},     {"must", "require"},
    {"remediation", "fix"},   {"links", "references"}, {"foreach", "each"},
    {"filter", "where"},      {"if", "when"},          {"includes", "contains"},
};

bool among(std::string_view name, Names names) { return std::find(names.begin(), names.end(), name) != names.end(); }

std::string suggestion(std::string_view written, Names keys) {
  std::string folded(written);
  std::replace(folded.begin(), folded.end(), '_', '-');
  for (auto [other, ours] : kOtherWords) {
    if (other == folded && among(ours, keys)) return fmt::format("; did you mean \"{}\"?", ours);
  }
  return did_you_mean(written, keys);
}

void check_keys(const Node& map, std::string_view what, Names keys, Mistakes& mistakes) {
  for (std::size_t i = 0; i < map.members().size(); ++i) {
    const Member& member = map.members()[i];
    if (!among(member.key, keys)) {
      unknown_key(member, what, keys, mistakes);
    } else if (map.find_member(member.key) != &member) {
      mistakes.add(map.find_member(member.key)->key_range, fmt::format("\"{}\" is written twice in {}", member.key, what));
    }
  }
}

}  // namespace

void unknown_key(const Member& member, std::string_view what, Names keys, Mistakes& mistakes) {
  mistakes.add(member.key_range, fmt::format("unknown key \"{}\" in {}{}", member.key, what, suggestion(member.key, keys)));
}

std::string enumerated(Names names) {
  std::string all;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) all += i + 1 == names.size() ? " or " : ", ";
    all += names[i];
  }
  return all;
}

std::optional<std::string> read_text(const Node& node, std::string_view what, Mistakes& mistakes) {
  if (node.is_scalar() && node.kind != NodeKind::null && !node.text().empty()) return std::string(node.text());
  mistakes.add(node.range, fmt::format("{} must be a text, not {}", what, node.is_scalar() ? "empty" : described(node)));
  return std::nullopt;
}

std::vector<std::string> read_texts(const Node& node, std::string_view what, Mistakes& mistakes) {
  std::vector<std::string> texts;
  std::span<const Node> items = node.kind == NodeKind::list ? node.items() : std::span<const Node>(&node, 1);
  if (items.empty()) mistakes.add(node.range, fmt::format("{} is an empty list", what));
  for (const Node& item : items) {
    if (std::optional<std::string> text = read_text(item, what, mistakes)) texts.push_back(*std::move(text));
  }
  return texts;
}

std::optional<std::size_t> read_name(const Node& node, std::string_view what, Names names, Mistakes& mistakes) {
  if (!node.is_scalar()) {
    mistakes.add(node.range, fmt::format("{} must be {}, not {}", what, enumerated(names), described(node)));
    return std::nullopt;
  }
  auto found = std::find(names.begin(), names.end(), node.text());
  if (node.kind != NodeKind::null && found != names.end()) return static_cast<std::size_t>(found - names.begin());
  constexpr std::size_t kMostListed = 8;
  std::string problem = names.size() <= kMostListed ? fmt::format("must be {}, not", enumerated(names)) : "cannot be";
  mistakes.add(node.range, fmt::format("{} {} {}{}", what, problem, described(node), suggestion(node.text(), names)));
  return std::nullopt;
}

Fields::Fields(const Node& node, std::string what, Names keys, Mistakes& mistakes)
    : node_(node), what_(std::move(what)), mistakes_(mistakes) {
  if (node.kind == NodeKind::map) {
    check_keys(node, what_, keys, mistakes);
  } else {
    mistakes.add(head_of(node), fmt::format("{} must be a map, not {}", what_, described(node)));
  }
}

const Node* Fields::need(std::string_view key) const {
  const Node* found = find(key);
  if (!found && node_.kind == NodeKind::map) mistakes_.add(head_of(node_), fmt::format("\"{}\" is missing in {}", key, what_));
  return found;
}

std::optional<std::string> Fields::text(std::string_view key) const {
  const Node* found = find(key);
  return found ? read_text(*found, fmt::format("\"{}\"", key), mistakes_) : std::nullopt;
}

std::optional<std::string> Fields::needed_text(std::string_view key) const { return need(key) ? text(key) : std::nullopt; }

std::vector<std::string> Fields::texts(std::string_view key) const {
  const Node* found = find(key);
  return found ? read_texts(*found, fmt::format("\"{}\"", key), mistakes_) : std::vector<std::string>();
}

}  // namespace demarc
