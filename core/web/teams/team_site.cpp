// SPDX-License-Identifier: EUPL-1.2
#include "core/web/teams/team_site.hpp"

#include "core/base/fault.hpp"
#include "core/desk/fault_words.hpp"
#include "core/web/assets/assets.hpp"
#include "core/web/base.hpp"
#include "core/web/routes.hpp"
#include "core/web/server/head.hpp"
#include "core/web/server/metrics.hpp"
#include "core/web/visit.hpp"

#include <exception>
#include <utility>

namespace casus::web {
namespace {

constexpr std::chrono::seconds kTriedAgain{4};  ///< below the pause of the ticks of a store that does not answer
/// Where another server shows it: that one is asked nothing by this, and who is led here wants to go on.
constexpr std::chrono::seconds kLookedAgain{1};

PageSite::Setting among_teams(PageSite::Setting setting) {
  setting.among_teams = true;
  return setting;
}

}  // namespace

TeamSite::TeamSite(PageSite::Setting setting, Tell tell)
    : setting_(among_teams(std::move(setting))), tell_(std::move(tell)) {}
TeamSite::~TeamSite() = default;

std::string TeamSite::team() const {
  const std::scoped_lock lock(mutex_);
  return called_;
}

void TeamSite::at(std::string origin, Streams& streams) {
  origin_ = std::move(origin);
  streams_ = &streams;
}

PageSite* TeamSite::opened() {
  using std::chrono::steady_clock;
  if (auto* const pages = open_.load()) return pages;
  if (tried_ && steady_clock::now() - *tried_ < (waits_ ? kLookedAgain : kTriedAgain)) return nullptr;
  std::string trouble;
  bool waits = false;
  try {
    auto pages = std::make_unique<PageSite>(setting_);
    pages->at(origin_, *streams_);
    {
      const std::scoped_lock lock(mutex_);
      called_ = pages->team();
    }
    tell_({pages->first_link(), {}, false});
    pages_ = std::move(pages);
    open_ = pages_.get();
    waits_ = false;
    return pages_.get();
  } catch (const desk::Usage& usage) {
    trouble = usage.message;
  } catch (const Fault& fault) {
    trouble = desk::fault_words(fault, setting_.desk.lang);
    waits = desk::is_shown_elsewhere(fault);
  } catch (const std::exception& error) {
    trouble = error.what();
  }
  tried_ = steady_clock::now();
  if (trouble != trouble_) tell_({{}, trouble, waits});
  trouble_ = std::move(trouble);
  waits_ = waits;
  return nullptr;
}

Response TeamSite::closed(const Request& request) const {
  const auto visit = visit_of_anybody(request, lang_of(request, setting_.desk.lang), setting_.base);
  if (waits_) return shown_elsewhere(visit);
  auto response = said_no(visit, 503, text::say(visit.lang, "web.team_closed"));
  response.headers.push_back({"Retry-After", "10"});
  return response;
}

bool TeamSite::takes_file(const std::string& address) const {
  const auto* const pages = open_.load();
  return pages != nullptr && pages->takes_file(address);
}

std::optional<Response> TeamSite::at_once(const Request& request) {
  if (auto* const pages = open_.load()) return pages->at_once(request);
  const auto path = without_base(setting_.base, request.path);
  return path ? asset(*path, request) : std::nullopt;
}

Response TeamSite::answer(const Request& request) {
  auto* const pages = opened();
  if (pages == nullptr) return closed(request);
  // It may have been opened since this was asked on the network's thread.
  if (auto first = pages->at_once(request)) return std::move(*first);
  return pages->answer(request);
}

std::string_view TeamSite::route(const std::string& address) const {
  const auto path = without_base(setting_.base, address);
  return path ? route_of(*path) : kNoRoute;
}

Response TeamSite::refusal(const Request& request, Refused why) const {
  return refused_for_now(request, why, lang_of(request, setting_.desk.lang), setting_.base);
}

SiteFigures TeamSite::tick(Streams& streams) {
  if (auto* const pages = opened()) {
    const auto figures = pages->tick(streams);
    const std::scoped_lock lock(mutex_);
    called_ = pages->team();
    return figures;
  }
  throw Fault(Fault::Kind::store, trouble_);
}

}  // namespace casus::web
