#pragma once

#include "analyzer/cli/console.h"
#include "analyzer/cli/option.h"

namespace demarc {

// The commands of the program. Each reads what it needs, prints, and gives the exit status.
Status check(const Invocation& invocation);
Status explain(const Invocation& invocation);
Status list_policies(const Invocation& invocation);
Status test_proofs(const Invocation& invocation);
Status write_completion(const Invocation& invocation);
Status write_manual(const Invocation& invocation);
Status show_configuration(const Invocation& invocation);
Status write_first_configuration(const Invocation& invocation);
Status write_schema(const Invocation& invocation);

}  // namespace demarc
