// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>
#include <variant>

/// A variant of many structs whose copying, moving and destroying are compiled once, in one source, and called from
/// everywhere else. A plain std::variant of fifty structs makes that code anew in every unit that holds one: half of
/// what the optimiser worked at.
///
///     using ShapeVariant = std::variant<Circle, Square>;
///     extern template class OneOf<ShapeVariant>;                       // in the header
///     struct Shape : OneOf<ShapeVariant> { using OneOf::OneOf; };
///
///     template class OneOf<ShapeVariant>;                              // in one source
///
/// It is a std::variant to std::visit, std::get, std::get_if and std::holds_alternative.
namespace casus {

template <class T, class Variant>
inline constexpr bool kIsAlternative = false;
template <class T, class... Alternatives>
inline constexpr bool kIsAlternative<T, std::variant<Alternatives...>> = (std::is_same_v<T, Alternatives> || ...);

template <class V>
class OneOf : public V {
 public:
  using Variant = V;
  static constexpr std::size_t kCount = std::variant_size_v<V>;
  template <std::size_t I>
  using Alternative = std::variant_alternative_t<I, V>;

  /// Holds the first alternative.
  OneOf();
  template <class T>
  requires kIsAlternative<std::remove_cvref_t<T>, V> OneOf(T&& one)
      : V(std::in_place_type<std::remove_cvref_t<T>>, std::forward<T>(one)) {}

  OneOf(const OneOf& other);
  OneOf(OneOf&& other) noexcept;
  OneOf& operator=(const OneOf& other);
  OneOf& operator=(OneOf&& other) noexcept;
  ~OneOf();

  /// Holds a fresh alternative from now on, the one of this number.
  void become(std::size_t index);
};

// Outside the class and not inline, so that `extern template` keeps them out of other units.
template <class V>
OneOf<V>::OneOf() = default;
template <class V>
OneOf<V>::OneOf(const OneOf& other) = default;
template <class V>
OneOf<V>::OneOf(OneOf&& other) noexcept = default;
template <class V>
OneOf<V>& OneOf<V>::operator=(const OneOf& other) = default;
template <class V>
OneOf<V>& OneOf<V>::operator=(OneOf&& other) noexcept = default;
template <class V>
OneOf<V>::~OneOf() = default;
template <class V>
void OneOf<V>::become(std::size_t index) {
  const auto one_of_them = [&]<std::size_t... I>(std::index_sequence<I...>) {
    return ((index == I && (this->template emplace<I>(), true)) || ...);
  };
  one_of_them(std::make_index_sequence<kCount>());
}

}  // namespace casus
