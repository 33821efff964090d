#include "analyzer/report/escape.h"

#include "catch.h"

using namespace demarc;

TEST_CASE("control characters cannot reach a terminal") {
  CHECK(printable("a\x1b[31mb\r\n\tc") == "a\\u{1b}[31mb\\u{d}\\n\\tc");
  CHECK(printable("left\u202Eright") == "left\\u{202e}right");
  CHECK(printable("M\u00FCnchen \u65E5\u672C") == "M\u00FCnchen \u65E5\u672C");
  CHECK(printable("\xFF!") == "\uFFFD!");
  CHECK(printable("\u009B31m\u2066\U000E0041\uFFFE") == "\\u{9b}31m\\u{2066}\\u{e0041}\\u{fffe}");
}

TEST_CASE("paths become relative URIs") {
  CHECK(uri_of_path("stacks/a b#1%.yaml") == "stacks/a%20b%231%25.yaml");
  CHECK(uri_of_path("m\u00FCll/x.yaml") == "m%C3%BCll/x.yaml");
  CHECK(uri_of_path("a:b/c") == "./a%3Ab/c");
  CHECK(uri_of_path("win\\path.yaml") == "win/path.yaml");
}

TEST_CASE("Markdown takes no markup from inputs") {
  CHECK(markdown_text("<b>*x*</b> [a](b) `c` &") == "&lt;b&gt;\\*x\\*&lt;/b&gt; \\[a\\](b) \\`c\\` &amp;");
}

TEST_CASE("commands that build logs obey anywhere in a line are broken") {
  CHECK(printable("a ##[error]b ##vso[task.x]c ##VSO[d] ### [e]") == "a \\u{23}#[error]b \\u{23}#vso[task.x]c \\u{23}#VSO[d] ### [e]");
}

TEST_CASE("Markdown mentions nobody and links nowhere") {
  CHECK(markdown_text("@team https://e.example www.e.example $x$") ==
        "@<!-- -->team https:<!-- -->//e.example www<!-- -->.e.example \\$x\\$");
}

TEST_CASE("XML takes no markup from inputs") {
  CHECK(xml_text("<a b=\"c\">&]]>\x01\n") == "&lt;a b=&quot;c&quot;&gt;&amp;]]&gt;\\u{1}\\n");
}
