#include <algorithm>
#include <unordered_set>

#include "analyzer/evaluate/scenario_words.h"

namespace demarc {
namespace {

class Collector {
 public:
  void add(const Condition& condition) {
    if (!seen_.insert(&condition).second) return;
    if (!condition.name.empty()) found_.push_back(&condition);
    for (const Condition* operand : condition.operands) add(*operand);
  }

  void add(const Value& value) {
    switch (value.kind()) {
      case Value::Kind::choice:
        for (const Alternative& alternative : value.alternatives()) {
          if (alternative.guard) add(*alternative.guard);
          add(alternative.value);
        }
        break;
      case Value::Kind::list:
        for (const Value& item : value.items()) add(item);
        break;
      case Value::Kind::map:
        for (const Entry& entry : value.entries()) add(entry.value);
        break;
      case Value::Kind::partial:
        for (const Piece& piece : value.pieces()) {
          if (piece.hole) add(*piece.hole);
        }
        break;
      default: break;
    }
  }

  std::vector<const Condition*> found() && { return std::move(found_); }

 private:
  std::unordered_set<const Condition*> seen_;
  std::vector<const Condition*> found_;
};

}  // namespace

std::vector<const Condition*> conditions_of(const Resource& resource) {
  Collector collector;
  if (resource.condition) collector.add(*resource.condition);
  collector.add(resource.properties);
  collector.add(resource.attributes);
  return std::move(collector).found();
}

}  // namespace demarc
