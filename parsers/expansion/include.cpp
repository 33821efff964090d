#include "parsers/expansion/include.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "parsers/document/add_note.h"
#include "parsers/document/read.h"

namespace demarc {
namespace {

constexpr std::size_t kMostFiles = 100;
constexpr std::size_t kMostNodes = 1'000'000;
constexpr std::size_t kMostDepth = 10;
constexpr std::string_view kTransform = "Fn::Transform";

// The location that an include names. Null if the node is no include.
const Node* location_of(const Node& transform) {
  const Node* name = transform.find("Name");
  if (name == nullptr || !name->is_scalar() || name->text() != kInclude) return nullptr;
  const Node* parameters = transform.find("Parameters");
  const Node* location = parameters == nullptr ? nullptr : parameters->find("Location");
  return location == nullptr ? &transform : location;
}

class Includer {
 public:
  Includer(Document& document, const SourceFile& file, const Locate& locate) : document_(document), locate_(locate) {
    end_ = file.text().size() + 1;
    path_.push_back(file.id());
  }

  Node template_with(const Node& root) {
    std::vector<Member> members;
    std::vector<Node> brought;
    for (Member member : root.members()) {
      std::vector<Node> left;
      if (member.key == "Transform") {
        take(member.value, brought, left);
        if (!brought.empty()) member.value = Node::list(document_.arena.store(left), member.value.range);
      } else {
        member.value = copy(member.value);
      }
      members.push_back(member);
    }
    for (const Node& each : brought) merge(each, members);
    return Node::map(document_.arena.store(members), root.range);
  }

 private:
  // Sections that stand on both sides are put together.
  void merge(const Node& brought, std::vector<Member>& members) {
    if (brought.kind != NodeKind::map) return add_members(brought, members);
    for (const Member& member : brought.members()) {
      const auto same = std::find_if(members.begin(), members.end(), [&](const Member& each) { return each.key == member.key; });
      if (same == members.end()) {
        members.push_back(member);
      } else if (same->value.kind == NodeKind::map && member.value.kind == NodeKind::map) {
        std::vector<Member> both(same->value.members().begin(), same->value.members().end());
        both.insert(both.end(), member.value.members().begin(), member.value.members().end());
        same->value = Node::map(document_.arena.store(both), same->value.range);
      }
    }
  }

  // What the includes of a transform, or of a list of them, bring; the others are left.
  void take(const Node& transforms, std::vector<Node>& brought, std::vector<Node>& left) {
    const bool list = transforms.kind == NodeKind::list;
    for (const Node& each : list ? transforms.items() : std::span<const Node>(&transforms, 1)) {
      const Node* location = location_of(each);
      const auto content = location == nullptr ? std::nullopt : load(*location);
      if (content) {
        brought.push_back(*content);
      } else {
        left.push_back(each);
      }
    }
  }

  Node copy(const Node& node) {
    if (node.tag() == "Transform") {
      const Node* location = location_of(node);
      const auto content = location == nullptr ? std::nullopt : load(*location);
      if (content) return *content;
    }
    if (node.kind == NodeKind::list) {
      std::vector<Node> items;
      for (const Node& item : node.items()) items.push_back(copy(item));
      return like(Node::list(document_.arena.store(items), node.range), node);
    }
    return node.kind == NodeKind::map ? copy_map(node) : node;
  }

  Node copy_map(const Node& node) {
    std::vector<Member> members;
    for (const Member& member : node.members()) {
      std::vector<Node> brought;
      std::vector<Node> left;
      if (member.key == kTransform) take(member.value, brought, left);
      if (node.size() == 1 && brought.size() == 1 && left.empty() && brought[0].kind != NodeKind::map) return brought[0];
      for (const Node& each : brought) add_members(each, members);
      if (brought.empty()) {
        members.push_back({member.key, member.key_range, copy(member.value)});
      } else if (!left.empty()) {
        members.push_back({member.key, member.key_range, Node::list(document_.arena.store(left), member.value.range)});
      }
    }
    return like(Node::map(document_.arena.store(members), node.range), node);
  }

  void add_members(const Node& map, std::vector<Member>& members) {
    if (map.kind == NodeKind::map) {
      members.insert(members.end(), map.members().begin(), map.members().end());
    } else {
      note("what AWS::Include brings here is no map, and is left out", map.range);
    }
  }

  Node like(Node node, const Node& original) {
    return original.tag().empty() ? node : node.tagged(original.tag(), document_.arena);
  }

  void note(std::string message, Range range) {
    add_note(document_.notes, {"include", std::move(message), document_.place(range)});
  }

  // What a file brings, its own includes done.
  std::optional<Node> load(const Node& location) {
    const bool literal = location.is_scalar() && location.tag().empty();
    if (!literal || !is_local(location.text())) {
      if (!std::exchange(noted_remote_, true)) {
        note("files that AWS::Include takes from elsewhere than a local file are not read: what they bring is not judged",
             location.range);
      }
      return std::nullopt;
    }
    const auto file = locate_ ? locate_(path_.back(), location.text()) : Result<const SourceFile*>(Error{"is not read", {}, {}});
    if (!file) return refuse(location, file.error().message);
    if (std::find(path_.begin(), path_.end(), (*file)->id()) != path_.end()) return refuse(location, "includes itself");
    if (path_.size() > kMostDepth || ++files_ > kMostFiles || end_ + (*file)->text().size() >= UINT32_MAX) {
      return refuse(location, "is one file too many");
    }
    return content(**file, location);
  }

  std::optional<Node> refuse(const Node& location, std::string_view why) {
    note(fmt::format("{} {}: what AWS::Include would bring is not judged", location.text(), why), location.range);
    return std::nullopt;
  }

  std::optional<Node> content(const SourceFile& file, const Node& location) {
    const Result<Document> read = read_document(file);
    if (!read) {
      const Place place{file.id(), read.error().range.value_or(Range{})};
      add_note(document_.notes, {"include", fmt::format("{}, which AWS::Include names, cannot be read: {}", location.text(),
                                                        read.error().message),
                                 place});
      return std::nullopt;
    }
    for (const Note& each : read->notes) add_note(document_.notes, each);
    const auto begin = static_cast<std::uint32_t>(end_);
    document_.inclusions.push_back({file.id(), begin});
    end_ += file.text().size() + 1;
    const Node moved = move(read->root, begin);
    if (nodes_ > kMostNodes) return refuse(location, "is too much");
    path_.push_back(file.id());
    const Node result = copy(moved);
    path_.pop_back();
    return result;
  }

  static Range moved(Range range, std::uint32_t by) { return {range.begin + by, range.end + by}; }

  // The same tree, in the document's memory, and its ranges moved.
  Node move(const Node& node, std::uint32_t by) {
    Node result;
    if (++nodes_ > kMostNodes) return result;
    if (node.is_scalar()) {
      result = Node::scalar(node.kind, document_.arena.store(node.text()), moved(node.range, by));
      result.truth = node.truth;
    } else if (node.kind == NodeKind::list) {
      std::vector<Node> items;
      for (const Node& item : node.items()) items.push_back(move(item, by));
      result = Node::list(document_.arena.store(items), moved(node.range, by));
    } else {
      std::vector<Member> members;
      for (const Member& member : node.members()) {
        members.push_back({document_.arena.store(member.key), moved(member.key_range, by), move(member.value, by)});
      }
      result = Node::map(document_.arena.store(members), moved(node.range, by));
    }
    result.quoted = node.quoted;
    return node.tag().empty() ? result : result.tagged(document_.arena.store(node.tag()), document_.arena);
  }

  Document& document_;
  const Locate& locate_;
  std::size_t end_;           // of the ranges that are taken
  std::vector<FileId> path_;  // of the file that is being included, through those that include it
  std::size_t files_ = 0;
  std::size_t nodes_ = 0;
  bool noted_remote_ = false;
};

}  // namespace

void include_files(Document& document, const SourceFile& file, const Locate& locate) {
  if (document.root.kind != NodeKind::map || file.text().find(kInclude) == std::string_view::npos) return;
  document.root = Includer(document, file, locate).template_with(document.root);
}

}  // namespace demarc
