// Prints, in one run, what demarc costs beside the bare readers on the same bytes. Usage: bench [LARGEST-PLAN-IN-MB]
#include <fmt/format.h>
#include <stdlib.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "bare.h"
#include "inputs.h"
#include "measure.h"

namespace {

using namespace demarc::bench;
namespace fs = std::filesystem;

constexpr std::size_t kMegabyte = 1'000'000;

std::string self;
fs::path folder;

double write(const fs::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
  return static_cast<double>(text.size()) / static_cast<double>(kMegabyte);
}

// One row: the bare reader and demarc on the same file. Gives demarc's time.
double row(const std::string& title, const std::string& name, const std::string& text, const std::string& reader, int runs) {
  fs::path path = folder / name;
  double size = write(path, text);
  Measure bare = measure({self, reader, path.string()}, runs);
  Measure full = measure({DEMARC_PROGRAM, "check", "--fail-on", "never", path.string()}, runs);
  fmt::print("{:<24} {:>7.1f} MB  bare {:>8.1f} ms {:>6.1f} MB/s   demarc {:>8.1f} ms {:>6.1f} MB/s  time x{:<5.2f} memory x{:.2f}{}\n", title, size,
             bare.seconds * 1e3, size / bare.seconds, full.seconds * 1e3, size / full.seconds, full.seconds / bare.seconds,
             full.megabytes / size, bare.ran && full.ran ? "" : "  FAILED");
  fs::remove(path);
  return full.seconds;
}

void start_up() {
  fs::path path = folder / "small.template.yaml";
  write(path, small_template());
  Measure all = measure({DEMARC_PROGRAM, "check", "--fail-on", "never", path.string()}, 50);
  Measure nothing = measure({DEMARC_PROGRAM, "--version"}, 50);
  fmt::print("{:<24} {:.1f} ms (median {:.1f}), of which exec and exit {:.1f} ms; {:.0f} MB{}\n", "10 resources, whole run", all.seconds * 1e3,
             all.median * 1e3, nothing.seconds * 1e3, all.megabytes, all.ran ? "" : "  FAILED");
}

int read_bare(const std::string& reader, const char* path) {
  std::ifstream file(path, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  return (reader == "--bare-json" ? read_bare_json(text) : read_bare_yaml(text)) ? 0 : 2;
}

}  // namespace

int main(int count, char** words) {
  if (count == 3) return read_bare(words[1], words[2]);
  self = fs::read_symlink("/proc/self/exe").string();
  std::size_t largest = count > 1 ? static_cast<std::size_t>(std::atoi(words[1])) : 100;
  std::string pattern = (fs::temp_directory_path() / "demarc-bench-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) return 2;
  folder = pattern;
  start_up();
  row("template, YAML", "one.yaml", yaml_of_size(kMegabyte), "--bare-yaml", 3);
  row("template, JSON", "one.json", json_of_size(kMegabyte), "--bare-json", 5);
  double small = row("plan", "ten.json", plan_of_size(largest / 10 * kMegabyte), "--bare-json", 5);
  double large = row("plan, ten times larger", "hundred.json", plan_of_size(largest * kMegabyte), "--bare-json", 3);
  fmt::print("{:<24} x{:.1f} time\n", "ten times the input", large / small);
  fs::remove_all(folder);
  return 0;
}
