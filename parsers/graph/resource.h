#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string_view>
#include <vector>

#include "parsers/graph/condition.h"
#include "parsers/graph/value.h"
#include "parsers/text/arena.h"
#include "parsers/text/note.h"

namespace demarc {

enum class Dialect : std::uint8_t { cloudformation, terraform };

// The name of a property in the words of its file, for properties that the file does not write:
// "BucketEncryption.KmsKeyId" → "server_side_encryption.kms_key_id". Paths without list indices; an element that is found by
// its key stands in brackets: "LoadBalancerAttributes(idle_timeout.timeout_seconds)" → "idle_timeout". "ContainerDefinitions.*":
// what stands below has CloudFormation's names, their first letter lowered.
struct Spelling {
  std::string_view path;
  std::string_view written;
};

// A companion that was merged into a resource: a rule, policy or setting that its file keeps as a resource of its own.
struct Part {
  std::string_view address;
  std::string_view type;
  Place name;
  Place body;  // values inside it belong to this part
  std::span<const Spelling> spellings = {};  // its own, as of a resource
};

// One resource of a template or plan in CloudFormation's vocabulary.
struct Resource {
  Scope scope = 0;
  std::string_view address;       // logical id, or full instance address
  std::string_view type;          // CloudFormation's type; the Terraform type where CloudFormation has none
  std::string_view written_type;  // the type in the words of its file
  Dialect dialect = Dialect::cloudformation;
  Place name;                     // where it is named
  Place body;
  Value properties = Value::null();  // a map, or unknown or a choice as a whole
  Value attributes = Value::null();  // DeletionPolicy, UpdateReplacePolicy, Metadata, DependsOn, region; of a plan: change (a list of actions), lifecycle
  const Condition* condition = nullptr;  // null: always created
  std::span<const Spelling> spellings;  // sorted by path; in the graph's arena; empty: CloudFormation's own names (or, in a plan, their snake_case)
  std::vector<Part> parts;
  bool outside = false;           // only companions speak of it: it stands in no input
};

// All resources of one or more inputs, and the memory that their values live in.
struct ResourceGraph {
  Arena arena;
  std::vector<Resource> resources;   // in the order of their files
  std::deque<Variable> variables;    // addresses are stable
  std::vector<Note> notes;

  // Takes over all of other. Pointers into other stay valid.
  void append(ResourceGraph&& other);

  std::vector<Arena> kept;           // arenas of appended graphs and of the documents they point into
  std::vector<std::deque<Variable>> kept_variables;
};

}  // namespace demarc
