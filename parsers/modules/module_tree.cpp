#include "parsers/modules/module_tree.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "parsers/document/read.h"
#include "parsers/hcl/read.h"
#include "parsers/terraform/address.h"

namespace demarc {
namespace {

constexpr std::size_t kDeepest = 50;  // modules within modules

bool is_json(std::string_view name) { return name.ends_with(".json"); }

std::string joined(const std::string& folder, std::string_view path) {
  return (std::filesystem::path(folder) / path).lexically_normal().generic_string();
}

// The files that `terraform init` wrote down: https://developer.hashicorp.com/terraform/cli/commands/init
std::map<std::string, std::string> read_manifest(const SourceFile& manifest, const std::string& root) {
  std::map<std::string, std::string> folders;
  Result<Document> document = read_json(manifest);
  const Node* modules = document && document->root.kind == NodeKind::map ? document->root.find("Modules") : nullptr;
  if (modules == nullptr || modules->kind != NodeKind::list) return folders;
  for (const Node& module : modules->items()) {
    const Node* key = module.kind == NodeKind::map ? module.find("Key") : nullptr;
    const Node* folder = key != nullptr ? module.find("Dir") : nullptr;
    if (folder == nullptr || key->kind != NodeKind::text || folder->kind != NodeKind::text) continue;
    folders[std::string(key->text())] = joined(root, folder->text());
  }
  return folders;
}

std::string_view source_of(const ModuleBlock& call) {
  for (const HclAttribute& attribute : call.block->attributes) {
    if (attribute.name != "source") continue;
    std::string_view text = call.source->text().substr(attribute.value.begin, attribute.value.end - attribute.value.begin);
    return text.size() >= 2 ? text.substr(1, text.size() - 2) : std::string_view();
  }
  return {};
}

}  // namespace

bool is_override(std::string_view path) {
  std::string_view name = path.substr(path.rfind('/') + 1);
  name = name.substr(0, name.find('.'));
  return name == "override" || name.ends_with("_override");
}

std::vector<ModuleBlock> blocks_of(const Module& module, std::string_view type, const std::vector<std::string_view>& labels) {
  std::vector<ModuleBlock> found;
  for (std::size_t i = 0; i < module.files.size(); ++i) {
    for (const HclBlock& block : module.files[i].root.blocks) {
      if (block.type == type && (labels.empty() || block.labels == labels)) found.push_back({&block, module.sources[i]});
    }
  }
  return found;
}

ModuleTree::ModuleTree(std::string root, const SourceFile* manifest, Load load) : root_(std::move(root)), load_(std::move(load)) {
  if (manifest != nullptr) installed_ = read_manifest(*manifest, root_);
}

const Module& ModuleTree::load(const std::string& folder) {
  auto [at, added] = modules_.try_emplace(folder);
  Module& module = at->second;
  if (!added) return module;
  module.folder = folder;
  module.sources = load_(folder);
  std::stable_partition(module.sources.begin(), module.sources.end(), [](const SourceFile* file) { return is_override(file->name()); });
  for (const SourceFile* file : module.sources) {
    module.files.push_back(is_json(file->name()) ? read_hcl_json(*file) : read_hcl(*file));
  }
  return module;
}

// A local path wins over the manifest, which may be older.
std::string ModuleTree::folder_of(const std::string& key, const Module& caller, const ModuleBlock& call) const {
  std::string_view source = source_of(call);
  if (source.starts_with("./") || source.starts_with("../")) return joined(caller.folder, source);
  auto found = installed_.find(key);
  return found == installed_.end() ? std::string() : found->second;
}

ModuleTree::Reached ModuleTree::follow(std::string_view path) {
  Reached reached{&load(root_), {}};
  if (reached.module->files.empty()) return {};
  std::vector<AddressStep> steps = address_steps(path);
  std::string key;
  for (std::size_t i = 1; i < steps.size() && i < 2 * kDeepest; i += 2) {
    key += (key.empty() ? "" : ".") + std::string(steps[i].name);
    std::vector<ModuleBlock> calls = blocks_of(*reached.module, "module", {steps[i].name});
    if (calls.empty()) return {};
    std::string folder = folder_of(key, *reached.module, calls.back());
    const Module* inner = folder.empty() ? nullptr : &load(folder);
    if (inner == nullptr || inner->files.empty()) {
      reached.call = calls.back();
      return reached;
    }
    reached.module = inner;
  }
  return reached;
}

}  // namespace demarc
