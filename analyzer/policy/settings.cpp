#include "analyzer/policy/settings.h"

#include <fmt/format.h>

#include <array>

#include "analyzer/policy/date.h"
#include "analyzer/policy/fields.h"

namespace demarc {
namespace {

constexpr std::array<std::string_view, 3> kSettingKeys = {"default", "type", "text"};
constexpr std::array<std::string_view, 4> kTypes = {"integer", "text", "list", "duration"};
constexpr std::string_view kNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789-";

bool is_integer(std::string_view text) {
  if (!text.empty() && text[0] == '-') text.remove_prefix(1);
  return !text.empty() && text.size() <= 18 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string type_shown_by(const Node& value, const std::vector<Literal>& values) {
  if (value.kind == NodeKind::list) return "list";
  if (value.kind == NodeKind::number && is_integer(value.text())) return "integer";
  return days_of(values[0].text) ? "duration" : "text";
}

std::optional<std::vector<Literal>> read_default(const Node& node, Mistakes& mistakes) {
  std::span<const Node> items = node.kind == NodeKind::list ? node.items() : std::span<const Node>(&node, 1);
  std::vector<Literal> values;
  for (const Node& item : items) {
    if (!item.is_scalar() || item.kind == NodeKind::null) {
      mistakes.add(item.range, fmt::format("\"default\" must be a value or a list of values, not {}", described(item)));
      return std::nullopt;
    }
    values.push_back(literal_of(item));
  }
  return values;
}

void use_given(Setting& setting, const std::string& owner, const SettingValues& given, std::vector<std::string>& errors) {
  std::string name = owner.empty() ? setting.name : owner + "." + setting.name;
  auto found = given.find(name);
  if (found == given.end()) return;
  std::string wrong = misfit(found->second, setting.type);
  if (wrong.empty()) {
    setting.value = found->second;
  } else {
    errors.push_back(fmt::format("setting {} {}", name, wrong));
  }
}

std::optional<Setting> read_setting(const Member& member, Mistakes& mistakes) {
  if (member.key.empty() || member.key.find_first_not_of(kNameCharacters) != std::string_view::npos || member.key == "item") {
    mistakes.add(
        member.key_range,
        fmt::format("\"{}\" is no name of a setting; names are small letters, digits and hyphens, and not item", member.key));
    return std::nullopt;
  }
  Setting setting;
  setting.name = member.key;
  Fields fields(member.value, "a setting", kSettingKeys, mistakes);
  const Node* value = fields.need("default");
  setting.text = fields.text("text").value_or("");
  std::optional<std::vector<Literal>> values = value ? read_default(*value, mistakes) : std::nullopt;
  if (!values) return std::nullopt;
  setting.value = *std::move(values);
  if (const Node* type = fields.find("type")) {
    std::optional<std::size_t> known = read_name(*type, "\"type\"", kTypes, mistakes);
    if (!known) return std::nullopt;
    setting.type = kTypes[*known];
  } else {
    setting.type = type_shown_by(*value, setting.value);
  }
  std::string wrong = misfit(setting.value, setting.type);
  if (wrong.empty()) return setting;
  mistakes.add(value->range, "\"default\" " + wrong);
  return std::nullopt;
}

const Setting* among(const std::vector<Setting>& settings, std::string_view name) {
  for (const Setting& setting : settings) {
    if (setting.name == name) return &setting;
  }
  return nullptr;
}

}  // namespace

std::string misfit(const std::vector<Literal>& values, std::string_view type) {
  if (type == "list") return {};
  if (values.size() != 1) return fmt::format("must be one {}, not a list", type);
  const std::string& text = values[0].text;
  if (type == "integer" && !is_integer(text)) return fmt::format("must be an integer, not \"{}\"", text);
  if (type == "duration" && !days_of(text)) return fmt::format("must be a duration such as 90 days, not \"{}\"", text);
  return {};
}

Literal literal_of(const Node& scalar) {
  Literal literal;
  literal.text = scalar.text();
  if (scalar.kind == NodeKind::boolean) literal.kind = Literal::Kind::boolean;
  if (scalar.kind == NodeKind::number) literal.kind = Literal::Kind::number;
  return literal;
}

std::string text_of(const Setting& setting) {
  std::string text;
  for (const Literal& value : setting.value) text += (text.empty() ? "" : ", ") + value.text;
  return text;
}

std::vector<Setting> read_settings(const Node& node, const std::string& owner, const SettingValues& given, Mistakes& mistakes,
                                   std::vector<std::string>& given_errors) {
  std::vector<Setting> settings;
  if (node.kind != NodeKind::map) {
    mistakes.add(head_of(node), fmt::format("settings must be a map, not {}", described(node)));
    return settings;
  }
  for (const Member& member : node.members()) {
    std::optional<Setting> setting = read_setting(member, mistakes);
    if (!setting) continue;
    if (among(settings, setting->name)) {
      mistakes.add(member.key_range, fmt::format("setting \"{}\" is written twice", setting->name));
      continue;
    }
    use_given(*setting, owner, given, given_errors);
    settings.push_back(*std::move(setting));
  }
  return settings;
}

const Setting* find_setting(const Node& dollar_name, const std::vector<Setting>& own, const Catalog& catalog,
                            Mistakes& mistakes) {
  std::string_view name = dollar_name.text().substr(1);
  if (const Setting* setting = among(own, name)) return setting;
  if (auto shared = catalog.settings.find(name); shared != catalog.settings.end()) return &shared->second;
  std::vector<std::string_view> names;
  for (const Setting& setting : own) names.push_back(setting.name);
  for (const auto& [shared, setting] : catalog.settings) names.push_back(shared);
  std::string hint = did_you_mean(name, names);
  if (hint.empty()) hint = "; a dollar that begins a text is written $$";
  mistakes.add(dollar_name.range, fmt::format("there is no setting \"{}\"{}", name, hint));
  return nullptr;
}

}  // namespace demarc
