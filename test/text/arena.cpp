#include "parsers/text/arena.h"

#include <string>

#include "catch.h"

using namespace demarc;

TEST_CASE("what an arena stores stays valid when the arena is moved") {
  Arena arena;
  std::string text = "a text that is longer than any small buffer";
  std::string_view stored = arena.store(std::string_view(text));
  const int* number = arena.store(7);
  std::span<const int> numbers = arena.store(std::vector<int>{1, 2, 3});
  text.assign(text.size(), 'x');
  Arena moved = std::move(arena);
  moved.store(std::vector<int>(10'000, 5));
  CHECK(stored == "a text that is longer than any small buffer");
  CHECK(*number == 7);
  CHECK((numbers.size() == 3 && numbers[0] == 1 && numbers[2] == 3));
}

TEST_CASE("nothing takes no memory in an arena") {
  Arena arena;
  CHECK(arena.store(std::string_view()).empty());
  CHECK(arena.store(std::vector<int>()).empty());
}
