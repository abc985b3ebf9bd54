// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/today/today.hpp"
#include "core/page/page.hpp"
#include "core/text/voice.hpp"

#include <string>
#include <string_view>

/// What somebody took on in all their cases, to take along: on paper or by mail.
namespace casus::desk {

/// What they do and what they check, by day. Of the cases only the id: no title, question or name of a resident, but
/// what they themselves agreed to do, in its own words.
page::Page own_actions_page(const Today& today, const text::Voice& voice);

/// The same as a message (RFC 5322) without a word of any case: the day, the case and the action by id, as mail is read
/// by others on its way. Nothing is sent. `to` may be empty. A draft is opened by a mail program to be sent from there.
enum class MailFor { draft, sending };
std::string own_actions_mail(const Today& today, std::string_view to, const text::Voice& voice,
                             MailFor use = MailFor::draft);

/// Whether it can stand behind "To:": one address, with nothing that begins another line or another address.
bool is_mail_address(std::string_view text);

}  // namespace casus::desk
