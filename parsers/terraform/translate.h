#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parsers/graph/resource.h"
#include "parsers/terraform/draft.h"
#include "parsers/terraform/table.h"
#include "parsers/text/arena.h"

namespace demarc {

// What a resource's arguments are in CloudFormation's vocabulary.
struct Translation {
  std::string_view type;
  std::vector<Value> properties;         // usually one; several where one Terraform resource stands for several
  std::vector<Entry> attributes;         // DeletionPolicy …
  const TypeMapping* mapping = nullptr;  // the table or case that was used; null: names were kept
};

// Applies mapping tables to arguments. One translator serves all resources of a plan.
class Translator {
 public:
  // Gives the document that a reference stands for (aws_iam_policy_document.p.json); null where it is none.
  using DocumentOf = std::function<Value(const Value& reference)>;

  // `text` is that of the plan's file: where a document inside a string stands exactly.
  Translator(std::string_view text, Arena& arena, DocumentOf document_of)
      : text_(text), arena_(arena), document_of_(std::move(document_of)), draft_(arena) {}

  // `self` is what a reference to the resource itself looks like. Arguments that are unknown as a whole stay so.
  Translation translate(const TypeMapping& mapping, const Value& arguments, const Reference& self);

  // PascalCase, kept in the arena once for each name.
  std::string_view pascal(std::string_view name);

 private:
  using At = Draft::At;

  // The object whose arguments are being translated.
  struct Frame {
    const TableBody* body = nullptr;  // null: the default rule alone
    std::span<const Entry> arguments;
    Place place;
    At object = Draft::kRoot;
    std::string_view words;  // of blocks that are no objects of their own: "health_check"
    bool top = false;
  };
  static Frame frame(const TableBody* body, const Value& arguments, At object, std::string_view words = {}) {
    return {body, arguments.entries(), arguments.place, object, words, false};
  }
  // One member of what `each` names: an argument and one of its values.
  struct Variation {
    const Entry* entry = nullptr;
    Value value = Value::null();
  };

  std::vector<Variation> variations(const TableBody* body, std::span<const Entry> arguments) const;
  void add_arguments(const Frame& outer, const Variation& variation);
  void set_all(const Frame& outer, std::span<const TableConstant> constants, Place place);
  void add(const Frame& outer, const Entry& entry);
  void add_row(const Frame& outer, const TableArgument& argument, const Entry& entry);
  void add_block(const Frame& outer, const TableArgument& argument, const Entry& entry);
  void add_flat(const Frame& outer, const TableArgument& argument, const Entry& entry);
  void add_objects(At list, const TableBody* body, const Value& value, std::string_view words);
  void add_keyed(const TableArgument& argument, const Entry& entry, At map);
  std::optional<At> keyed_member(const TableArgument& argument, const Value& item, At map);
  std::span<const Entry> without_keys(const TableArgument& argument, const Value& item);
  void add_by_default(const Frame& outer, const Entry& entry);
  void add_unknown(const Frame& outer, const TableBody& body, const Value& unknown, Place place);
  void add_value(At object, std::span<const TableStep> steps, std::string_view written, const Value& value, Place place);
  void add_members(At object, std::span<const TableStep> steps, std::size_t list, std::string_view written, const Value& value,
                   Place place);
  Value worded(const TableArgument& argument, const Value& value) const;
  Value taken(const Frame& outer, const TableArgument& argument, const Value& value) const;
  Value document(const TableArgument& argument, const Value& value);
  Value pairs(std::string_view key, std::string_view value, const Value& map);
  Value with_pascal_keys(const Value& value, const TableBody* body, bool keeps);
  std::string_view written(const Frame& outer, const TableArgument& argument);
  std::string_view words_of(const Frame& outer, std::string_view name);

  std::string_view text_;
  Arena& arena_;
  DocumentOf document_of_;
  Draft draft_;
  At properties_ = Draft::kRoot;  // where the properties stand
  const Reference* self_ = nullptr;
  std::vector<Entry>* attributes_ = nullptr;
  std::unordered_map<std::string_view, std::string_view> pascal_;
};

}  // namespace demarc
