#include "analyzer/iam/owner.h"

#include <algorithm>
#include <cstddef>

namespace demarc {

namespace {

using Kind = GlobSymbol::Kind;
using Symbols = std::vector<GlobSymbol>;

constexpr std::string_view kSelf = "self";

bool is_literal(const GlobSymbol& symbol, char c) { return symbol.kind == Kind::literal && symbol.byte == c; }

bool begins_an_arn(const Symbols& symbols) {
  constexpr std::string_view kArn = "arn:";
  if (symbols.size() < kArn.size()) return false;
  return std::equal(kArn.begin(), kArn.end(), symbols.begin(),
                    [](char c, const GlobSymbol& symbol) { return is_literal(symbol, c); });
}

void put_self(Symbols& symbols, std::size_t instead_of) {
  symbols.erase(symbols.begin(), symbols.begin() + static_cast<std::ptrdiff_t>(instead_of));
  symbols.insert(symbols.begin(), {Kind::self});
}

// Where the next `/` stands from a symbol on; the end if there is none.
std::size_t slash_after(const Symbols& symbols, std::size_t from) {
  const auto at = std::find_if(symbols.begin() + static_cast<std::ptrdiff_t>(from), symbols.end(),
                               [](const GlobSymbol& symbol) { return is_literal(symbol, '/'); });
  return static_cast<std::size_t>(at - symbols.begin());
}

// Whether something between two places is not known, and no other resource either.
bool is_open(const IamGlob& glob, std::size_t from, std::size_t to) {
  const Symbols& symbols = glob.symbols;
  return std::any_of(
      symbols.begin() + static_cast<std::ptrdiff_t>(from), symbols.begin() + static_cast<std::ptrdiff_t>(to),
      [&](const GlobSymbol& symbol) { return symbol.kind == Kind::hole && glob.fillings[symbol.index].reference == nullptr; });
}

// Where the name in an ARN ends, whose parts have holes: behind the fifth colon, and behind the first slash in
// "table/${Table}". 0 if no hole is part of the name.
std::size_t end_of_open_name(const IamGlob& glob) {
  const Symbols& symbols = glob.symbols;
  constexpr int kColons = 5;
  std::size_t begin = 0;
  for (int colons = 0; begin < symbols.size() && colons < kColons; ++begin) colons += is_literal(symbols[begin], ':') ? 1 : 0;
  const std::size_t first = slash_after(symbols, begin);
  if (is_open(glob, begin, first)) return first;
  if (first == symbols.size()) return 0;
  const std::size_t second = slash_after(symbols, first + 1);
  return is_open(glob, first, second) ? second : 0;
}

}  // namespace

PolicyOwner::PolicyOwner(const DocumentOwner& owner) : owner_(owner) {
  for (const std::string& name : owner.names) {
    // A pattern that ends in a star means what the owner holds: objects, versions, streams.
    if (name.starts_with("arn:") && !name.ends_with('*')) arns_.push_back(name);
  }
}

bool PolicyOwner::is_meant_by(const Reference& reference) const {
  return reference.kind == Reference::Kind::resource && reference.scope == owner_.scope && reference.target == owner_.address;
}

// A reference without index may mean any instance of its address.
bool PolicyOwner::may_mean(const Reference& reference) const {
  if (reference.kind != Reference::Kind::resource || reference.scope != owner_.scope) return false;
  return owner_.address == reference.target || owner_.address.starts_with(std::string(reference.target) + '[');
}

IamGlob PolicyOwner::resource(const Value& value, StatementTest::Document kind) const {
  IamGlob glob = glob_of(value);
  if (kind == StatementTest::Document::key && glob.is_any()) {
    put_self(glob.symbols, 1);
    return glob;
  }
  const bool arn = begins_an_arn(glob.symbols);
  if (!arn && (glob.symbols.empty() || glob.symbols.front().kind != Kind::hole)) return glob;
  // What stands before the owner's name is partition, service, region and account.
  std::size_t end = 0;
  for (std::size_t i = 0; i < glob.symbols.size(); ++i) {
    const GlobSymbol& symbol = glob.symbols[i];
    if (symbol.kind != Kind::hole || glob.fillings[symbol.index].reference == nullptr) continue;
    if (is_meant_by(*glob.fillings[symbol.index].reference)) end = i + 1;
  }
  if (end == 0 && arn && kind == StatementTest::Document::resource && !arn_known()) end = end_of_open_name(glob);
  if (end > 0) put_self(glob.symbols, end);
  for (GlobFilling& filling : glob.fillings) filling.other = filling.reference != nullptr && !may_mean(*filling.reference);
  return glob;
}

std::vector<IamGlob> PolicyOwner::asked(std::string_view resource) const {
  if (!resource.starts_with(kSelf)) return {glob_of(resource)};
  const std::string_view rest = resource.substr(kSelf.size());
  const IamGlob behind = glob_of(rest);
  std::vector<IamGlob> result;
  IamGlob self;
  self.symbols.push_back({Kind::self});
  self.symbols.insert(self.symbols.end(), behind.symbols.begin(), behind.symbols.end());
  result.push_back(std::move(self));
  for (const std::string_view arn : arns_) {
    IamGlob known = glob_of(arn);
    known.own = true;
    for (GlobSymbol& symbol : known.symbols) {
      if (symbol.kind == Kind::any || symbol.kind == Kind::one) symbol.kind = Kind::open;
    }
    known.symbols.insert(known.symbols.end(), behind.symbols.begin(), behind.symbols.end());
    result.push_back(std::move(known));
  }
  return result;
}

bool PolicyOwner::has_account(std::string_view account) const {
  return std::any_of(arns_.begin(), arns_.end(), [&](std::string_view arn) {
    return is_account_id(account) && arn.find(":" + std::string(account) + ":") != std::string_view::npos;
  });
}

bool PolicyOwner::trusts(std::string_view account) const {
  return std::find(owner_.trusted_accounts.begin(), owner_.trusted_accounts.end(), account) != owner_.trusted_accounts.end();
}

bool is_account_id(std::string_view text) {
  return text.size() == 12 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace demarc
