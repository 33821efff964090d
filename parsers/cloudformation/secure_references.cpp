#include "parsers/cloudformation/secure_references.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace demarc {
namespace {

// The properties in which a secure string is resolved, as of 2026-11-25.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-ssm-secure-strings.html
struct Resolved {
  std::string_view type;
  std::string_view path;
};
constexpr std::array<Resolved, 11> kResolved = {{
    {"AWS::DirectoryService::MicrosoftAD", "Password"},
    {"AWS::DirectoryService::SimpleAD", "Password"},
    {"AWS::ElastiCache::ReplicationGroup", "AuthToken"},
    {"AWS::IAM::User", "LoginProfile.Password"},
    {"AWS::KinesisFirehose::DeliveryStream", "RedshiftDestinationConfiguration.Password"},
    {"AWS::OpsWorks::App", "AppSource.Password"},
    {"AWS::OpsWorks::Stack", "CustomCookbooksSource.Password"},
    {"AWS::OpsWorks::Stack", "RdsDbInstances.DbPassword"},
    {"AWS::RDS::DBCluster", "MasterUserPassword"},
    {"AWS::RDS::DBInstance", "MasterUserPassword"},
    {"AWS::Redshift::Cluster", "MasterUserPassword"},
}};

class Marking {
 public:
  Marking(std::string_view type, Declarations& names) : type_(type), names_(names) {}

  Value value(const Value& from) {
    switch (from.kind()) {
      case Value::Kind::unknown: return unknown(from);
      case Value::Kind::list: return list(from);
      case Value::Kind::map: return map(from);
      case Value::Kind::partial: return partial(from);
      case Value::Kind::choice: return choice(from);
      default: return from;
    }
  }

 private:
  bool is_resolved() const {
    return std::any_of(kResolved.begin(), kResolved.end(),
                       [&](const Resolved& row) { return row.type == type_ && row.path == path_; });
  }

  Value like(Value changed, const Value& from) const {
    changed.sensitive = from.sensitive;
    changed.through = from.through;
    return changed;
  }

  Value unknown(const Value& from) {
    const Unknown& why = from.unknown();
    if (why.why != Why::dynamic_reference || why.detail != kSecureReference || is_resolved()) return from;
    names_.note("dynamic-reference",
                fmt::format("CloudFormation does not resolve ssm-secure in {} of {}: a deployment fails", path_, type_), from.place);
    return like(names_.unknown(Why::dynamic_reference, kUnresolvedSecure, from.place, why.set), from);
  }

  Value list(const Value& from) {
    std::vector<Value> items;
    for (const Value& item : from.items()) items.push_back(value(item));
    return like(Value::list(names_.graph.arena.store(items), from.place), from);
  }

  Value map(const Value& from) {
    std::vector<Entry> entries(from.entries().begin(), from.entries().end());
    for (Entry& entry : entries) {
      const std::size_t before = path_.size();
      if (!path_.empty()) path_ += '.';
      path_ += entry.key;
      entry.value = value(entry.value);
      path_.resize(before);
    }
    return like(Value::map(names_.graph.arena.store(entries), from.place), from);
  }

  Value partial(const Value& from) {
    std::vector<Piece> pieces(from.pieces().begin(), from.pieces().end());
    for (Piece& piece : pieces) {
      if (piece.hole != nullptr) piece.hole = names_.graph.arena.store(value(*piece.hole));
    }
    return like(Value::partial(names_.graph.arena.store(pieces), from.place), from);
  }

  Value choice(const Value& from) {
    std::vector<Alternative> alternatives(from.alternatives().begin(), from.alternatives().end());
    for (Alternative& each : alternatives) each.value = value(each.value);
    return like(Value::choice(names_.graph.arena.store(alternatives), from.place), from);
  }

  std::string_view type_;
  Declarations& names_;
  std::string path_;
};

}  // namespace

Value mark_unresolved(const Value& properties, std::string_view type, Declarations& names) {
  return Marking(type, names).value(properties);
}

}  // namespace demarc
