// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/deciding.hpp"
#include "core/method/phrases.hpp"
#include "core/text/day_words.hpp"

#include <algorithm>

/// The playbook: a concept becomes the team's way of working in a meeting, with most of the team there, and no other
/// way.
namespace casus::learning {
namespace {

/// One sentence: longer, and nobody knows it by heart.
constexpr std::size_t kLongestSentence = 200;

std::optional<Refusal> sentence_off(const Deciding& at, const std::string& text) {
  if (auto refusal = empty_text(text, msg("learn.book.the_sentence"))) return refusal;
  if (text.size() > kLongestSentence)
    return no("SentenceTooLong", msg("learn.book.too_long", "most"_is = kLongestSentence),
              msg("learn.book.too_long_do"));
  std::vector<std::string> names;
  if (at.facts.team != nullptr)
    for (const auto& one : at.facts.team->members) names.push_back(one.name);
  return leads_back(text, names);
}

/// A sentence that has not lapsed.
Outcome<const Sentence*, Refusal> standing(const Deciding& at, const std::string& id) {
  const auto* sentence = at.it.book.sentence(id);
  if (sentence == nullptr)
    return refuse("NoSentence", msg("learn.book.none", "sentence"_is = id),
                  msg("learn.book.none_do", "show"_is = way("learn book show")));
  if (sentence->state == SentenceState::lapsed)
    return refuse("SentenceLapsed", msg("learn.book.has_lapsed", "sentence"_is = id),
                  msg("learn.book.has_lapsed_do", "propose"_is = way("learn book propose", "text"_is = gap())));
  return sentence;
}

/// Nothing when more than half of the team was in the meeting of that day.
std::optional<Refusal> not_of_a_meeting(const Deciding& at, Date on) {
  const auto& there = at.facts.meeting;
  if (!there)
    return no("NotInAMeeting", msg("learn.book.no_meeting", "on"_is = text::day_message(on)),
              msg("learn.book.no_meeting_do", "start"_is = way("meeting start")));
  if (2 * there->present > there->members) return std::nullopt;
  return no("TooFewThere", msg("learn.book.too_few", "present"_is = there->present, "members"_is = there->members),
            msg("learn.book.too_few_do"));
}

/// What a meeting adopted, a meeting alone changes.
std::optional<Refusal> adopted_stays(const Deciding& at, const Sentence& sentence) {
  if (sentence.state != SentenceState::adopted) return std::nullopt;
  if (!at.facts.meeting)
    return no("NotInAMeeting", msg("learn.book.is_adopted", "sentence"_is = sentence.id),
              msg("learn.book.is_adopted_do", "start"_is = way("meeting start"),
                  "object"_is = way("learn book object", "sentence"_is = sentence.id, "text"_is = gap())));
  return not_of_a_meeting(at, at.today);
}

}  // namespace

LearningDecision decide_playbook(Deciding& at, const ProposeSentence& c) {
  if (auto refusal = sentence_off(at, c.text)) return failure(std::move(*refusal));
  const auto words = method::spaced_words(c.text);
  for (const auto& one : at.it.book.sentences)
    if (one.state != SentenceState::lapsed && method::spaced_words(one.text) == words) {
      at.add(SentenceBacked{one.id});
      return std::move(at).events();
    }
  at.add(SentenceProposed{"s" + std::to_string(at.it.book.sentences.size() + 1), std::string(trimmed(c.text)), c.theme,
                          c.element, c.grew});
  return std::move(at).events();
}

LearningDecision decide_playbook(Deciding& at, const RewordSentence& c) {
  const auto sentence = standing(at, c.sentence);
  if (!sentence) return failure(sentence.error());
  if (auto refusal = sentence_off(at, c.text)) return failure(std::move(*refusal));
  if (blank(c.because)) return refuse("ReasonMissing", msg("learn.book.why_reword"), msg("refuse.reason_missing_do"));
  if ((*sentence)->text == trimmed(c.text)) return LearningEvents{};
  if (auto refusal = adopted_stays(at, **sentence)) return failure(std::move(*refusal));
  at.add(SentenceReworded{{c.sentence, std::string(trimmed(c.text)), c.because}});
  return std::move(at).events();
}

LearningDecision decide_playbook(Deciding& at, const TrySentence& c) {
  const auto sentence = standing(at, c.sentence);
  if (!sentence) return failure(sentence.error());
  if (auto refusal = empty_text(c.sign, msg("learn.book.the_sign"))) return failure(std::move(*refusal));
  if (c.until <= at.today)
    return refuse("DayIsPast", msg("learn.day_is_past", "on"_is = text::day_message(c.until)),
                  msg("learn.day_is_past_do"));
  if (auto refusal = adopted_stays(at, **sentence)) return failure(std::move(*refusal));
  at.add(SentenceTried{{c.sentence, c.until, c.sign}});
  return std::move(at).events();
}

LearningDecision decide_playbook(Deciding& at, const AdoptSentence& c) {
  const auto sentence = standing(at, c.sentence);
  if (!sentence) return failure(sentence.error());
  const auto meeting = c.meeting.value_or(at.today);
  if (auto refusal = not_of_a_meeting(at, meeting)) return failure(std::move(*refusal));
  for (const auto& one : (*sentence)->objections)
    if (one.outcome.empty())
      return refuse("ObjectionUnheard",
                    one.text.empty() ? msg("learn.book.unheard_of_who_left", "objection"_is = one.id)
                                     : msg("learn.book.unheard", "objection"_is = one.id, "text"_is = one.text),
                    msg("learn.book.unheard_do",
                        "hear"_is = way("learn book hear", "objection"_is = one.id, "outcome"_is = gap())));
  const auto review = c.review_on.value_or(plus_days(meeting, kReviewAfter));
  if (review <= at.today)
    return refuse("DayIsPast", msg("learn.day_is_past", "on"_is = text::day_message(review)),
                  msg("learn.day_is_past_do"));
  at.add(SentenceAdopted{c.sentence, meeting, at.facts.meeting->present, review});
  return std::move(at).events();
}

LearningDecision decide_playbook(Deciding& at, const LapseSentence& c) {
  const auto sentence = standing(at, c.sentence);
  if (!sentence) return failure(sentence.error());
  if (blank(c.because)) return refuse("ReasonMissing", msg("learn.book.why_lapse"), msg("refuse.reason_missing_do"));
  if (auto refusal = adopted_stays(at, **sentence)) return failure(std::move(*refusal));
  at.add(SentenceLapsed{{c.sentence, c.because}});
  return std::move(at).events();
}

LearningDecision decide_playbook(Deciding& at, const ObjectToSentence& c) {
  const auto sentence = standing(at, c.sentence);
  if (!sentence) return failure(sentence.error());
  if (auto refusal = empty_text(c.text, msg("learn.circle.the_objection"))) return failure(std::move(*refusal));
  if (auto refusal = leads_back(c.text, {})) return failure(std::move(*refusal));
  at.add(SentenceObjected{"o" + std::to_string(at.it.book.objections_ever + 1), c.sentence, at.actor(),
                          std::string(trimmed(c.text))});
  return std::move(at).events();
}

LearningDecision decide_playbook(Deciding& at, const HearObjection& c) {
  if (auto refusal = empty_text(c.outcome, msg("learn.book.the_outcome"))) return failure(std::move(*refusal));
  for (const auto& sentence : at.it.book.sentences)
    for (const auto& one : sentence.objections)
      if (one.id == c.objection) {
        at.add(ObjectionHeard{{c.objection, c.outcome}});
        return std::move(at).events();
      }
  return refuse("NoObjection", msg("learn.book.no_objection", "objection"_is = c.objection),
                msg("learn.book.none_do", "show"_is = way("learn book show")));
}

}  // namespace casus::learning
