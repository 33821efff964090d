#include <array>

#include "analyzer/policy/date.h"
#include "analyzer/policy/glob.h"
#include "analyzer/policy/nearest.h"
#include "analyzer/policy/pattern.h"
#include "analyzer/policy/pattern_set.h"
#include "analyzer/policy/policy.h"
#include "catch.h"

namespace demarc::test {

TEST_CASE("edit distance counts insertions, removals, replacements and swapped neighbours") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("severity", "severity") == 0);
  CHECK(edit_distance("sevrity", "severity") == 1);
  CHECK(edit_distance("hihg", "high") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("ab", "ba") == 1);
}

TEST_CASE("the nearest name is one that was probably meant") {
  constexpr std::array<std::string_view, 5> names = {"at-least", "at-most", "is", "in", "contains"};
  CHECK(nearest("atleast", names) == "at-least");
  CHECK(nearest("at_most", names) == "at-most");
  CHECK(nearest("Contains", names) == "contains");
  CHECK(nearest("it", names) == "is");
  CHECK(nearest("x", names) == "");
  CHECK(nearest("equals", names) == "");
  CHECK(nearest("", names) == "");
  CHECK(nearest(std::string(1'000'000, 'a'), names) == "");
  CHECK(did_you_mean("contain", names) == "; did you mean \"contains\"?");
  CHECK(did_you_mean("zebra", names) == "");
}

TEST_CASE("globs match whole texts, a question mark one character") {
  CHECK(glob_matches("*", ""));
  CHECK(glob_matches("AWS::RDS::*", "AWS::RDS::DBInstance"));
  CHECK_FALSE(glob_matches("AWS::RDS::*", "AWS::S3::Bucket"));
  CHECK(glob_matches("a*b*c", "a-b-b-c"));
  CHECK_FALSE(glob_matches("a*b*c", "a-b-b-"));
  CHECK(glob_matches("?", "é"));
  CHECK_FALSE(glob_matches("?", ""));
  CHECK_FALSE(glob_matches("a", "ab"));
  CHECK_FALSE(glob_matches("A", "a"));
  CHECK_FALSE(glob_matches("*a*a*a*a*a*a*a*a*a*a*b", std::string(20'000, 'a')));
}

TEST_CASE("dates are days of the calendar, durations are days") {
  CHECK(day_number("1970-01-01") == 0);
  CHECK(day_number("2026-11-24") == 20781);
  CHECK(day_number("2024-02-29") == 19782);
  CHECK_FALSE(day_number("2026-02-29"));
  CHECK_FALSE(day_number("2026-13-01"));
  CHECK_FALSE(day_number("2026-1-1"));
  CHECK_FALSE(day_number("2026-11-24T00:00:00Z"));
  CHECK_FALSE(day_number("-026-11-24"));
  CHECK(days_of("0 days") == 0);
  CHECK(days_of("1 day") == 1);
  CHECK(days_of("2 weeks") == 14);
  CHECK(days_of("-30 days") == -30);
  CHECK_FALSE(days_of("90"));
  CHECK_FALSE(days_of("90 hours"));
  CHECK_FALSE(days_of(" days"));
}

TEST_CASE("a pattern matches anywhere unless it is tied, and says why it is none") {
  Result<Pattern> pattern = Pattern::compile("^ab+$", false);
  REQUIRE(pattern);
  CHECK(pattern->matches("abb"));
  CHECK_FALSE(pattern->matches("xabb"));
  CHECK(Pattern::compile("b", false)->matches("abc"));
  CHECK_FALSE(Pattern::compile("B", false)->matches("abc"));
  CHECK(Pattern::compile("B", true)->matches("abc"));
  CHECK_FALSE(Pattern::compile("(a+)+$", false)->matches(std::string(100'000, 'a') + "b"));
  Result<Pattern> broken = Pattern::compile("a(", false);
  REQUIRE_FALSE(broken);
  CHECK(broken.error().message == "missing ): a(");
}

TEST_CASE("severities, categories and profiles have names") {
  CHECK(name_of(Severity::critical) == "critical");
  CHECK(name_of(Category::data_protection) == "data-protection");
  CHECK(name_of(Profile::standard) == "default");
  CHECK(name_of(Profile::opt_in) == "opt-in");
  CHECK(severity_named("note") == Severity::note);
  CHECK(severity_named("Note") == std::nullopt);
  CHECK(category_named("governance") == Category::governance);
  CHECK(profile_named("opt-in") == Profile::opt_in);
}

TEST_CASE("of several patterns the first that matches anywhere counts") {
  Result<PatternSet> set = PatternSet::compile({"b+", "a", "(?i)x"});
  REQUIRE(set);
  CHECK(set->first_match("aab") == 0);
  CHECK(set->first_match("a") == 1);
  CHECK(set->first_match("-X-") == 2);
  CHECK(set->first_match("") == std::nullopt);
  CHECK(set->first_match(std::string(1'000'000, 'c')) == std::nullopt);
}

TEST_CASE("a pattern of several that is none is named") {
  Result<PatternSet> set = PatternSet::compile({"a", "(b"});
  REQUIRE_FALSE(set);
  CHECK(set.error().message == "\"(b\" is no regular expression: missing ): (b");
}

}  // namespace demarc::test
