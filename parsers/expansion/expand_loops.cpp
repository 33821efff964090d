#include <algorithm>
#include <array>
#include <utility>

#include "parsers/expansion/expander.h"

namespace demarc {
namespace {

constexpr std::string_view kLanguage = "AWS::LanguageExtensions";
using Level = Expander::Level;
constexpr std::array<std::pair<std::string_view, Level>, 3> kSections = {{
    {"Resources", Level::resources},
    {"Outputs", Level::outputs},
    {"Conditions", Level::conditions},
}};

// The first loop inside of a node.
const Member* first_loop(const Node& node) {
  if (node.kind == NodeKind::list) {
    for (const Node& item : node.items()) {
      if (const Member* found = first_loop(item)) return found;
    }
  } else if (node.kind == NodeKind::map) {
    for (const Member& member : node.members()) {
      if (is_loop(member.key)) return &member;
      if (const Member* found = first_loop(member.value)) return found;
    }
  }
  return nullptr;
}

bool names_language(const Node* transform) {
  if (transform == nullptr) return false;
  const auto is_language = [](const Node& node) { return node.is_scalar() && node.text().starts_with(kLanguage); };
  if (transform->kind != NodeKind::list) return is_language(*transform);
  return std::any_of(transform->items().begin(), transform->items().end(), is_language);
}

}  // namespace

bool is_loop(std::string_view key) { return key.starts_with("Fn::ForEach::"); }

std::vector<std::string_view> expand_loops(Document& document, const LoopContext& context) {
  const Member* first = first_loop(document.root);
  if (first == nullptr || document.root.kind != NodeKind::map) return {};
  Expander expander(document, context);
  if (!names_language(document.root.find("Transform"))) {
    expander.note("loop",
                  "Fn::ForEach needs the transform AWS::LanguageExtensions, which this template does not name: it is judged as if "
                  "it did",
                  first->key_range);
  }
  std::vector<Member> members;
  for (Member member : document.root.members()) {
    const auto* const section =
        std::find_if(kSections.begin(), kSections.end(), [&](const auto& row) { return row.first == member.key; });
    if (section != kSections.end()) {
      member.value = expander.section(member.value, section->second);
    } else if (const Member* loop = is_loop(member.key) ? &member : first_loop(member.value)) {
      expander.note("loop", std::string(loop->key) + " stands where CloudFormation takes no loop, and is not expanded",
                    loop->key_range);
    }
    members.push_back(member);
  }
  document.root = Node::map(document.arena.store(members), document.root.range);
  return std::move(expander.open_loops);
}

}  // namespace demarc
