#include "parsers/cloudformation/written.h"

#include "parsers/cloudformation/function.h"
#include "parsers/cloudformation/scalar.h"

namespace demarc {
namespace {

void write(const Node& node, bool tagged, std::string& out);

void write_items(const Node& list, std::string& out) {
  bool first = true;
  for (const Node& item : list.items()) {
    if (!first) out += ", ";
    first = false;
    write(item, true, out);
  }
}

void write_call(const Call& call, std::string& out) {
  const Node& argument = *call.argument;
  if (call.name == "Ref" && argument.is_scalar()) {
    out += scalar_text(argument);
    return;
  }
  out += call.name.starts_with("Fn::") ? call.name.substr(4) : call.name;
  out += '(';
  if (argument.kind == NodeKind::list) {
    write_items(argument, out);
  } else {
    write(argument, !call.tagged, out);
  }
  out += ')';
}

void write_members(const Node& map, std::string& out) {
  out += '{';
  for (const Member& member : map.members()) {
    if (out.back() != '{') out += ", ";
    out += member.key;
    out += ": ";
    write(member.value, true, out);
  }
  out += '}';
}

void write(const Node& node, bool tagged, std::string& out) {
  const auto call = tagged ? call_of(node) : long_call_of(node);
  if (call) {
    write_call(*call, out);
  } else if (node.kind == NodeKind::list) {
    out += '[';
    write_items(node, out);
    out += ']';
  } else if (node.kind == NodeKind::map) {
    write_members(node, out);
  } else if (node.kind == NodeKind::text) {
    out += '"';
    out += node.text();
    out += '"';
  } else {
    out += scalar_text(node);
  }
}

}  // namespace

std::string written(const Node& node) {
  std::string out;
  write(node, true, out);
  return out;
}

}  // namespace demarc
