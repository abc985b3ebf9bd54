// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace casus {

struct TellingPart;

/// What is told about a file, before it is put in a language: an id of the message catalogue and its named parts, or
/// words as they are. `core/text/problem_words.hpp` says it. Here, and not a `text::Message`, as a method library links
/// nothing above `base`.
class Telling {
 public:
  Telling() = default;
  Telling(std::string words) : words_(std::move(words)) {}
  Telling(std::string_view words) : words_(words) {}
  Telling(const char* words) : words_(words) {}
  template <std::integral Number>
  Telling(Number number) : words_(std::to_string(number)) {}

  struct ById {
    std::string_view id;  ///< of a literal
  };
  Telling(ById id, std::initializer_list<TellingPart> parts);  ///< for `tell`

  std::string_view id() const { return id_; }  ///< empty for words as they are
  const std::string& words() const { return words_; }
  const std::vector<TellingPart>& parts() const { return parts_; }
  /// The words of a part; empty when it has none of that name, or one by id.
  std::string_view part(std::string_view name) const;
  bool operator==(const Telling& other) const;

 private:
  std::string_view id_;  // of a literal
  std::string words_;
  std::vector<TellingPart> parts_;
};

struct TellingPart {
  std::string_view name;
  Telling value;

  bool operator==(const TellingPart&) const = default;
};

inline Telling::Telling(ById id, std::initializer_list<TellingPart> parts) : id_(id.id), parts_(parts) {}

inline bool Telling::operator==(const Telling& other) const {
  return id_ == other.id_ && words_ == other.words_ && parts_ == other.parts_;
}

inline std::string_view Telling::part(std::string_view name) const {
  for (const auto& one : parts_)
    if (one.name == name) return one.value.words();
  return {};
}

/// `tell("wrong.version", {{"got", version}})`: a test holds ids and names of parts to the catalogue.
template <std::size_t N>
Telling tell(const char (&id)[N], std::initializer_list<TellingPart> parts) {
  return Telling(Telling::ById{std::string_view(id, N - 1)}, parts);
}
template <std::size_t N>
Telling tell(const char (&id)[N]) {
  return tell(id, {});
}

/// Where something stands in a file, both from 1. No line: the text is one line, of which only the caller knows the
/// number. Columns count letters, not bytes.
struct FilePlace {
  std::size_t line = 0;
  std::size_t column = 0;

  bool operator==(const FilePlace&) const = default;
};

/// Something wrong in a file that a person wrote. `pointer` is the JSON pointer (RFC 6901) of the place; `message` says
/// what, expected, got, nearest known name. What to do has the same id with "_do" behind it, where the catalogue has
/// one.
struct Problem {
  std::string pointer;
  Telling message;
  FilePlace at = {};  ///< where it is known: of what is no JSON at once, of the rest after `place`

  bool operator==(const Problem&) const = default;
};

/// All problems of one file; empty means that it is good. Never just the first.
using Problems = std::vector<Problem>;

}  // namespace casus
