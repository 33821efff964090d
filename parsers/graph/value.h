#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "parsers/graph/truth.h"
#include "parsers/graph/unknown.h"
#include "parsers/text/place.h"

namespace demarc {

class Arena;
struct Condition;
struct Variable;
struct Entry;
struct Piece;
struct Alternative;

// Numbers the name spaces of a run: logical ids and addresses are unique within one (a template, a plan).
using Scope = std::uint32_t;

// A mention of something by name: of a resource (Ref, Fn::GetAtt, aws_kms_key.k.arn), or of the parameter, mapping or
// local through which a value came.
struct Reference {
  enum class Kind : std::uint8_t { resource, parameter, mapping, variable, data };
  // What a value came through a parameter as; of its Default and of a member of its AllowedValues `place` is that text's.
  enum class Source : std::uint8_t { name, by_default, allowed, given };
  Kind kind = Kind::resource;
  Scope scope = 0;
  std::string_view target;     // logical id, or full instance address; without an index: one instance of that address, it is not known which
  std::string_view attribute;  // "Arn", "arn", "id"; empty for Ref
  Place place;                 // where the target is declared, for parameters and mappings
  Source source = Source::name;
};

// What a text came through of which the value of `through` is only a piece: the same parameter, but no value of it. May be null.
const Reference* as_piece(const Reference* through, Arena& arena);

// What is known of one value. Values are small, immutable and trivially copyable; what they point to lives in the
// arena of their ResourceGraph (or Scenario).
//
//   null       absent all the same; AWS::NoValue
//   boolean, number (its text kept), text, list, map
//   partial    text of which pieces are known: arn:aws:s3:::${Bucket}/*
//   unknown    with the reason
//   reference  unknown, but its referent is known; `name()` is the physical name where the input writes it
//   variable   a parameter whose value a scenario picks
//   choice     guarded alternatives, Fn::If: the first whose guard holds; null if none does
class Value {
 public:
  enum class Kind : std::uint8_t { null, boolean, number, text, list, map, partial, unknown, reference, variable, choice };

  Kind kind() const { return kind_; }
  bool is(Kind kind) const { return kind_ == kind; }
  bool is_null() const { return kind_ == Kind::null; }
  bool is_scalar() const { return kind_ == Kind::boolean || kind_ == Kind::number || kind_ == Kind::text; }

  Place place;
  bool sensitive = false;              // must not leave the process: NoEcho, after_sensitive
  const Reference* through = nullptr;  // the parameter, mapping or name that this value was resolved through

  // Each requires the kind of the same name; scalar() takes boolean, number or text and gives its text ("true", "1.50").
  bool boolean() const { return size_ != 0; }
  std::string_view scalar() const;
  std::span<const Value> items() const { return {static_cast<const Value*>(data_), size_}; }
  inline std::span<const Entry> entries() const;
  inline std::span<const Piece> pieces() const;
  inline std::span<const Alternative> alternatives() const;
  const Unknown& unknown() const { return *static_cast<const Unknown*>(data_); }
  const Reference& reference() const { return *static_cast<const Reference*>(data_); }
  const Variable& variable() const { return *static_cast<const Variable*>(data_); }

  // The entry of a map, null if this is no map or has no such key.
  const Entry* find(std::string_view key) const;

  // Everything that is passed by pointer or span must outlive the value: store it in an arena first.
  static Value null(Place place = {});
  static Value boolean(bool truth, Place place);
  static Value number(std::string_view text, Place place);
  static Value text(std::string_view text, Place place);
  static Value list(std::span<const Value> items, Place place);
  static Value map(std::span<const Entry> entries, Place place);
  static Value partial(std::span<const Piece> pieces, Place place);
  static Value unknown(const Unknown* unknown, Place place);
  static Value reference(const Reference* reference, Place place);
  static Value variable(const Variable* variable, Place place);
  static Value choice(std::span<const Alternative> alternatives, Place place);

 private:
  Value(Kind kind, const void* data, std::size_t size, Place at);

  Kind kind_;
  std::uint32_t size_;
  const void* data_;
};

// A member of a map. `written` is the key in the words of its file, where that differs: "storage_encrypted". It may be a
// path ("health_check.path"), or "." for a step that the file does not have: such a step, and an index right behind it, are
// left out when a path is shown (EncryptionConfiguration.KmsKey, written "." and "kms_key_arn", reads kms_key_arn).
struct Entry {
  std::string_view key;
  std::string_view written;
  Place key_place;
  Value value;
};

// A map with an entry of this key may have others that are not there: its value is the unknown that says who may bring them.
inline constexpr std::string_view kMoreEntries = "Fn::Macro";

// A piece of a partly known text: literal, or a hole (unknown, reference, variable, choice).
struct Piece {
  std::string_view literal;
  const Value* hole = nullptr;
};

struct Alternative {
  const Condition* guard = nullptr;  // null: otherwise
  Value value;
};

inline std::span<const Entry> Value::entries() const { return {static_cast<const Entry*>(data_), size_}; }
inline std::span<const Piece> Value::pieces() const { return {static_cast<const Piece*>(data_), size_}; }
inline std::span<const Alternative> Value::alternatives() const { return {static_cast<const Alternative*>(data_), size_}; }

}  // namespace demarc
