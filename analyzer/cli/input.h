#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "parsers/text/result.h"

namespace demarc {

// A file to be analysed, or standard input.
struct Input {
  std::string name;      // as reports call it
  std::string path;      // empty: standard input
  bool named = true;     // on the command line; else met while walking a folder
  std::uint32_t group = 0;           // of its configuration; see Groups
  std::optional<std::string> bytes;  // what is read in its place
};

// The inputs that arguments name: files, folders (walked, hidden ones and those of package installers left out), `-`.
// Sorted by name, each file once. An argument that does not exist is an input whose bytes cannot be read.
std::vector<Input> find_inputs(const std::vector<std::string>& arguments);

// One file by its path.
Input file_input(const std::string& path);

// The folder in which an input lies, empty for this one and for standard input.
std::string folder_of(const Input& input);

// The bytes of an input.
Result<std::string> read_bytes(const Input& input);

// Whether a file met in a folder may be a template or a plan, from its bytes and its name, without parsing it.
bool may_be_analysed(std::string_view path, std::string_view bytes);

// The root of the repository that a file lies in: the nearest folder above with .git. Empty: in none.
std::filesystem::path repository_of(const std::filesystem::path& file);

// The path of a file from the root of its repository, else from this folder.
std::string repository_path(const Input& input);

}  // namespace demarc
