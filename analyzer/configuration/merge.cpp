#include <iterator>

#include "analyzer/configuration/configuration.h"

namespace demarc {
namespace {

template <class T>
void fill(std::optional<T>& nearer, const std::optional<T>& farther) {
  if (!nearer) nearer = farther;
}

template <class T>
void append(std::vector<T>& nearer, const std::vector<T>& farther) {
  nearer.insert(nearer.end(), farther.begin(), farther.end());
}

template <class T>
Said<T> settled(const std::optional<Said<T>>& said, T otherwise) {
  return said ? *said : Said<T>{std::move(otherwise), "default"};
}

}  // namespace

InputConfiguration merge(InputConfiguration nearer, const InputConfiguration& farther) {
  fill(nearer.profile, farther.profile);
  fill(nearer.scope, farther.scope);
  fill(nearer.fail_on, farther.fail_on);
  fill(nearer.min_severity, farther.min_severity);
  fill(nearer.show, farther.show);
  fill(nearer.baseline, farther.baseline);
  fill(nearer.honor, farther.honor);
  fill(nearer.classification, farther.classification);
  append(nearer.policies, farther.policies);
  nearer.settings.insert(farther.settings.begin(), farther.settings.end());
  nearer.parameters.insert(farther.parameters.begin(), farther.parameters.end());
  append(nearer.extra_policies, farther.extra_policies);
  append(nearer.exclude, farther.exclude);
  append(nearer.suppressions, farther.suppressions);
  append(nearer.assume, farther.assume);
  return nearer;
}

SettledConfiguration settle(const InputConfiguration& said) {
  return {settled(said.profile, Profile::standard), settled(said.scope, InputScope::stack), settled(said.fail_on, FailOn()),
          settled(said.min_severity, Severity::low), settled(said.show, Shown()),          settled(said.honor, std::vector<std::string>())};
}

}  // namespace demarc
