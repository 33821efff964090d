#include "parsers/terraform/target.h"

#include <algorithm>
#include <charconv>

namespace demarc {
namespace {

bool is_word(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
}

// What stands in a step's brackets: nothing, a number, or Field=key. False if it is none of these.
bool read_brackets(std::string_view inside, TableStep& step) {
  if (inside.empty()) {
    step.kind = TableStep::Kind::members;
    return true;
  }
  std::size_t equals = inside.find('=');
  if (equals != std::string_view::npos) {
    step.kind = TableStep::Kind::keyed;
    step.field = inside.substr(0, equals);
    step.key = inside.substr(equals + 1);
    return is_word(step.field) && !step.key.empty();
  }
  step.kind = TableStep::Kind::element;
  auto [end, error] = std::from_chars(inside.data(), inside.data() + inside.size(), step.index);
  return error == std::errc() && end == inside.data() + inside.size() && step.index < 16;
}

std::size_t end_of_step(std::string_view text) {
  bool inside = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '[') inside = true;
    if (text[at] == ']') inside = false;
    if (text[at] == '.' && !inside) return at;
  }
  return text.size();
}

bool read_step(std::string_view text, TableStep& step) {
  std::size_t open = text.find('[');
  step.name = text.substr(0, open);
  if (!is_word(step.name)) return false;
  if (open == std::string_view::npos) return true;
  return text.back() == ']' && read_brackets(text.substr(open + 1, text.size() - open - 2), step);
}

}  // namespace

Result<Target> parse_target(std::string_view text) {
  Target target;
  if (text == ".") {
    target.flat = true;
    return target;
  }
  std::string_view rest = text;
  if (rest.starts_with('/')) {
    target.from_root = true;
    rest.remove_prefix(1);
  } else if (rest.starts_with('@')) {
    target.attribute = true;
    rest.remove_prefix(1);
  }
  for (bool more = true; more;) {
    std::size_t end = end_of_step(rest);
    TableStep step;
    if (!read_step(rest.substr(0, end), step)) return Error{"\"" + std::string(text) + "\" is no property path", {}, {}};
    target.steps.push_back(step);
    more = end < rest.size();
    if (more) rest.remove_prefix(end + 1);
  }
  return target;
}

std::string path_of(std::span<const TableStep> steps) {
  std::string path;
  for (std::size_t at = 0; at < steps.size(); ++at) {
    const TableStep& step = steps[at];
    if (!path.empty()) path += '.';
    path += step.name;
    if (step.kind != TableStep::Kind::keyed) continue;
    bool pair = at + 2 == steps.size() && step.field == "Key" && steps[at + 1].name == "Value";
    path += '(' + (pair ? std::string() : std::string(step.field) + '=') + std::string(step.key) + ')';
    if (pair) break;
  }
  return path;
}

void join_path(std::string& path, std::string_view step) {
  if (!path.empty() && !step.empty()) path += '.';
  path += step;
}

}  // namespace demarc
