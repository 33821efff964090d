#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace demarc {

// GitHub's primaryLocationLineHash for lines of a text: a polynomial hash over the 100 characters from the line's begin on,
// blanks left out, and how many lines with the same hash came so far ("271789c17abda88f:1").
// Source: how uploads to GitHub code scanning compute fingerprints, https://github.com/github/codeql-action (fingerprints).
class LineFingerprints {
 public:
  // `marked`: the file begins with a byte order mark, which is not in the text, but counts for GitHub.
  // Requires: text outlives the fingerprints, its lines end with \n, \r\n or \r.
  explicit LineFingerprints(std::string_view text, bool marked = false) : text_(text), marked_(marked) {}

  // Lines are read up to the one that is asked for. Requires: 1 <= line. Lines past the end give the last one's.
  const std::string& of(std::uint32_t line);

 private:
  std::string_view text_;
  bool marked_;
  std::size_t at_ = 0;        // where the next line begins
  bool ended_ = false;
  std::vector<std::string> lines_;
  std::unordered_map<std::uint64_t, std::uint32_t> seen_;
};

// A finding's own identity: policy, address and path, never the line. 16 hexadecimal digits.
std::string finding_fingerprint(std::string_view policy, std::string_view address, std::string_view path);

}  // namespace demarc
