// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"
#include "core/web/sign_in/called_now.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The secret links by which a calendar program reads somebody's days, without signing in. One for each person; a
/// digest of each is kept, so that who reads what is kept reads no calendar.
namespace casus::web {

class Feeds {
 public:
  /// See Devices. Throws Fault(store) when what was kept cannot be read.
  Feeds(std::string_view kept, std::function<void(const std::string&)> write);

  /// The token of a new link; the one that this person had before ends.
  std::string make(const std::string& name, Time now);
  bool has(std::string_view name) const;
  /// Whether there was one.
  bool end(std::string_view name);
  /// Each under the name that its owner has now; of whoever has none there they end, as that one left.
  void forget_others(const CalledNow& called_now);
  /// Whose days it shows; nothing when there is no such link, or not any more.
  std::optional<std::string> whose(std::string_view token) const;
  /// Who has one.
  std::vector<std::string> names() const;

 private:
  struct Feed {
    std::string name;
    std::string digest;
    std::int64_t made = 0;  ///< seconds; 0: by a version that did not say when
  };

  void keep();

  std::function<void(const std::string&)> write_;
  std::vector<Feed> feeds_;
};

}  // namespace casus::web
