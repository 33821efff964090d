#include "analyzer/evaluate/words.h"

#include <fmt/format.h>

#include <algorithm>
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

const Spelling* spelling_of(const Resource& resource, std::string_view path) {
  auto found = std::lower_bound(resource.spellings.begin(), resource.spellings.end(), path,
                                [](const Spelling& spelling, std::string_view sought) { return spelling.path < sought; });
  return found != resource.spellings.end() && found->path == path ? &*found : nullptr;
}

void append_step(std::string& path, std::string_view step) {
  if (!path.empty() && !step.empty()) path += '.';
  path += step;
}

std::string plain_step(const Trail& step, Dialect dialect) {
  if (step.selected) return fmt::format("({})", step.key);
  return dialect == Dialect::terraform ? snake_case(step.key) : std::string(step.key);
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
    if (in_part_ || step.absent || !part_at(resource_, step.place)) return false;
    path_.clear();
    in_part_ = true;
    return true;
  }

  void add_member(const Trail& step) {
    if (!enters_part(step) && !left_out_) path_ += fmt::format("[{}]", step.index);
    left_out_ = false;
  }

  void add_selected(const Trail& step) {
    place_ += fmt::format("({})", step.key);
    left_out_ = step.written == ".";
    if (const Spelling* spelling = spelling_of(resource_, place_)) {
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
    if (left_out_) return;
    if (!is_spelled(step)) return append_step(path_, step.written.empty() ? step.key : step.written);
    const Spelling* spelling = spelling_of(resource_, place_);
    append_step(path_, spelling ? last_words(spelling->written) : plain_step(step, resource_.dialect));
    left_out_ = spelling && spelling->written.empty();
  }

  // Whether a step has to be put into the words of the file: it is not there, or only something else says that it is.
  bool is_spelled(const Trail& step) const {
    if (step.absent) return true;
    return resource_.dialect == Dialect::terraform && step.written.empty() && !step.key.empty() && is_upper(step.key[0]);
  }

  // A spelling is a whole path; what of it the way has already is not said again.
  std::string last_words(std::string_view written) {
    std::string_view said = spelled_;
    spelled_ = written;
    if (!said.empty() && written.size() > said.size() && written.starts_with(said) && written[said.size()] == '.') {
      return std::string(written.substr(said.size() + 1));
    }
    if (!path_.empty() && said.empty()) {
      std::size_t dot = written.rfind('.');
      return std::string(dot == std::string_view::npos ? written : written.substr(dot + 1));
    }
    return std::string(written);
  }

  const Resource& resource_;
  std::string path_, place_;
  std::string_view spelled_;
  bool left_out_ = false;
  bool in_part_ = false;
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
