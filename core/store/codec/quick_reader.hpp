// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/decimal.hpp"
#include "core/base/text.hpp"
#include "core/base/time.hpp"
#include "core/store/codec/quick_json.hpp"

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Described structs (core/base/json/json_fields.hpp) from quick_json.hpp: the same verdict on what fits, without a
/// word on what does not. Whoever gets `false` reads the text again with json_fields.hpp, which tells. Every event of
/// every case that is opened comes through here.
namespace casus::store::quick {

struct Probe {
  void required(std::string_view, auto&) {}
  template <class T>
  void optional(std::string_view, T&) {}
};

template <class T>
concept Described = requires(T& value) {
  T::fields(value, std::declval<Probe&>());
};

bool read(QuickValue in, std::string& out);
bool read(QuickValue in, bool& out);
bool read(QuickValue in, double& out);
bool read(QuickValue in, Decimal& out);
bool read(QuickValue in, Date& out);
bool read(QuickValue in, Time& out);

template <std::integral T>
bool read(QuickValue in, T& out) {
  std::int64_t with_sign = 0;
  std::uint64_t without = 0;
  if (in.read(with_sign)) {
    if (!std::in_range<T>(with_sign)) return false;
    out = static_cast<T>(with_sign);
    return true;
  }
  if (!in.read(without) || !std::in_range<T>(without)) return false;
  out = static_cast<T>(without);
  return true;
}

template <NamedEnum E>
bool read(QuickValue in, E& out) {
  std::string_view text;
  if (!in.read(text)) return false;
  const auto found = from_key<E>(text);
  if (found) out = *found;
  return found.has_value();
}

template <Described T>
bool read(QuickValue in, T& out);
template <class T>
bool read(QuickValue in, std::vector<T>& out);

template <class T>
bool read(QuickValue in, std::optional<T>& out) {
  return read(in, out.emplace());
}

template <class T>
bool read(QuickValue in, std::vector<T>& out) {
  out.clear();
  out.reserve(in.size());
  return in.each_item([&](QuickValue item) {
    T value{};
    if (!read(item, value)) return false;
    out.push_back(std::move(value));
    return true;
  });
}

using ReadMember = bool (*)(QuickValue in, void* out);

template <class T>
bool read_member(QuickValue in, void* out) {
  return read(in, *static_cast<T*>(out));
}

/// Visits one object.
class ObjectReader {
 public:
  explicit ObjectReader(QuickValue in) : in_(in) {}

  template <class T>
  void required(std::string_view name, T& out) {
    take(name, true, &out, &read_member<T>);
  }
  template <class T>
  void optional(std::string_view name, T& out) {
    take(name, false, &out, &read_member<T>);
  }

  /// Whether all was there, fitted, and nothing else is there.
  bool finish() const { return fits_ && taken_ == in_.size(); }

 private:
  void take(std::string_view name, bool needed, void* out, ReadMember member);

  QuickValue in_;
  bool fits_ = true;
  std::size_t taken_ = 0;
};

template <Described T>
bool read(QuickValue in, T& out) {
  ObjectReader reader(in);
  T::fields(out, reader);
  return reader.finish();
}

}  // namespace casus::store::quick
