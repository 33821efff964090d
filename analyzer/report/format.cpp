#include "analyzer/report/format.h"

#include "analyzer/report/csv.h"
#include "analyzer/report/github.h"
#include "analyzer/report/gitlab.h"
#include "analyzer/report/json.h"
#include "analyzer/report/junit.h"
#include "analyzer/report/markdown.h"
#include "analyzer/report/sarif.h"

namespace demarc {
namespace {

template <std::string (*write)(const Report&)>
std::string unstyled(const Report& report, const TextStyle&) {
  return write(report);
}

constexpr Format kFormats[] = {
    {"text", write_text},
    {"json", unstyled<write_json>},
    {"sarif", unstyled<write_sarif>},
    {"junit", unstyled<write_junit>},
    {"github", unstyled<write_github>},
    {"gitlab", unstyled<write_gitlab>},
    {"markdown", unstyled<write_markdown>},
    {"csv", unstyled<write_csv>},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

}  // namespace demarc
