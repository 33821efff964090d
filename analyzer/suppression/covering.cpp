#include "analyzer/suppression/covering.h"

#include <algorithm>

#include "analyzer/policy/glob.h"
#include "analyzer/suppression/suppress.h"

namespace demarc {
namespace {

bool inside(Range range, Range extent) { return extent.begin <= range.begin && range.end <= extent.end; }

bool is_whole(const Resource& resource, FileId file, Range extent) {
  return resource.name.file == file && inside(resource.name.range, extent) && resource.body.range.end <= extent.end;
}

bool covers_place(const SuppressionRule& rule, const Finding& finding) {
  if (!rule.governed.empty()) return finding.place.file < rule.governed.size() && rule.governed[finding.place.file];
  FileId file = rule.mark.place.file;
  if (!rule.extent) return finding.place.file == file;
  for (const Place& place : {finding.place, finding.use.value_or(finding.place)}) {
    if (place.file == file && inside(place.range, *rule.extent)) return true;
  }
  if (finding.resource == nullptr || !is_whole(*finding.resource, file, *rule.extent)) return false;
  return std::all_of(finding.also.begin(), finding.also.end(),
                     [&](const Resource* resource) { return is_whole(*resource, file, *rule.extent); });
}

// Where the CDK says which construct a resource is of: "Stack/Logs/Resource".
// Source: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.cx_api-readme.html
std::string_view construct_of(const Resource& resource) {
  const Entry* metadata = resource.attributes.find("Metadata");
  const Entry* path = metadata ? metadata->value.find("aws:cdk:path") : nullptr;
  return path && path->value.is_scalar() ? path->value.scalar() : std::string_view();
}

bool covers_resource(const std::string& pattern, const Finding& finding) {
  if (address_matches(pattern, finding.address)) return true;
  if (finding.resource == nullptr) return false;
  if (finding.address != finding.resource->address && address_matches(pattern, finding.resource->address) && finding.also.empty()) return true;
  std::string_view construct = construct_of(*finding.resource);
  return !construct.empty() && path_matches(pattern, construct);
}

}  // namespace

bool address_matches(std::string_view pattern, std::string_view address) {
  if (glob_matches(pattern, address)) return true;
  return glob_matches(std::string(pattern) + "[*", address) || glob_matches(std::string(pattern) + ".*", address);
}

bool covers(const SuppressionRule& rule, const Finding& finding) {
  auto any = [](const std::vector<std::string>& patterns, auto matches) {
    return patterns.empty() || std::any_of(patterns.begin(), patterns.end(), matches);
  };
  return covers_place(rule, finding) &&
         any(rule.properties, [&](const std::string& pattern) { return address_matches(pattern, finding.path); }) &&
         any(rule.resources, [&](const std::string& pattern) { return covers_resource(pattern, finding); });
}

}  // namespace demarc
