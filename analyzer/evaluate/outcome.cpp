#include "analyzer/evaluate/outcome.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "analyzer/evaluate/message.h"
#include "analyzer/evaluate/part.h"
#include "analyzer/evaluate/sensitivity.h"

namespace demarc {
namespace {

constexpr std::string_view kPasses = "passes";

// Of a resource that stands in no input nobody can say more than its companions: that the rest is not known is no news.
bool is_outside_only(const std::vector<Observation>& because) {
  const std::string end = "which is not in this deployment";
  return !because.empty() && std::all_of(because.begin(), because.end(), [&](const Observation& observation) {
    if (!observation.evidence)
      return observation.found.value.is(Value::Kind::unknown) && observation.found.value.unknown().why == Why::outside;
    const std::vector<std::string>& reasons = observation.evidence->reasons;
    return std::all_of(reasons.begin(), reasons.end(), [&](const std::string& reason) { return reason.ends_with(end); });
  });
}

}  // namespace

void Outcomes::begin_world() {
  here_.clear();
  applies_here_ = false;
}

// Each statement and each rule is a finding of its own.
void Outcomes::add(Verdict verdict, World& world, const Item& item, const Unit& unit, const std::vector<Observation>& because,
                   bool gap) {
  applies_here_ = true;
  bool evidence = false;
  for (const Observation& observation : because) {
    if (!observation.evidence) continue;
    evidence = true;
    add_one(verdict, world, item, {observation.evidence->place, unit.member}, {observation}, gap);
  }
  if (!evidence) add_one(verdict, world, item, unit, because, gap);
}

void Outcomes::add_one(Verdict verdict, World& world, const Item& item, Unit unit, const std::vector<Observation>& because,
                       bool gap) {
  if (!gap && resource_ && resource_->outside && verdict == Verdict::unknown && is_outside_only(because)) return;
  Account account{policy_, resource_, item.trail || item.member ? &item : nullptr, because};
  const Place use = place_of(account);
  const Reference* declaration = verdict == Verdict::fail ? declaration_of(account) : nullptr;
  const Place place = declaration ? declaration->place : use;
  Finding finding = begin_finding(verdict, place, use);
  finding.severity = severity_of(world, policy_, resource_);
  if (declaration) finding.use = use;
  if (known(verdict, place, unit)) {
    here_.push_back({std::move(finding), unit, {}});
    return;
  }
  finding.path = path_of(world, account);
  finding.whole = verdict == Verdict::unknown;
  finding.message = verdict == Verdict::fail ? fail_message(world, account, finding.whole) : unknown_message(account);
  if (verdict == Verdict::fail) finding.related = related_to(account);
  finding.secrets = secrets_in(account);
  here_.push_back({std::move(finding), unit, {}});
}

Outcomes::Key Outcomes::key_of(Verdict verdict, const Place& place, const Unit& unit) {
  return {
      verdict,    place.file, place.range.begin, place.range.end, unit.place.file, unit.place.range.begin, unit.place.range.end,
      unit.member};
}

Outcomes::Outcome* Outcomes::known(Verdict verdict, const Place& place, const Unit& unit) {
  auto found = index_.find(key_of(verdict, place, unit));
  return found == index_.end() ? nullptr : &outcomes_[found->second];
}

void Outcomes::keep(Outcome outcome) {
  auto [at, added] = index_.try_emplace(key_of(outcome.finding.verdict, outcome.finding.place, outcome.unit), outcomes_.size());
  Severity severity = outcome.finding.severity;
  if (added) outcomes_.push_back(std::move(outcome));
  Finding& kept = outcomes_[at->second].finding;
  kept.severity = std::max(kept.severity, severity);
  std::vector<std::size_t>& worlds = outcomes_[at->second].worlds;
  if (worlds.empty() || worlds.back() != worlds_.size() - 1) worlds.push_back(worlds_.size() - 1);
}

Finding Outcomes::begin_finding(Verdict verdict, const Place& place, const Place& use) const {
  Finding finding;
  finding.policy = &policy_;
  finding.verdict = verdict;
  finding.severity = policy_.severity;
  finding.resource = resource_;
  const Part* part = resource_ ? part_at(*resource_, use) : nullptr;
  finding.address = part ? part->address : resource_ ? resource_->address : std::string_view("deployment");
  finding.place = place;
  return finding;
}

void Outcomes::end_world(const Scenario& scenario) {
  worlds_.push_back({scenario.assumptions(), false});
  applies_ = applies_ || applies_here_;
  for (Outcome& outcome : here_) keep(std::move(outcome));
}

std::string Outcomes::words(const Outcome& outcome) const {
  if (outcome.worlds.size() == worlds_.size()) return {};
  std::vector<KnownWorld> worlds = worlds_;
  for (std::size_t world : outcome.worlds) worlds[world].holds = true;
  return scenario_words(worlds, resource_ ? conditions_of(*resource_) : std::vector<const Condition*>());
}

void Outcomes::add_undecided(std::string_view why, std::vector<Finding>& findings) const {
  const Place place = resource_ ? resource_->name : Place();
  Finding finding = begin_finding(Verdict::unknown, place, place);
  finding.whole = true;
  finding.message = fmt::format("cannot tell: {}", why);
  findings.push_back(std::move(finding));
}

void Outcomes::add_pass(const Deployment& deployment, Judgement& judgement) const {
  if (!deployment.options().list_passes) {
    ++judgement.passes;
    return;
  }
  const Place place = resource_ ? resource_->name : Place();
  judgement.findings.push_back(begin_finding(Verdict::pass, place, place));
  judgement.findings.back().message = kPasses;
}

bool Outcomes::conclude(bool exhausted, const Deployment& deployment, Judgement& judgement) {
  std::vector<Finding>& findings = judgement.findings;
  const std::size_t before = findings.size();
  std::set<Key> failing;  // what fails in one world is not reported as unknown in another
  for (const Outcome& outcome : outcomes_) {
    if (outcome.finding.verdict == Verdict::fail) failing.insert(key_of(Verdict::fail, {}, outcome.unit));
  }
  for (Outcome& outcome : outcomes_) {
    if (outcome.finding.verdict == Verdict::unknown && failing.count(key_of(Verdict::fail, {}, outcome.unit)) > 0) continue;
    outcome.finding.scenario = words(outcome);
    findings.push_back(std::move(outcome.finding));
  }
  const bool open = exhausted && failing.empty();
  if (open) add_undecided("what decides it " + explain(Unknown{Why::too_many_scenarios, false, {}}), findings);
  if (!open && worlds_.empty() && voided_) add_undecided("no values of the parameters can be deployed", findings);
  if (findings.size() == before && applies_ && !(resource_ && resource_->outside)) add_pass(deployment, judgement);
  if (policy_.deployment && !policy_.severity_given && deployment.options().scope == InputScope::stack) {
    for (std::size_t i = before; i < findings.size(); ++i) findings[i].severity = Severity::note;
  }
  return open;
}

}  // namespace demarc
