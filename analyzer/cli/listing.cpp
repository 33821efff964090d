#include "analyzer/cli/choice.h"
#include "analyzer/cli/command.h"
#include "analyzer/cli/library.h"
#include "analyzer/cli/selection.h"
#include "analyzer/report/policy_page.h"

namespace demarc {
namespace {

enum class ListFormat : std::uint8_t { text, json, markdown };

const Choices<ListFormat> kFormats = {{"text", ListFormat::text}, {"json", ListFormat::json}, {"markdown", ListFormat::markdown}};

bool load(const Invocation& invocation, Library& library, ListFormat& format, Status& status) {
  Result<ListFormat> chosen = choose("format", invocation.value("format", "text"), kFormats);
  if (!chosen) {
    status = wrong_use(chosen.error());
    return false;
  }
  format = *chosen;
  auto folders = invocation.options.find("policies");
  LibraryErrors errors = read_library(BuiltIn::all, folders == invocation.options.end() ? std::vector<std::string>() : folders->second, library);
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
  Library library;
  ListFormat format = ListFormat::text;
  Status status = Status::clean;
  if (invocation.arguments.empty()) return wrong_use({"explain which policy?", {}, "`demarc policies` lists them all"});
  if (!load(invocation, library, format, status)) return status;
  std::string text;
  for (const std::string& id : invocation.arguments) {
    Result<const Policy*> policy = policy_named(library.catalog, id);
    if (!policy) return wrong_use(policy.error());
    text += (text.empty() ? "" : "\n") + page(**policy, format);
  }
  return printed(text);
}

Status list_policies(const Invocation& invocation) {
  Library library;
  ListFormat format = ListFormat::text;
  Status status = Status::clean;
  if (!invocation.arguments.empty()) return wrong_use({"policies takes no arguments", {}, "`demarc explain POLICY` tells about one"});
  if (!load(invocation, library, format, status)) return status;
  std::vector<const Policy*> policies;
  for (const Policy& policy : library.catalog.policies) policies.push_back(&policy);
  return printed(page(policies, format));
}

}  // namespace demarc
