#include <array>

#include "analyzer/policy/policy.h"

namespace demarc {
namespace {

constexpr std::array<std::string_view, 5> kSeverities = {"note", "low", "medium", "high", "critical"};
constexpr std::array<std::string_view, 8> kCategories = {"identity", "data-protection", "network", "logging",
                                                         "backup",   "patching",        "secrets", "governance"};
constexpr std::array<std::string_view, 4> kProfiles = {"default", "recommended", "strict", "opt-in"};

template <class T>
std::optional<T> named(std::span<const std::string_view> names, std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<T>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view name_of(Severity severity) { return kSeverities[static_cast<std::size_t>(severity)]; }
std::string_view name_of(Category category) { return kCategories[static_cast<std::size_t>(category)]; }
std::string_view name_of(Profile profile) { return kProfiles[static_cast<std::size_t>(profile)]; }

std::optional<Severity> severity_named(std::string_view name) { return named<Severity>(kSeverities, name); }
std::optional<Category> category_named(std::string_view name) { return named<Category>(kCategories, name); }
std::optional<Profile> profile_named(std::string_view name) { return named<Profile>(kProfiles, name); }

std::span<const std::string_view> severity_names() { return kSeverities; }
std::span<const std::string_view> category_names() { return kCategories; }
std::span<const std::string_view> profile_names() { return kProfiles; }

}  // namespace demarc
