#include "parsers/cloudformation/imports.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "parsers/graph/scenario.h"

namespace demarc {
namespace {

struct Export {
  Value value = Value::null();
  const Condition* condition = nullptr;
  bool several = false;
};

using Exports = std::unordered_map<std::string_view, Export>;

// The name of an export, where it is the same in every world that reads defaults.
std::string_view export_name(const Resource& output, Arena& arena) {
  const Entry* exported = output.properties.find("Export");
  const Entry* name = exported == nullptr ? nullptr : exported->value.find("Name");
  if (name == nullptr) return {};
  Scenario scenario;
  const Value value = scenario.settle(name->value);
  return value.is_scalar() ? arena.store(value.scalar()) : std::string_view();
}

Exports exports_of(ResourceGraph& graph) {
  Exports exports;
  for (const Resource& resource : graph.resources) {
    if (resource.type != "template.output") continue;
    const std::string_view name = export_name(resource, graph.arena);
    const Entry* value = resource.properties.find("Value");
    if (name.empty() || value == nullptr) continue;
    const auto [found, fresh] = exports.try_emplace(name, Export{value->value, resource.condition, false});
    found->second.several = !fresh;
  }
  return exports;
}

bool has_import(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::unknown: return value.unknown().why == Why::import;
    case Value::Kind::list: return std::any_of(value.items().begin(), value.items().end(), has_import);
    case Value::Kind::map:
      return std::any_of(value.entries().begin(), value.entries().end(), [](const Entry& each) { return has_import(each.value); });
    case Value::Kind::partial:
      return std::any_of(value.pieces().begin(), value.pieces().end(),
                         [](const Piece& each) { return each.hole != nullptr && has_import(*each.hole); });
    case Value::Kind::choice:
      return std::any_of(value.alternatives().begin(), value.alternatives().end(),
                         [](const Alternative& each) { return has_import(each.value); });
    default: return false;
  }
}

class Links {
 public:
  Links(const Exports& exports, ResourceGraph& graph) : exports_(exports), graph_(graph) {}

  // Whether something in a value was linked, which then is another one.
  bool link(Value& value) {
    switch (value.kind()) {
      case Value::Kind::unknown: return link_unknown(value);
      case Value::Kind::list: return link_list(value);
      case Value::Kind::map: return link_map(value);
      case Value::Kind::partial: return link_partial(value);
      case Value::Kind::choice: return link_choice(value);
      default: return false;
    }
  }

 private:
  bool link_unknown(Value& value) {
    if (value.unknown().why != Why::import) return false;
    const auto found = exports_.find(value.unknown().detail);
    if (found == exports_.end()) return false;
    const Export& exported = found->second;
    if (exported.several) {
      if (noted_.insert(found->first).second) {
        std::string message = fmt::format("several templates export {}: which one is imported is not known", found->first);
        graph_.notes.push_back({"import", std::move(message), value.place});
      }
      return false;
    }
    Value linked = exported.value;
    if (exported.condition != nullptr) {
      const std::vector<Alternative> alternatives = {{exported.condition, linked}, {nullptr, value}};
      linked = Value::choice(graph_.arena.store(alternatives), value.place);
    }
    linked.place = value.place;
    linked.sensitive = linked.sensitive || value.sensitive;
    value = linked;
    return true;
  }

  // Puts a changed copy in the place of what is otherwise the same.
  void put(Value& value, Value changed) {
    changed.sensitive = value.sensitive;
    changed.through = value.through;
    value = changed;
  }

  bool link_list(Value& value) {
    std::vector<Value> items(value.items().begin(), value.items().end());
    bool any = false;
    for (Value& item : items) any = link(item) || any;
    if (any) put(value, Value::list(graph_.arena.store(items), value.place));
    return any;
  }

  bool link_map(Value& value) {
    std::vector<Entry> entries(value.entries().begin(), value.entries().end());
    bool any = false;
    for (Entry& entry : entries) any = link(entry.value) || any;
    if (any) put(value, Value::map(graph_.arena.store(entries), value.place));
    return any;
  }

  bool link_choice(Value& value) {
    std::vector<Alternative> alternatives(value.alternatives().begin(), value.alternatives().end());
    bool any = false;
    for (Alternative& each : alternatives) any = link(each.value) || any;
    if (any) put(value, Value::choice(graph_.arena.store(alternatives), value.place));
    return any;
  }

  bool link_partial(Value& value) {
    std::vector<Piece> pieces;
    bool any = false;
    for (const Piece& piece : value.pieces()) {
      Value hole = piece.hole == nullptr ? Value::null() : *piece.hole;
      if (piece.hole == nullptr || !link(hole)) {
        pieces.push_back(piece);
        continue;
      }
      any = true;
      add(hole, pieces);
    }
    if (any) put(value, joined(pieces, value.place));
    return any;
  }

  // Holes are no texts and hold no pieces of their own.
  void add(const Value& part, std::vector<Piece>& pieces) {
    if (part.is(Value::Kind::partial)) {
      pieces.insert(pieces.end(), part.pieces().begin(), part.pieces().end());
    } else if (part.is_scalar()) {
      pieces.push_back({part.scalar(), nullptr});
    } else {
      pieces.push_back({{}, graph_.arena.store(part)});
    }
  }

  Value joined(const std::vector<Piece>& pieces, Place place) {
    std::vector<Piece> result;
    std::string literal;
    const auto flush = [&] {
      if (!literal.empty()) result.push_back({graph_.arena.store(std::string_view(literal)), nullptr});
      literal.clear();
    };
    for (const Piece& piece : pieces) {
      if (piece.hole == nullptr) {
        literal += piece.literal;
        continue;
      }
      flush();
      result.push_back(piece);
    }
    flush();
    if (result.empty()) return Value::text({}, place);
    if (result.size() == 1 && result[0].hole == nullptr) return Value::text(result[0].literal, place);
    return Value::partial(graph_.arena.store(result), place);
  }

  const Exports& exports_;
  ResourceGraph& graph_;
  std::unordered_set<std::string_view> noted_;
};

}  // namespace

void link_imports(ResourceGraph& graph) {
  Exports exports = exports_of(graph);
  if (exports.empty()) return;
  // An export may be of what its template imports, once.
  const Exports written = exports;
  Links first(written, graph);
  for (auto& [name, exported] : exports) first.link(exported.value);
  Links links(exports, graph);
  for (Resource& resource : graph.resources) {
    if (has_import(resource.properties)) links.link(resource.properties);
    if (has_import(resource.attributes)) links.link(resource.attributes);
  }
}

}  // namespace demarc
