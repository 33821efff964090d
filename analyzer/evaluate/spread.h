#pragma once

#include <functional>
#include <vector>

#include "analyzer/evaluate/embedded_texts.h"
#include "analyzer/policy/path.h"
#include "parsers/graph/value.h"

namespace demarc {

using Visit = std::function<void(const Value&)>;

// What a value may be in any world, without asking which: itself, and of choices each alternative, of variables each class
// that is told apart and, without a default, what stands for all others. Choices themselves are not visited; nor is null.
void each_possible(const Value& value, const Visit& visit);

// The same of every value that a path leads to, members of lists one by one.
void each_possible_at(const Value& from, const Path& path, EmbeddedTexts& texts, const Visit& visit);

// The same of every value below that is neither list nor map.
void each_possible_leaf(const Value& from, const Visit& visit);

// The references that a value, or what it may be in some world, is or holds, those that it came through included.
std::vector<const Reference*> references_in(const Value& value);

}  // namespace demarc
