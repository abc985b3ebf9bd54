// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/sign_in/elsewhere_pages.hpp"
#include "core/web/sign_in/openid/client.hpp"

#include <functional>
#include <string>

/// Coming in by the sign-in of the municipality (OpenID Connect), and going out there too. What is believed of its
/// answers is decided in openid/.
namespace casus::web {

class OpenidPages final : public ElsewherePages {
 public:
  OpenidPages(House& house, openid::Settings settings, openid::Fetch fetch);

  void look_again(Visit&) const override {}
  /// The provider may know still whose session ran out a while ago.
  bool sends_round(const Visit& visit) const override;

 private:
  using WithProvider = std::function<Response(Visit&, const openid::Provider&)>;

  const Admission& admission() const override { return client_.settings(); }
  Response sign_in(Visit& visit, const std::string& back) override;
  Response come_back(Visit& visit) override;
  Response signed_out(Visit& visit) override;
  /// Goes on with what the provider says of itself, which may have to be asked first.
  Response with_provider(Visit& visit, WithProvider then, WithProvider otherwise = {});
  Response distrusted(const Visit& visit, openid::Distrust why) const;

  openid::Client client_;
  openid::Journeys journeys_;
};

}  // namespace casus::web
