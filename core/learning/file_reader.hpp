// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/json/json_fields.hpp"
#include "core/base/text.hpp"
#include "core/learning/instrument.hpp"

#include <nlohmann/json.hpp>

#include <concepts>
#include <map>
#include <string>
#include <vector>

/// Reads described structs from JSON as base/json_fields does, and says what is wrong in the language of the reader.
/// Internal to core/learning; in sources only.
namespace casus::learning {

using nlohmann::json;

class FileReader {
 public:
  FileReader(const json& in, std::string pointer, FileProblems& problems)
      : in_(in), pointer_(std::move(pointer)), problems_(problems) {}

  void required(std::string_view key, auto& out) { take(key, true, out); }
  template <class T>
  void optional(std::string_view key, T& out) {
    take(key, false, out);
  }
  /// A key that says nothing of the instrument.
  void allow(std::string_view key) { known_.push_back(key); }
  /// Tells the keys that nobody knows, with the one that was likely meant.
  void finish();

 private:
  void take(std::string_view key, bool needed, auto& out);
  void missing(std::string_view key);

  const json& in_;
  std::string pointer_;
  FileProblems& problems_;
  std::vector<std::string_view> known_;
};

void expected(const char* what, const json& got, const std::string& pointer, FileProblems& problems);
void not_one_of(const std::vector<std::string_view>& known, const json& got, const std::string& pointer,
                FileProblems& problems);

inline void read(const json& in, std::string& out, const std::string& pointer, FileProblems& problems) {
  if (in.is_string()) out = in.get<std::string>();
  else expected("text", in, pointer, problems);
}
inline void read(const json& in, bool& out, const std::string& pointer, FileProblems& problems) {
  if (in.is_boolean()) out = in.get<bool>();
  else expected("truth", in, pointer, problems);
}
inline void read(const json& in, int& out, const std::string& pointer, FileProblems& problems) {
  constexpr std::int64_t kMost = 100'000;  // minutes, hours, counts: more is a slip of the key
  const bool whole = in.is_number_integer() && in.get<double>() >= 0 && in.get<double>() <= kMost;
  if (whole) out = in.get<int>();
  else expected("number", in, pointer, problems);
}

template <NamedEnum E>
void read(const json& in, E& out, const std::string& pointer, FileProblems& problems) {
  const auto found = in.is_string() ? from_key<E>(in.get<std::string>()) : std::nullopt;
  if (found) out = *found;
  else not_one_of(keys_of<E>(), in, pointer, problems);
}

template <class T>
requires requires(T& value, FileReader& reader) { T::fields(value, reader); }
void read(const json& in, T& out, const std::string& pointer, FileProblems& problems) {
  if (!in.is_object()) return expected("object", in, pointer, problems);
  FileReader reader(in, pointer, problems);
  T::fields(out, reader);
  reader.finish();
}

template <class T>
void read(const json& in, std::vector<T>& out, const std::string& pointer, FileProblems& problems) {
  if (!in.is_array()) return expected("list", in, pointer, problems);
  out.assign(in.size(), T{});
  for (std::size_t i = 0; i < in.size(); ++i) read(in[i], out[i], pointer + '/' + std::to_string(i), problems);
}

template <class T>
void read(const json& in, std::map<std::string, T>& out, const std::string& pointer, FileProblems& problems) {
  if (!in.is_object()) return expected("object", in, pointer, problems);
  for (const auto& [key, value] : in.items()) read(value, out[key], fields::child(pointer, key), problems);
}

void FileReader::take(std::string_view key, bool needed, auto& out) {
  known_.push_back(key);
  const auto found = in_.find(key);
  if (found != in_.end()) read(*found, out, fields::child(pointer_, key), problems_);
  else if (needed) missing(key);
}

}  // namespace casus::learning
