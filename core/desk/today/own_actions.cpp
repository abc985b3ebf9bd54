// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/today/own_actions.hpp"

#include "core/base/recurrence.hpp"
#include "core/page/safe_text.hpp"
#include "core/text/day_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace casus::desk {

namespace {

std::string day_of(const Today::Agreed& one, const text::Voice& voice) {
  auto out = text::day_in_full(one.by_when, voice);
  if (const auto again = recurrence_from(one.repeats)) out += ", " + text::again_in_words(*again, voice);
  return out;
}

void add(page::Page& page, const Today& today, const text::Voice& voice, bool checks) {
  std::vector<page::Row> rows;
  for (const auto& one : today.agreed)
    if (one.checks == checks)
      rows.push_back({day_of(one, voice), (checks ? one.who + ": " : std::string()) + page::one_line(one.what),
                      one.case_id + ' ' + one.action});
  if (rows.empty()) return;
  page.section(checks ? voice.say("today.to_check") : voice.say("today.my_actions"));
  page.table({voice.say("today.column_when"), voice.say("today.column_what"), voice.say("today.column_case")}, rows);
}

/// A heading with other signs than ASCII, in pieces of at most 75 signs that each hold whole letters (RFC 2047).
std::string encoded_heading(std::string_view text) {
  const auto plain = [](unsigned char c) { return c >= 0x20 && c < 0x7F; };
  if (std::ranges::all_of(text, plain)) return std::string(text);
  std::string out, piece;
  const auto close = [&] { out += (out.empty() ? "" : "\r\n ") + ("=?utf-8?Q?" + piece + "?="); };
  for (std::size_t at = 0; at < text.size();) {
    std::string letter;
    do {
      const auto c = static_cast<unsigned char>(text[at++]);
      letter += std::isalnum(c) != 0 && c < 0x80 ? std::string(1, static_cast<char>(c)) : fmt::format("={:02X}", c);
    } while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
    if (piece.size() + letter.size() > 60) {
      close();
      piece.clear();
    }
    piece += letter;
  }
  close();
  return out;
}

}  // namespace

page::Page own_actions_page(const Today& today, const text::Voice& voice) {
  page::Page page;
  page.title = voice.say("own_actions.title", "who"_is = today.who);
  page.section({});
  page.paragraph(text::day_in_full(today.on, voice) + (today.team.empty() ? "" : ", " + today.team));
  if (today.agreed.empty()) page.paragraph(voice.say("own_actions.none"));
  add(page, today, voice, false);
  add(page, today, voice, true);
  return page;
}

std::string own_actions_mail(const Today& today, std::string_view to, const text::Voice& voice, MailFor use) {
  const auto own = static_cast<int>(std::ranges::count(today.agreed, false, &Today::Agreed::checks));
  const auto title =
      voice.say("own_actions.subject", "actions"_is = text::msg("own_actions.actions", "count"_is = own));
  std::string out = use == MailFor::draft ? "X-Unsent: 1\r\n" : "";
  if (!to.empty()) out += fmt::format("To: {}\r\n", to);
  out += "Subject: " + encoded_heading(title) +
         "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n";
  const auto line = [&](const std::string& text) { out += page::one_line(text) + "\r\n"; };
  line(today.agreed.empty() ? voice.say("own_actions.none") : voice.say("own_actions.these", "who"_is = today.who));
  for (const bool checks : {false, true}) {
    if (std::ranges::find(today.agreed, checks, &Today::Agreed::checks) == today.agreed.end()) continue;
    line("");
    line((checks ? voice.say("today.to_check") : voice.say("today.my_actions")) + ':');
    for (const auto& one : today.agreed)
      if (one.checks == checks)
        line("- " + voice.say("own_actions.line", "day"_is = day_of(one, voice), "case"_is = one.case_id,
                              "action"_is = one.action));
  }
  if (!today.agreed.empty()) {
    line("");
    line(voice.say("own_actions.where_the_words_are"));
  }
  if (use == MailFor::sending) std::erase(out, '\r');  // the program that sends it puts the ends of lines right
  return out;
}

bool is_mail_address(std::string_view text) {
  const auto at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
         text.find('@', at + 1) == std::string::npos && text.size() <= 254 &&
         std::ranges::all_of(text, [](unsigned char c) {
           return c > 0x20 && c < 0x7F && c != ',' && c != ';' && c != '<' && c != '>' && c != '"';
         });
}

}  // namespace casus::desk
