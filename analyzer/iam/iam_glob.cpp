#include "analyzer/iam/iam_glob.h"

#include <fmt/format.h>

#include "analyzer/network/reason.h"

namespace demarc {

namespace {

using Kind = GlobSymbol::Kind;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Whether an unknown is the name, ARN or attribute of something that exists, be it in this deployment or in another one.
bool names_something(const Unknown& unknown) {
  return unknown.why == Why::attribute || unknown.why == Why::import || unknown.why == Why::not_in_deployment ||
         unknown.why == Why::outside;
}

class Builder {
 public:
  explicit Builder(bool ignore_case) : ignore_case_(ignore_case) {}

  void text(std::string_view text) {
    glob_.written += text;
    text = text.substr(0, kLongestGlob + 1);
    const bool closes = text.find('}') != std::string_view::npos;
    for (std::size_t at = 0; at < text.size();) {
      const bool opens = closes && text.substr(at, 2) == "${";
      const std::size_t end = opens ? text.find('}', at) : std::string_view::npos;
      if (end == std::string_view::npos) {
        character(text[at++]);
        continue;
      }
      variable(text.substr(at + 2, end - at - 2));
      at = end + 1;
    }
  }

  // Requires: the hole is settled, and neither scalar nor partial.
  void hole(const Value& value, bool whole) {
    GlobFilling filling;
    std::string shown;
    if (value.is(Value::Kind::reference)) {
      filling.reference = &value.reference();
      const std::string_view attribute = filling.reference->attribute;
      shown = fmt::format("{}{}{}", filling.reference->target, attribute.empty() ? "" : ".", attribute);
      filling.name = fmt::format("@{}:{}", filling.reference->scope, shown);
    } else if (value.is(Value::Kind::unknown)) {
      filling.unknown = &value.unknown();
      shown = filling.unknown->detail;
      if (!shown.empty()) filling.name = fmt::format("{}:{}", static_cast<int>(filling.unknown->why), shown);
      filling.wild = whole && !names_something(*filling.unknown);
    } else {
      filling.wild = whole;
    }
    filling.reason = reason_for(value, "", "text").substr(1);
    glob_.written += whole ? shown : fmt::format("${{{}}}", shown);
    add(Kind::hole, std::move(filling));
  }

  IamGlob take() { return std::move(glob_); }

 private:
  void character(char c) {
    std::vector<GlobSymbol>& symbols = glob_.symbols;
    if (c == '*') {
      if (symbols.empty() || symbols.back().kind != Kind::any) symbols.push_back({Kind::any});
    } else if (c == '?') {
      symbols.push_back({Kind::one});
    } else {
      symbols.push_back({Kind::literal, ignore_case_ ? lower(c) : c});
    }
  }

  void variable(std::string_view name) {
    if (name == "*" || name == "?" || name == "$") {
      glob_.symbols.push_back({Kind::literal, name[0]});
    } else {
      GlobFilling filling;
      filling.name = name;
      add(Kind::variable, std::move(filling));
    }
  }

  void add(Kind kind, GlobFilling filling) {
    glob_.symbols.push_back({kind, 0, static_cast<std::uint32_t>(glob_.fillings.size())});
    glob_.fillings.push_back(std::move(filling));
  }

  bool ignore_case_;
  IamGlob glob_;
};

IamGlob with_every_service(IamGlob glob) {
  if (!glob.is_any()) return glob;
  glob.symbols = {{Kind::any}, {Kind::literal, ':'}, {Kind::any}};
  return glob;
}

}  // namespace

bool IamGlob::is_text(std::string_view text) const {
  if (symbols.size() != text.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (symbols[i].kind != Kind::literal || symbols[i].byte != text[i]) return false;
  }
  return true;
}

const GlobFilling* IamGlob::first_hole() const {
  for (const GlobSymbol& symbol : symbols) {
    if (symbol.kind == Kind::hole) return &fillings[symbol.index];
  }
  return nullptr;
}

bool IamGlob::is_any() const { return symbols.size() == 1 && symbols[0].kind == Kind::any; }

IamGlob glob_of(std::string_view text, bool ignore_case) {
  Builder builder(ignore_case);
  builder.text(text);
  return builder.take();
}

IamGlob glob_of(const Value& value, bool ignore_case) {
  Builder builder(ignore_case);
  if (value.is_scalar()) {
    builder.text(value.scalar());
  } else if (value.is(Value::Kind::partial)) {
    const bool whole = value.pieces().size() == 1;
    for (const Piece& piece : value.pieces()) {
      if (piece.hole == nullptr)
        builder.text(piece.literal);
      else
        builder.hole(*piece.hole, whole);
    }
  } else {
    builder.hole(value, true);
  }
  IamGlob glob = builder.take();
  glob.sensitive = value.sensitive;
  if (value.is_scalar()) glob.through = value.through;
  return glob;
}

IamGlob action_glob(const Value& value) { return with_every_service(glob_of(value, true)); }
IamGlob action_glob(std::string_view text) { return with_every_service(glob_of(text, true)); }

}  // namespace demarc
