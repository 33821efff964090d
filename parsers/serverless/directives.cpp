#include "parsers/serverless/interpreter.h"

namespace demarc {
namespace {

bool is_prefix(std::string_view word) { return word.ends_with('*'); }

std::span<const Node> behind_first(std::span<const Node> expressions) { return expressions.subspan(1); }

// Which expression belongs to a literal; null if none does.
const Node* word_of(const Node& directive, std::string_view word) {
  const Node& of = *directive.find("of");
  if (const Node* found = of.find(word)) return found;
  for (const Member& member : of.members()) {
    if (is_prefix(member.key) && word.starts_with(member.key.substr(0, member.key.size() - 1))) return &member.value;
  }
  return directive.find("else");
}

std::string_view kind_of(const Node& node) {
  if (is_intrinsic(node)) return "function";
  if (node.kind == NodeKind::list) return "list";
  return node.kind == NodeKind::map ? "map" : "text";
}

}  // namespace

Made Interpreter::first(const Node& directive, const Context& context) {
  return first_from(directive.find("$first")->items(), context);
}

Made Interpreter::first_from(std::span<const Node> expressions, const Context& context) {
  if (expressions.empty()) return {};
  return over(make(expressions[0], context), [](const Made& made) { return made; },
              [&] { return first_from(behind_first(expressions), context); });
}

Made Interpreter::merge(const Node& directive, const Context& context) {
  return merge_from(directive.find("$merge")->items(), context, {});
}

Made Interpreter::merge_from(std::span<const Node> expressions, const Context& context, const Made& before) {
  if (expressions.empty()) return before;
  const auto rest = behind_first(expressions);
  return over(
      make(expressions[0], context),
      [&](const Made& part) -> Made {
        if (part.node->kind != NodeKind::map || is_intrinsic(*part.node)) {
          return {forge_.unknown(intrinsic_name(*part.node), part.node->range), part.key};
        }
        std::vector<Member> members;
        if (before.node) members.assign(before.node->members().begin(), before.node->members().end());
        members.insert(members.end(), part.node->members().begin(), part.node->members().end());
        const auto key = before.key ? before.key : part.key;
        return merge_from(rest, context, {forge_.map(members, key.value_or(context.key)), key});
      },
      [&] { return merge_from(rest, context, before); });
}

Made Interpreter::concat(const Node& directive, const Context& context) {
  return concat_from(directive.find("$concat")->items(), context, {});
}

// A function that is no Fn::If stays as one item of which nothing is known.
Made Interpreter::concat_from(std::span<const Node> expressions, const Context& context, const Made& before) {
  if (expressions.empty()) return before;
  const auto rest = behind_first(expressions);
  return over(
      make(expressions[0], context),
      [&](const Made& part) -> Made {
        if (!before.node && rest.empty()) return part;
        std::vector<Node> items;
        if (before.node) items.assign(before.node->items().begin(), before.node->items().end());
        if (part.node->kind == NodeKind::list && !is_intrinsic(*part.node)) {
          items.insert(items.end(), part.node->items().begin(), part.node->items().end());
        } else {
          items.push_back(*part.node);
        }
        const auto key = before.key ? before.key : part.key;
        return concat_from(rest, context, {forge_.list(items, key.value_or(context.key)), key});
      },
      [&] { return concat_from(rest, context, before); });
}

Made Interpreter::each(const Node& directive, const Context& context) {
  const Node& body = *directive.find("do");
  const auto one = [&](const Made& item) { return make(body, at(context, item)); };
  return over(make(*directive.find("$each"), context), [&](const Made& list) -> Made {
    if (list.node->kind != NodeKind::list || is_intrinsic(*list.node)) {
      const Made only = one({list.node, {}});
      return only.node ? Made{forge_.list({*only.node}, list.node->range), list.key} : Made();
    }
    std::vector<Node> items;
    for (const Node& item : list.node->items()) {
      const Made made = over({item, {}}, one);
      if (made.node) items.push_back(*made.node);
    }
    return items.empty() ? Made() : Made{forge_.list(items, list.node->range), list.key};
  });
}

Made Interpreter::entries(const Node& directive, const Context& context) {
  return over(make(*directive.find("$entries"), context), [&](const Made& map) -> Made {
    return map.node->kind == NodeKind::map && !is_intrinsic(*map.node) ? entries_of(map, directive, context) : map;
  });
}

Made Interpreter::entries_of(const Made& map, const Node& directive, const Context& context) {
  const Node* key = directive.find("key");
  std::vector<Node> items;
  std::vector<Member> members;
  for (const Member& member : map.node->members()) {
    Context inner = at(context, {member.value, member.key_range});
    inner.name = member.key;
    const Made made = over({member.value, member.key_range}, [&](const Made& value) {
      inner.item = *value.node;
      return make(*directive.find("do"), inner);
    });
    if (!made.node) continue;
    items.push_back(*made.node);
    if (key != nullptr) members.push_back({forge_.store(text(key->text(), inner)), member.key_range, *made.node});
  }
  if (items.empty()) return {};
  return {key != nullptr ? forge_.map(members, map.node->range) : forge_.list(items, map.node->range), map.key};
}

Made Interpreter::with(const Node& directive, const Context& context) {
  return over(make(*directive.find("$with"), context),
              [&](const Made& item) { return make(*directive.find("do"), at(context, item)); });
}

// What it makes stands where the decision is written.
Made Interpreter::has(const Node& directive, const Context& context) {
  return over(
      make(*directive.find("$has"), context),
      [&](const Made& found) {
        Made made = optional(directive.find("then"), context);
        if (made.node && !made.key) made.key = found.key;
        return made;
      },
      [&] { return optional(directive.find("else"), context); });
}

Made Interpreter::case_(const Node& directive, const Context& context) {
  return over(
      make(*directive.find("$case"), context), [&](const Made& value) { return case_of(value, directive, context); },
      [&] { return optional(directive.find("absent"), context); });
}

// A function may give any of the words: which one, becomes a condition of the template.
Made Interpreter::case_of(const Made& value, const Node& directive, const Context& context) {
  if (!is_intrinsic(*value.node)) {
    const std::string_view word = value.node->is_scalar() ? value.node->text() : std::string_view();
    Made made = optional(word_of(directive, word), context);
    if (made.node && !made.key) made.key = value.key;
    return made;
  }
  Made made = optional(directive.find("else"), context);
  for (const Member& word : directive.find("of")->members()) {
    if (is_prefix(word.key)) continue;
    const Branches branches{conditions_.equals(*value.node, word.key), nullptr, nullptr, value.node->range};
    made = chosen(branches, make(word.value, context), made, forge_);
  }
  if (made.node && !made.key) made.key = value.key;
  return made;
}

Made Interpreter::kind(const Node& directive, const Context& context) {
  return over(make(*directive.find("$kind"), context), [&](const Made& value) {
    const Node* found = directive.find(kind_of(*value.node));
    return optional(found != nullptr ? found : directive.find("else"), context);
  });
}

Made Interpreter::row(const Node& directive, const Context& context) {
  const std::string_view table = directive.find("$row")->text();
  return over(make(*directive.find("of"), context), [&](const Made& key) {
    const Node& node = *key.node;
    if (!is_intrinsic(node) && node.kind == NodeKind::text) {
      if (const Node* found = tables_.row(table, node.text())) return make(*found, context);
    } else if (!is_intrinsic(node) && node.kind == NodeKind::map && node.size() == 1) {
      const Member& only = node.members()[0];
      if (const Node* found = tables_.row(table, only.key)) return make(*found, at(context, {only.value, only.key_range}));
    }
    return optional(directive.find("else"), context);
  });
}

// The members of lists among the items, and the items that are none.
Made Interpreter::flat(const Node& directive, const Context& context) {
  return over(make(*directive.find("$flat"), context), [&](const Made& list) -> Made {
    if (list.node->kind != NodeKind::list || is_intrinsic(*list.node)) return list;
    std::vector<Node> items;
    for (const Node& item : list.node->items()) {
      if (item.kind == NodeKind::list && !is_intrinsic(item)) {
        items.insert(items.end(), item.items().begin(), item.items().end());
      } else {
        items.push_back(item);
      }
    }
    return {forge_.list(items, list.node->range), list.key};
  });
}

// A Ref of the resource that is named. What names none stays as it is.
Made Interpreter::referent_of(const Node& directive, const Context& context) {
  return over(make(*directive.find("$referent"), context), [&](const Made& named) -> Made {
    const std::string_view id = is_intrinsic(*named.node) ? referent(*named.node) : std::string_view();
    if (id.empty()) return named;
    return {forge_.call("Ref", forge_.text(id, named.node->range), named.node->range), named.key};
  });
}

Made Interpreter::unknown(const Node& directive, const Context& context) {
  return {forge_.unknown(directive.find("$unknown")->text(), context.key), {}};
}

Made Interpreter::use(const Node& directive, const Context& context) {
  return make(*tables_.definition(directive.find("$use")->text()), context);
}

}  // namespace demarc
