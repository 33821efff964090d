#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace demarc {

// Why a value cannot be known from the inputs: a closed list, each with its own wording in reports.
enum class Why : std::uint8_t {
  parameter_without_default,  // detail: the parameter's name
  parameter,                  // a value other than the default and those that the template compares it with; detail: the parameter's name
  parameter_store,            // an SSM-typed parameter: its default is a name; detail: the parameter's name
  known_after_apply,          // the provider or service decides; detail empty
  import,                     // Fn::ImportValue of an export of another stack; detail: the export's name if known
  dynamic_reference,          // {{resolve:…}}; detail: the service (ssm, ssm-secure, secretsmanager), or kUnresolvedSecure
  attribute,                  // an attribute of a resource, a pseudo parameter; detail: "Topic.Arn", "AWS::Region"
  data_source,                // detail: the data source's address
  macro,                      // a macro or transform that is not expanded; detail: its name
  intrinsic,                  // a function whose result cannot be computed; detail: "Fn::Cidr"
  unread_file,                // detail: the file
  not_in_deployment,          // a name that no input declares; detail: the name
  outside,                    // a property of a resource that stands outside the inputs; detail: its name
  unproven_companion,         // a companion exists but cannot be shown to belong here; detail: the companion's address
  condition,                  // a condition that cannot be decided; detail: its name
  unknown_members,            // a list with unknown members
  no_row,                     // no row in a dated table; detail: "nodejs99.x is not in lambda-runtimes of 2026-11-01"
  default_depends,            // the default depends on something else; detail: on what
  not_a_number,               // detail: the text
  not_a_date,
  not_a_list,
  not_a_map,
  malformed,                  // text that should be JSON, CIDR, a policy document …; detail: what it should be
  too_many_scenarios,
};

struct Unknown {
  Why why = Why::known_after_apply;
  bool set = false;          // known to be neither null nor empty, whatever the value is
  std::string_view detail;
};

// The details of references to secure strings: where CloudFormation resolves them, and where it does not.
inline constexpr std::string_view kSecureReference = "ssm-secure";
inline constexpr std::string_view kUnresolvedSecure = "ssm-secure, which CloudFormation does not resolve in this property";

// The reason as the end of a sentence that begins with a property's name: "depends on parameter Cidr, which has no default".
std::string explain(const Unknown& unknown);

}  // namespace demarc
