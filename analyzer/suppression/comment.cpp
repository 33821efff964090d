#include "analyzer/suppression/comment.h"

#include <algorithm>

namespace demarc {
namespace {

constexpr std::string_view kBlanks = " \t";

// The scalars that hold a `#`, by begin.
class Scalars {
 public:
  Scalars(std::string_view text, const Node& root) : text_(text) {
    add(root);
    std::sort(ranges_.begin(), ranges_.end(), [](Range a, Range b) { return a.begin < b.begin; });
  }

  bool hold(std::uint32_t at) const {
    auto after = std::upper_bound(ranges_.begin(), ranges_.end(), at, [](std::uint32_t sought, Range range) { return sought < range.begin; });
    return after != ranges_.begin() && at < std::prev(after)->end;
  }

 private:
  void add(const Node& node) {
    if (node.is_scalar()) return add(node.range);
    for (const Node& item : node.kind == NodeKind::list ? node.items() : std::span<const Node>()) add(item);
    for (const Member& member : node.kind == NodeKind::map ? node.members() : std::span<const Member>()) {
      add(member.key_range);
      add(member.value);
    }
  }

  void add(Range range) {
    if (range.end > text_.size() || range.begin >= range.end) return;
    std::string_view raw = text_.substr(range.begin, range.end - range.begin);
    std::size_t style = raw.find_first_of("|>\"'");
    // Behind the header of a block scalar a comment may stand.
    if (style != std::string_view::npos && (raw[style] == '|' || raw[style] == '>')) {
      std::size_t header_end = std::min(raw.find_first_of("\r\n"), raw.size());
      range.begin += static_cast<std::uint32_t>(header_end);
      raw.remove_prefix(header_end);
    }
    if (raw.find('#') != std::string_view::npos) ranges_.push_back(range);
  }

  std::string_view text_;
  std::vector<Range> ranges_;
};

// Where the comment of a line begins; npos if it has none.
std::size_t comment_begin(std::string_view text, std::size_t begin, std::size_t end, const Scalars& scalars) {
  for (std::size_t at = text.find('#', begin); at < end; at = text.find('#', at + 1)) {
    bool apart = at == begin || kBlanks.find(text[at - 1]) != std::string_view::npos;
    if (apart && !scalars.hold(static_cast<std::uint32_t>(at))) return at;
  }
  return std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
  std::size_t begin = text.find_first_not_of("# \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

// The next line behind `line` that is neither blank nor a comment.
std::uint32_t line_below(const SourceFile& file, std::uint32_t line) {
  for (std::uint32_t next = line + 1; next <= file.line_count(); ++next) {
    std::string_view text = file.line(next);
    std::size_t first = text.find_first_not_of(kBlanks);
    if (first != std::string_view::npos && text[first] != '#') return next;
  }
  return line;
}

bool begins_with_one(std::string_view text, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
}

// The lines on which one of the words stands, in order.
std::vector<std::uint32_t> lines_with(const SourceFile& file, std::span<const std::string_view> words) {
  std::vector<std::uint32_t> lines;
  for (std::string_view word : words) {
    std::string_view text = file.text();
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + word.size())) {
      lines.push_back(file.position(static_cast<std::uint32_t>(at)).line);
    }
  }
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  return lines;
}

}  // namespace

std::vector<Comment> comments_of(const SourceFile& file, const Node& root, std::span<const std::string_view> words) {
  std::vector<Comment> comments;
  std::vector<std::uint32_t> lines = lines_with(file, words);
  if (lines.empty()) return comments;
  Scalars scalars(file.text(), root);
  for (std::uint32_t line : lines) {
    std::size_t begin = file.line_begin(line);
    std::size_t end = begin + file.line(line).size();
    std::size_t at = comment_begin(file.text(), begin, end, scalars);
    if (at >= end) continue;
    std::string_view text = trimmed(file.text().substr(at, end - at));
    if (!begins_with_one(text, words)) continue;
    bool alone = file.text().substr(begin, at - begin).find_first_not_of(kBlanks) == std::string_view::npos;
    comments.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, text, alone ? line_below(file, line) : line});
  }
  return comments;
}

}  // namespace demarc
