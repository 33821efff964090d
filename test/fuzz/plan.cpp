#include "parsers/terraform/plan.h"

#include <string>

#include "graph_check.h"

using namespace demarc;

// Without mapping tables: types and arguments keep their names.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Result<std::string> text = decode(std::string(reinterpret_cast<const char*>(data), size));
  if (!text) return 0;
  SourceFile file(0, "input", *std::move(text));
  Limits limits;
  limits.depth = 50;
  Result<Document> document = read_json(file, limits, skip_of_plan);
  if (!document) return 0;
  const Mappings mappings;
  check_graph(read_plan(*std::move(document), file, 0, mappings), file.text());
  return 0;
}
