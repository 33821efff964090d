#include "analyzer/policy/nearest.h"

#include <algorithm>
#include <vector>

namespace demarc {
namespace {

std::string folded(std::string_view text) {
  std::string plain(text);
  for (char& c : plain) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '_') c = '-';
  }
  return plain;
}

std::size_t difference(std::size_t a, std::size_t b) { return a < b ? b - a : a - b; }

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before, last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = last;
    last = row;
  }
  return last[b.size()];
}

std::string_view nearest(std::string_view written, std::span<const std::string_view> names) {
  const std::size_t allowed = (written.size() + 2) / 3;
  const std::string plain = folded(written);
  std::string_view found;
  std::size_t least = allowed + 1;
  for (std::string_view name : names) {
    if (difference(name.size(), written.size()) >= least) continue;
    std::size_t distance = edit_distance(plain, folded(name));
    if (distance >= least || distance >= name.size()) continue;
    least = distance;
    found = name;
  }
  return found;
}

std::string did_you_mean(std::string_view written, std::span<const std::string_view> names) {
  std::string_view name = nearest(written, names);
  return name.empty() ? std::string() : "; did you mean \"" + std::string(name) + "\"?";
}

}  // namespace demarc
