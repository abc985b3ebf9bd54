// SPDX-License-Identifier: EUPL-1.2
#include "core/base/first_that.hpp"
#include "core/desk/meeting/guest_of.hpp"
#include "core/desk/meeting/leading.hpp"
#include "core/desk/meeting/meeting_now.hpp"
#include "core/desk/words/among_questions.hpp"
#include "core/web/meeting/button_words.hpp"
#include "core/web/meeting/danger.hpp"
#include "core/web/meeting/meeting_pages.hpp"
#include "core/web/meeting/more_forms.hpp"
#include "core/web/meeting/offered.hpp"
#include "core/web/meeting/parts.hpp"
#include "core/web/meeting/records.hpp"
#include "core/web/meeting/votes.hpp"
#include "core/web/sent_form.hpp"
#include "core/web/server/head.hpp"

#include <algorithm>

/// The page of each: my turn, one field, my own words, danger at once.
namespace casus::web {
namespace {

using text::say;

const service::Seat* seat_of(const desk::Guided& now, const std::string& name) {
  if (!now.table) return nullptr;
  const auto& seats = now.table->seats;
  return first_that(seats, [&](const service::Seat& seat) { return desk::same_name(seat.name, name); });
}

/// Who has the floor says what the step asks for. What somebody else says, or who was asked something, is of the kind
/// that the table finds for it, as it does for a typed line, unless they choose: no answer is a question, and no remark
/// a choice.
Html kinds(const service::Table& table, const service::Seat& seat, const std::vector<service::SaidKind>& own,
           const std::string& chosen, Lang lang) {
  if (own.empty()) return {};
  const bool several = in_one_text(table.kinds).size() > 1;
  const bool found = !table.hidden && (!seat.speaks || (several && seat.asked));
  const auto first = found ? std::string() : own.front().key;
  if (!several || (own.size() == 1 && !found)) return hidden("kind", first);
  return select({"kind", "kind", say(lang, "web.kind"), chosen.empty() ? first : chosen},
                kinds_to_choose(own, found, lang));
}

/// Where one can only ask, nobody chose that: what tells something is kept as what it is, as on the screen.
bool can_only_ask(const desk::Guided& now, const std::string& name) {
  const auto* seat = seat_of(now, name);
  if (seat == nullptr || now.table->hidden || !seat->speaks || seat->asked || !desk::only_asks(*now.table))
    return false;
  const auto own = in_one_text(service::kinds_of(*now.table, *seat));
  return own.size() == 1 && own.front().key == "question";
}

Html say_form(const Visit& visit, const desk::Guided& now, const service::Seat& seat, const Fields* typed) {
  const auto& t = *now.table;
  const auto lang = visit.lang;
  const auto own = in_one_text(service::kinds_of(t, seat));
  const bool chooses = std::ranges::find(own, "choice", &service::SaidKind::key) != own.end();
  Field field{"text", "text", say(lang, t.hidden ? text::msg("web.write_unseen") : text::msg("web.write"))};
  field.required = true;
  field.draft = t.case_id;
  if (t.hidden) field.hint = say(lang, "web.unseen_until");
  if (typed != nullptr) field.value = typed->get("text");
  return table_form(
      visit, "/mine", "say",
      hidden("do", "say") + (t.hidden ? hidden("unseen", "1") : Html()) +
          kinds(t, seat, own, typed == nullptr ? std::string() : typed->get("kind"), lang) +
          answer_field(own, "answer", typed == nullptr ? std::string() : typed->get("answer"), lang) +
          (chooses ? chosen_field(t, "to", typed == nullptr ? std::string() : typed->get("to"), lang) : Html()) +
          text_area(field) +
          el("div", {{"class", "row"}},
             button(say(lang, t.hidden ? text::msg("web.put_in") : text::msg("web.say_it")), {}, {}, "first")));
}

/// Other words for what one said oneself, or none: as long as the step lasts, without a reason. The form is the same
/// after it, so that nobody who is typing in it loses that when the step goes on.
Html mend_form(const Visit& visit, const std::string& case_id, const desk::OwnWord& word, const Fields* typed) {
  const auto lang = visit.lang;
  const bool back = typed != nullptr && typed->get("ref") == word.id;
  Field field{"mend-" + word.id + "-text", "text", say(lang, "web.mend_text")};
  field.required = true;
  field.value = back ? typed->get("text") : word.words;
  field.draft = case_id + " mend " + word.id;
  field.stands = !back;
  if (word.is_score) field.hint = say(lang, "web.mend_score_hint");
  Field why{"mend-" + word.id + "-because", "because", say(lang, "web.mend_why")};
  why.required = true;
  why.draft = field.draft + " because";
  if (back) why.value = typed->get("because");
  return el("details", {{"id", "mend-" + word.id + "-more"}, {"open", back}, {"data-once", true}},
            el("summary", say(lang, "web.mend")) +
                table_form(visit, "/mine", "mend-" + word.id,
                           hidden("ref", word.id) + text_area(field) + (word.earlier ? input(why) : Html()) +
                               el("div", {{"class", "row"}},
                                  button(say(lang, "web.mend_keep"), "do", "correct") +
                                      button(say(lang, "web.take_back"), "do", "withdraw"))));
}

/// Who came in by the code under another's name goes out again, and chooses anew; a computer of one's own is no such.
Html not_me(const Visit& visit) {
  if (visit.device->meeting.empty()) return {};
  return form({"/leave", visit.form_token(), "not-me"},
              button(say(visit.lang, "web.not_me", "name"_is = visit.device->name), {}, {}, "plain"));
}

/// The kind of a word that one wrote unseen earlier, when it can be told now; empty: not now.
std::string told_now(const service::Table& table, const service::Seat* seat, const desk::OwnWord& word) {
  if (!word.hidden || table.hidden || seat == nullptr) return {};
  for (const auto& kind : service::kinds_of(table, *seat))
    if (kind.name == word.kind && kind.told_in.empty()) return kind.key;
  return {};
}

Html tell_form(const Visit& visit, const desk::OwnWord& word, const std::string& kind) {
  return table_form(visit, "/mine", "tell-" + word.id,
                    hidden("kind", kind) + hidden("re", word.id) +
                        el("div", {{"class", "row"}}, button(say(visit.lang, "web.tell_this"), "do", "say", "first")));
}

/// Why somebody with a device takes no part, and whom to tell.
std::string not_there(const Visit& visit, const desk::Guided& now, desk::Desk& desk) {
  const auto lang = visit.lang;
  if (!now.room) return say(lang, "web.not_present", "name"_is = visit.device->name);
  const auto& room = *now.room;
  if (!room.started) return say(lang, "web.not_begun");
  return desk::has_gone(desk, room.meeting, visit.device->name)
             ? say(lang, "web.you_went", "chair"_is = room.chair)
             : say(lang, "web.wait_for_chair", "chair"_is = room.chair);
}

Html own_words_html(const Visit& visit, desk::Desk& desk, const desk::Guided& now, const service::Seat* seat,
                    const Fields* typed) {
  const bool only_kept = is_only_kept(*now.table);
  const auto mend = [&](const desk::OwnWord& word) {
    return only_kept ? Html() : mend_form(visit, now.table->case_id, word, typed);
  };
  Html list;
  for (const auto& word : desk::own_words(desk, *now.table)) {
    auto words = el("strong", word.kind) + text(": " + word.text);
    if (word.hidden) words += text(" ") + el("span", {{"class", "quiet"}}, say(now.voice, "web.only_you"));
    const auto kind = only_kept ? std::string() : told_now(*now.table, seat, word);
    // What is told now can still be worded better first.
    if (!kind.empty()) words += tell_form(visit, word, kind);
    list += el("li", words + mend(word));
  }
  Html before;
  for (const auto& word : desk::own_words_before(desk, *now.table))
    before += el("li", el("strong", word.kind) + text(": " + word.text) + mend(word));
  Html all;
  if (!list.empty()) all += el("h2", say(now.voice, "web.my_words")) + el("ul", {{"class", "said"}}, list);
  if (!before.empty()) all += el("h2", say(now.voice, "web.my_words_before")) + el("ul", {{"class", "said"}}, before);
  return all;
}

}  // namespace

Html MeetingPages::draw_mine(const Visit& visit, const desk::Guided& now, const Fields* typed) {
  const auto lang = visit.lang;
  const auto& room = *now.room;
  const auto& name = visit.device->name;
  const bool there = room.started && desk::is_present(room, name);
  // Who is not there can do nothing of what is asked beside what was told.
  const auto asks =
      there ? worry_form(visit, now, "/mine") + put_back_form(visit, now, "/mine") + answer_button(visit, now, "/mine")
            : Html();
  const auto top = told_part(there || now.over ? messages(now) + asks : Html());
  if (now.over) return top + over(visit, now);
  if (!there)
    return top +
           part("case", el("h1", say(lang, "web.hello", "name"_is = name)) +
                            el("p", not_there(visit, now, house_.desk)) + not_me(visit)) +
           part("step", Html()) + part("say-part", Html()) + part("rest", Html());
  const auto danger = own_reports(visit, now) + danger_form(visit, now, "/mine", tells_danger(typed) ? typed : nullptr);
  if (!now.table) {
    const auto guest = now.guest ? el("p", say(lang, "web.guest_case_over")) : Html();
    const auto for_team = forms_for_team(visit, house_.desk, now, typed);
    return top +
           part("case", el("h1", say(lang, "web.hello", "name"_is = name)) + no_table(now) + guest + not_me(visit)) +
           part("step", Html()) + part("say-part", Html()) +
           part("rest", for_team + danger + (now.guest ? Html() : agenda(now)));
  }
  const auto& t = *now.table;
  const auto* seat = seat_of(now, name);
  Html mine;
  Html say_part;
  const bool only_kept = is_only_kept(t);
  // Who finds out by what is refused has typed for nothing.
  if (only_kept && !t.private_time) say_part = way_on(now);
  else if (t.in_step && !t.private_time && seat != nullptr) {
    if (seat->has_turn) mine = el("p", {{"class", "turn"}, {"role", "status"}}, say(lang, "web.your_turn"));
    if (!seat->question.empty())
      mine += el("p", {{"id", "asked-of-you"}, {"class", "turn"}},
                 say(lang, "web.question_waits", "question"_is = seat->question));
    if (!t.kinds.empty()) {
      const bool recorded = typed != nullptr && (typed->get("do") == "record" || typed->get("do") == "vote");
      const bool said = recorded || (typed != nullptr && typed->get("do") == "say");
      if (!in_one_text(t.kinds).empty()) say_part = say_form(visit, now, *seat, said && !recorded ? typed : nullptr);
      say_part += vote_part(visit, t, service::kinds_of(t, *seat), "/mine", {}, typed);
      say_part += record_parts(visit, house_.desk, t, service::kinds_of(t, *seat), "/mine", {}, typed);
      // Who listens now may speak all the same, when the table lets it: that is the engine's to say.
      if (!seat->speaks && !seat->answers)
        say_part =
            el("p", say(lang, "web.you_listen")) + el("details", {{"id", "all-the-same"}, {"open", said}},
                                                      el("summary", say(lang, "web.say_all_the_same")) + say_part);
    }
    if (t.choosers.empty() || std::ranges::find(t.choosers, name) != t.choosers.end())
      say_part += menu_form(visit, "/mine", t, false);
    if (seat->has_turn) say_part += table_form(visit, "/mine", "pass", button(say(lang, "web.pass"), "do", "pass"));
  }
  if (seat == nullptr && !t.private_time) say_part = el("p", say(lang, "web.not_seated"));
  // Private time keeps nobody from telling of danger.
  auto rest = danger;
  if (!t.private_time) {
    const auto own = seat == nullptr || only_kept ? Html() : own_forms(visit, house_.desk, t, typed);
    rest = own_words_html(visit, house_.desk, now, seat, typed) + own + danger +
           (seat == nullptr ? Html() : forms_for_team(visit, house_.desk, now, typed)) +
           el("details", {{"id", "talk"}}, el("summary", say(lang, "web.talk")) + said(now, HowMuch::round));
    if (!now.guest)
      rest += el("details", {{"id", "plan-of-day"}}, el("summary", say(lang, "web.agenda")) + agenda(now));
  }
  return top + part("case", case_head(now) + danger_told(house_.desk, now, visit, name)) +
         part("step", mine + step(now)) + part("say-part", say_part) + part("rest", rest);
}

void MeetingPages::do_mine(Visit& visit, desk::GuidedMeeting& guided) {
  const auto& name = visit.device->name;
  const auto& what = visit.fields.get("do");
  const auto& words = visit.fields.get("text");
  const desk::GuidedMeeting::Sent sent{visit.command(), {}, name};
  if (what == "say") {
    Say said{{.kind = visit.fields.get("kind")}};
    if (said.kind == "question" && desk::surely_tells(words) && can_only_ask(guided.now(), name)) said.kind.clear();
    said.text = words;
    said.re = visit.fields.get("re");
    if (said.kind == "choice") said.to = visit.fields.get("to");
    said.answer = from_key<Answer>(visit.fields.get("answer")).value_or(Answer::none);
    guided.take(desk::GiveCommand{name, said}, sent);
  } else if (what == "vote") {
    guided.take(desk::GiveCommand{name, vote_given(visit)}, sent);
  } else if (what == "record") {
    guided.take(desk::GiveCommand{name, record_in(visit)}, sent);
  } else if (what == "pass") {
    guided.take(desk::GiveCommand{name, Pass{}}, sent);
  } else if (what == "choose") {
    guided.take(desk::GiveCommand{name, ChooseBranch{visit.fields.get("branch")}}, sent);
  } else if (what == "correct") {
    Correct correct{.ref = visit.fields.get("ref"), .text = words, .because = visit.fields.get("because")};
    guided.take(desk::GiveCommand{name, std::move(correct)}, sent);
  } else if (what == "withdraw") {
    guided.take(desk::GiveCommand{name, Withdraw{visit.fields.get("ref"), visit.fields.get("because")}}, sent);
  } else if (what == "restore") {
    guided.take(desk::GiveCommand{name, Restore{visit.fields.get("ref"), {}}}, sent);
  } else if (what == "noted back") {
    if (!take_noted_back(visit, house_.desk, guided, sent)) not_for_here(visit, guided, sent);
  } else if (what == "form") {
    house_.desk.at_form(visit.fields.get("verb"));
    give_own(visit, house_.desk, guided, sent);
  } else if (what == "answered") {
    answer_otherwise(visit, guided, sent);
  } else if (!do_danger(visit, guided, sent, name)) {
    not_for_here(visit, guided, sent);
  }
}

Response MeetingPages::mine(Visit& visit) {
  Response why_not;
  auto* guided = sit(visit, Place::own, why_not);
  if (guided == nullptr) return why_not;
  house_.desk.at_buttons(mine_words);
  visit.at = at_hand(guided->now());
  if (visit.typed_before) return as_typed(visit, *guided, draw_mine(visit, guided->now(), &visit.fields), "/mine");
  if (!visit.posted()) return page(visit, guided->now(), draw_mine(visit, guided->now(), nullptr), "/mine", 200);
  visit.again = Again::typed;
  // Only who is there takes part: the chair decides who came in. What was typed is given back, and of danger it is said
  // that nobody knows of it yet.
  const auto done_before = [&] {
    if (!visit.live) return see_other("/mine");
    return page(visit, guided->now(), draw_mine(visit, guided->now(), nullptr), "/mine", 200);
  };
  if (const auto& now = guided->now(); !now.room || !desk::is_present(*now.room, visit.device->name)) {
    if (now.room && desk::was_done(house_.desk, visit.command())) return done_before();  // its answer got lost
    visit.again = Again::lasting;
    return too_late(visit, not_there(visit, now, house_.desk));
  }
  if (is_of_case_at_hand(visit, "/mine") && is_of_another_case(visit, guided->now())) {
    if (!desk::was_done(house_.desk, visit.command())) return given_back(visit, guided->now(), "/mine");
    return done_before();
  }
  if (was_unseen(visit, guided->now()) && !desk::was_done(house_.desk, visit.command()))
    return seen_at_once(visit, *guided, draw_mine(visit, guided->now(), &visit.fields), "/mine");
  do_mine(visit, *guided);
  const auto& now = guided->now();
  visit.at = at_hand(now);
  keep_told(visit, now);
  publish(guided->day());
  if (now.done && !visit.live) return see_other("/mine");
  if (now.done) return page(visit, now, draw_mine(visit, now, nullptr), "/mine", 200);
  const auto drawn = draw_mine(visit, now, &visit.fields);
  return page(visit, now, typed_back(visit, drawn, "/mine") + drawn, "/mine", 422);
}

}  // namespace casus::web
