#include "analyzer/cli/lazy_mappings.h"

#include <string>
#include <vector>

#include "analyzer/policy/built_in.h"
#include "parsers/document/pack.h"

namespace demarc {

const Mappings& LazyMappings::get() const {
  std::call_once(once_, [this] {
    std::vector<MappingFile> files;
    for (const BuiltInFile& file : built_in_mappings()) {
      roots_.push_back(unpack(file.bytes, arena_));
      files.push_back({std::string(file.path), &roots_.back()});
    }
    read_mappings(files, mappings_);
  });
  return mappings_;
}

}  // namespace demarc
