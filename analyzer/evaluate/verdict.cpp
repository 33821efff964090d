#include "analyzer/evaluate/verdict.h"

#include <algorithm>

#include "analyzer/evaluate/items.h"
#include "analyzer/evaluate/judge.h"
#include "analyzer/evaluate/outcome.h"
#include "analyzer/evaluate/reason.h"

namespace demarc {
namespace {

void add(std::vector<Observation>& to, const std::vector<Observation>& more) { to.insert(to.end(), more.begin(), more.end()); }

// What one policy says of one resource in one world.
class Judging {
 public:
  Judging(World& world, const Policy& policy, const Resource* resource, Outcomes& outcomes)
      : world_(world), policy_(policy), outcomes_(outcomes) {
    root_.resource = resource;
    if (resource) root_ = properties_of(*resource, world);
  }

  void judge_all() {
    when_ = policy_.when ? judge(world_, root_, *policy_.when) : Answer{Truth::yes, {}};
    if (when_.truth == Truth::no) return;
    if (policy_.each_is_setting) return judge_members();
    if (policy_.each) return judge_items();
    judge_item(root_, {});
  }

 private:
  void judge_members() {
    std::uint32_t index = 0;
    for (const Literal& member : policy_.each_member) {
      Item item = root_;
      item.member = &member;
      judge_item(item, {root_.anchor, ++index});
    }
  }

  void judge_items() {
    strictly(true);
    Items items = items_at(world_, root_, *policy_.each, {policy_.where.get(), policy_.test.get()});
    strictly(false);
    static const Test kEach{Quantifier(), {}};
    if (items.items.empty() && !items.open) {
      Answer answer = answer_absent(world_, root_, kEach, items.whole, policy_.each_absent);
      return conclude(root_, {}, Answer{Truth::yes, {}}, std::move(answer));
    }
    if (items.open) {
      Observation observation = observe(root_, kEach, items.unknown);
      observation.why = keep(world_, explain(items.unknown.value));
      conclude(root_, {}, Answer{Truth::yes, {}}, {Truth::unknown, {observation}});
    }
    for (const Found& found : items.items) judge_item(item_of(root_, found), {found.place(), 0});
  }

  void judge_item(const Item& item, const Unit& unit) {
    Answer where = policy_.where ? judge(world_, item, *policy_.where) : Answer{Truth::yes, {}};
    if (where.truth == Truth::no) return outcomes_.pass();
    world_.failing = truth(policy_.forbid);
    strictly(true);
    Answer answer = judge(world_, item, *policy_.test);
    strictly(false);
    conclude(item, unit, where, std::move(answer));
  }

  // `when` and `where` that are not known matter only where the test does not pass.
  void conclude(const Item& item, const Unit& unit, const Answer& where, Answer answer) {
    Truth passes = policy_.forbid ? negate(answer.truth) : answer.truth;
    if (passes == Truth::yes) return outcomes_.pass();
    bool counts = both(when_.truth, where.truth) == Truth::yes;
    if (passes == Truth::no && counts) return outcomes_.add(Verdict::fail, world_, item, unit, answer.because);
    std::vector<Observation> because;
    if (when_.truth == Truth::unknown) add(because, when_.because);
    if (where.truth == Truth::unknown) add(because, where.because);
    if (passes == Truth::unknown) add(because, answer.because);
    outcomes_.add(Verdict::unknown, world_, item, unit, because, passes == Truth::no);
  }

  // Only `require` and `forbid` ask whether something is written; whether a policy applies is asked with defaults.
  void strictly(bool strict) {
    world_.written_only = strict && world_.deployment.options().explicit_only;
    world_.failing = truth(policy_.forbid);
  }

  World& world_;
  const Policy& policy_;
  Outcomes& outcomes_;
  Item root_;
  Answer when_;
};

}  // namespace

bool is_judged(const Policy& policy, const Resource& resource) {
  if (policy.dialect && *policy.dialect != resource.dialect) return false;
  std::string_view action = action_on(resource);
  if (policy.changes.empty()) return action != "delete" && action != "forget";
  return std::find(policy.changes.begin(), policy.changes.end(), action) != policy.changes.end();
}

bool judge_policy(const Deployment& deployment, EmbeddedTexts& texts, const Policy& policy, const Resource* resource,
                  Judgement& judgement) {
  TimedPolicy timed(deployment.options().times, policy);
  Scenario scenario;
  World world{deployment, scenario, texts, {}, {}};
  Outcomes outcomes(policy, resource);
  do {
    outcomes.begin_world();
    if (resource && !is_created(*resource, scenario)) continue;
    Judging(world, policy, resource, outcomes).judge_all();
    if (scenario.feasible()) {
      outcomes.end_world(scenario);
    } else {
      outcomes.void_world();
    }
  } while (scenario.next());
  return outcomes.conclude(scenario.exhausted(), deployment, judgement);
}

}  // namespace demarc
