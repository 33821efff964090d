#include "analyzer/cli/console.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace demarc {
namespace {

constexpr unsigned kWidth = TextStyle().width;
constexpr unsigned kNarrowest = 40;

bool write_all(std::FILE* file, std::string_view text) {
  return std::fwrite(text.data(), 1, text.size(), file) == text.size() && std::fflush(file) == 0;
}

unsigned width_of(int descriptor) {
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kWidth;
  return std::max<unsigned>(size.ws_col, kNarrowest);
}

}  // namespace

bool print(std::string_view text) { return write_all(stdout, text); }
bool complain(std::string_view text) { return write_all(stderr, text); }

Result<bool> print_whole(std::string_view text) {
  if (print(text)) return true;
  return Error{fmt::format("standard output cannot be written: {}", std::strerror(errno)), {}, {}};
}

Status wrong_use(const Error& error) {
  complain(fmt::format("demarc: {}\n{}", error.message, error.hint.empty() ? "" : "  " + error.hint + "\n"));
  return Status::wrong_use;
}

Status printed(std::string_view text) {
  Result<bool> whole = print_whole(text);
  return whole ? Status::clean : wrong_use(whole.error());
}

Result<bool> write_file(const std::string& path, std::string_view text) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  bool written = file != nullptr && write_all(file, text);
  int reason = errno;
  if (file != nullptr && std::fclose(file) != 0) written = false;
  if (!written) return Error{fmt::format("{} cannot be written: {}", path, std::strerror(reason)), {}, {}};
  return true;
}

bool can_be_rewritten(Stream stream) {
  const char* terminal = std::getenv("TERM");
  bool dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
  return !dumb && isatty(stream == Stream::out ? STDOUT_FILENO : STDERR_FILENO) != 0;
}

TextStyle style_of(Stream stream, std::string_view when) {
  int descriptor = stream == Stream::out ? STDOUT_FILENO : STDERR_FILENO;
  bool terminal = isatty(descriptor) != 0;
  const char* no_color = std::getenv("NO_COLOR");
  bool wanted = terminal && (no_color == nullptr || *no_color == '\0');
  TextStyle style;
  style.colour = when == "always" || (when == "auto" && wanted);
  style.width = terminal ? width_of(descriptor) : kWidth;
  return style;
}

}  // namespace demarc
