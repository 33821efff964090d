#include <algorithm>
#include <array>
#include <string>

#include "parsers/terraform/plan.h"

namespace demarc {
namespace {

constexpr std::size_t kHead = 4096;
constexpr std::size_t kMostText = 4 << 20;  // people's text is looked for no further
constexpr std::string_view kShow = "Write it with: terraform show -json PLANFILE > plan.json";
constexpr std::string_view kPlan = "Write it with: terraform plan -out=PLANFILE && terraform show -json PLANFILE > plan.json";

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::size_t begin_of(std::string_view text) {
  std::size_t at = text.find_first_not_of(" \t\r\n");
  return at == std::string_view::npos ? text.size() : at;
}

Range first_line(std::string_view text) {
  std::size_t begin = begin_of(text);
  std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// Text that is still in UTF-16, with its zero bytes left out: what is looked for here is ASCII.
std::string narrowed(std::string_view bytes) {
  std::string text(bytes.substr(std::min<std::size_t>(2, bytes.size())));
  text.erase(std::remove(text.begin(), text.end(), '\0'), text.end());
  return text;
}

bool is_wide(std::string_view bytes) { return bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff"); }

bool is_event_stream(std::string_view text) {
  Range line = first_line(text);
  std::string_view first = text.substr(line.begin, line.end - line.begin);
  return first.starts_with('{') && has(first, "\"@level\"") && has(first, "\"@message\"");
}

bool is_state_file(std::string_view head) {
  return has(head, "\"terraform_version\"") && has(head, "\"serial\"") && has(head, "\"lineage\"");
}

// terraform show -json without a plan file tells the state.
bool is_shown_state(std::string_view head) {
  return has(head, "\"format_version\"") && has(head, "\"values\"") && !has(head, "\"planned_values\"") &&
         !has(head, "\"resource_changes\"");
}

// Where the JSON of a plan begins; npos if it is nowhere.
std::size_t begin_of_plan(std::string_view text) {
  std::size_t at = text.find("\"format_version\"");
  std::size_t brace = at == 0 || at == std::string_view::npos ? std::string_view::npos : text.find_last_not_of(" \t\r\n", at - 1);
  return brace != std::string_view::npos && text[brace] == '{' ? brace : std::string_view::npos;
}

// Where the JSON object that begins at `begin` ends; the end of the text if it does not.
std::size_t end_of_object(std::string_view text, std::size_t begin) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t at = begin; at < text.size(); ++at) {
    char c = text[at];
    if (quoted) {
      if (c == '\\') ++at;
      if (c == '"') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{') {
      ++depth;
    } else if (c == '}' && --depth == 0) {
      return at + 1;
    }
  }
  return text.size();
}

// Plans with something before or behind them.
Error surrounded(std::string_view text, std::size_t plan) {
  Error error{"there is other text around the plan's JSON", first_line(text),
              "Write the output of terraform show -json PLANFILE alone to the file (setup-terraform: terraform_wrapper: false)"};
  if (plan > begin_of(text)) return error;
  std::size_t end = end_of_object(text, plan);
  std::string_view rest = text.substr(end);
  if (begin_of(rest) == rest.size()) return {};
  error.range = first_line(rest);
  error.range->begin += static_cast<std::uint32_t>(end);
  error.range->end += static_cast<std::uint32_t>(end);
  if (begin_of_plan(rest) != begin_of(rest)) return error;
  return {"there is more than one plan in this file", error.range, "Write each plan to a file of its own"};
}

bool is_for_people(std::string_view text) {
  constexpr std::array<std::string_view, 7> kSigns = {"will perform the following actions",
                                                      "used the selected providers to generate",
                                                      ": Refreshing state...",
                                                      ": Reading...",
                                                      "No changes. Your infrastructure matches",
                                                      "Resource actions are indicated with",
                                                      "# (known after apply)"};
  std::string_view part = text.substr(0, kMostText);
  return std::any_of(kSigns.begin(), kSigns.end(), [&](std::string_view sign) { return has(part, sign); });
}

Error mistake_in(std::string_view text) {
  std::string_view head = text.substr(0, kHead);
  bool json = begin_of(text) < text.size() && text[begin_of(text)] == '{';
  if (is_event_stream(text))
    return {"this is the stream of events that terraform plan -json prints, not the plan", first_line(text), std::string(kPlan)};
  if (json && is_state_file(head)) return {"this is a Terraform state, not a plan", first_line(text), std::string(kPlan)};
  if (json && is_shown_state(head)) {
    return {"this is Terraform's state as JSON, not a plan", first_line(text),
            "Name the plan file: terraform show -json PLANFILE > plan.json"};
  }
  std::size_t plan = begin_of_plan(text);
  if (plan != std::string_view::npos) return surrounded(text, plan);
  if (!json && is_for_people(text))
    return {"this is what terraform plan prints for people, not the plan", first_line(text), std::string(kPlan)};
  return {};
}

}  // namespace

Error mistaken_plan(std::string_view text) {
  if (text.starts_with("PK\x03\x04")) return {"this is a binary plan, not its JSON", {}, std::string(kShow)};
  if (!is_wide(text)) return mistake_in(text);
  Error error = mistake_in(narrowed(text));
  error.range.reset();  // counts the narrowed text
  return error;
}

}  // namespace demarc
