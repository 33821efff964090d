#include "analyzer/cli/lazy_serverless.h"

#include <string>
#include <vector>

#include "analyzer/policy/built_in.h"
#include "parsers/document/pack.h"

namespace demarc {

const ServerlessTables& LazyServerless::get() const {
  std::call_once(once_, [this] {
    std::vector<ServerlessFile> files;
    for (const BuiltInFile& file : built_in_serverless()) {
      roots_.push_back(unpack(file.bytes, arena_));
      files.push_back({std::string(file.path), &roots_.back()});
    }
    read_serverless_tables(files, tables_);
  });
  return tables_;
}

}  // namespace demarc
