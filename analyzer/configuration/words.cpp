#include "analyzer/configuration/words.h"

namespace demarc {
namespace {

constexpr std::array<std::string_view, 7> kFailOnNames = {"note", "low", "medium", "high", "critical", "unknown", "never"};
constexpr std::size_t kUnknown = 5, kNever = 6;

void add(std::string& text, std::string_view word) { text += (text.empty() ? "" : ", ") + std::string(word); }

}  // namespace

std::span<const std::string_view> fail_on_names() { return kFailOnNames; }

FailOn fail_on_of(const std::vector<std::size_t>& words) {
  FailOn fail_on;
  for (std::size_t word : words) {
    if (word < kUnknown) fail_on.severity = static_cast<Severity>(word);
    if (word == kUnknown) fail_on.unknown = true;
    if (word == kNever) fail_on.never = true;
  }
  return fail_on;
}

Shown shown_of(const std::vector<std::size_t>& words) {
  constexpr bool Shown::*kMembers[] = {&Shown::unknown, &Shown::pass, &Shown::suppressed, &Shown::unchanged};
  Shown shown;
  for (std::size_t word : words) shown.*kMembers[word] = true;
  return shown;
}

std::string words_of(const FailOn& fail_on) {
  if (fail_on.never) return "never";
  std::string text(name_of(fail_on.severity));
  if (fail_on.unknown) add(text, "unknown");
  return text;
}

std::string words_of(const Shown& shown) {
  std::string text;
  if (shown.unknown) add(text, "unknown");
  if (shown.pass) add(text, "pass");
  if (shown.suppressed) add(text, "suppressed");
  if (shown.unchanged) add(text, "unchanged");
  return text;
}

}  // namespace demarc
