#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/document/read.h"
#include "parsers/graph/resource.h"
#include "parsers/terraform/mapping.h"
#include "parsers/terraform/plan.h"
#include "parsers/text/source.h"

namespace demarc::test {

// Mapping tables and the files that they were read from.
struct Tables {
  Sources sources;
  std::deque<Document> documents;
  std::vector<MappingFile> files;
  Mappings mappings;
  std::vector<std::string> errors;  // path:line:column: message

  // Requires: the text is readable YAML.
  void add(std::string path, std::string text);
  void read();
};

// All tables of the project, read once.
const Tables& project_tables();

// Tables of one text, for types that only a test knows. `types` is what stands under `types:`.
Tables tables_of(const std::string& types);

// A plan and what became of it.
struct Plan {
  Sources sources;
  ResourceGraph graph;
  std::string error;  // line:column: message (hint), or message (hint)

  // One resource in lines: "address Type", its properties "  Key <written>: value" (with what it came through, and whether it
  // is sensitive), its attributes "  @Key: value". All resources with that address.
  std::string describe(std::string_view address) const;
  // One property of one resource, as describe writes values. Requires: both are there.
  std::string property(std::string_view address, std::string_view name) const;
  // "kind: message" of each, one a line.
  std::string notes() const;
  // "line:column" of a place.
  std::string at(Place place) const;
  const Resource& resource(std::string_view address) const;
};

Plan plan_of(std::string text, const Mappings& mappings, PlanState state = PlanState::after);
// A plan of test/terraform/plans, by its name without extensions, with the tables of the project.
const Plan& fixture(const std::string& name);

std::string read_text(const std::string& path);

}  // namespace demarc::test
