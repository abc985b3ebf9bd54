// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/openid_pages.hpp"

#include "core/web/base.hpp"
#include "core/web/server/encoding.hpp"
#include "core/web/server/head.hpp"

#include <utility>

namespace casus::web {

OpenidPages::OpenidPages(House& house, openid::Settings settings, openid::Fetch fetch)
    : ElsewherePages(house), settings_(std::move(settings)) {
  house.provider = settings_.name;
  provider_.emplace(
      settings_, std::move(fetch), house.throttle,
      [this](Visit& visit, const Subject& told, const std::string& back) { return arrive(visit, told, back); });
}

OpenidPages::OpenidPages(House& house, openid::Settings settings, openid::SignedIn& everywhere)
    : ElsewherePages(house), settings_(std::move(settings)), everywhere_(&everywhere) {
  house.provider = settings_.name;
}

std::string OpenidPages::token_everywhere(const Visit& visit) const {
  return everywhere_ == nullptr ? std::string() : std::string(visit.request.cookie(everywhere_->cookie()));
}

void OpenidPages::look_again(Visit& visit) const {
  if (!visit.device || visit.device->session.empty()) return;
  if (everywhere_ == nullptr || !everywhere_->holds(visit.device->session, token_everywhere(visit)))
    visit.device.reset();
}

bool OpenidPages::sends_round(const Visit& visit) const {
  if (everywhere_ != nullptr && everywhere_->find(token_everywhere(visit), visit.now)) return true;
  return visit.request.path != "/" && house_.devices.ran_out(visit.token).has_value();
}

std::string OpenidPages::leave(const Visit& visit) {
  if (everywhere_ == nullptr) return ElsewherePages::leave(visit);
  everywhere_->end(token_everywhere(visit), visit.now);
  return house_.server() + "/signed-out";
}

Response OpenidPages::sign_in(Visit& visit, const std::string& back) {
  if (provider_) return provider_->sign_in(visit, back);
  if (const auto session = everywhere_->find(token_everywhere(visit), visit.now))
    return arrive(visit, session->told, back, session->until, session->digest);
  const auto here = with_base(visit.base, "/sign-in?back=" + percent_encoded(back));
  return see_other(house_.server() + "/sign-in?back=" + percent_encoded(here));
}

std::optional<Subject> OpenidPages::known(const Visit& visit) const {
  if (everywhere_ == nullptr) return std::nullopt;
  auto session = everywhere_->find(token_everywhere(visit), visit.now);
  if (!session) return std::nullopt;
  return std::move(session->told);
}

/// For all teams of a server, to and from the provider is one way.
Response OpenidPages::come_back(Visit& visit) {
  return provider_ ? provider_->come_back(visit) : see_other(house_.server() + "/");
}

Response OpenidPages::signed_out(Visit& visit) {
  return provider_ ? provider_->signed_out(visit) : see_other(house_.server() + "/");
}

}  // namespace casus::web
