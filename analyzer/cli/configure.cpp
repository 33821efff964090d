#include <fmt/format.h>

#include <filesystem>

#include "analyzer/cli/command.h"
#include "analyzer/cli/configuration_files.h"
#include "analyzer/cli/said.h"
#include "analyzer/configuration/print_configuration.h"
#include "analyzer/configuration/read_configuration.h"

namespace demarc {
namespace {

namespace fs = std::filesystem;

std::string_view lone_argument(const Invocation& invocation) { return invocation.arguments.empty() ? "." : std::string_view(invocation.arguments[0]); }

}  // namespace

Status show_configuration(const Invocation& invocation) {
  if (invocation.arguments.size() > 1) return wrong_use({"config takes one path", {}, "for example: demarc config stack/storage.yaml"});
  Result<InputConfiguration> own = read_said(invocation);
  if (!own) return wrong_use(own.error());
  std::string path(lone_argument(invocation));
  std::error_code ignored;
  if (!fs::exists(path, ignored)) return wrong_use({fmt::format("{} is not there", path), {}, {}});
  ConfigurationFiles files;
  std::optional<SaidOption> only = said(invocation, "config");
  if (only && !only->text.empty()) files.use_only(only->text);
  const ConfigurationFiles::Chain& chain = files.chain(files.chain_of(configuration_folder(path)));
  if (!files.errors().empty()) {
    complain(files.errors());
    return Status::wrong_use;
  }
  std::vector<std::string> names;
  for (const ConfigurationFiles::File* file : chain.files) names.push_back(files.sources()[file->source].name());
  print(print_configuration(merge(*own, chain.merged), names));
  return Status::clean;
}

Status write_first_configuration(const Invocation& invocation) {
  if (invocation.arguments.size() > 1) return wrong_use({"init takes one folder", {}, "for example: demarc init infrastructure"});
  fs::path folder(lone_argument(invocation));
  std::string path = (folder / kConfigurationFile).lexically_normal().generic_string();
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored)) return wrong_use({fmt::format("{} is no folder", folder.generic_string()), {}, {}});
  if (fs::exists(fs::symlink_status(path, ignored))) return wrong_use({fmt::format("{} is there already, and is left as it is", path), {}, "`demarc config` shows what it says"});
  Result<bool> written = write_file(path, first_configuration());
  if (!written) return wrong_use(written.error());
  if (!invocation.has("quiet")) print(fmt::format("wrote {}\n", path));
  return Status::clean;
}

}  // namespace demarc
