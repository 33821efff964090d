#include "analyzer/evaluate/distinct.h"
#include "analyzer/evaluate/find.h"
#include "analyzer/evaluate/items.h"
#include "analyzer/evaluate/judge.h"
#include "analyzer/evaluate/reason.h"

namespace demarc {
namespace {

// A message needs the first few; a list may have a hundred thousand members.
constexpr std::size_t kMostObservations = 16;

void add(std::vector<Observation>& to, const std::vector<Observation>& more) {
  for (const Observation& observation : more) {
    if (to.size() < kMostObservations) to.push_back(observation);
  }
}

// What the items said of one truth: how many, and what was seen.
struct Heard {
  std::vector<Item> items;
  std::vector<Observation> because;
};

struct Poll {
  Heard yes, unknown, no;
  Heard& of(Truth truth) { return truth == Truth::yes ? yes : truth == Truth::unknown ? unknown : no; }
};

bool is_open(const Value& value) { return value.is(Value::Kind::unknown); }

Answer ask(World& world, const Item& item, const Test& test, const TestPointer& where) {
  if (where) return judge(world, item, *where);
  Observation observation = observe(item, test, {});
  observation.found.value = item.value;
  observation.found.trail = item.trail;
  observation.found.anchor = item.anchor;
  observation.found.row = item.row;
  if (is_open(item.value)) observation.why = keep(world, explain(item.value));
  return {is_open(item.value) ? Truth::unknown : Truth::yes, {observation}};
}

DistinctCount count(World& world, const Poll& poll, const std::optional<Path>& distinct) {
  auto sure = static_cast<std::uint32_t>(poll.yes.items.size()), unsure = static_cast<std::uint32_t>(poll.unknown.items.size());
  if (!distinct) return {sure, sure + unsure};
  std::vector<Value> values;
  for (const Item& item : poll.yes.items) values.push_back(find(world, item, *distinct).value);
  DistinctCount result = count_distinct(values);
  result.possible += unsure;
  return result;
}

Observation whole(const Item& item, const Test& test, const Items& items, std::uint32_t count) {
  Observation observation = observe(item, test, items.whole);
  observation.count = count;
  return observation;
}

Answer open_list(World& world, const Item& item, const Test& test, const Items& items, std::vector<Observation> because) {
  if (items.open) {
    Observation observation = observe(item, test, items.unknown);
    observation.why = keep(world, explain(items.unknown.value));
    because.insert(because.begin(), observation);
  }
  return {Truth::unknown, std::move(because)};
}

Answer judge_every(World& world, const Item& item, const Test& test, const Items& items, Poll& poll) {
  if (!poll.no.items.empty()) return {Truth::no, std::move(poll.no.because)};
  if (items.open || !poll.unknown.items.empty()) return open_list(world, item, test, items, std::move(poll.unknown.because));
  return {Truth::yes, {whole(item, test, items, static_cast<std::uint32_t>(poll.yes.items.size()))}};
}

Answer judge_some(World& world, const Item& item, const Test& test, const Items& items, const Quantifier& quantifier,
                  Poll& poll) {
  DistinctCount counted = count(world, poll, quantifier.distinct);
  Observation summary = whole(item, test, items, counted.known);
  if (counted.known >= quantifier.at_least) {
    Answer answer{Truth::yes, std::move(poll.yes.because)};
    if (answer.because.empty()) answer.because.push_back(summary);
    for (Observation& observation : answer.because) observation.count = counted.known;
    return answer;
  }
  if (items.open || counted.possible >= quantifier.at_least)
    return open_list(world, item, test, items, std::move(poll.unknown.because));
  std::vector<Observation> because = std::move(poll.no.because);
  because.insert(because.begin(), summary);
  return {Truth::no, std::move(because)};
}

}  // namespace

Answer judge(World& world, const Item& item, const Test& test, const Quantifier& quantifier) {
  Items items = items_at(world, item, quantifier.paths, {quantifier.where.get()});
  if (items.items.empty() && !items.open) return answer_absent(world, item, test, items.whole, quantifier.absent);
  Poll poll;
  for (const Found& found : items.items) {
    Item one = item_of(item, found);
    Answer answer = ask(world, one, test, quantifier.where);
    poll.of(answer.truth).items.push_back(one);
    add(poll.of(answer.truth).because, answer.because);
    if (answer.truth == (quantifier.every ? Truth::no : Truth::yes) && quantifier.at_least == 1 && !quantifier.distinct) break;
  }
  return quantifier.every ? judge_every(world, item, test, items, poll) : judge_some(world, item, test, items, quantifier, poll);
}

}  // namespace demarc
