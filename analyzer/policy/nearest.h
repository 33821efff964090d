#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace demarc {

// How many characters must be inserted, removed, replaced, or swapped with their neighbour, to turn a into b.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The name that was probably meant: the nearest of those that differ in at most a third of what was written, case and
// the choice between `-` and `_` aside. Of equally near ones the first; empty if there is none.
std::string_view nearest(std::string_view written, std::span<const std::string_view> names);

// The end of an error about an unknown name: `; did you mean "severity"?`, or nothing.
std::string did_you_mean(std::string_view written, std::span<const std::string_view> names);

}  // namespace demarc
