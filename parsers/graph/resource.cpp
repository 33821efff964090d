#include "parsers/graph/resource.h"

#include <iterator>
#include <utility>

namespace demarc {

void ResourceGraph::append(ResourceGraph&& other) {
  resources.insert(resources.end(), std::make_move_iterator(other.resources.begin()), std::make_move_iterator(other.resources.end()));
  notes.insert(notes.end(), std::make_move_iterator(other.notes.begin()), std::make_move_iterator(other.notes.end()));
  kept.push_back(std::move(other.arena));
  kept.insert(kept.end(), std::make_move_iterator(other.kept.begin()), std::make_move_iterator(other.kept.end()));
  // Moving a deque leaves its elements where they are, and values point to them.
  kept_variables.push_back(std::move(other.variables));
  for (std::deque<Variable>& variables : other.kept_variables) kept_variables.push_back(std::move(variables));
  other = ResourceGraph();
}

}  // namespace demarc
