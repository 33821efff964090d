#pragma once

#include <string>

namespace demarc {

// The completion script of a shell, made from the tables of commands and options. It names the program `demarc`, and asks that for
// the policies there are when one is to be completed.
// Sources: https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html,
// https://zsh.sourceforge.io/Doc/Release/Completion-System.html, https://fishshell.com/docs/current/completions.html
std::string bash_completion();
std::string zsh_completion();
std::string fish_completion();

}  // namespace demarc
