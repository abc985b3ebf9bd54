// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/keys/seal.hpp"

#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace casus::store {

/// What was erased, by name: all of a stream, one person in it, or one event of it. The names are in the database
/// anyway; what they named is not to be had from them.
struct Erased {
  std::string stream;
  std::string person;  ///< empty: not a person alone
  /// 0: not an event alone. Below 0: event -number is not erased but lost: it cannot be read for want of its key, and
  /// somebody said that this is so for good. Above kBegunAnew: event (number - kBegunAnew) was destroyed in a database
  /// that is newer than the copy that was put back, and its place has another key since.
  std::int64_t number = 0;

  bool operator==(const Erased&) const = default;
};

/// More than any number of an event.
inline constexpr std::int64_t kBegunAnew = std::int64_t{1} << 32;

inline bool is_begun_anew(const Erased& what) { return what.number > kBegunAnew; }

/// Which event it is about, whatever it says of it; 0 for what is not about one event.
inline std::int64_t event_number(const Erased& what) {
  return is_begun_anew(what) ? what.number - kBegunAnew : std::abs(what.number);
}

/// One row of the list that the database keeps of all that was ever erased. It is written in the same transaction as
/// the events that say so, and what is on it counts as erased from then on, whatever keys a vault brings along: an
/// older one, or one whose wiping was cut short. `mark` vouches for this row and those before it.
struct ErasedRow {
  std::int64_t id = 0;  ///< 1, 2, 3, ...
  Erased what;
  Digest mark{};
};

/// Text about one person, sealed with that person's own key inside the case, so that one person can be erased.
struct Secret {
  std::string person;  ///< person id inside the stream, e.g. "p3"
  std::string text;

  bool operator==(const Secret&) const = default;
};

/// What is left of an event without its texts, as the caller says. It lies with the keys, so that a copy of the
/// database from before the destruction can be read with it: there the event still stands, and does not open any more.
/// The names in it are those of then: the owner of a case is known by the opening of it, also where its title is gone.
/// They go with the key of their person.
struct Husk {
  int type_version = 1;
  std::string payload;
  std::vector<Secret> secrets{};

  bool operator==(const Husk&) const = default;
};

using Husks = std::map<std::pair<std::string, std::int64_t>, Husk>;  ///< by stream and number

/// How far a vault has followed the list: nothing done yet is id 0.
struct Wiped {
  std::int64_t id = 0;
  Digest mark{};

  bool operator==(const Wiped&) const = default;
};

/// Those rows of which no later one is about the same event: several things may be said of one event, one after the
/// other, and the last counts.
std::vector<ErasedRow> last_words(const std::vector<ErasedRow>& rows);

/// The mark of a row, given the mark of the row before it (all zero for the first).
Digest erased_mark(const StoreKeys& keys, const Digest& before, std::int64_t id, const Erased& what);

}  // namespace casus::store
