#pragma once

#include <string>
#include <string_view>

#include "analyzer/evaluate/message.h"

namespace demarc {

// "parameter Acl", "default of parameter Acl", "allowed by parameter Acl", "var.acl".
std::string parameter_words(const Reference& parameter);

// A message of a policy with its placeholders filled in (POLICY-LANGUAGE, section 8). What cannot be filled in stays.
std::string filled_in(World& world, const Account& account, std::string_view message);

// The property of an observation in the words of its file; that of another resource than the one judged with the address.
std::string property_words(const Observation& observation, const Resource* judged);

}  // namespace demarc
