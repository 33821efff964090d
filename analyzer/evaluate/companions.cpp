#include "analyzer/evaluate/companions.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "analyzer/evaluate/attachment.h"
#include "analyzer/evaluate/parentage.h"
#include "analyzer/evaluate/part.h"
#include "analyzer/evaluate/spread.h"
#include "analyzer/evaluate/words.h"
#include "parsers/graph/describe.h"

namespace demarc {
namespace {

// How many companions deep a type is a parent: rows of shallow types come first, so that a companion has its own companions
// when it becomes part of its parent.
int height(std::string_view type, const std::vector<CompanionRow>& rows, int depth = 0) {
  constexpr int kDeepest = 8;
  int result = 0;
  if (depth == kDeepest) return result;
  for (const CompanionRow& row : rows) {
    if (row.of == type && row.type != type) result = std::max(result, 1 + height(row.type, rows, depth + 1));
  }
  return result;
}

std::vector<const CompanionRow*> in_order(const std::vector<CompanionRow>& rows) {
  std::map<std::string_view, int> heights;
  std::vector<const CompanionRow*> result;
  for (const CompanionRow& row : rows) {
    result.push_back(&row);
    if (heights.count(row.type) == 0) heights[row.type] = height(row.type, rows);
  }
  std::stable_sort(result.begin(), result.end(), [&](const CompanionRow* a, const CompanionRow* b) { return heights[a->type] < heights[b->type]; });
  return result;
}

// The companions of one row and the parents of each.
class Merge {
 public:
  Merge(ResourceGraph& graph, const Catalog& catalog, const Registry& registry) : graph_(graph), parentage_(registry, catalog) {
    for (std::uint32_t number = 0; number < graph.resources.size(); ++number) {
      if (remains(graph.resources[number])) by_type_[graph.resources[number].type].push_back(number);
    }
  }

  void merge(const CompanionRow& row) {
    std::map<std::uint32_t, std::vector<Attachment>> attachments;  // by parent
    std::map<std::uint32_t, std::uint32_t> unproven;               // parent → the first companion that may be its own
    std::set<Scope> open;                                          // scopes in which a companion may belong to anybody
    std::set<std::pair<Scope, std::string>> unsure;                // names of which it is not known whom they mean
    auto companions = by_type_.find(row.type);
    if (companions == by_type_.end()) return;
    for (std::uint32_t number : companions->second) {
      Resource& companion = graph_.resources[number];
      Value naming = Parentage::naming_of(companion, row);
      bool somebody = false;
      each_possible_leaf(naming, [&](const Value& value) {
        if (value.is(Value::Kind::variable)) return;
        Named named = parentage_.named(value, row);
        somebody = somebody || named.how != Named::How::nobody;
        if (named.how == Named::How::parent) {
          std::vector<Attachment>& list = attachments[named.resources[0]];
          if (list.empty() || list.back().companion != number) list.push_back({number, naming});
        } else if (named.how == Named::How::one_of && unsure.emplace(companion.scope, describe(value)).second) {
          for (std::uint32_t parent : named.resources) unproven.emplace(parent, number);
        } else if (named.how == Named::How::anybody && open.insert(companion.scope).second) {
          add_unproven(row, number, unproven);
          somebody = somebody && has_parents(row, companion.scope);
        }
      });
      if (!somebody) attachments[outside_parent(row, companion, naming)].push_back({number, naming});
    }
    for (const auto& [parent, list] : attachments) attach(graph_, parent, row, list, parentage_);
    for (const auto& [parent, companion] : unproven) leave_open(graph_, parent, row, companion, attachments.count(parent) > 0);
  }

 private:
  bool has_parents(const CompanionRow& row, Scope scope) const {
    auto parents = by_type_.find(row.of);
    return parents != by_type_.end() && std::any_of(parents->second.begin(), parents->second.end(), [&](std::uint32_t number) {
      return graph_.resources[number].scope == scope;
    });
  }

  void add_unproven(const CompanionRow& row, std::uint32_t companion, std::map<std::uint32_t, std::uint32_t>& unproven) const {
    auto parents = by_type_.find(row.of);
    if (parents == by_type_.end()) return;
    for (std::uint32_t parent : parents->second) {
      if (graph_.resources[parent].scope == graph_.resources[companion].scope) unproven.emplace(parent, companion);
    }
  }

  // Companions that name the same stranger are parts of the same resource.
  std::uint32_t outside_parent(const CompanionRow& row, const Resource& companion, const Value& naming) {
    std::string name = naming.is_null() ? std::string(companion.address) : describe(naming);
    auto [found, added] = outside_.try_emplace({companion.scope, row.of + "\n" + name}, graph_.resources.size());
    if (!added) return found->second;
    Resource parent;
    parent.scope = companion.scope;
    parent.address = graph_.arena.store(std::string_view(naming.is_null() ? name : stranger_name(naming, companion)));
    parent.type = graph_.arena.store(std::string_view(row.of));
    parent.written_type = parent.type;
    parent.dialect = companion.dialect;
    parent.name = companion.name;
    parent.body = companion.body;
    parent.properties = Value::map({}, companion.name);
    parent.outside = true;
    by_type_[parent.type].push_back(found->second);
    graph_.resources.push_back(std::move(parent));
    return found->second;
  }

  static std::string stranger_name(const Value& naming, const Resource& companion) {
    if (naming.is(Value::Kind::unknown)) {
      std::string_view detail = naming.unknown().detail;
      return detail.empty() ? std::string(companion.address) : std::string(detail);
    }
    return shown(naming);
  }

  ResourceGraph& graph_;
  Parentage parentage_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_type_;
  std::map<std::pair<Scope, std::string>, std::uint32_t> outside_;
};

bool are_merged(const ResourceGraph& graph) {
  return std::any_of(graph.resources.begin(), graph.resources.end(),
                     [](const Resource& resource) { return resource.outside || !resource.parts.empty(); });
}

}  // namespace

void merge_companions(ResourceGraph& graph, const Catalog& catalog, const Registry& registry) {
  if (are_merged(graph)) return;
  Merge merge(graph, catalog, registry);
  for (const CompanionRow* row : in_order(catalog.companions)) merge.merge(*row);
  for (Resource& resource : graph.resources) sort_parts(resource);
}

}  // namespace demarc
