#include <algorithm>

#include "parsers/terraform/table.h"
#include "parsers/terraform/target.h"
#include "parsers/terraform/words.h"

namespace demarc {
namespace {

// Adds one object's; `below_flat`: its arguments are written behind a block's name.
void collect(const TableBody& body, const std::string& path, const std::string& written, bool below_flat,
             std::vector<Spelling>& spellings, Arena& arena) {
  for (const TableArgument& argument : body.arguments) {
    if (argument.dropped || argument.attribute || argument.own) continue;
    std::string name = written;
    join_path(name, argument.name);
    std::string target = argument.from_root ? std::string() : path;
    join_path(target, path_of(argument.target));
    bool by_default = argument.target.size() == 1 && !argument.from_root && !below_flat &&
                      argument.target[0].name == pascal_case(argument.name);
    if (!by_default && !argument.flat) spellings.push_back({arena.store(target), arena.store(name)});
    if (argument.pascal_keys) spellings.push_back({arena.store(target + ".*"), {}});
    if (argument.body != nullptr) collect(*argument.body, target, name, argument.flat, spellings, arena);
  }
}

}  // namespace

std::vector<Spelling> spellings_of(const TypeMapping& mapping, Arena& arena) {
  std::vector<Spelling> spellings;
  if (!mapping.keeps_names) collect(mapping.body, path_of(mapping.inside), {}, false, spellings, arena);
  std::stable_sort(spellings.begin(), spellings.end(), [](const Spelling& a, const Spelling& b) { return a.path < b.path; });
  auto same = [](const Spelling& a, const Spelling& b) { return a.path == b.path; };
  spellings.erase(std::unique(spellings.begin(), spellings.end(), same), spellings.end());
  return spellings;
}

}  // namespace demarc
