#include "analyzer/iam/principal.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzer/iam/element.h"
#include "analyzer/network/words.h"

namespace demarc {

namespace {

using Kind = PrincipalName::Kind;

constexpr std::string_view kPublicProviders[] = {"accounts.google.com", "cognito-identity.amazonaws.com", "graph.facebook.com",
                                                 "www.amazon.com"};

Kind kind_named(std::string_view key) {
  if (same_ignoring_case(key, "Service")) return Kind::service;
  if (same_ignoring_case(key, "Federated")) return Kind::federated;
  if (same_ignoring_case(key, "CanonicalUser")) return Kind::canonical;
  return Kind::aws;
}

bool is_service(std::string_view name) { return name.ends_with(".amazonaws.com") || name.ends_with(".amazonaws.com.cn"); }

std::vector<std::string_view> fields_of(std::string_view arn) {
  std::vector<std::string_view> fields;
  while (true) {
    const std::size_t colon = fields.size() < 5 ? arn.find(':') : std::string_view::npos;
    fields.push_back(arn.substr(0, colon));
    if (colon == std::string_view::npos) return fields;
    arn = arn.substr(colon + 1);
  }
}

// arn:aws:iam::*:root: a star that is not alone, which AWS refuses in a principal.
bool has_refused_star(const PrincipalName& name) {
  const auto is_star = [](const GlobSymbol& symbol) {
    return symbol.kind == GlobSymbol::Kind::any || symbol.kind == GlobSymbol::Kind::one;
  };
  const std::vector<GlobSymbol>& symbols = name.name.symbols;
  return name.kind == Kind::aws && !name.name.is_any() && std::any_of(symbols.begin(), symbols.end(), is_star);
}

// Whether a principal that is not wholly known belongs to the owner's account.
Truth is_foreign_hole(const IamGlob& name) {
  Truth result = Truth::no;
  for (const GlobFilling& filling : name.fillings) {
    const bool own = filling.reference != nullptr ? filling.reference->kind == Reference::Kind::resource
                                                  : filling.unknown != nullptr && filling.unknown->why == Why::attribute;
    if (!own) result = Truth::unknown;
  }
  return result;
}

Truth is_foreign_name(const PrincipalName& name, const PolicyOwner& owner, const std::vector<std::string>& own) {
  if (name.kind == Kind::service || name.kind == Kind::federated) return Truth::no;
  const Truth everyone = name.is_everyone();
  if (everyone == Truth::yes || has_refused_star(name)) return everyone;
  const std::string_view account = account_of(name.name.written);
  if (is_account_id(account)) {
    const bool is_own = owner.has_account(account) || std::find(own.begin(), own.end(), account) != own.end();
    return truth(!is_own && !owner.trusts(account));
  }
  if (name.name.has_holes()) return is_foreign_hole(name.name);
  // Of canonical ids and unique ids nobody can see whose they are; arn:aws:iam::cloudfront:… is AWS's.
  return name.name.written.starts_with("arn:") ? Truth::no : Truth::unknown;
}

// AROA…, AIDA…: what AWS makes of the ARN of a role or user that is gone.
bool is_unique_id(const PrincipalName& name) {
  return name.kind == Kind::aws && !name.name.is_any() && account_of(name.name.written).empty();
}

Truth means(const PrincipalName& name, std::string_view asked) {
  const Truth everyone = name.is_everyone();
  if (everyone == Truth::yes) return everyone;
  const Truth result = covers(glob_of(asked), name.name);
  // An account by its id is that account's root.
  const std::string_view account = account_of(asked);
  const std::string_view its = account_of(name.name.written);
  const auto is_whole = [](std::string_view text, std::string_view id) { return text == id || text.ends_with(":root"); };
  if (is_account_id(account) && account == its && is_whole(asked, account) && is_whole(name.name.written, its)) return Truth::yes;
  return either(result, everyone);
}

}  // namespace

Truth PrincipalName::is_everyone() const {
  if (kind != Kind::aws) return Truth::no;
  if (name.is_any()) return Truth::yes;
  if (has_refused_star(*this)) return Truth::unknown;
  const GlobFilling* hole = name.symbols.size() == 1 ? name.first_hole() : nullptr;
  return hole != nullptr && hole->wild ? Truth::unknown : Truth::no;
}

std::vector<std::string> PrincipalElement::reasons() const {
  std::vector<std::string> result;
  for (const PrincipalName& each : names) {
    const GlobFilling* hole = each.name.first_hole();
    std::string reason;
    if (hole != nullptr) {
      reason = fmt::format("Principal {}", hole->reason);
    } else if (has_refused_star(each)) {
      reason = fmt::format("Principal has a star in {}, which AWS refuses", each.name.sensitive ? "a name" : each.name.written);
    } else if (each.kind == Kind::canonical || is_unique_id(each)) {
      reason = "Principal is an id that does not say whose account it is";
    }
    if (!reason.empty() && std::find(result.begin(), result.end(), reason) == result.end()) result.push_back(std::move(reason));
  }
  return result;
}

PrincipalElement read_principal(const Value& value, bool negated, Scenario& scenario) {
  PrincipalElement element;
  element.negated = negated;
  for (const Value& each : single_or_list(value, scenario)) {
    element.written = true;
    if (!each.is(Value::Kind::map)) {
      IamGlob name = glob_of(each);
      const Kind kind = is_service(name.written) ? Kind::service : Kind::aws;
      element.names.push_back({kind, std::move(name), true});
      continue;
    }
    for (const Entry& entry : each.entries()) {
      for (const Value& name : single_or_list(entry.value, scenario)) {
        element.names.push_back({kind_named(entry.key), glob_of(name), false});
      }
    }
  }
  return element;
}

Truth is_everyone(const PrincipalElement& principal, bool denies) {
  if (!principal.written) return Truth::no;
  Truth result = Truth::no;
  for (const PrincipalName& name : principal.names) result = either(result, name.is_everyone());
  if (!principal.negated) return result;
  return denies ? Truth::no : negate(result);
}

Truth is_foreign(const PrincipalElement& principal, const PolicyOwner& owner, const std::vector<std::string>& own, bool denies) {
  if (principal.negated) return is_everyone(principal, denies);
  Truth result = Truth::no;
  for (const PrincipalName& name : principal.names) result = either(result, is_foreign_name(name, owner, own));
  return result;
}

Truth names(const PrincipalElement& principal, std::string_view asked, bool denies) {
  if (!principal.written) return Truth::no;
  Truth result = Truth::no;
  for (const PrincipalName& name : principal.names) result = either(result, means(name, asked));
  if (!principal.negated) return result;
  return denies ? Truth::no : negate(result);
}

Truth has_kind(const PrincipalElement& principal, PrincipalName::Kind kind) {
  if (!principal.written || principal.negated) return Truth::no;
  Truth result = Truth::no;
  for (const PrincipalName& name : principal.names) {
    const GlobFilling* hole = name.name.first_hole();
    const bool could_be = name.alone && hole != nullptr && name.name.symbols.size() == 1 && hole->wild;
    result = either(result, name.kind == kind ? Truth::yes : could_be ? Truth::unknown : Truth::no);
  }
  return result;
}

std::vector<std::string> public_providers(const PrincipalElement& principal) {
  std::vector<std::string> result;
  if (principal.negated) return result;
  for (const PrincipalName& name : principal.names) {
    if (name.kind != Kind::federated) continue;
    for (const std::string_view provider : kPublicProviders) {
      if (name.name.written == provider) result.emplace_back(provider);
    }
  }
  return result;
}

Truth covers(const PrincipalElement& wide, const PrincipalElement& narrow) {
  if (!wide.written) return truth(!narrow.written);
  const Truth everyone = wide.negated ? Truth::no : is_everyone(wide, true);
  if (everyone == Truth::yes || wide.negated || narrow.negated || !narrow.written) return everyone;
  Truth result = Truth::yes;
  for (const PrincipalName& name : narrow.names) {
    Truth found = everyone;
    for (const PrincipalName& candidate : wide.names) {
      if (candidate.kind == name.kind) found = either(found, covers(candidate.name, name.name));
    }
    result = both(result, found);
  }
  return result;
}

std::string describe_principal(const PrincipalElement& principal) {
  if (!principal.negated && is_everyone(principal, false) == Truth::yes) return "everyone";
  std::vector<std::string> texts;
  for (const PrincipalName& name : principal.names) {
    if (!name.name.sensitive && !name.name.written.empty()) texts.push_back(name.name.written);
  }
  return principal.negated ? fmt::format("everyone but {}", listed(texts)) : listed(texts);
}

std::string_view account_of(std::string_view name) {
  if (is_account_id(name)) return name;
  const std::vector<std::string_view> fields = fields_of(name);
  return fields.size() == 6 && fields[0] == "arn" ? fields[4] : std::string_view();
}

}  // namespace demarc
