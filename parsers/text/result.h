#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "parsers/text/place.h"

namespace demarc {

// Why something could not be done: a whole sentence without a full stop, where it is (if it is anywhere),
// and what the reader can do about it.
struct Error {
  std::string message;
  std::optional<Range> range;
  std::string hint;
};

// A value, or the error that stands in its place.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  explicit operator bool() const { return state_.index() == 0; }

  // Requires: *this holds a value.
  T& operator*() & { return std::get<0>(state_); }
  const T& operator*() const& { return std::get<0>(state_); }
  T&& operator*() && { return std::get<0>(std::move(state_)); }
  T* operator->() { return &std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }

  // Requires: *this holds an error.
  Error& error() { return std::get<1>(state_); }
  const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace demarc
