#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/policy/catalog.h"
#include "analyzer/policy/mistakes.h"
#include "parsers/graph/truth.h"

namespace demarc {

// What the reading of one policy has at hand.
struct Reading {
  const Catalog& catalog;
  const Vocabulary& vocabulary;
  Mistakes& mistakes;
  std::vector<Setting> settings;  // the policy's own
  bool has_item = false;          // `each: $setting`: `$item` has a meaning
};

// A type as a policy writes it and in CloudFormation's words, and where in it paths begin.
struct SpokenType {
  std::string written;
  std::string name;
  bool terraform = false;    // paths are in Terraform's words and have to be translated
  std::string item_written;  // the dotted path of the items in whose tests we are; empty outside of them
  std::string item;          // the same in CloudFormation's words
};

enum class AbsentWord : std::uint8_t { pass, fail, unknown };

// Where a test stands: of which types it speaks, and what absence means there.
struct Standing {
  std::vector<SpokenType> types;
  bool judged = true;                // directly in `require` or `forbid`: something must say what absent means
  bool verdicts = true;              // below them at any depth: pass and fail have a meaning
  bool reversed = false;             // under `forbid`, and once more under each `not`
  std::optional<AbsentWord> absent;  // of the policy
  bool relation_alone = false;       // the whole test, without `each`: a relation may take the policy's `absent`

  // The truth that drives the test towards what the word says.
  Truth truth_of(AbsentWord word) const {
    if (word == AbsentWord::unknown) return Truth::unknown;
    return truth((word == AbsentWord::pass) != reversed);
  }
};

// Standing of what a condition speaks of: `where` and `when`. Absent is a plain no there.
inline Standing condition_of(Standing standing) {
  standing.judged = false;
  standing.absent.reset();
  standing.relation_alone = false;
  return standing;
}

}  // namespace demarc
