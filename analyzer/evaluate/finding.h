#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/policy/policy.h"
#include "parsers/graph/resource.h"

namespace demarc {

enum class Verdict : std::uint8_t { pass, fail, unknown };

std::string_view name_of(Verdict verdict);

// Another place that belongs to a finding: the resource that a relation led to, the parameter whose default decided.
struct RelatedPlace {
  Place place;
  std::string message;
};

// Why a finding does not count: what its user wrote, and where.
struct Suppression {
  enum class Kind : std::uint8_t { comment, metadata, configuration };
  Kind kind = Kind::comment;
  std::string reason;
  std::string until;  // ISO date; empty: for ever
  std::string by;     // the peer in whose words it is written ("checkov"); empty: our own
  Place place;        // where it is written
  std::string origin;  // "path/.demarc.yaml:12", of one in the configuration
};

// How a finding stands to the baseline of a run: none was given, it is not in it, it is.
enum class BaselineState : std::uint8_t { none, added, unchanged };

// What one policy says of one resource, or of one item in it.
struct Finding {
  const Policy* policy = nullptr;
  Verdict verdict = Verdict::fail;
  Severity severity = Severity::medium;  // the policy's, as the configuration and the classification move it
  const Resource* resource = nullptr;    // null: the deployment as a whole
  std::vector<const Resource*> also;     // further resources of which the same companion says the same
  std::string address;                   // the resource's, of a companion's part the companion's; "deployment"
  Place place;                           // POLICY-LANGUAGE, section 8
  std::optional<Place> use;              // of a value that is shown where it is declared (a parameter's default): where it is used
  std::optional<Place> planned;          // of a plan whose source is at hand: where the plan says it; place is in the source
  std::string path;     // of what was judged, in the words of the file: "ingress[0].cidr_blocks[1]"; empty: the resource
  std::string message;  // without its subject: "grants PublicRead to everyone"; of an unknown "cannot tell: AccessControl depends
                        // on parameter Acl, which has no default"
  bool whole = false;   // the message is a sentence of its own, not what the resource does: "StorageEncrypted is not set"
  std::string scenario;  // where it holds in some worlds only: "when IsProd is false (Environment is dev)", "with default
                         // values"; else empty
  std::vector<RelatedPlace> related;
  std::vector<Place> secrets;  // texts that must not leave the process: what a policy on secrets found
  std::optional<Suppression> suppression;
  BaselineState baseline = BaselineState::none;
};

// The construct of which AWS CDK made the finding's resource, "Stack/Bucket/Resource": the logical id alone tells its author
// little. Empty where there is none. https://docs.aws.amazon.com/cdk/v2/guide/identifiers.html
std::string_view cdk_path(const Finding& finding);

// The finding as a sentence: "Logs grants PublicRead to everyone, when IsProd is false"; with the construct, where AWS CDK made
// the resource: "Logs6819BB44 (Stack/Logs/Resource) grants …".
std::string sentence(const Finding& finding);

// By file, position, policy and address: the order of every report. Equal findings compare equal.
bool comes_before(const Finding& a, const Finding& b);

}  // namespace demarc
