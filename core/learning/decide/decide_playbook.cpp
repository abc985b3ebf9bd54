// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/decide/deciding.hpp"
#include "core/method/phrases.hpp"
#include "core/text/day_words.hpp"
#include "core/text/label.hpp"

#include <algorithm>
#include <cctype>

/// The playbook: a concept becomes the team's way of working in a meeting, with most of the team there, and no other
/// way.
namespace casus::learning {
namespace {

/// One sentence: longer, and nobody knows it by heart.
constexpr int kLongestSentence = 200;

/// A number of the instrument; `otherwise` when there is none here.
int number_of_book(const Deciding& at, const char* name, int otherwise) {
  if (at.facts.instrument == nullptr) return otherwise;
  const auto found = at.facts.instrument->numbers.find(name);
  return found == at.facts.instrument->numbers.end() ? otherwise : found->second;
}

/// Whether something that ends a sentence stands before another: behind an abbreviation no capital follows.
bool several_sentences(std::string_view text) {
  for (auto at = text.find_first_of(".!?\n"); at != std::string_view::npos; at = text.find_first_of(".!?\n", at + 1)) {
    const auto rest = text.substr(at + 1);
    const auto next = rest.find_first_not_of(" \t\r\n");
    if (next == std::string_view::npos) return false;
    if (text[at] == '\n') return true;
    const auto first = static_cast<unsigned char>(rest[next]);
    const bool begins = first < 0x80 ? std::isupper(first) != 0 || (text[at] != '.' && std::isalpha(first) != 0)
                                     : folded(rest.substr(next)) != std::string(rest.substr(next));
    if (next > 0 && begins) return true;
  }
  return false;
}

std::optional<Refusal> sentence_off(const Deciding& at, const std::string& text) {
  if (auto refusal = empty_text(text, msg("learn.book.the_sentence"))) return refusal;
  const auto most = static_cast<std::size_t>(number_of_book(at, "letters", kLongestSentence));
  if (letters_in(text) > most)
    return no("SentenceTooLong", msg("learn.book.too_long", "most"_is = most), msg("learn.book.too_long_do"));
  if (several_sentences(trimmed(text)))
    return no("SeveralSentences", msg("learn.book.several_sentences"), msg("learn.book.several_sentences_do"));
  return leads_back(text, names_of_team(at.facts));
}

/// What is said to come out of a round or a circle was said there, in these words.
std::optional<Refusal> not_said_there(const Deciding& at, const ProposeSentence& c) {
  const auto& said = at.facts.said;
  if (c.out_of.empty()) return std::nullopt;
  if (said.line.empty())
    return no("NotSaidThere",
              said.from == SentenceFrom::circle ? msg("learn.book.not_in_circle", "where"_is = c.out_of)
                                                : msg("learn.book.not_in_round", "where"_is = c.out_of),
              msg("learn.book.not_said_there_do", "propose"_is = way("learn book propose", "text"_is = c.text)));
  return leads_back(c.text, said.names);
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

/// Why a slip cannot be put right: it stands so since another day, or in another way.
std::optional<Refusal> not_a_slip(const Deciding& at, const Sentence& sentence, SentenceState slip) {
  if (sentence.state == slip && sentence.since == at.today && !sentence.stood.empty()) return std::nullopt;
  return no("NoSlip",
            msg("learn.book.no_slip", "sentence"_is = sentence.id, "state"_is = text::label(sentence.state),
                "on"_is = text::day_message(sentence.since)),
            msg("learn.book.no_slip_do", "history"_is = way("learn book history", "sentence"_is = sentence.id)));
}

}  // namespace

LearningDecision decide_playbook(Deciding& at, const ProposeSentence& c) {
  if (auto refusal = sentence_off(at, c.text)) return failure(std::move(*refusal));
  if (auto refusal = not_said_there(at, c)) return failure(std::move(*refusal));
  const auto grew = at.facts.said.from;
  const auto words = method::spaced_words(c.text);
  for (const auto& one : at.it.book.sentences)
    if (one.state != SentenceState::lapsed && method::spaced_words(one.text) == words) {
      at.add(SentenceBacked{one.id, grew});
      return std::move(at).events();
    }
  at.add(SentenceProposed{"s" + std::to_string(at.it.book.sentences_ever + 1), std::string(trimmed(c.text)), c.theme,
                          c.element, grew});
  return std::move(at).events();
}

LearningDecision decide_playbook(Deciding& at, const RewordSentence& c) {
  const auto sentence = standing(at, c.sentence);
  if (!sentence) return failure(sentence.error());
  if (auto refusal = sentence_off(at, c.text)) return failure(std::move(*refusal));
  if (blank(c.because)) return refuse("ReasonMissing", msg("learn.book.why_reword"), msg("refuse.reason_missing_do"));
  if (auto refusal = leads_back(c.because, names_of_team(at.facts))) return failure(std::move(*refusal));
  if ((*sentence)->text == trimmed(c.text)) return LearningEvents{};
  if (auto refusal = adopted_stays(at, **sentence)) return failure(std::move(*refusal));
  at.add(SentenceReworded{{c.sentence, std::string(trimmed(c.text)), c.because}});
  return std::move(at).events();
}

LearningDecision decide_playbook(Deciding& at, const TrySentence& c) {
  const auto sentence = standing(at, c.sentence);
  if (!sentence) return failure(sentence.error());
  if (c.undo) {
    if (auto refusal = not_a_slip(at, **sentence, SentenceState::on_trial)) return failure(std::move(*refusal));
    at.add(SentenceTried{c.sentence, *(*sentence)->trial_ends, {}, true});
    return std::move(at).events();
  }
  if (!c.until) return failure(*empty_text("", msg("learn.book.until_when")));
  if (auto refusal = text_off(at, c.sign, msg("learn.book.the_sign"))) return failure(std::move(*refusal));
  if (auto refusal = day_is_past(*c.until, plus_days(at.today, 1))) return failure(std::move(*refusal));
  if (auto refusal = adopted_stays(at, **sentence)) return failure(std::move(*refusal));
  at.add(SentenceTried{c.sentence, *c.until, c.sign, false});
  return std::move(at).events();
}

LearningDecision decide_playbook(Deciding& at, const AdoptSentence& c) {
  const auto sentence = standing(at, c.sentence);
  if (!sentence) return failure(sentence.error());
  const auto& before = **sentence;
  if (c.undo) {
    if (auto refusal = not_a_slip(at, before, SentenceState::adopted)) return failure(std::move(*refusal));
    at.add(SentenceAdopted{c.sentence, before.meeting.value_or(at.today), 0, *before.review_on, true});
    return std::move(at).events();
  }
  const auto meeting = c.meeting.value_or(at.today);
  if (auto refusal = not_of_a_meeting(at, meeting)) return failure(std::move(*refusal));
  if (before.state == SentenceState::adopted && before.meeting == meeting)
    return refuse(
        "AdoptedAlready",
        msg("learn.book.adopted_already", "sentence"_is = c.sentence, "on"_is = text::day_message(meeting)),
        msg("learn.book.adopted_already_do", "history"_is = way("learn book history", "sentence"_is = c.sentence)));
  for (const auto& one : (*sentence)->objections)
    if (one.outcome.empty())
      return refuse("ObjectionUnheard",
                    one.text.empty() ? msg("learn.book.unheard_of_who_left", "objection"_is = one.id)
                                     : msg("learn.book.unheard", "objection"_is = one.id, "text"_is = one.text),
                    msg("learn.book.unheard_do",
                        "hear"_is = way("learn book hear", "objection"_is = one.id, "outcome"_is = gap())));
  const auto review = c.review_on.value_or(plus_days(meeting, number_of_book(at, "review-days", kReviewAfter)));
  if (auto refusal = day_is_past(review, plus_days(at.today, 1))) return failure(std::move(*refusal));
  at.add(SentenceAdopted{c.sentence, meeting, at.facts.meeting->present, review, false});
  return std::move(at).events();
}

LearningDecision decide_playbook(Deciding& at, const LapseSentence& c) {
  if (const auto* lapsed = at.it.book.sentence(c.sentence); lapsed != nullptr && c.undo) {
    if (auto refusal = not_a_slip(at, *lapsed, SentenceState::lapsed)) return failure(std::move(*refusal));
    at.add(SentenceLapsed{c.sentence, {}, true});
    return std::move(at).events();
  }
  const auto sentence = standing(at, c.sentence);
  if (!sentence) return failure(sentence.error());
  if (blank(c.because)) return refuse("ReasonMissing", msg("learn.book.why_lapse"), msg("refuse.reason_missing_do"));
  if (auto refusal = leads_back(c.because, names_of_team(at.facts))) return failure(std::move(*refusal));
  if (auto refusal = adopted_stays(at, **sentence)) return failure(std::move(*refusal));
  at.add(SentenceLapsed{c.sentence, c.because, false});
  return std::move(at).events();
}

/// Whatever it stood as: what may not be kept does not wait for a meeting.
LearningDecision decide_playbook(Deciding& at, const DestroySentence& c) {
  const auto* sentence = at.it.book.sentence(c.sentence);
  if (sentence == nullptr)
    return refuse("NoSentence", msg("learn.book.none", "sentence"_is = c.sentence),
                  msg("learn.book.none_do", "show"_is = way("learn book show")));
  at.add(SentenceDestroyed{c.sentence, c.ground, sentence->events});
  return std::move(at).events();
}

LearningDecision decide_playbook(Deciding& at, const ObjectToSentence& c) {
  const auto sentence = standing(at, c.sentence);
  if (!sentence) return failure(sentence.error());
  const auto& all = (*sentence)->objections;
  const auto mine = std::ranges::find_if(
      all, [&](const SentenceObjection& one) { return one.person == at.actor() && one.outcome.empty(); });
  SentenceObjected objected{"o" + std::to_string(at.it.book.objections_ever + 1),
                            c.sentence,
                            at.actor(),
                            std::string(trimmed(c.text)),
                            c.withdraw,
                            {}};
  if (mine != all.end()) {
    objected.id = mine->id;
    objected.events = mine->events;
  } else if (c.withdraw) {
    return refuse("NoObjection", msg("learn.book.nothing_to_withdraw", "sentence"_is = c.sentence),
                  msg("learn.book.none_do", "show"_is = way("learn book show")));
  }
  if (c.withdraw) objected.text.clear();
  else if (auto refusal = own_text_off(c.text, msg("learn.circle.the_objection"))) return failure(std::move(*refusal));
  at.add(std::move(objected));
  return std::move(at).events();
}

LearningDecision decide_playbook(Deciding& at, const HearObjection& c) {
  if (auto refusal = text_off(at, c.outcome, msg("learn.book.the_outcome"))) return failure(std::move(*refusal));
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
