// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "core/page/safe_text.hpp"
#include "core/web/server/encoding.hpp"
#include "core/web/server/head.hpp"
#include "core/web/train/train_group.hpp"

#include <algorithm>

/// Looking back on a training, and what who leads adds to it.
namespace casus::web {

using text::say;

Response TrainPages::debrief(Visit& visit, Group& group) {
  if (!may_look_back(visit, group))
    return said_no(visit, 403, say(visit.lang, "web.train_debrief_closed"),
                   el("a", {{"href", place_of_run(group.playing.run())}}, say(visit.lang, "web.train_go_on")));
  if (leads(visit, group) && group.opened != group.playing.played()) {
    group.opened = group.playing.played();
    publish(group);
  }
  if (!visit.posted()) return debrief_page(visit, group, 200);
  const auto here = place_of_run(group.playing.run()) + "/debrief";
  const auto id = visit.command();
  if (group.was_done(id) || !leads(visit, group)) return see_other(here);
  if (looks_back(visit, group)) {
    group.mind_done(id);
    return see_other(here);
  }
  const WhileDrawn drawn(group, visit.fields);
  return debrief_page(visit, group, 422);
}

bool TrainPages::may_look_back(const Visit& visit, const Group& group) const {
  if (leads(visit, group) || seat_of(visit, group).empty()) return true;
  return group.opened == group.playing.played() || group.playing.closed();
}

bool TrainPages::looks_back(const Visit& visit, Group& group) {
  const auto lang = visit.lang;
  const auto& what = visit.fields.get("do");
  const std::string words(trimmed(page::one_line(visit.fields.get("text"))));
  const auto& finding = visit.fields.get("finding");
  if (what != "overrule" && what != "remark") return true;
  const auto lacks = [&](const text::Message& said) {
    group.aside = told(Told::warning, say(lang, said));
    return false;
  };
  if (what == "overrule") {
    const auto all = group.playing.findings();
    if (std::ranges::find(all, finding, &desk::Choosable::id) == all.end())
      return lacks(text::msg("web.train_overrule_what"));
  }
  if (words.empty()) return lacks(text::msg("web.train_judge_why"));
  const auto& trainer = visit.device->name;
  const auto reply =
      what == "overrule" ? group.playing.overrule(trainer, finding, words) : group.playing.remark(trainer, words);
  if (reply.status == desk::Status::done) return true;
  group.aside = reply_html(reply, lang);
  return false;
}

Html TrainPages::own_word(const Visit& visit, const Group& group) {
  const auto lang = visit.lang;
  const auto place = place_of_run(group.playing.run()) + "/debrief";
  const auto folded = [&](const std::string& what, const text::Message& words, const Html& before) {
    const auto text = group.typed(what, "text");
    const auto fields = before + text_area({what + "-text", "text", say(lang, "web.train_judge_why"), text, {}, true}) +
                        el("div", {{"class", "row"}}, button(say(lang, "web.keep"), "do", what));
    const bool back = group.refused != nullptr && group.refused->get("do") == what;
    return el("details", {{"id", what + "-more"}, {"open", back}},
              el("summary", say(lang, words)) +
                  form({place, visit.form_token(), what, false, desk::new_command_id()}, fields));
  };
  std::vector<OptionGroup> findings{{{}, {{"", say(lang, "web.choose")}}}};
  for (const auto& one : group.playing.findings()) {
    if (findings.back().name != one.summary) findings.push_back({one.summary, {}});
    findings.back().options.emplace_back(one.id, one.name);
  }
  const Field which{"overrule-finding",
                    "finding",
                    say(lang, "web.train_overrule_what"),
                    group.typed("overrule", "finding"),
                    {},
                    true};
  return el("section", {{"id", "own-word"}, {"class", "no-print"}},
            group.aside + folded("overrule", text::msg("web.train_overrule"), select_grouped(which, findings)) +
                folded("remark", text::msg("web.train_remark"), Html()));
}

Response TrainPages::debrief_page(const Visit& visit, Group& group, int status) {
  const auto lang = visit.lang;
  const auto here = place_of_run(group.playing.run());
  auto page = document_for(visit, say(lang, "web.train_debrief"), "/train");
  const auto& other = visit.fields.get("with");
  const auto others = group.playing.comparable();
  if (!other.empty() && std::ranges::find(others, other) == others.end())
    return said_no(visit, 404, say(lang, "web.no_page"));
  const auto looked = other.empty() ? group.playing.debrief() : group.playing.beside(other);
  Html links;
  for (const auto& run : others)
    links += el("li", el("a", {{"href", here + "/debrief?with=" + percent_encoded(run)}}, run));
  page.body = el("h1", looked.title.empty() ? page.title : looked.title) +
              el("p", {{"class", "no-print"}}, el("a", {{"href", here}}, say(lang, "web.train_go_on"))) +
              (links.empty() ? Html()
                             : el("details", {{"id", "beside"}, {"class", "no-print"}},
                                  el("summary", say(lang, "web.train_beside")) + el("ul", links))) +
              (other.empty() && leads(visit, group) ? own_word(visit, group) : Html()) + of_page(looked, lang);
  return page_response(page, status);
}

}  // namespace casus::web
