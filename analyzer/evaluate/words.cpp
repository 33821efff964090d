#include "analyzer/evaluate/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "analyzer/evaluate/part.h"

namespace demarc {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }
char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

// KMSMasterKeyId → kms_master_key_id.
std::string snake_case(std::string_view name) {
  std::string result;
  for (std::size_t i = 0; i < name.size(); ++i) {
    bool word_begins = is_upper(name[i]) && i > 0 &&
                       (is_lower(name[i - 1]) || (is_upper(name[i - 1]) && i + 1 < name.size() && is_lower(name[i + 1])));
    if (word_begins) result += '_';
    result += lower(name[i]);
  }
  return result;
}

std::vector<const Trail*> from_root(const Trail* trail) {
  std::vector<const Trail*> steps;
  for (; trail; trail = trail->up) steps.push_back(trail);
  std::reverse(steps.begin(), steps.end());
  return steps;
}

const Spelling* spelling_of(std::span<const Spelling> spellings, std::string_view path) {
  auto found = std::lower_bound(spellings.begin(), spellings.end(), path,
                                [](const Spelling& spelling, std::string_view sought) { return spelling.path < sought; });
  return found != spellings.end() && found->path == path ? &*found : nullptr;
}

void append_step(std::string& path, std::string_view step) {
  if (!path.empty() && !step.empty()) path += '.';
  path += step;
}

// "a[0].b" without "a.": the words of a whole path behind those that the way has already; its last word where the way is another.
std::string_view rest_of(std::string_view whole, std::string_view way) {
  std::string_view rest = whole;
  while (!way.empty()) {
    std::size_t end = std::min(way.find_first_of(".["), way.size());
    std::string_view word = way.substr(0, end);
    if (!rest.starts_with(word) || rest.size() <= end || rest[end] != '.') return whole.substr(whole.rfind('.') + 1);
    rest.remove_prefix(end + 1);
    way.remove_prefix(end);
    while (way.starts_with('[')) way.remove_prefix(std::min(way.find(']') + 1, way.size()));
    if (way.starts_with('.')) way.remove_prefix(1);
  }
  return rest;
}

// Writes down the way step by step. `place_` is where we are in the words of policies, for the spellings.
class Writer {
 public:
  explicit Writer(const Resource& resource) : resource_(resource) {}

  void add(const Trail& step) {
    if (is_member(step)) {
      add_member(step);
    } else if (step.selected) {
      add_selected(step);
    } else {
      add_key(step);
    }
  }

  std::string path() && { return std::move(path_); }

 private:
  // Whether the way enters a companion here, and begins anew.
  bool enters_part(const Trail& step) {
    if (part_ || step.absent) return false;
    part_ = part_at(resource_, step.place);
    if (!part_) return false;
    path_.clear();
    guessed_.reset();
    return true;
  }

  void add_member(const Trail& step) {
    if (!enters_part(step) && !left_out_) path_ += fmt::format("[{}]", step.index);
    left_out_ = false;
  }

  void add_selected(const Trail& step) {
    place_ += fmt::format("({})", step.key);
    left_out_ = step.written == ".";
    if (const Spelling* spelling = spelling_at(place_)) {
      path_ = std::string(spelling->written);
    } else if (step.absent) {
      path_ += fmt::format("({})", step.written.empty() ? step.key : step.written);
    } else if (!left_out_) {
      append_step(path_, step.written);
    }
  }

  void add_key(const Trail& step) {
    enters_part(step);
    append_step(place_, step.key);
    left_out_ = step.written == ".";
    if (!left_out_ && !is_spelled(step)) {
      append_step(path_, step.written.empty() ? step.key : step.written);
    } else if (!left_out_) {
      add_spelled(step);
    }
    lowers_ = lowers_ || spelling_at(place_ + ".*");
  }

  // A spelling is a whole path: it takes the place of steps before it that had none.
  void add_spelled(const Trail& step) {
    const Spelling* spelling = spelling_at(place_);
    if (!spelling) {
      if (!guessed_) guessed_ = path_.size();
      return append_step(path_, guess(step));
    }
    if (guessed_) path_.resize(*guessed_);
    guessed_.reset();
    append_step(path_, rest_of(spelling->written, path_));
    left_out_ = spelling->written.empty();
  }

  std::string guess(const Trail& step) const {
    if (lowers_ && !step.key.empty()) return lower(step.key[0]) + std::string(step.key.substr(1));
    return resource_.dialect == Dialect::terraform ? snake_case(step.key) : std::string(step.key);
  }

  // Whether a step has to be put into the words of the file: it is not there, or only something else says that it is.
  bool is_spelled(const Trail& step) const {
    if (step.absent) return true;
    return resource_.dialect == Dialect::terraform && step.written.empty() && !step.key.empty() && is_upper(step.key[0]);
  }

  const Spelling* spelling_at(std::string_view place) const { return spelling_of(part_ ? part_->spellings : resource_.spellings, place); }

  const Resource& resource_;
  std::string path_, place_;
  std::optional<std::size_t> guessed_;  // where the steps begin that have no spelling
  bool left_out_ = false;
  bool lowers_ = false;
  const Part* part_ = nullptr;
};

}  // namespace

std::string written_path(const Resource& resource, const Trail* trail) {
  Writer writer(resource);
  for (const Trail* step : from_root(trail)) writer.add(*step);
  return std::move(writer).path();
}

std::string policy_path(const Trail* trail) {
  std::string path;
  for (const Trail* step : from_root(trail)) {
    if (is_member(*step)) path += fmt::format("[{}]", step->index);
    if (!step->selected) append_step(path, step->key);
    if (step->selected && !is_member(*step)) append_step(path, step->written);
  }
  return path;
}

}  // namespace demarc
