#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "parsers/document/read.h"

namespace demarc {

// What must hold whatever was read; aborts where it does not.

// Every range lies in the text, inside that of its parent and behind that of its sibling; everything can be read; packing
// changes nothing.
// An error has a message, and a range in the text.
void check_result(const Result<Document>& result, std::string_view text);

// Runs a reader on bytes that are decoded as those of a file; what is no text is passed over.
void check_reader(Result<Document> (*reader)(const SourceFile& file, const Limits& limits), const std::uint8_t* data,
                  std::size_t size);

}  // namespace demarc
