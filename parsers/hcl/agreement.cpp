#include "parsers/hcl/agreement.h"

#include <algorithm>

#include "parsers/hcl/expression.h"

namespace demarc {
namespace {

enum class Match { yes, no, open };

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

bool is_plain_quoted(std::string_view text) {
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return false;
  return text.substr(1, text.size() - 2).find_first_of("\"\\$%") == std::string_view::npos;
}

Match match_scalar(std::string_view written, const Node& planned) {
  if (!planned.is_scalar() || planned.kind == NodeKind::null) return Match::open;
  if (is_plain_quoted(written)) written = written.substr(1, written.size() - 2);
  else if (!is_number(written) && written != "true" && written != "false") return Match::open;
  return written == planned.text() ? Match::yes : Match::no;
}

// A planned list may be a set, whose order is not that of the source.
Match match_list(std::string_view text, Range written, const Node& planned) {
  Match match = Match::open;
  for (Range item : items_of(text, written)) {
    bool any = false;
    bool literal = false;
    for (const Node& each : planned.items()) {
      Match one = match_scalar(text.substr(item.begin, item.end - item.begin), each);
      any |= one == Match::yes;
      literal |= one != Match::open;
    }
    if (literal && !any) return Match::no;
    if (any) match = Match::yes;
  }
  return match;
}

}  // namespace

std::optional<int> agreement(const HclBlock& block, std::string_view text, const Node& planned) {
  int agreeing = 0;
  if (planned.kind != NodeKind::map) return agreeing;
  for (const HclAttribute& attribute : block.attributes) {
    const Node* value = planned.find(attribute.name);
    if (value == nullptr || attribute.node != nullptr) continue;
    const Range range = attribute.value;
    Match match = value->kind == NodeKind::list ? match_list(text, range, *value) : match_scalar(text.substr(range.begin, range.end - range.begin), *value);
    if (match == Match::no) return std::nullopt;
    agreeing += match == Match::yes ? 1 : 0;
  }
  return agreeing;
}

}  // namespace demarc
