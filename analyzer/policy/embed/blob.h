#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace demarc {

// How built-in files lie in one blob, one after the other: kind, length of the path, length of the bytes, path, bytes.
// Lengths have four bytes, the lowest first.
enum class BuiltInKind : char { catalog = 'c', mapping = 'm', serverless = 's', schema = 'j' };

constexpr std::size_t kLengthBytes = 4;

inline void append_length(std::string& blob, std::size_t length) {
  for (std::size_t i = 0; i < kLengthBytes; ++i) blob.push_back(static_cast<char>(length >> (8 * i)));
}

inline std::size_t length_at(std::string_view blob, std::size_t at) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < kLengthBytes; ++i) length |= static_cast<std::size_t>(static_cast<std::uint8_t>(blob[at + i])) << (8 * i);
  return length;
}

}  // namespace demarc
