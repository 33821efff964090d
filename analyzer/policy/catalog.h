#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/policy/policy.h"
#include "parsers/document/node.h"
#include "parsers/text/arena.h"
#include "parsers/text/result.h"

namespace demarc {

// What AWS (or the Terraform provider) does where a property is absent.
struct DefaultRow {
  std::string type;                 // may be a glob
  Path property;                    // from the properties, or from the attributes
  bool attribute = false;           // written `attribute: DeletionPolicy` instead of `property:`
  TestPointer when;
  bool known = true;
  Value value = Value::null();      // in the catalog's arena
  std::string unknown;              // why the default is not known, where it is not
  std::string since;                // ISO date; empty: as far back as anyone asks
  std::optional<Dialect> dialect;
  std::string source;
  std::optional<std::uint32_t> assumption;  // the set of `assume:` that the row is of; nothing: it holds for all inputs
};

// How a companion is merged into its parent.
struct CompanionRow {
  enum class As : std::uint8_t { item, value, merge };
  std::string type;   // of the companion
  std::string of;     // type of the parent
  Path by;            // the property of the companion that names the parent; a list names several
  std::string into;   // the parent's property (dots for nesting); empty for merge
  std::string take;   // the companion's property that is taken; empty: all but `by`
  As as = As::item;
};

// The names by which a resource is known: properties that hold them, and patterns over properties ("arn:*:s3:::{BucketName}").
struct IdentityRow {
  std::string type;
  std::vector<std::string> names;
};

// Where a type keeps its policy documents.
struct DocumentRow {
  std::string type;
  StatementTest::Document document = StatementTest::Document::resource;
  Path path;
};

// Where a type keeps its traffic rules.
struct RuleRow {
  std::string type;
  PortsTest::Direction direction = PortsTest::Direction::ingress;
  Path path;
  bool acl = false;  // entries of a network ACL, in order; else rules of a group
};

// All policies and tables of a run. Policies are sorted by id; pointers into tables stay valid when the catalog moves.
// Rows of defaults that a user gives stand before the built-in ones.
struct Catalog {
  Arena arena;
  std::vector<Policy> policies;
  std::map<std::string, std::unique_ptr<Table>, std::less<>> tables;
  std::map<std::string, Setting, std::less<>> settings;  // shared ones
  std::vector<DefaultRow> defaults;
  std::vector<CompanionRow> companions;
  std::vector<IdentityRow> identities;
  std::vector<DocumentRow> documents;
  std::vector<RuleRow> rules;

  const Policy* find(std::string_view id) const;
};

// A file of a catalog: its path relative to the catalog's root ("s3/public-acl/public-acl.yaml", "tables/defaults/s3.yaml").
struct CatalogFile {
  std::string path;
  const Node* root = nullptr;
  bool built_in = true;  // built-in policies are checked more strictly
};

// An error at a place in one of them.
struct CatalogError {
  std::string path;
  Range range;
  std::string message;
};

// Values of settings that the configuration gives: "policy-id.name" or "name" (shared).
using SettingValues = std::map<std::string, std::vector<Literal>, std::less<>>;

// How the words of another dialect are said in CloudFormation's, for policies that are written in Terraform's: from the
// mapping tables. Nothing for a type or path that has no table. Asked only where a policy uses such words.
struct Vocabulary {
  std::function<std::optional<std::string>(std::string_view type)> type_name;
  std::function<std::optional<std::string>(std::string_view type, std::string_view path)> property_path;
};

// Reads rows of a configuration's `assume:` into a catalog, before all others: each `{type, property, default | unknown, when,
// since, dialect}`, which hold only for inputs whose group has this set. Requires: rows is a list.
std::vector<CatalogError> read_assumptions(const Node& rows, std::uint32_t set, const std::string& origin,
                                           const Vocabulary& vocabulary, Catalog& catalog);

// Reads files into the catalog, tables and settings first whatever their order: `settings.yaml` the shared settings,
// `tables/…` tables, all others policies; proofs (*.template.yaml, *.plan.json, *.tf …) are passed over. Every error is
// reported, in the order of the files; a policy with an error is left out. An error with an empty path is one of a given
// setting. Nodes may go once this returns. May be called again to add a user's own files, whose tables replace built-in ones
// of the same name; ids must differ.
std::vector<CatalogError> read_catalog(std::span<const CatalogFile> files, const SettingValues& given,
                                       const Vocabulary& vocabulary, Catalog& catalog);

// Errors of given values that no policy and no shared setting declares, each with the nearest right name. To be asked once
// everything is read.
std::vector<std::string> undeclared_settings(const SettingValues& given, const Catalog& catalog);

}  // namespace demarc
