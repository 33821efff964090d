#pragma once

#include <string>
#include <string_view>

#include "parsers/cloudformation/template.h"
#include "parsers/text/source.h"

namespace demarc::test {

// A template as it was read, and the file that it points into.
struct Read {
  SourceFile file;
  Result<ResourceGraph> graph;
};

// Reads a template of YAML or JSON text. An error of the document reader is an error of the whole.
Read read(std::string_view text, const GivenParameters& given = {});

// One line per property of each resource, then one per note: "Bucket.BucketName: "logs"", "note 3:5 malformed: …";
// or the error: "error 1:1: …".
std::string show(std::string_view text, const GivenParameters& given = {});

// The same, of one resource alone and without notes.
std::string show_resource(std::string_view text, std::string_view address, const GivenParameters& given = {});

const Resource& resource(const Read& read, std::string_view address);

// The property of a resource, each name one step.
Value property(const Read& read, std::string_view address, std::string_view name);

// Where something stands, "3:5-3:12", the end behind the last character.
std::string where(const Read& read, Place place);

// All outcomes of a property in the worlds that a scenario tells apart, in their order: "true with Env = "prod"".
std::string worlds(const Read& read, std::string_view address, std::string_view name);

}  // namespace demarc::test
