#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/policy/reading.h"

namespace demarc {

// What is wrong with a literal where it stands; empty if nothing is. "is no number"
using CheckLiteral = std::function<std::string(const Literal&)>;

// Reads one literal, a list of them, `$setting` or `$item`. A setting of type list gives all its members, also inside a
// list. `many` says whether any number may stand there; else it is exactly one. Nothing where there are mistakes.
std::optional<std::vector<Literal>> read_literals(const Node& node, std::string_view what, bool many, const Reading& reading,
                                                  const CheckLiteral& check = {});

// The same as texts; `$item` is refused.
std::optional<std::vector<std::string>> read_literal_texts(const Node& node, std::string_view what, const Reading& reading,
                                                           const CheckLiteral& check = {});

// A whole number from 1 on, or a setting that holds one.
std::optional<std::uint32_t> read_count(const Node& node, std::string_view what, const Reading& reading);

// Checks of literals.
std::string no_number(const Literal& literal);  // a decimal number
std::string no_date(const Literal& literal);    // an ISO date or a duration in days

}  // namespace demarc
