#include "analyzer/evaluate/companion_order.h"

#include <algorithm>
#include <set>
#include <utility>

namespace demarc {
namespace {

// How many companions deep a type is a parent.
int height(std::string_view type, const std::vector<CompanionRow>& rows, int depth = 0) {
  constexpr int kDeepest = 8;
  int result = 0;
  if (depth == kDeepest) return result;
  for (const CompanionRow& row : rows) {
    if (row.of == type && row.type != type) result = std::max(result, 1 + height(row.type, rows, depth + 1));
  }
  return result;
}

}  // namespace

std::vector<std::string_view> companion_types(const std::vector<CompanionRow>& rows) {
  std::vector<std::pair<int, std::string_view>> types;
  std::set<std::string_view> seen;
  for (const CompanionRow& row : rows) {
    if (seen.insert(row.type).second) types.emplace_back(height(row.type, rows), row.type);
  }
  std::stable_sort(types.begin(), types.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string_view> result;
  for (const auto& [height, type] : types) result.push_back(type);
  return result;
}

}  // namespace demarc
