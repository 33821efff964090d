#include "tree.h"

namespace demarc {
namespace {

std::string show_text(std::string_view text) {
  std::string shown;
  for (char c : text) {
    if (c == '\n') {
      shown += "\\n";
    } else {
      shown.push_back(c);
    }
  }
  return shown;
}

std::string show_scalar(const Node& node) {
  if (node.kind == NodeKind::null) return node.text().empty() ? "null" : "null " + std::string(node.text());
  if (node.kind == NodeKind::boolean) return std::string(node.truth ? "true" : "false") + " " + std::string(node.text());
  if (node.kind == NodeKind::number) return "number " + std::string(node.text());
  std::string text = show_text(node.text());
  return "text " + (node.quoted ? "\"" + text + "\"" : text);
}

std::string show_own(const SourceFile& file, const Node& node) {
  std::string tag = node.tag().empty() ? "" : "!" + std::string(node.tag()) + " ";
  std::string kind = node.is_scalar() ? show_scalar(node) : node.kind == NodeKind::list ? "list" : "map";
  return show_range(file, node.range) + " " + tag + kind + "\n";
}

void show_node(const SourceFile& file, const Node& node, std::string indentation, std::string& shown) {
  shown += show_own(file, node);
  indentation += "  ";
  if (node.kind == NodeKind::list) {
    for (const Node& item : node.items()) {
      shown += indentation + "- ";
      show_node(file, item, indentation, shown);
    }
  }
  if (node.kind == NodeKind::map) {
    for (const Member& member : node.members()) {
      shown += indentation + show_text(member.key) + " (" + show_range(file, member.key_range) + "): ";
      show_node(file, member.value, indentation, shown);
    }
  }
}

std::string show_position(Position position) { return std::to_string(position.line) + ":" + std::to_string(position.column); }

}  // namespace

std::string show_range(const SourceFile& file, Range range) {
  std::string begin = show_position(file.position(range.begin));
  return range.begin == range.end ? begin : begin + "-" + show_position(file.position(range.end));
}

std::string show_tree(const SourceFile& file, const Node& root) {
  std::string shown;
  show_node(file, root, "", shown);
  return shown;
}

std::string show_notes(const SourceFile& file, const Document& document) {
  std::string shown;
  for (const Note& note : document.notes)
    shown += show_range(file, note.place.range) + " " + note.kind + ": " + note.message + "\n";
  return shown;
}

std::string show_error(const SourceFile& file, const Error& error) {
  std::string place = error.range ? show_range(file, *error.range) + ": " : "";
  return place + error.message + "\n" + (error.hint.empty() ? "" : error.hint + "\n");
}

Result<Document> read_plain_json(const SourceFile& file, const Limits& limits) { return read_json(file, limits); }

std::string show(Reader reader, std::string_view text, const Limits& limits) {
  SourceFile file(0, "file", std::string(text));
  Result<Document> document = reader(file, limits);
  if (!document) return show_error(file, document.error());
  return show_tree(file, document->root) + show_notes(file, *document);
}

}  // namespace demarc
