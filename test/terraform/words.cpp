#include "parsers/terraform/words.h"

#include "catch.h"
#include "parsers/terraform/address.h"
#include "parsers/terraform/target.h"

using namespace demarc;

namespace {

std::string steps_of(std::string_view text) {
  std::string result;
  for (const AddressStep& step : address_steps(text)) {
    result += (result.empty() ? "" : " | ") + std::string(step.name);
    if (!step.index.empty()) result += " at " + std::string(step.index);
  }
  return result;
}

std::string parts_of(std::string_view text) {
  Address address = parse_address(text);
  return "module=" + std::string(address.module) + " base=" + std::string(address.base) + (address.data ? " data" : "") +
         " type=" + std::string(address.type) + " name=" + std::string(address.name) + " index=" + std::string(address.index);
}

std::string path_or_error(std::string_view text) {
  Result<Target> target = parse_target(text);
  return target ? path_of(target->steps) : target.error().message;
}

}  // namespace

TEST_CASE("a name in snake_case becomes one in PascalCase") {
  CHECK(pascal_case("kms_key_id") == "KmsKeyId");
  CHECK(pascal_case("http2_enabled") == "Http2Enabled");
  CHECK(pascal_case("dockerLabels") == "DockerLabels");
  CHECK(pascal_case("com.example") == "Com.example");
  CHECK(pascal_case("2fa") == "2fa");
  CHECK(pascal_case("_hidden") == "_hidden");
  CHECK(pascal_case("") == "");
}

TEST_CASE("an address is taken apart at dots outside of brackets and quotes") {
  CHECK(steps_of("module.net[\"a.b\"].aws_subnet.s[0].id") == "module | net at \"a.b\" | aws_subnet | s at 0 | id");
  CHECK(steps_of("aws_x.y[\"quote \\\" ] inside\"].id") == "aws_x | y at \"quote \\\" ] inside\" | id");
  CHECK(steps_of("aws_x.y[each.key].id") == "aws_x | y at each.key | id");
  CHECK(steps_of("aws_x.y[0][1].id") == "aws_x | y at 0 | id");
  CHECK(steps_of("aws_x.y[") == "aws_x | y");
  CHECK(steps_of("") == "");
}

TEST_CASE("the address of an instance has a module, a base and an index") {
  CHECK(parts_of("aws_x.y") == "module= base=aws_x.y type=aws_x name=y index=");
  CHECK(parts_of("module.a[0].module.b.aws_x.y[\"k\"]") ==
        "module=module.a[0].module.b base=module.a[0].module.b.aws_x.y type=aws_x name=y index=\"k\"");
  CHECK(parts_of("module.a.data.aws_x.y[1]") == "module=module.a base=module.a.data.aws_x.y data type=aws_x name=y index=1");
  CHECK(parts_of("lonely") == "module= base=lonely type=lonely name= index=");
}

TEST_CASE("an address loses its indices wherever they stand") {
  CHECK(without_indices("module.a[\"x.y\"].module.b[2].aws_x.y[0]") == "module.a.module.b.aws_x.y");
}

TEST_CASE("a reference leads to those that begin with it, at the end of a step") {
  CHECK(leads_to("aws_x.y", "aws_x.y[0].id"));
  CHECK(leads_to("aws_x.y", "aws_x.y.id"));
  CHECK(leads_to("aws_x.y", "aws_x.y"));
  CHECK_FALSE(leads_to("aws_x.y", "aws_x.yy"));
  CHECK_FALSE(leads_to("aws_x.y.id", "aws_x.y"));
}

TEST_CASE("a target is read as the path that policies write") {
  CHECK(path_or_error("Encryption.KmsKey") == "Encryption.KmsKey");
  CHECK(path_or_error("Rules[].Name") == "Rules.Name");
  CHECK(path_or_error("Roles[0]") == "Roles");
  CHECK(path_or_error("Attributes[Key=idle.timeout].Value") == "Attributes(idle.timeout)");
  CHECK(path_or_error("Logging[Protocol=http/s].Arn") == "Logging(Protocol=http/s).Arn");
}

TEST_CASE("a target that is none is refused") {
  CHECK(path_or_error("") == "\"\" is no property path");
  CHECK(path_or_error("A..B") == "\"A..B\" is no property path");
  CHECK(path_or_error("A B") == "\"A B\" is no property path");
  CHECK(path_or_error("A[x]") == "\"A[x]\" is no property path");
  CHECK(path_or_error("A[Key=]") == "\"A[Key=]\" is no property path");
  CHECK(path_or_error("A[99]") == "\"A[99]\" is no property path");
  CHECK(path_or_error("A[0") == "\"A[0\" is no property path");
}
