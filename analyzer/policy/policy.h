#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer/policy/test.h"
#include "parsers/graph/resource.h"

namespace demarc {

enum class Severity : std::uint8_t { note, low, medium, high, critical };
enum class Category : std::uint8_t { identity, data_protection, network, logging, backup, patching, secrets, governance };
enum class Profile : std::uint8_t { standard, recommended, strict, opt_in };  // standard is written `default`

std::string_view name_of(Severity severity);
std::string_view name_of(Category category);
std::string_view name_of(Profile profile);
std::optional<Severity> severity_named(std::string_view name);
std::optional<Category> category_named(std::string_view name);
std::optional<Profile> profile_named(std::string_view name);

// The names as they are written, from the least to the most; for "did you mean".
std::span<const std::string_view> severity_names();
std::span<const std::string_view> category_names();
std::span<const std::string_view> profile_names();

// A text that may differ by dialect.
struct DialectText {
  std::string cloudformation;
  std::string terraform;
  const std::string& in(Dialect dialect) const { return dialect == Dialect::terraform ? terraform : cloudformation; }
};

// Something that users tune, with its default.
struct Setting {
  std::string name;
  std::string type;     // integer, text, list, duration ("90 days": see date.h)
  std::vector<Literal> value;
  std::string text;     // what it is for
};

// One policy: a sentence about resources (POLICY-LANGUAGE, section 1).
struct Policy {
  std::string id;
  std::string title;
  Severity severity = Severity::medium;
  std::optional<Severity> severity_sensitive;  // of resources whose classification is sensitive
  bool severity_given = false;                 // the configuration says it
  Category category = Category::governance;
  Profile profile = Profile::standard;
  std::string since;

  bool deployment = false;                     // `for: deployment`
  // CloudFormation's types, or globs; `*` for all. A glob of Terraform's (`aws_db_*`) speaks of Resource::written_type.
  std::vector<std::string> types;
  std::optional<Dialect> dialect;              // where the policy speaks of one dialect only
  std::vector<std::string> changes;            // plan actions judged; empty: all but delete and forget

  TestPointer when;
  std::optional<Paths> each;
  std::vector<Literal> each_member;            // `each: $setting`: its members; else empty
  bool each_is_setting = false;
  TestPointer where;
  Truth each_absent = Truth::unknown;          // the test's truth where `each` finds no items
  bool forbid = false;
  TestPointer test;

  std::string message;                         // what was found, with placeholders; settings are filled in already
  std::string message_absent;                  // empty: demarc's own words
  std::string aws_side, your_side;
  DialectText fix;
  std::vector<std::string> references;
  std::vector<std::pair<std::string, std::vector<std::string>>> controls;  // framework → ids
  std::vector<std::pair<std::string, std::vector<std::string>>> peers;     // tool → ids
  std::vector<Setting> settings;
  std::vector<std::string> replaces;
  bool deprecated = false;                     // listed and explained, never judged: `test` may be null
  std::string deprecated_since;
  std::string deprecated_because;
  std::vector<std::string> deprecated_instead; // ids

  std::string file;                            // where it is written, for errors and `explain`
  bool built_in = true;
};

}  // namespace demarc
