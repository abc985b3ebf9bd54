// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/server/message.hpp"

#include <string>
#include <string_view>

namespace casus::web {

struct Visit;

/// A form of ours is sent from a page of ours; a browser says so, and an old one says nothing.
bool is_from_elsewhere(const Request& request);
/// Sent as a form without a file in it.
bool is_plain_form(const Request& request);
/// Its form is not done: it came without the token of its browser.
bool lacks_token(const Visit& visit);
/// Whether something that was typed in its form may tell of danger.
bool tells_of_danger(const Visit& visit);
/// A page of who comes by a card.
bool is_of_card(std::string_view path);
/// A form that cannot be done any more, as after a night: what was typed stands there still, to be copied. No page of
/// ours is kept by a browser, so there is no going back to it. `kept`: it comes back after signing in again.
Response too_late(const Visit& visit, const std::string& why, bool kept = false);
/// Under which a page of a meeting (`page`) keeps on the device what is typed in this field of the form of this visit;
/// empty where it keeps nothing. `first`: of those in which something was typed.
std::string draft_of(const Visit& visit, std::string_view page, const std::string& field, bool first);
/// A form that could not be done for now, as when the store gave no answer: what was typed stands there still, and goes
/// again by a button, with the id of its command. `why`: what became of it. `perhaps_kept`: nobody knows.
Response not_for_now(const Visit& visit, const std::string& why, bool perhaps_kept);
/// A form in which signs stood that no text may hold: nothing is done, and it comes back without them.
Response without_signs(const Visit& visit);
/// The page that a form asks to go back to: only a path on this site, never another host.
std::string path_back(const std::string& asked);

}  // namespace casus::web
