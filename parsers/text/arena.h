#pragma once

#include <cstddef>
#include <memory>
#include <memory_resource>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace demarc {

// Memory that is given back as a whole. Trees of nodes and values live in one; they are trivially destructible
// and refer to each other by plain pointers, which stay valid for the arena's life (also when it is moved).
class Arena {
 public:
  Arena() : memory_(std::make_unique<std::pmr::monotonic_buffer_resource>(kFirstBlock)) {}

  std::string_view store(std::string_view text) {
    if (text.empty()) return {};
    char* copy = static_cast<char*>(memory_->allocate(text.size(), 1));
    text.copy(copy, text.size());
    return {copy, text.size()};
  }

  template <class T>
  const T* store(const T& value) requires(!std::is_convertible_v<const T&, std::string_view>) {
    static_assert(std::is_trivially_destructible_v<T>);
    return new (memory_->allocate(sizeof(T), alignof(T))) T(value);
  }

  template <class T>
  std::span<const T> store(std::span<const T> values) {
    static_assert(std::is_trivially_destructible_v<T> && std::is_trivially_copyable_v<T>);
    if (values.empty()) return {};
    T* copy = static_cast<T*>(memory_->allocate(values.size() * sizeof(T), alignof(T)));
    std::uninitialized_copy(values.begin(), values.end(), copy);
    return {copy, values.size()};
  }

  template <class T>
  std::span<const T> store(const std::vector<T>& values) {
    return store(std::span<const T>(values));
  }

 private:
  static constexpr std::size_t kFirstBlock = 4096;
  std::unique_ptr<std::pmr::monotonic_buffer_resource> memory_;
};

}  // namespace demarc
