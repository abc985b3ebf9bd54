// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/case_view.hpp"
#include "core/engine/floor.hpp"
#include "core/method/text_checks.hpp"

#include <fmt/format.h>

#include <algorithm>

/// Contributions and turns: floor control (R4, R6), what native rules notice, anonymity in anonymous reviews.
namespace casus::engine {

namespace {

/// Strict: the first broken rule refuses. Coaching: all are noticed and written with the contribution.
std::optional<Refusal> held_to(Mode mode, std::vector<Refusal> broken, std::vector<Noticed>& noticed) {
  if (broken.empty()) return std::nullopt;
  if (mode == Mode::strict) return std::move(broken.front());
  for (auto& it : broken) noticed.push_back({it.rule, it.reason.in_both()});
  return std::nullopt;
}

tl::unexpected<Refusal> step_unknown(const Deciding& d) {
  return refuse("StepUnknown", "", msg("talk.step_unknown"),
                msg("talk.step_unknown_do", "next"_is = way("case next", "case"_is = d.c.id)));
}

tl::unexpected<Refusal> kind_unknown(const Deciding& d, const std::string& kind) {
  const auto listed = [&](Lang lang, std::string& near) {
    std::vector<std::string_view> names;
    std::string all;
    for (const auto& key : d.step->kinds) {
      names.push_back(method::kind_label(d.method, key, lang));
      all += fmt::format("{}{} ({})", all.empty() ? "" : ", ", names.back(), key);
    }
    near = nearest(kind, names);
    return all;
  };
  Text near;
  const auto nl = listed(Lang::nl, near.nl), en = listed(Lang::en, near.en);
  return refuse(
      "NotFound", "",
      msg("talk.not_found", "kind"_is = kind,
          "near"_is =
              near.nl.empty() && near.en.empty() ? Message() : msg("refuse.did_you_mean_quoted", "near"_is = near)),
      nl.empty() ? msg("talk.not_found_do") : msg("floor.fits_here", "kinds"_is = Text{nl, en}));
}

void notice_advice(const Deciding& d, const method::View& view, const Say& say, std::vector<Noticed>& noticed) {
  if (!d.step->advice_locked) return;
  const auto phrase = view.said(method::kAdvice, say.text).phrase;
  if (phrase.empty()) return;
  noticed.push_back({"R6", msg("talk.sounds_like_advice", "phrase"_is = phrase).in_both()});
}

}  // namespace

Decided decide_on(const Deciding& d, const Say& given) {
  if (blank(given.text) && given.answer != Answer::none) return empty_text(msg("talk.needs_text_contribution"));
  if (d.step == nullptr) return step_unknown(d);
  auto command = given;
  command.kind = method::kind_meant(d.method, given.kind);
  if (!d.method->knows_kind(command.kind)) {
    return kind_unknown(d, command.kind);
  }
  Contributed said;
  static_cast<ContributionFields&>(said) = command;
  if (!command.to.empty()) {
    const auto* to = d.person(command.to);
    if (to == nullptr) return nobody(d, command.to);
    said.to = to->id;
  }
  if (!command.re.empty() &&
      std::ranges::find(d.c.contributions, command.re, &Contribution::id) == d.c.contributions.end()) {
    std::vector<std::string_view> known;
    for (auto it = d.c.contributions.rbegin(); it != d.c.contributions.rend() && known.size() < 5; ++it)
      known.push_back(it->id);
    return nothing(msg("talk.thing_contribution"), command.re, known);
  }

  auto verdict = judge(d, command);
  if (auto refusal = held_to(d.c.mode, std::move(verdict.broken), said.noticed)) return failure(std::move(*refusal));
  const CaseView view(d.c, d.at(), d.library, d.method);
  const method::Draft draft{d.actor->id, said.kind, said.text, said.to, said.re};
  notice_advice(d, view, command, said.noticed);
  for (auto& finding : method::text_checks(*d.method, view, draft))
    said.noticed.push_back({std::move(finding.rule), std::move(finding.message)});
  if (const auto* rules = d.library.rules(*d.method)) {
    for (auto& finding : rules->review(view, draft)) {
      if (finding.weight == method::Finding::Weight::hard && d.c.mode == Mode::strict)
        return refuse("MethodSaysNo", finding.rule, std::move(finding.message), msg("talk.method_says_no_do"));
      said.noticed.push_back({std::move(finding.rule), std::move(finding.message)});
    }
  }
  said.id = next_id(d.c, 'b', d.c.contributions.size());
  said.turn = verdict.turn;
  said.hidden = d.step->floor.hidden;
  return d.one(std::move(said));
}

Decided decide_on(const Deciding& d, const Pass&) {
  if (d.step == nullptr) return step_unknown(d);
  auto broken = judge_pass(d);
  if (!broken.empty() && d.c.mode == Mode::strict) return failure(std::move(broken.front()));
  return d.one(TurnPassed{});
}

Decided decide_on(const Deciding& d, const CountLearning& command) { return d.one(LearningCounted{command}); }

Decided decide_on(const Deciding& d, const CountSignal& command) {
  if (blank(command.theme)) return empty_text(msg("talk.needs_theme_signal"));
  return d.one(SignalCounted{command});
}

}  // namespace casus::engine
