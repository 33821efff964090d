#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analyzer/policy/absent.h"
#include "analyzer/policy/operands.h"
#include "analyzer/policy/paths.h"
#include "analyzer/policy/tests.h"
#include "analyzer/policy/types.h"

namespace demarc {
namespace {

constexpr std::array<std::string_view, 5> kSomeKeys = {"some", "where", "at-least", "distinct", "absent"};
constexpr std::array<std::string_view, 3> kEveryKeys = {"every", "where", "absent"};
constexpr std::array<std::string_view, 7> kRelationKeys = {"where", "at-least", "distinct", "absent", "via", "by", ""};
constexpr std::array<std::string_view, 5> kExistsKeys = {"exists", "where", "at-least", "distinct", "absent"};

// A path that is the same for all types.
std::optional<Path> read_single(const Node& node, std::string_view what, const Standing& standing, const Reading& reading) {
  std::optional<Paths> paths = read_paths(node, what, standing, reading);
  if (!paths || paths->empty()) return std::nullopt;
  for (const TypedPath& typed : *paths) {
    if (typed.path.text == paths->front().path.text) continue;
    reading.mistakes.add(head_of(node), fmt::format("{} must be one path for all types", what));
    return std::nullopt;
  }
  return std::move(paths->front().path);
}

// Reads `where`, `at-least` and `distinct` of what is counted. False where there are mistakes.
template <class Counted>
bool read_counted(const Fields& fields, const Standing& standing, const Reading& reading, Counted& counted) {
  bool good = true;
  if (const Node* where = fields.find("where")) {
    counted.where = read_condition(*where, standing, reading);
    good = counted.where != nullptr;
  }
  if (const Node* least = fields.find("at-least")) {
    std::optional<std::uint32_t> count = read_count(*least, "\"at-least\"", reading);
    counted.at_least = count.value_or(1);
    good = good && count;
  }
  if (const Node* distinct = fields.find("distinct")) {
    counted.distinct = read_single(*distinct, "\"distinct\"", standing, reading);
    good = good && counted.distinct;
  }
  return good;
}

// The other side of a relation: it stands for itself, outside of any items.
Standing of_types(Standing standing, std::vector<SpokenType> types) {
  standing.types = std::move(types);
  return standing;
}

bool read_by(const Node& node, const Standing& standing, const Reading& reading, Relation& relation) {
  std::span<const Node> items = node.kind == NodeKind::list ? node.items() : std::span<const Node>(&node, 1);
  for (const Node& item : items) {
    std::optional<Path> path = read_single(item, "\"by\"", standing, reading);
    if (!path) return false;
    relation.by.push_back(*std::move(path));
  }
  return true;
}

Relation::Direction direction_of(std::string_view key) {
  if (key == "refers-to") return Relation::Direction::refers_to;
  return key == "referred-by" ? Relation::Direction::referred_by : Relation::Direction::exists;
}

// Unsaid, finding none is a plain no.
Truth read_relation_absence(const Node* own, const Standing& standing, const Reading& reading, Relation& relation) {
  relation.absent_said = own || (standing.relation_alone && standing.absent);
  if (!relation.absent_said) return Truth::no;
  return read_absent(own, {nullptr, false, false, false, "", {}}, standing, reading);
}

}  // namespace

std::optional<Test> read_quantifier(const Node& node, const Standing& standing, const Reading& reading) {
  Quantifier quantifier;
  const Node* path = node.find("every");
  quantifier.every = path != nullptr;
  if (!path) path = node.find("some");
  Names keys = quantifier.every ? Names(kEveryKeys) : Names(kSomeKeys);
  Fields fields(node, quantifier.every ? "a test with every" : "a test with some", keys, reading.mistakes);
  std::optional<Paths> paths = read_paths(*path, quantifier.every ? "\"every\"" : "\"some\"", standing, reading);
  if (quantifier.every) fields.need("where");
  if (!paths || !read_counted(fields, inside(standing, *paths, *path), reading, quantifier)) return std::nullopt;
  quantifier.paths = *std::move(paths);
  std::string_view name = path->is_scalar() ? path->text() : "the list";
  quantifier.absent =
      read_absent(fields.find("absent"), {&quantifier.paths, false, true, true, name, head_of(node)}, standing, reading);
  return Test{std::move(quantifier), node.range};
}

std::optional<Test> read_relation(const Node& node, const Standing& standing, const Reading& reading) {
  Relation relation;
  std::string_view key = node.find("refers-to") ? "refers-to" : node.find("referred-by") ? "referred-by" : "exists";
  relation.direction = direction_of(key);
  bool exists = relation.direction == Relation::Direction::exists;
  std::array<std::string_view, 7> keys = kRelationKeys;
  keys.back() = key;
  Fields fields(node, fmt::format("a test with {}", key), exists ? Names(kExistsKeys) : Names(keys), reading.mistakes);

  Standing other = of_types(standing, read_types(*node.find(key), fmt::format("\"{}\"", key), reading));
  if (other.types.empty()) return std::nullopt;
  relation.types = names_of(other.types);
  bool good = read_counted(fields, other, reading, relation);
  bool names_it = relation.direction == Relation::Direction::refers_to;
  if (const Node* via = exists ? nullptr : fields.find("via")) {
    relation.via = read_path_list(*via, "\"via\"", names_it ? standing : other, reading);
    good = good && !relation.via.empty();
  }
  if (const Node* by = exists ? nullptr : fields.find("by"))
    good = read_by(*by, names_it ? other : standing, reading, relation) && good;
  if (!good) return std::nullopt;
  relation.absent = read_relation_absence(fields.find("absent"), standing, reading, relation);
  return Test{std::move(relation), node.range};
}

}  // namespace demarc
