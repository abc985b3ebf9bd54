// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/decimal.hpp"
#include "core/base/names.hpp"
#include "core/base/time.hpp"

#include <charconv>
#include <concepts>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Described structs (core/base/json/json_fields.hpp) straight to JSON text, without a tree of values in between: every
/// event goes through here. Byte for byte what json_fields.hpp and the library's `dump()` make, names in alphabetical
/// order, so that it does not matter which of the two wrote a payload.
namespace casus::text {

/// Adds the text with its quotes and escapes. Throws as `dump()` does for what is not UTF-8.
void put(std::string& out, std::string_view in);
inline void put(std::string& out, const std::string& in) { put(out, std::string_view(in)); }
void put(std::string& out, double in);

inline void put(std::string& out, bool in) { out += in ? "true" : "false"; }

template <std::integral T>
void put(std::string& out, T in) {
  char digits[24];
  const auto end = std::to_chars(std::begin(digits), std::end(digits), in).ptr;
  out.append(digits, end);
}

inline void put_plain(std::string& out, std::string_view in) {
  out += '"';
  out += in;
  out += '"';
}
inline void put(std::string& out, Decimal in) { put_plain(out, to_string(in)); }
inline void put(std::string& out, Date in) { put_plain(out, to_string(in)); }
inline void put(std::string& out, Time in) { put_plain(out, to_string(in)); }
template <NamedEnum E>
void put(std::string& out, E in) {
  put_plain(out, key(in));
}

template <class T>
concept Described = requires(const T& value) {
  T::fields(value, std::declval<class ObjectWriter&>());
};

template <Described T>
void put(std::string& out, const T& in);
template <class T>
void put(std::string& out, const std::vector<T>& in);
template <class T>
void put(std::string& out, const std::map<std::string, T>& in);

template <class T>
void put(std::string& out, const std::optional<T>& in) {
  if (in) put(out, *in);
  else out += "null";
}

/// How to add one member, and whether it has the value of a fresh one.
using PutMember = void (*)(std::string& out, const void* in);
using IsFresh = bool (*)(const void* in);

template <class T>
void put_member(std::string& out, const void* in) {
  put(out, *static_cast<const T*>(in));
}

template <class T>
bool is_fresh(const void* in) {
  return *static_cast<const T*>(in) == T{};
}

/// Visits one struct. Names are the constants of the struct's own description: plain ASCII, each once.
class ObjectWriter {
 public:
  ObjectWriter() { parts_.reserve(16); }

  template <class T>
  void required(std::string_view name, const T& in) {
    add(name, &in, &put_member<T>, nullptr);
  }

  template <class T>
  void optional(std::string_view name, const T& in) {
    add(name, &in, &put_member<T>, &is_fresh<T>);
  }

  bool empty() const { return parts_.empty(); }

  void finish(std::string& out);

 private:
  struct Part {
    std::string_view name;
    std::size_t from, size;
  };

  void add(std::string_view name, const void* in, PutMember member, IsFresh left_out);

  std::string values_;
  std::vector<Part> parts_;
};

template <Described T>
void put(std::string& out, const T& in) {
  ObjectWriter writer;
  T::fields(in, writer);
  writer.finish(out);
}

template <class T>
void put(std::string& out, const std::vector<T>& in) {
  out += '[';
  for (const auto& item : in) {
    if (&item != in.data()) out += ',';
    put(out, item);
  }
  out += ']';
}

template <class T>
void put(std::string& out, const std::map<std::string, T>& in) {
  out += '{';
  for (const auto& [name, value] : in) {
    if (name != in.begin()->first) out += ',';
    put(out, name);
    out += ':';
    put(out, value);
  }
  out += '}';
}

}  // namespace casus::text
