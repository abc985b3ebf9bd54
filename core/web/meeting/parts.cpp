// SPDX-License-Identifier: EUPL-1.2
#include "core/web/meeting/parts.hpp"

#include "core/desk/meeting/guided/waiting_line.hpp"
#include "core/desk/typed/spoken.hpp"
#include "core/text/day_words.hpp"
#include "core/text/label.hpp"
#include "core/web/layout.hpp"
#include "core/web/meeting/records.hpp"
#include "core/web/visit.hpp"
#include "core/web/work/case_tabs.hpp"
#include "core/web/work/reply_html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <string_view>

namespace casus::web {
namespace {

using service::Countdown;
using text::say;

std::string minutes_and_seconds(std::chrono::seconds time) {
  const auto seconds = std::abs(time.count());
  return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

std::string whose_turn(const service::Table& table, Lang lang) {
  std::string out;
  if (const auto* turn = table.turn()) {
    const auto* next = table.next_turn();
    out = next == nullptr ? say(lang, "web.turn", "name"_is = turn->name)
                          : say(lang, "web.turn_then", "name"_is = turn->name, "next"_is = next->name);
  } else {
    std::string names;
    for (const auto& seat : table.seats)
      if (seat.speaks) names += (names.empty() ? "" : ", ") + seat.name;
    if (!names.empty()) out = say(lang, "web.floor_of", "names"_is = names);
  }
  if (out.empty()) out = table.floor;
  return out;
}

Html line_of(const service::SaidLine& line) {
  return el("li", el("strong", line.who) + text(fmt::format(" ({}): {}", line.kind, line.text)));
}

}  // namespace

std::string name_of_meeting(const std::string& day, Lang lang) {
  const auto date = date_from(day);
  return say(lang, "web.meeting_of", "day"_is = date ? text::day_in_full(*date, lang) : day);
}

Html minutes_link(const std::string& day, Lang lang) {
  return link(fmt::format("{}?date={}", place_of_verb("meeting minutes", {}), day), say(lang, "web.read_minutes"));
}

Html over(const Visit& visit, const desk::Guided& now, bool on_wall) {
  const auto list = [](const std::vector<std::string>& lines) {
    Html all;
    for (const auto& line : lines) all += el("li", line);
    return el("ul", all);
  };
  const auto& voice = now.voice;
  Html all = el("h1", voice.say(now.unkept.empty() ? text::msg("web.over_and_kept") : text::msg("web.over_not_kept")));
  if (now.guest) return part("case", all);  // what others told of other cases is not for them
  // Everybody in the room reads the wall, whoever may see what is said of a case.
  if (on_wall) return part("case", all + (now.aside.empty() ? Html() : el("p", voice.say("web.over_aside_on_lead"))));
  if (!now.unkept.empty()) all += list(now.unkept);
  if (!now.aside.empty()) all += el("p", voice.say("web.over_but_aside")) + list(now.aside);
  const bool at_work = visit.device && visit.device->meeting.empty();
  const auto is_danger = [](const std::string& line) { return desk::tells_of_danger(desk::WaitingLine{.line = line}); };
  // Danger does not wait for the next meeting.
  if (at_work && std::ranges::any_of(now.aside, is_danger))
    all += told(Told::bad, voice.say("web.over_danger")) + el("p", link("/cases", voice.say("web.cases")));
  if (at_work && now.room) all += el("p", minutes_link(now.room->meeting, voice.lang()));
  return part("case", all);
}

Html messages(const desk::Guided& now) {
  Html all;
  for (const auto& message : now.messages)
    if (const auto& words = message.unasked.value_or(message.text); !words.empty())
      all += told(told_as(message.tone), words);
  return all;
}

Html told_part(const Html& inside) {
  return el("div", {{"id", "told"}, {"data-part", true}, {"role", "status"}}, inside);
}

Html opened(const desk::Guided& now) {
  if (!now.page || now.page->lines.empty()) return {};
  Html lines;
  for (const auto& line : now.page->unasked.empty() ? now.page->lines : now.page->unasked) lines += el("p", line);
  return el("section", {{"class", "card"}}, el("h2", now.page->title) + lines);
}

Html no_table(const desk::Guided& now) {
  const auto* item = now.room ? now.room->at_hand() : nullptr;
  if (item != nullptr && item->case_id.empty())
    return el("p", {{"class", "title"}}, say(now.voice, "web.item_now", "what"_is = item->what));
  return el("p", say(now.voice, item != nullptr ? text::msg("web.not_your_table") : text::msg("web.between")));
}

Html case_head(const desk::Guided& now) {
  if (!now.table) return {};
  const auto& t = *now.table;
  const auto lang = now.voice.lang();
  Html all;
  if (t.private_time) return el("h1", say(lang, "web.private")) + el("p", say(lang, "web.private_nothing"));
  if (t.stage.safety == Safety::acute) all += el("p", {{"class", "danger-now"}, {"role", "alert"}}, t.safety);
  else if (t.stage.safety != Safety::clear) all += told(Told::warning, t.safety);
  all += el("h1", t.title.empty() ? t.case_id : fmt::format("{} {}", t.case_id, t.title));
  if (!t.question.empty()) all += el("p", el("strong", say(lang, "web.question")) + text(" " + t.question));
  if (!t.hoped_for.empty()) all += el("p", {{"class", "quiet"}}, say(lang, "web.hoped_for", "what"_is = t.hoped_for));
  return all;
}

Html step(const desk::Guided& now) {
  if (!now.table || now.table->private_time) return {};
  const auto& t = *now.table;
  const auto lang = now.voice.lang();
  if (!t.in_step)
    return el(
        "p", t.stage.life == Life::intake ? say(lang, "guided.review_has_begun_yet") : desk::capital(t.standing) + '.');
  auto all = el("h2", text(fmt::format("{} {}/{}: {} ", t.phase, t.number, t.of, t.step)) + clock(t.time, lang));
  for (const auto& line : service::course_lines(t, now.voice)) all += el("p", {{"class", "quiet"}}, line);
  all += el("p", {{"class", "turn"}}, whose_turn(t, lang));
  if (t.hidden) all += told(Told::plain, say(lang, "web.silent"));
  if (t.advice_locked) all += el("p", {{"class", "quiet"}}, say(lang, "web.no_advice"));
  Html prompts;
  for (const auto& prompt : t.prompts) prompts += el("li", prompt);
  if (!prompts.empty()) all += el("ul", {{"class", "prompts"}}, prompts);
  if (!t.menu.empty()) {
    Html branches;
    for (const auto& line : service::menu_lines(t, now.voice)) branches += el("li", line);
    all += el("p", say(lang, "web.menu", "who"_is = t.who_choose)) + el("ul", {{"class", "menu"}}, branches);
  }
  return all;
}

Html table_form(const Visit& visit, const std::string& to, std::string id, const Html& inside) {
  return form({to, visit.form_token(), std::move(id), true, desk::new_command_id()}, hidden("at", visit.at) + inside);
}

bool is_of_another_case(const Visit& visit, const desk::Guided& now) { return visit.fields.get("at") != at_hand(now); }

bool is_about_case(const std::string& what) {
  constexpr std::array<std::string_view, 28> kAbout{
      "next",     "back",   "pass",   "choose",  "park",     "ready",   "handled", "line",     "say",   "record",
      "vote",     "action", "review", "offer",   "lines",    "place",   "goal",    "question", "hopes", "answered",
      "resident", "guest",  "form",   "correct", "withdraw", "restore", "undo",    "mend"};
  return std::ranges::find(kAbout, what) != kAbout.end();
}

bool was_unseen(const Visit& visit, const desk::Guided& now) {
  const auto& what = visit.fields.get("do");
  const bool says = what == "say" || what == "record" || what == "vote" || what == "form";
  return says && visit.fields.get("unseen") == "1" && now.table && !now.table->hidden;
}

Html typed_back(const Visit& visit, const Html& drawn, const std::string& to) {
  const auto stands = [&](const std::string& words) {
    const auto field = single("input", {{"value", words}}).bytes();
    const auto value = field.substr(field.find("value="), field.rfind('"') + 1 - field.find("value="));
    return drawn.bytes().find(">" + text(words).bytes() + "<") != std::string::npos ||
           drawn.bytes().find(value) != std::string::npos;
  };
  Html areas;
  int number = 0;
  for (const auto& field : visit.fields.each()) {
    // A line that waits was not typed in that form.
    const bool typed = is_typed(field.name) && (field.name != "line" || visit.fields.get("do") == "line");
    if (!typed || trimmed(field.value).empty() || stands(field.value)) continue;
    areas += text_area({"back-" + std::to_string(++number), field.name, say(visit.lang, "web.typed"), field.value});
  }
  if (areas.empty()) return areas;
  // Whatever is said meanwhile takes no newer page in the place of this one.
  return el("div", {{"id", "typed-back"}, {"data-stays", true}},
            el("p", say(visit.lang, "web.typed_stays")) + areas + el("p", link(to, say(visit.lang, "web.late_leave"))));
}

Html menu_form(const Visit& visit, const std::string& to, const service::Table& t, bool asks_who) {
  if (t.menu.empty() || t.private_time) return {};
  Field field{"branch", "branch", say(visit.lang, "web.choose_which")};
  field.required = true;
  std::vector<std::pair<std::string, std::string>> branches{{"", say(visit.lang, "web.choose")}};
  for (const auto& one : t.menu) {
    branches.emplace_back(one.id, one.name);
    if (one.chosen) field.value = one.id;
  }
  Html who;
  const bool leads = t.choosers.empty() || std::ranges::find(t.choosers, t.acting) != t.choosers.end();
  if (asks_who && !leads) {
    Field name{"choose-by", "name", say(visit.lang, "web.choose_by")};
    name.required = true;
    who = select(name, names_to_choose(t.choosers, visit.lang));
  }
  return table_form(visit, to, "menu-form",
                    who + select(field, branches) +
                        el("div", {{"class", "row"}}, button(say(visit.lang, "web.choose_it"), "do", "choose")));
}

Html people(const desk::Guided& now) {
  if (!now.table || now.table->private_time) return {};
  Html list;
  for (const auto& seat : now.table->seats) {
    auto words = seat.name;
    if (seat.has_turn) words = say(now.voice, "web.has_turn", "name"_is = seat.name);
    else if (seat.is_next) words = say(now.voice, "web.is_next", "name"_is = seat.name);
    else if (seat.passed) words = say(now.voice, "web.passed", "name"_is = seat.name);
    else if (seat.said > 0) words = say(now.voice, "web.spoke", "name"_is = seat.name);
    list += el("li", {{"class", seat.has_turn ? "now" : ""}}, words);
  }
  return el("h2", say(now.voice, "web.at_table")) + el("ul", {{"class", "people"}}, list);
}

Html said(const desk::Guided& now, HowMuch how_much) {
  if (!now.table || now.table->private_time) return {};
  const auto& t = *now.table;
  Html list;
  for (const auto& line : t.said) {
    if (how_much == HowMuch::step && !line.here) continue;
    if (how_much == HowMuch::round && !line.step.empty()) list += el("li", {{"class", "step"}}, line.step);
    list += line_of(line);
  }
  // What was said in the steps before is not unsaid.
  const auto none =
      how_much == HowMuch::step && !t.said.empty() ? text::msg("web.nothing_said_here") : text::msg("web.nothing_said");
  auto all = list.empty() ? el("p", {{"class", "quiet"}}, say(now.voice, none)) : el("ul", {{"class", "said"}}, list);
  if (t.hidden_count > 0) all += el("p", say(now.voice, "web.hidden_count", "count"_is = t.hidden_count));
  return all;
}

bool is_only_kept(const service::Table& t) { return t.no_way && t.no_way->name == "OnlyKept"; }

Html way_on(const desk::Guided& now) {
  if (!now.table || now.table->private_time) return {};
  const auto& t = *now.table;
  if (t.no_way) return told(Told::warning, t.no_way->reason.in(now.voice.lang()));
  if (t.missing.empty()) return t.in_step ? told(Told::good, say(now.voice, "web.ready")) : Html();
  Html list;
  for (const auto& one : t.missing)
    list += el("li", one.hard ? one.text.in(now.voice.lang())
                              : say(now.voice, "web.or_with_reason", "what"_is = one.text.in(now.voice.lang())));
  return el("h2", say(now.voice, "web.still_needed")) + el("ul", list);
}

Html agenda(const desk::Guided& now) {
  if (!now.room) return {};
  const auto lang = now.voice.lang();
  Html list;
  for (const auto& item : now.room->items) {
    const bool at_hand = item.state == ItemState::at_hand;
    auto words = item.case_id.empty() ? item.what : fmt::format("{} {}", item.case_id, item.what);
    if (at_hand) words = say(lang, "web.item_now", "what"_is = words);
    else if (item.state == ItemState::planned)
      words = item.round.empty() ? say(lang, "web.item_planned", "what"_is = words, "count"_is = item.minutes)
                                 : say(lang, "web.item_in_round", "what"_is = words, "count"_is = item.minutes);
    else words = fmt::format("{} ({})", words, label(item.state, lang));
    Html danger;
    if (item.acute) danger = text(" ") + el("strong", {{"class", "danger-here"}}, say(lang, "web.item_acute"));
    list += el("li", {{"class", at_hand ? "now" : ""}}, text(words) + danger);
  }
  return el("h2", text(say(lang, "web.agenda") + " ") + clock(now.room->time, lang)) +
         el("ol", {{"class", "agenda"}}, list);
}

Html clock(const Countdown& it, Lang lang) {
  if (it.pace == Countdown::Pace::untimed || it.pace == Countdown::Pace::stale) return {};
  const bool over = it.pace == Countdown::Pace::over;
  return el("span", {{"class", "clock"}},
            text(say(lang, over ? text::msg("web.over") : text::msg("web.left")) + " ") +
                el("span", {{"class", over ? "over" : ""}, {"data-left", std::to_string(it.left.count())}},
                   minutes_and_seconds(it.left)));
}

std::vector<std::pair<std::string, std::string>> names_to_choose(const std::vector<std::string>& people, Lang lang) {
  std::vector<std::pair<std::string, std::string>> options{{"", say(lang, "web.choose")}};
  for (const auto& name : people) options.emplace_back(name, name);
  return options;
}

Html whose_words(const std::string& id, const std::vector<std::string>& people, const Fields* typed, Lang lang) {
  if (people.empty()) return {};
  return select({id, "name", say(lang, "web.who"), typed == nullptr ? std::string() : typed->get("name"), {}, true},
                names_to_choose(people, lang));
}

Html answer_field(const std::vector<service::SaidKind>& kinds, std::string id, const std::string& chosen, Lang lang) {
  const auto has_answer = [](const auto& kind) { return kind.key == "check" || kind.key == "offer"; };
  if (std::ranges::none_of(kinds, has_answer)) return {};
  std::vector<std::pair<std::string, std::string>> options{{"", say(lang, "web.no_answer")}};
  for (const auto answer : {Answer::yes, Answer::no, Answer::later})
    options.emplace_back(key(answer), label(answer, lang));
  return select({std::move(id), "answer", say(lang, "web.answer"), chosen}, options);
}

Html chosen_field(const service::Table& table, std::string id, const std::string& chosen, Lang lang) {
  if (table.choice_gives.empty()) return {};
  std::vector<std::pair<std::string, std::string>> options{{"", say(lang, "web.no_choice")}};
  for (const auto& seat : table.seats)
    if (seat.speaks) options.emplace_back(seat.name, seat.name);
  return select({std::move(id), "to", say(lang, "web.chosen", "role"_is = table.choice_gives), chosen}, options);
}

std::vector<std::pair<std::string, std::string>> kinds_to_choose(const std::vector<service::SaidKind>& kinds,
                                                                 bool found, Lang lang) {
  std::vector<std::pair<std::string, std::string>> options;
  if (found) options.emplace_back("", say(lang, "web.kind_found"));
  for (const auto& kind : kinds)
    options.emplace_back(kind.key, !kind.told_in.empty()
                                       ? say(lang, "web.kind_unseen", "kind"_is = kind.name, "step"_is = kind.told_in)
                                   : kind.unseen ? say(lang, "web.kind_unseen_here", "kind"_is = kind.name)
                                                 : kind.name);
  return options;
}

Html kind_of_anybody(const Field& field, const service::Table& table, bool found, Lang lang) {
  std::vector<OptionGroup> groups{{{}, kinds_to_choose({}, found, lang)}};
  for (const auto& kind : in_one_text(table.kinds)) {
    std::string names;
    bool everybody = true;
    for (const auto& seat : table.seats) {
      if (seat.kinds.empty()) continue;  // who only listens
      const bool theirs = std::ranges::find(seat.kinds, kind.key) != seat.kinds.end();
      if (theirs) names += (names.empty() ? "" : ", ") + seat.name;
      everybody = everybody && theirs;
    }
    const auto of = everybody || names.empty() ? std::string() : say(lang, "web.kinds_of", "names"_is = names);
    auto group = std::ranges::find(groups, of, &OptionGroup::name);
    if (group == groups.end()) group = groups.insert(groups.end(), OptionGroup{of, {}});
    std::ranges::copy(kinds_to_choose({kind}, false, lang), std::back_inserter(group->options));
  }
  return select_grouped(field, groups);
}

}  // namespace casus::web
