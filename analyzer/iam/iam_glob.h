#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/graph/truth.h"
#include "parsers/graph/value.h"

namespace demarc {

// One symbol of a pattern.
//   literal   one byte
//   one       ?, any one character
//   any       *, any run of characters
//   hole      a run of characters that is not known
//   variable  ${aws:username}: a run of characters that each request fills differently
//   self      the ARN of the resource that the policy belongs to
//   open      any run of characters but colons: a field of an ARN that is not written, its partition, region or account
struct GlobSymbol {
  enum class Kind : std::uint8_t { literal, one, any, hole, variable, self, open };
  Kind kind = Kind::literal;
  char byte = 0;            // literal
  std::uint32_t index = 0;  // hole, variable: into names
};

// What fills a hole or variable.
struct GlobFilling {
  std::string name;                      // equal names have equal values; empty: nothing is known to be equal
  bool wild = false;                     // may hold wildcards itself: a value of which nothing at all is known
  std::string reason;                    // why a hole is not known: "depends on parameter Name, which has no default"
  const Reference* reference = nullptr;  // of a hole that is a reference
  const Unknown* unknown = nullptr;      // of another hole
  bool other = false;                    // certainly not the resource that the policy belongs to
};

// An action, resource or principal as a policy document writes it, or as a test asks for it.
// A hole that is part of a text, or stands for the name, ARN or attribute of something, holds no wildcards: it never equals
// `*`. Exports of other stacks are taken for such names.
struct IamGlob {
  std::vector<GlobSymbol> symbols;
  std::vector<GlobFilling> fillings;
  std::string written;     // in the words of the file: arn:aws:s3:::${Bucket}/*
  bool sensitive = false;  // must not be shown
  const Reference* through = nullptr;  // what a known text came through
  bool own = false;        // an ARN of the resource that the policy belongs to

  const GlobFilling* first_hole() const;  // null if there is none
  bool has_holes() const { return first_hole() != nullptr; }
  bool is_text(std::string_view text) const;  // exactly these literals
  bool is_any() const;                        // `*` alone
};

// Longer texts are cut: no policy document is as long.
constexpr std::size_t kLongestGlob = 50'000;

// A settled value as a pattern. `ignore_case` makes literals lower case. Policy variables and their escapes (${*}) are read
// as IAM does: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
// A list, map or null is a hole of which nothing is known.
IamGlob glob_of(const Value& value, bool ignore_case = false);
IamGlob glob_of(std::string_view text, bool ignore_case = false);

// As glob_of, with `*` standing for every action of every service, `*:*`.
IamGlob action_glob(const Value& value);
IamGlob action_glob(std::string_view text);

// Whether everything that `narrow` matches is matched by `wide`. `self_known`: the owner's ARN is known, and patterns that
// hold it stand beside those that hold `self`; else `self` may be any name.
Truth covers(const IamGlob& wide, const IamGlob& narrow, bool self_known = true);

// Whether something is matched by both.
Truth meets(const IamGlob& a, const IamGlob& b, bool self_known = true);

}  // namespace demarc
