#pragma once

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "parsers/document/builder.h"
#include "parsers/document/node.h"
#include "parsers/document/read.h"
#include "parsers/document/shown_text.h"
#include "parsers/document/yaml_mistake.h"
#include "parsers/text/source.h"

namespace demarc {

// Takes yaml-cpp's events of one YAML document and grows the tree. Throws Refused where a budget or a rule is broken.
class YamlHandler final : public YAML::EventHandler {
 public:
  struct Refused {
    Error error;
  };

  // `first` is the byte offset in the text at which yaml-cpp counts its positions from. `hidden` are tags that it does not
  // see; those whose scalar is read are marked as found.
  YamlHandler(std::string_view text, std::size_t first, const Limits& limits, std::vector<BlockTag>& hidden, Document& document)
      : text_(text), first_(first), limits_(limits), hidden_(hidden), document_(document), builder_(document) {}

  // Where the document begins.
  std::size_t begin() const { return begin_; }
  // How far it came.
  YamlProgress progress() const;

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override;
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override;

 private:
  struct Open {
    bool bracket;      // in flow style; not a pair without braces
    bool at_key;       // a map that expects a key next
    bool merges;       // a map with a merge key
    std::size_t body;  // where its first token stands
    std::string_view tag;
    YAML::anchor_t anchor;
    std::uint64_t nodes_before;
    std::uint32_t height;  // levels below it so far
  };

  // What an anchor stands for, once it is whole.
  struct Anchored {
    Node node;
    std::uint64_t nodes = 0;  // 0: not whole yet
    std::uint32_t height = 0;
  };

  BlockTag* hidden_tag(std::size_t header);
  std::size_t offset(const YAML::Mark& mark) const;
  bool at_key() const { return !open_.empty() && open_.back().at_key; }
  std::string_view keep(std::string_view value, std::size_t body);
  std::string_view keep_quoted(std::string_view value, std::size_t begin);
  std::string_view keep_tag(std::string_view tag);
  Range null_range(std::size_t begin, YAML::anchor_t anchor, std::string_view& word) const;
  NodeKind scalar_kind(std::string_view tag, std::string_view value, Range range);
  void add_scalar(std::size_t begin, std::string_view tag, YAML::anchor_t anchor, std::string_view value);
  std::optional<std::size_t> innermost_bracket() const;
  void check_empty(Range range) const;
  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, bool is_map);
  void close(bool is_map);
  void add_key(std::string_view key, Range range, bool is_merge);
  void add(Node node, YAML::anchor_t anchor, std::uint64_t nodes, std::uint32_t height);
  void count(Range range);
  Anchored& anchored(YAML::anchor_t anchor);

  std::string_view text_;
  std::size_t first_;
  const Limits& limits_;
  std::vector<BlockTag>& hidden_;
  Document& document_;
  TreeBuilder builder_;
  std::vector<Open> open_;
  std::vector<Anchored> anchors_;
  std::unordered_set<std::string_view> tags_;
  std::size_t begin_ = 0;
  std::size_t cursor_ = 0;             // behind the last token that was taken
  std::optional<std::size_t> quoted_;  // where it begins, if it is a text in quotes
  std::uint64_t nodes_ = 0;            // written so far
  std::uint64_t alias_nodes_ = 0;      // added by aliases
};

}  // namespace demarc
