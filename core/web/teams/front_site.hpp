// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"
#include "core/web/server/server.hpp"
#include "core/web/sign_in/openid/fetch.hpp"
#include "core/web/sign_in/openid/settings.hpp"
#include "core/web/sign_in/openid/signed_in.hpp"
#include "core/web/sign_in/throttle.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::web {

class ProviderPages;
struct Visit;

/// What is asked of a server of several teams and of none of them. It says nothing of any team, not even which there
/// are, but to who came in by the provider: their own teams, by the table of groups.
class FrontSite final : public Site {
 public:
  struct Team {
    std::string name;    ///< "noord": where its pages begin
    std::string called;  ///< as it calls itself; empty as long as its store was never open
  };
  struct Setting {
    Lang lang = Lang::nl;  ///< when nobody chose one
    bool secure = false;   ///< browsers come over TLS, here or at a proxy
    const Clock* clock = desk::Setting().clock;
    std::optional<openid::Settings> sign_in = {};  ///< by which provider people are signed in; nothing: by none
    openid::Fetch fetch = {};                      ///< how it is asked
  };

  explicit FrontSite(Setting setting);
  ~FrontSite() override;

  /// Who came in, for the pages of the teams; nothing when there is no provider.
  openid::SignedIn* everywhere();
  /// How the teams are asked for, on the thread of the work. Before the server runs.
  void serves(std::function<std::vector<Team>()> teams) { teams_ = std::move(teams); }

  std::optional<Response> at_once(const Request& request) override;
  Response answer(const Request& request) override;
  std::string_view route(const std::string& path) const override;
  Response refusal(const Request& request, Refused why) const override;
  SiteFigures tick(Streams&) override { return {}; }

 private:
  Response answered(const Request& request, const std::function<Response(Visit&)>& page);
  Response routed(Visit& visit);
  Response front(Visit& visit);
  Response sign_in(Visit& visit);
  Response leave(Visit& visit);
  Response arrive(Visit& visit, const openid::Told& told, const std::string& back);
  std::vector<Team> teams_of(const openid::Told& told) const;
  std::string cookie(const std::string& token) const;

  const Setting setting_;
  openid::SignedIn signed_in_;
  Throttle throttle_;
  std::unique_ptr<ProviderPages> provider_;  ///< nothing without one
  std::function<std::vector<Team>()> teams_;
};

}  // namespace casus::web
