#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "catch.h"
#include "parsers/document/read.h"
#include "suite.h"

using namespace demarc;

namespace {

// The suite writes white space that would not be seen with signs of its own
// (https://github.com/yaml/yaml-test-suite, "Special Characters").
std::string unsign(std::string text) {
  const std::pair<std::string, std::string> signs[] = {{"␣", " "},   {"————»", "\t"},      {"———»", "\t"}, {"——»", "\t"},
                                                       {"—»", "\t"}, {"»", "\t"},          {"↵", ""},      {"∎\n", ""},
                                                       {"←", "\r"},  {"⇔", "\xEF\xBB\xBF"}};
  for (const auto& [sign, means] : signs) {
    for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign, at + means.size()))
      text.replace(at, sign.size(), means);
  }
  return text;
}

std::string escaped(std::string_view text) {
  const std::pair<char, char> letters[] = {{'\n', 'n'}, {'\t', 't'}, {'\r', 'r'}, {'\b', 'b'}, {'\\', '\\'}};
  std::string shown;
  for (char c : text) {
    char letter = 0;
    for (auto [plain, name] : letters) letter = c == plain ? name : letter;
    if (letter) shown.push_back('\\');
    shown.push_back(letter ? letter : c);
  }
  return shown;
}

// A tree as the suite's events, with neither anchors nor styles: "+MAP", "=VAL plain :x", "=VAL quoted :x".
void show(const Node& node, std::string& events) {
  std::string tag = node.tag().empty() ? "" : " <" + std::string(node.tag()) + ">";
  if (node.is_scalar()) {
    events += "=VAL" + tag + " :" + escaped(node.text()) + "\n";
  } else if (node.kind == NodeKind::list) {
    events += "+SEQ" + tag + "\n";
    for (const Node& item : node.items()) show(item, events);
    events += "-SEQ\n";
  } else {
    events += "+MAP" + tag + "\n";
    for (const Member& member : node.members()) {
      events += "=VAL :" + escaped(member.key) + "\n";
      show(member.value, events);
    }
    events += "-MAP\n";
  }
}

// The events of the suite's first document in the same form: aliases expanded, tags as nodes keep them.
class Events {
 public:
  explicit Events(const std::string& tree) {
    std::size_t at = 0;
    while (at < tree.size()) {
      std::size_t end = tree.find('\n', at);
      std::string line = tree.substr(at, end - at);
      lines_.push_back(line.substr(std::min(line.find_first_not_of(' '), line.size())));
      at = end == std::string::npos ? tree.size() : end + 1;
    }
  }

  std::string first_document() {
    while (at_ < lines_.size() && lines_[at_].rfind("+DOC", 0) != 0) ++at_;
    if (at_++ >= lines_.size()) return "";
    return node(false);
  }

 private:
  std::string node(bool is_key) {
    std::string line = lines_[at_++];
    if (line.rfind("=ALI *", 0) == 0) return anchors_[line.substr(6)];
    std::string kind = line.substr(0, 4);
    std::string anchor;
    std::string tag;
    std::size_t rest = properties(line, anchor, tag);
    std::string shown = kind + (is_key ? "" : tag);
    if (kind == "=VAL") {
      shown += " :" + line.substr(rest + 1) + "\n";
    } else {
      shown += "\n";
      bool key = kind == "+MAP";
      for (bool at_key = key; lines_[at_][0] != '-'; at_key = key && !at_key) shown += node(at_key);
      shown += lines_[at_++].substr(0, 4) + "\n";
    }
    if (!anchor.empty()) anchors_[anchor] = shown;
    return shown;
  }

  // Behind the indicator of style, anchor and tag.
  static std::size_t properties(const std::string& line, std::string& anchor, std::string& tag) {
    std::size_t at = 5;
    for (; at < line.size(); at = line.find(' ', at) == std::string::npos ? line.size() : line.find(' ', at) + 1) {
      std::string word = line.substr(at, line.find(' ', at) - at);
      if (word[0] == '&') {
        anchor = word.substr(1);
      } else if (word[0] == '<') {
        tag = kept_tag(word.substr(1, word.size() - 2));
      } else if (word != "[]" && word != "{}") {
        break;
      }
    }
    return at;
  }

  static std::string kept_tag(const std::string& tag) {
    for (const char* core : {"null", "bool", "int", "float", "str", "seq", "map"}) {
      if (tag == std::string("tag:yaml.org,2002:") + core) return "";
    }
    if (tag == "!") return "";
    return " <" + (tag[0] == '!' ? tag.substr(1) : tag) + ">";
  }

  std::vector<std::string> lines_;
  std::size_t at_ = 0;
  std::map<std::string, std::string> anchors_;
};

std::string text_under(const Node& map, std::string_view key) {
  const Node* node = map.find(key);
  return node ? std::string(node->text()) : "";
}

// Cases that are not read as the suite says, in yaml-cpp 0.7: a newer one may read them.
struct Exception {
  std::string_view reason;
  std::vector<std::string> cases;
};

const Exception kExceptions[] = {
    {"by choice: a list or map as a key is refused",
     {"4FJ6", "6BFJ", "6PBE", "9MMW", "KK5P", "LX3P", "M2N8-0", "M2N8-1", "M5DY", "Q9WF", "RZP5", "SBG9", "V9D5", "X38W",
      "XW4D"}},
    {"by choice: a file without a value is refused",
     {"6XDY", "8G76", "98YD", "AVM7", "DK95-7", "HWV9", "MUS6-2", "MUS6-3", "MUS6-4", "MUS6-5", "MUS6-6", "QT73", "UKK6-2",
      "ZYU8-0", "ZYU8-1", "ZYU8-3"}},
    {"by choice: later documents are noted and not read", {"3HFZ", "QLJ7"}},
    {"yaml-cpp refuses a key in braces that goes over several lines, or is cut from its colon by a line break",
     {"4MUZ-0", "4MUZ-1", "4MUZ-2", "5MUD", "8KB6", "9BXH", "9SA2", "K3WX", "NJ66", "UT92", "VJP3-1"}},
    {"yaml-cpp refuses ? in a plain text in brackets", {"652Z", "HM87-1", "JR7V"}},
    {"yaml-cpp wants a block text indented, also at the root", {"DK3J", "FP8R", "W4TN"}},
    {"yaml-cpp ends a block text without a line break where the file does", {"JEF9-2", "L24T-1"}},
    {"yaml-cpp leaves %21 in a tag", {"6CK3"}},
    {"yaml-cpp refuses a directive with a comment", {"ZYU8-2"}},
    {"more is read than YAML allows: lines of a value that are not indented", {"9C9N", "DK95-1", "G9HC", "H7J7", "QB6E", "S98Z"}},
    {"more is read than YAML allows: a tab in white space, a dash in brackets, a comment behind >, an escaped '",
     {"G5U8", "HRE5", "X4QW", "Y79Y-0", "Y79Y-3", "YJV2"}},
    {"more is read than YAML allows: directives in the wrong place", {"B63P", "MUS6-1"}},
};

bool is_exception(const std::string& name) {
  for (const Exception& exception : kExceptions) {
    if (std::find(exception.cases.begin(), exception.cases.end(), name) != exception.cases.end()) return true;
  }
  return false;
}

std::string events_of(const std::string& yaml) {
  SourceFile file(0, "input", yaml);
  Result<Document> document = read_yaml(file);
  if (!document) return "refused\n";
  std::string events;
  show(document->root, events);
  return events;
}

struct Case {
  std::string name;
  std::string yaml;
  std::string expected;
};

// The cases of one file; one without a text or tree takes those of the case before.
std::vector<Case> cases_of(const std::filesystem::path& path) {
  SourceFile file(0, path.filename().string(), read_bytes(path));
  Result<Document> suite = read_yaml(file);
  std::vector<Case> cases;
  if (!suite) return cases;
  std::string tree;
  std::string yaml;
  for (const Node& item : suite->root.items()) {
    std::string number = suite->root.size() > 1 ? "-" + std::to_string(cases.size()) : "";
    if (item.find("tree")) tree = unsign(text_under(item, "tree"));
    if (item.find("yaml")) yaml = unsign(text_under(item, "yaml"));
    cases.push_back({path.stem().string() + number, yaml, item.find("fail") ? "refused\n" : Events(tree).first_document()});
  }
  return cases;
}

}  // namespace

TEST_CASE("every case of the YAML test suite is read as it says, but for those that are listed with their reason") {
  std::vector<std::filesystem::path> files = suite_files("yaml");
  if (files.empty()) WARN("skipped: the YAML test suite is not beside the project");
  for (const std::filesystem::path& path : files) {
    std::vector<Case> cases = cases_of(path);
    INFO(path);
    CHECK(!cases.empty());
    for (const Case& one : cases) {
      INFO(one.name << "\n" << one.yaml);
      std::string actual = events_of(one.yaml);
      if (!is_exception(one.name)) CHECK(actual == one.expected);
    }
  }
}
