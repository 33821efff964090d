#pragma once

#include <deque>
#include <mutex>

#include "parsers/document/node.h"
#include "parsers/terraform/mapping.h"
#include "parsers/text/arena.h"

namespace demarc {

// Terraform's mapping tables, read when they are first asked for: a run over templates needs none, and they take as long
// as everything else at start-up. May be asked by several threads.
class LazyMappings {
 public:
  const Mappings& get() const;

 private:
  mutable std::once_flag once_;
  mutable Arena arena_;
  mutable std::deque<Node> roots_;  // mappings point into them
  mutable Mappings mappings_;
};

}  // namespace demarc
