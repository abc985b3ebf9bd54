// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/text.hpp"
#include "core/base/time.hpp"
#include "core/text/label.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Fields of events as somebody would type them, and back. Internal to core/engine.
namespace casus::engine::typing {

inline std::string typed(const std::string& value) { return value; }
inline std::string typed(bool value) { return value ? "true" : "false"; }
inline std::string typed(int value) { return std::to_string(value); }
inline std::string typed(Date value) { return to_string(value); }
inline std::string typed(Time) { return {}; }  // nobody types moments
template <NamedEnum E>
std::string typed(E value) {
  return std::string(key(value));
}
inline std::string typed(const std::vector<std::string>& values) {
  std::string all;
  for (const auto& value : values) all += (all.empty() ? "" : "|") + value;
  return all;
}
template <NamedEnum E>
std::string typed(const std::vector<E>& values) {
  std::vector<std::string> keys;
  for (const auto value : values) keys.emplace_back(key(value));
  return typed(keys);
}
template <class T>
std::string typed(const std::optional<T>& value) {
  return value ? typed(*value) : std::string();
}
/// What nobody types: lists of numbers, what rules noticed.
template <class T>
requires(!NamedEnum<T>) std::string typed(const T&) { return {}; }

bool put(std::string& out, std::string_view in) {
  out = std::string(in);
  return true;
}
inline bool put(bool& out, std::string_view in) {
  const auto word = folded(in);
  if (word == "true" || word == "ja" || word == "yes") out = true;
  else if (word == "false" || word == "nee" || word == "no") out = false;
  else return false;
  return true;
}
inline bool put(int& out, std::string_view in) {
  if (in.starts_with('+')) in.remove_prefix(1);
  const auto end = in.data() + in.size();
  const auto read = std::from_chars(in.data(), end, out);
  return read.ec == std::errc() && read.ptr == end;
}
inline bool put(Date& out, std::string_view in) {
  const auto day = date_from(in);
  if (day) out = *day;
  return day.has_value();
}
inline bool put(Time&, std::string_view) { return false; }
template <NamedEnum E>
bool put(E& out, std::string_view in) {
  const auto meant = text::typed_as<E>(folded(in));
  if (meant) out = *meant;
  return meant.has_value();
}
inline bool put(std::vector<std::string>& out, std::string_view in) {
  out.clear();
  while (!in.empty()) {
    const auto end = std::min(in.find('|'), in.size());
    out.emplace_back(trimmed(in.substr(0, end)));
    in.remove_prefix(std::min(end + 1, in.size()));
  }
  return true;
}
template <NamedEnum E>
bool put(std::vector<E>& out, std::string_view in) {
  std::vector<std::string> words;
  put(words, in);
  out.clear();
  return std::ranges::all_of(words, [&](const std::string& word) { return put(out.emplace_back(), word); });
}
template <class T>
bool put(std::optional<T>& out, std::string_view in) {
  if (in.empty()) {
    out.reset();
    return true;
  }
  T value{};
  if (!put(value, in)) return false;
  out = value;
  return true;
}
template <class T>
requires(!NamedEnum<T>) bool put(T&, std::string_view) { return false; }

}  // namespace casus::engine::typing
