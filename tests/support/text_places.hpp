// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace casus::test {

/// Puts a text in one text of a command or a move, counted from 0, also of what lies in lists in it and of what may be
/// left out; the rest stays. From its descriptions alone, so that no field is forgotten here.
class PutsText {
 public:
  PutsText(int place, std::string_view text) : left_(place), text_(text) {}

  void required(std::string_view, auto& value) { take(value); }
  template <class T>
  void optional(std::string_view, T& value) {
    take(value);
  }
  /// Whether there was such a place.
  bool done() const { return left_ < 0; }

 private:
  void take(std::string& text) {
    if (left_-- == 0) text = text_;
  }
  void take(std::vector<std::string>& texts) {
    if (left_-- == 0) texts = {"gewoon", std::string(text_)};
  }
  template <class T>
  void take(std::optional<T>& value) {
    if constexpr (std::is_same_v<T, std::string> || kHasFields<T>) take(value.emplace());
  }
  template <class T>
  void take(std::vector<T>& values) {
    if constexpr (kHasFields<T>) {
      if (values.empty()) values.emplace_back();
      take(values.back());
    }
  }
  template <class T>
  void take(T& value) {
    if constexpr (kHasFields<T>) T::fields(value, *this);
  }

  template <class T>
  static constexpr bool kHasFields = requires(T& value, PutsText& puts) {
    T::fields(value, puts);
  };

  int left_;
  std::string_view text_;
};

/// Does something with a command for each of its texts, in which `text` stands then; how many there are.
template <class Body, class Do>
int in_each_text(const Body& sample, std::string_view text, Do act) {
  for (int place = 0;; ++place) {
    auto body = sample;
    PutsText puts(place, text);
    Body::fields(body, puts);
    if (!puts.done()) return place;
    act(std::move(body));
  }
}

/// The same for every kind of command there is, empty but for that one text.
template <class... Bodies, class Do>
int in_each_text_of(const std::variant<Bodies...>*, std::string_view text, Do act) {
  return (0 + ... + in_each_text(Bodies{}, text, act));
}

}  // namespace casus::test
