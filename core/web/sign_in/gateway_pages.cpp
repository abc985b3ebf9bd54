// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/gateway_pages.hpp"

#include "core/desk/meeting/meeting_now.hpp"
#include "core/text/label.hpp"
#include "core/web/server/head.hpp"

#include <utility>

namespace casus::web {

GatewayPages::GatewayPages(House& house, gateway::Settings settings)
    : ElsewherePages(house), settings_(std::move(settings)) {
  house.provider = settings_.name;
}

void GatewayPages::look_again(Visit& visit) const {
  if (!visit.device || !visit.device->by_provider) return;
  const auto told = gateway::told_in(visit.request, settings_.headers);
  // Who left the team is found out by the desk, as of everybody; here is only whether it is still them.
  const auto who = told ? admitted(*told, settings_, desk::team_called(house_.desk), {visit.device->name})
                        : Outcome<Admitted, NotAdmitted>(failure(NotAdmitted::no_person));
  if (!who || who->name != visit.device->name || sureness_of(who->role) != visit.device->sureness) visit.device.reset();
}

Response GatewayPages::sign_in(Visit& visit, const std::string& back) {
  const auto told = gateway::told_in(visit.request, settings_.headers);
  return told ? arrive(visit, *told, back) : not_believed(visit, house_.provider, told.error());
}

std::optional<Subject> GatewayPages::known(const Visit& visit) const {
  auto told = gateway::told_in(visit.request, settings_.headers);
  if (!told) return std::nullopt;
  return std::move(*told);
}

/// The proxy sends nobody back here.
Response GatewayPages::come_back(Visit&) { return see_other("/sign-in"); }

Response GatewayPages::signed_out(Visit& visit) {
  const auto& out = settings_.sign_out;
  // A path there is one of the proxy, not below where our pages begin.
  const bool is_path = out.starts_with('/') && !house_.base.empty();
  return left_page(visit, house_.provider, text::msg("web.signed_out_at_gateway", "provider"_is = house_.provider),
                   is_path ? house_.server() + out : out);
}

Response not_believed(const Visit& visit, const std::string& provider, gateway::Doubt why) {
  const bool missing = why == gateway::Doubt::missing;
  auto response = not_signed_in(
      visit, provider, missing ? 401 : 400,
      text::say(visit.lang, "web.gateway_not_believed", "provider"_is = provider, "why"_is = text::label(why)));
  // A 401 names a way to sign in; a browser does nothing by this one, and the proxy in front may.
  if (missing) response.headers.push_back({"WWW-Authenticate", "Gateway"});
  return response;
}

}  // namespace casus::web
