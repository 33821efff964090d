#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer/policy/nearest.h"
#include "parsers/text/result.h"

namespace demarc {

// A word of a closed list and what it stands for.
template <class T>
using Choices = std::vector<std::pair<std::string_view, T>>;

// What a word stands for; an error names where it was said ("--format", "DEMARC_SCOPE"), all words, and the nearest right one.
template <class T>
Result<T> choose_said(std::string_view origin, std::string_view word, const Choices<T>& choices) {
  std::vector<std::string_view> names;
  std::string all;
  for (const auto& [name, value] : choices) {
    if (name == word) return value;
    names.push_back(name);
    all += fmt::format("{}{}", all.empty() ? "" : ", ", name);
  }
  std::string_view near = nearest(word, names);
  std::string hint = near.empty() ? std::string() : fmt::format("did you mean {}?", near);
  return Error{fmt::format("{} does not take {}: it takes {}", origin, word.empty() ? "an empty word" : word, all), {}, hint};
}

// The same of an option.
template <class T>
Result<T> choose(std::string_view option, std::string_view word, const Choices<T>& choices) {
  return choose_said(fmt::format("--{}", option), word, choices);
}

}  // namespace demarc
