#include "parsers/document/quoted.h"

#include <algorithm>

#include "parsers/document/escape.h"

namespace demarc {
namespace {

bool is_break(char c) { return c == '\n' || c == '\r'; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

class Unfolding {
 public:
  explicit Unfolding(std::string_view raw) : raw_(raw.substr(1, raw.size() - 2)), quote_(raw[0]) {}

  std::string unfold() {
    while (at_ < raw_.size()) step();
    return std::move(value_);
  }

 private:
  void step() {
    if (is_break(raw_[at_])) return fold();
    if (quote_ == '"' && raw_[at_] == '\\') return escape();
    value_.push_back(raw_[at_]);
    at_ += quote_ == '\'' && raw_[at_] == '\'' ? 2 : 1;
  }

  // One line break becomes a space, of several all but the first stay. White space around them goes.
  void fold() {
    while (value_.size() > kept_ && is_blank(value_.back())) value_.pop_back();
    std::size_t breaks = count_breaks();
    value_.append(breaks == 1 ? " " : std::string(breaks - 1, '\n'));
    kept_ = value_.size();
  }

  void escape() {
    std::optional<Escape> escape = read_escape(raw_.substr(at_));
    at_ += escape ? escape->length : 1;
    if (!escape) return;
    value_ += escape->means;
    if (escape->means.empty()) value_.append(count_breaks(), '\n');
    kept_ = value_.size();
  }

  std::size_t count_breaks() {
    std::size_t breaks = 0;
    for (; at_ < raw_.size() && (is_break(raw_[at_]) || is_blank(raw_[at_])); ++at_) {
      bool first_half = raw_.substr(at_, 2) == "\r\n";
      breaks += is_break(raw_[at_]) && !first_half ? 1 : 0;
    }
    return breaks;
  }

  std::string_view raw_;
  char quote_;
  std::size_t at_ = 0;
  std::size_t kept_ = 0;  // what stands before is no white space to trim
  std::string value_;
};

}  // namespace

std::string unfold_quoted(std::string_view raw) { return Unfolding(raw).unfold(); }

}  // namespace demarc
