#include "analyzer/cli/command.h"
#include "analyzer/cli/console.h"
#include "analyzer/cli/option.h"
#include "analyzer/report/version.h"

namespace {

using demarc::Status;

Status run(int count, const char* const* words) {
  demarc::Result<demarc::Invocation> invocation = demarc::read_invocation(count, words);
  if (!invocation) return demarc::wrong_use(invocation.error());
  if (invocation->has("version")) {
    demarc::print("demarc " + std::string(demarc::kVersion) + "\n");
    return Status::clean;
  }
  if (invocation->has("help")) {
    bool named = count > 1 && invocation->command->name == words[1];
    demarc::print(demarc::help_text(named ? invocation->command : nullptr, demarc::style_of(demarc::Stream::out, "never").width));
    return Status::clean;
  }
  return invocation->command->run(*invocation);
}

}  // namespace

int main(int count, char** words) { return static_cast<int>(run(count, words)); }
