#pragma once

#include <string_view>
#include <unordered_map>

#include "parsers/terraform/instances.h"
#include "parsers/terraform/mapping.h"
#include "parsers/terraform/overlay.h"
#include "parsers/terraform/translate.h"
#include "parsers/text/source.h"

namespace demarc {

// Policy documents that data sources make and that are unknown as a text because a part of them is: rebuilt from the data
// source's own arguments.
class Documents {
 public:
  Documents(const Instances& instances, const Mappings& mappings, const SourceFile& file, Scope scope, const Node* variables,
            OriginFinder& origins, Arena& arena);

  // The document that a reference to a data source stands for, an Unknown where it is not known as a whole; null if the
  // reference is to something else.
  Value document_of(const Value& reference);

 private:
  Value rebuild(const ResourceInstance& instance, std::string_view attribute);
  Value with_holes(const Value& value);

  const Mappings& mappings_;
  Scope scope_;
  Overlay overlay_;
  Translator translator_;
  Arena& arena_;
  std::unordered_map<std::string_view, const ResourceInstance*> sources_;  // data instances by address
  std::unordered_map<std::string_view, Value> known_;                      // by address
};

}  // namespace demarc
