#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <unordered_set>

#include "parsers/document/budget.h"
#include "parsers/document/builder.h"
#include "parsers/document/json_mistake.h"
#include "parsers/document/parse.h"

namespace demarc {
namespace {

using Json = nlohmann::json;
using After = JsonProgress::After;

// The parser copies its iterator on its way to the place where it stays and advances; the last copy says where it is. That
// costs no more than a plain pointer, where a position shared by all copies would cost a store for each character.
class TrackedIterator {
 public:
  using difference_type = std::ptrdiff_t;
  using value_type = char;
  using pointer = const char*;
  using reference = const char&;
  using iterator_category = std::input_iterator_tag;

  TrackedIterator(const char* at, const TrackedIterator** last) : at_(at), last_(last) { *last_ = this; }
  TrackedIterator(const TrackedIterator& other) : at_(other.at_), last_(other.last_) { *last_ = this; }
  TrackedIterator& operator=(const TrackedIterator& other) {
    at_ = other.at_;
    last_ = other.last_;
    *last_ = this;
    return *this;
  }

  const char* at() const { return at_; }
  reference operator*() const { return *at_; }
  TrackedIterator& operator++() {
    ++at_;
    return *this;
  }
  friend bool operator==(const TrackedIterator& a, const TrackedIterator& b) { return a.at_ == b.at_; }

 private:
  const char* at_;
  const TrackedIterator** last_;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_number_character(char c) { return is_digit(c) || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E'; }

// JSON numbers have none: the parser takes the zero for the number, and what follows for a mistake.
bool has_leading_zero(std::string_view number) {
  if (number.starts_with('-')) number.remove_prefix(1);
  return number.size() > 1 && number[0] == '0' && is_digit(number[1]);
}

// Takes nlohmann's SAX events. At each event the parser has just passed the end of the token.
class JsonHandler {
 public:
  JsonHandler(std::string_view text, const TrackedIterator* const& at, const Limits& limits, const Skip& skip, Document& document)
      : text_(text), at_(at), limits_(limits), skip_(skip), document_(document), builder_(document) {}

  bool null() { return word(NodeKind::null, 4, false); }
  bool boolean(bool truth) { return word(NodeKind::boolean, truth ? 4 : 5, truth); }
  bool number_integer(Json::number_integer_t) { return number(); }
  bool number_unsigned(Json::number_unsigned_t) { return number(); }
  bool number_float(Json::number_float_t, const std::string&) { return number(); }
  bool binary(Json::binary_t&) { return false; }

  bool string(std::string& value) {
    if (dropped()) return true;
    Range range;
    std::string_view text = string_at(value, range);
    Node node = Node::scalar(NodeKind::text, text, range);
    node.quoted = true;
    return add(node);
  }

  bool key(std::string& value) {
    progress_.after = After::key;
    progress_.end = offset();
    if (skipped_ > 0) return true;
    Range range;
    std::string_view key = string_at(value, range);
    builder_.key(key, range);
    if (keys_.back() < kSkipDepth && skip_ && asks_to_skip(key)) skipped_ = 1;
    return true;
  }

  bool start_object(std::size_t) { return open(true); }
  bool start_array(std::size_t) { return open(false); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) { return false; }

  Error error() {
    if (error_) return *error_;
    if (!open_.empty()) {
      progress_.open = open_.back().begin;
      progress_.in_map = open_.back().is_map;
    }
    return json_mistake(text_, progress_);
  }

 private:
  static constexpr std::uint32_t kSkipDepth = 3;
  static constexpr std::size_t kShortText = 64;

  struct Open {
    std::uint32_t begin;
    bool is_map;
  };

  std::uint32_t offset() const { return static_cast<std::uint32_t>(at_->at() - text_.data()); }

  // Whether the scalar that just ended belongs to a skipped member.
  bool dropped() {
    if (skipped_ == 0) return false;
    if (skipped_ == 1) skipped_ = 0;
    progress_.after = After::value;
    progress_.end = offset();
    return true;
  }

  bool word(NodeKind kind, std::uint32_t length, bool truth) {
    if (dropped()) return true;
    std::uint32_t end = offset();
    Node node = Node::scalar(kind, text_.substr(end - length, length), {end - length, end});
    node.truth = truth;
    return add(node);
  }

  // The parser has looked one character past a number, unless the text ends with it.
  bool number() {
    std::uint32_t end = offset();
    std::uint32_t begin = end - 1;
    while (begin > 0 && is_number_character(text_[begin - 1])) --begin;
    bool text_ends = end == text_.size() && is_digit(text_[end - 1]) && !has_leading_zero(text_.substr(begin, end - begin));
    if (!text_ends) --end;
    if (dropped()) {
      progress_.end = end;
      return true;
    }
    return add(Node::scalar(NodeKind::number, text_.substr(begin, end - begin), {begin, end}));
  }

  // The string that just ended. Without escapes it has as many bytes as its value, and is taken from the text itself.
  std::string_view string_at(const std::string& value, Range& range) {
    range.end = offset();
    auto size = static_cast<std::uint32_t>(value.size());
    if (range.end >= size + 2) {
      range.begin = range.end - 2 - size;
      bool opens = text_[range.begin] == '"' && (range.begin == 0 || text_[range.begin - 1] != '\\');
      if (opens) return text_.substr(range.begin + 1, size);
    }
    range.begin = opening_quote(range.end - 1);
    return keep(value);
  }

  std::uint32_t opening_quote(std::uint32_t closing) const {
    std::uint32_t at = closing - 1;
    while (text_[at] != '"' || (at > 0 && text_[at - 1] == '\\')) --at;
    return at;
  }

  // Escaped texts are copied, short ones only once.
  std::string_view keep(const std::string& value) {
    if (value.size() > kShortText) return document_.arena.store(value);
    auto found = short_texts_.find(value);
    if (found != short_texts_.end()) return *found;
    return *short_texts_.insert(document_.arena.store(std::string_view(value))).first;
  }

  bool asks_to_skip(std::string_view key) {
    path_.resize(keys_.back());
    path_.push_back(key);
    return skip_(path_);
  }

  bool add(const Node& node) {
    progress_.after = After::value;
    progress_.end = node.range.end;
    if (++nodes_ > limits_.nodes) return refuse(too_many_nodes(limits_, node.range));
    builder_.add(node);
    return true;
  }

  bool open(bool is_map) {
    std::uint32_t begin = offset() - 1;
    progress_.after = After::opening;
    progress_.end = begin + 1;
    if (open_.size() == limits_.depth) return refuse(too_deep(limits_, {begin, begin + 1}));
    bool in_map = !open_.empty() && open_.back().is_map;
    keys_.push_back(keys_.empty() ? 0 : keys_.back() + (in_map ? 1 : 0));
    open_.push_back({begin, is_map});
    if (skipped_ > 0) {
      ++skipped_;
    } else if (is_map) {
      builder_.open_map(begin);
    } else {
      builder_.open_list(begin);
    }
    return true;
  }

  bool close() {
    bool is_map = open_.back().is_map;
    open_.pop_back();
    keys_.pop_back();
    if (skipped_ > 0) {
      skipped_ = skipped_ == 2 ? 0 : skipped_ - 1;
      progress_.after = After::value;
      progress_.end = offset();
      return true;
    }
    return add(is_map ? builder_.close_map(offset()) : builder_.close_list(offset()));
  }

  bool refuse(Error error) {
    error_ = std::move(error);
    return false;
  }

  std::string_view text_;
  const TrackedIterator* const& at_;
  const Limits& limits_;
  const Skip& skip_;
  Document& document_;
  TreeBuilder builder_;
  JsonProgress progress_;
  std::vector<Open> open_;
  std::vector<std::uint32_t> keys_;  // of each open container: how many keys lead to it
  std::uint32_t skipped_ = 0;        // 0: kept; 1: the next value is dropped; more: inside a dropped value
  std::uint64_t nodes_ = 0;
  std::vector<std::string_view> path_;
  std::unordered_set<std::string_view> short_texts_;
  std::optional<Error> error_;
};

std::optional<Error> parse(std::string_view text, const Limits& limits, const Skip& skip, Document& document) {
  // The parser takes a NUL for the end.
  if (std::size_t zero = text.find('\0'); zero != std::string_view::npos) {
    auto begin = static_cast<std::uint32_t>(zero);
    return Error{"NUL character", Range{begin, begin + 1}, "remove it, or write it as \\u0000 in a string"};
  }
  const TrackedIterator* at = nullptr;
  const TrackedIterator* end = nullptr;
  JsonHandler handler(text, at, limits, skip, document);
  TrackedIterator last(text.data() + text.size(), &end);
  bool good = Json::sax_parse(TrackedIterator(text.data(), &at), last, &handler);
  if (!good) return handler.error();
  return std::nullopt;
}

}  // namespace

std::optional<Error> parse_json(std::string_view text, const Limits& limits, const Skip& skip, Document& document) {
  try {
    return parse(text, limits, skip, document);
  } catch (const Json::exception&) {
    return Error{"the JSON reader gave up", {}, {}};
  }
}

Result<Document> read_json(const SourceFile& file, const Limits& limits, const Skip& skip) {
  Document document;
  document.file = file.id();
  if (std::optional<Error> error = parse_json(file.text(), limits, skip, document)) return *error;
  return document;
}

}  // namespace demarc
