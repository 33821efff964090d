#include <fmt/format.h>

#include <array>

#include "analyzer/policy/date.h"
#include "analyzer/policy/fields.h"
#include "analyzer/policy/tables.h"
#include "analyzer/policy/tests.h"
#include "analyzer/policy/types.h"

namespace demarc {
namespace {

constexpr std::array<std::string_view, 3> kFileKeys = {"source", "date", "rows"};
constexpr std::array<std::string_view, 9> kDefaultKeys = {"type",    "property", "attribute", "when",  "default",
                                                          "unknown", "since",    "dialect",   "source"};
constexpr std::array<std::string_view, 7> kCompanionKeys = {"type", "of", "by", "into", "take", "as", "source"};
constexpr std::array<std::string_view, 3> kIdentityKeys = {"type", "names", "source"};
constexpr std::array<std::string_view, 4> kDocumentKeys = {"type", "document", "path", "source"};
constexpr std::array<std::string_view, 5> kRuleKeys = {"type", "direction", "path", "form", "source"};
constexpr std::array<std::string_view, 2> kDialects = {"cloudformation", "terraform"};
constexpr std::array<std::string_view, 3> kAs = {"item", "value", "merge"};
constexpr std::array<std::string_view, 6> kDocuments = {"identity", "resource", "trust", "key", "endpoint", "boundary"};
constexpr std::array<std::string_view, 2> kDirections = {"ingress", "egress"};
constexpr std::array<std::string_view, 2> kForms = {"group", "acl"};

// Reads one row of a table that demarc itself knows.
class RowReader {
 public:
  RowReader(const Node& row, Names keys, const Vocabulary& vocabulary, Mistakes& mistakes, Catalog& catalog)
      : fields_(row, "a row", keys, mistakes), vocabulary_(vocabulary), mistakes_(mistakes), catalog_(catalog) {}

  bool good() const { return good_; }

  std::string type(std::string_view key) {
    std::optional<std::string> name = need_text(key);
    if (name && !is_type_name(*name)) wrong(*fields_.find(key), fmt::format("\"{}\" must be a type, not \"{}\"", key, *name));
    return name.value_or("");
  }

  Path path(std::string_view key) {
    std::optional<std::string> text = need_text(key);
    Result<Path> path = text ? read_path(*text) : Result<Path>(Path());
    if (path) return *std::move(path);
    wrong(*fields_.find(key), path.error().message);
    return {};
  }

  template <std::size_t N>
  std::size_t choice(std::string_view key, const std::array<std::string_view, N>& names) {
    const Node* node = fields_.need(key);
    std::optional<std::size_t> known = node ? read_name(*node, fmt::format("\"{}\"", key), names, mistakes_) : std::nullopt;
    good_ = good_ && known;
    return known.value_or(0);
  }

  DefaultRow default_row(const std::string& file_source) {
    DefaultRow row;
    row.type = type("type");
    row.attribute = fields_.has("attribute");
    if (row.attribute && fields_.has("property"))
      wrong(fields_.node(), "\"property\" and \"attribute\" in one row; write one of them");
    row.property = path(row.attribute ? "attribute" : "property");
    if (const Node* when = fields_.find("when")) read_when(*when, row);
    read_default(row);
    row.since = date("since");
    if (fields_.has("dialect")) row.dialect = static_cast<Dialect>(choice("dialect", kDialects));
    row.source = fields_.text("source").value_or(file_source);
    return row;
  }

  CompanionRow companion() {
    CompanionRow row;
    row.type = type("type");
    row.of = type("of");
    row.by = path("by");
    if (fields_.has("as")) row.as = static_cast<CompanionRow::As>(choice("as", kAs));
    bool merge = row.as == CompanionRow::As::merge;
    if (merge && fields_.has("into")) wrong(*fields_.find("into"), "\"into\" has no meaning with as: merge");
    row.into = merge ? std::string() : need_text("into").value_or("");
    row.take = fields_.text("take").value_or("");
    return row;
  }

  IdentityRow identity() {
    IdentityRow row;
    row.type = type("type");
    if (need("names")) row.names = fields_.texts("names");
    return row;
  }

  DocumentRow document() {
    DocumentRow row;
    row.type = type("type");
    // StatementTest::Document begins with `any`, which is not written.
    row.document = static_cast<StatementTest::Document>(choice("document", kDocuments) + 1);
    row.path = path("path");
    return row;
  }

  RuleRow rule() {
    RuleRow row;
    row.type = type("type");
    row.direction = static_cast<PortsTest::Direction>(choice("direction", kDirections));
    row.path = path("path");
    if (fields_.has("form")) row.acl = choice("form", kForms) == 1;
    return row;
  }

 private:
  void wrong(const Node& node, std::string message) {
    mistakes_.add(head_of(node), std::move(message));
    good_ = false;
  }

  const Node* need(std::string_view key) {
    const Node* node = fields_.need(key);
    good_ = good_ && node;
    return node;
  }

  std::optional<std::string> need_text(std::string_view key) {
    std::optional<std::string> text = fields_.needed_text(key);
    good_ = good_ && text;
    return text;
  }

  std::string date(std::string_view key) {
    std::string text = fields_.text(key).value_or("");
    if (!text.empty() && !day_number(text))
      wrong(*fields_.find(key), fmt::format("\"{}\" must be a day such as 2026-11-24, not \"{}\"", key, text));
    return text;
  }

  void read_when(const Node& when, DefaultRow& row) {
    Standing standing;
    standing.types = {{row.type, row.type, false, {}, {}}};
    standing.judged = standing.verdicts = false;
    row.when = read_condition(when, standing, Reading{catalog_, vocabulary_, mistakes_, {}, false});
    good_ = good_ && row.when;
  }

  void read_default(DefaultRow& row) {
    const Node* value = fields_.find("default");
    const Node* unknown = fields_.find("unknown");
    if (!value == !unknown) return wrong(fields_.node(), "a row needs either \"default\" or \"unknown\"");
    row.known = value != nullptr;
    if (value) row.value = copy_of(*value, catalog_.arena);
    if (unknown) row.unknown = need_text("unknown").value_or("");
  }

  Fields fields_;
  const Vocabulary& vocabulary_;
  Mistakes& mistakes_;
  Catalog& catalog_;
  bool good_ = true;
};

template <class Row>
void add(RowReader& reader, std::vector<Row>& rows, Row row) {
  if (reader.good()) rows.push_back(std::move(row));
}

void check_date(const Fields& fields, Mistakes& mistakes) {
  std::optional<std::string> date = fields.needed_text("date");
  if (date && !day_number(*date)) {
    mistakes.add(fields.find("date")->range, fmt::format("\"date\" must be a day such as 2026-11-24, not \"{}\"", *date));
  }
}

Names keys_of(RowKind kind) {
  switch (kind) {
    case RowKind::defaults: return kDefaultKeys;
    case RowKind::companions: return kCompanionKeys;
    case RowKind::identities: return kIdentityKeys;
    case RowKind::documents: return kDocumentKeys;
    case RowKind::rules: break;
  }
  return kRuleKeys;
}

}  // namespace

std::vector<CatalogError> read_assumptions(const Node& rows, std::uint32_t set, const std::string& origin,
                                           const Vocabulary& vocabulary, Catalog& catalog) {
  std::vector<CatalogError> errors;
  Mistakes mistakes(origin, errors);
  std::vector<DefaultRow> assumed;
  for (const Node& node : rows.items()) {
    RowReader row(node, kDefaultKeys, vocabulary, mistakes, catalog);
    if (node.kind == NodeKind::map) add(row, assumed, row.default_row(origin));
  }
  for (DefaultRow& row : assumed) row.assumption = set;
  catalog.defaults.insert(catalog.defaults.begin(), std::make_move_iterator(assumed.begin()), std::make_move_iterator(assumed.end()));
  return errors;
}

void read_rows(RowKind kind, const CatalogFile& file, const Vocabulary& vocabulary, Mistakes& mistakes, Catalog& catalog) {
  Fields fields(*file.root, "a table", kFileKeys, mistakes);
  std::string source = fields.needed_text("source").value_or("");
  check_date(fields, mistakes);
  const Node* rows = fields.need("rows");
  if (rows && rows->kind != NodeKind::list)
    mistakes.add(head_of(*rows), fmt::format("\"rows\" must be a list, not {}", described(*rows)));
  if (!rows || rows->kind != NodeKind::list) return;
  std::vector<DefaultRow> defaults;
  for (const Node& node : rows->items()) {
    RowReader row(node, keys_of(kind), vocabulary, mistakes, catalog);
    if (node.kind != NodeKind::map) continue;
    switch (kind) {
      case RowKind::defaults: add(row, defaults, row.default_row(source)); break;
      case RowKind::companions: add(row, catalog.companions, row.companion()); break;
      case RowKind::identities: add(row, catalog.identities, row.identity()); break;
      case RowKind::documents: add(row, catalog.documents, row.document()); break;
      case RowKind::rules: add(row, catalog.rules, row.rule()); break;
    }
  }
  // A user's rows are asked before the built-in ones.
  auto at = file.built_in ? catalog.defaults.end() : catalog.defaults.begin();
  catalog.defaults.insert(at, std::make_move_iterator(defaults.begin()), std::make_move_iterator(defaults.end()));
}

}  // namespace demarc
