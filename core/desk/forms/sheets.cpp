// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/forms/sheets.hpp"

namespace casus::desk {

namespace {

using text::msg;
using text::say;

void monday(page::Page& page, const text::Voice& voice) {
  page.title = say(voice, "sheet.monday_title");
  page.paragraph(say(voice, "sheet.monday_for"));
  page.section(say(voice, "sheet.monday_before"));
  page.number(say(voice, "sheet.monday_network"));
  page.number(say(voice, "sheet.monday_serve",
                  "command"_is = "casus serve --listen 192.168.1.20:8443 --make-certificate --as Samira"));
  page.number(say(voice, "sheet.monday_link"));
  page.section(say(voice, "sheet.monday_begin"));
  page.number(say(voice, "sheet.monday_beamer", "screen"_is = msg("web.screen")));
  page.number(say(voice, "sheet.monday_join", "lead"_is = msg("web.lead")));
  page.number(say(voice, "sheet.monday_start", "begin"_is = msg("web.begin")));
  page.section(say(voice, "sheet.monday_during"));
  page.bullet(say(voice, "sheet.monday_turn", "mine"_is = msg("web.mine")));
  page.bullet(say(voice, "sheet.monday_silent"));
  page.bullet(say(voice, "sheet.monday_next", "lead"_is = msg("web.lead")));
  page.bullet(say(voice, "sheet.monday_park", "park"_is = msg("web.park")));
  page.bullet(say(voice, "sheet.monday_danger", "danger"_is = msg("web.danger")));
  page.section(say(voice, "sheet.wrong"));
  page.bullet(say(voice, "sheet.monday_typed_wrong", "own"_is = msg("web.my_words")));
  page.bullet(say(voice, "sheet.monday_phone_away"));
  page.bullet(say(voice, "sheet.monday_laptop_away"));
  page.bullet(say(voice, "sheet.monday_chair_away", "lead"_is = msg("web.lead")));
  page.section(say(voice, "sheet.monday_after"));
  page.number(say(voice, "sheet.monday_finish", "finish"_is = msg("web.finish")));
  page.number(say(voice, "sheet.monday_tell"));
}

void card(page::Page& page, const text::Voice& voice) {
  page.title = say(voice, "sheet.card_title");
  page.paragraph(say(voice, "sheet.card_for"));
  page.section(say(voice, "sheet.card_make"));
  page.number(say(voice, "sheet.card_place", "cards"_is = msg("web.cards")));
  page.number(say(voice, "sheet.card_print"));
  page.section(say(voice, "sheet.card_say"));
  page.bullet(say(voice, "sheet.card_what"));
  page.bullet(say(voice, "sheet.card_do"));
  page.bullet(say(voice, "sheet.card_private"));
  page.bullet(say(voice, "sheet.card_months"));
  page.section(say(voice, "sheet.card_later"));
  page.bullet(say(voice, "sheet.card_came_in", "today"_is = msg("web.today")));
  page.bullet(say(voice, "sheet.card_objection"));
  page.bullet(say(voice, "sheet.card_lost"));
}

void keep(page::Page& page, const text::Voice& voice) {
  page.title = say(voice, "sheet.keep_title");
  page.paragraph(say(voice, "sheet.keep_for"));
  page.section(say(voice, "sheet.keep_first"));
  page.bullet(say(voice, "sheet.keep_invite", "devices"_is = msg("web.devices")));
  page.bullet(say(voice, "sheet.keep_passphrase"));
  page.bullet(say(voice, "sheet.keep_keys", "command"_is = text::way("store keys save")));
  page.section(say(voice, "sheet.keep_week"));
  page.bullet(say(voice, "sheet.keep_backup", "keeping"_is = msg("web.keeping")));
  page.bullet(say(voice, "sheet.keep_due"));
  page.bullet(say(voice, "sheet.keep_checkpoint"));
  page.section(say(voice, "sheet.wrong"));
  page.bullet(say(voice, "sheet.keep_lost_phone", "devices"_is = msg("web.devices")));
  page.bullet(say(voice, "sheet.keep_left"));
  page.bullet(say(voice, "sheet.keep_restore", "command"_is = text::way("store restore")));
}

}  // namespace

page::Page sheet_page(Sheet sheet, const text::Voice& voice) {
  page::Page page;
  page.dense = true;
  switch (sheet) {
    case Sheet::monday: monday(page, voice); break;
    case Sheet::card: card(page, voice); break;
    case Sheet::keep: keep(page, voice); break;
  }
  return page;
}

}  // namespace casus::desk
