#include <string>
#include <vector>

#include "catch.h"
#include "parsers/document/read.h"
#include "parsers/embedded/embedded.h"
#include "parsers/graph/describe.h"

using namespace demarc;

namespace {

std::string show_place(const Sources& sources, Place place) {
  Position begin = sources[place.file].position(place.range.begin);
  Position end = sources[place.file].position(place.range.end);
  return std::to_string(begin.line) + ":" + std::to_string(begin.column) + "-" + std::to_string(end.line) + ":" +
         std::to_string(end.column);
}

// One value a line: its key and place, its own place, and what it is.
void show_value(const Sources& sources, const Value& value, const std::string& indentation, std::string& shown) {
  shown += show_place(sources, value.place) + " ";
  if (value.is(Value::Kind::map)) {
    shown += "map\n";
    for (const Entry& entry : value.entries()) {
      shown += indentation + "  " + std::string(entry.key) + " (" + show_place(sources, entry.key_place) + "): ";
      show_value(sources, entry.value, indentation + "  ", shown);
    }
  } else if (value.is(Value::Kind::list)) {
    shown += "list\n";
    for (const Value& item : value.items()) {
      shown += indentation + "  - ";
      show_value(sources, item, indentation + "  ", shown);
    }
  } else {
    shown += describe(value) + "\n";
  }
}

class Given {
 public:
  // The string under the key `policy` of a document, as a text.
  explicit Given(std::string text) {
    const SourceFile& file = sources.add("file", std::move(text));
    Result<Document> document = read_document(file);
    REQUIRE(document);
    document_ = std::move(*document);
    const Node* node = document_.root.find("policy");
    REQUIRE(node != nullptr);
    policy = Value::text(node->text(), {file.id(), node->range});
  }

  std::string read() {
    std::string shown;
    show_value(sources, read_embedded(policy, sources, arena), "", shown);
    return shown;
  }

  // The same string with each `from` in it as a hole.
  void dig(const std::string& from, const Value& hole) {
    std::string_view rest = policy.scalar();
    pieces_.clear();
    for (std::size_t at = rest.find(from); at != std::string_view::npos; at = rest.find(from)) {
      if (at > 0) pieces_.push_back({rest.substr(0, at), nullptr});
      pieces_.push_back({{}, arena.store(hole)});
      rest.remove_prefix(at + from.size());
    }
    if (!rest.empty()) pieces_.push_back({rest, nullptr});
    policy = Value::partial(pieces_, policy.place);
  }

  Sources sources;
  Arena arena;
  Value policy = Value::null();

 private:
  Document document_;
  std::vector<Piece> pieces_;
};

}  // namespace

TEST_CASE("JSON in a JSON string has its places in the escaped string") {
  Given given(R"({"policy": "{\"Statement\":[{\"Action\":\"s3:*\",\"N\":1}]}"})");
  CHECK(given.read() == R"(1:13-1:60 map
  Statement (1:14-1:27): 1:28-1:59 list
    - 1:29-1:58 map
      Action (1:30-1:40): 1:41-1:49 "s3:*"
      N (1:50-1:55): 1:56-1:57 1
)");
}

TEST_CASE("JSON in a block scalar has its places on the lines of the block") {
  Given given("policy: |\n    {\n      \"A\": [\n        true, null]\n    }\n");
  CHECK(given.read() == "2:5-5:6 map\n  A (3:7-3:10): 3:12-4:20 list\n    - 4:9-4:13 true\n    - 4:15-4:19 null\n");
}

TEST_CASE("JSON in a folded block scalar with a tag has its places on the lines of the block") {
  Given given("policy: !Sub >-\n  {\"A\":\n  \"b\n  c\"}\n");
  CHECK(given.read() == "2:3-4:6 map\n  A (2:4-2:7): 3:3-4:5 \"b c\"\n");
}

TEST_CASE("JSON in single quotes has its places behind doubled quotes") {
  Given given("policy: '{\"a''b\": 1}'\n");
  CHECK(given.read() == "1:10-1:21 map\n  a'b (1:11-1:17): 1:19-1:20 1\n");
}

TEST_CASE("YAML in a string is read where it is a map") {
  Given given("policy: |\n  a: 1\n  b:\n  - x\n");
  CHECK(given.read() == "2:3-4:6 map\n  a (2:3-2:4): 2:6-2:7 1\n  b (3:3-3:4): 4:3-4:6 list\n    - 4:5-4:6 \"x\"\n");
}

TEST_CASE("JSON escapes and characters outside ASCII inside keep later places exact") {
  Given given(R"({"policy": "{\"\u00e9\\n\ud83d\ude00é\": \"\\u0041\", \"z\": 0}"})");
  CHECK(given.read() == "1:13-1:64 map\n  é\n😀é (1:14-1:40): 1:42-1:53 \"A\"\n  z (1:55-1:60): 1:62-1:63 0\n");
}

TEST_CASE("a hole inside a string stays a hole there") {
  Given given("policy: !Sub |\n  {\"Resource\": \"${Bucket.Arn}/*\",\n   \"Principal\": \"${Bucket.Arn}\", \"Z\": 1}\n");
  Reference bucket{Reference::Kind::resource, 0, "Bucket", "Arn", {}};
  given.dig("${Bucket.Arn}", Value::reference(&bucket, {}));
  CHECK(given.read() == R"(2:3-3:41 map
  Resource (2:4-2:14): 2:16-2:33 "${@Bucket.Arn}/*"
  Principal (3:4-3:15): 3:17-3:32 @Bucket.Arn
  Z (3:34-3:37): 3:39-3:40 1
)");
}

TEST_CASE("a hole outside of JSON strings is a value of its own") {
  Given given("policy: !Sub '{\"Count\": ${Count}, \"Z\": [${Count}]}'\n");
  Unknown why{Why::parameter_without_default, false, "Count"};
  given.dig("${Count}", Value::unknown(&why, {}));
  CHECK(given.read() == R"(1:15-1:51 map
  Count (1:16-1:23): 1:25-1:33 <depends on parameter Count, which has no default>
  Z (1:35-1:38): 1:40-1:50 list
    - 1:41-1:49 <depends on parameter Count, which has no default>
)");
}

TEST_CASE("a hole in a key is written by its name") {
  Given given("policy: !Sub '{\"${Issuer}:sub\": \"x\"}'\n");
  Unknown why{Why::parameter_without_default, false, "Issuer"};
  given.dig("${Issuer}", Value::unknown(&why, {}));
  CHECK(given.read() == "1:15-1:37 map\n  ${Issuer}:sub (1:16-1:31): 1:33-1:36 \"x\"\n");
}

TEST_CASE("a text in which a parameter was resolved has its places around the substitution") {
  Given given("policy: !Sub |\n  {\"A\": \"${Env}-x\", \"B\": \"${Env}\",\n  \"C\": \"${!Lit}\"}\n");
  given.policy = Value::text("{\"A\": \"prod-x\", \"B\": \"prod\",\n\"C\": \"${Lit}\"}\n", given.policy.place);
  CHECK(given.read() == R"(2:3-3:18 map
  A (2:4-2:7): 2:9-2:19 "prod-x"
  B (2:21-2:24): 2:26-2:34 "prod"
  C (3:3-3:6): 3:8-3:17 "${Lit}"
)");
}

TEST_CASE("a text that its file writes in pieces has the place of the whole") {
  Given given("policy: [\"{\", \"}\"]\n");
  given.policy = Value::text("{\"A\": 1}", given.policy.place);
  CHECK(given.read() == "1:9-1:19 map\n  A (1:9-1:19): 1:9-1:19 1\n");
}

TEST_CASE("sensitivity and the parameter that a text came through carry over to what is read out of it") {
  Given given("policy: '{\"A\": [\"${X}\"]}'\n");
  Reference through{Reference::Kind::parameter, 0, "Secret", "", {}};
  Unknown why{Why::known_after_apply, false, ""};
  given.dig("${X}", Value::unknown(&why, {}));
  given.policy.sensitive = true;
  given.policy.through = &through;
  Value read = read_embedded(given.policy, given.sources, given.arena);
  REQUIRE(read.is(Value::Kind::map));
  const Value& list = read.entries()[0].value;
  REQUIRE(list.is(Value::Kind::list));
  const Value& hole = list.items()[0];
  CHECK(hole.is(Value::Kind::unknown));
  CHECK((read.sensitive && list.sensitive && hole.sensitive));
  CHECK((read.through == &through && list.through == &through && hole.through == &through));
}

TEST_CASE("a text that is neither a map nor a list is unknown, and known to be set") {
  Given given("policy: plain words\n");
  Value read = read_embedded(given.policy, given.sources, given.arena);
  REQUIRE(read.is(Value::Kind::unknown));
  CHECK(read.unknown().why == Why::malformed);
  CHECK(read.unknown().detail == "JSON");
  CHECK(read.unknown().set);
  CHECK(read.place == given.policy.place);
}

TEST_CASE("broken JSON with an unknown hole is unknown for the hole's reason") {
  Given given("policy: '{\"A\": ${X} }}'\n");
  Unknown why{Why::import, false, "Export"};
  given.dig("${X}", Value::unknown(&why, {}));
  Value read = read_embedded(given.policy, given.sources, given.arena);
  REQUIRE(read.is(Value::Kind::unknown));
  CHECK(read.unknown().why == Why::import);
}

TEST_CASE("what is neither text nor partial comes back as it is") {
  Given given("policy: x\n");
  Value number = Value::number("5", given.policy.place);
  CHECK(describe(read_embedded(number, given.sources, given.arena)) == "5");
}

TEST_CASE("a text that says the placeholder itself with an escape is no hole") {
  Given given("policy: '{\"A\": \"\\ue0000\\ue000 \\ue0009\\ue000 \\ue000\", \"B\": \"${X}\"}'\n");
  Unknown why{Why::known_after_apply, false, ""};
  given.dig("${X}", Value::unknown(&why, {}));
  Value read = read_embedded(given.policy, given.sources, given.arena);
  REQUIRE(read.is(Value::Kind::map));
  CHECK(read.entries()[0].value.is(Value::Kind::partial));
  CHECK(read.entries()[1].value.is(Value::Kind::unknown));
}

TEST_CASE("a text that uses the first code point of private use gets another placeholder") {
  Given given("policy: '{\"A\": \"\xEE\x80\x80\", \"B\": \"${X}\"}'\n");
  Unknown why{Why::known_after_apply, false, ""};
  given.dig("${X}", Value::unknown(&why, {}));
  CHECK(given.read() ==
        "1:10-1:33 map\n  A (1:11-1:14): 1:16-1:19 \"\xEE\x80\x80\"\n  B (1:21-1:24): 1:26-1:32 <is known only after apply>\n");
}

TEST_CASE("of duplicate keys the last counts, in small maps and large ones") {
  Sources sources;
  std::string text = "{\"a\": 1, \"b\": 2, \"a\": 3";
  SECTION("small") {}
  SECTION("large") {
    for (int i = 0; i < 40; ++i) text += ", \"k" + std::to_string(i) + "\": 0";
  }
  const SourceFile& file = sources.add("file", text + "}");
  Result<Document> document = read_json(file);
  REQUIRE(document);
  Arena arena;
  Value value = value_of(document->root, file.id(), arena);
  CHECK(value.entries().size() == document->root.size() - 1);
  CHECK(value.entries()[0].key == "b");
  CHECK(value.entries()[1].key == "a");
  CHECK(describe(value.entries()[1].value) == "3");
}
