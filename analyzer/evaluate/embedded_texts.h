#pragma once

#include <unordered_map>

#include "parsers/graph/value.h"
#include "parsers/text/arena.h"
#include "parsers/text/source.h"

namespace demarc {

// The JSON and YAML that stands inside texts, each read once. One for each thread.
class EmbeddedTexts {
 public:
  explicit EmbeddedTexts(const Sources& sources) : sources_(sources) {}

  // What a text or partial value holds, as read_embedded has it. A value that does not outlive its scenario is read into the
  // scenario's arena and not kept.
  Value read(const Value& text, bool lasting, Arena& transient);

  // Gives back what was read. Requires: no value that came from here is still used.
  void forget();

 private:
  const Sources& sources_;
  Arena arena_;
  std::unordered_map<const void*, Value> read_;
};

}  // namespace demarc
