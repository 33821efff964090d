#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parsers/cloudformation/declarations.h"
#include "parsers/cloudformation/template.h"

namespace demarc {

// The templates that one stands in, each nested in the next.
struct Nesting {
  FileId file = 0;
  const Nesting* outer = nullptr;
};

// The stacks that a template nests, as far as their templates are local files: each is read in place, with the parameters
// that it is handed, when one of its outputs is asked for, else at the end. What it makes exists where the stack does.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html
class NestedStacks {
 public:
  // Requires: all that is passed lives as long as the template is read; neighbours may be null: nothing is followed.
  NestedStacks(Declarations& names, const GivenParameters& given, Neighbours* neighbours, const Nesting& nesting)
      : names_(names), given_(given), neighbours_(neighbours), nesting_(nesting) {}

  // Requires: the conditions of the template are declared before anything is asked.
  void declare(const Node& resources);

  // What a mention of an output stands for. Nothing if the stack is none of these, or its template is not there.
  std::optional<Value> output(std::string_view stack, std::string_view name, Place place);

  // Reads the stacks that nobody asked for, and puts all of them into the graph of the template.
  void finish();

 private:
  enum class State { untouched, open, absent, read };
  struct Stack {
    const Member* member = nullptr;
    const Node* location = nullptr;
    State state = State::untouched;
    ResourceGraph graph;
    std::unordered_map<std::string_view, Value> outputs;
  };

  void follow(Stack& stack);
  const SourceFile* locate(const Stack& stack, std::string_view location);
  const SourceFile* refuse(const Stack& stack, std::string_view location, std::string_view why);
  void read(Stack& stack, const SourceFile& file);
  void hand_over(const Stack& stack, Declarations& child);
  void take(Stack& stack, Declarations& child);

  Declarations& names_;
  const GivenParameters& given_;
  Neighbours* neighbours_;
  const Nesting& nesting_;
  std::vector<Stack> stacks_;  // in the order of the file
  std::unordered_map<std::string_view, std::size_t> index_;
};

}  // namespace demarc
