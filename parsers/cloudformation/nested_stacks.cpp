#include "parsers/cloudformation/nested_stacks.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "parsers/cloudformation/distribute.h"
#include "parsers/cloudformation/expression.h"
#include "parsers/cloudformation/formula.h"
#include "parsers/cloudformation/members.h"
#include "parsers/cloudformation/reading.h"
#include "parsers/cloudformation/scalar.h"
#include "parsers/document/read.h"

namespace demarc {
namespace {

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html
// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-application.html
struct Nests {
  std::string_view type;
  std::string_view location;
};
constexpr std::array<Nests, 2> kNesting = {{
    {"AWS::CloudFormation::Stack", "TemplateURL"},
    {"AWS::Serverless::Application", "Location"},
}};

constexpr std::size_t kMostDepth = 10;
constexpr Scope kMostStacks = 200;  // below one template

// Where the CDK keeps the file of which it uploads a copy.
// https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.cx_api-readme.html
const Node* asset_path(const Node& resource, std::string_view property) {
  const Node* metadata = resource.find("Metadata");
  const Node* of = metadata == nullptr ? nullptr : metadata->find("aws:asset:property");
  if (of == nullptr || !of->is_scalar() || of->text() != property) return nullptr;
  const Node* path = metadata->find("aws:asset:path");
  return path != nullptr && path->is_scalar() ? path : nullptr;
}

const Node* location_of(const Node& resource) {
  const Node* type = resource.find("Type");
  const Node* properties = resource.find("Properties");
  if (type == nullptr || properties == nullptr || !type->is_scalar()) return nullptr;
  for (const Nests& row : kNesting) {
    if (row.type != type->text()) continue;
    if (const Node* path = asset_path(resource, row.location)) return path;
    return properties->find(row.location);
  }
  return nullptr;
}

}  // namespace

void NestedStacks::declare(const Node& resources) {
  if (neighbours_ == nullptr) return;
  for (const Member* member : effective_members(resources)) {
    const Node* location = location_of(member->value);
    if (location == nullptr) continue;
    index_[member->key] = stacks_.size();
    stacks_.emplace_back();
    stacks_.back().member = member;
    stacks_.back().location = location;
  }
}

std::optional<Value> NestedStacks::output(std::string_view stack, std::string_view name, Place place) {
  const auto found = index_.find(stack);
  if (found == index_.end()) return std::nullopt;
  Stack& nested = stacks_[found->second];
  if (nested.state == State::untouched) follow(nested);
  if (nested.state == State::absent) return std::nullopt;
  const std::string mention = fmt::format("{}.Outputs.{}", stack, name);
  const std::string_view kept = names_.graph.arena.store(std::string_view(mention));
  if (nested.state == State::open) {
    names_.note_once("cycle", mention, fmt::format("{} depends on itself", mention), place.range);
    return names_.unknown(Why::attribute, kept, place);
  }
  const auto output = nested.outputs.find(name);
  if (output == nested.outputs.end()) {
    names_.note_once("undeclared", mention, fmt::format("the template of nested stack {} has no output {}", stack, name),
                     place.range);
    return names_.unknown(Why::not_in_deployment, kept, place);
  }
  return placed(output->second, place, names_);
}

void NestedStacks::finish() {
  for (Stack& stack : stacks_) {
    if (stack.state == State::untouched) follow(stack);
    if (stack.state == State::read) names_.graph.append(std::move(stack.graph));
  }
}

void NestedStacks::follow(Stack& stack) {
  stack.state = State::open;
  const Value location = Expressions(names_, Purpose::property).value(*stack.location);
  const std::string_view text = location.is_scalar() ? location.scalar() : std::string_view();
  const SourceFile* file = nullptr;
  if (is_local(text)) {
    file = locate(stack, text);
  } else {
    names_.note_once("nested-stack", {},
                     "templates of nested stacks that are no local files are not read: what those stacks make is not judged",
                     stack.location->range);
  }
  if (file == nullptr) {
    stack.state = State::absent;
    return;
  }
  read(stack, *file);
}

const SourceFile* NestedStacks::refuse(const Stack& stack, std::string_view location, std::string_view why) {
  names_.note("nested-stack", fmt::format("{}, the template of nested stack {}, {}: what it makes is not judged", location,
                                          stack.member->key, why),
              stack.location->range);
  return nullptr;
}

const SourceFile* NestedStacks::locate(const Stack& stack, std::string_view location) {
  const Result<const SourceFile*> file = neighbours_->locate(names_.place(*stack.location).file, location);
  if (!file) return refuse(stack, location, file.error().message);
  std::size_t depth = 0;
  for (const Nesting* each = &nesting_; each != nullptr; each = each->outer, ++depth) {
    if (each->file == (*file)->id()) return refuse(stack, location, "nests itself");
  }
  if (depth > kMostDepth) return refuse(stack, location, "is nested too deep");
  if (neighbours_->nested >= kMostStacks) return refuse(stack, location, "is one nested stack too many");
  return *file;
}

void NestedStacks::read(Stack& stack, const SourceFile& file) {
  stack.state = State::absent;
  Result<Document> document = read_document(file);
  std::optional<Error> error;
  if (!document) {
    error = document.error();
  } else if (!looks_like_template(document->root)) {
    error = Error{"it is no template", {}, {}};
  } else {
    stack.state = State::open;
    Declarations child(file.id(), neighbours_->first_nested + neighbours_->nested++, names_);
    hand_over(stack, child);
    error = read_into(child, *std::move(document), file, given_, neighbours_, {file.id(), &nesting_});
    if (!error) return take(stack, child);
    stack.state = State::absent;
  }
  refuse(stack, file.name(), fmt::format("cannot be read: {}", error->message));
}

// The account and region are those of the stack around it.
void NestedStacks::hand_over(const Stack& stack, Declarations& child) {
  for (const std::string_view shared : {"AWS::AccountId", "AWS::Partition", "AWS::Region", "AWS::URLSuffix"}) {
    const auto found = names_.parameters.find(shared);
    if (found != names_.parameters.end()) child.parameters[shared] = found->second;
  }
  child.handed.emplace();
  const Node* node = stack.member->value.find("Properties")->find("Parameters");
  if (node == nullptr) return;
  const Value parameters = Expressions(names_, Purpose::condition).value(*node);
  if (parameters.is(Value::Kind::map)) {
    for (const Entry& entry : parameters.entries()) child.handed->values.emplace(entry.key, entry.value);
  } else if (!parameters.is_null()) {
    child.handed->others = names_.unknown(Why::intrinsic, "Parameters", parameters.place);
  }
}

void NestedStacks::take(Stack& stack, Declarations& child) {
  stack.state = State::read;
  const Node* node = stack.member->value.find("Condition");
  const bool named = node != nullptr && node->is_scalar() && node->kind != NodeKind::null;
  const Condition* exists = named ? names_.condition(scalar_text(*node), node->range) : nullptr;
  constexpr std::string_view kOutputs = "Outputs.";
  for (Resource& resource : child.graph.resources) {
    if (exists != nullptr) resource.condition = resource.condition == nullptr ? exists : all({exists, resource.condition}, names_);
    const Entry* value = resource.type == "template.output" ? resource.properties.find("Value") : nullptr;
    if (value == nullptr || resource.scope != child.scope()) continue;
    stack.outputs.emplace(resource.address.substr(kOutputs.size()), value->value);
  }
  names_.compared.insert(names_.compared.end(), child.compared.begin(), child.compared.end());
  stack.graph = std::move(child.graph);
}

}  // namespace demarc
