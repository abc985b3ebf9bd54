// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/sign_in/openid/signed_in.hpp"
#include "core/web/sign_in/provider_pages.hpp"
#include "core/web/visit.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

/// A seat in a team by the sign-in of the municipality (OpenID Connect), and going out there too; and what was being
/// typed when a session ran out. The way to the provider and back is in provider_pages.
namespace casus::web {

class OpenidPages {
 public:
  /// Of a server with one team, which goes to the provider itself.
  OpenidPages(House& house, openid::Settings settings, openid::Fetch fetch);
  /// Of one team among more: who is signed in `everywhere` has a seat here when the tables say so. Who is not goes by
  /// the pages around the teams.
  OpenidPages(House& house, openid::Settings settings, openid::SignedIn& everywhere);
  OpenidPages(const OpenidPages&) = delete;  // what comes back from the provider points here
  OpenidPages& operator=(const OpenidPages&) = delete;

  /// Whether there is a group that leads to this team.
  bool leads_to(const std::string& team) const;
  /// Whether the device of this visit counts: one that was given by being signed in everywhere does as long as that
  /// lasts.
  bool still_in(const Visit& visit) const;
  /// Somebody who is signed in everywhere, whoever they are in this team.
  bool is_known(const Visit& visit) const;
  /// Goes out at the server too. Where to go next.
  std::string leave(const Visit& visit);
  /// Whether it is one of the paths of `page`.
  static bool is_path(std::string_view path);
  /// "/sign-in": to the provider. "/signed-in": back from it. "/again": what was typed before. "/signed-out".
  Response page(Visit& visit);
  /// Keeps a form that cannot be done because the session ran out, until the same person signed in again at this
  /// browser. False when it is not known whose it was, or it is too much.
  bool keep_typed(const Visit& visit);

 private:
  /// A form as it was sent.
  struct Typed {
    std::string name;    ///< of who typed it
    std::string target;  ///< where it was sent to
    Fields fields;
    Time until{};
  };
  Response sign_in(Visit& visit);
  /// `session`: digest of the session everywhere; empty: there is none.
  Response arrive(Visit& visit, const openid::Told& told, const std::string& back, Time until,
                  const std::string& session);
  void turn_away(const Visit& visit, const openid::Told& told, std::string_view back);
  Response again(Visit& visit);
  std::string token_everywhere(const Visit& visit) const;
  void forget_typed(Time now);

  House& house_;
  const openid::Settings settings_;
  std::optional<ProviderPages> provider_;
  openid::SignedIn* everywhere_ = nullptr;  ///< one of these two is there
  std::map<std::string, Typed> typed_;      ///< by digest of the token of the browser
};

/// The path and query of a question, as an address has them.
std::string target_of(const Request& request);

}  // namespace casus::web
