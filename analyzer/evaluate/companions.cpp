#include "analyzer/evaluate/companions.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "analyzer/evaluate/attachment.h"
#include "analyzer/evaluate/companion_order.h"
#include "analyzer/evaluate/parentage.h"
#include "analyzer/evaluate/part.h"
#include "analyzer/evaluate/spread.h"
#include "analyzer/evaluate/words.h"
#include "parsers/graph/describe.h"

namespace demarc {
namespace {

// What one row of the table finds: companions by parent, and the first companion that may be a parent's own.
struct Links {
  const CompanionRow* row = nullptr;
  std::map<std::uint32_t, std::vector<Attachment>> proven;
  std::map<std::uint32_t, std::uint32_t> unproven;
  std::set<Scope> open;                            // scopes in which a companion may belong to anybody
  std::set<std::pair<Scope, std::string>> unsure;  // names of which it is not known whom they mean
};

class Merge {
 public:
  Merge(ResourceGraph& graph, const Catalog& catalog, const Registry& registry)
      : graph_(graph), catalog_(catalog), parentage_(registry, catalog) {
    for (std::uint32_t number = 0; number < graph.resources.size(); ++number) {
      if (remains(graph.resources[number])) by_type_[graph.resources[number].type].push_back(number);
    }
  }

  // All companions of one type. One that names nobody in the inputs by any row hangs on a parent outside.
  void merge(std::string_view type) {
    const std::vector<std::uint32_t> companions = of_type(type);
    if (companions.empty()) return;
    std::vector<Links> links;
    for (const CompanionRow& row : catalog_.companions) {
      if (row.type == type) links.emplace_back().row = &row;
    }
    for (std::uint32_t companion : companions) {
      bool somebody = false;
      for (Links& each : links) somebody = link(companion, each) || somebody;
      if (!somebody) link_outside(companion, links);
    }
    for (const Links& each : links) put_in(each);
  }

 private:
  std::vector<std::uint32_t> of_type(std::string_view type) const {
    auto found = by_type_.find(type);
    return found == by_type_.end() ? std::vector<std::uint32_t>() : found->second;
  }

  // Finds the parents of a companion by one row. Whether there are any.
  bool link(std::uint32_t companion, Links& links) {
    const Value naming = Parentage::naming_of(graph_.resources[companion], *links.row);
    const std::span<const Value> names = naming.is(Value::Kind::list) ? naming.items() : std::span<const Value>(&naming, 1);
    bool somebody = false;
    for (const Value& name : names) {
      each_possible_leaf(name, [&](const Value& value) {
        if (!value.is(Value::Kind::variable)) somebody = link(companion, name, value, links) || somebody;
      });
    }
    return somebody;
  }

  // `value`: what a name may be in some world.
  bool link(std::uint32_t companion, const Value& name, const Value& value, Links& links) {
    const Scope scope = graph_.resources[companion].scope;
    const Named named = parentage_.named(value, *links.row, scope);
    if (named.how == Named::How::parent) {
      add(links.proven[named.resources[0]], companion, name);
    } else if (named.how == Named::How::one_of) {
      if (links.unsure.emplace(scope, describe(value)).second) add_unproven(named.resources, companion, links);
    } else if (named.how == Named::How::anybody) {
      if (links.open.insert(scope).second) add_unproven(in_scope(links, scope), companion, links);
      return !in_scope(links, scope).empty();
    }
    return named.how != Named::How::nobody;
  }

  static void add(std::vector<Attachment>& attachments, std::uint32_t companion, const Value& name) {
    if (attachments.empty() || attachments.back().companion != companion) attachments.push_back({companion, {}});
    attachments.back().naming.push_back(name);
  }

  static void add_unproven(const std::vector<std::uint32_t>& parents, std::uint32_t companion, Links& links) {
    for (std::uint32_t parent : parents) links.unproven.emplace(parent, companion);
  }

  // All that may be parents by a row, in one input.
  const std::vector<std::uint32_t>& in_scope(const Links& links, Scope scope) {
    auto [found, added] = in_scope_.try_emplace({links.row->of, scope});
    if (!added) return found->second;
    for (std::uint32_t number : of_type(links.row->of)) {
      if (graph_.resources[number].scope == scope) found->second.push_back(number);
    }
    return found->second;
  }

  // By the first row that names somebody, and by the others that name the same.
  void link_outside(std::uint32_t companion, std::vector<Links>& links) {
    Links* by = &links[0];
    Value naming = Value::null();
    for (Links& each : links) {
      naming = Parentage::naming_of(graph_.resources[companion], *each.row);
      by = &each;
      if (!naming.is_null()) break;
    }
    if (naming.is_null()) by = &links[0];
    const std::uint32_t parent = outside_parent(*by->row, companion, naming);
    for (Links& each : links) {
      const Value same = Parentage::naming_of(graph_.resources[companion], *each.row);
      const bool names_it = &each == by || (each.row->of == by->row->of && !same.is_null() && describe(same) == describe(naming));
      if (names_it) add(each.proven[parent], companion, naming);
    }
  }

  // Companions that name the same stranger are parts of the same resource.
  std::uint32_t outside_parent(const CompanionRow& row, std::uint32_t number, const Value& naming) {
    const Resource& companion = graph_.resources[number];
    const std::string name = naming.is_null() ? std::string(companion.address) : describe(naming);
    auto [found, added] =
        outside_.try_emplace({companion.scope, row.of + "\n" + name}, static_cast<std::uint32_t>(graph_.resources.size()));
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
    graph_.resources.push_back(std::move(parent));
    return found->second;
  }

  static std::string stranger_name(const Value& naming, const Resource& companion) {
    if (!naming.is(Value::Kind::unknown)) return shown(naming);
    const std::string_view detail = naming.unknown().detail;
    return std::string(detail.empty() ? companion.address : detail);
  }

  void put_in(const Links& links) {
    for (const auto& [parent, companions] : links.proven) attach(graph_, parent, *links.row, companions, parentage_);
    for (const auto& [parent, companion] : links.unproven) {
      leave_open(graph_, parent, *links.row, companion, links.proven.count(parent) > 0);
    }
  }

  ResourceGraph& graph_;
  const Catalog& catalog_;
  Parentage parentage_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_type_;
  std::map<std::pair<std::string_view, Scope>, std::vector<std::uint32_t>> in_scope_;
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
  for (std::string_view type : companion_types(catalog.companions)) merge.merge(type);
  for (Resource& resource : graph.resources) sort_parts(resource);
}

}  // namespace demarc
