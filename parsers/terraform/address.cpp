#include "parsers/terraform/address.h"

namespace demarc {
namespace {

// Where the brackets that open at `at` close: behind the closing one, or the end of the text.
std::size_t behind_brackets(std::string_view text, std::size_t at) {
  bool quoted = false;
  for (; at < text.size(); ++at) {
    if (text[at] == '\\' && quoted) {
      ++at;
    } else if (text[at] == '"') {
      quoted = !quoted;
    } else if (text[at] == ']' && !quoted) {
      return at + 1;
    }
  }
  return text.size();
}

std::size_t end_of_name(std::string_view text, std::size_t at) {
  std::size_t end = text.find_first_of(".[", at);
  return end == std::string_view::npos ? text.size() : end;
}

}  // namespace

std::vector<AddressStep> address_steps(std::string_view text) {
  std::vector<AddressStep> steps;
  std::size_t at = 0;
  while (at < text.size()) {
    AddressStep step;
    std::size_t end = end_of_name(text, at);
    step.name = text.substr(at, end - at);
    while (end < text.size() && text[end] == '[') {
      std::size_t behind = behind_brackets(text, end);
      if (step.index.empty() && behind >= end + 2) step.index = text.substr(end + 1, behind - end - 2);
      end = behind;
    }
    step.end = end;
    steps.push_back(step);
    at = end < text.size() && text[end] == '.' ? end + 1 : end;
    if (at == end && at < text.size()) break;  // text behind brackets: no address
  }
  return steps;
}

Address parse_address(std::string_view text) {
  Address address;
  std::vector<AddressStep> steps = address_steps(text);
  std::size_t at = 0;
  while (at + 1 < steps.size() && steps[at].name == "module") {
    address.module = text.substr(0, steps[at + 1].end);
    at += 2;
  }
  if (at < steps.size() && steps[at].name == "data") {
    address.data = true;
    ++at;
  }
  if (at < steps.size()) address.type = steps[at].name;
  address.base = text;
  if (at + 1 >= steps.size()) return address;
  const AddressStep& last = steps[at + 1];
  address.name = last.name;
  address.index = last.index;
  address.base = text.substr(0, static_cast<std::size_t>(last.name.data() - text.data()) + last.name.size());
  return address;
}

std::string without_indices(std::string_view address) {
  std::string result;
  result.reserve(address.size());
  for (const AddressStep& step : address_steps(address)) {
    if (!result.empty()) result += '.';
    result += step.name;
  }
  return result;
}

bool leads_to(std::string_view prefix, std::string_view text) {
  if (!text.starts_with(prefix)) return false;
  return text.size() == prefix.size() || text[prefix.size()] == '.' || text[prefix.size()] == '[';
}

}  // namespace demarc
