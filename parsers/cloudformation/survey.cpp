#include "parsers/cloudformation/survey.h"

#include <fmt/format.h>

#include <set>
#include <tuple>

#include "parsers/cloudformation/function.h"
#include "parsers/cloudformation/parameter_value.h"
#include "parsers/cloudformation/scalar.h"
#include "parsers/expansion/include.h"

namespace demarc {
namespace {

constexpr std::size_t kMostKeys = 256;

class Survey {
 public:
  explicit Survey(Declarations& names) : names_(names) {}

  void visit(const Node& node) {
    if (const auto call = call_of(node)) visit(*call);
    if (node.kind == NodeKind::list) {
      for (const Node& item : node.items()) visit(item);
    } else if (node.kind == NodeKind::map) {
      for (const Member& member : node.members()) visit(member);
    }
  }

 private:
  void visit(const Member& member) {
    if (member.key == "Fn::Transform") macro(member.value);
    visit(member.value);
  }

  void visit(const Call& call) {
    if (call.tagged && call.name == "Fn::Transform") macro(*call.argument);
    if (call.name == "Fn::FindInMap" && call.argument->kind == NodeKind::list) look_up(call.argument->items());
  }

  void macro(const Node& argument) {
    const Node* given = argument.find("Name");
    const std::string_view name = given != nullptr && given->is_scalar() ? scalar_text(*given) : "Fn::Transform";
    names_.generator = name;
    if (name == kInclude) return;  // said where it was not found
    names_.note_once("macro", name, fmt::format("macro {} is not expanded: what it would add or change is not judged", name),
                     argument.range);
  }

  void look_up(std::span<const Node> given) {
    const Node* section = names_.mappings.section();
    if (given.size() < 3 || section == nullptr || !given[0].is_scalar() || !given[0].tag().empty()) return;
    const Member* map = names_.mappings.find(*section, scalar_text(given[0]));
    if (map == nullptr || map->value.kind != NodeKind::map || map->value.size() > kMostKeys) return;
    if (const Parameter* top = parameter(given[1]); first_time(*map, top, 1)) tell_apart(*top, map->value);
    if (const Parameter* second = parameter(given[2]); first_time(*map, second, 2)) {
      for (const Member& each : map->value.members()) tell_apart(*second, each.value);
    }
  }

  bool first_time(const Member& map, const Parameter* parameter, int position) {
    return parameter != nullptr && looked_up_.emplace(&map, parameter, position).second;
  }

  const Parameter* parameter(const Node& key) const {
    const auto call = call_of(key);
    if (!call || call->name != "Ref" || !call->argument->is_scalar()) return nullptr;
    const auto found = names_.parameters.find(scalar_text(*call->argument));
    return found == names_.parameters.end() ? nullptr : &found->second;
  }

  void tell_apart(const Parameter& parameter, const Node& map) {
    if (map.kind != NodeKind::map || map.size() > kMostKeys) return;
    for (const Member& each : map.members()) {
      names_.classes.of(*parameter.variable, each.key,
                        class_value(*parameter.variable, each.key, names_.place(each.key_range), names_));
    }
  }

  Declarations& names_;
  std::set<std::tuple<const Member*, const Parameter*, int>> looked_up_;
};

}  // namespace

void survey(const Node& root, Declarations& names) { Survey(names).visit(root); }

}  // namespace demarc
