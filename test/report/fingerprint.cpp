#include "analyzer/report/fingerprint.h"

#include "catch.h"

using demarc::LineFingerprints;

namespace {

std::vector<std::string> all(std::string_view text, std::uint32_t count) {
  LineFingerprints lines(text);
  std::vector<std::string> result;
  for (std::uint32_t line = 1; line <= count; ++line) result.push_back(lines.of(line));
  return result;
}

}  // namespace

// The vectors are those that GitHub's action is tested with.
TEST_CASE("an empty text has the hash that GitHub gives it") {
  CHECK(all("", 1) == std::vector<std::string>{"c129715d7a2bc9a3:1"});
}

TEST_CASE("blanks and tabs do not count for a line's hash") {
  CHECK(all(" a\nb\n  \t\tc\n d", 4) ==
        std::vector<std::string>{"271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"});
}

TEST_CASE("lines with the same hash are numbered") {
  std::string text;
  for (int i = 0; i < 10; ++i) text += "Lorem ipsum dolor sit amet.\n";
  CHECK(all(text, 11) == std::vector<std::string>{"a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:3", "a7f2ff13bc495cf2:4",
                                                  "a7f2ff13bc495cf2:5", "a7f2ff13bc495cf2:6", "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1",
                                                  "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1"});
}

TEST_CASE("line breaks of Windows and of old Macs hash like those of Unix") {
  CHECK(all("a\r\nb\r\n", 3) == all("a\nb\n", 3));
  CHECK(all("a\rb\r", 3) == all("a\nb\n", 3));
}

TEST_CASE("a byte order mark counts, in the text or before it") {
  CHECK(all("\uFEFFa\n", 1) == std::vector<std::string>{"25afd31b599dedcd:1"});
  CHECK(all("a\n", 1) == std::vector<std::string>{"243cbaa4685aab12:1"});
  LineFingerprints marked("a\na\n", true);
  CHECK(marked.of(1) == all("\uFEFFa\na\n", 2)[0]);
  CHECK(marked.of(2) == all("\uFEFFa\na\n", 2)[1]);
}

TEST_CASE("a finding's own fingerprint tells policy, address and path apart") {
  CHECK(demarc::finding_fingerprint("a", "b", "c") == demarc::finding_fingerprint("a", "b", "c"));
  CHECK(demarc::finding_fingerprint("a", "b", "c") != demarc::finding_fingerprint("ab", "", "c"));
  CHECK(demarc::finding_fingerprint("a", "b", "c") != demarc::finding_fingerprint("a", "b", "d"));
}
