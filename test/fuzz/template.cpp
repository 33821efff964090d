#include "parsers/cloudformation/template.h"

#include <string>

#include "graph_check.h"
#include "parsers/cloudformation/imports.h"
#include "parsers/document/read.h"

using namespace demarc;

// Every file that a template names is the template itself, or is not there.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Result<std::string> text = decode(std::string(reinterpret_cast<const char*>(data), size));
  if (!text) return 0;
  Sources sources;
  const SourceFile& file = sources.add("input", *text);
  const SourceFile& other = sources.add("other", *std::move(text));
  Limits limits;
  limits.depth = 50;
  limits.alias_nodes = 1'000;
  Result<Document> document = read_document(file, limits);
  if (!document) return 0;
  Neighbours neighbours;
  neighbours.first_nested = 2;
  neighbours.locate = [&](FileId from, std::string_view) -> Result<const SourceFile*> {
    if (from == other.id()) return Error{"does not exist", {}, {}};
    return &other;
  };
  Result<ResourceGraph> graph = read_template(*std::move(document), file, 0, {}, &neighbours);
  if (graph) link_imports(*graph);
  check_graph(graph, file.text());
  return 0;
}
