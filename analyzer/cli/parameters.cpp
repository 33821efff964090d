#include "analyzer/cli/parameters.h"

#include <fmt/format.h>

#include <filesystem>

#include "analyzer/cli/input.h"
#include "parsers/document/read.h"
#include "parsers/text/source.h"

namespace demarc {
namespace {

bool is_pair(std::string_view text) { return text.find('=') != std::string_view::npos && text.find('=') > 0; }

void add_pair(std::string_view text, GivenParameters& parameters) {
  std::size_t equals = text.find('=');
  parameters.emplace_back(text.substr(0, equals), text.substr(equals + 1));
}

// Lists of values are given as CloudFormation takes them: joined by commas.
std::optional<std::string> value_of(const Node& node) {
  if (node.kind == NodeKind::map || node.kind == NodeKind::null) return std::nullopt;
  if (node.is_scalar()) return std::string(node.text());
  std::string joined;
  for (const Node& item : node.items()) {
    if (!item.is_scalar()) return std::nullopt;
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

std::optional<Error> add_file(const std::string& path, GivenParameters& parameters) {
  Result<std::string> bytes = read_bytes({path, path, true});
  if (!bytes) return Error{fmt::format("{} {}", path, bytes.error().message), {}, "--parameters takes a file or NAME=VALUE"};
  Result<std::string> text = decode(std::move(*bytes));
  if (!text) return Error{fmt::format("{}: {}", path, text.error().message), {}, {}};
  SourceFile file(0, path, std::move(*text));
  Result<Document> document = read_document(file);
  std::optional<Error> error;
  if (!document) {
    error = document.error();
  } else {
    error = add_document(document->root, parameters);
  }
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
