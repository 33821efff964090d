"""Templates of AWS SAM and AWS CDK, as a user runs demarc over them."""
import json
import time
import unittest

from program import DAY, Folder

WORKER = """Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Tracing: PassThrough
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Metadata: {team: a}
    Properties:
      Handler: app.main
      Runtime: python3.13
      CodeUri: src/
      Policies: [AdministratorAccess]
      FunctionUrlConfig: {AuthType: NONE}
      Events:
        Get: {Type: Api, Properties: {Path: /x, Method: get}}
"""
CONSTRUCT = {
    "Resources": {
        "Topic0A24BD52": {"Type": "AWS::SNS::Topic", "Metadata": {"aws:cdk:path": "Stack/Alerts/Resource"}},
        "CDKMetadata": {"Type": "AWS::CDK::Metadata", "Properties": {"Analytics": "v2:deflate64:H4sIAAAAAAAA/zPSM9YzUEwsL9ZNTsnWzclM0qsOLknMTtZxTsvzSy3JL0vMzQXKBKUW55cWJafqOOflFZdk5iVn5qRkFhfo5GQm5+QnZ+sFFKUWJJakBqUW65UZ6hkagoyoBQDfTiVCawAAAA=="},
                        "Metadata": {"aws:cdk:path": "Stack/CDKMetadata/Default"}, "Condition": "CDKMetadataAvailable"},
        "Handler886CB40B": {"Type": "AWS::Lambda::Function", "Metadata": {"aws:cdk:path": "Stack/Handler/Resource"}, "Properties": {
            "Code": {"S3Bucket": {"Fn::Sub": "cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}"},
                     "S3Key": {"Fn::Join": ["", [{"Fn::Select": [0, {"Fn::Split": ["||", {"Ref": "AssetParametersS3VersionKey0B7C2D1E"}]}]}]]}},
            "Role": {"Fn::Sub": ["arn:aws:iam::${Account}:role/${Name}", {"Account": {"Ref": "AWS::AccountId"}, "Name": "handler"}]},
            "Handler": "index.handler", "Runtime": "nodejs24.x"}}},
    "Conditions": {"CDKMetadataAvailable": {"Fn::Equals": [{"Ref": "AWS::Region"}, "us-east-1"]}},
    "Parameters": {
        "AssetParametersS3VersionKey0B7C2D1E": {"Type": "String", "Description": "S3 key for asset version"},
        "BootstrapVersion": {"Type": "AWS::SSM::Parameter::Value<String>", "Default": "/cdk-bootstrap/hnb659fds/version"}},
    "Rules": {"CheckBootstrapVersion": {"Assertions": [{
        "Assert": {"Fn::Not": [{"Fn::Contains": [["1", "2", "3", "4", "5"], {"Ref": "BootstrapVersion"}]}]},
        "AssertDescription": "CDK bootstrap stack version 6 required."}]}}}


def heads(run):
    """The first lines of findings and notes."""
    return [line for line in run.out.splitlines() if line.startswith(("template", "stack"))]


class Serverless(Folder):
    def check(self, *words):
        return self.demarc("check", "--as-of", DAY, "--profile", "strict", "--min-severity", "note", *words)

    def test_what_a_function_implies_is_found_at_the_function_its_properties_and_its_events(self):
        self.write("template.yaml", WORKER)
        run = self.check("--select", "lambda-url-public,lambda-tracing-off,iam-administrator-attached,apigateway-access-logs-off", "template.yaml")
        self.assertEqual(heads(run), [
            "template.yaml:4:14: note lambda-tracing-off: Worker has Tracing PassThrough",
            "template.yaml:13:18: high iam-administrator-attached: WorkerRole is given arn:aws:iam::aws:policy/AdministratorAccess",
            "template.yaml:14:37: medium lambda-url-public: WorkerUrl has AuthType NONE: callers need no signature",
            "template.yaml:16:9: low apigateway-access-logs-off: ServerlessRestApiProdStage writes no access log"])
        self.assertEqual(run.status, 1)

    def test_json_says_the_type_that_is_written_and_the_one_that_is_implied(self):
        self.write("template.yaml", WORKER)
        findings = self.check("--select", "lambda-tracing-off,iam-administrator-attached", "--format", "json", "template.yaml").json()["findings"]
        self.assertEqual([finding["resource"] for finding in findings],
                         [{"address": "Worker", "type": "AWS::Serverless::Function",
                           "parts": ["WorkerURLInvokeAllowPublicAccess", "WorkerUrlPublicPermissions", "WorkerGetPermissionProd"]},
                          {"address": "WorkerRole", "type": "AWS::IAM::Role", "parts": []}])

    def test_globals_that_would_make_too_much_end_in_a_note(self):
        variables = ", ".join(f"V{i}: x" for i in range(5000))
        functions = "".join(f"  F{i}: {{Type: AWS::Serverless::Function}}\n" for i in range(5000))
        self.write("template.yaml", "Transform: AWS::Serverless-2016-10-31\nGlobals: {Function: {Environment: {Variables: {" + variables +
                   "}}}}\nResources:\n" + functions)
        begin = time.monotonic()
        run = self.check("--select", "lambda-tracing-off", "template.yaml")
        self.assertLess(time.monotonic() - begin, 20)
        self.assertIn("template.yaml:3:1: note: what the resources of AWS::Serverless imply is too large to be judged: they are left as they are",
                      run.out.splitlines())


class Construct(Folder):
    def check(self, *words):
        return self.demarc("check", "--as-of", DAY, "--profile", "strict", "--min-severity", "note", *words)

    def test_a_finding_names_the_construct_and_what_cdk_adds_by_itself_is_silent(self):
        self.write("stack.template.json", json.dumps(CONSTRUCT, indent=1))
        run = self.check("--show", "unknown", "stack.template.json")
        self.assertEqual([line.split(" ", 1)[1] for line in heads(run) if "note" not in line.split()[1]],
                         ["low sns-topic-unencrypted: Topic0A24BD52 (Stack/Alerts/Resource) names no key"])
        for word in ("CDKMetadata", "Bootstrap", "AssetParameters"):
            self.assertNotIn(word, "".join(heads(run)))

    def test_the_construct_stands_in_json_and_in_sarif(self):
        self.write("stack.template.json", json.dumps(CONSTRUCT))
        finding = self.check("--select", "sns-topic-unencrypted", "--format", "json", "stack.template.json").json()["findings"][0]
        self.assertEqual(finding["resource"], {"address": "Topic0A24BD52", "type": "AWS::SNS::Topic", "parts": [],
                                               "cdkPath": "Stack/Alerts/Resource"})
        result = self.check("--select", "sns-topic-unencrypted", "--format", "sarif", "stack.template.json").json()["runs"][0]["results"][0]
        self.assertEqual(result["locations"][0]["logicalLocations"], [
            {"fullyQualifiedName": "Topic0A24BD52", "kind": "resource"},
            {"fullyQualifiedName": "Stack/Alerts/Resource", "kind": "construct"}])


if __name__ == "__main__":
    unittest.main()
