#pragma once

#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

#include "analyzer/evaluate/deployment.h"
#include "analyzer/evaluate/finding.h"
#include "analyzer/evaluate/judge.h"
#include "analyzer/evaluate/scenario_words.h"
#include "analyzer/evaluate/verdict.h"

namespace demarc {

// What of a resource a verdict is about: an item of `each`, or a member of a setting. None: the resource as a whole.
struct Unit {
  Place place;
  std::uint32_t member = 0;

  friend bool operator==(const Unit&, const Unit&) = default;
};

// Gathers what one policy says of one resource in each world, and makes findings of it: failing in one world is failing, else
// not known in one is not known.
class Outcomes {
 public:
  Outcomes(const Policy& policy, const Resource* resource) : policy_(policy), resource_(resource) {}

  void begin_world();
  void pass() { applies_here_ = true; }

  // `gap`: the test itself does not pass, only whether the policy applies is not known.
  void add(Verdict verdict, World& world, const Item& item, const Unit& unit, const std::vector<Observation>& because,
           bool gap = false);
  void end_world(const Scenario& scenario);
  void void_world() { voided_ = true; }  // nobody can deploy it

  // `exhausted`: not all worlds were tried. Whether one of the others could still decide.
  bool conclude(bool exhausted, const Deployment& deployment, Judgement& judgement);

 private:
  // The same thing found in several worlds.
  struct Outcome {
    Finding finding;
    Unit unit;
    std::vector<std::size_t> worlds;
  };

  using Key = std::tuple<Verdict, FileId, std::uint32_t, std::uint32_t, FileId, std::uint32_t, std::uint32_t, std::uint32_t>;
  static Key key_of(Verdict verdict, const Place& place, const Unit& unit);

  void add_one(Verdict verdict, World& world, const Item& item, Unit unit, const std::vector<Observation>& because, bool gap);
  Outcome* known(Verdict verdict, const Place& place, const Unit& unit);
  void keep(Outcome outcome);
  // `use`: where the resource, or the companion that is merged into it, has what the finding speaks of.
  Finding begin_finding(Verdict verdict, const Place& place, const Place& use) const;
  std::string words(const Outcome& outcome) const;
  void add_undecided(std::string_view why, std::vector<Finding>& findings) const;
  void add_pass(const Deployment& deployment, Judgement& judgement) const;

  const Policy& policy_;
  const Resource* resource_;
  std::vector<KnownWorld> worlds_;
  std::vector<Outcome> outcomes_;
  std::map<Key, std::size_t> index_;  // into outcomes
  std::vector<Outcome> here_;         // of the world that is judged now
  bool applies_here_ = false;
  bool applies_ = false;
  bool voided_ = false;
};

}  // namespace demarc
