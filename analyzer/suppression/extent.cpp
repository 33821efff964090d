#include "analyzer/suppression/extent.h"

#include <algorithm>

namespace demarc {
namespace {

constexpr int kDeepestLoop = 8;

class Extents {
 public:
  Extents(const SourceFile& file, const std::vector<std::uint32_t>& lines) {
    for (std::uint32_t line : lines) {
      std::uint32_t begin = file.line_begin(line);
      by_begin_[begin] = {line, {begin, begin + static_cast<std::uint32_t>(file.line(line).size())}};
    }
  }

  void walk(const Node& node) {
    for (const Node& item : node.kind == NodeKind::list ? node.items() : std::span<const Node>()) {
      add(item.range.begin, item.range.end);
      walk(item);
    }
    for (const Member& member : node.kind == NodeKind::map ? node.members() : std::span<const Member>()) {
      add(member.key_range.begin, std::max(member.key_range.end, member.value.range.end));
      walk(member.value);
    }
  }

  std::map<std::uint32_t, Range> found() const {
    std::map<std::uint32_t, Range> result;
    for (const auto& [begin, line] : by_begin_) result[line.number] = {begin, std::max(line.line.end, line.end)};
    return result;
  }

 private:
  struct Line {
    std::uint32_t number = 0;
    Range line;
    std::uint32_t end = 0;
  };

  void add(std::uint32_t begin, std::uint32_t end) {
    auto after = by_begin_.upper_bound(begin);
    if (after == by_begin_.begin()) return;
    Line& line = std::prev(after)->second;
    if (begin < line.line.end) line.end = std::max(line.end, end);
  }

  std::map<std::uint32_t, Line> by_begin_;
};

void add_resources(const Node& section, int depth, std::vector<ResourceExtent>& resources) {
  if (section.kind != NodeKind::map) return;
  for (const Member& member : section.members()) {
    bool loop = member.key.starts_with("Fn::ForEach") && member.value.kind == NodeKind::list && member.value.size() == 3;
    if (loop && depth < kDeepestLoop) {
      add_resources(member.value.items()[2], depth + 1, resources);
    } else if (member.value.kind == NodeKind::map) {
      resources.push_back({member.key, &member.value, {member.key_range.begin, member.value.range.end}});
    }
  }
}

}  // namespace

std::map<std::uint32_t, Range> extents_of(const SourceFile& file, const Node& root, const std::vector<std::uint32_t>& lines) {
  Extents extents(file, lines);
  extents.walk(root);
  return extents.found();
}

std::vector<ResourceExtent> resource_extents(const SourceFile& file, const Node& root) {
  std::vector<ResourceExtent> resources;
  const Node* section = root.find("Resources");
  if (section == nullptr) return resources;
  add_resources(*section, 0, resources);
  auto end = static_cast<std::uint32_t>(file.text().size());
  for (const Member& member : root.members()) {
    if (member.key_range.begin > section->range.begin) end = std::min(end, member.key_range.begin);
  }
  for (std::size_t i = 0; i < resources.size(); ++i) {
    std::uint32_t next = i + 1 < resources.size() ? resources[i + 1].range.begin : end;
    resources[i].range.end = std::max(resources[i].range.end, next);
  }
  return resources;
}

}  // namespace demarc
