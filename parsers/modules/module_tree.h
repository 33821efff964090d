#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/hcl/block.h"
#include "parsers/text/source.h"

namespace demarc {

// The source files of one Terraform module.
struct Module {
  std::string folder;
  std::vector<HclFile> files;               // override files first, since what they say wins
  std::vector<const SourceFile*> sources;   // one per file
};

// A block of a module: where it stands, and the text around it.
struct ModuleBlock {
  const HclBlock* block = nullptr;
  const SourceFile* source = nullptr;
};

// Whether a file adds to what others declare: https://developer.hashicorp.com/terraform/language/files/override
bool is_override(std::string_view path);

// The blocks of a type with these labels, in the order of the module's files. No labels: every one of the type.
std::vector<ModuleBlock> blocks_of(const Module& module, std::string_view type, const std::vector<std::string_view>& labels);

// The modules of a Terraform configuration as they lie in folders, read when they are asked for.
class ModuleTree {
 public:
  // The source files of a folder (.tf, .tf.json, .tofu, .tofu.json), sorted by name. None where there is no such folder.
  using Load = std::function<std::vector<const SourceFile*>(const std::string& folder)>;

  // `manifest` is .terraform/modules/modules.json, which says where installed modules lie, relative to root; may be null.
  ModuleTree(std::string root, const SourceFile* manifest, Load load);

  // Where following a module's address ends: in the module itself, or at the call of one whose source is not at hand.
  struct Reached {
    const Module* module = nullptr;  // null: not even the root module has sources
    ModuleBlock call;                // set: its source is not at hand
  };

  // Requires: path is a module's address without indices, module.a.module.b; empty for the root.
  Reached follow(std::string_view path);

 private:
  const Module& load(const std::string& folder);
  std::string folder_of(const std::string& key, const Module& caller, const ModuleBlock& call) const;

  std::string root_;
  Load load_;
  std::map<std::string, std::string> installed_;  // a.b → folder
  std::map<std::string, Module> modules_;         // by folder
};

}  // namespace demarc
