#include "analyzer/cli/choice.h"
#include "analyzer/cli/command.h"
#include "analyzer/cli/groups.h"
#include "analyzer/cli/said.h"
#include "analyzer/cli/selection.h"
#include "analyzer/report/policy_page.h"

namespace demarc {
namespace {

enum class ListFormat : std::uint8_t { text, json, markdown };

const Choices<ListFormat> kFormats = {{"text", ListFormat::text}, {"json", ListFormat::json}, {"markdown", ListFormat::markdown}};

// The policies as the configuration of this folder has them: with its own ones, and its settings.
bool load(const Invocation& invocation, Groups& groups, ListFormat& format, Status& status) {
  Result<ListFormat> chosen = choose("format", invocation.value("format", "text"), kFormats);
  Result<InputConfiguration> configuration = read_said(invocation);
  if (!chosen || !configuration) {
    status = wrong_use(chosen ? configuration.error() : chosen.error());
    return false;
  }
  format = *chosen;
  CheckOptions options;
  options.said = std::move(*configuration);
  if (std::optional<SaidOption> file = said(invocation, "config")) options.configuration_file = file->text;
  std::vector<Input> none;
  std::string errors = groups.govern({"."}, options, none);
  if (errors.empty()) errors = groups.read_policies(options);
  if (errors.empty()) return true;
  complain(errors);
  status = Status::wrong_use;
  return false;
}

std::string page(const Policy& policy, ListFormat format) {
  switch (format) {
    case ListFormat::text: return policy_text(policy, style_of(Stream::out, "never").width);
    case ListFormat::json: return policy_json(policy);
    case ListFormat::markdown: return policy_markdown(policy);
  }
  return {};
}

std::string page(const std::vector<const Policy*>& policies, ListFormat format) {
  switch (format) {
    case ListFormat::text: return policies_text(policies, style_of(Stream::out, "never").width);
    case ListFormat::json: return policies_json(policies);
    case ListFormat::markdown: return policies_markdown(policies);
  }
  return {};
}

}  // namespace

Status explain(const Invocation& invocation) {
  Groups groups;
  ListFormat format = ListFormat::text;
  Status status = Status::clean;
  if (invocation.arguments.empty()) return wrong_use({"explain which policy?", {}, "`demarc policies` lists them all"});
  if (!load(invocation, groups, format, status)) return status;
  const Catalog& catalog = groups.run().library->catalog;
  std::string text;
  for (const std::string& id : invocation.arguments) {
    Result<const Policy*> policy = policy_named(catalog, id);
    if (!policy) return wrong_use(policy.error());
    text += (text.empty() ? "" : "\n") + page(**policy, format);
  }
  return printed(text);
}

Status list_policies(const Invocation& invocation) {
  Groups groups;
  ListFormat format = ListFormat::text;
  Status status = Status::clean;
  if (!invocation.arguments.empty()) return wrong_use({"policies takes no arguments", {}, "`demarc explain POLICY` tells about one"});
  if (!load(invocation, groups, format, status)) return status;
  std::vector<const Policy*> policies;
  for (const Policy& policy : groups.run().library->catalog.policies) policies.push_back(&policy);
  return printed(page(policies, format));
}

}  // namespace demarc
