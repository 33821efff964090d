#pragma once

#include <string>
#include <string_view>

#include "parsers/document/node.h"
#include "parsers/text/result.h"

namespace demarc {

// A document as bytes that are read back without parsing: how the built-in tables and policies get into the binary.
// Ranges are kept, so that errors can still name a line of the original file.
std::string pack(const Document& document);

// Requires: bytes come from pack of the same build and outlive the document.
Document unpack(std::string_view bytes);

// The same into an arena that many documents share: a document of its own takes a few pages, however small it is.
Node unpack(std::string_view bytes, Arena& arena);

}  // namespace demarc
