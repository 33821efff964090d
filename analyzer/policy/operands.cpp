#include "analyzer/policy/operands.h"

#include <fmt/format.h>

#include <charconv>

#include "analyzer/policy/date.h"
#include "analyzer/policy/settings.h"

namespace demarc {
namespace {

bool is_decimal(std::string_view text) {
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  std::size_t point = text.find('.');
  std::string_view whole = text.substr(0, point);
  std::string_view rest = point == std::string_view::npos ? "0" : text.substr(point + 1);
  constexpr std::string_view digits = "0123456789";
  return !whole.empty() && !rest.empty() && whole.find_first_not_of(digits) == std::string_view::npos &&
         rest.find_first_not_of(digits) == std::string_view::npos;
}

class Literals {
 public:
  Literals(std::string_view what, bool many, const Reading& reading, const CheckLiteral& check)
      : what_(what), many_(many), reading_(reading), check_(check) {}

  void read(const Node& node) {
    if (!node.is_scalar() || node.kind == NodeKind::null) {
      wrong(node, fmt::format("{} must be a value, not {}", what_, described(node)));
    } else if (node.kind != NodeKind::text || node.text().substr(0, 1) != "$") {
      add(node, literal_of(node));
    } else if (node.text().substr(0, 2) == "$$") {
      Literal literal = literal_of(node);
      literal.text.erase(0, 1);
      add(node, std::move(literal));
    } else if (node.text() == "$item") {
      add_item(node);
    } else {
      add_setting(node);
    }
  }

  std::vector<Literal> literals;
  bool good() const { return good_; }

 private:
  void wrong(const Node& node, std::string message) {
    reading_.mistakes.add(head_of(node), std::move(message));
    good_ = false;
  }

  void add(const Node& node, Literal literal) {
    std::string problem = check_ ? check_(literal) : std::string();
    if (problem.empty() && reading_.has_item && literal.text.find("$item") != std::string::npos) {
      problem = "has $item inside a text; $item stands for a whole value only";
    }
    if (!problem.empty()) return wrong(node, fmt::format("{}: \"{}\" {}", what_, literal.text, problem));
    literals.push_back(std::move(literal));
  }

  void add_setting(const Node& node) {
    const Setting* setting = find_setting(node, reading_.settings, reading_.catalog, reading_.mistakes);
    if (!setting) {
      good_ = false;
    } else if (setting->type == "list" && !many_) {
      wrong(node, fmt::format("{} takes one value; setting {} is a list", what_, setting->name));
    } else {
      for (const Literal& value : setting->value) add(node, value);
    }
  }

  void add_item(const Node& node) {
    if (!reading_.has_item) return wrong(node, "$item has no meaning here; it needs `each: $setting`");
    literals.push_back({Literal::Kind::text, "$item", true});
  }

  std::string_view what_;
  bool many_;
  const Reading& reading_;
  const CheckLiteral& check_;
  bool good_ = true;
};

}  // namespace

std::optional<std::vector<Literal>> read_literals(const Node& node, std::string_view what, bool many, const Reading& reading,
                                                  const CheckLiteral& check) {
  Literals literals(what, many, reading, check);
  if (node.kind == NodeKind::list && !many) {
    reading.mistakes.add(node.range, fmt::format("{} takes one value, not a list", what));
    return std::nullopt;
  }
  if (node.kind == NodeKind::list) {
    if (node.size() == 0) reading.mistakes.add(node.range, fmt::format("{} is an empty list", what));
    for (const Node& item : node.items()) literals.read(item);
  } else {
    literals.read(node);
  }
  if (!literals.good()) return std::nullopt;
  return std::move(literals.literals);
}

std::optional<std::vector<std::string>> read_literal_texts(const Node& node, std::string_view what, const Reading& reading,
                                                           const CheckLiteral& check) {
  std::optional<std::vector<Literal>> literals = read_literals(node, what, true, reading, check);
  if (!literals) return std::nullopt;
  std::vector<std::string> texts;
  for (Literal& literal : *literals) {
    if (literal.is_item) {
      reading.mistakes.add(node.range, fmt::format("{} cannot be $item", what));
      return std::nullopt;
    }
    texts.push_back(std::move(literal.text));
  }
  return texts;
}

std::optional<std::uint32_t> read_count(const Node& node, std::string_view what, const Reading& reading) {
  std::optional<std::vector<Literal>> literals = read_literals(node, what, false, reading);
  if (!literals) return std::nullopt;
  const std::string& text = (*literals)[0].text;
  std::uint32_t count = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error == std::errc() && end == text.data() + text.size() && count > 0) return count;
  reading.mistakes.add(node.range, fmt::format("{} must be a whole number from 1 on, not \"{}\"", what, text));
  return std::nullopt;
}

std::string no_number(const Literal& literal) { return is_decimal(literal.text) ? "" : "is no number"; }

std::string no_date(const Literal& literal) {
  return day_number(literal.text) || days_of(literal.text)
             ? ""
             : "is neither a date such as 2026-11-24 nor a duration such as 90 days";
}

}  // namespace demarc
