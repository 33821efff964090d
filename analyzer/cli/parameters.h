#pragma once

#include <string>
#include <vector>

#include "parsers/cloudformation/template.h"
#include "parsers/text/result.h"

namespace demarc {

// The values of --parameters, in order, later ones winning: NAME=VALUE, ParameterKey=NAME,ParameterValue=VALUE, or a file in one
// of the shapes that AWS's tools use, as JSON or YAML:
//   [{"ParameterKey": "Env", "ParameterValue": "prod"}]     aws cloudformation create-stack
//   {"Parameters": {"Env": "prod"}}                         CodePipeline, CodeBuild
//   {"Env": "prod"}, ["Env=prod"]                           aws cloudformation deploy, SAM, CDK
//   lines of Env=prod, # for remarks                        what scripts give aws cloudformation deploy
// https://docs.aws.amazon.com/cli/latest/reference/cloudformation/deploy/,
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/continuous-delivery-codepipeline-cfn-artifacts.html
// The error's message names the file and the line.
Result<GivenParameters> read_parameters(const std::vector<std::string>& values);

}  // namespace demarc
