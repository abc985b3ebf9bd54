// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"
#include "core/web/server/server.hpp"
#include "core/web/sign_in/gateway/settings.hpp"
#include "core/web/sign_in/openid/client.hpp"
#include "core/web/sign_in/openid/settings.hpp"
#include "core/web/sign_in/openid/signed_in.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace casus::web {

struct Visit;

/// All pages on one store: which path is which page, who asks, and that a form came from a page of ours.
class PageSite final : public Site {
 public:
  struct Setting {
    desk::Setting desk;     ///< the seat in it is who started the server: the owner of the link that it prints
    std::string base = {};  ///< where its pages begin on the server (base.hpp)
    bool secure = false;    ///< browsers come over TLS, here or at a proxy
    std::optional<openid::Settings> sign_in = {};  ///< by which provider people are signed in; nothing: by none
    openid::Fetch fetch = {};                      ///< how it is asked
    openid::SignedIn* everywhere = nullptr;        ///< who came in by it, when that is for more teams than this one
    /// In the place of that: the proxy in front signs them in, and says so in headers.
    std::optional<gateway::Settings> by_header = {};
    bool among_teams = false;  ///< other teams are on the same server, with pages around them all
  };

  /// Opens the store. Throws Fault when it cannot be opened, Usage when there is none.
  explicit PageSite(Setting setting);
  ~PageSite() override;

  /// The server is there: under which address people come, and who tells them of changes.
  void at(std::string origin, Streams& streams);
  /// As the team calls itself; as of the last tick.
  const std::string& team() const;
  /// A link that signs in, once, whoever sits at this computer.
  std::string first_link();

  bool takes_file(const std::string& address) const override;
  std::optional<Response> at_once(const Request& request) override;
  Response answer(const Request& request) override;
  std::string_view route(const std::string& address) const override;
  Response refusal(const Request& request, Refused why) const override;
  Response no_path(const Request& request) const override;
  SiteFigures tick(Streams& streams) override;

 private:
  struct Inside;
  /// Answers with this page, or with why it is not for who asks.
  Response answered(const Request& request, const std::function<Response(Visit&)>& page);
  /// The answer to a form that only reads, once more.
  Response asked_anew(Request request, std::string sent, const std::function<Response(Visit&)>& page);

  std::unique_ptr<Inside> inside_;
};

}  // namespace casus::web
