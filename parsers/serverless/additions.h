#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parsers/document/node.h"
#include "parsers/serverless/forge.h"

namespace demarc {

// What events add to the properties of other resources: paths of an API, notifications of a bucket.
class Additions {
 public:
  // A last step "+" appends to a list.
  void add(std::string_view resource, const std::vector<std::string>& steps, const Node& value, Range key);

  bool has(std::string_view resource) const { return trees_.contains(resource); }

  // The properties with what was added to them; what is written stays, and so does a function, whatever it gives.
  Node applied(std::string_view resource, const Node& properties, Forge& forge) const;

 private:
  struct Branch {
    std::vector<std::pair<std::string, Branch*>> members;       // in their order
    std::unordered_map<std::string, Branch*> by_name;
    std::vector<Node> items;
    std::vector<Node> values;  // the first is taken
    Range key;
  };

  Branch& below(Branch& branch, const std::string& step, Range key);
  static Node made(const Branch& branch, Forge& forge);
  static Node merged(const Branch& branch, const Node& written, Forge& forge);

  std::unordered_map<std::string_view, Branch*> trees_;
  std::deque<Branch> branches_;
};

}  // namespace demarc
