#include "analyzer/evaluate/kind.h"

#include <algorithm>
#include <string_view>

namespace demarc {
namespace {

// The part of an id, ARN or alias that names the key: "alias/aws/ebs", "key/1234…", "1234…".
std::string_view after_arn(std::string_view key) {
  if (!key.starts_with("arn:")) return key;
  for (int colons = 0; colons < 5; ++colons) {
    std::size_t colon = key.find(':');
    if (colon == std::string_view::npos) return key;
    key.remove_prefix(colon + 1);
  }
  return key;
}

bool is_aws_managed(std::string_view key) {
  key = after_arn(key);
  return key.starts_with("alias/aws/") || key.starts_with("aws/") || key.starts_with("AWS_OWNED");
}

// What other resources hand out may be the name of any key.
Truth is_key(World& world, const Reference& reference) {
  if (reference.kind != Reference::Kind::resource) return Truth::unknown;
  const auto& tables = world.deployment.catalog().tables;
  auto keys = tables.find("customer-keys");
  if (keys == tables.end()) return Truth::yes;
  const Registry& registry = world.deployment.registry();
  std::vector<std::uint32_t> referents = registry.referents(reference);
  bool known = std::any_of(referents.begin(), referents.end(),
                           [&](std::uint32_t number) { return keys->second->find({registry.resource(number).type}) != nullptr; });
  return known ? Truth::yes : Truth::unknown;
}

// A pseudo parameter or an attribute of a resource never begins with "aws/".
bool is_name(const Piece* piece) {
  if (!piece || !piece->hole) return false;
  const Value& hole = *piece->hole;
  return hole.is(Value::Kind::reference) || (hole.is(Value::Kind::unknown) && hole.unknown().why == Why::attribute);
}

// What follows "alias/".
Truth is_customer_alias(std::string_view name, const Piece* next) {
  if (name.starts_with("aws/")) return Truth::no;
  if (name.empty()) return is_name(next) ? Truth::yes : Truth::unknown;
  return std::string_view("aws/").starts_with(name) ? Truth::unknown : Truth::yes;
}

bool hands_out_secret(World& world, const Reference& reference) {
  const auto& tables = world.deployment.catalog().tables;
  auto secrets = tables.find("secret-attributes");
  if (secrets == tables.end() || reference.kind != Reference::Kind::resource) return false;
  const Registry& registry = world.deployment.registry();
  std::vector<std::uint32_t> referents = registry.referents(reference);
  return std::any_of(referents.begin(), referents.end(), [&](std::uint32_t number) {
    return secrets->second->find({registry.resource(number).type, reference.attribute}) != nullptr;
  });
}

// The first piece that says what kind of key it is decides; what a hole stands for is not known.
Truth is_customer_key_of_pieces(World& world, const Value& value) {
  std::span<const Piece> pieces = value.pieces();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    if (piece.hole) {
      if (piece.hole->is(Value::Kind::reference) && is_key(world, piece.hole->reference()) == Truth::yes) return Truth::yes;
      continue;
    }
    std::size_t key = piece.literal.find("key/"), alias = piece.literal.find("alias/");
    if (key != std::string_view::npos) return Truth::yes;
    if (alias == std::string_view::npos) continue;
    return is_customer_alias(piece.literal.substr(alias + 6), i + 1 < pieces.size() ? &pieces[i + 1] : nullptr);
  }
  return Truth::unknown;
}

bool is_dynamic_reference(std::string_view text) { return text.starts_with("{{resolve:") && text.ends_with("}}"); }

// Whether somebody may have written it out: in another stack, in an expression, a macro or a map.
Truth is_written(const Unknown& unknown) {
  switch (unknown.why) {
    case Why::import:
    case Why::macro:
    case Why::condition:
    case Why::intrinsic:
    case Why::unread_file:
    case Why::unknown_members:
    case Why::unproven_companion:
    case Why::outside:
    case Why::too_many_scenarios: return Truth::unknown;
    default: return Truth::no;
  }
}

Truth is_literal_secret_of_pieces(const Value& value) {
  std::span<const Piece> pieces = value.pieces();
  if (!pieces.empty() && pieces[0].literal.starts_with("{{resolve:")) return Truth::no;
  bool only_holes =
      std::all_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.hole || piece.literal.empty(); });
  return only_holes ? Truth::no : Truth::unknown;
}

// A plan's variable is declared by a map; where it has a default, that is what a reference to it points at.
bool comes_from_default(World& world, const Value& value) {
  if (!value.through || value.through->kind != Reference::Kind::variable) return false;
  const Place& place = value.through->place;
  const std::string_view text = world.deployment.sources()[place.file].text();
  return place.range.end > place.range.begin && place.range.begin < text.size() && text[place.range.begin] != '{';
}

// Whether a value is read from a parameter in SSM Parameter Store that is no secure string.
Truth is_plain_parameter(const Value& value) {
  if (value.is(Value::Kind::partial)) {
    Truth some = Truth::no;
    for (const Piece& piece : value.pieces()) some = either(some, piece.hole ? is_plain_parameter(*piece.hole) : Truth::no);
    return some;
  }
  if (!value.is(Value::Kind::unknown)) return Truth::no;
  const Unknown& unknown = value.unknown();
  if (unknown.why == Why::parameter_store) return Truth::yes;
  if (unknown.why == Why::dynamic_reference) return truth(unknown.detail == "ssm");
  return is_written(unknown);
}

}  // namespace

Truth is_customer_key(World& world, const Value& value) {
  if (value.is_scalar()) return truth(!value.scalar().empty() && !is_aws_managed(value.scalar()));
  if (value.is(Value::Kind::partial)) return is_customer_key_of_pieces(world, value);
  return value.is(Value::Kind::reference) ? is_key(world, value.reference()) : Truth::unknown;
}

// A variable without a default is given to each run from outside; the caller knows of defaults.
Truth is_literal_secret(const Value& value) {
  if (value.is_scalar()) {
    bool given = value.through && value.through->kind == Reference::Kind::variable;
    bool made =
        value.through && (value.through->kind == Reference::Kind::resource || value.through->kind == Reference::Kind::data);
    return truth(!value.scalar().empty() && !given && !made && !is_dynamic_reference(value.scalar()));
  }
  if (value.is(Value::Kind::reference) || value.is_null()) return Truth::no;
  if (value.is(Value::Kind::partial)) return is_literal_secret_of_pieces(value);
  return value.is(Value::Kind::unknown) ? is_written(value.unknown()) : Truth::unknown;
}

Truth is_secret_attribute(World& world, const Value& value) {
  if (value.is(Value::Kind::reference)) return truth(hands_out_secret(world, value.reference()));
  if (!value.is(Value::Kind::partial)) return Truth::no;
  std::span<const Piece> pieces = value.pieces();
  return truth(std::any_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
    return piece.hole && piece.hole->is(Value::Kind::reference) && hands_out_secret(world, piece.hole->reference());
  }));
}

Truth is_of_kind(World& world, const Value& value, ValueKind kind) {
  switch (kind) {
    case ValueKind::customer_key: return is_customer_key(world, value);
    case ValueKind::literal_secret:
      if (value.is_scalar() && !value.scalar().empty() && comes_from_default(world, value)) return Truth::yes;
      return is_literal_secret(value);
    case ValueKind::secret_attribute: return is_secret_attribute(world, value);
    case ValueKind::credential: return truth(!world.deployment.credentials().in(value).empty());
    case ValueKind::plain_parameter: return is_plain_parameter(value);
  }
  return Truth::unknown;
}

}  // namespace demarc
