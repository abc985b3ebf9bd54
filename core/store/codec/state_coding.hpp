// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/base/time.hpp"

#include <array>
#include <bit>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

/// Plain values as bytes and back, by the order of their parts. Internal to core/store.
///
/// A struct with a description (core/base/json/json_fields.hpp) is written as that says; of another, `parts(each, it)`
/// says what it is made of. Numbers are varints, seven bits a byte, low first.
namespace casus::store::state {

struct Probe {
  void required(std::string_view, auto&) {}
  template <class T>
  void optional(std::string_view, T&) {}
  void secret(std::string_view, const std::string&, std::string&) {}
};

template <class T>
concept Described = requires(T& value) {
  T::fields(value, std::declval<Probe&>());
};

class Writer {
 public:
  template <class... T>
  void operator()(const T&... values) {
    (write(values), ...);
  }

  void required(std::string_view, const auto& value) { write(value); }
  template <class T>
  void optional(std::string_view, const T& value) {
    write(value);
  }
  void secret(std::string_view, const std::string&, const std::string& text) { write(text); }

  std::string take() { return std::move(out_); }

 private:
  void varint(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out_.push_back(static_cast<char>(value | 0x80));
    out_.push_back(static_cast<char>(value));
  }

  template <class T>
  void write(const T& value) {
    if constexpr (std::same_as<T, std::string>) {
      varint(value.size());
      out_ += value;
    } else if constexpr (std::same_as<T, double>) {
      varint(std::bit_cast<std::uint64_t>(value));
    } else if constexpr (std::is_enum_v<T>) {
      write(static_cast<std::int64_t>(value));
    } else if constexpr (std::integral<T>) {
      const auto wide = static_cast<std::int64_t>(value);
      varint((static_cast<std::uint64_t>(wide) << 1) ^ static_cast<std::uint64_t>(wide >> 63));
    } else if constexpr (std::same_as<T, Time>) {
      write(static_cast<std::int64_t>(value.time_since_epoch().count()));
    } else if constexpr (std::same_as<T, std::chrono::seconds>) {
      write(static_cast<std::int64_t>(value.count()));
    } else if constexpr (std::same_as<T, Date>) {
      write(static_cast<int>(value.year()));
      write(static_cast<unsigned>(value.month()));
      write(static_cast<unsigned>(value.day()));
    } else if constexpr (Described<T>) {
      T::fields(value, *this);
    } else {
      write_many(value);
    }
  }

  template <class T>
  void write_many(const std::vector<T>& values) {
    varint(values.size());
    for (const auto& value : values) write(value);
  }
  template <class T, std::size_t Size>
  void write_many(const std::array<T, Size>& values) {
    for (const auto& value : values) write(value);
  }
  template <class T>
  void write_many(const std::optional<T>& value) {
    write(value.has_value());
    if (value) write(*value);
  }
  void write_many(const auto& value) { parts(*this, value); }

  std::string out_;
};

/// Of bytes that are not whole it makes something, and `finish` says so.
class Reader {
 public:
  explicit Reader(std::string_view in) : in_(in) {}

  template <class... T>
  void operator()(T&... values) {
    (read(values), ...);
  }

  void required(std::string_view, auto& value) { read(value); }
  template <class T>
  void optional(std::string_view, T& value) {
    read(value);
  }
  void secret(std::string_view, const std::string&, std::string& text) { read(text); }

  bool finish() const { return whole_ && at_ == in_.size(); }

 private:
  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at_ == in_.size()) break;
      const auto byte = static_cast<unsigned char>(in_[at_++]);
      value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    whole_ = false;
    return 0;
  }

  /// So many of something that takes a byte at least.
  std::size_t count() {
    const auto value = varint();
    if (value <= in_.size() - at_) return static_cast<std::size_t>(value);
    whole_ = false;
    return 0;
  }

  std::int64_t number() {
    const auto value = varint();
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
  }

  template <class T>
  void read(T& value) {
    if constexpr (std::same_as<T, std::string>) {
      const auto size = count();
      value.assign(in_.substr(at_, size));
      at_ += size;
    } else if constexpr (std::same_as<T, double>) {
      value = std::bit_cast<double>(varint());
    } else if constexpr (std::is_enum_v<T> || std::integral<T>) {
      value = static_cast<T>(number());
    } else if constexpr (std::same_as<T, Time>) {
      value = Time(std::chrono::seconds(number()));
    } else if constexpr (std::same_as<T, std::chrono::seconds>) {
      value = std::chrono::seconds(number());
    } else if constexpr (std::same_as<T, Date>) {
      const auto year = std::chrono::year(static_cast<int>(number()));
      const auto month = std::chrono::month(static_cast<unsigned>(number()));
      value = Date(year, month, std::chrono::day(static_cast<unsigned>(number())));
    } else if constexpr (Described<T>) {
      T::fields(value, *this);
    } else {
      read_many(value);
    }
  }

  template <class T>
  void read_many(std::vector<T>& values) {
    const auto size = count();
    values.clear();
    values.reserve(size);
    for (std::size_t i = 0; i < size && whole_; ++i) read(values.emplace_back());
  }
  template <class T, std::size_t Size>
  void read_many(std::array<T, Size>& values) {
    for (auto& value : values) read(value);
  }
  template <class T>
  void read_many(std::optional<T>& value) {
    bool is = false;
    read(is);
    if (is) read(value.emplace());
    else value.reset();
  }
  void read_many(auto& value) { parts(*this, value); }

  std::string_view in_;
  std::size_t at_ = 0;
  bool whole_ = true;
};

}  // namespace casus::store::state
