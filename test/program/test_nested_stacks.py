"""Templates that consist of several files: nested stacks, includes, and imports of what another template exports."""
import unittest

from program import Folder

ACL = ("--select", "s3-public-acl")
CHILD = """Parameters:
  Acl: {Type: String, Default: Private}
Conditions:
  IsPublic: !Equals [!Ref Acl, PublicRead]
Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: !Ref Acl
  Site:
    Type: AWS::S3::Bucket
    Condition: IsPublic
    Properties: {AccessControl: PublicReadWrite}
Outputs:
  Acl: {Value: !Ref Acl}
  Bucket: {Value: !GetAtt Logs.Arn}
"""


class Files(Folder):
    maxDiff = None

    def found(self, *words):
        """One line a finding, then one a note."""
        report = self.demarc("check", *ACL, "--show", "unknown", "--format", "json", *words).json()
        lines = [f"{f['file']}:{f['line']}:{f['column']} {f['verdict']} {f['message']}" for f in report["findings"]]
        return lines + [f"{n['file']}:{n['line']}:{n['column']} note {n['message']}" for n in report["notes"]]


class NestedStacks(Files):
    def test_a_nested_template_is_judged_with_what_its_stack_hands_over(self):
        self.write("nested/child.yaml", CHILD)
        self.write("parent.yaml", """Resources:
  Nested:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: nested/child.yaml, Parameters: {Acl: PublicRead}}
""")
        expected = ["nested/child.yaml:9:22 fail Logs grants PublicRead to everyone",
                    "nested/child.yaml:13:33 fail Site grants PublicReadWrite to everyone"]
        self.assertEqual(self.found("parent.yaml"), expected)
        self.assertEqual(self.found("."), expected)
        self.assertEqual(self.found("parent.yaml", "nested/child.yaml"), expected)

    def test_what_is_not_handed_over_is_the_default(self):
        self.write("child.yaml", CHILD)
        self.write("parent.yaml", "Resources: {Nested: {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: ./child.yaml}}}\n")
        self.assertEqual(self.found("."), ["child.yaml:10:3 note Site is never created: its condition IsPublic holds with no parameters"])

    def test_the_parameters_of_the_parent_decide_in_the_child(self):
        self.write("child.yaml", CHILD)
        self.write("parent.yaml", """Parameters:
  Env: {Type: String, AllowedValues: [dev, prod], Default: prod}
Conditions:
  IsDev: !Equals [!Ref Env, dev]
Resources:
  Nested:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: child.yaml
      Parameters: {Acl: !If [IsDev, PublicRead, Private]}
""")
        self.assertEqual(self.found("."), ["child.yaml:9:22 fail Logs grants PublicRead to everyone, when IsDev is true (Env is dev)",
                                           "child.yaml:13:33 fail Site grants PublicReadWrite to everyone"])

    def test_outputs_of_a_nested_stack_have_the_values_that_its_template_gives_them(self):
        self.write("child.yaml", CHILD)
        self.write("parent.yaml", """Resources:
  Nested:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: child.yaml, Parameters: {Acl: PublicRead}}
  Mine:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: !GetAtt Nested.Outputs.Acl
  Other:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: !Sub "${Nested.Outputs.Nothing}"
""")
        self.assertEqual(self.found("parent.yaml"), [
            "parent.yaml:8:22 fail Mine grants PublicRead to everyone",
            "parent.yaml:12:22 unknown Other: cannot tell: AccessControl names Nested.Outputs.Nothing, which is not in this deployment",
            "child.yaml:9:22 fail Logs grants PublicRead to everyone",
            "child.yaml:13:33 fail Site grants PublicReadWrite to everyone",
            "parent.yaml:12:22 note the template of nested stack Nested has no output Nothing"])

    def test_a_stack_hands_on_what_another_one_puts_out(self):
        self.write("child.yaml", CHILD)
        self.write("parent.yaml", """Resources:
  B: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: child.yaml, Parameters: {Acl: !GetAtt A.Outputs.Acl}}}
  A: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: child.yaml, Parameters: {Acl: PublicRead}}}
""")
        self.assertEqual(self.found("."), ["child.yaml:9:22 fail Logs grants PublicRead to everyone",
                                           "child.yaml:13:33 fail Site grants PublicReadWrite to everyone"])

    def test_a_template_that_is_nested_twice_is_judged_in_both_places(self):
        self.write("child.yaml", CHILD)
        self.write("parent.yaml", """Resources:
  A: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: child.yaml, Parameters: {Acl: PublicRead}}}
  B: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: child.yaml, Parameters: {Acl: AuthenticatedRead}}}
""")
        self.assertEqual(self.found("."), ["child.yaml:9:22 fail Logs grants AuthenticatedRead to everyone",
                                           "child.yaml:9:22 fail Logs grants PublicRead to everyone",
                                           "child.yaml:13:33 fail Site grants PublicReadWrite to everyone",
                                           "child.yaml:10:3 note Site is never created: its condition IsPublic holds with no parameters"])

    def test_what_a_stack_makes_exists_where_the_stack_does(self):
        self.write("child.yaml", "Resources: {Logs: {Type: 'AWS::S3::Bucket', Properties: {AccessControl: PublicRead}}}\n")
        self.write("parent.yaml", """Parameters:
  Env: {Type: String, AllowedValues: [dev, prod]}
Conditions:
  Never: !And [!Equals [!Ref Env, dev], !Equals [!Ref Env, prod]]
Resources:
  Nested: {Type: AWS::CloudFormation::Stack, Condition: Never, Properties: {TemplateURL: child.yaml}}
""")
        self.assertEqual(self.found("."), ["parent.yaml:6:3 note Nested is never created: its condition Never holds with no parameters",
                                           "child.yaml:1:13 note Logs is never created: its condition Never holds with no parameters"])

    def test_templates_that_nest_themselves_are_refused(self):
        self.write("a.yaml", "Resources:\n  B: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: b.yaml}}\n")
        self.write("b.yaml", "Resources:\n  A: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: a.yaml}}\n"
                             "  Logs: {Type: AWS::S3::Bucket, Properties: {AccessControl: PublicRead}}\n")
        self.assertEqual(self.found("."), ["b.yaml:3:61 fail Logs grants PublicRead to everyone",
                                           "b.yaml:2:67 note a.yaml, the template of nested stack A, nests itself: what it makes is not judged"])

    def test_templates_elsewhere_are_one_note(self):
        self.write("parent.yaml", """Resources:
  A: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: "https://bucket.s3.amazonaws.com/a.yaml"}}
  B: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: !Sub "https://${AWS::Region}/b.yaml"}}
  C: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: missing.yaml}}
  D: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: /etc/hostname}}
  E: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ../../../../../../etc/hostname}}
  F: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: note.txt}}
""")
        self.write("note.txt", "no template\n")
        what = "what it makes is not judged"
        self.assertEqual(self.found("parent.yaml"), [
            "parent.yaml:2:67 note templates of nested stacks that are no local files are not read: what those stacks make is not judged",
            f"parent.yaml:4:67 note missing.yaml, the template of nested stack C, does not exist: {what}",
            f"parent.yaml:5:67 note /etc/hostname, the template of nested stack D, is not read, since it is no path from here: {what}",
            f"parent.yaml:6:67 note ../../../../../../etc/hostname, the template of nested stack E, is not read, since it lies outside of the repository: {what}",
            f"parent.yaml:7:67 note note.txt, the template of nested stack F, cannot be read: it is no template: {what}"])

    def test_the_template_of_a_CDK_stack_is_its_asset(self):
        self.write("Nested.nested.template.json", '{"Resources": {"Logs": {"Type": "AWS::S3::Bucket", "Properties": {"AccessControl": "PublicRead"}}}}')
        self.write("App.template.json", """{"Resources": {"Nested": {"Type": "AWS::CloudFormation::Stack",
  "Properties": {"TemplateURL": {"Fn::Join": ["", ["https://s3.", {"Ref": "AWS::Region"}, ".amazonaws.com/x"]]}},
  "Metadata": {"aws:cdk:path": "App/Nested", "aws:asset:path": "Nested.nested.template.json", "aws:asset:property": "TemplateURL"}}}}""")
        self.assertEqual(self.found("."), ["Nested.nested.template.json:1:84 fail Logs grants PublicRead to everyone"])

    def test_a_relation_leads_from_one_stack_to_another(self):
        self.write("mine/policy.yaml", """id: topic-without-subscription
title: Topic has no subscription
severity: low
category: governance
since: 1.0.0
for: AWS::SNS::Topic
require: {referred-by: AWS::SNS::Subscription, via: TopicArn}
message: has no subscription
""")
        self.write("topics.yaml", "Resources: {T: {Type: 'AWS::SNS::Topic'}, U: {Type: 'AWS::SNS::Topic'}}\nOutputs: {Arn: {Value: !Ref T}}\n")
        self.write("subscriptions.yaml", "Parameters: {Arn: {Type: String}}\n"
                                         "Resources: {S: {Type: 'AWS::SNS::Subscription', Properties: {TopicArn: !Ref Arn, Protocol: sqs}}}\n")
        self.write("parent.yaml", """Resources:
  Topics: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: topics.yaml}}
  Subscriptions: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: subscriptions.yaml, Parameters: {Arn: !GetAtt Topics.Outputs.Arn}}}
""")
        report = self.demarc("check", "--policies", "mine", "--select", "topic-without-subscription", "--format", "json", "parent.yaml").json()
        self.assertEqual([f["message"] for f in report["findings"]], ["U has no subscription"])


class Includes(Files):
    def test_what_a_file_brings_is_judged_in_its_place(self):
        self.write("parts/bucket.yaml", "Type: AWS::S3::Bucket\nProperties:\n  AccessControl: PublicRead\n")
        self.write("parts/more.json", '{"Site": {"Type": "AWS::S3::Bucket", "Properties": {"AccessControl": "PublicReadWrite"}}}')
        self.write("template.yaml", """Resources:
  Logs:
    Fn::Transform: {Name: AWS::Include, Parameters: {Location: parts/bucket.yaml}}
  Fn::Transform: {Name: AWS::Include, Parameters: {Location: ./parts/more.json}}
""")
        self.assertEqual(self.found("template.yaml"), ["parts/bucket.yaml:3:18 fail Logs grants PublicRead to everyone",
                                                       "parts/more.json:1:70 fail Site grants PublicReadWrite to everyone"])

    def test_a_file_at_the_top_brings_sections(self):
        self.write("common.yaml", "Mappings: {Acls: {all: {Acl: PublicRead}}}\nResources:\n  B: {Type: 'AWS::S3::Bucket', Properties: {AccessControl: PublicReadWrite}}\n")
        self.write("template.yaml", """Transform: {Name: AWS::Include, Parameters: {Location: common.yaml}}
Resources:
  A: {Type: AWS::S3::Bucket, Properties: {AccessControl: !FindInMap [Acls, all, Acl]}}
""")
        self.assertEqual(self.found("template.yaml"), ["template.yaml:3:58 fail A grants PublicRead to everyone",
                                                       "common.yaml:3:60 fail B grants PublicReadWrite to everyone"])

    def test_files_elsewhere_are_one_note_and_what_they_may_bring_is_not_known(self):
        self.write("template.yaml", """Resources:
  A:
    Type: AWS::S3::Bucket
    Properties:
      Fn::Transform: {Name: AWS::Include, Parameters: {Location: "s3://bucket/acl.yaml"}}
  B: {Type: AWS::S3::Bucket, Properties: {AccessControl: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: !Ref AWS::Region}}}}}
  C: {Type: AWS::S3::Bucket, Properties: {AccessControl: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: missing.yaml}}}}}
""")
        self.assertEqual(self.found("template.yaml"), [
            "template.yaml:5:7 unknown A: cannot tell: PublicAccessBlockConfiguration.IgnorePublicAcls may be changed by macro AWS::Include; "
            "OwnershipControls.Rules may be changed by macro AWS::Include; AccessControl may be changed by macro AWS::Include",
            "template.yaml:6:58 unknown B: cannot tell: AccessControl may be changed by macro AWS::Include",
            "template.yaml:7:58 unknown C: cannot tell: AccessControl may be changed by macro AWS::Include",
            "template.yaml:5:66 note files that AWS::Include takes from elsewhere than a local file are not read: what they bring is not judged",
            "template.yaml:7:118 note missing.yaml does not exist: what AWS::Include would bring is not judged"])

    def test_a_mistake_in_an_included_file_is_noted_at_its_line(self):
        self.write("bad.yaml", "a: [1\n")
        self.write("template.yaml", "Resources: {A: {Type: 'AWS::S3::Bucket', Properties: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: bad.yaml}}}}}\n")
        notes = [line for line in self.found("template.yaml") if " note " in line]
        self.assertEqual(len(notes), 1)
        self.assertTrue(notes[0].startswith("bad.yaml:1:4 note bad.yaml, which AWS::Include names, cannot be read: "), notes[0])


class Imports(Files):
    EXPORT = "Resources: {T: {Type: 'AWS::SNS::Topic'}}\nOutputs: {A: {Value: PublicRead, Export: {Name: acl}}}\n"

    def test_an_import_has_the_value_of_the_export(self):
        self.write("network.yaml", self.EXPORT)
        self.write("storage.yaml", "Resources:\n  Logs: {Type: AWS::S3::Bucket, Properties: {AccessControl: !ImportValue acl}}\n")
        self.assertEqual(self.found("."), ["storage.yaml:2:61 fail Logs grants PublicRead to everyone"])

    def test_an_import_that_nobody_in_the_run_exports_is_not_known(self):
        self.write("storage.yaml", "Resources:\n  Logs: {Type: AWS::S3::Bucket, Properties: {AccessControl: !ImportValue acl}}\n")
        self.assertEqual(self.found("."), ["storage.yaml:2:61 unknown Logs: cannot tell: AccessControl is imported from another stack (acl)"])

    def test_an_import_that_two_export_is_not_known(self):
        self.write("a.yaml", self.EXPORT)
        self.write("b.yaml", self.EXPORT)
        self.write("storage.yaml", "Resources:\n  Logs: {Type: AWS::S3::Bucket, Properties: {AccessControl: !ImportValue acl}}\n")
        self.assertEqual(self.found("."), ["storage.yaml:2:61 unknown Logs: cannot tell: AccessControl is imported from another stack (acl)",
                                           "storage.yaml:2:61 note several templates export acl: which one is imported is not known"])


class Loops(Folder):
    def test_a_template_whose_only_resources_are_made_by_a_loop(self):
        self.write("groups.yaml", """Transform: AWS::LanguageExtensions
Parameters:
  Stage: {Type: String, AllowedValues: [dev, prod], Default: prod}
Mappings:
  Groups: {dev: {Names: [Web, Admin]}, prod: {Names: [Web]}}
Resources:
  Fn::ForEach::Groups:
  - Name
  - !FindInMap [Groups, !Ref Stage, Names]
  - ${Name}Group:
      Type: AWS::EC2::SecurityGroup
      Properties:
        GroupDescription: !Sub "for ${Name}"
        SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0}
""")
        words = ("check", "--select", "security-group-open-ssh", "--format", "json", "groups.yaml")
        said = [f"{f['line']}:{f['column']} {f['resource']['address']}: {f['message']}" for f in self.demarc(*words).json()["findings"]]
        self.assertEqual(said, ["15:11 AdminGroup: AdminGroup lets 0.0.0.0/0 reach SSH (tcp 22)",
                                "15:11 WebGroup: WebGroup lets 0.0.0.0/0 reach SSH (tcp 22)"])
        said = [f["message"] for f in self.demarc(*words, "--parameters", "Stage=prod").json()["findings"]]
        self.assertEqual(said, ["WebGroup lets 0.0.0.0/0 reach SSH (tcp 22)"])


if __name__ == "__main__":
    unittest.main()
