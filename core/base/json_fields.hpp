// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/problem.hpp"
#include "core/base/text.hpp"
#include "core/base/time.hpp"

#include <nlohmann/json.hpp>

#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Reading and writing plain structs as JSON objects.
///
/// A struct says once what it holds:
///
///     template <class Self, class Visitor> static void fields(Self& self, Visitor&& visit) {
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

inline std::string child(const std::string& pointer, std::string_view key) {
  std::string out = pointer + '/';
  for (const char c : key) {
    if (c == '~') out += "~0";
    else if (c == '/') out += "~1";
    else out += c;
  }
  return out;
}

/// The value as a reader would recognise it in the file, cut short.
inline std::string shown(const json& value) {
  auto text = value.dump(-1, ' ', false, json::error_handler_t::replace);
  if (text.size() <= 60) return text;
  std::size_t end = 57;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;  // not inside a letter
  return text.substr(0, end) + "...";
}

inline void wrong(const json& in, std::string_view expected, const std::string& pointer, Problems& problems) {
  problems.push_back({pointer, "expected " + std::string(expected) + ", got " + shown(in)});
}

struct Probe {
  template <class T>
  void required(std::string_view, T&) {}
  template <class T>
  void optional(std::string_view, T&) {}
};

inline void read(const json& in, std::string& out, const std::string& pointer, Problems& problems) {
  if (!in.is_string()) return wrong(in, "text", pointer, problems);
  out = in.get_ref<const std::string&>();
}

inline void read(const json& in, bool& out, const std::string& pointer, Problems& problems) {
  if (!in.is_boolean()) return wrong(in, "true or false", pointer, problems);
  out = in.get<bool>();
}

template <std::integral T>
void read(const json& in, T& out, const std::string& pointer, Problems& problems) {
  if (!in.is_number_integer()) return wrong(in, "a whole number", pointer, problems);
  // The library keeps what is not negative as unsigned, and converts without looking.
  const bool fits =
      in.is_number_unsigned() ? std::in_range<T>(in.get<std::uint64_t>()) : std::in_range<T>(in.get<std::int64_t>());
  if (!fits) return wrong(in, "a smaller number", pointer, problems);
  out = in.get<T>();
}

inline void read(const json& in, double& out, const std::string& pointer, Problems& problems) {
  if (!in.is_number()) return wrong(in, "a number", pointer, problems);
  out = in.get<double>();
}

inline void read(const json& in, Date& out, const std::string& pointer, Problems& problems) {
  const auto date = in.is_string() ? date_from(in.get_ref<const std::string&>()) : std::nullopt;
  if (!date) return wrong(in, "a day like 2026-03-02", pointer, problems);
  out = *date;
}

inline void read(const json& in, Time& out, const std::string& pointer, Problems& problems) {
  const auto time = in.is_string() ? time_from(in.get_ref<const std::string&>()) : std::nullopt;
  if (!time) return wrong(in, "a moment like 2026-03-02T09:30:00Z", pointer, problems);
  out = *time;
}

template <NamedEnum E>
void read(const json& in, E& out, const std::string& pointer, Problems& problems) {
  const auto known = keys_of<E>();
  if (!in.is_string()) return wrong(in, "one of " + joined(known), pointer, problems);
  const auto& text = in.get_ref<const std::string&>();
  if (const auto value = from_key<E>(text)) out = *value;
  else problems.push_back({pointer, "expected one of " + joined(known) + ", got '" + text + "'" + hint(text, known)});
}

template <Described T>
void read(const json& in, T& out, const std::string& pointer, Problems& problems);

template <class T>
void read(const json& in, std::optional<T>& out, const std::string& pointer, Problems& problems) {
  read(in, out.emplace(), pointer, problems);
}

template <class T>
void read(const json& in, std::vector<T>& out, const std::string& pointer, Problems& problems) {
  if (!in.is_array()) return wrong(in, "a list", pointer, problems);
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
  if (!in.is_object()) return wrong(in, "an object", pointer, problems);
  out.clear();
  for (const auto& [name, value] : in.items()) read(value, out[name], child(pointer, name), problems);
}

/// Visits one object: takes each described key, then reports what is missing and what nobody knows.
class ObjectReader {
 public:
  ObjectReader(const json& in, std::string pointer, Problems& problems)
      : in_(in), pointer_(std::move(pointer)), problems_(problems) {}

  template <class T>
  void required(std::string_view key, T& out) {
    if (!take(key, out)) problems_.push_back({pointer_, "missing '" + std::string(key) + "'"});
  }

  template <class T>
  void optional(std::string_view key, T& out) {
    take(key, out);
  }

  /// "format": only the one that this program knows.
  void format(int known) {
    int given = known;
    required("format", given);
    if (given != known)
      problems_.push_back({child(pointer_, "format"),
                           "this program reads format " + std::to_string(known) + ", got " + std::to_string(given)});
  }

  /// Keys that the caller reads itself.
  void allow(std::string_view key) { known_.push_back(key); }

  void finish() {
    if (taken_ == in_.size()) return;
    for (const auto& [name, value] : in_.items()) {
      bool found = false;
      for (const auto& key : known_) found = found || key == name;
      if (!found) problems_.push_back({child(pointer_, name), "unknown key '" + name + "'" + hint(name, known_)});
    }
  }

 private:
  template <class T>
  bool take(std::string_view key, T& out) {
    known_.push_back(key);
    const auto found = in_.find(key);
    if (found == in_.end()) return false;
    ++taken_;
    read(*found, out, child(pointer_, key), problems_);
    return true;
  }

  const json& in_;
  std::string pointer_;
  Problems& problems_;
  std::vector<std::string_view> known_;
  std::size_t taken_ = 0;
};

template <Described T>
void read(const json& in, T& out, const std::string& pointer, Problems& problems) {
  if (!in.is_object()) return wrong(in, "an object", pointer, problems);
  ObjectReader reader(in, pointer, problems);
  T::fields(out, reader);
  reader.finish();
}

inline json write(const std::string& in) { return in; }
inline json write(bool in) { return in; }
template <std::integral T>
json write(T in) {
  return in;
}
inline json write(double in) { return in; }
inline json write(Date in) { return to_string(in); }
inline json write(Time in) { return to_string(in); }
template <NamedEnum E>
json write(E in) {
  return std::string(key(in));
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

class ObjectWriter {
 public:
  explicit ObjectWriter(json& out) : out_(out) {}

  template <class T>
  void required(std::string_view key, const T& in) {
    out_[std::string(key)] = write(in);
  }

  template <class T>
  void optional(std::string_view key, const T& in) {
    if (!(in == T{})) out_[std::string(key)] = write(in);
  }

 private:
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
