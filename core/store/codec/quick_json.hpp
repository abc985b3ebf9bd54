// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

namespace casus::store {

/// A value in a JSON text, for reading what this program wrote itself: it says whether something is there and fits, and
/// never why not. Valid until its `QuickJson` parses another text or ends. Faces simdjson.
class QuickValue {
 public:
  /// Each fills `out` when the value is of that kind; texts stay where they were parsed.
  bool read(std::string_view& out) const;
  bool read(bool& out) const;
  bool read(double& out) const;
  bool read(std::int64_t& out) const;
  bool read(std::uint64_t& out) const;

  bool is_object() const;
  /// Members or items; 0 for what has none.
  std::size_t size() const;
  /// The member of an object.
  std::optional<QuickValue> find(std::string_view name) const;
  /// False when this is no list, or when `see` said false, which ends it.
  bool each_item(const std::function<bool(QuickValue)>& see) const;

 private:
  friend class QuickJson;
  struct Inside;
  QuickValue() = default;
  alignas(std::size_t) std::array<std::byte, 2 * sizeof(std::size_t)> inside_{};
};

/// Parses one text after another in the same memory. Not for several threads.
class QuickJson {
 public:
  QuickJson();
  ~QuickJson();
  QuickJson(const QuickJson&) = delete;
  QuickJson& operator=(const QuickJson&) = delete;

  /// Nothing for what is not JSON.
  std::optional<QuickValue> parse(std::string_view text);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace casus::store
