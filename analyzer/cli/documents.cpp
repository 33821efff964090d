#include <fmt/format.h>

#include "analyzer/cli/choice.h"
#include "analyzer/cli/command.h"
#include "analyzer/cli/completion.h"
#include "analyzer/cli/manual.h"
#include "analyzer/policy/built_in.h"

namespace demarc {

// What packages install beside the binary comes out of the binary, so that it cannot fall behind the tables of options.
Status write_completion(const Invocation& invocation) {
  const Choices<std::string (*)()> shells = {{"bash", bash_completion}, {"zsh", zsh_completion}, {"fish", fish_completion}};
  if (invocation.arguments.size() != 1) return wrong_use({"completion takes a shell: bash, zsh or fish", {}, "for example source <(demarc completion bash)"});
  for (const auto& [name, script] : shells) {
    if (name != invocation.arguments.front()) continue;
    print(script());
    return Status::clean;
  }
  return wrong_use({fmt::format("there are no completions for {}", invocation.arguments.front()), {}, "there are for bash, zsh and fish"});
}

Status write_schema(const Invocation& invocation) {
  if (invocation.arguments.size() != 1) return wrong_use({"schema takes one of config, policy and json", {}, "for example: demarc schema config"});
  const std::string& name = invocation.arguments.front();
  for (const BuiltInFile& schema : built_in_schemas()) {
    if (schema.path != name + ".schema.json") continue;
    print(schema.bytes);
    return Status::clean;
  }
  return wrong_use({fmt::format("there is no schema of {}", name), {}, "there are of config, policy and json"});
}

Status write_manual(const Invocation& invocation) {
  if (!invocation.arguments.empty()) return wrong_use({"manual takes no arguments", {}, "`demarc manual | man -l -` shows it"});
  print(manual_page());
  return Status::clean;
}

}  // namespace demarc
