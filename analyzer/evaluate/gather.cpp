#include "analyzer/evaluate/gather.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <iterator>
#include <numeric>
#include <thread>

#include "analyzer/evaluate/secret_policies.h"
#include "analyzer/evaluate/verdict.h"

namespace demarc {
namespace {

constexpr std::size_t kChunk = 100;         // resources that one thread takes at a time
constexpr std::size_t kWorthThreads = 300;  // resources below which threads cost more than they bring

Note too_many_worlds(const Resource& resource, std::size_t policies) {
  const char* rest = policies == 1 ? "policy rests" : "policies rest";
  return {"too-many-worlds",
          fmt::format("{}: {} {} on more combinations of parameters than are tried: --parameters gives them values",
                      resource.address, policies, rest),
          resource.name};
}

bool tells_only_secrets(const Deployment& deployment, const Policy& policy) {
  const std::vector<const Policy*>& policies = deployment.options().only_secrets;
  return std::find(policies.begin(), policies.end(), &policy) != policies.end();
}

void judge_chunk(const Deployment& deployment, EmbeddedTexts& texts, const std::vector<bool>& exists, std::size_t chunk,
                 Judgement& said) {
  const std::vector<Resource>& resources = deployment.resources();
  for (std::size_t i = chunk * kChunk; i < std::min(resources.size(), (chunk + 1) * kChunk); ++i) {
    if (!exists[i]) continue;
    std::size_t open = 0;
    const InputGroup* group = deployment.options().group(resources[i].name.file);
    for (const Policy* policy : deployment.facts(resources[i]).policies) {
      const bool aside_only = tells_only_secrets(deployment, *policy);
      if (group && !aside_only && group->policies.count(policy) == 0) continue;
      if (!is_judged(*policy, resources[i])) continue;
      if (aside_only) {
        Judgement aside;
        judge_policy(deployment, texts, *policy, &resources[i], aside);
        take_secrets(aside.findings, said.secrets);
      } else if (judge_policy(deployment, texts, *policy, &resources[i], said)) {
        ++open;
      }
    }
    if (open > 0) said.notes.push_back(too_many_worlds(resources[i], open));
    if (deployment.options().judged) ++*deployment.options().judged;
    texts.forget();
  }
}

bool says_the_same(const Finding& a, const Finding& b) {
  return a.place == b.place && a.policy == b.policy && a.address == b.address && a.verdict == b.verdict && a.path == b.path &&
         a.message == b.message && a.scenario == b.scenario;
}

void add_parent(Finding& finding, const Resource& parent) {
  finding.related.push_back({parent.name, fmt::format("part of {}", parent.address)});
}

void add_parent_of(Finding& finding, const Finding& same) {
  if (!finding.resource || !same.resource || finding.resource == same.resource) return;
  if (finding.resource->name == same.resource->name) return;  // one resource, of a template that is nested twice
  if (finding.also.empty()) add_parent(finding, *finding.resource);
  add_parent(finding, *same.resource);
  finding.also.push_back(same.resource);
}

}  // namespace

Judgement judge_resources(const Deployment& deployment, const std::vector<bool>& exists) {
  const std::size_t chunks = (deployment.resources().size() + kChunk - 1) / kChunk;
  std::vector<Judgement> said(chunks);
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    EmbeddedTexts texts(deployment.sources());
    for (std::size_t chunk = next++; chunk < chunks; chunk = next++) judge_chunk(deployment, texts, exists, chunk, said[chunk]);
  };
  std::vector<std::thread> threads;
  if (deployment.resources().size() >= kWorthThreads) {
    const std::size_t more = std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), chunks) - 1;
    for (std::size_t i = 0; i < more; ++i) threads.emplace_back(work);
  }
  work();
  for (std::thread& thread : threads) thread.join();
  Judgement all;
  for (Judgement& some : said) {
    all.findings.insert(all.findings.end(), std::make_move_iterator(some.findings.begin()), std::make_move_iterator(some.findings.end()));
    all.notes.insert(all.notes.end(), std::make_move_iterator(some.notes.begin()), std::make_move_iterator(some.notes.end()));
    all.passes += some.passes;
    all.secrets.insert(all.secrets.end(), some.secrets.begin(), some.secrets.end());
  }
  return all;
}

void merge_same(std::vector<Finding>& findings) {
  std::vector<std::size_t> order(findings.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return comes_before(findings[a], findings[b]); });
  std::vector<Finding> merged;
  merged.reserve(findings.size());
  for (std::size_t i : order) {
    if (merged.empty() || !says_the_same(merged.back(), findings[i])) {
      merged.push_back(std::move(findings[i]));
    } else {
      add_parent_of(merged.back(), findings[i]);
    }
  }
  findings = std::move(merged);
}

}  // namespace demarc
