#include "analyzer/policy/table.h"

#include "analyzer/policy/glob.h"

namespace demarc {
namespace {

bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// 8.0 begins 8.0.36 and 8.0-R1, but not 8.01.
bool begins_version(std::string_view prefix, std::string_view version) {
  if (version.substr(0, prefix.size()) != prefix) return false;
  return version.size() == prefix.size() || !is_alphanumeric(version[prefix.size()]);
}

std::string_view text_of(const Value* value) { return value && value->is_scalar() ? value->scalar() : std::string_view(); }

template <class Texts>
std::string joined(const Texts& texts) {
  std::string key;
  for (std::string_view text : texts) {
    key += text;
    key += '\0';
  }
  return key;
}

}  // namespace

const Value* Table::cell(const Row& row, std::string_view column) {
  const Entry* entry = row.cells.find(column);
  return entry && !entry->value.is_null() ? &entry->value : nullptr;
}

std::optional<std::size_t> Table::matching_length(const Row& row, const std::vector<std::string_view>& keys) const {
  std::size_t length = 0;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const Value* value = cell(row, key[i]);
    if (!value) return std::nullopt;
    std::string_view pattern = text_of(value);
    bool is_version = match == Match::version_prefix && i + 1 == keys.size();
    bool matches = match == Match::glob ? glob_matches(pattern, keys[i])
                   : is_version         ? begins_version(pattern, keys[i])
                                        : pattern == keys[i];
    if (!matches) return std::nullopt;
    length += pattern.size();
  }
  return length;
}

const Table::Row* Table::find(const std::vector<std::string_view>& keys) const {
  if (!index_.empty()) {
    auto found = index_.find(joined(keys));
    return found == index_.end() ? nullptr : &rows[found->second];
  }
  const Row* best = nullptr;
  std::size_t longest = 0;
  for (const Row& row : rows) {
    std::optional<std::size_t> length = matching_length(row, keys);
    if (!length || (best && *length <= longest)) continue;
    best = &row;
    longest = *length;
  }
  return best;
}

void Table::index() {
  index_.clear();
  if (match != Match::exact) return;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::vector<std::string_view> keys;
    for (const std::string& column : key) keys.push_back(text_of(cell(rows[i], column)));
    index_.emplace(joined(keys), i);
  }
}

}  // namespace demarc
