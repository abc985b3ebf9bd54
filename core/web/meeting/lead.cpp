// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/leading.hpp"
#include "core/desk/meeting/meeting_now.hpp"
#include "core/desk/typed/completed.hpp"
#include "core/web/meeting/agreeing.hpp"
#include "core/web/meeting/button_words.hpp"
#include "core/web/meeting/danger.hpp"
#include "core/web/meeting/lead_parts.hpp"
#include "core/web/meeting/meeting_pages.hpp"
#include "core/web/meeting/more_forms.hpp"
#include "core/web/meeting/offered.hpp"
#include "core/web/meeting/parts.hpp"
#include "core/web/meeting/records.hpp"
#include "core/web/meeting/votes.hpp"
#include "core/web/sent_form.hpp"
#include "core/web/server/head.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

/// The page of who leads: the agenda, going on, who is there, and writing for others.
namespace casus::web {
namespace {

using desk::Ask;
using text::say;

std::vector<std::string> at_table(const service::Table& table) {
  std::vector<std::string> names;
  for (const auto& seat : table.seats) names.push_back(seat.name);
  return names;
}

/// Where others lead than the chair, whoever has the page says at whose word it goes on.
Html whose_word(const service::Table& t, std::string id, Lang lang) {
  if (t.leaders.empty()) return {};
  Field field{std::move(id), "name",
              say(lang, t.private_time ? text::msg("web.led_by") : text::msg("web.led_by_step"))};
  field.required = true;
  return select(field, names_to_choose(t.leaders, lang));
}

Html moving(const Visit& visit, const desk::Guided& now, const Fields* typed) {
  const auto& t = *now.table;
  const auto lang = visit.lang;
  Html buttons;
  const bool acute = t.stage.safety == Safety::acute;
  const bool soft = !t.missing.empty() && std::ranges::none_of(t.missing, &Missing::hard);
  buttons += lead_form(visit, "next",
                       hidden("seen", std::to_string(t.version)) + whose_word(t, "next-by", lang) +
                           button(say(lang, "web.next"), "do", "next", acute ? "" : "first"));
  buttons += lead_form(visit, "back",
                       hidden("seen", std::to_string(t.version)) + whose_word(t, "back-by", lang) +
                           button(say(lang, "web.back"), "do", "back"));
  if (const auto* turn = t.turn())
    buttons +=
        lead_form(visit, "pass",
                  hidden("name", turn->name) + button(say(lang, "web.passes", "name"_is = turn->name), "do", "pass"));
  buttons += lead_form(visit, "why", button(say(lang, "web.why"), "do", "why"));
  auto all = menu_form(visit, "/lead", t, true) + el("div", {{"class", "row"}}, buttons);
  if (soft) {
    Field reason{"because", "because", say(lang, "web.because")};
    reason.required = true;
    if (typed != nullptr) reason.value = typed->get("because");
    all += lead_form(visit, "next-because",
                     hidden("seen", std::to_string(t.version)) + whose_word(t, "because-by", lang) + input(reason) +
                         el("div", {{"class", "row"}}, button(say(lang, "web.next_because"), "do", "next")));
  }
  if (acute) {  // before all else: nothing goes on until then
    Field handled{"handled-text", "text", say(lang, "web.handled_what")};
    handled.required = true;
    handled.draft = t.case_id + " handled";
    if (typed != nullptr && typed->get("do") == "handled") handled.value = typed->get("text");
    all = lead_form(visit, "handled",
                    text_area(handled) +
                        el("div", {{"class", "row"}}, button(say(lang, "web.handled"), "do", "handled", "first"))) +
          all;
  }
  return all;
}

/// What no form of the page does, as a line.
Html any_line(const Visit& visit, const desk::Guided& now, const Fields* typed) {
  const auto lang = visit.lang;
  const bool between = !now.table;
  Field line{"line",
             "line",
             say(lang, "web.line"),
             {},
             say(lang, between ? text::msg("web.line_between_hint") : text::msg("web.line_hint"))};
  line.required = true;
  if (typed != nullptr && typed->get("do") == "line") line.value = typed->get("line");
  // What was not done stands there to be mended; a line that was nearly right as it was probably meant.
  auto again = now.back;
  if (!again && !now.done && now.offer && !now.offer->steers) again = now.offer->line;
  if (again && typed != nullptr) line.value = *again;
  const bool was_offered = again && typed != nullptr && typed->get("do") == "offer";
  const auto words = between ? text::msg("web.other_things_between") : text::msg("web.other_things");
  return el("details", {{"id", "any"}, {"open", was_offered || (typed != nullptr && typed->get("do") == "line")}},
            el("summary", say(lang, words)) +
                lead_form(visit, "line-form",
                          input(line) + el("div", {{"class", "row"}},
                                           button(say(lang, "web.keep"), "do", "line", {}, say(lang, words)))));
}

/// The vote of who has no device there.
Html votes_for(const Visit& visit, const service::Table& t, const std::vector<std::string>& people,
               const Fields* typed) {
  const auto form = vote_part(visit, t, t.kinds, "/lead", people, typed);
  if (form.empty()) return form;
  return el("details", {{"id", "votes"}, {"open", typed != nullptr && typed->get("do") == "vote"}, {"data-once", true}},
            el("summary", say(visit.lang, "web.vote_for")) + form);
}

Html writing(const Visit& visit, desk::Desk& desk, const desk::Guided& now, const Fields* typed) {
  const auto& t = *now.table;
  const auto lang = visit.lang;
  const auto people = at_table(t);
  const auto was = [&](const char* what, const char* field) {
    return typed != nullptr && typed->get("do") == what ? typed->get(field) : std::string();
  };
  if (is_only_kept(t)) {
    const auto known = known_at(desk, t);
    return more_forms(visit, desk, now, known ? &*known : nullptr, typed) + look_buttons(visit) +
           any_line(visit, now, typed);
  }
  Html all;
  if (t.in_step && !in_one_text(t.kinds).empty()) {
    Field words{"said-text", "text", say(lang, "web.said_what"), was("say", "text")};
    words.required = true;
    words.draft = t.case_id + " lead";
    all += el("details", {{"id", "write"}, {"open", typed != nullptr && typed->get("do") == "say"}},
              el("summary", say(lang, "web.write_for")) +
                  lead_form(visit, "write-form",
                            (t.hidden ? hidden("unseen", "1") : Html()) +
                                select({"said-name", "name", say(lang, "web.who"), was("say", "name"), {}, true},
                                       names_to_choose(people, lang)) +
                                kind_of_anybody({"said-kind", "kind", say(lang, "web.kind"), was("say", "kind")}, t,
                                                !t.hidden, lang) +
                                answer_field(t.kinds, "said-answer", was("say", "answer"), lang) +
                                chosen_field(t, "said-to", was("say", "to"), lang) + text_area(words) +
                                el("div", {{"class", "row"}},
                                   button(say(lang, "web.keep"), "do", "say", "first", say(lang, "web.write_for")))));
  }
  if (t.in_step)
    all += record_parts(visit, desk, t, t.kinds, "/lead", people, typed) + votes_for(visit, t, people, typed);
  const auto known = known_at(desk, t);
  const auto* known_here = known ? &*known : nullptr;
  return all + agreeing(visit, desk, t, people, known_here, typed) + more_forms(visit, desk, now, known_here, typed) +
         mend_at_table(visit, desk, now) + look_buttons(visit) + any_line(visit, now, typed);
}

std::optional<std::int64_t> number_from(const std::string& text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

Html MeetingPages::others(const Visit& visit) {
  const bool at_work = visit.device->meeting.empty();
  const auto days = at_work ? desk::other_meetings(house_.desk, day_for(visit)) : std::vector<std::string>();
  return part("others", other_meetings(visit, days));
}

Html MeetingPages::beginning(const Visit& visit, const desk::Guided& now) {
  const auto lang = visit.lang;
  const auto meeting = desk::meeting_now(house_.desk, now.room->meeting);
  Html ticks;
  int number = 0;
  for (const auto& name : meeting ? meeting->expected : std::vector<std::string>())
    ticks += web::tick("present-" + std::to_string(++number), "present", name, name, true);
  return part("case", el("h1", name_of_meeting(now.room->meeting, lang)) + el("p", say(lang, "web.not_begun")) +
                          el("p", el("a", {{"href", "/sheet/monday"}}, say(lang, "sheet.link_monday")))) +
         part("begin-part",
              lead_form(visit, "begin",
                        el("fieldset", el("legend", say(lang, "web.who_is_there")) + ticks) +
                            el("div", {{"class", "row"}}, button(say(lang, "web.begin"), "do", "start", "first")))) +
         part("people", who_is_there(visit, now, house_.devices.all(visit.now), {})) + part("agenda", agenda(now)) +
         others(visit);
}

Html MeetingPages::draw_lead(const Visit& visit, const desk::Guided& now, const Fields* typed) {
  const auto lang = visit.lang;
  if (now.over) return told_part(messages(now) + opened(now)) + over(visit, now) + others(visit);
  if (const auto refusal = desk::may_not_lead(*now.room, house_.desk.seat())) {
    Html take_over;
    if (now.room->started && !desk::may_not_take_chair(*now.room, house_.desk.seat()))
      take_over = lead_form(visit, "take-over", button(say(lang, "web.take_over"), "do", "take over"));
    return told_part(messages(now) + opened(now)) +
           part("case", el("h1", say(lang, "web.lead")) + refusal_html(*refusal, house_.desk.voice())) +
           part("take-over-part", take_over) + others(visit);
  }
  const auto top = told_part(messages(now) + worry_form(visit, now, "/lead") + put_back_form(visit, now, "/lead") +
                             offer_button(visit, now) + answer_button(visit, now, "/lead") + opened(now)) +
                   part("waiting", waiting_lines(visit, now, typed));
  if (!now.room->started) return top + beginning(visit, now);
  if (const auto mends = mend_this(visit, house_.desk, now, typed); !mends.empty())
    return told_part(messages(now)) + mends;
  const auto meeting = desk::meeting_now(house_.desk, now.room->meeting);
  const auto expected = meeting ? meeting->expected : std::vector<std::string>();
  const auto danger = part("danger-part", danger_form(visit, now, "/lead", tells_danger(typed) ? typed : nullptr));
  Html main;
  if (now.table)
    main = part("case", case_head(now) + danger_told(house_.desk, now, visit, {})) +
           part("step", step(now) + way_on(now)) + part("presenter-part", asked_of_presenter(visit, now, typed)) +
           part("moving", moving(visit, now, typed) + ways_to_end(visit, house_.desk, now, typed)) +
           part("writing", now.table->private_time ? Html() : writing(visit, house_.desk, now, typed)) + danger +
           part("said", said(now, HowMuch::step));
  else
    main = part("case", el("h1", name_of_meeting(now.room->meeting, lang)) + no_table(now)) + part("step", Html()) +
           part("presenter-part", Html()) + part("moving", Html()) +
           part("writing", more_forms(visit, house_.desk, now, nullptr, typed) + any_line(visit, now, typed)) + danger +
           part("said", Html());
  auto side = part("agenda", the_agenda(visit, now, typed)) + part("people-at", people(now)) +
              part("people", who_is_there(visit, now, house_.devices.all(visit.now), expected)) + others(visit);
  return top + el("div", {{"class", "columns"}}, el("div", main) + el("div", side));
}

void MeetingPages::do_lead(Visit& visit, desk::GuidedMeeting& guided) {
  const auto& what = visit.fields.get("do");
  const auto& name = visit.fields.get("name");
  const auto& words = visit.fields.get("text");
  const auto& because = visit.fields.get("because");
  const desk::GuidedMeeting::Sent sent{visit.command(), number_from(visit.fields.get("seen")), {}};
  const auto steer = [&](Ask ask, std::string about) {
    guided.take(desk::SteerMeeting{ask, std::move(about), because}, sent);
  };
  const auto give = [&](std::string by, CommandBody body) {
    guided.take(desk::GiveCommand{std::move(by), std::move(body)}, sent);
  };
  auto telling = sent;
  if (!visit.fields.has("waits")) telling.by = visit.device->name;
  house_.desk.at_form(visit.fields.get("verb"));
  if (do_offered(visit, guided, sent) || do_more(visit, house_.desk, guided, sent)) return;
  if (do_danger(visit, guided, telling, {})) return;
  if (what == "start") {
    std::string present;
    for (const auto& one : visit.fields.all("present")) present += (present.empty() ? "" : ", ") + one;
    return steer(Ask::start, present);
  }
  if (what == "take") return steer(Ask::take, visit.fields.get("item"));
  if (what == "park") return steer(Ask::park, {});
  if (what == "ready") return steer(Ask::ready, {});
  if (what == "chair") return steer(Ask::chair, name);
  if (what == "arrive") return steer(Ask::arrive, name);
  // Whoever is not of the team is asked about: a guest, or the resident.
  if (what == "comes") return guided.take(desk::name_of(Ask::arrive, house_.desk.voice()) + ' ' + name, sent);
  if (what == "leave") return steer(Ask::leave, name);
  if (what == "finish") return steer(Ask::finish, {});
  if (what == "next") return give(name, NextStep{because});
  if (what == "back") return give(name, BackStep{{}, because});
  if (what == "pass") return give(name, Pass{});
  if (what == "choose") return give(name, ChooseBranch{visit.fields.get("branch")});
  if (what == "why") return guided.take(desk::LookAt{Ask::why, {}}, sent);
  if (what == "handled") return give({}, HandleAcute{words});
  if (what == "line" && !trimmed(visit.fields.get("line")).empty()) return guided.take(visit.fields.get("line"), sent);
  if (what == "say") {
    Say said{{.kind = visit.fields.get("kind"), .text = words}};
    if (said.kind == "choice") said.to = visit.fields.get("to");
    said.answer = from_key<Answer>(visit.fields.get("answer")).value_or(Answer::none);
    return guided.say_for(name, std::move(said), sent);
  }
  if (what == "record") return give(name, record_in(visit));
  if (what == "vote") return give(name, vote_given(visit));
  if (auto agreed = agreed_in(visit)) {
    Command command;
    command.body = std::move(*agreed);
    return give({}, desk::completed(house_.desk, std::move(command)).body);  // "elke woensdag" becomes its rule
  }
  not_for_here(visit, guided, sent);
}

Response MeetingPages::lead(Visit& visit) {
  Response why_not;
  auto* guided = sit(visit, Place::own, why_not);
  if (guided == nullptr) return why_not;
  house_.desk.at_buttons(lead_words);
  visit.at = at_hand(guided->now());
  if (visit.typed_before) return as_typed(visit, *guided, draw_lead(visit, guided->now(), &visit.fields), "/lead");
  if (!visit.posted()) return page(visit, guided->now(), draw_lead(visit, guided->now(), nullptr), "/lead", 200);
  const auto& what = visit.fields.get("do");
  if (what == "turn") return turn(visit);
  visit.again = Again::typed;
  const auto& before = guided->now();
  const auto day = guided->day();
  if (what == "take over") {
    if (const auto refusal = desk::may_not_take_chair(*before.room, house_.desk.seat()))
      return said_no(visit, 403, refusal->reason.in(visit.lang));
    guided->take(desk::SteerMeeting{Ask::chair, visit.device->name, {}}, {visit.command(), {}, visit.device->name});
  } else if (const auto refusal = desk::may_not_lead(*before.room, house_.desk.seat())) {
    if (desk::was_done(house_.desk, visit.command())) {  // its answer got lost
      if (!visit.live) return see_other("/lead");
      return page(visit, before, draw_lead(visit, before, nullptr), "/lead", 200);
    }
    // Another may have taken the chair meanwhile: what was typed is given back.
    visit.again = Again::lasting;
    return too_late(visit, refusal->reason.in(visit.lang));
  } else if (what == "refuse") {
    const bool own = visit.fields.get("device") == visit.device->handle;
    if (const auto ended =
            own ? house_.devices.end(visit.device->handle) : house_.devices.put_out(visit.fields.get("device"))) {
      ++house_.joins;
      forget(*ended);
      if (own) {  // with it went the guided meeting
        publish(day);
        return see_other("/join");
      }
      guided->note(say(visit.lang, "web.device_refused", "name"_is = ended->name), desk::Tone::good);
    }
  } else {
    const bool about_case = is_of_case_at_hand(visit, "/lead");
    if (about_case && desk::was_done(house_.desk, visit.command())) {  // its answer got lost
      if (!visit.live) return see_other("/lead");
      return page(visit, before, draw_lead(visit, before, nullptr), "/lead", 200);
    }
    if (about_case && is_of_another_case(visit, before)) return given_back(visit, before, "/lead");
    if (was_unseen(visit, before))
      return seen_at_once(visit, *guided, draw_lead(visit, before, &visit.fields), "/lead");
    if (what == "mend") return page(visit, before, draw_lead(visit, before, &visit.fields), "/lead", 200);
    do_lead(visit, *guided);
  }
  if (const auto other = guided->day(); other != day) {  // by a line: whoever sits down there sits down anew
    sittings_.erase(visit.device->digest + " own");
    turn_to(visit, other, day);
    return see_other("/lead");
  }
  const auto& now = guided->now();
  visit.at = at_hand(now);
  keep_told(visit, now);
  publish(guided->day());
  if (now.done && !visit.live) return see_other("/lead");
  if (now.done) return page(visit, now, draw_lead(visit, now, nullptr), "/lead", 200);
  const auto drawn = draw_lead(visit, now, &visit.fields);
  return page(visit, now, typed_back(visit, drawn, "/lead") + drawn, "/lead", 422);
}

}  // namespace casus::web
