#include "analyzer/evaluate/tally.h"

#include <fmt/format.h>

#include <variant>

#include "analyzer/evaluate/find.h"
#include "analyzer/evaluate/reason.h"

namespace demarc {
namespace {

constexpr std::size_t kMostObservations = 16;

void remember(std::vector<Observation>& to, const std::vector<Observation>& more) {
  for (const Observation& observation : more) {
    if (to.size() < kMostObservations) to.push_back(observation);
  }
}

// How far a candidate came: how many tests of an `all` it passed before it failed one.
int nearness(const Relation& relation, const Answer& where) {
  const auto* combination = relation.where ? std::get_if<Combination>(&relation.where->form) : nullptr;
  if (!combination || where.because.empty()) return 0;
  for (std::size_t i = 0; i < combination->tests.size(); ++i) {
    if (&combination->tests[i] == where.because[0].test) return static_cast<int>(i);
  }
  return 0;
}

}  // namespace

Tally::Tally(World& world, const Item& item, const Test& test, const Relation& relation)
    : world_(world), item_(item), test_(test), relation_(relation), subject_(observe(item, test, {})) {
  subject_.found.anchor = item.anchor;
  subject_.found.trail = item.trail;
}

bool Tally::enough() const { return relation_.at_least == 1 && !relation_.distinct && !yes_.empty(); }

void Tally::add_naming(const Found& naming) {
  if (subject_.found.absent()) subject_.found = naming;
}

void Tally::consider(const Resource& other, Truth joined, const Found* naming) {
  if (joined == Truth::no || !is_created(other, world_.scenario) || !asked_.insert(&other).second) return;
  Answer where = relation_.where ? ask_where(other) : Answer{Truth::yes, {}};
  tried_.push_back(&other);
  Truth satisfied = both(joined, where.truth);
  if (satisfied == Truth::yes) yes_.push_back(&other);
  if (satisfied == Truth::no) remember_failure(other, where);
  if (satisfied != Truth::unknown) return;
  ++unknown_;
  if (joined == Truth::unknown) remember_naming(other, naming);
  if (where.truth == Truth::unknown) remember(unknown_because_, where.because);
}

// What is written elsewhere is judged there: `--explicit` speaks of the resource itself.
Answer Tally::ask_where(const Resource& other) {
  const bool written_only = world_.written_only;
  world_.written_only = false;
  Item item = properties_of(other, world_);
  item.member = item_.member;
  Answer answer = judge(world_, item, *relation_.where);
  world_.written_only = written_only;
  return answer;
}

void Tally::remember_naming(const Resource& other, const Found* naming) {
  if (!naming) return;
  Observation observation;
  observation.test = &test_;
  observation.resource = relation_.direction == Relation::Direction::referred_by ? &other : item_.resource;
  observation.found = *naming;
  observation.why = keep(world_, naming->value.is_scalar() ? fmt::format("may name {}", other.address) : explain(naming->value));
  remember(unknown_because_, {observation});
}

void Tally::remember_failure(const Resource&, const Answer& where) {
  int near = nearness(relation_, where);
  if (near <= nearness_) return;
  nearness_ = near;
  nearest_because_ = where.because;
}

void Tally::add_stranger(const Found& naming, std::string_view why) {
  Observation observation = observe(item_, test_, naming);
  observation.why = keep(world_, why);
  strangers_.push_back(observation);
}

DistinctCount Tally::count() const {
  auto sure = static_cast<std::uint32_t>(yes_.size()), unsure = unknown_ + static_cast<std::uint32_t>(strangers_.size());
  if (!relation_.distinct) return {sure, sure + unsure};
  std::vector<Value> values;
  for (const Resource* other : yes_) values.push_back(find(world_, properties_of(*other, world_), *relation_.distinct).value);
  DistinctCount result = count_distinct(values);
  result.possible += unsure;
  return result;
}

// `absent` speaks of no such resource in this deployment: nobody names me, or I name a stranger. That I name nobody at all is
// a plain no. Where only some of the files were given, others may hold what was not found.
Answer Tally::conclude() {
  DistinctCount counted = count();
  subject_.count = counted.known;
  subject_.others = yes_.empty() ? tried_ : yes_;
  if (counted.known >= relation_.at_least) return {Truth::yes, {subject_}};
  bool i_name = relation_.direction == Relation::Direction::refers_to;
  if (tried_.empty() && !too_many_ && relation_.absent_said && (!i_name || !strangers_.empty()))
    return answer_none(relation_.absent);
  if (too_many_ || counted.possible >= relation_.at_least) return answer_unknown();
  if (!i_name && world_.deployment.options().scope == InputScope::files) return answer_none(Truth::unknown);
  bool names_me = relation_.direction == Relation::Direction::referred_by;
  if (names_me && item_.resource && item_.resource->outside) return answer_outside();
  if (!i_name && tried_.empty()) return answer_none(relation_.absent);
  Answer answer{Truth::no, {subject_}};
  remember(answer.because, nearest_because_);
  return answer;
}

Answer Tally::answer_none(Truth truth) {
  if (truth == Truth::unknown && !strangers_.empty()) return {truth, strangers_};
  if (truth == Truth::unknown) subject_.why = keep(world_, fmt::format("no {} that decides it is in this deployment", types()));
  return {truth, {subject_}};
}

// Who stands in no input is named by others that stand in none.
Answer Tally::answer_outside() {
  const Unknown unknown{Why::outside, false, item_.resource->address};
  subject_.found.value = Value::unknown(world_.arena().store(unknown), item_.resource->name);
  return {Truth::unknown, {subject_}};
}

Answer Tally::answer_unknown() {
  Answer answer{Truth::unknown, {subject_}};
  remember(answer.because, unknown_because_);
  remember(answer.because, strangers_);
  if (!too_many_) return answer;
  subject_.why = keep(world_, fmt::format("more resources of type {} may name it than are tried", types()));
  answer.because.push_back(subject_);
  return answer;
}

std::string Tally::types() const {
  std::string result;
  for (const std::string& type : relation_.types) result += (result.empty() ? "" : " or ") + type;
  return result;
}

}  // namespace demarc
