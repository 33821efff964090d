#include "analyzer/evaluate/secrets.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "analyzer/evaluate/kind.h"
#include "analyzer/evaluate/spread.h"

namespace demarc {
namespace {

using PathsByType = std::map<std::string, std::vector<Path>, std::less<>>;

class Collector {
 public:
  explicit Collector(EmbeddedTexts& texts) : texts_(texts) {}

  void add(const Value& value) {
    if (value.sensitive) return add_place(value);
    if (value.is(Value::Kind::list)) {
      for (const Value& item : value.items()) add(item);
    } else if (value.is(Value::Kind::map)) {
      for (const Entry& entry : value.entries()) add(entry.value);
    } else if (value.is(Value::Kind::choice)) {
      for (const Alternative& alternative : value.alternatives()) add(alternative.value);
    } else if (value.is(Value::Kind::variable)) {
      add(value.variable());
    }
  }

  void add(const Variable& variable) {
    add_if_sensitive(variable.value);
    for (const Value& value : variable.class_values) add_if_sensitive(value);
  }

  void add(const std::vector<Place>& places) { places_.insert(places_.end(), places.begin(), places.end()); }

  void add_literals(const Resource& resource, const std::vector<Path>& paths) {
    for (const Path& path : paths) {
      each_possible_at(resource.properties, path, texts_, [&](const Value& value) {
        if (!value.is(Value::Kind::variable) && is_literal_secret(value) == Truth::yes) add_place(value);
      });
    }
  }

  std::vector<Place> places() && {
    const auto key = [](const Place& place) { return std::tuple(place.file, place.range.begin, place.range.end); };
    std::sort(places_.begin(), places_.end(), [&](const Place& a, const Place& b) { return key(a) < key(b); });
    places_.erase(std::unique(places_.begin(), places_.end()), places_.end());
    return std::move(places_);
  }

 private:
  void add_if_sensitive(const Value& value) {
    if (value.sensitive) add_place(value);
  }

  // What a file only names stays readable.
  void add_place(const Value& value) {
    bool named =
        value.is_null() || value.is(Value::Kind::unknown) || value.is(Value::Kind::reference) || value.is(Value::Kind::variable);
    if (!named && !value.through) places_.push_back(value.place);
    bool declared =
        value.through && (value.through->kind == Reference::Kind::parameter || value.through->kind == Reference::Kind::variable);
    if (!named && declared && value.through->place.range.end > 0) places_.push_back(value.through->place);
    if (value.is(Value::Kind::variable)) add(value.variable());
  }

  EmbeddedTexts& texts_;
  std::vector<Place> places_;
};

PathsByType secret_properties(const Catalog& catalog) {
  PathsByType result;
  auto table = catalog.tables.find("secret-properties");
  if (table == catalog.tables.end()) return result;
  for (const Table::Row& row : table->second->rows) {
    const Value* type = Table::cell(row, "type");
    const Value* property = Table::cell(row, "property");
    if (!type || !property || !type->is_scalar() || !property->is_scalar()) continue;
    if (Result<Path> path = read_path(property->scalar())) result[std::string(type->scalar())].push_back(*std::move(path));
  }
  return result;
}

}  // namespace

std::vector<Place> secret_places(const ResourceGraph& graph, const Catalog& catalog, EmbeddedTexts& texts,
                                 const std::vector<Finding>& findings) {
  PathsByType properties = secret_properties(catalog);
  Collector collector(texts);
  for (const Resource& resource : graph.resources) {
    collector.add(resource.properties);
    collector.add(resource.attributes);
    auto paths = properties.find(resource.type);
    if (paths != properties.end()) collector.add_literals(resource, paths->second);
  }
  for (const Variable& variable : graph.variables) collector.add(variable);
  for (const std::deque<Variable>& variables : graph.kept_variables) {
    for (const Variable& variable : variables) collector.add(variable);
  }
  for (const Finding& finding : findings) collector.add(finding.secrets);
  return std::move(collector).places();
}

void mask_defaults(const ResourceGraph& graph, std::vector<Place>& secrets) {
  for (const Resource& resource : graph.resources) {
    if (resource.type != "template.parameter" || std::erase(secrets, resource.name) == 0) continue;
    const Entry* otherwise = resource.properties.find("Default");
    if (otherwise != nullptr) secrets.push_back(otherwise->value.place);
  }
}

}  // namespace demarc
