#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

#include "parsers/cloudformation/expression.h"

namespace demarc {
namespace {

struct Block {
  std::uint32_t address = 0;
  std::uint32_t bits = 0;  // of the part that is free
};

std::optional<std::uint32_t> number(std::string_view text, std::uint32_t most) {
  std::uint32_t result = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
  if (text.empty() || error != std::errc() || end != text.data() + text.size() || result > most) return std::nullopt;
  return result;
}

std::optional<std::uint32_t> number(const Value& value, std::uint32_t most) {
  return value.is_scalar() ? number(value.scalar(), most) : std::nullopt;
}

// IPv4 alone: an IPv6 block of a VPC is assigned by AWS and stands in no template.
std::optional<Block> block_of(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto length = number(text.substr(slash + 1), 32);
  std::string_view rest = text.substr(0, slash);
  Block block;
  for (int i = 0; i < 4; ++i) {
    const std::size_t dot = rest.find('.');
    if ((dot == std::string_view::npos) != (i == 3)) return std::nullopt;
    const auto octet = number(rest.substr(0, dot), 255);
    if (!octet) return std::nullopt;
    block.address = block.address << 8U | *octet;
    rest.remove_prefix(i == 3 ? rest.size() : dot + 1);
  }
  if (!length) return std::nullopt;
  block.bits = 32 - *length;
  block.address = static_cast<std::uint32_t>(std::uint64_t{block.address} >> block.bits << block.bits);
  return block;
}

std::vector<Value> blocks(const Block& whole, std::uint32_t count, std::uint32_t bits, Place place, Arena& arena) {
  std::vector<Value> result;
  if (bits > whole.bits || std::uint64_t{count} << bits > std::uint64_t{1} << whole.bits) return result;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t address = whole.address + static_cast<std::uint32_t>(std::uint64_t{i} << bits);
    const std::string text =
        fmt::format("{}.{}.{}.{}/{}", address >> 24U, address >> 16U & 255U, address >> 8U & 255U, address & 255U, 32 - bits);
    result.push_back(Value::text(arena.store(std::string_view(text)), place));
  }
  return result;
}

}  // namespace

// Of a block that is not known as many unknown blocks.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html
Value cidr(const Call& call, Place place, const Expressions& expressions) {
  constexpr std::uint32_t kMostBlocks = 256;
  const auto given = arguments(call, 2, 3, expressions);
  if (given.empty()) return uncomputed(call, place, expressions);
  const Value range = expressions.value(given[0]);
  const auto count = number(expressions.value(given[1]), kMostBlocks);
  if (!count) return uncomputed(call, place, expressions);
  Arena& arena = expressions.names().graph.arena;
  const auto bits = given.size() == 3 ? number(expressions.value(given[2]), 32) : std::nullopt;
  const auto whole = range.is_scalar() ? block_of(range.scalar()) : std::nullopt;
  std::vector<Value> items;
  if (whole && bits) items = blocks(*whole, *count, *bits, place, arena);
  if (items.empty()) items.assign(*count, uncomputed(call, range, place, expressions));
  Value result = Value::list(arena.store(items), place);
  result.through = range.through;
  return result;
}

}  // namespace demarc
