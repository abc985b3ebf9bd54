// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"
#include "core/web/server/server.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace casus::web {

struct Visit;

/// What is asked of a server of several teams and of none of them. It says nothing of any team, not even which there
/// are: that is told to who comes in.
class FrontSite final : public Site {
 public:
  struct Setting {
    Lang lang = Lang::nl;  ///< when nobody chose one
    bool secure = false;   ///< browsers come over TLS, here or at a proxy
    const Clock* clock = desk::Setting().clock;
  };

  explicit FrontSite(Setting setting) : setting_(setting) {}

  std::optional<Response> at_once(const Request& request) override;
  Response answer(const Request& request) override;
  std::string_view route(const std::string& path) const override;
  Response refusal(const Request& request, Refused why) const override;
  SiteFigures tick(Streams&) override { return {}; }

 private:
  Response routed(Visit& visit);
  std::string cookie_name() const { return setting_.secure ? "__Host-casus-all" : "casus-all"; }

  const Setting setting_;
};

}  // namespace casus::web
