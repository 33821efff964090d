#include "analyzer/evaluate/name_pattern.h"

namespace demarc {
namespace {

constexpr std::size_t kMostCaptures = 8;

bool is_literal(const NamePattern::Token& token) { return !token.anything && !token.is_property; }

}  // namespace

NamePattern::NamePattern(std::string_view text) {
  if (text.find('{') == std::string_view::npos) {
    add_property(text);
    return;
  }
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) {
      add_literals(text);
      return;
    }
    add_literals(text.substr(0, open));
    add_property(text.substr(open + 1, close - open - 1));
    text.remove_prefix(close + 1);
  }
}

void NamePattern::add_literals(std::string_view text) {
  while (!text.empty()) {
    std::size_t star = text.find('*');
    if (star > 0) tokens_.push_back({std::string(text.substr(0, star)), false, false, {}});
    if (star == std::string_view::npos) return;
    tokens_.push_back({{}, true, false, {}});
    text.remove_prefix(star + 1);
  }
}

void NamePattern::add_property(std::string_view name) {
  Result<Path> path = read_path(name);
  if (path) tokens_.push_back({{}, false, true, *std::move(path)});
}

// The last property tells most: what stands before it is the kind of thing, what follows it rarely matters.
std::vector<std::string_view> NamePattern::captured(std::string_view text) const {
  std::vector<std::string_view> result;
  std::size_t at = tokens_.size();
  while (at > 0 && !tokens_[at - 1].is_property) --at;
  if (at == 0 || (is_literal(tokens_[0]) && !text.starts_with(tokens_[0].literal))) return result;
  const std::string_view before = at > 1 ? std::string_view(tokens_[at - 2].literal) : std::string_view();
  const std::string_view after = at < tokens_.size() ? std::string_view(tokens_[at].literal) : std::string_view();
  const auto add_behind = [&](std::size_t begin) {
    const std::string_view rest = text.substr(begin);
    const std::size_t end = after.empty() ? rest.size() : rest.find(after);
    if (end != std::string_view::npos) result.push_back(rest.substr(0, end));
  };
  if (at == 1) add_behind(0);
  if (before.empty()) return result;
  std::size_t found = text.rfind(before);
  while (found != std::string_view::npos && result.size() < kMostCaptures) {
    add_behind(found + before.size());
    found = found == 0 ? std::string_view::npos : text.rfind(before, found - 1);
  }
  return result;
}

}  // namespace demarc
