#include "analyzer/network/address.h"

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "analyzer/network/address_set.h"
#include "catch.h"

using namespace demarc;

namespace {

std::string hex(const IpAddress& address) { return fmt::format("{:x}.{:x}", address.high, address.low); }

// "v4/8 0.a000000-0.affffff", "nothing".
std::string read(std::string_view text) {
  const std::optional<AddressBlock> block = read_block(text);
  if (!block) return "nothing";
  return fmt::format("{}/{} {}-{}", block->family == Family::ipv4 ? "v4" : "v6", block->prefix, hex(block->span.first),
                     hex(block->span.last));
}

AddressSpan span(std::uint64_t first, std::uint64_t last) { return {{0, first}, {0, last}}; }

std::string shown(const AddressSet& set) {
  std::string result;
  for (const AddressSpan& each : set.spans())
    result += fmt::format("{}{}-{}", result.empty() ? "" : " ", each.first.low, each.last.low);
  return result;
}

}  // namespace

TEST_CASE("IPv4 networks are read in all their spellings") {
  CHECK(read("0.0.0.0/0") == "v4/0 0.0-0.ffffffff");
  CHECK(read("10.0.0.0/8") == "v4/8 0.a000000-0.affffff");
  CHECK(read("10.1.2.3/8") == "v4/8 0.a000000-0.affffff");
  CHECK(read("010.000.000.000/08") == "v4/8 0.a000000-0.affffff");
  CHECK(read(" 10.0.0.0/8\n") == "v4/8 0.a000000-0.affffff");
  CHECK(read("203.0.113.7") == "v4/32 0.cb007107-0.cb007107");
  CHECK(read("255.255.255.255/32") == "v4/32 0.ffffffff-0.ffffffff");
  CHECK(read("128.0.0.0/1") == "v4/1 0.80000000-0.ffffffff");
}

TEST_CASE("IPv6 networks are read in all their spellings") {
  const std::string everything = "v6/0 0.0-ffffffffffffffff.ffffffffffffffff";
  CHECK(read("::/0") == everything);
  CHECK(read("0:0:0:0:0:0:0:0/0") == everything);
  CHECK(read("0000:0000:0000:0000:0000:0000:0000:0000/0") == everything);
  CHECK(read("2001:DB8::/32") == "v6/32 20010db800000000.0-20010db8ffffffff.ffffffffffffffff");
  CHECK(read("2001:db8:0:0:1::/80") == "v6/80 20010db800000000.1000000000000-20010db800000000.1ffffffffffff");
  CHECK(read("1:2:3:4:5:6:7::/128") == "v6/128 1000200030004.5000600070000-1000200030004.5000600070000");
  CHECK(read("::1") == "v6/128 0.1-0.1");
  CHECK(read("::ffff:10.0.0.1") == "v6/128 0.ffff0a000001-0.ffff0a000001");
  CHECK(read("fe80::1%eth0") == "nothing");
}

TEST_CASE("What is no network is none, whatever it is") {
  for (const std::string_view text : {"",
                                      " ",
                                      "/",
                                      "/0",
                                      "0",
                                      "0.0.0/0",
                                      "0.0.0.0.0/0",
                                      "256.0.0.0/8",
                                      "1.2.3.4/33",
                                      "1.2.3.4/",
                                      "1.2.3.4/-1",
                                      "1.2.3.4/ 8",
                                      "1.2.3.4/8/8",
                                      "1..2.3/8",
                                      "0000.0.0.0/0",
                                      "0.0.0.0/0.0.0.0",
                                      "a.b.c.d",
                                      ":",
                                      ":::",
                                      "1::2::3",
                                      "1:2:3:4:5:6:7",
                                      "1:2:3:4:5:6:7:8:9",
                                      "1:2:3:4:5:6:7:8::",
                                      "::12345",
                                      "::/129",
                                      "::g",
                                      "1:2:3:4:5:6:7:1.2.3.4",
                                      "::1.2.3",
                                      "everyone",
                                      "10.0.0.0\\8",
                                      "\xff\xfe",
                                      "1:"}) {
    INFO(text);
    CHECK(read(text) == "nothing");
  }
  CHECK(read(std::string(1'000'000, ':')) == "nothing");
  CHECK(read(std::string(1'000'000, '1')) == "nothing");
  CHECK(read(std::string(500'000, '.') + "/0") == "nothing");
}

TEST_CASE("A set joins spans that overlap or touch") {
  CHECK(shown(AddressSet({span(20, 30), span(1, 5), span(6, 9), span(25, 40)})) == "1-9 20-40");
  CHECK(shown(AddressSet({span(1, 100), span(5, 6)})) == "1-100");
  CHECK(shown(AddressSet(std::vector<AddressSpan>{})) == "");
}

TEST_CASE("The two halves of the IPv6 net are the whole") {
  const AddressSet halves({read_block("8000::/1")->span, read_block("::/1")->span, read_block("ffff::/16")->span});
  REQUIRE(halves.spans().size() == 1);
  CHECK(halves.spans()[0] == read_block("::/0")->span);
}

TEST_CASE("A set knows what it contains and overlaps") {
  const AddressSet set({span(10, 20), span(30, 40)});
  CHECK(set.contains(AddressSet({span(10, 20)})));
  CHECK(set.contains(AddressSet({span(12, 13), span(15, 15), span(30, 40)})));
  CHECK(!set.contains(AddressSet({span(10, 21)})));
  CHECK(!set.contains(AddressSet({span(15, 35)})));
  CHECK(!set.contains(AddressSet({span(9, 10)})));
  CHECK(set.overlaps(AddressSet({span(1, 10)})));
  CHECK(set.overlaps(AddressSet({span(21, 30)})));
  CHECK(!set.overlaps(AddressSet({span(1, 9), span(21, 29), span(41, 50)})));
}

TEST_CASE("What one set takes from another") {
  const AddressSet set({span(10, 20), span(30, 40)});
  CHECK(shown(set.without(AddressSet({span(12, 13), span(15, 35)}))) == "10-11 14-14 36-40");
  CHECK(shown(set.without(AddressSet({span(1, 100)}))) == "");
  CHECK(shown(set.without(AddressSet({span(21, 29)}))) == "10-20 30-40");
  CHECK(shown(set.without(AddressSet({span(20, 30)}))) == "10-19 31-40");
  const AddressSet whole({read_block("::/0")->span});
  CHECK(whole.without(whole).empty());
}

TEST_CASE("Whatever a text says, it is a network with its first and last address or it is none") {
  constexpr std::string_view kAlphabet = "0123456789abcdefF:::.../ \xc3";
  std::uint32_t random = 1;
  int networks = 0;
  for (int i = 0; i < 200'000; ++i) {
    std::string text;
    for (random = random * 1664525 + 1013904223; text.size() < random >> 27;) {
      random = random * 1664525 + 1013904223;
      text += kAlphabet[(random >> 16) % kAlphabet.size()];
    }
    const std::optional<AddressBlock> block = read_block(text);
    if (!block) continue;
    ++networks;
    const AddressBlock again = block_of(block->family, block->span.last, block->prefix);
    if (block->span.first > block->span.last || !(again.span == block->span)) FAIL(text);
  }
  CHECK(networks > 100);
}
