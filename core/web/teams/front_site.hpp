// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"
#include "core/web/server/server.hpp"
#include "core/web/sign_in/admission.hpp"
#include "core/web/sign_in/gateway/settings.hpp"
#include "core/web/sign_in/openid/client.hpp"
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
/// are, but to who is signed in elsewhere: their own teams, by the table of groups.
class FrontSite final : public Site {
 public:
  struct Team {
    std::string name;    ///< "noord": where its pages begin
    std::string called;  ///< as it calls itself; empty as long as its store was never open
    bool waits = false;  ///< another server shows it
  };
  struct Setting {
    Lang lang = Lang::nl;  ///< when nobody chose one
    bool secure = false;   ///< browsers come over TLS, here or at a proxy
    const Clock* clock = desk::Setting().clock;
    std::optional<openid::Settings> sign_in = {};  ///< by which provider people are signed in; nothing: by none
    openid::Fetch fetch = {};                      ///< how it is asked
    /// In the place of that: the proxy in front signs them in, and says so in headers.
    std::optional<gateway::Settings> by_header = {};
  };

  explicit FrontSite(Setting setting);
  ~FrontSite() override;

  /// Who came in by the provider, for the pages of the teams; nothing when there is none.
  openid::SignedIn* everywhere();
  /// How the teams are asked for, on the thread of the work. Before the server runs. When another server shows
  /// teams and this one none, so is this: who is signed in is known where the teams are.
  void serves(std::function<std::vector<Team>()> teams) { teams_ = std::move(teams); }

  std::optional<Response> at_once(const Request& request) override;
  Response answer(const Request& request) override;
  std::string_view route(const std::string& path) const override;
  Response refusal(const Request& request, Refused why) const override;
  Response no_path(const Request& request) const override;
  SiteFigures tick(Streams&) override { return {}; }

 private:
  Response answered(const Request& request, const std::function<Response(Visit&)>& page);
  Response routed(Visit& visit);
  Response front(Visit& visit);
  Response sign_in(Visit& visit);
  Response leave(Visit& visit);
  Response signed_out(Visit& visit);
  Response arrive(Visit& visit, const Subject& told, const std::string& back);
  /// Nothing when nobody is signed in elsewhere.
  const Admission* tables() const;
  /// Who asks, by the session here or by the headers of the proxy.
  std::optional<Subject> known(const Visit& visit) const;
  Response onward(const Subject& told, const std::string& back) const;
  bool is_elsewhere() const;
  std::vector<Team> teams_of(const Subject& told) const;
  std::string cookie(const std::string& token) const;

  const Setting setting_;
  openid::SignedIn signed_in_;
  Throttle throttle_;
  std::unique_ptr<ProviderPages> provider_;  ///< nothing without one
  std::function<std::vector<Team>()> teams_;
};

}  // namespace casus::web
