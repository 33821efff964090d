#include "expanded.h"

#include <fmt/format.h>

#include <memory>

#include "parsers/document/read.h"

namespace demarc::test {
namespace {

std::string flow(const Node& node) {
  const std::string tag = node.tag().empty() ? "" : "!" + std::string(node.tag()) + " ";
  std::string inner;
  if (node.is_scalar()) return tag + (node.kind == NodeKind::null ? "~" : std::string(node.text()));
  if (node.kind == NodeKind::list) {
    for (const Node& item : node.items()) inner += (inner.empty() ? "" : ", ") + flow(item);
    return tag + "[" + inner + "]";
  }
  for (const Member& member : node.members()) {
    inner += (inner.empty() ? "" : ", ") + std::string(member.key) + ": " + flow(member.value);
  }
  return tag + "{" + inner + "}";
}

std::string at(const SourceFile& source, Range range) {
  const Position position = source.position(range.begin);
  return fmt::format("{}:{}", position.line, position.column);
}

std::string text_of(const Node& resource, std::string_view key) {
  const Node* found = resource.find(key);
  return found != nullptr && found->is_scalar() ? std::string(found->text()) : std::string();
}

std::string shown(const Member& resource, const std::string& place) {
  std::string result = fmt::format("{}{} {}", resource.key, place, text_of(resource.value, "Type"));
  const std::string condition = text_of(resource.value, "Condition");
  if (!condition.empty()) result += " when " + condition;
  result += "\n";
  for (const Member& member : resource.value.members()) {
    if (member.key == "Type" || member.key == "Condition") continue;
    if (member.key != "Properties" || member.value.kind != NodeKind::map) {
      result += fmt::format("  {}: {}\n", member.key, flow(member.value));
      continue;
    }
    for (const Member& property : member.value.members()) result += fmt::format("  {}: {}\n", property.key, flow(property.value));
  }
  return result;
}

struct Read {
  std::unique_ptr<SourceFile> source;
  Document document;
};

Read read(const std::string& text) {
  Read result{std::make_unique<SourceFile>(0, "template.yaml", text), {}};
  Result<Document> document = read_document(*result.source);
  if (document) result.document = *std::move(document);
  expand_serverless(result.document, serverless_fixture().tables);
  return result;
}

}  // namespace

std::string mistakes_of(const std::string& table) {
  const SourceFile source(0, "t.yaml", table);
  Result<Document> document = read_document(source);
  if (!document) return document.error().message;
  ServerlessTables tables;
  std::string result;
  for (const ServerlessError& error : read_serverless_tables({{"t.yaml", &document->root}}, tables)) {
    result += at(source, error.range) + " " + error.message + "\n";
  }
  return result;
}

std::string expanded(const std::string& text) {
  const Read read = test::read(text);
  const Node& root = read.document.root;
  std::string result;
  for (const Member& resource : root.find("Resources")->members()) result += shown(resource, " @" + at(*read.source, resource.key_range));
  if (const Node* conditions = root.find("Conditions")) {
    for (const Member& condition : conditions->members()) result += fmt::format("{}: {}\n", condition.key, flow(condition.value));
  }
  for (const Note& note : read.document.notes) result += fmt::format("note {} {}\n", at(*read.source, note.place.range), note.message);
  return result;
}

std::string expanded(const std::string& text, const std::string& name) {
  const Read read = test::read(text);
  for (const Member& resource : read.document.root.find("Resources")->members()) {
    if (resource.key == name) return shown(resource, "");
  }
  return name + " is not there\n";
}

}  // namespace demarc::test
