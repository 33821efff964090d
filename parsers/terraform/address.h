#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace demarc {

// One step of an address or reference: `name` and what stands in the first brackets behind it, as written
// (0, "key", each.key); `end` is where the step ends in the text, brackets included.
struct AddressStep {
  std::string_view name;
  std::string_view index;
  std::size_t end = 0;
};

// The steps of an address or reference, split at dots outside of brackets and quotes:
// module.net["a.b"].aws_subnet.s[0].id has module, net["a.b"], aws_subnet, s[0], id.
std::vector<AddressStep> address_steps(std::string_view text);

// The address of a resource instance taken apart. Views into its text.
//   module.a[0].data.aws_ami.u["x"]: module `module.a[0]`, base `module.a[0].data.aws_ami.u`, data, type aws_ami, name u, index
//   "x"
struct Address {
  std::string_view module;
  std::string_view base;  // without the instance's own index
  bool data = false;
  std::string_view type;
  std::string_view name;
  std::string_view index;
};

// Parts that are not there stay empty.
Address parse_address(std::string_view text);

// The same address without any index: module.a[0].aws_x.y["k"] → module.a.aws_x.y
std::string without_indices(std::string_view address);

// Whether `prefix` is `text` or leads to it at the end of a step: aws_x.y leads to aws_x.y[0].id, not to aws_x.yy.
bool leads_to(std::string_view prefix, std::string_view text);

}  // namespace demarc
