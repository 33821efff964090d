#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/policy/mistakes.h"
#include "analyzer/policy/nearest.h"
#include "parsers/document/node.h"

namespace demarc {

using Names = std::span<const std::string_view>;

// The members of a map of which the grammar knows all keys. Reading it reports what is no map, unknown keys (with the
// nearest right one) and keys that are written twice.
class Fields {
 public:
  // `what` names the map in errors: "a policy", "a table".
  Fields(const Node& node, std::string what, Names keys, Mistakes& mistakes);

  const Node& node() const { return node_; }

  // Null where the key is not written. `key: ` without a value counts as written.
  const Node* find(std::string_view key) const { return node_.find(key); }
  bool has(std::string_view key) const { return find(key) != nullptr; }

  // The same; a missing key is a mistake.
  const Node* need(std::string_view key) const;

  // The scalar under a key as text. Nothing where it is not written, or is a mistake: no scalar, or empty.
  std::optional<std::string> text(std::string_view key) const;
  std::optional<std::string> needed_text(std::string_view key) const;

  // A list of texts, or one text, under a key; empty where it is not written.
  std::vector<std::string> texts(std::string_view key) const;

 private:
  const Node& node_;
  std::string what_;
  Mistakes& mistakes_;
};

// A scalar's text; a mistake where there is none. `what` begins the sentence: `"title" must be a text, not a list`.
std::optional<std::string> read_text(const Node& node, std::string_view what, Mistakes& mistakes);

// Items of a list, or one scalar alone, as texts.
std::vector<std::string> read_texts(const Node& node, std::string_view what, Mistakes& mistakes);

// The place of a scalar among the names that may stand there; a mistake with the nearest one where it is none of them.
std::optional<std::size_t> read_name(const Node& node, std::string_view what, Names names, Mistakes& mistakes);

// Reports a key that the grammar does not know there.
void unknown_key(const Member& member, std::string_view what, Names keys, Mistakes& mistakes);

// "pass, fail or unknown"
std::string enumerated(Names names);

}  // namespace demarc
