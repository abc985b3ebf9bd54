// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"
#include "core/desk/seat.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The printed cards of residents and of people of their circle: a link, and a code that is typed. One without the
/// other is worth nothing, and here is kept a digest of each.
namespace casus::web {

struct Card {
  std::string digest;       ///< of the token in the link
  std::string code_digest;  ///< of link and code together
  std::string handle;       ///< to point at it; says nothing of the link
  std::string case_id;
  std::string person;  ///< whose it is: the id in the case, for a name here would outlive its erasure
  desk::Sureness sureness = desk::Sureness::resident;
  std::int64_t until = 0;  ///< seconds
  bool ended = false;      ///< opens nothing any more, and is nobody's: only known when somebody comes with it
};

class Cards {
 public:
  static constexpr std::chrono::hours kLife{24 * 92};  ///< a quarter of a year: until the next look back
  static constexpr std::size_t kMost = 2000;

  /// See Devices. Throws Fault(store) when what was kept cannot be read.
  Cards(std::string_view kept, std::function<void(const std::string&)> write);

  /// See Devices.
  void keep_what_is_left(Time now);

  struct Made {
    std::string token;
    std::string code;
  };
  /// A new card; the one that this person had for this case ends.
  Made make(const std::string& case_id, const std::string& person, desk::Sureness sureness, Time now);
  /// The card of this link; nothing when there is none, or not any more.
  std::optional<Card> find(std::string_view token, Time now) const;
  /// The card of this link that was ended; whoever comes with it is sent away.
  std::optional<Card> find_ended(std::string_view token, Time now) const;
  static bool opens(const Card& card, std::string_view token, std::string_view code);
  std::vector<Card> of_case(const std::string& case_id, Time now) const;
  /// Whether it was there.
  bool end(std::string_view handle);

 private:
  void keep();
  void forget(Time now);
  /// Whose it was is not kept any longer than it works.
  static void end(Card& card);
  std::optional<Card> known(std::string_view token, Time now, bool ended) const;

  std::function<void(const std::string&)> write_;
  std::vector<Card> cards_;
  bool behind_ = false;  ///< something was forgotten that is kept still
};

}  // namespace casus::web
