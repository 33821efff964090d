#pragma once

#include "analyzer/evaluate/world.h"
#include "analyzer/policy/test.h"
#include "parsers/graph/truth.h"

namespace demarc {

// Whether a kind is one of secrets, whose values must not be shown.
inline bool is_secret(ValueKind kind) { return kind == ValueKind::literal_secret || kind == ValueKind::credential; }

// Whether a value that is present is of a kind (POLICY-LANGUAGE, section 5).
Truth is_of_kind(World& world, const Value& value, ValueKind kind);

// A key of one's own: a reference to a resource of a type of the table customer-keys (to any resource where there is no such
// table), or a key's id, ARN or alias that is not one of AWS's (alias/aws/*, aws/*).
// Source: https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-mgmt
Truth is_customer_key(World& world, const Value& value);

// A secret that stands in the file: text, or a default of a parameter. Dynamic references, parameters without a default,
// references to other resources and what is known only later are none.
Truth is_literal_secret(const Value& value);

// A secret that another resource hands out: its attribute stands in the table secret-attributes. In a text it may be a part.
Truth is_secret_attribute(World& world, const Value& value);

}  // namespace demarc
