#include "hcl/shown.h"

#include <fmt/format.h>

namespace demarc {
namespace {

std::string_view text_at(const SourceFile& file, Range range) { return file.text().substr(range.begin, range.end - range.begin); }

void show_block(const HclBlock& block, const SourceFile& file, std::size_t depth, std::string& into) {
  const std::string indent(depth * 2, ' ');
  for (const HclAttribute& attribute : block.attributes) {
    into += fmt::format("{}{} = {}\n", indent, attribute.name, show_at(file, attribute.value));
  }
  for (const HclBlock& inner : block.blocks) {
    into += fmt::format("{}{}", indent, inner.type);
    for (std::string_view label : inner.labels) into += fmt::format(" [{}]", label);
    into += fmt::format(" {} to line {}\n", show_at(file, inner.header), file.position(inner.range.end).line);
    show_block(inner, file, depth + 1, into);
  }
}

}  // namespace

std::string show_at(const SourceFile& file, Range range) {
  Position at = file.position(range.begin);
  std::string_view text = text_at(file, range);
  return fmt::format("{}:{} {}", at.line, at.column, text.substr(0, text.find('\n')));
}

std::string show(const HclFile& hcl, const SourceFile& file) {
  std::string into;
  show_block(hcl.root, file, 0, into);
  for (Range comment : hcl.comments) into += fmt::format("comment {}\n", show_at(file, comment));
  for (const Note& note : hcl.notes) into += fmt::format("note {}: {}\n", show_at(file, note.place.range), note.message);
  return into;
}

}  // namespace demarc
