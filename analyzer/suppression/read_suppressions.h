#pragma once

#include <string>
#include <vector>

#include "analyzer/suppression/suppression_rule.h"
#include "parsers/document/node.h"
#include "parsers/text/note.h"
#include "parsers/text/source.h"

namespace demarc {

// What a template says about its own findings, in the order of the file:
//   # demarc:ignore POLICY[, POLICY] [until DATE]: REASON   of what begins on its line, or alone on a line on the next one
//   Metadata: {demarc: {ignore: [{policy, reason, until, property}]}}   of a resource; the template's also takes `resource`
// and, in the words of the tools that are honoured, what was written for those (see honored.h).
struct InlineSuppressions {
  std::vector<SuppressionRule> rules;
  std::vector<Note> notes;  // suppression-malformed: what is wrong with one that is not heard
};

// Requires: root was read from file and is a template.
InlineSuppressions read_suppressions(const Node& root, const SourceFile& file, const std::vector<std::string>& honored);

}  // namespace demarc
