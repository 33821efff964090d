#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "parsers/text/note.h"

namespace demarc {

// Adds a note, unless a document has so many that nobody would read them: then the last one says so.
inline void add_note(std::vector<Note>& notes, Note note) {
  constexpr std::size_t kMost = 1000;
  if (notes.size() < kMost) {
    notes.push_back(std::move(note));
  } else if (notes.size() == kMost) {
    notes.push_back({"notes", "there is more of this kind from here on, which is not listed", note.place});
  }
}

}  // namespace demarc
