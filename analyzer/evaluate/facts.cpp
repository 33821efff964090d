#include "analyzer/evaluate/facts.h"

#include "analyzer/policy/glob.h"

namespace demarc {
namespace {

bool speaks_of(std::string_view pattern, const Resource& resource) {
  if (pattern == resource.type) return true;
  if (!is_glob(pattern)) return false;
  if (is_part(resource.type) && !is_part(pattern)) return false;
  return glob_matches(pattern, resource.type) || glob_matches(pattern, resource.written_type);
}

bool is_of(std::string_view row_type, const Resource& resource) {
  return row_type == resource.type || (is_glob(row_type) && glob_matches(row_type, resource.type));
}

std::vector<std::string_view> keys_of(const Path& path) {
  std::vector<std::string_view> keys;
  for (const Step& step : path.steps) {
    if (!step.name.empty()) keys.push_back(step.name);
    for (const Selector& selector : step.selectors) keys.push_back(selector.text);
  }
  return keys;
}

// The cells of a column of a table whose key is a type.
std::vector<std::string> cells(const Catalog& catalog, std::string_view table, std::string_view column,
                               const Resource& resource) {
  std::vector<std::string> result;
  auto found = catalog.tables.find(table);
  if (found == catalog.tables.end() || found->second->key.empty()) return result;
  for (const Table::Row& row : found->second->rows) {
    const Value* type = Table::cell(row, found->second->key[0]);
    const Value* cell = Table::cell(row, column);
    if (type && cell && type->is_scalar() && cell->is_scalar() && is_of(type->scalar(), resource))
      result.emplace_back(cell->scalar());
  }
  return result;
}

template <class Row>
void take(const std::vector<Row>& rows, const Resource& resource, std::vector<const Row*>& taken) {
  for (const Row& row : rows) {
    if (is_of(row.type, resource)) taken.push_back(&row);
  }
}

}  // namespace

bool is_among(const Resource& resource, const std::vector<std::string>& types) {
  for (const std::string& type : types) {
    if (speaks_of(type, resource)) return true;
  }
  return false;
}

const Facts& FactBook::of(const Resource& resource) {
  std::string key(resource.type);
  key.append(1, '\n').append(resource.written_type);
  std::unique_ptr<Facts>& facts = facts_[key];
  if (!facts) {
    facts = std::make_unique<Facts>();
    gather(resource, *facts);
  }
  return *facts;
}

void FactBook::gather(const Resource& resource, Facts& facts) const {
  for (const Policy* policy : policies_) {
    if (!policy->deployment && !policy->deprecated && is_among(resource, policy->types)) facts.policies.push_back(policy);
  }
  for (const DefaultRow& row : catalog_.defaults) {
    if (is_of(row.type, resource)) facts.defaults.push_back({&row, keys_of(row.property)});
  }
  for (const IdentityRow& row : catalog_.identities) {
    if (!is_of(row.type, resource)) continue;
    for (const std::string& name : row.names) facts.names.emplace_back(name);
  }
  take(catalog_.documents, resource, facts.documents);
  take(catalog_.rules, resource, facts.rules);
  facts.tags = cells(catalog_, "taggable-types", "property", resource);
  if (facts.tags.empty()) facts.tags = {"Tags"};
  for (const std::string& name : cells(catalog_, "physical-names", "property", resource)) {
    if (Result<Path> path = read_path(name)) facts.physical_name = *std::move(path);
  }
}

}  // namespace demarc
