// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/sign_in/elsewhere_pages.hpp"
#include "core/web/sign_in/openid/signed_in.hpp"
#include "core/web/sign_in/provider_pages.hpp"

#include <optional>
#include <string>

/// A seat in a team by the sign-in of the municipality (OpenID Connect), and going out there too. The way to the
/// provider and back is in provider_pages.
namespace casus::web {

class OpenidPages final : public ElsewherePages {
 public:
  /// Of a server with one team, which goes to the provider itself.
  OpenidPages(House& house, openid::Settings settings, openid::Fetch fetch);
  /// Of one team among more: who is signed in `everywhere` has a seat here when the tables say so. Who is not goes by
  /// the pages around the teams.
  OpenidPages(House& house, openid::Settings settings, openid::SignedIn& everywhere);

  /// A seat that was given by being signed in everywhere counts as long as that lasts.
  void look_again(Visit& visit) const override;
  /// The provider may know still whose session ran out a while ago; and who is signed in everywhere has no seat in each
  /// team yet.
  bool sends_round(const Visit& visit) const override;
  /// At the server too.
  std::string leave(const Visit& visit) override;

 private:
  const Admission& admission() const override { return settings_; }
  Response sign_in(Visit& visit, const std::string& back) override;
  Response come_back(Visit& visit) override;
  Response signed_out(Visit& visit) override;
  std::optional<Subject> known(const Visit& visit) const override;
  std::string token_everywhere(const Visit& visit) const;

  const openid::Settings settings_;
  std::optional<ProviderPages> provider_;
  openid::SignedIn* everywhere_ = nullptr;  ///< one of these two is there
};

}  // namespace casus::web
