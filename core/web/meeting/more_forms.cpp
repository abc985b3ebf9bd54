// SPDX-License-Identifier: EUPL-1.2
#include "core/web/meeting/more_forms.hpp"

#include "core/desk/catalogue.hpp"
#include "core/desk/desk.hpp"
#include "core/desk/meeting/forms_at_table.hpp"
#include "core/desk/meeting/meeting_now.hpp"
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
  how.about = summary_of(form.path, visit.lang);
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

/// Whether the step refuses what the form gives, whoever gives it; or the case, where it is only kept.
bool is_refused_here(const desk::TableForm& form, const service::Table* table) {
  if (table == nullptr) return false;
  if (is_only_kept(*table)) return form.path != "case tell" && form.path != "case safety step";
  return form.path == kScore && !table->takes_scores;
}

/// Whether there is nothing yet that the form could point at.
bool points_at_nothing(const desk::TableForm& form, const desk::KnownInCase* known) {
  return form.of_decision && (known == nullptr || known->decisions.empty());
}

/// What can be put right at this table, the newest line first: by its id, and as it reads.
std::vector<std::pair<std::string, std::string>> lines_to_mend(desk::Desk& desk, const service::Table& t) {
  std::vector<std::pair<std::string, std::string>> lines;
  for (const auto& one : t.said | std::views::reverse) {
    if (one.id.empty() || one.text.empty()) continue;
    lines.emplace_back(one.id, fmt::format("{} ({}): {}", one.who, one.kind, one.text));
    if (lines.size() == kMostToMend) break;
  }
  for (auto& one : desk::records_beside_talk(desk, t.case_id)) {
    const auto there = [&](const auto& line) { return line.first == one.key; };
    if (std::ranges::none_of(lines, there)) lines.emplace_back(std::move(one.key), std::move(one.label));
  }
  return lines;
}

std::string words_standing(desk::Desk& desk, const service::Table& t, const std::string& ref) {
  const auto line = std::ranges::find(t.said, ref, &service::SaidLine::id);
  return line == t.said.end() ? desk::words_beside_talk(desk, t.case_id, ref) : line->words;
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
  const auto back = take_noted_back_form(visit, now, "/lead");
  if (table == nullptr) return inside + back;
  return el("details", {{"id", "more"}, {"open", open}}, el("summary", say(visit.lang, "web.more_forms")) + inside) +
         back;
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
    if (one.for_team && !is_refused_here(one, table))
      all += folded_verb(visit, desk, one, table, nullptr, "/mine", typed);
  return all + take_noted_back_form(visit, now, "/mine");
}

Html mend_at_table(const Visit& visit, desk::Desk& desk, const desk::Guided& now) {
  const auto lang = visit.lang;
  auto lines = lines_to_mend(desk, *now.table);
  Html choose;
  if (!lines.empty()) {
    lines.insert(lines.begin(), {"", say(lang, "web.choose")});
    Field which{"mend-ref", "ref", say(lang, "web.mend_which")};
    which.required = true;
    choose = table_form(
        visit, "/lead", "mend-choose",
        select(which, lines) + el("div", {{"class", "row"}}, button(say(lang, "web.mend_this"), "do", "mend")));
  }
  return el("details", {{"id", "mend"}, {"data-once", true}},
            el("summary", say(lang, "web.mend_or_undo")) + choose +
                table_form(visit, "/lead", "undo", button(say(lang, "web.undo_last"), "do", "undo")));
}

Html mend_this(const Visit& visit, desk::Desk& desk, const desk::Guided& now, const Fields* typed) {
  constexpr std::array<std::string_view, 3> kMends{"mend", "correct", "withdraw"};
  if (typed == nullptr || !now.table || now.table->private_time) return {};
  if (std::ranges::find(kMends, typed->get("do")) == kMends.end()) return {};
  const auto lang = visit.lang;
  const auto lines = lines_to_mend(desk, *now.table);
  const auto& ref = typed->get("ref");
  const auto line = std::ranges::find(lines, ref, &std::pair<std::string, std::string>::first);
  if (line == lines.end()) return {};
  Field words{"mend-text", "text", say(lang, "web.mend_text")};
  words.stands = !typed->has("text");
  words.value = words.stands ? words_standing(desk, *now.table, ref) : typed->get("text");
  words.draft = now.table->case_id + " mend " + ref;
  const Field why{"mend-because", "because", say(lang, "web.mend_because"), typed->get("because")};
  const auto fields = hidden("ref", ref) + text_area(words) + input(why) +
                      el("div", {{"class", "row"}},
                         button(say(lang, "web.mend_keep"), "do", "correct", "first") +
                             button(say(lang, "web.take_back"), "do", "withdraw"));
  // Whatever is said meanwhile takes no newer page in the place of this one.
  return el("div", {{"id", "mend-page"}, {"data-stays", true}},
            el("h1", say(lang, "web.mend_or_undo")) +
                el("details", {{"id", "mend-this"}, {"open", true}},
                   el("summary", line->second) + table_form(visit, "/lead", "mend-form", fields)) +
                el("p", link("/lead", say(lang, "web.mend_leave"))));
}

Html take_noted_back_form(const Visit& visit, const desk::Guided& now, const std::string& to) {
  if (!now.noted) return {};
  return table_form(visit, to, "noted-back", button(say(visit.lang, "web.take_noted_back"), "do", "noted back"));
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
  } else if (what == "noted back") {
    return take_noted_back(visit, desk, guided, sent);
  } else {
    return false;
  }
  return true;
}

bool take_noted_back(const Visit& visit, desk::Desk& desk, desk::GuidedMeeting& guided,
                     const desk::GuidedMeeting::Sent& sent) {
  if (desk::was_done(desk, visit.command())) return true;  // its answer got lost
  if (!guided.now().noted) return false;
  auto own = sent;
  own.by = visit.device->name;
  guided.take_back_noted(std::move(own));
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
