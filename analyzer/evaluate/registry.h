#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzer/evaluate/embedded_texts.h"
#include "analyzer/evaluate/facts.h"
#include "parsers/graph/resource.h"
#include "parsers/graph/truth.h"

namespace demarc {

// Whether a resource is there once the input is deployed: what a plan deletes or forgets is not.
bool remains(const Resource& resource);

// The action of a plan on a resource: create, update, delete, replace, no-op, read, forget; empty in a template.
std::string_view action_on(const Resource& resource);

// Who is meant by a reference or by a name. Resources are numbered as their graph has them.
class Registry {
 public:
  // Requires: texts live as long as the registry.
  Registry(const std::vector<Resource>& resources, FactBook& facts, EmbeddedTexts& texts);

  // The resources that a reference may mean: one, or all instances of an address where it is not known which.
  std::vector<std::uint32_t> referents(const Reference& reference) const;

  // Whether a reference means this resource.
  Truth means(const Reference& reference, const Resource& resource) const;

  // Whether what a reference stands for may be the name of anybody: what nested stacks, custom resources and resources of
  // other providers hand out.
  bool hands_out_names(const Reference& reference) const;

  // The resources of which a text may be a name or an ARN, each once, in order. Whether it is remains to be asked.
  std::vector<std::uint32_t> named(std::string_view text) const;

  // Whether a text is, in some world, a name of a resource.
  Truth may_be_name(std::string_view text, std::uint32_t number) const;

  const Resource& resource(std::uint32_t number) const { return resources_[number]; }

  // Whether a name of the resource is written, known or not.
  bool is_named(std::uint32_t number) const { return number < named_.size() && named_[number]; }

  // The resources of which a name is written and not known, in order.
  const std::vector<std::uint32_t>& unsure_names() const { return unsure_; }

 private:
  void add_names(std::uint32_t number, const Facts& facts);

  std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_address_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_base_;  // addresses without their last index
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_text_;  // of properties that are names or parts of them
  std::vector<const NamePattern*> patterns_;                                  // those that are more than a property
  std::vector<std::uint32_t> unsure_;
  std::vector<bool> named_;
  const std::vector<Resource>& resources_;
  FactBook& facts_;
  EmbeddedTexts& texts_;
};

}  // namespace demarc
