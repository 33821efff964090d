#include "parsers/modules/locate.h"

#include <fmt/format.h>

#include <map>
#include <memory>

#include "catch.h"

using namespace demarc;

namespace {

using Files = std::map<std::string, std::string>;

// Files in memory, as a configuration of several folders.
class Configuration {
 public:
  explicit Configuration(const Files& files, const char* manifest = nullptr) {
    for (const auto& [name, text] : files) sources_.add(name, text);
    const SourceFile* written = manifest == nullptr ? nullptr : &sources_.add(".terraform/modules/modules.json", manifest);
    modules_ = std::make_unique<ModuleTree>("", written, [this](const std::string& folder) { return files_of(folder); });
  }

  std::string place_of(const PlanPath& path, std::string_view further = {}) {
    std::optional<Place> place = locate(*modules_, path, further);
    if (!place) return "nowhere";
    const SourceFile& file = sources_[place->file];
    Position at = file.position(place->range.begin);
    std::string_view text = file.text().substr(place->range.begin, place->range.end - place->range.begin);
    return fmt::format("{}:{}:{} {}", file.name(), at.line, at.column, text.substr(0, text.find('\n')));
  }

 private:
  std::vector<const SourceFile*> files_of(const std::string& folder) {
    std::vector<const SourceFile*> files;
    for (std::size_t id = 0; id < sources_.size(); ++id) {
      const SourceFile& file = sources_[static_cast<FileId>(id)];
      std::size_t slash = file.name().rfind('/');
      if (file.name().substr(0, slash == std::string::npos ? 0 : slash) == folder) files.push_back(&file);
    }
    return files;
  }

  Sources sources_;
  std::unique_ptr<ModuleTree> modules_;
};

PlanPath resource(std::string module, std::string_view name, std::vector<HclStep> steps = {}) {
  PlanPath path;
  path.module = std::move(module);
  path.type = "resource";
  path.labels = {"aws_sqs_queue", name};
  path.steps = std::move(steps);
  return path;
}

}  // namespace

TEST_CASE("local modules are followed from the folder of their caller") {
  Configuration configuration(Files{
      {"main.tf", "module \"a\" {\n  source = \"./modules/a\"\n}\n"},
      {"modules/a/main.tf", "module \"b\" { source = \"../b\" }\n"},
      {"modules/b/main.tf", "resource \"aws_sqs_queue\" \"q\" {\n  name = \"q\"\n}\n"},
  });
  CHECK(configuration.place_of(resource("module.a.module.b", "q")) == R"(modules/b/main.tf:1:1 resource "aws_sqs_queue" "q")");
  CHECK(configuration.place_of(resource("module.a.module.b", "q", {{"name"}})) == R"(modules/b/main.tf:2:10 "q")");
  CHECK(configuration.place_of(resource("module.a.module.b", "q", {{"fifo_queue"}})) ==
        R"(modules/b/main.tf:1:1 resource "aws_sqs_queue" "q")");
  CHECK(configuration.place_of(resource("module.a.module.b", "other")) == "nowhere");
  CHECK(configuration.place_of(resource("module.c", "q")) == "nowhere");
}

TEST_CASE("installed modules lie where terraform init wrote them down") {
  Configuration configuration(Files{{"main.tf", "module \"queue\" {\n  source = \"acme/queue/aws\"\n}\n"},
                               {".terraform/modules/queue/main.tf", "resource \"aws_sqs_queue\" \"q\" {}\n"}},
                              R"({"Modules": [{"Key": "", "Source": "", "Dir": "."}, {"Key": "queue", "Dir": ".terraform/modules/queue"}]})");
  CHECK(configuration.place_of(resource("module.queue", "q")) == R"(.terraform/modules/queue/main.tf:1:1 resource "aws_sqs_queue" "q")");
}

TEST_CASE("a module whose source is not at hand is told at its call") {
  Configuration configuration(Files{{"main.tf", "\nmodule \"queue\" {\n  source = \"acme/queue/aws\"\n}\n"}});
  CHECK(configuration.place_of(resource("module.queue.module.inner", "q", {{"name"}})) == R"(main.tf:2:1 module "queue")");
}

TEST_CASE("what an override file says wins, and its block is not the resource") {
  Configuration configuration(Files{
      {"main.tf", "resource \"aws_sqs_queue\" \"q\" {\n  name = \"a\"\n  delay_seconds = 1\n}\n"},
      {"main_override.tf", "resource \"aws_sqs_queue\" \"q\" {\n  name = \"b\"\n}\n"},
  });
  CHECK(configuration.place_of(resource("", "q", {{"name"}})) == R"(main_override.tf:2:10 "b")");
  CHECK(configuration.place_of(resource("", "q", {{"delay_seconds"}})) == "main.tf:3:19 1");
  CHECK(configuration.place_of(resource("", "q")) == R"(main.tf:1:1 resource "aws_sqs_queue" "q")");
}

TEST_CASE("a block that stands in a folder twice tells no place: the folder is no module") {
  Configuration configuration(Files{{"a.tf", "resource \"aws_sqs_queue\" \"q\" {}\n"}, {"b.tf", "resource \"aws_sqs_queue\" \"q\" {}\n"}});
  CHECK(configuration.place_of(resource("", "q")) == "nowhere");
}

TEST_CASE("a path into a document leads into the data source that the argument is taken from") {
  Configuration configuration(Files{{"main.tf", R"(resource "aws_sqs_queue" "q" {
  policy = data.aws_iam_policy_document.d.json
}
data "aws_iam_policy_document" "d" {
  statement {
    sid = "a"
  }
  statement {
    actions = ["*"]
  }
}
)"}});
  CHECK(configuration.place_of(resource("", "q", {{"policy"}}), "Statement[1]") == "main.tf:8:3 statement");
  CHECK(configuration.place_of(resource("", "q", {{"policy"}}), "Statement[4]") == "main.tf:2:12 data.aws_iam_policy_document.d.json");
}

TEST_CASE("providers are told apart by their alias") {
  Configuration configuration(Files{{"main.tf", "provider \"aws\" {\n  region = \"us-east-1\"\n}\nprovider \"aws\" {\n  alias = \"west\"\n  region = \"us-west-2\"\n}\n"}});
  PlanPath path;
  path.type = "provider";
  path.labels = {"aws"};
  path.steps = {{"region"}};
  CHECK(configuration.place_of(path) == R"(main.tf:2:12 "us-east-1")");
  path.alias = "west";
  CHECK(configuration.place_of(path) == R"(main.tf:6:12 "us-west-2")");
}
