#include "analyzer/report/escape.h"

#include "catch.h"

using namespace demarc;

TEST_CASE("control characters cannot reach a terminal") {
  CHECK(printable("a\x1b[31mb\r\n\tc") == "a\\u{1b}[31mb\\u{d}\\n\\tc");
  CHECK(printable("left\u202Eright") == "left\\u{202e}right");
  CHECK(printable("M\u00FCnchen \u65E5\u672C") == "M\u00FCnchen \u65E5\u672C");
  CHECK(printable("\xFF!") == "\uFFFD!");
}

TEST_CASE("paths become relative URIs") {
  CHECK(uri_of_path("stacks/a b#1%.yaml") == "stacks/a%20b%231%25.yaml");
  CHECK(uri_of_path("m\u00FCll/x.yaml") == "m%C3%BCll/x.yaml");
  CHECK(uri_of_path("a:b/c") == "./a%3Ab/c");
  CHECK(uri_of_path("win\\path.yaml") == "win/path.yaml");
}

TEST_CASE("Markdown takes no markup from inputs") {
  CHECK(markdown_text("<b>*x*</b> [a](b) `c` &") == "&lt;b>\\*x\\*&lt;/b> \\[a\\](b) \\`c\\` &amp;");
}
