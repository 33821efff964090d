#include "analyzer/configuration/read_configuration.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analyzer/configuration/words.h"
#include "analyzer/policy/fields.h"
#include "analyzer/policy/glob.h"
#include "analyzer/policy/settings.h"
#include "analyzer/suppression/entry.h"
#include "analyzer/suppression/honored.h"

namespace demarc {
namespace {

constexpr std::array<std::string_view, 16> kKeys = {
    "root",     "profile",        "scope",     "fail-on",      "min-severity", "show",     "baseline", "honor", "classification",
    "policies", "extra-policies", "settings",  "suppressions", "exclude",      "assume",   "parameters"};
constexpr std::array<std::string_view, 2> kClassificationKeys = {"tags", "names"};

class Reader {
 public:
  Reader(const Node& root, const SourceFile& file, const std::string& folder, std::vector<CatalogError>& errors)
      : file_(file), folder_(folder), mistakes_(file.name(), errors), fields_(root, "a configuration", kKeys, mistakes_) {}

  InputConfiguration read() {
    read_flag("root", configuration_.root);
    read_word("profile", kProfileNames, configuration_.profile);
    read_word("scope", kScopeNames, configuration_.scope);
    read_word("min-severity", severity_names(), configuration_.min_severity);
    if (const Node* node = fields_.find("fail-on"))
      configuration_.fail_on = Said<FailOn>{fail_on_of(words(*node, "fail-on", fail_on_names())), origin(*node)};
    if (const Node* node = fields_.find("show"))
      configuration_.show = Said<Shown>{shown_of(words(*node, "show", kShownNames)), origin(*node)};
    if (std::optional<std::string> path = fields_.text("baseline"))
      configuration_.baseline = Said<std::string>{path_of(*path), origin(*fields_.find("baseline"))};
    if (const Node* node = fields_.find("honor")) read_honor(*node);
    if (const Node* node = fields_.find("classification")) read_classification(*node);
    if (const Node* node = map_at("policies")) read_policies(*node);
    if (const Node* node = map_at("settings")) read_settings(*node);
    if (const Node* node = map_at("parameters")) read_parameters(*node);
    for_each_text("extra-policies", [&](const Node& node) {
      configuration_.extra_policies.push_back({path_of(node.text()), origin(node)});
    });
    for_each_text("exclude", [&](const Node& node) {
      configuration_.exclude.push_back({{std::string(node.text()), folder_}, origin(node)});
    });
    if (const Node* node = list_at("suppressions")) read_suppressions(*node);
    if (const Node* node = list_at("assume"))
      configuration_.assume.push_back({node, {file_.id(), node->range}, origin(*node)});
    return std::move(configuration_);
  }

 private:
  SaidBy origin(const Range& range) const { return fmt::format("{}:{}", file_.name(), file_.position(range.begin).line); }
  SaidBy origin(const Node& node) const { return origin(head_of(node)); }

  std::string path_of(std::string_view path) const {
    return path.starts_with('/') || folder_.empty() ? std::string(path) : fmt::format("{}/{}", folder_, path);
  }

  void read_flag(std::string_view key, bool& flag) {
    const Node* node = fields_.find(key);
    if (!node) return;
    flag = node->kind == NodeKind::boolean && node->truth;
    if (node->kind != NodeKind::boolean)
      mistakes_.add(node->range, fmt::format("\"{}\" must be true or false, not {}", key, described(*node)));
  }

  template <class T>
  void read_word(std::string_view key, Names names, std::optional<Said<T>>& into) {
    const Node* node = fields_.find(key);
    if (!node) return;
    std::optional<std::size_t> known = read_name(*node, fmt::format("\"{}\"", key), names, mistakes_);
    if (known) into = Said<T>{static_cast<T>(*known), origin(*node)};
  }

  // One word or a list of them.
  std::vector<std::size_t> words(const Node& node, std::string_view key, Names names) {
    std::vector<std::size_t> known;
    std::span<const Node> items = node.kind == NodeKind::list ? node.items() : std::span<const Node>(&node, 1);
    for (const Node& item : items) {
      std::optional<std::size_t> one = read_name(item, fmt::format("\"{}\"", key), names, mistakes_);
      if (one) known.push_back(*one);
    }
    return known;
  }

  const Node* of_kind(std::string_view key, NodeKind kind, std::string_view what) {
    const Node* node = fields_.find(key);
    if (!node || node->kind == kind) return node;
    mistakes_.add(head_of(*node), fmt::format("\"{}\" must be a {}, not {}", key, what, described(*node)));
    return nullptr;
  }
  const Node* map_at(std::string_view key) { return of_kind(key, NodeKind::map, "map"); }
  const Node* list_at(std::string_view key) { return of_kind(key, NodeKind::list, "list"); }

  template <class Use>
  void for_each_text(std::string_view key, Use use) {
    const Node* node = fields_.find(key);
    if (!node) return;
    std::span<const Node> items = node->kind == NodeKind::list ? node->items() : std::span<const Node>(node, 1);
    for (const Node& item : items) {
      if (read_text(item, fmt::format("\"{}\"", key), mistakes_)) use(item);
    }
  }

  void read_honor(const Node& node) {
    std::vector<std::string> tools;
    for (std::size_t tool : words(node, "honor", honorable_tools())) tools.emplace_back(honorable_tools()[tool]);
    configuration_.honor = Said<std::vector<std::string>>{std::move(tools), origin(node)};
  }

  void read_classification(const Node& node) {
    Classification classification;
    Fields fields(node, "\"classification\"", kClassificationKeys, mistakes_);
    classification.names = fields.texts("names");
    const Node* tags = fields.find("tags");
    if (tags && tags->kind != NodeKind::map) {
      mistakes_.add(head_of(*tags), fmt::format("\"tags\" must be a map of keys to values, not {}", described(*tags)));
    } else if (tags) {
      for (const Member& tag : tags->members()) {
        classification.tags.emplace_back(tag.key, read_texts(tag.value, fmt::format("\"{}\"", tag.key), mistakes_));
      }
    }
    configuration_.classification = Said<Classification>{std::move(classification), origin(node)};
  }

  void read_policies(const Node& node) {
    for (const Member& member : node.members()) {
      PolicyAdjustment adjustment{std::string(member.key), origin(member.key_range), {}, {}};
      if (member.value.kind != NodeKind::map) {
        mistakes_.add(member.value.range, fmt::format("\"{}\" must be a map of severity, enabled and settings, not {}", member.key,
                                                      described(member.value)));
        continue;
      }
      for (const Member& said : member.value.members()) read_adjustment(said, adjustment);
      configuration_.policies.push_back(std::move(adjustment));
    }
    // What fits fewer is meant more: ids, then the longer pattern.
    std::stable_sort(configuration_.policies.begin(), configuration_.policies.end(), [](const PolicyAdjustment& a, const PolicyAdjustment& b) {
      if (is_glob(a.pattern) != is_glob(b.pattern)) return !is_glob(a.pattern);
      return is_glob(a.pattern) && a.pattern.size() > b.pattern.size();
    });
  }

  void read_adjustment(const Member& said, PolicyAdjustment& adjustment) {
    if (said.key == "enabled") {
      if (said.value.kind != NodeKind::boolean)
        mistakes_.add(said.value.range, fmt::format("\"enabled\" must be true or false, not {}", described(said.value)));
      adjustment.enabled = Said<bool>{said.value.truth, origin(said.key_range)};
    } else if (said.key == "severity") {
      std::optional<std::size_t> known = read_name(said.value, "\"severity\"", severity_names(), mistakes_);
      if (known) adjustment.severity = Said<Severity>{static_cast<Severity>(*known), origin(said.key_range)};
    } else {
      read_setting(said, fmt::format("{}.{}", adjustment.pattern, said.key));
    }
  }

  void read_settings(const Node& node) {
    for (const Member& member : node.members()) read_setting(member, std::string(member.key));
  }

  void read_setting(const Member& member, std::string name) {
    std::vector<Literal> values;
    std::span<const Node> items = member.value.kind == NodeKind::list ? member.value.items() : std::span<const Node>(&member.value, 1);
    for (const Node& item : items) {
      if (item.is_scalar() && item.kind != NodeKind::null) {
        values.push_back(literal_of(item));
      } else {
        mistakes_.add(head_of(item), fmt::format("\"{}\" must be a value or a list of values, not {}", member.key, described(item)));
      }
    }
    configuration_.settings.insert_or_assign(std::move(name), Said<std::vector<Literal>>{std::move(values), origin(member.key_range)});
  }

  // Lists are given as CloudFormation takes them: joined by commas.
  void read_parameters(const Node& node) {
    for (const Member& member : node.members()) {
      std::string joined;
      for (const std::string& text : read_texts(member.value, fmt::format("\"{}\"", member.key), mistakes_)) {
        joined += (joined.empty() ? "" : ",") + text;
      }
      configuration_.parameters.insert_or_assign(std::string(member.key), Said<std::string>{joined, origin(member.key_range)});
    }
  }

  void read_suppressions(const Node& node) {
    for (const Node& item : node.items()) {
      std::optional<SuppressionRule> rule = read_entry(item, EntryHome::configuration, mistakes_);
      if (!rule) continue;
      rule->mark.kind = Suppression::Kind::configuration;
      rule->mark.place = {file_.id(), item.range};
      rule->mark.origin = origin(item);
      configuration_.suppressions.push_back({std::move(*rule), folder_});
    }
  }

  const SourceFile& file_;
  std::string folder_;
  Mistakes mistakes_;
  Fields fields_;
  InputConfiguration configuration_;
};

}  // namespace

InputConfiguration read_configuration(const Node& root, const SourceFile& file, const std::string& folder,
                                 std::vector<CatalogError>& errors) {
  if (root.kind == NodeKind::null) return {};
  return Reader(root, file, folder, errors).read();
}

bool says_nothing(std::string_view text) {
  while (!text.empty()) {
    std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    std::string_view line = text.substr(0, end);
    std::size_t first = line.find_first_not_of(" \t");
    if (first != std::string_view::npos && line[first] != '#') return false;
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return true;
}

}  // namespace demarc
