// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"
#include "core/desk/seat.hpp"
#include "core/web/sign_in/called_now.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Passphrases with which people sign in again without a new link; a digest of each is kept, and nothing else. A keeper
/// and a colleague may have one name, as one person or as two: each has their own, and neither touches the other's.
namespace casus::web {

class Passphrases {
 public:
  /// See Devices. Throws Fault(store) when what was kept cannot be read.
  Passphrases(std::string_view kept, std::function<void(const std::string&)> write);

  /// Whether everybody must have one, who works at a device of their own.
  bool required() const { return required_; }
  void require(bool all);

  /// Of the keeper of this name, or of the colleague.
  bool has(std::string_view name, desk::Sureness sureness) const;
  /// The one that this person had before counts no more.
  void set(const std::string& name, desk::Sureness sureness, std::string_view passphrase, Time now);
  /// Whether there was one.
  bool forget(std::string_view name, desk::Sureness sureness);
  /// Keepers who have one. They may be of no team, so nobody else tells that they left.
  std::vector<std::string> keepers() const;
  /// Each under the name that its owner has now, keepers aside; of whoever has none they open nothing any more, as that
  /// one left.
  void forget_others(const CalledNow& called_now);

  struct Known {
    std::string name;
    desk::Sureness sureness = desk::Sureness::invited;
    std::string digest;
    std::int64_t made = 0;  ///< seconds; 0: by a version that did not say when
  };
  /// Whose it is, a colleague's before a keeper's; nothing when the name or the passphrase is wrong, in the same time.
  std::optional<Known> meant(std::string_view name, std::string_view passphrase) const;
  /// Whether it is of the keeper of this name, or of the colleague.
  bool fits(std::string_view name, desk::Sureness sureness, std::string_view passphrase) const;

 private:
  void keep();
  const Known* find(std::string_view name, bool keeper) const;

  std::function<void(const std::string&)> write_;
  std::vector<Known> all_;
  bool required_ = false;
};

}  // namespace casus::web
