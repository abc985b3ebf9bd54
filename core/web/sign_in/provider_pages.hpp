// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/sign_in/openid/client.hpp"
#include "core/web/visit.hpp"

#include <functional>
#include <string>

/// The way to the provider of the municipality and back (OpenID Connect), for the pages of one team or for those around
/// the teams of a server. What is believed of its answers is decided in openid/.
namespace casus::web {

class ProviderPages {
 public:
  /// What comes next for somebody of whom the provider told this; `back`: the page that they wanted.
  using Arrive = std::function<Response(Visit& visit, const Subject& told, const std::string& back)>;

  ProviderPages(openid::Settings settings, openid::Fetch fetch, Throttle& throttle, Arrive arrive);

  const openid::Settings& settings() const { return client_.settings(); }
  /// To the provider.
  Response sign_in(Visit& visit, const std::string& back);
  /// "/signed-in": back from it.
  Response come_back(Visit& visit);
  /// "/signed-out"
  Response signed_out(Visit& visit);

 private:
  using WithProvider = std::function<Response(Visit&, const openid::Provider&)>;

  /// Goes on with what the provider says of itself, which may have to be asked first.
  Response with_provider(Visit& visit, WithProvider then, WithProvider otherwise = {});
  Response distrusted(const Visit& visit, openid::Distrust why) const;
  Response not_in(const Visit& visit, int status, const std::string& why) const;

  openid::Client client_;
  openid::Journeys journeys_;
  Throttle& throttle_;
  const Arrive arrive_;
};

}  // namespace casus::web
