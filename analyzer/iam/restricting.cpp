#include "analyzer/iam/restricting.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <span>

#include "analyzer/iam/element.h"
#include "analyzer/network/address.h"

namespace demarc {

namespace {

// What has to be fixed in the values of a key.
enum class Fixed : std::uint8_t {
  whole,    // all of it
  account,  // of an ARN the account
  first,    // what stands before the first separator: the organization of a path, the role of a session
  truth,    // true
  network,  // not too broad a range of addresses
};

struct RestrictingKey {
  std::string_view key;  // lower case
  Fixed fixed;
};

// The keys of S3's and EFS's pages, and those that AWS added beside them since, which name the same things:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
// https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-caller-account
// https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-cross-account.html
constexpr RestrictingKey kKeys[] = {
    {"aws:principalaccount", Fixed::whole},
    {"aws:principalarn", Fixed::account},
    {"aws:principalisawsservice", Fixed::truth},
    {"aws:principalorgid", Fixed::whole},
    {"aws:principalorgpaths", Fixed::first},
    {"aws:principalservicename", Fixed::whole},
    {"aws:sourceaccount", Fixed::whole},
    {"aws:sourcearn", Fixed::account},
    {"aws:sourceip", Fixed::network},
    {"aws:sourceorgid", Fixed::whole},
    {"aws:sourceorgpaths", Fixed::first},
    {"aws:sourceowner", Fixed::whole},
    {"aws:sourcevpc", Fixed::whole},
    {"aws:sourcevpcarn", Fixed::account},
    {"aws:sourcevpce", Fixed::whole},
    {"aws:userid", Fixed::first},
    {"aws:vpceaccount", Fixed::whole},
    {"aws:vpceorgid", Fixed::whole},
    {"aws:vpceorgpaths", Fixed::first},
    {"elasticfilesystem:accessedviamounttarget", Fixed::truth},
    {"kms:calleraccount", Fixed::whole},
    {"lambda:eventsourcetoken", Fixed::whole},
    {"s3:dataaccesspointaccount", Fixed::whole},
    {"s3:dataaccesspointarn", Fixed::account},
    {"s3:x-amz-server-side-encryption-aws-kms-key-id", Fixed::whole},
};

using Kind = GlobSymbol::Kind;
using Symbols = std::span<const GlobSymbol>;

// Nothing of it varies from request to request. A value of which nothing is known may be `*`.
Truth is_fixed(Symbols symbols, const IamGlob& value) {
  Truth result = Truth::yes;
  for (const GlobSymbol& symbol : symbols) {
    if (symbol.kind == Kind::any || symbol.kind == Kind::one || symbol.kind == Kind::variable) return Truth::no;
    if (symbol.kind == Kind::hole && value.fillings[symbol.index].wild) result = Truth::unknown;
  }
  return result;
}

// The symbols before the first of some separators.
Symbols before(Symbols symbols, std::string_view separators) {
  const auto end = std::find_if(symbols.begin(), symbols.end(), [&](const GlobSymbol& symbol) {
    return symbol.kind == Kind::literal && separators.find(symbol.byte) != std::string_view::npos;
  });
  return symbols.first(static_cast<std::size_t>(end - symbols.begin()));
}

// The fields of an ARN: partition, service, region, account and the rest hold what follows arn:.
std::vector<Symbols> fields(Symbols symbols) {
  constexpr std::size_t kFields = 6;
  std::vector<Symbols> result;
  while (result.size() + 1 < kFields) {
    const Symbols field = before(symbols, ":");
    result.push_back(field);
    if (field.size() == symbols.size()) return result;
    symbols = symbols.subspan(field.size() + 1);
  }
  result.push_back(symbols);
  return result;
}

bool is_text(Symbols symbols, std::string_view text) {
  return std::equal(symbols.begin(), symbols.end(), text.begin(), text.end(),
                    [](const GlobSymbol& symbol, char c) { return symbol.kind == Kind::literal && symbol.byte == c; });
}

Truth has_fixed_account(const IamGlob& value) {
  const Symbols symbols(value.symbols);
  // A hole that holds an ARN holds its account.
  if (!symbols.empty() && symbols.front().kind == Kind::hole) return is_fixed(symbols.first(1), value);
  const std::vector<Symbols> arn = fields(symbols);
  if (arn.size() < 6) return is_fixed(symbols, value);
  const Symbols account = arn[4];
  if (!account.empty() && is_fixed(account, value) == Truth::yes) return Truth::yes;
  // Of S3 only buckets have no slash in their name.
  const bool is_bucket = is_text(arn[2], "s3") && !arn[5].empty() && before(arn[5], "/").size() == arn[5].size();
  return is_bucket ? is_fixed(arn[5], value) : Truth::no;
}

// The prefix behind the last slash of a value that is known but for its address.
std::optional<int> prefix_of(const IamGlob& value) {
  std::string digits;
  for (auto symbol = value.symbols.rbegin(); symbol != value.symbols.rend() && symbol->kind == Kind::literal; ++symbol) {
    if (symbol->byte != '/') {
      digits.insert(digits.begin(), symbol->byte);
      continue;
    }
    int prefix = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), prefix);
    if (error == std::errc() && end == digits.data() + digits.size()) return prefix;
    return {};
  }
  return {};
}

Truth is_narrow(const IamGlob& value) {
  constexpr int kBroadestIpv4 = 8;
  constexpr int kBroadestIpv6 = 32;
  if (value.has_holes()) {
    const std::optional<int> prefix = prefix_of(value);
    const bool attribute = value.symbols.size() == 1 && !value.fillings[0].wild;
    return prefix ? truth(*prefix >= kBroadestIpv4) : attribute ? Truth::yes : Truth::unknown;
  }
  const std::optional<AddressBlock> block = read_block(value.written);
  if (!block) return Truth::unknown;
  return truth(block->prefix >= (block->family == Family::ipv4 ? kBroadestIpv4 : kBroadestIpv6));
}

bool takes_wildcards(const ConditionEntry& entry) {
  return entry.comparison == "stringlike" || entry.comparison == "arnlike" || entry.comparison == "arnequals";
}

bool compares_values(const ConditionEntry& entry) {
  return takes_wildcards(entry) || entry.comparison == "stringequals" || entry.comparison == "stringequalsignorecase";
}

Truth fixes(const ConditionEntry& entry, Fixed fixed, const IamGlob& value) {
  switch (fixed) {
    case Fixed::network: return entry.comparison == "ipaddress" ? is_narrow(value) : Truth::no;
    case Fixed::truth:
      if (value.has_holes()) return Truth::unknown;
      return truth(lower_case(value.written) == "true" && (entry.comparison == "bool" || compares_values(entry)));
    default: break;
  }
  if (!compares_values(entry)) return Truth::no;
  if (!takes_wildcards(entry)) {
    // Only a policy variable lets such a value differ from request to request.
    const bool varies = std::any_of(value.symbols.begin(), value.symbols.end(),
                                    [](const GlobSymbol& symbol) { return symbol.kind == Kind::variable; });
    return truth(!varies);
  }
  if (fixed == Fixed::account) return has_fixed_account(value);
  const Symbols symbols(value.symbols);
  return is_fixed(fixed == Fixed::first ? before(symbols, "/:") : symbols, value);
}

std::optional<Fixed> what_restricts(std::string_view key, const std::vector<std::string>& providers) {
  const std::string lower = lower_case(key);
  for (const RestrictingKey& known : kKeys) {
    if (known.key == lower) return known.fixed;
  }
  for (const std::string& provider : providers) {
    if (lower.starts_with(provider + ':')) return Fixed::whole;
  }
  return {};
}

Truth restricts(const ConditionEntry& entry, const std::vector<std::string>& providers) {
  const std::optional<Fixed> fixed = what_restricts(entry.key, providers);
  if (!fixed || entry.if_exists || entry.set == ConditionEntry::Set::all_values) return Truth::no;
  Truth result = Truth::yes;
  for (const IamGlob& value : entry.values) result = both(result, fixes(entry, *fixed, value));
  return result;
}

}  // namespace

Truth restricts(const StatementCondition& condition, const std::vector<std::string>& providers) {
  Truth result = condition.unknown.empty() ? Truth::no : Truth::unknown;
  for (const ConditionEntry& entry : condition.entries) result = either(result, restricts(entry, providers));
  return result;
}

std::vector<std::string> why_it_may_restrict(const StatementCondition& condition, const std::vector<std::string>& providers) {
  std::vector<std::string> reasons = condition.unknown;
  for (const ConditionEntry& entry : condition.entries) {
    if (restricts(entry, providers) == Truth::unknown) entry.add_reasons(reasons);
  }
  return reasons;
}

}  // namespace demarc
