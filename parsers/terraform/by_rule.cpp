#include "parsers/terraform/by_rule.h"

#include <algorithm>
#include <vector>

#include "parsers/terraform/words.h"

namespace demarc {
namespace {

using Kind = Value::Kind;

bool is_snake_case(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(),
                                      [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

Value renamed(const Value& value, const FoldedNames& names, Arena& arena, bool top) {
  Value result = value;
  if (value.is(Kind::list)) {
    std::vector<Value> items;
    for (const Value& item : value.items()) items.push_back(renamed(item, names, arena, false));
    result = Value::list(arena.store(items), value.place);
  } else if (value.is(Kind::map)) {
    std::vector<Entry> entries;
    for (Entry entry : value.entries()) {
      entry.value = renamed(entry.value, names, arena, false);
      bool keeps = !is_snake_case(entry.key) || (top && (entry.key == "id" || entry.key == "arn" || entry.key == "region"));
      if (!keeps) {
        entry.written = entry.key;
        auto found = names.find(folded(entry.key));
        entry.key = found != names.end() ? found->second : arena.store(std::string_view(pascal_case(entry.key)));
      }
      entries.push_back(entry);
    }
    result = Value::map(arena.store(entries), value.place);
  }
  result.sensitive = value.sensitive;
  result.through = value.through;
  return result;
}

}  // namespace

bool is_by_rule(std::string_view terraform_type) { return terraform_type.starts_with("awscc_"); }

Value renamed_by_rule(const Value& arguments, const FoldedNames& names, Arena& arena) {
  return renamed(arguments, names, arena, true);
}

}  // namespace demarc
