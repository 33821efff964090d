#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzer/evaluate/name_pattern.h"
#include "analyzer/policy/catalog.h"
#include "parsers/graph/resource.h"

namespace demarc {

// What the catalog says of one type of resources, gathered once. Types that have the same name in CloudFormation and in the
// words of their file share it.
struct Facts {
  // A row of defaults with the keys and selectors of its path, in order.
  struct Default {
    const DefaultRow* row = nullptr;
    std::vector<std::string_view> keys;
  };

  std::vector<const Policy*> policies;  // that speak of the type; those of the deployment are not among them
  std::vector<Default> defaults;
  std::vector<NamePattern> names;
  std::vector<const DocumentRow*> documents;
  std::vector<const RuleRow*> rules;
  std::vector<std::string> tags;      // properties that keep tags
  std::optional<Path> physical_name;  // the property of which a Ref gives the value, where it is written
};

// "template.output", "provider.aws", "data.aws_ami": part of an input and no resource. No type of AWS has a dot.
inline bool is_part(std::string_view type) { return type.find('.') != std::string_view::npos; }

// Whether a type is among names and globs of a policy. Parts of a template or plan that are no resources ("template.output")
// are meant only by those who say so.
bool is_among(const Resource& resource, const std::vector<std::string>& types);

// The facts of all types of a graph.
class FactBook {
 public:
  FactBook(const Catalog& catalog, const std::vector<const Policy*>& policies) : catalog_(catalog), policies_(policies) {}

  // Gathers those of one more type. The reference stays valid.
  const Facts& of(const Resource& resource);

 private:
  void gather(const Resource& resource, Facts& facts) const;

  const Catalog& catalog_;
  const std::vector<const Policy*>& policies_;
  std::unordered_map<std::string, std::unique_ptr<Facts>> facts_;
};

}  // namespace demarc
