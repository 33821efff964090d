#include "analyzer/evaluate/embedded_texts.h"

#include "parsers/embedded/embedded.h"

namespace demarc {
namespace {

const void* identity(const Value& value) {
  return value.is(Value::Kind::partial) ? static_cast<const void*>(value.pieces().data()) : value.scalar().data();
}

}  // namespace

Value EmbeddedTexts::read(const Value& text, bool lasting, Arena& transient) {
  if (!lasting) return read_embedded(text, sources_, transient);
  auto found = read_.find(identity(text));
  if (found == read_.end()) found = read_.emplace(identity(text), read_embedded(text, sources_, arena_)).first;
  return found->second;
}

void EmbeddedTexts::forget() {
  if (read_.empty()) return;
  read_.clear();
  arena_ = Arena();
}

}  // namespace demarc
