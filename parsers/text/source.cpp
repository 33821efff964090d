#include "parsers/text/source.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace demarc {
namespace {

// Plans are single lines of many megabytes: counting code points from the line's begin each time would be quadratic.
constexpr std::uint32_t kBlock = 4096;

std::uint32_t count_code_points(std::string_view text) {
  std::uint32_t count = 0;
  for (char byte : text) count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  return count;
}

bool ends_line(std::string_view text, std::size_t at) {
  if (text[at] == '\n') return true;
  return text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n');
}

std::vector<std::uint32_t> find_lines(std::string_view text) {
  std::vector<std::uint32_t> begins = {0};
  if (text.find('\r') != std::string_view::npos) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (ends_line(text, at)) begins.push_back(static_cast<std::uint32_t>(at + 1));
    }
    return begins;
  }
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    begins.push_back(static_cast<std::uint32_t>(at + 1));
  }
  return begins;
}

}  // namespace

SourceFile::SourceFile(FileId id, std::string name, std::string text, Encoding encoding)
    : id_(id), name_(std::move(name)), text_(std::move(text)), encoding_(encoding) {}

const std::vector<std::uint32_t>& SourceFile::lines() const {
  if (line_begins_.empty()) line_begins_ = find_lines(text_);
  return line_begins_;
}

std::uint32_t SourceFile::code_points(std::uint32_t offset) const {
  if (block_points_.empty()) {
    block_points_.push_back(0);
    for (std::size_t begin = 0; begin + kBlock <= text_.size(); begin += kBlock) {
      block_points_.push_back(block_points_.back() + count_code_points(text().substr(begin, kBlock)));
    }
  }
  std::uint32_t block = offset / kBlock;
  return block_points_[block] + count_code_points(text().substr(block * kBlock, offset % kBlock));
}

Position SourceFile::position(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  const std::vector<std::uint32_t>& begins = lines();
  auto next = std::upper_bound(begins.begin(), begins.end(), offset);
  std::uint32_t begin = *(next - 1);
  return {static_cast<std::uint32_t>(next - begins.begin()), code_points(offset) - code_points(begin) + 1};
}

std::string_view SourceFile::line(std::uint32_t number) const {
  if (number == 0 || number > line_count()) return {};
  std::uint32_t begin = lines()[number - 1];
  std::uint32_t end = number < line_count() ? lines()[number] : static_cast<std::uint32_t>(text_.size());
  std::string_view line = text().substr(begin, end - begin);
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::uint32_t SourceFile::line_begin(std::uint32_t number) const {
  if (number == 0) return 0;
  return number <= line_count() ? lines()[number - 1] : static_cast<std::uint32_t>(text_.size());
}

std::uint32_t SourceFile::line_count() const { return static_cast<std::uint32_t>(lines().size()); }

void SourceFile::release_text() { std::string().swap(text_); }

SourceFile& Sources::add(std::string name, std::string text, Encoding encoding) {
  return files_.emplace_back(static_cast<FileId>(files_.size()), std::move(name), std::move(text), encoding);
}

}  // namespace demarc
