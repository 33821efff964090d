#include "analyzer/report/fingerprint.h"

#include <fmt/format.h>

#include <algorithm>

#include "parsers/text/utf8.h"

namespace demarc {
namespace {

constexpr int kWindow = 100;
constexpr std::uint64_t kBase = 37;
constexpr std::uint64_t kEnd = 65535;  // hashed behind the last character

// Takes UTF-16 code units, of which the first hundred count.
class WindowHash {
 public:
  bool full() const { return taken_ == kWindow; }
  void take(std::uint64_t unit) {
    if (full()) return;
    hash_ = hash_ * kBase + unit;
    ++taken_;
  }
  std::uint64_t padded() {
    take(kEnd);
    while (!full()) take(0);
    return hash_;
  }

 private:
  std::uint64_t hash_ = 0;
  int taken_ = 0;
};

std::uint64_t hash_from(std::string_view text, bool marked) {
  WindowHash hash;
  if (marked) hash.take(0xFEFF);
  for (std::size_t at = 0; at < text.size() && !hash.full();) {
    std::string_view rest = text.substr(at, 4);
    std::size_t length = std::max<std::size_t>(utf8_length(rest), 1);
    char32_t point = utf8_length(rest) == 0 ? 0xFFFD : utf8_decode(rest);
    at += length;
    if (point == ' ' || point == '\t') continue;
    if (point == '\r') {
      if (at < text.size() && text[at] == '\n') continue;
      point = '\n';
    }
    if (point >= 0x10000) {
      hash.take(0xD7C0 + (point >> 10));
      point = 0xDC00 + (point & 0x3FF);
    }
    hash.take(point);
  }
  return hash.padded();
}

// Behind the line break of the line that begins at `at`; npos if it is the last.
std::size_t next_line(std::string_view text, std::size_t at) {
  std::size_t end = text.find_first_of("\r\n", at);
  if (end == std::string_view::npos) return end;
  return text.substr(end, 2) == "\r\n" ? end + 2 : end + 1;
}

}  // namespace

const std::string& LineFingerprints::of(std::uint32_t line) {
  while (lines_.size() < line && !ended_) {
    std::uint64_t hash = hash_from(text_.substr(at_), marked_ && at_ == 0);
    lines_.push_back(fmt::format("{:x}:{}", hash, ++seen_[hash]));
    at_ = next_line(text_, at_);
    ended_ = at_ == std::string_view::npos;
  }
  return lines_[std::min<std::size_t>(line, lines_.size()) - 1];
}

std::string finding_fingerprint(std::string_view policy, std::string_view address, std::string_view path) {
  std::uint64_t hash = 0xCBF29CE484222325u;  // FNV-1a
  for (std::string_view part : {policy, address, path}) {
    for (char c : part) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    hash *= 0x100000001B3u;
  }
  return fmt::format("{:016x}", hash);
}

}  // namespace demarc
