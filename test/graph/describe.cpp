#include "parsers/graph/describe.h"

#include <array>

#include "catch.h"
#include "worlds.h"

using namespace demarc;
using namespace demarc::test;

TEST_CASE("a condition reads as it is meant") {
  const Variable env = variable("Env", {"dev", "prod"});
  const Variable other = variable("Other", {"dev"});
  const Condition is_dev = equals(env, "dev");
  const Condition is_prod = equals(env, "prod");
  const std::array<const Condition*, 2> both = {&is_dev, &is_prod};
  Condition any;
  any.op = Condition::Op::any;
  any.operands = both;
  CHECK(describe(any) == R"((Env == "dev" or Env == "prod"))");
  Condition all = any;
  all.op = Condition::Op::all;
  CHECK(describe(all) == R"((Env == "dev" and Env == "prod"))");
  Condition assumed = any;
  assumed.op = Condition::Op::assumed;
  CHECK(describe(assumed) == R"(assumed (Env == "dev" or Env == "prod"))");
  Condition negated;
  negated.op = Condition::Op::negate;
  negated.operands = std::span(both).first(1);
  CHECK(describe(negated) == R"(not Env == "dev")");
  Condition same;
  same.op = Condition::Op::same;
  same.variable = &env;
  same.other = &other;
  CHECK(describe(same) == "Env == Other");
  all.name = "Both";
  CHECK(describe(all) == "Both");
  CHECK(describe(Condition{}) == "always");
}

TEST_CASE("a value reads in one line") {
  const std::array<Value, 3> items = {Value::null(), Value::boolean(true, {}), Value::text("a\"b\\c\nd", {})};
  const std::array<Entry, 2> entries = {{{"A", {}, {}, Value::list(items, {})}, {"B", {}, {}, Value::number("1.50", {})}}};
  CHECK(describe(Value::map(entries, {})) == R"({A: [null, true, "a\"b\\c\nd"], B: 1.50})");
}

TEST_CASE("what is unknown ends a sentence with its reason") {
  CHECK(explain({Why::parameter_without_default, false, "Cidr"}) == "depends on parameter Cidr, which has no default");
  CHECK(explain({Why::parameter, false, "Cidr"}) == "depends on parameter Cidr");
  CHECK(explain({Why::parameter_store, false, "Ami"}) == "depends on parameter Ami, which names a value in SSM Parameter Store");
  CHECK(explain({Why::import, false, {}}) == "is imported from another stack");
  CHECK(explain({Why::import, false, "net-vpc"}) == "is imported from another stack (net-vpc)");
  CHECK(explain({Why::not_in_deployment, false, "Nix"}) == "names Nix, which is not in this deployment");
  CHECK(explain({Why::too_many_scenarios, false, {}}) == "depends on more combinations of parameters than are tried");
}
