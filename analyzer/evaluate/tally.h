#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "analyzer/evaluate/distinct.h"
#include "analyzer/evaluate/judge.h"
#include "analyzer/evaluate/world.h"

namespace demarc {

// Counts who satisfies a relation of one item in one world, and remembers what is to be said of it.
class Tally {
 public:
  Tally(World& world, const Item& item, const Test& test, const Relation& relation);

  // Whether nobody else needs to be asked.
  bool enough() const;

  // A value of the item that names somebody; the first one is what a finding shows.
  void add_naming(const Found& naming);

  // A resource that may be meant: does it exist in this world, and does it satisfy `where`? `naming`: what names it, or me.
  void consider(const Resource& other, Truth joined, const Found* naming);

  // A value that names somebody who is in no input, or nobody knows whom.
  void add_stranger(const Found& naming, std::string_view why);

  // More may be meant than are asked.
  void leave_open() { too_many_ = true; }

  Answer conclude();

 private:
  Answer ask_where(const Resource& other);
  void remember_naming(const Resource& other, const Found* naming);
  void remember_failure(const Resource& other, const Answer& where);
  DistinctCount count() const;
  Answer answer_none(Truth truth);
  Answer answer_outside();
  Answer answer_unknown();
  std::string types() const;

  World& world_;
  const Item& item_;
  const Test& test_;
  const Relation& relation_;
  Observation subject_;
  std::unordered_set<const Resource*> asked_;
  std::vector<const Resource*> tried_, yes_;
  std::uint32_t unknown_ = 0;
  std::vector<Observation> unknown_because_, strangers_, nearest_because_;
  int nearness_ = -1;
  bool too_many_ = false;
};

}  // namespace demarc
