// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/decimal.hpp"
#include "core/base/problem.hpp"
#include "core/base/text.hpp"
#include "core/base/time.hpp"

#include <nlohmann/json.hpp>

#include <concepts>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Reading and writing plain structs as JSON objects.
///
/// A struct says once what it holds:
///
///     static void fields(auto& self, auto&& visit) {
///       visit.required("text", self.text);
///       visit.optional("by_when", self.by_when);   // left out when it equals a fresh value
///     }
///
/// and that one description serves the event codec, the command codec and the definition parsers, so unknown keys,
/// wrong types and near misses are reported the same way everywhere, with a JSON pointer, and all at once.
/// Include this in sources only: nlohmann/json costs seconds per translation unit.
namespace casus::fields {

using nlohmann::json;

template <class T>
concept Described = requires(T& value) {
  T::fields(value, std::declval<struct Probe&>());
};

/// The pointer of a member.
std::string child(const std::string& pointer, std::string_view key);

/// The value as a reader would recognise it in the file, cut short.
std::string shown(const json& value);

/// `expected` is a word of the catalogue: tell("wrong.list").
void wrong(const json& in, Telling expected, const std::string& pointer, Problems& problems);

/// What is told of a key that is not there; `is_missing` knows it back.
Telling missing(std::string_view key);
bool is_missing(const Telling& told);

/// " (did you mean 'x'?)", or nothing.
Telling near(std::string_view text, const std::vector<std::string_view>& known);

struct Probe {
  void required(std::string_view, auto&) {}
  template <class T>
  void optional(std::string_view, T&) {}
};

void read(const json& in, std::string& out, const std::string& pointer, Problems& problems);
void read(const json& in, bool& out, const std::string& pointer, Problems& problems);
void read(const json& in, double& out, const std::string& pointer, Problems& problems);
/// A number, or a text of one with all its decimals: "12.40".
void read(const json& in, Decimal& out, const std::string& pointer, Problems& problems);
void read(const json& in, Date& out, const std::string& pointer, Problems& problems);
void read(const json& in, Time& out, const std::string& pointer, Problems& problems);
void read(const json& in, std::vector<std::string>& out, const std::string& pointer, Problems& problems);

/// A whole number within the bounds, both included; nothing was read otherwise.
std::optional<std::int64_t> whole_number(const json& in, std::int64_t least, std::uint64_t most,
                                         const std::string& pointer, Problems& problems);

template <std::integral T>
void read(const json& in, T& out, const std::string& pointer, Problems& problems) {
  using Limits = std::numeric_limits<T>;
  if (const auto number = whole_number(in, Limits::min(), Limits::max(), pointer, problems))
    out = static_cast<T>(*number);
}

/// The place of a word among those known.
std::optional<std::size_t> known_word(const json& in, const std::vector<std::string_view>& known,
                                      const std::string& pointer, Problems& problems, bool guess = true);

template <NamedEnum E>
void read(const json& in, E& out, const std::string& pointer, Problems& problems) {
  if (const auto place = known_word(in, keys_of<E>(), pointer, problems, guessed<E>()))
    out = names_of(E{})[*place].value;
}

template <Described T>
void read(const json& in, T& out, const std::string& pointer, Problems& problems);

template <class T>
void read(const json& in, std::optional<T>& out, const std::string& pointer, Problems& problems) {
  read(in, out.emplace(), pointer, problems);
}

template <class T>
void read(const json& in, std::vector<T>& out, const std::string& pointer, Problems& problems) {
  if (!in.is_array()) return wrong(in, tell("wrong.list"), pointer, problems);
  out.clear();
  out.reserve(in.size());
  for (std::size_t i = 0; i < in.size(); ++i) {
    T item{};
    read(in[i], item, pointer + '/' + std::to_string(i), problems);
    out.push_back(std::move(item));
  }
}

template <class T>
void read(const json& in, std::map<std::string, T>& out, const std::string& pointer, Problems& problems) {
  if (!in.is_object()) return wrong(in, tell("wrong.object"), pointer, problems);
  out.clear();
  for (const auto& [name, value] : in.items()) read(value, out[name], child(pointer, name), problems);
}

/// How to read one member; the same for every struct that has such a member.
using ReadMember = void (*)(const json& in, void* out, const std::string& pointer, Problems& problems);

template <class T>
void read_member(const json& in, void* out, const std::string& pointer, Problems& problems) {
  read(in, *static_cast<T*>(out), pointer, problems);
}

/// Visits one object: takes each described key, then reports what is missing and what nobody knows. All that does not
/// depend on the type of a member is behind `take`: a description costs one call for each of its fields.
class ObjectReader {
 public:
  ObjectReader(const json& in, std::string pointer, Problems& problems)
      : in_(in), pointer_(std::move(pointer)), problems_(problems) {}

  template <class T>
  void required(std::string_view key, T& out) {
    take(key, true, &out, &read_member<T>);
  }

  template <class T>
  void optional(std::string_view key, T& out) {
    take(key, false, &out, &read_member<T>);
  }

  /// "format": only the one that this program knows. A file of an earlier one is brought up to it before it is read.
  void format(int known);

  /// The other languages of a text: every key that is a code of two letters.
  void languages(std::vector<Text::Other>& out);

  /// Keys that the caller reads itself.
  void allow(std::string_view key) { known_.push_back(key); }

  void finish();

 private:
  void take(std::string_view key, bool needed, void* out, ReadMember member);

  const json& in_;
  std::string pointer_;
  Problems& problems_;
  std::vector<std::string_view> known_;
  std::size_t taken_ = 0;
};

template <Described T>
void read(const json& in, T& out, const std::string& pointer, Problems& problems) {
  if (!in.is_object()) return wrong(in, tell("wrong.object"), pointer, problems);
  ObjectReader reader(in, pointer, problems);
  T::fields(out, reader);
  reader.finish();
}

json write(std::string_view in);
json write(const std::string& in);
json write(bool in);
json write(double in);
json write(Decimal in);
json write(Date in);
json write(Time in);
json write(const std::vector<std::string>& in);
template <std::integral T>
json write(T in) {
  return in;
}
template <NamedEnum E>
json write(E in) {
  return write(key(in));
}
template <Described T>
json write(const T& in);

template <class T>
json write(const std::optional<T>& in) {
  return in ? write(*in) : json();
}
template <class T>
json write(const std::vector<T>& in) {
  json out = json::array();
  for (const auto& item : in) out.push_back(write(item));
  return out;
}
template <class T>
json write(const std::map<std::string, T>& in) {
  json out = json::object();
  for (const auto& [name, value] : in) out[name] = write(value);
  return out;
}

/// How to write one member, and whether it has the value of a fresh one.
using WriteMember = json (*)(const void* in);
using IsFresh = bool (*)(const void* in);

template <class T>
json write_member(const void* in) {
  return write(*static_cast<const T*>(in));
}

template <class T>
bool is_fresh(const void* in) {
  return *static_cast<const T*>(in) == T{};
}

class ObjectWriter {
 public:
  explicit ObjectWriter(json& out) : out_(out) {}

  template <class T>
  void required(std::string_view key, const T& in) {
    put(key, &in, &write_member<T>, nullptr);
  }

  template <class T>
  void optional(std::string_view key, const T& in) {
    put(key, &in, &write_member<T>, &is_fresh<T>);
  }

 private:
  void put(std::string_view key, const void* in, WriteMember member, IsFresh left_out);

  json& out_;
};

template <Described T>
json write(const T& in) {
  json out = json::object();
  ObjectWriter writer(out);
  T::fields(in, writer);
  return out;
}

}  // namespace casus::fields
