#include <algorithm>

#include "parsers/hcl/find.h"

namespace demarc {
namespace {

constexpr std::size_t kMostDigits = 9;

std::optional<std::size_t> index_of(std::string_view text) {
  if (text.empty() || text.size() > kMostDigits) return std::nullopt;
  std::size_t index = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    index = index * 10 + static_cast<std::size_t>(c - '0');
  }
  return index;
}

// Where the bracket at the start of `text` is closed, quotes heeded.
std::size_t closing(std::string_view text) {
  bool quoted = false;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (text[i] == ']' && !quoted) return i;
  }
  return std::string_view::npos;
}

}  // namespace

bool same_key(std::string_view a, std::string_view b) {
  auto low = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return low(x) == low(y); });
}

std::vector<HclStep> hcl_steps(std::string_view path) {
  std::vector<HclStep> steps;
  while (!path.empty()) {
    if (path.front() == '.') path.remove_prefix(1);
    std::size_t end = std::min(path.find_first_of(".[("), path.size());
    if (end > 0) steps.push_back({path.substr(0, end), {}, nullptr});
    path.remove_prefix(end);
    if (path.empty() || path.front() == '.') continue;
    std::size_t close = path.front() == '[' ? closing(path) : std::string_view::npos;
    if (close == std::string_view::npos) break;
    std::string_view inside = path.substr(1, close - 1);
    path.remove_prefix(close + 1);
    if (std::optional<std::size_t> index = index_of(inside); index && !steps.empty() && !steps.back().index) {
      steps.back().index = index;
    } else if (inside.size() > 2 && inside.front() == '"' && inside.back() == '"') {
      steps.push_back({inside.substr(1, inside.size() - 2), {}, nullptr});
    } else {
      break;
    }
  }
  return steps;
}

}  // namespace demarc
