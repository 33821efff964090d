#include "parsers/cloudformation/dynamic_reference.h"

#include <array>
#include <optional>

namespace demarc {
namespace {

constexpr std::string_view kBegin = "{{resolve:";
constexpr std::string_view kEnd = "}}";
constexpr std::array<std::string_view, 3> kServices = {"ssm", "ssm-secure", "secretsmanager"};

std::string_view service_of(std::string_view behind_begin) {
  for (const std::string_view service : kServices) {
    if (behind_begin.starts_with(service) && behind_begin.substr(service.size()).starts_with(':')) return service;
  }
  return {};
}

// Walks over the pieces of a text, which may be left in the middle of one.
class Scan {
 public:
  Scan(const std::vector<Piece>& pieces, Place place, Declarations& names) : pieces_(pieces), place_(place), names_(names) {}

  std::vector<Piece> run() {
    while (piece_ < pieces_.size()) {
      if (pieces_[piece_].hole != nullptr) {
        result_.push_back(pieces_[piece_++]);
      } else {
        literal();
      }
    }
    return result_;
  }

 private:
  void add(std::string_view text) {
    if (!text.empty()) result_.push_back({text, nullptr});
  }

  void next_piece() {
    ++piece_;
    at_ = 0;
  }

  void literal() {
    const std::string_view text = pieces_[piece_].literal;
    const std::size_t begin = text.find(kBegin, at_);
    if (begin == std::string_view::npos) {
      add(text.substr(at_));
      next_piece();
      return;
    }
    const std::string_view service = service_of(text.substr(begin + kBegin.size()));
    const std::size_t behind = begin + kBegin.size() + service.size();
    add(text.substr(at_, begin - at_));
    at_ = behind;
    if (service.empty() || open_ || !close(service)) add(text.substr(begin, behind - begin));
  }

  // Goes behind the end of a reference that began. False, and nowhere, if it has no end.
  bool close(std::string_view service) {
    const Reference* inside = nullptr;
    std::size_t from = at_;
    for (std::size_t i = piece_; i < pieces_.size(); ++i, from = 0) {
      const Value* hole = pieces_[i].hole;
      if (hole != nullptr) {
        if (inside == nullptr && hole->is(Value::Kind::reference)) inside = &hole->reference();
        continue;
      }
      const std::size_t end = pieces_[i].literal.find(kEnd, from);
      if (end == std::string_view::npos) continue;
      Value unknown = names_.unknown(Why::dynamic_reference, service, place_, true);
      if (service == kSecureReference) names_.secure_reference = true;
      unknown.through = inside;
      result_.push_back({{}, names_.graph.arena.store(unknown)});
      piece_ = i;
      at_ = end + kEnd.size();
      return true;
    }
    open_ = true;  // nor has any that begins later
    return false;
  }

  const std::vector<Piece>& pieces_;
  Place place_;
  Declarations& names_;
  std::vector<Piece> result_;
  std::size_t piece_ = 0;
  std::size_t at_ = 0;
  bool open_ = false;
};

}  // namespace

bool may_have_dynamic_reference(std::string_view text) { return text.find(kBegin) != std::string_view::npos; }

std::vector<Piece> with_dynamic_references(const std::vector<Piece>& pieces, Place place, Declarations& names) {
  return Scan(pieces, place, names).run();
}

}  // namespace demarc
