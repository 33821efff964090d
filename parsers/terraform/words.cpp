#include "parsers/terraform/words.h"

namespace demarc {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
char upper(char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }
char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::string pascal_case(std::string_view snake) {
  if (snake.empty() || (!is_lower(snake.front()) && !is_upper(snake.front()))) return std::string(snake);
  std::string pascal;
  pascal.reserve(snake.size());
  bool begins = true;
  for (char c : snake) {
    if (c == '_') {
      begins = true;
    } else {
      pascal += begins ? upper(c) : c;
      begins = false;
    }
  }
  return pascal;
}

bool keeps_name(std::string_view argument) {
  return argument == "id" || argument == "arn" || argument == "timeouts" || argument == "region";
}

std::string folded(std::string_view name) {
  std::string result;
  result.reserve(name.size());
  for (char c : name) {
    if (c != '_') result += lower(c);
  }
  return result;
}

}  // namespace demarc
