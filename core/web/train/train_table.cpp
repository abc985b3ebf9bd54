// SPDX-License-Identifier: EUPL-1.2
#include "core/web/server/encoding.hpp"
#include "core/web/server/head.hpp"
#include "core/web/train/train_group.hpp"

/// The table of a training, as each of those at it sees it.
namespace casus::web {

using text::say;

Response TrainPages::table(Visit& visit, Group& group, int status) {
  const auto lang = visit.lang;
  // The trainer may have brought something in at a terminal of his own.
  hear(group, lang);
  const auto& playing = group.playing;
  const auto here = place_of_run(playing.run());
  const bool trainer = leads(visit, group);
  const auto seat = seat_of(visit, group);
  auto page = document_for(visit, playing.title(), run_of(*visit.device).empty() ? "/train" : here);
  page.version = std::to_string(group.version);
  page.live = "/live?of=" + percent_encoded(TrainPages::meeting_of(playing.run()));
  page.keep = TrainPages::meeting_of(playing.run());
  Html log;
  for (const auto& words : group.told) log += el("li", words);
  const auto welcome = reply_html(group.playing.welcome(), lang);
  page.body = el("h1", page.title) + told(Told::plain, say(lang, "train.all_made_up")) +
              el("div", {{"id", "told"}, {"data-part", true}, {"role", "status"}}, group.aside);
  page.body += part("now", reply_html(group.playing.now(), lang));
  page.body +=
      el("details", {{"id", "story"}, {"open", log.empty()}}, el("summary", say(lang, "web.train_story")) + welcome);
  page.body += part("log", el("h2", say(lang, "web.train_log")) +
                               (log.empty() ? el("p", {{"class", "quiet"}}, say(lang, "web.nothing_said"))
                                            : el("ul", {{"class", "said"}, {"aria-live", "polite"}}, log)));
  page.body += part("media", media_part(visit, group));
  page.body += part("mine", seat_part(visit, group, seat));
  if (trainer) page.body += part("lead", lead_part(visit, group, seat));
  return page_response(page, status);
}

Html TrainPages::one_form(const Visit& visit, const Group& group, std::string id, const Html& inside) {
  return form({place_of_run(group.playing.run()), visit.form_token(), std::move(id), true, desk::new_command_id()},
              inside);
}

/// What there is to see and hear, each as a link to a page of its own.
Html TrainPages::media_part(const Visit& visit, const Group& group) const {
  Html links;
  const auto here = place_of_run(group.playing.run()) + "/media/";
  for (const auto& one : group.playing.media(seat_of(visit, group), leads(visit, group)))
    links += el(
        "li", el("a", {{"href", here + percent_encoded(one.id)}, {"target", "_blank"}, {"rel", "noopener"}}, one.name));
  return links.empty() ? Html() : el("h2", say(visit.lang, "web.train_media")) + el("ul", links);
}

/// The place of who looks: where to sit, what to say, and what this place alone knows.
Html TrainPages::seat_part(const Visit& visit, const Group& group, const std::string& seat) const {
  const auto lang = visit.lang;
  const auto& playing = group.playing;
  const auto one = [&](std::string id, const Html& inside) { return one_form(visit, group, std::move(id), inside); };
  Html mine;
  if (run_of(*visit.device).empty()) {
    std::vector<std::pair<std::string, std::string>> seats{{"", say(lang, "web.choose")}};
    for (const auto& name : playing.seats()) seats.emplace_back(name, name);
    mine += one("seat-form", select({"seat", "seat", say(lang, "web.train_seat"), seat, {}, true}, seats) +
                                 el("div", {{"class", "row"}}, button(say(lang, "web.train_sit"), "do", "seat")));
  }
  if (!seat.empty()) {
    Html known;
    for (const auto& words : playing.only_known_to(seat)) known += el("li", words);
    if (!known.empty())
      mine += el("section", {{"id", "only-you"}, {"class", "card"}},
                 el("h2", say(lang, "web.train_only_you")) + el("ul", known));
    Field words{"say-text", "text", say(lang, "web.train_say", "name"_is = seat), group.typed("say", "text"), {}, true};
    words.draft = playing.run() + " say";
    std::vector<std::pair<std::string, std::string>> kinds{{"", say(lang, "web.train_any_kind")}};
    for (const auto& kind : playing.kinds(seat)) kinds.emplace_back(kind.id, kind.name);
    mine += one("say", text_area(words) +
                           select({"say-kind", "kind", say(lang, "web.kind"), group.typed("say", "kind")}, kinds) +
                           el("div", {{"class", "row"}}, button(say(lang, "web.say_it"), "do", "say", "first"))) +
            next_part(visit, group);
    if (!leads(visit, group) && may_look_back(visit, group))
      mine += el("p", el("a", {{"href", place_of_run(playing.run()) + "/debrief"}}, say(lang, "web.train_debrief")));
  }
  return mine;
}

Html TrainPages::next_part(const Visit& visit, const Group& group) {
  const auto lang = visit.lang;
  const auto seen = hidden("seen", std::to_string(group.moves));
  return one_form(visit, group, "next", seen + button(say(lang, "web.next"), "do", "next")) +
         el("details",
            {{"id", "next-anyway"}, {"open", group.refused != nullptr && group.refused->get("do") == "next"}},
            el("summary", say(lang, "web.because")) +
                one_form(visit, group, "next-because",
                         seen +
                             input({"next-text",
                                    "text",
                                    say(lang, "web.train_because"),
                                    group.typed("next", "text"),
                                    {},
                                    true}) +
                             el("div", {{"class", "row"}}, button(say(lang, "web.next_because"), "do", "next"))));
}

/// Who came in with a phone, and as whom: one place may be played by two.
Html TrainPages::who_plays(const Visit& visit, const Group& group) const {
  Html list;
  for (const auto& device : house_.devices.all(visit.now))
    if (run_of(device) == group.playing.run()) list += el("li", device.name);
  if (list.empty()) return {};
  return el("h3", say(visit.lang, "web.with_device")) + el("ul", {{"id", "players"}, {"class", "people"}}, list);
}

/// What came of what who leads sent, and nobody who plays reads.
Html TrainPages::told_apart(const Visit& visit, const Group& group) {
  Html all;
  for (const auto& one : group.apart) all += el("li", one);
  if (all.empty()) return {};
  return el("section", {{"id", "apart"}},
            el("h3", say(visit.lang, "web.train_apart")) + el("ul", {{"class", "said"}}, all));
}

/// What only who leads can do.
Html TrainPages::lead_part(const Visit& visit, const Group& group, const std::string& seat) const {
  const auto lang = visit.lang;
  const auto& playing = group.playing;
  const auto one = [&](std::string id, const Html& inside) { return one_form(visit, group, std::move(id), inside); };
  Html decisions;
  int number = 0;
  for (const auto& decision : playing.decisions()) {
    std::vector<std::pair<std::string, std::string>> options;
    for (const auto& option : decision.options) options.emplace_back(option.id, option.name);
    const auto id = "decision-" + std::to_string(++number);
    const bool of_this = group.typed("choose", "decision") == decision.id;
    const auto typed = [&](std::string_view field) { return of_this ? group.typed("choose", field) : std::string(); };
    decisions += one(id, hidden("decision", decision.id) +
                             radios({id + "-option", "option", decision.question, typed("option"), {}, true}, options) +
                             (decision.time.empty() ? Html() : el("p", decision.time)) +
                             input({id + "-text", "text", say(lang, "web.train_because"), typed("text"), {}, true}) +
                             el("div", {{"class", "row"}}, button(say(lang, "web.train_choose"), "do", "choose")));
  }
  const auto row = [&](std::string id, Field field, const char* what, std::string words) {
    return one(std::move(id), input(field) + el("div", {{"class", "row"}}, button(std::move(words), "do", what)));
  };
  return el("section", {{"class", "card"}},
            el("h2", say(lang, "web.train_lead")) +
                el("p", text(say(lang, "web.train_code") + " ") + el("strong", group.code) +
                            text(" · " + house_.origin + "/join")) +
                who_plays(visit, group) + told_apart(visit, group) + decisions +
                (seat.empty() ? next_part(visit, group) : Html()) +
                el("div", {{"class", "row"}},
                   one("hint", button(say(lang, "web.train_hint"), "do", "hint")) +
                       one("back", button(say(lang, "web.train_back"), "do", "back"))) +
                row("wait", {"wait-text", "text", say(lang, "web.train_wait"), "1", {}, true, {}, "number"}, "wait",
                    say(lang, "web.train_wait_it")) +
                inject_form(visit, group) + judge_form(visit, group) +
                el("details", {{"id", "any"}, {"open", !group.typed("line", "text").empty()}},
                   el("summary", say(lang, "web.other_things")) +
                       row("line",
                           {"line-text", "text", say(lang, "web.line"), group.typed("line", "text"),
                            say(lang, "web.train_line_hint"), true},
                           "line", say(lang, "web.do_it"))) +
                el("p", el("a", {{"href", place_of_run(playing.run()) + "/debrief"}}, say(lang, "web.train_debrief")) +
                            text(" ") + el("small", say(lang, "web.train_debrief_opens"))));
}

/// Whether a learning goal was met is the trainer's to say; the names of the goals tell what is hidden.
Html TrainPages::judge_form(const Visit& visit, const Group& group) {
  const auto lang = visit.lang;
  const auto chosen = [&](const std::vector<desk::Choosable>& all) {
    std::vector<std::pair<std::string, std::string>> options{{"", say(lang, "web.choose")}};
    for (const auto& one : all) options.emplace_back(one.id, one.name);
    return options;
  };
  const auto goals = group.playing.goals();
  if (goals.empty()) return {};
  const auto words = group.typed("judge", "text"), goal = group.typed("judge", "goal");
  const auto verdicts = desk::GroupTraining::verdicts(lang);
  return el(
      "details", {{"id", "judging"}, {"open", !words.empty() || !goal.empty()}},
      el("summary", say(lang, "web.train_judge")) +
          one_form(visit, group, "judge",
                   select({"judge-goal", "goal", say(lang, "web.train_judge_goal"), goal, {}, true}, chosen(goals)) +
                       select({"judge-verdict",
                               "verdict",
                               say(lang, "web.train_judge_how"),
                               group.typed("judge", "verdict"),
                               {},
                               true},
                              chosen(verdicts)) +
                       input({"judge-text", "text", say(lang, "web.train_judge_why"), words, {}, true}) +
                       el("div", {{"class", "row"}}, button(say(lang, "web.keep"), "do", "judge"))));
}

/// What the trainer brings in, of the scenario or in own words. Drawn for who leads alone: it tells what is hidden.
Html TrainPages::inject_form(const Visit& visit, const Group& group) {
  const auto lang = visit.lang;
  std::vector<std::pair<std::string, std::string>> choices{{"", say(lang, "web.train_inject_message")}};
  for (const auto& one : group.playing.injectable()) choices.emplace_back(one.id, one.name);
  const auto words = group.typed("inject", "text"), chosen = group.typed("inject", "inject");
  return el("details", {{"id", "bring-in"}, {"open", !words.empty() || !chosen.empty()}},
            el("summary", say(lang, "web.train_inject")) +
                one_form(visit, group, "inject",
                         select({"inject-what", "inject", say(lang, "web.train_inject_what"), chosen}, choices) +
                             input({"inject-text", "text", say(lang, "web.train_inject_words"), words,
                                    say(lang, "web.train_inject_hint")}) +
                             el("div", {{"class", "row"}}, button(say(lang, "web.train_inject_it"), "do", "inject"))));
}

}  // namespace casus::web
