// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/decide/deciding.hpp"
#include "core/learning/scan.hpp"
#include "core/text/day_words.hpp"

#include <algorithm>

/// The quickscan: begun by somebody of the team, answered by each alone, closed once.
namespace casus::learning {
namespace {

std::optional<Refusal> not_open(const Session& it) {
  if (!it.scan)
    return no("NoScan", msg("learn.scan.none", "scan"_is = it.id),
              msg("learn.start_one", "start"_is = way("learn scan start")));
  if (it.scan->open()) return std::nullopt;
  return no("ScanClosed", msg("learn.scan.closed", "scan"_is = it.id),
            msg("learn.scan.closed_do", "show"_is = way("learn scan show", "scan"_is = it.id)));
}

Refusal no_item(std::string_view item, const Instrument& instrument) {
  const auto near = nearest(item, instrument.item_ids());
  return no("NoItem", msg("learn.scan.no_item", "item"_is = item),
            near.empty() ? msg("learn.scan.see_mine", "mine"_is = way("learn scan mine"))
                         : msg("learn.did_you_mean", "near"_is = near));
}

/// In the words of who reads it, with the key where that says something else: "ja, nee, ?", "1 (niet), ...".
text::Value choices_of(const AnswerScale& scale) {
  std::vector<Message> all;
  for (const auto& one : scale.choices) {
    const bool same = one.key == folded(one.text.nl) || one.key == folded(one.text.en);
    all.push_back(same ? msg("learn.scan.choice", "text"_is = one.text)
                       : msg("learn.scan.choice_by_key", "key"_is = one.key, "text"_is = one.text));
  }
  all.push_back(msg("learn.scan.choice", "text"_is = std::string(kNotKnown)));
  return text::any_of(std::move(all));
}

/// One "item=answer"; what is wrong with it.
std::optional<Refusal> take_answer(const std::string& typed, const Instrument& instrument, ScanAnswers& out) {
  const auto is = typed.find('=');
  const auto id = std::string(trimmed(std::string_view(typed).substr(0, is)));
  if (is == std::string::npos)
    return no("NotAnAnswer", msg("learn.scan.not_an_answer", "typed"_is = typed), msg("learn.scan.not_an_answer_do"));
  const auto* item = instrument.item(id);
  if (item == nullptr) return no_item(id, instrument);
  const auto answer = std::string(trimmed(std::string_view(typed).substr(is + 1)));
  if (answer.empty()) {
    out.given.erase(id);
    return std::nullopt;
  }
  if (const auto* scale = instrument.scale(item->scale)) {
    const auto wanted = folded(answer);
    const auto chosen = std::ranges::find_if(scale->choices, [&](const ScaleChoice& one) {
      return wanted == folded(one.key) || wanted == folded(one.text.nl) || wanted == folded(one.text.en);
    });
    if (chosen != scale->choices.end()) out.given[id] = chosen->key;
    else if (wanted == kNotKnown) out.given[id] = std::string(kNotKnown);
    else
      return no("NoSuchAnswer", msg("learn.scan.no_such_answer", "answer"_is = answer, "item"_is = id),
                msg("learn.scan.no_such_answer_do", "known"_is = choices_of(*scale)));
    return std::nullopt;
  }
  if (auto refusal = leads_back(answer, {})) return refusal;
  out.given[id] = answer;
  return std::nullopt;
}

std::optional<Refusal> tick(const std::vector<std::string>& items, bool on, const Instrument& instrument,
                            std::vector<std::string>& out) {
  for (const auto& id : items) {
    if (instrument.item(id) == nullptr) return no_item(id, instrument);
    std::erase(out, id);
    if (on) out.push_back(id);
  }
  return std::nullopt;
}

}  // namespace

LearningDecision decide_scan(Deciding& at, const StartScan& c) {
  if (at.it.scan)
    return refuse("ScanThere", msg("learn.scan.there", "scan"_is = at.it.id),
                  msg("learn.look_at_one", "show"_is = way("learn scan show", "scan"_is = at.it.id)));
  if (!at.facts.scan.going_on.empty())
    return refuse("ScanOpen", msg("learn.scan.goes_on", "scan"_is = at.facts.scan.going_on),
                  msg("learn.scan.goes_on_do", "mine"_is = way("learn scan mine"), "close"_is = way("learn scan close"),
                      "cancel"_is = way("learn scan cancel", "because"_is = gap())));
  if (const auto closed = at.facts.scan.closed_on; closed && at.today < plus_days(*closed, kBetweenScans))
    return refuse("ScanTooSoon", msg("learn.scan.too_soon", "on"_is = text::day_message(*closed)),
                  msg("learn.scan.too_soon_do", "from"_is = text::day_message(plus_days(*closed, kBetweenScans))));
  if (at.facts.instrument == nullptr) return failure(no_instrument(at, c.instrument));
  if (c.until)
    if (auto refusal = day_is_past(*c.until, at.today)) return failure(std::move(*refusal));
  at.add(ScanStarted{c.instrument, std::string(at.facts.definition), c.until});
  return std::move(at).events();
}

LearningDecision decide_scan(Deciding& at, const AnswerScan& c) {
  // Where colleagues may come to somebody is taken back at any time.
  const bool takes_back = !c.uncontact.empty() && c.answers.empty() && c.learn.empty() && c.unlearn.empty() &&
                          c.contact.empty() && at.it.scan && at.it.scan->closed_on;
  if (auto refusal = not_open(at.it); refusal && !takes_back) return failure(std::move(*refusal));
  const auto& scan = *at.it.scan;
  const auto* before = scan.of(at.actor());
  auto now = before != nullptr ? *before : ScanAnswers{at.actor(), {}, {}, {}};
  for (const auto& typed : c.answers)
    if (auto refusal = take_answer(typed, scan.instrument, now)) return failure(std::move(*refusal));
  for (auto refusal :
       {tick(c.learn, true, scan.instrument, now.learn), tick(c.unlearn, false, scan.instrument, now.learn),
        tick(c.contact, true, scan.instrument, now.contact), tick(c.uncontact, false, scan.instrument, now.contact)})
    if (refusal) return failure(std::move(*refusal));
  const auto text = written(now);
  if (text == written(before != nullptr ? *before : ScanAnswers{})) {
    if (before != nullptr) return LearningEvents{};
    return refuse("NoAnswers", msg("learn.scan.no_answers"),
                  msg("learn.scan.see_mine", "mine"_is = way("learn scan mine")));
  }
  at.add(ScanAnswered{at.actor(), text});
  return std::move(at).events();
}

LearningDecision decide_scan(Deciding& at, const CloseScan&) {
  if (auto refusal = not_open(at.it)) return failure(std::move(*refusal));
  const Team nobody;
  const auto& team = at.facts.team != nullptr ? *at.facts.team : nobody;
  auto closed = counted(*at.it.scan, static_cast<int>(team.members.size()));
  keep_what_few_changed(closed, at.it, at.facts.scan.counted, team);
  at.add(std::move(closed));
  return std::move(at).events();
}

LearningDecision decide_scan(Deciding& at, const CancelScan& c) {
  if (auto refusal = not_open(at.it)) return failure(std::move(*refusal));
  if (auto refusal = cancel_reason_off(at, c.because)) return failure(std::move(*refusal));
  for (const auto& one : at.it.scan->answers) at.add(LearnerForgotten{one.person});
  at.add(ScanCancelled{c.because});
  return std::move(at).events();
}

}  // namespace casus::learning
