// SPDX-License-Identifier: EUPL-1.2
#include "core/web/meeting/more_forms.hpp"

#include "core/desk/catalogue.hpp"
#include "core/desk/desk.hpp"
#include "core/desk/meeting/forms_at_table.hpp"
#include "core/desk/typed/standing_records.hpp"
#include "core/web/layout.hpp"
#include "core/web/meeting/button_words.hpp"
#include "core/web/meeting/parts.hpp"
#include "core/web/visit.hpp"
#include "core/web/work/verb_form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ranges>
#include <string_view>
#include <utility>
#include <vector>

namespace casus::web {
namespace {

using text::say;

constexpr std::string_view kScore = "case score";
/// What somebody gives on the own phone too, beside what goes to the team.
constexpr std::array kOwn{kScore, std::string_view("case decide opinion")};
/// What was said longer ago is put right on the page of its case.
constexpr std::size_t kMostToMend = 30;

/// As the page of who leads calls it where it points at the form.
std::string summary_of(std::string_view path, Lang lang) {
  const auto words = lead_words(text::Way{.path = path});
  return words ? std::string(words->in(lang)) : std::string(path);
}

bool is_back(const Fields* typed, std::string_view path) {
  return typed != nullptr && typed->get("do") == "form" && typed->get("verb") == path;
}

/// One of the forms of the desk, drawn from its description in the catalogue.
Html folded_verb(const Visit& visit, desk::Desk& desk, const desk::TableForm& form, const service::Table* table,
                 const desk::KnownInCase* known, const std::string& to, const Fields* typed) {
  const auto* entry = desk::entry_at(form.path);
  if (entry == nullptr) return {};
  const bool back = is_back(typed, form.path);
  const std::string path(form.path);
  auto name = path;
  std::ranges::replace(name, ' ', '-');
  VerbForm how{to, visit.form_token(), back ? typed : nullptr};
  how.stays = true;
  how.known = known;
  how.flat = form.short_form;
  how.left_out = {"case"};
  how.drafts = (table == nullptr ? std::string("-") : table->case_id) + ' ' + path;
  how.button = say(visit.lang, "web.keep");
  how.before = hidden("do", "form") + hidden("verb", path) + hidden("at", visit.at);
  // A score stands under the floor, as what is said.
  if (table != nullptr && table->hidden && form.path == kScore) how.before += hidden("unseen", "1");
  if (table != nullptr && form.of_somebody && to == "/lead") {
    std::vector<std::string> people;
    for (const auto& seat : table->seats) people.push_back(seat.name);
    how.before += select(
        {"whose-" + name, "whose", say(visit.lang, "web.who"), back ? typed->get("whose") : std::string(), {}, true},
        names_to_choose(people, visit.lang));
  }
  return el("details", {{"id", "form-" + name}, {"open", back}, {"data-once", true}},
            el("summary", summary_of(form.path, visit.lang)) +
                verb_form(desk::form_of(*entry, desk.voice()), how, visit.lang));
}

/// Whether the step refuses what the form gives, whoever gives it.
bool is_refused_here(const desk::TableForm& form, const service::Table* table) {
  return form.path == kScore && table != nullptr && !table->takes_scores;
}

/// Whether there is nothing yet that the form could point at.
bool points_at_nothing(const desk::TableForm& form, const desk::KnownInCase* known) {
  return form.of_decision && (known == nullptr || known->decisions.empty());
}

const desk::TableForm* form_sent(const Visit& visit, const std::vector<desk::TableForm>& forms) {
  const auto found = std::ranges::find(forms, visit.fields.get("verb"), &desk::TableForm::path);
  return found == forms.end() ? nullptr : &*found;
}

/// What stands in the form of this verb; when it was and which version are not asked on a page.
desk::Wish wish_in(const Visit& visit, desk::Desk& desk, std::string path) {
  desk::Wish wish{std::move(path), {}, visit.command()};
  const auto* entry = desk::entry_at(wish.path);
  if (entry == nullptr) return wish;
  wish.given = given_in(desk::form_of(*entry, desk.voice()), visit.fields);
  std::erase_if(wish.given, [](const desk::GivenField& one) {
    return one.name == "case" || one.name == "at" || one.name == "expect";
  });
  return wish;
}

}  // namespace

std::optional<desk::KnownInCase> known_at(desk::Desk& desk, const service::Table& table) {
  auto known = desk::known_in_case(desk, table.case_id);
  return known ? std::optional(std::move(*known)) : std::nullopt;
}

Html more_forms(const Visit& visit, desk::Desk& desk, const desk::Guided& now, const desk::KnownInCase* known,
                const Fields* typed) {
  const auto* table = now.table ? &*now.table : nullptr;
  const auto forms = desk::forms_at_table(table);
  if (forms.empty()) return {};
  Html inside;
  bool open = false;
  for (const auto& one : forms) {
    if (one.leads_on || points_at_nothing(one, known) || is_refused_here(one, table)) continue;
    inside += folded_verb(visit, desk, one, table, known, "/lead", typed);
    open = open || is_back(typed, one.path);
  }
  if (table == nullptr) return inside;
  return el("details", {{"id", "more"}, {"open", open}}, el("summary", say(visit.lang, "web.more_forms")) + inside);
}

Html ways_to_end(const Visit& visit, desk::Desk& desk, const desk::Guided& now, const Fields* typed) {
  Html all;
  if (!now.table) return all;
  for (const auto& one : desk::forms_at_table(&*now.table))
    if (one.leads_on) all += folded_verb(visit, desk, one, &*now.table, nullptr, "/lead", typed);
  return all;
}

Html own_forms(const Visit& visit, desk::Desk& desk, const service::Table& table, const Fields* typed) {
  const auto known = known_at(desk, table);
  Html all;
  for (const auto& one : desk::forms_at_table(&table))
    if (std::ranges::find(kOwn, one.path) != kOwn.end() && !points_at_nothing(one, known ? &*known : nullptr) &&
        !is_refused_here(one, &table))
      all += folded_verb(visit, desk, one, &table, known ? &*known : nullptr, "/mine", typed);
  return all;
}

Html forms_for_team(const Visit& visit, desk::Desk& desk, const desk::Guided& now, const Fields* typed) {
  Html all;
  if (now.guest) return all;
  const auto* table = now.table ? &*now.table : nullptr;
  for (const auto& one : desk::forms_at_table(table))
    if (one.for_team) all += folded_verb(visit, desk, one, table, nullptr, "/mine", typed);
  return all;
}

Html mend_at_table(const Visit& visit, desk::Desk& desk, const desk::Guided& now, const Fields* typed) {
  const auto lang = visit.lang;
  const auto& t = *now.table;
  const bool back = typed != nullptr && (typed->get("do") == "correct" || typed->get("do") == "withdraw");
  const auto was = [&](const char* field) { return back ? typed->get(field) : std::string(); };
  std::vector<std::pair<std::string, std::string>> lines{{"", say(lang, "web.choose")}};
  for (const auto& one : t.said | std::views::reverse) {
    if (one.id.empty() || one.text.empty()) continue;
    lines.emplace_back(one.id, fmt::format("{} ({}): {}", one.who, one.kind, one.text));
    if (lines.size() > kMostToMend) break;
  }
  for (auto& one : desk::records_beside_talk(desk, t.case_id)) {
    const auto there = [&](const auto& line) { return line.first == one.key; };
    if (std::ranges::none_of(lines, there)) lines.emplace_back(std::move(one.key), std::move(one.label));
  }
  Html choose;
  if (lines.size() > 1) {
    Field which{"mend-ref", "ref", say(lang, "web.mend_which"), was("ref")};
    which.required = true;
    Field words{"mend-text", "text", say(lang, "web.mend_text"), was("text"), say(lang, "web.mend_text_hint")};
    choose = table_form(visit, "/lead", "mend-form",
                        select(which, lines) + text_area(words) +
                            input({"mend-because", "because", say(lang, "web.mend_because"), was("because")}) +
                            el("div", {{"class", "row"}},
                               button(say(lang, "web.mend_keep"), "do", "correct") +
                                   button(say(lang, "web.take_back"), "do", "withdraw")));
  }
  return el("details", {{"id", "mend"}, {"open", back}, {"data-once", true}},
            el("summary", say(lang, "web.mend_or_undo")) + choose +
                table_form(visit, "/lead", "undo", button(say(lang, "web.undo_last"), "do", "undo")));
}

Html put_back_form(const Visit& visit, const desk::Guided& now, const std::string& to) {
  if (!now.taken_back || !now.table || now.messages.empty()) return {};
  return table_form(visit, to, "put-back",
                    hidden("ref", *now.taken_back) + button(say(visit.lang, "web.put_back"), "do", "restore"));
}

Html look_buttons(const Visit& visit) {
  const auto lang = visit.lang;
  return el("details", {{"id", "look"}},
            el("summary", say(lang, "web.look_at")) +
                table_form(visit, "/lead", "look-form",
                           el("div", {{"class", "row"}},
                              button(say(lang, "web.look_plan"), "do", "look plan") +
                                  button(say(lang, "web.look_network"), "do", "look network") +
                                  button(say(lang, "web.look_suggest"), "do", "look suggest"))));
}

bool is_for_team(const Visit& visit) {
  if (visit.fields.get("do") != "form") return false;
  const auto forms = desk::forms_at_table(nullptr);
  const auto* sent = form_sent(visit, forms);
  return sent != nullptr && sent->for_team;
}

bool do_more(const Visit& visit, desk::Desk& desk, desk::GuidedMeeting& guided, const desk::GuidedMeeting::Sent& sent) {
  const auto& what = visit.fields.get("do");
  const auto& ref = visit.fields.get("ref");
  const auto& because = visit.fields.get("because");
  if (what == "form") {
    const auto& shown = guided.now();
    const auto* table = shown.table ? &*shown.table : nullptr;
    guided.take(
        desk::meant_by_form(desk, wish_in(visit, desk, visit.fields.get("verb")), visit.fields.get("whose"), table),
        sent);
  } else if (what == "correct" && !ref.empty()) {
    Correct correct{.ref = ref, .text = visit.fields.get("text"), .because = because};
    guided.take(desk::GiveCommand{{}, std::move(correct)}, sent);
  } else if (what == "withdraw" && !ref.empty()) {
    guided.take(desk::GiveCommand{{}, Withdraw{ref, because}}, sent);
  } else if (what == "restore" && !ref.empty()) {
    guided.take(desk::GiveCommand{{}, Restore{ref, {}}}, sent);
  } else if (what == "look plan" || what == "look network" || what == "look suggest") {
    const auto asked = what == "look plan"      ? desk::Ask::plan
                       : what == "look network" ? desk::Ask::network
                                                : desk::Ask::suggest;
    guided.take(desk::LookAt{asked, {}}, sent);
  } else if (what == "undo") {
    guided.take(desk::GiveCommand{{}, Withdraw{}}, sent);
  } else {
    return false;
  }
  return true;
}

void not_for_here(const Visit& visit, desk::GuidedMeeting& guided, const desk::GuidedMeeting::Sent& sent) {
  const auto& what = visit.fields.get("do");
  auto words = text::msg("guided.form_not_here");
  if (what == "line") words = text::msg("call.field_missing", "what"_is = say(visit.lang, "web.line"));
  if (what == "review") words = text::msg("web.review_needs_day");
  if (what == "correct" || what == "withdraw") words = text::msg("web.mend_which");
  guided.take(desk::Unsure{say(visit.lang, words), {}, false, false}, sent);
}

void give_own(const Visit& visit, desk::Desk& desk, desk::GuidedMeeting& guided,
              const desk::GuidedMeeting::Sent& sent) {
  const auto& shown = guided.now();
  const auto& verb = visit.fields.get("verb");
  const bool may = std::ranges::find(kOwn, verb) != kOwn.end() || (is_for_team(visit) && !shown.guest);
  if (!may) return not_for_here(visit, guided, sent);
  const auto wish = wish_in(visit, desk, verb);
  guided.take(desk::meant_by_form(desk, wish, sent.by, shown.table ? &*shown.table : nullptr), sent);
}

}  // namespace casus::web
