#include "plan.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

#include "parsers/graph/describe.h"

namespace demarc::test {
namespace {

std::string with_marks(const Value& value) {
  std::string text = demarc::describe(value);
  if (value.through != nullptr) {
    text += " through " + std::string(value.through->target);
    if (!value.through->attribute.empty()) text += "." + std::string(value.through->attribute);
  }
  if (value.sensitive) text += " (sensitive)";
  return text;
}

std::string position_text(const SourceFile& file, Range range) {
  Position position = file.position(range.begin);
  return std::to_string(position.line) + ":" + std::to_string(position.column);
}

}  // namespace

void Tables::add(std::string path, std::string text) {
  SourceFile& source = sources.add(path, std::move(text));
  Result<Document> document = read_document(source);
  if (!document) throw std::runtime_error(path + ": " + document.error().message);
  documents.push_back(std::move(*document));
  files.push_back({std::move(path), nullptr});
}

void Tables::read() {
  for (std::size_t at = 0; at < files.size(); ++at) files[at].root = &documents[at].root;
  for (const MappingError& error : read_mappings(files, mappings)) {
    FileId file = 0;
    while (files[file].path != error.path) ++file;
    errors.push_back(error.path + ":" + position_text(sources[file], error.range) + ": " + error.message);
  }
}

const Tables& project_tables() {
  static const Tables& tables = *[] {
    auto* result = new Tables;
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator(DEMARC_SOURCE_DIR "/parsers/terraform/mappings"))
      paths.push_back(entry.path().string());
    std::sort(paths.begin(), paths.end());
    for (const std::string& path : paths) result->add(path, read_text(path));
    result->read();
    return result;
  }();
  return tables;
}

Tables tables_of(const std::string& types) {
  Tables tables;
  tables.add("test.yaml", "source: https://example.com\nprovider: test 1.0\ndate: 2026-11-24\ntypes:\n" + types);
  tables.read();
  return tables;
}

std::string Plan::at(Place place) const { return position_text(sources[place.file], place.range); }

const Resource& Plan::resource(std::string_view address) const {
  for (const Resource& resource : graph.resources) {
    if (resource.address == address) return resource;
  }
  throw std::runtime_error("no resource " + std::string(address) + " " + error);
}

std::string Plan::property(std::string_view address, std::string_view name) const {
  const Entry* entry = resource(address).properties.find(name);
  if (entry == nullptr) throw std::runtime_error(std::string(address) + " has no " + std::string(name));
  return with_marks(entry->value);
}

std::string Plan::describe(std::string_view address) const {
  std::string text;
  for (const Resource& resource : graph.resources) {
    if (resource.address != address) continue;
    text += std::string(resource.address) + " " + std::string(resource.type) + "\n";
    if (!resource.properties.is(Value::Kind::map)) text += "  " + with_marks(resource.properties) + "\n";
    if (resource.properties.is(Value::Kind::map)) {
      for (const Entry& entry : resource.properties.entries()) {
        std::string written = entry.written.empty() || entry.written == entry.key ? "" : " <" + std::string(entry.written) + ">";
        text += "  " + std::string(entry.key) + written + ": " + with_marks(entry.value) + "\n";
      }
    }
    for (const Entry& entry : resource.attributes.entries()) {
      if (entry.key != "lifecycle") text += "  @" + std::string(entry.key) + ": " + with_marks(entry.value) + "\n";
    }
  }
  return text;
}

std::string Plan::notes() const {
  std::string text;
  for (const Note& note : graph.notes) text += note.kind + ": " + note.message + "\n";
  return text;
}

Plan plan_of(std::string text, const Mappings& mappings, PlanState state) {
  Plan plan;
  auto fail = [&](const Error& error) {
    plan.error = (error.range ? position_text(plan.sources[0], *error.range) + ": " : "") + error.message +
                 (error.hint.empty() ? "" : " (" + error.hint + ")");
  };
  SourceFile& source = plan.sources.add("plan.json", std::move(text));
  Result<Document> document = read_json(source, {}, skip_of_plan);
  if (!document) {
    fail(document.error());
    return plan;
  }
  Result<ResourceGraph> graph = read_plan(std::move(*document), source, 0, mappings, state);
  if (graph) {
    plan.graph = std::move(*graph);
  } else {
    fail(graph.error());
  }
  return plan;
}

const Plan& fixture(const std::string& name) {
  static std::map<std::string, Plan>& plans = *new std::map<std::string, Plan>;
  auto found = plans.find(name);
  if (found != plans.end()) return found->second;
  Plan plan = plan_of(read_text(DEMARC_SOURCE_DIR "/test/terraform/plans/" + name + ".plan.json"), project_tables().mappings);
  return plans.emplace(name, std::move(plan)).first->second;
}

std::string read_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace demarc::test
