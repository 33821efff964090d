#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "analyzer/policy/nearest.h"
#include "analyzer/policy/policies.h"
#include "analyzer/policy/settings.h"
#include "analyzer/policy/tables.h"

namespace demarc {
namespace {

enum class FileKind : std::uint8_t { settings, table, rows, policy, proof };

constexpr std::pair<std::string_view, RowKind> kRowFiles[] = {
    {"tables/companions", RowKind::companions},
    {"tables/identities", RowKind::identities},
    {"tables/documents", RowKind::documents},
    {"tables/rules", RowKind::rules},
};

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}
bool begins_with(std::string_view text, std::string_view begin) { return text.substr(0, begin.size()) == begin; }

// Users write .yaml or .yml.
std::string_view without_extension(std::string_view path) { return path.substr(0, path.rfind('.')); }

std::optional<RowKind> row_kind(std::string_view path) {
  if (begins_with(path, "tables/defaults/")) return RowKind::defaults;
  for (auto [file, kind] : kRowFiles) {
    if (without_extension(path) == file) return kind;
  }
  return std::nullopt;
}

bool is_proof(std::string_view path) {
  for (std::string_view end : {".template.yaml", ".template.yml", ".template.json", ".plan.json", ".tf"}) {
    if (ends_with(path, end)) return true;
  }
  return false;
}

FileKind kind_of(std::string_view path) {
  if (is_proof(path)) return FileKind::proof;
  if (without_extension(path) == "settings") return FileKind::settings;
  if (row_kind(path)) return FileKind::rows;
  return begins_with(path, "tables/") ? FileKind::table : FileKind::policy;
}

std::string table_name(std::string_view path) {
  path.remove_prefix(std::string_view("tables/").size());
  return std::string(without_extension(path));
}

// Reads all files into a catalog; a member for each kind of file.
class CatalogReader {
 public:
  CatalogReader(std::span<const CatalogFile> files, const SettingValues& given, const Vocabulary& vocabulary, Catalog& catalog)
      : files_(files), given_(given), vocabulary_(vocabulary), catalog_(catalog), found_(files.size()) {
    kinds_.reserve(files.size());
    for (const CatalogFile& file : files) kinds_.push_back(kind_of(file.path));
  }

  std::vector<CatalogError> read() {
    each(FileKind::settings, [this](const CatalogFile& file, Mistakes& mistakes) { read_shared(file, mistakes); });
    each(FileKind::table, [this](const CatalogFile& file, Mistakes& mistakes) { read_plain_table(file, mistakes); });
    each(FileKind::rows, [this](const CatalogFile& file, Mistakes& mistakes) {
      read_rows(*row_kind(file.path), file, vocabulary_, mistakes, catalog_);
    });
    for (const Policy& policy : catalog_.policies) files_by_id_.emplace(policy.id, policy.file);
    each(FileKind::policy, [this](const CatalogFile& file, Mistakes& mistakes) { read_one_policy(file, mistakes); });
    each(FileKind::policy, [this](const CatalogFile& file, Mistakes& mistakes) {
      check_ids(file, mistakes);
      if (mistakes.any()) drop(file);
    });
    std::sort(catalog_.policies.begin(), catalog_.policies.end(), [](const Policy& a, const Policy& b) { return a.id < b.id; });
    return all_errors();
  }

 private:
  template <class Read>
  void each(FileKind kind, Read read) {
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (kinds_[i] != kind) continue;
      Mistakes mistakes(files_[i].path, found_[i]);
      read(files_[i], mistakes);
    }
  }

  void read_shared(const CatalogFile& file, Mistakes& mistakes) {
    for (Setting& setting : read_settings(*file.root, "", given_, mistakes, given_errors_)) {
      if (file.built_in && catalog_.settings.count(setting.name)) {
        const Member* member = file.root->find_member(setting.name);
        mistakes.add(member->key_range, fmt::format("there is a shared setting \"{}\" already", setting.name));
      } else {
        std::string name = setting.name;
        catalog_.settings.insert_or_assign(std::move(name), std::move(setting));
      }
    }
  }

  void read_plain_table(const CatalogFile& file, Mistakes& mistakes) {
    std::unique_ptr<Table> table = read_table(table_name(file.path), *file.root, mistakes, catalog_.arena);
    if (!table) return;
    std::unique_ptr<Table>& slot = catalog_.tables[table->name];
    if (slot && file.built_in) {
      mistakes.add(file.root->range, fmt::format("there is a table \"{}\" already", table->name));
    } else if (slot) {
      // Policies point to the table that they know: it changes in place.
      *slot = std::move(*table);
    } else {
      slot = std::move(table);
    }
  }

  void read_one_policy(const CatalogFile& file, Mistakes& mistakes) {
    std::optional<Policy> policy = read_policy(file, given_, vocabulary_, catalog_, mistakes, given_errors_);
    const Node* id = file.root->find("id");
    if (!id || !id->is_scalar()) return;
    auto [first, is_new] = files_by_id_.emplace(std::string(id->text()), file.path);
    if (!is_new) {
      mistakes.add(id->range, fmt::format("id \"{}\" is taken by {}", id->text(), first->second));
    } else if (policy) {
      catalog_.policies.push_back(*std::move(policy));
    }
  }

  // Former ids are free for ever, successors are there.
  void check_ids(const CatalogFile& file, Mistakes& mistakes) {
    for_each_id(file.root->find("replaces"), [&](const Node& id) {
      auto taken = files_by_id_.find(id.text());
      if (taken == files_by_id_.end()) return;
      mistakes.add(id.range, fmt::format("\"{}\" is replaced and is still an id, in {}", id.text(), taken->second));
    });
    const Node* deprecated = file.root->find("deprecated");
    for_each_id(deprecated ? deprecated->find("instead") : nullptr, [&](const Node& id) {
      if (files_by_id_.count(id.text())) return;
      std::vector<std::string_view> ids;
      for (const auto& [known, path] : files_by_id_) ids.push_back(known);
      mistakes.add(id.range, fmt::format("there is no policy \"{}\"{}", id.text(), did_you_mean(id.text(), ids)));
    });
  }

  void drop(const CatalogFile& file) {
    std::erase_if(catalog_.policies,
                  [&](const Policy& policy) { return policy.file == file.path && policy.built_in == file.built_in; });
  }

  template <class Use>
  static void for_each_id(const Node* ids, Use use) {
    if (!ids) return;
    std::span<const Node> items = ids->kind == NodeKind::list ? ids->items() : std::span<const Node>(ids, 1);
    for (const Node& item : items) {
      if (item.is_scalar()) use(item);
    }
  }

  std::vector<CatalogError> all_errors() {
    std::vector<CatalogError> errors;
    for (const std::string& message : given_errors_) errors.push_back({"", {}, message});
    for (std::vector<CatalogError>& of_file : found_) {
      errors.insert(errors.end(), std::make_move_iterator(of_file.begin()), std::make_move_iterator(of_file.end()));
    }
    return errors;
  }

  std::span<const CatalogFile> files_;
  const SettingValues& given_;
  const Vocabulary& vocabulary_;
  Catalog& catalog_;
  std::vector<FileKind> kinds_;                   // of each file
  std::vector<std::vector<CatalogError>> found_;  // for each file
  std::vector<std::string> given_errors_;
  std::map<std::string, std::string, std::less<>> files_by_id_;
};

}  // namespace

const Policy* Catalog::find(std::string_view id) const {
  auto found = std::lower_bound(policies.begin(), policies.end(), id,
                                [](const Policy& policy, std::string_view wanted) { return policy.id < wanted; });
  return found != policies.end() && found->id == id ? &*found : nullptr;
}

std::vector<CatalogError> read_catalog(std::span<const CatalogFile> files, const SettingValues& given,
                                       const Vocabulary& vocabulary, Catalog& catalog) {
  return CatalogReader(files, given, vocabulary, catalog).read();
}

std::vector<std::string> undeclared_settings(const SettingValues& given, const Catalog& catalog) {
  std::vector<std::string> names, errors;
  for (const auto& [name, setting] : catalog.settings) names.push_back(name);
  for (const Policy& policy : catalog.policies) {
    for (const Setting& setting : policy.settings) names.push_back(policy.id + "." + setting.name);
  }
  std::vector<std::string_view> views(names.begin(), names.end());
  for (const auto& [name, values] : given) {
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    errors.push_back(fmt::format("there is no setting {}{}", name, did_you_mean(name, views)));
  }
  return errors;
}

}  // namespace demarc
