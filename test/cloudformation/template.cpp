#include "template.h"

#include <fmt/format.h>

#include <stdexcept>

#include "parsers/document/read.h"
#include "parsers/graph/describe.h"
#include "parsers/graph/scenario.h"

namespace demarc::test {
namespace {

std::string position(const SourceFile& file, std::uint32_t offset) {
  const Position at = file.position(offset);
  return fmt::format("{}:{}", at.line, at.column);
}

Result<ResourceGraph> graph_of(const SourceFile& file, const GivenParameters& given) {
  Result<Document> document = read_document(file);
  if (!document) return document.error();
  return read_template(std::move(*document), file, 7, given);
}

std::string show(const Resource& resource) {
  std::string result;
  if (resource.properties.is(Value::Kind::map)) {
    for (const Entry& entry : resource.properties.entries()) {
      result += fmt::format("{}.{}: {}\n", resource.address, entry.key, describe(entry.value));
    }
  } else {
    result += fmt::format("{}: {}\n", resource.address, describe(resource.properties));
  }
  return result;
}

std::string assumptions_of(const Scenario& scenario) {
  std::string result;
  for (const Scenario::Assumption& each : scenario.assumptions()) {
    result += result.empty() ? " with " : ", ";
    result += each.variable->name;
    if (each.decided) {
      result += fmt::format(" = \"{}\"", each.is);
    } else {
      for (const std::string_view is_not : each.is_not) result += fmt::format(" != \"{}\"", is_not);
    }
    if (each.by_default) result += " (default)";
  }
  return result;
}

// Settles what a value holds down to its leaves.
Value settled(const Value& value, Scenario& scenario) {
  const Value top = scenario.settle(value);
  if (top.is(Value::Kind::list)) {
    std::vector<Value> items;
    for (const Value& item : top.items()) {
      const Value each = settled(item, scenario);
      if (!each.is_null()) items.push_back(each);
    }
    return Value::list(scenario.arena().store(items), top.place);
  }
  if (top.is(Value::Kind::map)) {
    std::vector<Entry> entries(top.entries().begin(), top.entries().end());
    for (Entry& entry : entries) entry.value = settled(entry.value, scenario);
    return Value::map(scenario.arena().store(entries), top.place);
  }
  return top;
}

}  // namespace

Read read(std::string_view text, const GivenParameters& given) {
  SourceFile file(0, "template", std::string(text));
  Result<ResourceGraph> graph = graph_of(file, given);
  return {std::move(file), std::move(graph)};
}

std::string show(std::string_view text, const GivenParameters& given) {
  const Read read = test::read(text, given);
  if (!read.graph) {
    const Error& error = read.graph.error();
    return fmt::format("error {}: {}\n", error.range ? position(read.file, error.range->begin) : "", error.message);
  }
  std::string result;
  for (const Resource& resource : read.graph->resources) {
    if (!resource.type.starts_with("template.")) result += show(resource);
  }
  for (const Note& note : read.graph->notes) {
    result += fmt::format("note {} {}: {}\n", position(read.file, note.place.range.begin), note.kind, note.message);
  }
  return result;
}

std::string show_resource(std::string_view text, std::string_view address, const GivenParameters& given) {
  const Read read = test::read(text, given);
  return show(resource(read, address));
}

const Resource& resource(const Read& read, std::string_view address) {
  if (!read.graph) throw std::runtime_error(read.graph.error().message);
  for (const Resource& each : read.graph->resources) {
    if (each.address == address) return each;
  }
  throw std::runtime_error("no such resource: " + std::string(address));
}

Value property(const Read& read, std::string_view address, std::string_view name) {
  const Entry* entry = resource(read, address).properties.find(name);
  if (entry == nullptr) throw std::runtime_error("no such property: " + std::string(name));
  return entry->value;
}

std::string where(const Read& read, Place place) {
  return fmt::format("{}-{}", position(read.file, place.range.begin), position(read.file, place.range.end));
}

std::string worlds(const Read& read, std::string_view address, std::string_view name) {
  const Resource& judged = resource(read, address);
  Scenario scenario;
  std::string result;
  do {
    if (judged.condition != nullptr && !scenario.holds(*judged.condition)) {
      result += fmt::format("none{}\n", assumptions_of(scenario));
      continue;
    }
    const Value properties = scenario.settle(judged.properties);
    const Entry* entry = properties.find(name);
    const std::string outcome = describe(entry == nullptr ? properties : settled(entry->value, scenario));
    if (scenario.feasible()) result += fmt::format("{}{}\n", outcome, assumptions_of(scenario));
  } while (scenario.next());
  if (scenario.exhausted()) result += "exhausted\n";
  return result;
}

}  // namespace demarc::test
