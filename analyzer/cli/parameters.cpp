#include "analyzer/cli/parameters.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>

#include "analyzer/cli/input.h"
#include "parsers/document/read.h"
#include "parsers/text/source.h"

namespace demarc {
namespace {

constexpr std::string_view kKey = "ParameterKey=";
constexpr std::string_view kValue = ",ParameterValue=";

bool is_name(std::string_view text) {
  auto fits = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ':'; };
  return !text.empty() && std::all_of(text.begin(), text.end(), fits);
}

bool is_pair(std::string_view text) {
  std::size_t equals = text.find('=');
  return equals != std::string_view::npos && is_name(text.substr(0, equals));
}

// Both as the options of the AWS CLI take them: Env=prod, and ParameterKey=Env,ParameterValue=prod.
void add_pair(std::string_view text, GivenParameters& parameters) {
  std::size_t end_of_key = text.find(kValue);
  if (text.starts_with(kKey) && end_of_key != std::string_view::npos) {
    parameters.emplace_back(text.substr(kKey.size(), end_of_key - kKey.size()), text.substr(end_of_key + kValue.size()));
    return;
  }
  std::size_t equals = text.find('=');
  parameters.emplace_back(text.substr(0, equals), text.substr(equals + 1));
}

bool is_remark(std::string_view line) {
  std::size_t begin = line.find_first_not_of(" \t");
  return begin == std::string_view::npos || line[begin] == '#';
}

// The lines of a file whose first one is NAME=VALUE.
std::vector<std::string_view> lines_of_pairs(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (lines.empty() && !is_remark(line) && !is_pair(line)) return {};
    if (!is_remark(line)) lines.push_back(line);
  }
  return lines;
}

// Lists of values are given as CloudFormation takes them: joined by commas.
std::optional<std::string> value_of(const Node& node) {
  if (node.kind == NodeKind::map || node.kind == NodeKind::null) return std::nullopt;
  if (node.kind == NodeKind::boolean) return node.truth ? "true" : "false";
  if (node.is_scalar()) return std::string(node.text());
  std::string joined;
  for (const Node& item : node.items()) {
    if (!item.is_scalar() || item.kind == NodeKind::null) return std::nullopt;
    if (&item != node.items().data()) joined += ',';
    joined += item.text();
  }
  return joined;
}

std::optional<Error> add_map(const Node& map, GivenParameters& parameters) {
  for (const Member& member : map.members()) {
    std::optional<std::string> value = value_of(member.value);
    if (!value) return Error{fmt::format("parameter {} needs a text, a number or a list of them", member.key), member.value.range, {}};
    parameters.emplace_back(member.key, *value);
  }
  return std::nullopt;
}

std::optional<Error> add_item(const Node& item, GivenParameters& parameters) {
  if (item.is_scalar() && is_pair(item.text())) {
    add_pair(item.text(), parameters);
    return std::nullopt;
  }
  const Node* name = item.find("ParameterKey");
  const Node* value = item.find("ParameterValue");
  if (name == nullptr || !name->is_scalar()) return Error{"expected ParameterKey and ParameterValue, or \"NAME=VALUE\"", item.range, {}};
  const Node* previous = item.find("UsePreviousValue");
  if (value == nullptr && previous != nullptr && previous->truth) return std::nullopt;
  if (value == nullptr || !value_of(*value)) return Error{"ParameterValue is missing", item.range, {}};
  parameters.emplace_back(name->text(), *value_of(*value));
  return std::nullopt;
}

std::optional<Error> add_document(const Node& root, GivenParameters& parameters) {
  if (root.kind == NodeKind::list) {
    for (const Node& item : root.items()) {
      if (std::optional<Error> error = add_item(item, parameters)) return error;
    }
    return std::nullopt;
  }
  if (root.kind != NodeKind::map) return Error{"expected a map or a list of parameters", root.range, {}};
  const Node* inner = root.find("Parameters");
  return add_map(inner != nullptr && inner->kind == NodeKind::map ? *inner : root, parameters);
}

std::optional<Error> add_lines(const SourceFile& file, const std::vector<std::string_view>& lines, GivenParameters& parameters) {
  for (std::string_view line : lines) {
    if (is_pair(line)) {
      add_pair(line, parameters);
      continue;
    }
    auto begin = static_cast<std::uint32_t>(line.data() - file.text().data());
    return Error{"expected NAME=VALUE", Range{begin, begin + static_cast<std::uint32_t>(line.size())}, {}};
  }
  return std::nullopt;
}

std::optional<Error> add_document(const SourceFile& file, GivenParameters& parameters) {
  Result<Document> document = read_document(file);
  return document ? add_document(document->root, parameters) : std::optional<Error>(document.error());
}

std::optional<Error> add_file(const std::string& path, GivenParameters& parameters) {
  Result<std::string> bytes = read_bytes({path, path, true, 0, {}});
  if (!bytes) return Error{fmt::format("{} {}", path, bytes.error().message), {}, "--parameters takes a file or NAME=VALUE"};
  Result<std::string> text = decode(std::move(*bytes));
  if (!text) return Error{fmt::format("{}: {}", path, text.error().message), {}, {}};
  SourceFile file(0, path, std::move(*text));
  std::vector<std::string_view> lines = lines_of_pairs(file.text());
  std::optional<Error> error = lines.empty() ? add_document(file, parameters) : add_lines(file, lines, parameters);
  if (!error) return error;
  Position at = file.position(error->range.value_or(Range{}).begin);
  return Error{fmt::format("{}:{}:{}: {}", path, at.line, at.column, error->message), {}, error->hint};
}

}  // namespace

Result<GivenParameters> read_parameters(const std::vector<std::string>& values) {
  GivenParameters parameters;
  for (const std::string& value : values) {
    std::error_code ignored;
    if (is_pair(value) && !std::filesystem::exists(value, ignored)) {
      add_pair(value, parameters);
    } else if (std::optional<Error> error = add_file(value, parameters)) {
      return *error;
    }
  }
  return parameters;
}

}  // namespace demarc
