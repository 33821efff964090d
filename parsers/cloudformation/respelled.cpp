#include "parsers/cloudformation/respelled.h"

#include <algorithm>
#include <string>
#include <vector>

namespace demarc {
namespace {

const Spelling* spelling_of(std::span<const Spelling> spellings, std::string_view path) {
  const auto found = std::lower_bound(spellings.begin(), spellings.end(), path,
                                      [](const Spelling& spelling, std::string_view sought) { return spelling.path < sought; });
  return found != spellings.end() && found->path == path ? &*found : nullptr;
}

std::string_view last_words(std::string_view written, const Spelling* around) {
  if (written.empty()) return ".";
  if (around == nullptr) return written;
  const bool goes_on = written.starts_with(around->written) && written.substr(around->written.size()).starts_with('.');
  return goes_on ? written.substr(around->written.size() + 1) : written;
}

}  // namespace

Value respelled(const Value& value, std::string_view path, std::span<const Spelling> spellings, Arena& arena) {
  if (!value.is(Value::Kind::map) || spellings.empty()) return value;
  const Spelling* around = spelling_of(spellings, path);
  if (!path.empty() && around == nullptr) return value;
  std::vector<Entry> entries(value.entries().begin(), value.entries().end());
  for (Entry& entry : entries) {
    const std::string step = path.empty() ? std::string(entry.key) : std::string(path).append(".").append(entry.key);
    if (const Spelling* spelling = spelling_of(spellings, step)) entry.written = last_words(spelling->written, around);
    entry.value = respelled(entry.value, step, spellings, arena);
  }
  Value result = Value::map(arena.store(entries), value.place);
  result.sensitive = value.sensitive;
  result.through = value.through;
  return result;
}

}  // namespace demarc
