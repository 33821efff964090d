#include "analyzer/policy/policy_texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analyzer/policy/policies.h"

namespace demarc {
namespace {

constexpr std::array<std::string_view, 2> kSeverityKeys = {"ordinary", "sensitive"};
constexpr std::array<std::string_view, 2> kDialects = {"cloudformation", "terraform"};
constexpr std::array<std::string_view, 2> kMessages = {"found", "absent"};
constexpr std::array<std::string_view, 3> kDeprecated = {"since", "because", "instead"};
constexpr std::array<std::string_view, 8> kBuiltInNeeds = {"category", "since",     "profile", "message",
                                                           "aws-side", "your-side", "fix",     "references"};

bool is_id(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
  });
}

bool is_version(std::string_view text) {
  int numbers = 0;
  for (std::size_t begin = 0; begin <= text.size(); ++numbers) {
    std::size_t end = std::min(text.find('.', begin), text.size());
    std::string_view number = text.substr(begin, end - begin);
    if (number.empty() || number.find_first_not_of("0123456789") != std::string_view::npos) return false;
    begin = end + 1;
  }
  return numbers == 3;
}

class TextsReader {
 public:
  TextsReader(const Fields& fields, Mistakes& mistakes, Policy& policy) : fields_(fields), mistakes_(mistakes), policy_(policy) {}

  void read() {
    read_id();
    policy_.title = fields_.needed_text("title").value_or("");
    read_severity();
    read_names();
    read_since();
    read_message();
    policy_.aws_side = fields_.text("aws-side").value_or("");
    policy_.your_side = fields_.text("your-side").value_or("");
    read_fix();
    read_references();
    policy_.controls = read_lists("controls");
    policy_.peers = read_lists("peers");
    policy_.replaces = fields_.texts("replaces");
    read_deprecated();
    if (!policy_.built_in || policy_.deprecated) return;
    for (std::string_view key : kBuiltInNeeds) fields_.need(key);
  }

 private:
  void wrong(const Node& node, std::string message) { mistakes_.add(head_of(node), std::move(message)); }

  void read_id() {
    policy_.id = fields_.needed_text("id").value_or("");
    if (policy_.id.empty()) return;
    const Node& node = *fields_.find("id");
    if (!is_id(policy_.id)) {
      return wrong(node, fmt::format("\"{}\" is no id; ids are letters, digits and hyphens", policy_.id));
    }
    if (!policy_.built_in) return;
    std::string expected = id_of_path(policy_.file);
    if (expected.empty()) {
      wrong(node, "a built-in policy stands at SERVICE/NAME/NAME.yaml");
    } else if (policy_.id != expected) {
      wrong(node, fmt::format("the id must be \"{}\", as the path says", expected));
    }
  }

  std::optional<Severity> severity(const Node& node) {
    std::optional<std::size_t> known = read_name(node, "\"severity\"", severity_names(), mistakes_);
    if (!known) return std::nullopt;
    return static_cast<Severity>(*known);
  }

  void read_severity() {
    const Node* node = fields_.need("severity");
    if (!node) return;
    if (node->kind != NodeKind::map) {
      policy_.severity = severity(*node).value_or(Severity::medium);
      return;
    }
    Fields by_class(*node, "\"severity\"", kSeverityKeys, mistakes_);
    const Node* ordinary = by_class.need("ordinary");
    const Node* sensitive = by_class.need("sensitive");
    if (ordinary) policy_.severity = severity(*ordinary).value_or(Severity::medium);
    if (sensitive) policy_.severity_sensitive = severity(*sensitive);
  }

  void read_names() {
    if (const Node* category = fields_.find("category")) {
      std::optional<std::size_t> known = read_name(*category, "\"category\"", category_names(), mistakes_);
      if (known) policy_.category = static_cast<Category>(*known);
    }
    if (const Node* profile = fields_.find("profile")) {
      std::optional<std::size_t> known = read_name(*profile, "\"profile\"", profile_names(), mistakes_);
      if (known) policy_.profile = static_cast<Profile>(*known);
    }
  }

  void read_since() {
    policy_.since = fields_.text("since").value_or("");
    if (policy_.since.empty() || is_version(policy_.since)) return;
    wrong(*fields_.find("since"), fmt::format("\"since\" must be a version such as 0.1.0, not \"{}\"", policy_.since));
  }

  void read_message() {
    const Node* node = fields_.find("message");
    if (node && node->kind == NodeKind::map) {
      Fields messages(*node, "\"message\"", kMessages, mistakes_);
      policy_.message = messages.needed_text("found").value_or("");
      policy_.message_absent = messages.text("absent").value_or("");
    } else {
      policy_.message = fields_.text("message").value_or("");
    }
  }

  void read_fix() {
    const Node* node = fields_.find("fix");
    if (node && node->kind == NodeKind::map) {
      Fields fix(*node, "\"fix\"", kDialects, mistakes_);
      policy_.fix = {fix.text("cloudformation").value_or(""), fix.text("terraform").value_or("")};
    } else {
      policy_.fix.cloudformation = policy_.fix.terraform = fields_.text("fix").value_or("");
    }
  }

  void read_references() {
    policy_.references = fields_.texts("references");
    const Node* node = fields_.find("references");
    if (!node) return;
    std::span<const Node> items = node->kind == NodeKind::list ? node->items() : std::span<const Node>(node, 1);
    for (const Node& item : items) {
      if (!item.is_scalar() || item.text().substr(0, 8) == "https://" || item.text().substr(0, 7) == "http://") continue;
      wrong(item, fmt::format("a reference must be a URL, not {}", described(item)));
    }
  }

  std::vector<std::pair<std::string, std::vector<std::string>>> read_lists(std::string_view key) {
    std::vector<std::pair<std::string, std::vector<std::string>>> lists;
    const Node* node = fields_.find(key);
    if (!node) return lists;
    if (node->kind != NodeKind::map) {
      wrong(*node, fmt::format("\"{}\" must be a map of lists, not {}", key, described(*node)));
      return lists;
    }
    for (const Member& member : node->members()) {
      lists.emplace_back(member.key, read_texts(member.value, fmt::format("\"{}\"", member.key), mistakes_));
    }
    return lists;
  }

  void read_deprecated() {
    const Node* node = fields_.find("deprecated");
    if (!node) return;
    policy_.deprecated = true;
    Fields deprecated(*node, "\"deprecated\"", kDeprecated, mistakes_);
    policy_.deprecated_since = deprecated.needed_text("since").value_or("");
    policy_.deprecated_because = deprecated.needed_text("because").value_or("");
    policy_.deprecated_instead = deprecated.texts("instead");
  }

  const Fields& fields_;
  Mistakes& mistakes_;
  Policy& policy_;
};

}  // namespace

void read_policy_texts(const Fields& fields, Mistakes& mistakes, Policy& policy) { TextsReader(fields, mistakes, policy).read(); }

}  // namespace demarc
