#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "parsers/document/node.h"
#include "parsers/serverless/additions.h"
#include "parsers/serverless/extra_conditions.h"
#include "parsers/serverless/forge.h"
#include "parsers/serverless/interpreter.h"
#include "parsers/serverless/tables.h"
#include "parsers/text/note.h"

namespace demarc {

// A resource of the rewritten template.
struct Implied {
  std::string_view id;
  Range key;   // where it is named
  Range body;
  Node type;
  Node properties;
  std::vector<Member> attributes;          // all but Type, Properties and Condition
  Presence presence = Presence::always();
  bool shared = false;                     // others may imply it too
  const Node* written = nullptr;           // it stays as the template has it
};

// Expands the resources of one template by the rules of their types.
class Expansion {
 public:
  Expansion(Document& document, const ServerlessTables& tables);

  // Takes the members of Resources one by one, in their order.
  void take(const Member& resource);
  // Expands what implied resources imply, and adds what events add. Call it once, at the end.
  void finish();

  const std::vector<Implied>& resources() const { return resources_; }
  const ExtraConditions& conditions() const { return conditions_; }
  // What a resource stands for that is its own.
  const std::unordered_map<std::string_view, const ServerlessType*>& origins() const { return origins_; }
  // The logical ids that names such as "Function.Alias" mean.
  const std::unordered_map<std::string, std::string_view>& names() const { return names_; }
  Forge& forge() { return forge_; }
  // The condition under which a resource is there. Requires: it is not there always.
  std::string_view condition_of(const Implied& implied, std::string_view wish) {
    return conditions_.name_of(implied.presence, wish, implied.key);
  }

 private:
  // A resource that is expanded, and what all that it implies has from it.
  struct Subject {
    const ServerlessType* type = nullptr;
    Context context;
    Presence presence = Presence::always();
    Node written_type;
    std::vector<Member> own;      // attributes of the resource with its own id
    std::vector<Member> carried;  // of all others
  };

  void keep(const Member& resource);
  void expand(const ServerlessType& type, const Member& resource);
  Node properties_of(const ServerlessType& type, const Member& resource);
  void expand(Subject& subject);
  void apply(std::span<const Node> rules, const Subject& subject, const Context& context, const Presence& presence);
  void apply(const Node& rule, const Subject& subject, const Context& context, const Presence& presence);
  void each(const Node& rule, const Subject& subject, const Context& context, const Presence& presence);
  void entry(const Node& rule, const Subject& subject, const Context& context, const Presence& presence);
  void imply(const Node& rule, const Subject& subject, const Context& context, const Presence& presence);
  Context placed(const Node& rule, const Context& outer);
  void add(const Implied& implied, std::string_view noun);
  bool may_be_added_to(const Node& rule, std::string_view resource) const;
  void add_to(const Node& rule, const Context& context);
  Presence presence_of_rule(const Node& rule, const Context& context, const Presence& presence);
  void take_embedded(const Member& resource);
  Member embedded(const Member& resource, const Member& entry, const Node& written, const ServerlessEmbedding& embedding);
  void expand_deferred(const Member& resource);
  Member resolved(const Member& resource, const ServerlessType& type, const Node* item, std::size_t number);
  Node resolved(const Node& endpoint);
  std::string_view main_type(const Node* written) const;
  std::string_view type_of(std::string_view id, Node& properties) const;
  void note_unknown_properties(const Subject& subject);
  void note(std::string message, Range range);
  void expand_pending();

  Document& document_;
  const ServerlessTables& tables_;
  Forge forge_;
  ExtraConditions conditions_;
  Interpreter interpreter_;
  Additions additions_;
  std::vector<Implied> resources_;
  std::vector<Implied> pending_;  // implied resources that imply more
  std::vector<Member> deferred_;  // resources that speak of others
  std::unordered_map<std::string_view, std::size_t> by_id_;
  std::unordered_map<std::string_view, std::string_view> written_types_;
  std::unordered_map<std::string_view, std::size_t> pending_by_id_;
  std::unordered_map<std::string_view, const ServerlessType*> origins_;
  std::unordered_map<std::string, std::string_view> names_;
  std::unordered_set<std::string> noted_;
};

}  // namespace demarc
