#include "catch.h"
#include "hcl/shown.h"
#include "parsers/hcl/find.h"

using namespace demarc;

namespace {

// Where a path leads in the first block of a file, with what it says about the find.
std::string found_in(const SourceFile& file, const HclFile& hcl, std::string_view path) {
  auto found = find_in_block(hcl.root.blocks.front(), file.text(), hcl_steps(path));
  if (!found) return "nothing";
  return show_at(file, found->range) + (found->whole ? "" : " (not whole)") + (found->dynamic ? " (dynamic)" : "");
}

const char* kGroup = R"(resource "aws_security_group" "web" {
  name = "web"
  tags = { Name = "web", "a.b" : "c" }
  ingress {
    cidr_blocks = ["10.0.0.0/8"]
  }
  ingress {
    cidr_blocks = [
      "10.0.0.0/8", # inside
      "0.0.0.0/0",
    ]
  }
  dynamic "egress" {
    for_each = var.ports
    content {
      from_port = egress.value
    }
  }
  inline = [{ port = 1 }, { port = 2 }]
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action = ["s3:Get*", "s3:*"]
        Effect = "Allow"
      },
    ]
  })
}
)";

}  // namespace

TEST_CASE("a path leads to the argument, block, item or key that is written") {
  SourceFile file(0, "main.tf", kGroup);
  HclFile hcl = read_hcl(file);
  CHECK(found_in(file, hcl, "name") == "2:10 \"web\"");
  CHECK(found_in(file, hcl, "ingress") == "4:3 ingress");
  CHECK(found_in(file, hcl, "ingress[1]") == "7:3 ingress");
  CHECK(found_in(file, hcl, "ingress[1].cidr_blocks[1]") == "10:7 \"0.0.0.0/0\"");
  CHECK(found_in(file, hcl, "ingress.cidr_blocks[0]") == "5:20 \"10.0.0.0/8\"");
  CHECK(found_in(file, hcl, "tags.Name") == "3:19 \"web\"");
  CHECK(found_in(file, hcl, "tags[\"a.b\"]") == "3:34 \"c\"");
  CHECK(found_in(file, hcl, "inline[1].port") == "19:36 2");
  CHECK(found_in(file, hcl, "policy.Statement[0].Action[1]") == "24:30 \"s3:*\"");
}

TEST_CASE("a path that is not written out leads as far as it is") {
  SourceFile file(0, "main.tf", kGroup);
  HclFile hcl = read_hcl(file);
  CHECK(found_in(file, hcl, "ingress[0].protocol") == "4:3 ingress (not whole)");
  CHECK(found_in(file, hcl, "ingress[2]") == "nothing");
  CHECK(found_in(file, hcl, "egress[3].from_port") == "16:19 egress.value (dynamic)");
  CHECK(found_in(file, hcl, "egress[0].to_port") == "13:3 dynamic \"egress\" (not whole) (dynamic)");
  CHECK(found_in(file, hcl, "policy.Statement[1]") == "22:17 [ (not whole)");
  CHECK(found_in(file, hcl, "description") == "nothing");
}

TEST_CASE("in JSON syntax a path leads through lists and objects alike") {
  SourceFile file(0, "main.tf.json", R"({"resource": {"aws_security_group": {"web": {
  "ingress": [{"cidr_blocks": ["10.0.0.0/8"]}, {"cidr_blocks": ["0.0.0.0/0"]}],
  "timeouts": {"create": "1h"}
}}}})");
  HclFile hcl = read_hcl_json(file);
  CHECK(found_in(file, hcl, "ingress[1].cidr_blocks[0]") == "2:65 \"0.0.0.0/0\"");
  CHECK(found_in(file, hcl, "timeouts[0].create") == "3:26 \"1h\"");
  CHECK(found_in(file, hcl, "ingress[1].protocol") == "2:48 {\"cidr_blocks\": [\"0.0.0.0/0\"]} (not whole)");
}
