#include <filesystem>
#include <iostream>
#include <map>
#include <set>
#include <string>

#include "catch.h"
#include "plan.h"

using namespace demarc;
using namespace demarc::test;

namespace {

const std::string kCorpus = DEMARC_SOURCE_DIR "/../shared/corpus/";

// What is there of a plan's resources: by what became of them.
struct Counts {
  std::size_t mapped = 0;
  std::map<std::string, std::size_t> unmapped;
  std::size_t destroyed = 0;
  std::size_t data = 0;
  std::size_t foreign = 0;

  void add(const Resource& resource) {
    std::string written(resource.written_type);
    const Entry* change = resource.attributes.find("change");
    if (written.starts_with("data.")) {
      ++data;
    } else if (!written.starts_with("aws_") && !written.starts_with("awscc_")) {
      ++foreign;
    } else if (change != nullptr && change->value.items().size() == 1 && change->value.items()[0].scalar() == "delete") {
      ++destroyed;
    } else if (project_tables().mappings.find(written) != nullptr || project_tables().mappings.type_name(written)) {
      ++mapped;
    } else {
      ++unmapped[written];
    }
  }
};

}  // namespace

TEST_CASE("every plan of the corpus is read, and 99 % of its AWS resources are mapped") {
  if (!std::filesystem::exists(kCorpus + "plans")) {
    WARN("skipped: there is no corpus beside the project");
    return;
  }
  Counts counts;
  std::size_t plans = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kCorpus + "plans")) {
    if (entry.path().extension() == ".tsv") continue;
    Result<std::string> text = decode(read_text(entry.path().string()));
    REQUIRE(text);
    Plan plan = plan_of(*text, project_tables().mappings);
    CHECK(entry.path().filename().string() + " " + plan.error == entry.path().filename().string() + " ");
    std::set<std::string_view> addresses;
    for (const Resource& resource : plan.graph.resources) {
      if (addresses.insert(resource.address).second) counts.add(resource);
    }
    ++plans;
  }
  std::size_t kept = 0;
  std::cout << plans << " plans: " << counts.mapped << " resources mapped, " << counts.destroyed << " only destroyed, "
            << counts.data << " data sources, " << counts.foreign << " of other providers\n";
  for (const auto& [type, count] : counts.unmapped) {
    std::cout << "  kept as it is: " << count << " " << type << "\n";
    kept += count;
  }
  CHECK(plans >= 170);
  CHECK(counts.mapped >= 99 * (counts.mapped + kept) / 100);
  CHECK(counts.mapped > 1000);
}

TEST_CASE("every odd file of the corpus that is no plan gets a name for its mistake") {
  if (!std::filesystem::exists(kCorpus + "plans_odd")) {
    WARN("skipped: there is no corpus beside the project");
    return;
  }
  std::map<std::string, std::string> mistakes;
  for (const auto& entry : std::filesystem::directory_iterator(kCorpus + "plans_odd")) {
    if (entry.path().extension() == ".tsv") continue;
    std::string bytes = read_text(entry.path().string());
    Result<std::string> text = decode(bytes);
    mistakes[entry.path().filename().string()] = mistaken_plan(text ? *text : bytes).message;
  }
  CHECK(mistakes["5heyda__AWSCvGenerator__terraform__tfplan.json"] == "this is a binary plan, not its JSON");
  CHECK(mistakes["markchristopherwest__hashicorp-lab__terraform__plan.json"] == "this is a binary plan, not its JSON");
  CHECK(mistakes["masumndc1__test-coding__terraform__plan.out"] == "this is a binary plan, not its JSON");
  CHECK(mistakes["Benn1440__Terraform_IAC_task__tfplan.json"] ==
        "this is the stream of events that terraform plan -json prints, not the plan");
  CHECK(mistakes["MattRuff__eks-cluster-sandbox__terraform__terraform_plan.json"] ==
        "this is what terraform plan prints for people, not the plan");
  CHECK(mistakes["Naver-Dunamu-Merge-TF__NSC-infra__terraform_plan.log"] ==
        "this is what terraform plan prints for people, not the plan");
  CHECK(mistakes["infracost__infracost__cmd__infracost__testdata__plan_with_terraform_wrapper.json"] ==
        "there is other text around the plan's JSON");
  CHECK(mistakes["androzo__aws-validation__removingtfplan.json"] == "there is other text around the plan's JSON");
  CHECK(mistakes["dineshba__tf-summarize__example__tfplan.json"] == "");
}
