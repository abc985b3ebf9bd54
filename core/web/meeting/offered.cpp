// SPDX-License-Identifier: EUPL-1.2
#include "core/web/meeting/offered.hpp"

#include "core/web/layout.hpp"
#include "core/web/meeting/danger.hpp"
#include "core/web/meeting/parts.hpp"
#include "core/web/server/secrets.hpp"
#include "core/web/visit.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <string_view>

namespace casus::web {
namespace {

using desk::Ask;
using text::say;

constexpr int kLongestItem = 240;
constexpr std::string_view kWasAnswer = "answer", kWasNone = "none";

Html one_form(const Visit& visit, const std::string& to, std::string id, const Html& inside) {
  return table_form(visit, to, std::move(id), inside);
}

Html one_button(const Visit& visit, std::string id, const Html& fields, std::string words, std::string what,
                std::string kind = {}) {
  return one_form(visit, "/lead", std::move(id),
                  fields + button(std::move(words), "do", std::move(what), std::move(kind)));
}

int minutes_from(const std::string& text) {
  int minutes = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), minutes);
  return error == std::errc() && end == text.data() + text.size() ? std::clamp(minutes, 0, kLongestItem) : 0;
}

/// The question and the hope are one command: what is not asked for stays as it is. What nothing waits for any more can
/// still be filled in.
bool lacks_question(const service::Table& t) {
  return t.question.empty() && std::ranges::find(t.missing, "question", &Missing::id) != t.missing.end();
}

bool lacks_hope(const service::Table& t) {
  const bool missing = std::ranges::find(t.missing, "hoped-for", &Missing::id) != t.missing.end();
  return !t.question.empty() && t.hoped_for.empty() && (missing || t.in_step || t.stage.life == Life::intake);
}

/// Of the line itself, so that what is typed beside it stays with it when another goes.
std::string id_of(const std::string& line, std::set<std::string>& had) {
  auto id = "waits-" + digest_of(line).substr(0, 8);
  while (!had.insert(id).second) id += "-too";
  return id;
}

/// How what it tells of danger is reported: beside its question each of these is a word to type.
Html reporting(const Visit& visit, const desk::AskedLine& one, const std::string& id) {
  Html buttons;
  for (const auto& way : one.reports) {
    const bool acute = way.what == Ask::acute;
    buttons += one_button(visit, id + (acute ? "-acute" : "-concern"), hidden("line", way.line),
                          say(visit.lang, acute ? text::msg("web.waits_acute") : text::msg("web.waits_concern")),
                          "offer", acute ? "danger" : "");
  }
  return buttons;
}

Html placing(const Visit& visit, const service::Table& t, const desk::AskedLine& one, const std::string& id,
             const Fields* typed) {
  const auto lang = visit.lang;
  const bool back = typed != nullptr && typed->get("do") == "place" && typed->get("line") == one.line;
  const auto was = [&](const char* field, const std::string& otherwise) {
    return back ? typed->get(field) : otherwise;
  };
  std::vector<std::pair<std::string, std::string>> people{{"", say(lang, "web.choose")}};
  for (const auto& seat : t.seats) people.emplace_back(seat.name, seat.name);
  Field words{id + "-text", "text", say(lang, "web.said_what"), was("text", one.words)};
  words.required = true;
  return el(
      "details", {{"id", id + "-more"}, {"open", back}},
      el("summary", say(lang, "web.waits_place")) +
          one_form(visit, "/lead", id,
                   hidden("line", one.line) +
                       select({id + "-name", "name", say(lang, "web.who"), was("name", one.by), {}, true}, people) +
                       kind_of_anybody({id + "-kind", "kind", say(lang, "web.kind"), was("kind", {})}, t, true, lang) +
                       text_area(words) +
                       el("div", {{"class", "row"}}, button(say(lang, "web.keep"), "do", "place", "first"))));
}

}  // namespace

Html offer_button(const Visit& visit, const desk::Guided& now) {
  if (!now.offer || now.conceals()) return {};
  const auto lang = visit.lang;
  const auto& line = now.offer->line;
  if (!now.offer->steers)
    return one_button(visit, "offer", hidden("line", line), say(lang, "web.offer_line", "line"_is = line), "offer");
  const auto& steers = *now.offer->steers;
  const auto& about = steers.about;
  if (steers.place_for > 0)
    return one_button(visit, "offer", hidden("case", about) + hidden("minutes", std::to_string(steers.place_for)),
                      say(lang, "web.offer_place", "case"_is = about, "count"_is = steers.place_for), "on agenda");
  if (steers.what == Ask::take && !about.empty())
    return one_button(visit, "offer", hidden("item", about), say(lang, "web.take", "what"_is = about), "take");
  if (steers.what == Ask::arrive && steers.resident)
    return one_button(visit, "offer", hidden("name", about), say(lang, "web.offer_resident", "name"_is = about),
                      "resident");
  if (steers.what == Ask::arrive)
    return one_button(visit, "offer", hidden("name", about), say(lang, "web.offer_guest", "name"_is = about), "guest");
  if (steers.what == Ask::pasted) return one_button(visit, "offer", {}, say(lang, "web.offer_lines"), "lines");
  return {};
}

Html answer_button(const Visit& visit, const desk::Guided& now, const std::string& to) {
  if (!now.answers || now.messages.empty()) return {};
  const auto& last = *now.answers;
  if (last.help && (!now.table || now.table->stage.safety != Safety::acute)) return {};
  auto words = last.answered ? text::msg("web.was_no_answer") : text::msg("web.was_answer");
  if (!last.as.empty()) words = text::msg("web.counts_as", "kind"_is = last.as);
  if (last.help) words = text::msg("web.was_help");
  return one_form(visit, to, "answered",
                  hidden("of", last.ref) + hidden("was", std::string(last.answered ? kWasAnswer : kWasNone)) +
                      button(say(visit.lang, words), "do", "answered"));
}

void answer_otherwise(const Visit& visit, desk::GuidedMeeting& guided, const desk::GuidedMeeting::Sent& sent) {
  const auto& was = visit.fields.get("was");
  const bool says = was == kWasAnswer || was == kWasNone;
  guided.answer_otherwise({says ? visit.fields.get("of") : std::string(), was == kWasAnswer}, sent);
}

Html asked_of_presenter(const Visit& visit, const desk::Guided& now, const Fields* typed) {
  if (!now.table || now.table->private_time || is_only_kept(*now.table)) return {};
  const auto lang = visit.lang;
  const bool question = lacks_question(*now.table);
  if (!question && !lacks_hope(*now.table)) return {};
  Field words{"presenter-text", "text",
              say(lang, question ? text::msg("web.presenter_asks") : text::msg("web.presenter_hopes"))};
  words.required = true;
  words.draft = now.table->case_id + (question ? " question" : " hopes");
  if (typed != nullptr && typed->get("do") == (question ? "question" : "hopes")) words.value = typed->get("text");
  const bool waits = question || !now.table->in_step;
  const auto asked = one_form(visit, "/lead", "presenter",
                              input(words) + el("div", {{"class", "row"}},
                                                button(say(lang, "web.keep"), "do", question ? "question" : "hopes",
                                                       waits ? "first" : "", words.label)));
  if (waits) return asked;
  return el("details", {{"id", "presenter-more"}, {"open", !words.value.empty()}, {"data-once", true}},
            el("summary", words.label) + asked);
}

Html waiting_lines(const Visit& visit, const desk::Guided& now, const Fields* typed) {
  if (now.asked.empty() || now.conceals()) return {};
  const auto lang = visit.lang;
  std::set<std::string> had;
  Html list;
  for (const auto& one : now.asked) {
    const auto id = id_of(one.line, had);
    const bool here = now.table && (one.case_id.empty() || one.case_id == now.table->case_id);
    auto words = el("p", one.line);
    if (one.earlier) words += el("p", {{"class", "quiet"}}, say(lang, "web.waits_earlier"));
    if (one.danger)
      words += told(Told::warning,
                    say(lang, one.report && here ? text::msg("web.waits_report") : text::msg("web.waits_danger")));
    if (!here)
      words += el("p", {{"class", "quiet"}},
                  one.case_id.empty() ? say(lang, "web.waits_for_case")
                                      : say(lang, "web.waits_elsewhere", "case"_is = one.case_id));
    if (one.report && !one.by.empty())
      words += el("p", {{"class", "quiet"}}, say(lang, "web.danger_told_by", "name"_is = one.by));
    const bool is_offered = now.offer && now.offer->line == one.way;
    const bool reports = std::ranges::find(one.reports, one.way, &desk::ReportWay::line) != one.reports.end();
    Html buttons;
    if (here) buttons += reporting(visit, one, id);
    if (here && !one.way.empty() && !is_offered && !reports)
      buttons += one_button(visit, id + "-way", hidden("line", one.way),
                            say(lang, "web.offer_line", "line"_is = one.way), "offer");
    if (!one.report)
      buttons +=
          one_button(visit, id + "-go", hidden("line", one.line), say(lang, "web.waits_let_go"), "let go", "plain");
    auto form = here && !one.report ? placing(visit, *now.table, one, id, typed) : Html();
    if (one.report) form = which_case(visit, now, "/lead", one.line, id);
    list += el("li", words + form + el("div", {{"class", "row"}}, buttons));
  }
  return el("h2", say(lang, "web.waits")) + el("ul", {{"class", "waits"}}, list);
}

bool do_offered(const Visit& visit, desk::GuidedMeeting& guided, const desk::GuidedMeeting::Sent& sent) {
  const auto& what = visit.fields.get("do");
  const auto& line = visit.fields.get("line");
  const auto& name = visit.fields.get("name");
  if (what == "offer" && !trimmed(line).empty()) {
    guided.take_offered(line, sent);
  } else if (what == "lines") {
    guided.take(desk::SteerMeeting{Ask::pasted, {}, {}}, sent);
  } else if ((what == "resident" || what == "guest") && !name.empty()) {
    guided.take(desk::SteerMeeting{Ask::arrive, name, {}, what == "resident"}, sent);
  } else if (what == "on agenda") {
    desk::SteerMeeting place{Ask::take, visit.fields.get("case"), {}};
    place.place_for = minutes_from(visit.fields.get("minutes"));
    guided.take(std::move(place), sent);
  } else if (what == "answered") {
    answer_otherwise(visit, guided, sent);
  } else if (what == "place") {
    guided.place(line, name, Say{{.kind = visit.fields.get("kind"), .text = visit.fields.get("text")}}, sent);
  } else if (what == "let go") {
    guided.let_go(line, sent);
  } else if (what == "question" || what == "hopes") {
    const auto& table = guided.now().table;
    if (!table) return true;
    const auto& text = visit.fields.get("text");
    AskQuestion asked{what == "question" ? text : table->question, what == "hopes" ? text : table->hoped_for};
    guided.take(desk::GiveCommand{table->presenter, std::move(asked)}, sent);
  } else {
    return false;
  }
  return true;
}

}  // namespace casus::web
