#pragma once

#include <deque>
#include <mutex>

#include "parsers/document/node.h"
#include "parsers/serverless/tables.h"
#include "parsers/text/arena.h"

namespace demarc {

// The tables of AWS::Serverless, read when they are first asked for: most templates need none. May be asked by several threads.
class LazyServerless {
 public:
  const ServerlessTables& get() const;

 private:
  mutable std::once_flag once_;
  mutable Arena arena_;
  mutable std::deque<Node> roots_;  // the tables point into them
  mutable ServerlessTables tables_;
};

}  // namespace demarc
