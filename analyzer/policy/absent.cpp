#include "analyzer/policy/absent.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analyzer/policy/glob.h"
#include "analyzer/policy/translate.h"

namespace demarc {
namespace {

constexpr std::array<std::string_view, 3> kWords = {"pass", "fail", "unknown"};

bool has_items(const Value& value) { return value.is(Value::Kind::list) && !value.items().empty(); }

// A row with a `when` answers only sometimes, and one of a dialect only there.
bool always_answers(const DefaultRow& row, const AbsentSubject& subject) {
  return !row.when && !row.dialect && (!subject.items || !row.known || has_items(row.value));
}

bool has_row(const SpokenType& type, const std::string& property, const AbsentSubject& subject, const Catalog& catalog) {
  bool in_dialect[2] = {false, false};
  for (const DefaultRow& row : catalog.defaults) {
    if (row.type != type.name && !(is_glob(row.type) && glob_matches(row.type, type.name))) continue;
    if (row.attribute != subject.attribute || text_of(row.property) != property) continue;
    if (always_answers(row, subject)) return true;
    if (row.dialect && !row.when) in_dialect[*row.dialect == Dialect::terraform] = true;
  }
  return in_dialect[0] && in_dialect[1] && !subject.items;
}

const SpokenType* first_uncovered(const AbsentSubject& subject, const Standing& standing, const Catalog& catalog) {
  for (const SpokenType& type : standing.types) {
    const Path* path = subject.paths ? path_for(*subject.paths, type.name) : nullptr;
    if (!path) return &type;
    Path below = *path;
    below.from_root = false;
    std::string outer = subject.attribute || path->from_root ? std::string() : type.item;
    if (!has_row(type, joined_path(outer, text_of(below)), subject, catalog)) return &type;
  }
  return nullptr;
}

void demand(const AbsentSubject& subject, const Standing& standing, const Reading& reading) {
  const SpokenType* type = first_uncovered(subject, standing, reading.catalog);
  if (!type) return;
  reading.mistakes.add(subject.place, fmt::format("nothing says what it means where {} of {} is absent; add \"absent: pass\", "
                                                  "\"absent: fail\" or \"absent: unknown\"",
                                                  subject.name, type->written));
}

std::optional<AbsentWord> own_word(const Node& own, const Standing& standing, const Reading& reading) {
  std::optional<AbsentWord> word = read_absent_word(own, reading.mistakes);
  if (!word || standing.verdicts || *word == AbsentWord::unknown) return word;
  reading.mistakes.add(own.range,
                       "here \"absent\" can only be unknown: in when: and where: what is absent does not pass its test");
  return std::nullopt;
}

}  // namespace

std::optional<AbsentWord> read_absent_word(const Node& node, Mistakes& mistakes) {
  std::optional<std::size_t> word = read_name(node, "\"absent\"", kWords, mistakes);
  if (!word) return std::nullopt;
  return static_cast<AbsentWord>(*word);
}

Truth read_absent(const Node* own, const AbsentSubject& subject, const Standing& standing, const Reading& reading) {
  std::optional<AbsentWord> word = own ? own_word(*own, standing, reading) : standing.absent;
  if (word) return standing.truth_of(*word);
  if (!standing.judged || !subject.needed) return Truth::no;
  if (!own) demand(subject, standing, reading);
  return Truth::unknown;
}

}  // namespace demarc
