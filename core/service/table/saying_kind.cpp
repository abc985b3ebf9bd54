// SPDX-License-Identifier: EUPL-1.2
#include "core/service/table/saying_kind.hpp"

#include "core/base/each_language.hpp"
#include "core/base/first_that.hpp"
#include "core/engine/floor/course.hpp"
#include "core/engine/floor/floor.hpp"
#include "core/engine/floor/floor_limits.hpp"
#include "core/engine/floor/group_places.hpp"
#include "core/engine/floor/grouping.hpp"
#include "core/method/phrases.hpp"
#include "core/method/vocabulary.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

namespace casus::service {

namespace {

/// Who brought the case in, or whose life it is.
bool is_of_the_case(const Person& person) { return person.has_any({Role::presenter, Role::resident}); }

/// Whether the next step takes questions of this person: asked a little early, it is a question still.
bool asks_next(const Case& state, const engine::Library& library, const method::Step& step, const Person& person) {
  const auto* visit = state.here();
  const auto* method = visit == nullptr ? nullptr : library.pinned_method(state.method(visit->phase));
  if (method == nullptr) return false;
  const auto* next = engine::onward(state, state.changed_at, library, *method, visit->phase, step).step;
  return next != nullptr && std::ranges::find(next->kinds, "question") != next->kinds.end() &&
         person.has_any(next->floor.speakers);
}

/// An idea put as a question: "zullen we oma vragen?"
bool is_proposal(std::string_view text) {
  const auto spoken = method::spoken(text);
  for (const auto& list : method::core_phrases())
    if ((list.id == "casus/suggestion" || list.id == method::kAdvice) &&
        (method::said_in(spoken, list.nl) || method::said_in(spoken, list.en)))
      return true;
  for (const auto lang : text::languages())
    for (const auto& use : text::day_words(text::msg("table.proposal_words").in(lang)))
      if (method::said_in(spoken, use.said)) return true;
  return false;
}

/// "Trouwens, ...", "iets anders: ...": whoever begins so answers nothing.
bool turns_to_another(std::string_view text) {
  const auto spoken = method::spoken(text);
  for (const auto lang : text::languages())
    for (const auto& use : text::day_words(text::msg("table.no_answer_words").in(lang)))
      if (const auto said = method::said_in(spoken, use.said); said && said.word == 0) return true;
  return false;
}

/// A question is answered by what the person who was asked says right behind it, while the table asks and answers only:
/// whatever else is said ends that, and so does the answer.
bool was_just_asked(const Case& state, const Contribution& question, const Person& person, bool may_answer) {
  if (question.visit != state.visit_index()) return false;
  if (!question.to.empty() ? question.to != person.id : !may_answer && !is_of_the_case(person)) return false;
  for (auto it = state.contributions.rbegin(); it != state.contributions.rend() && it->id != question.id; ++it) {
    if (it->kind == method::kUnplacedKind) continue;
    const bool asks = it->kind == "question" || it->kind == "follow_up";
    if (it->re == question.id && (!may_answer || it->by == person.id)) return false;
    if (it->re.empty() && !asks) return false;
  }
  return true;
}

/// Asked anew, after something else was said, a question is answered before those that lie further back.
const Contribution* asked_since(const Case& state, const Contribution& older, const Person& person, bool may_answer) {
  const auto own = engine::group_of(state, person.id);
  const Contribution* found = nullptr;
  for (auto it = state.contributions.rbegin(); it != state.contributions.rend() && it->id != older.id; ++it) {
    if (it->kind == method::kUnplacedKind) continue;
    const bool asks = it->kind == "question" || it->kind == "follow_up";
    if (!asks && it->re.empty()) break;
    if (!asks || it->by == person.id || (!own.empty() && it->group != own)) continue;
    if (was_just_asked(state, *it, person, may_answer)) found = &*it;
  }
  return found;
}

bool is_answered(const Case& state, const Contribution& question) {
  return std::ranges::find(state.contributions, question.id, &Contribution::re) != state.contributions.end();
}

/// Of several questions that wait, the one that this answer is about: it alone has words of it, it asks yes or no
/// where the first asks who or what, or it asks when and that is told. Else the first, as they were asked.
const Contribution* question_meant(const Case& state, const Contribution& first, const Person& person, bool may_answer,
                                   std::string_view answer) {
  const auto own = engine::group_of(state, person.id);
  std::vector<const Contribution*> open;
  for (const auto& it : state.contributions) {
    const bool asks = it.kind == "question" || it.kind == "follow_up";
    if (asks && it.by != person.id && !it.hidden && (own.empty() || it.group == own) && !is_answered(state, it) &&
        was_just_asked(state, it, person, may_answer))
      open.push_back(&it);
  }
  if (open.size() < 2 || std::ranges::find(open, &first) == open.end()) return &first;
  const auto shared = [&](const Contribution* one) { return words_in_common(answer, one->text); };
  const auto* nearest = *std::ranges::max_element(open, {}, shared);
  const auto most = shared(nearest);
  if (most > shared(&first)) return std::ranges::count(open, most, shared) == 1 ? nearest : &first;
  if (most > 0) return &first;
  if (!says_yes_or_no(answer)) {
    const auto fits = [&](const Contribution* one) { return answers_in_kind(answer, one->text); };
    const auto asked = fits(&first) ? open.end() : std::ranges::find_if(open, fits);
    return asked == open.end() ? &first : *asked;
  }
  if (asks_yes_or_no(first.text)) return &first;
  const auto other = std::ranges::find_if(open, [](const auto* one) { return asks_yes_or_no(one->text); });
  return other == open.end() ? &first : *other;
}

/// The question that words without a kind may answer where an answer names its question: not one that was answered,
/// unless all that fits is asking and answering. Then they are more of what was told.
const Contribution* to_be_answered(const Case& state, const method::Step& step, const Contribution& question,
                                   const Person& person) {
  const auto of_talk = [](const std::string& kind) {
    return kind == "question" || kind == "follow_up" || kind == "answer";
  };
  if (!is_answered(state, question) || std::ranges::all_of(step.kinds, of_talk)) return &question;
  const auto own = engine::group_of(state, person.id);
  const auto open = [&](const Contribution& it) {
    return it.visit == state.visit_index() && (it.kind == "question" || it.kind == "follow_up") && it.by != person.id &&
           (own.empty() || it.group == own) && (it.to.empty() || it.to == person.id) && !is_answered(state, it);
  };
  return first_that(state.contributions, open);
}

/// The question of the step before to which this person, who only listens here, is heard first: the table went on
/// before the answer was typed. Whatever else was said since ends that.
const Contribution* asked_a_step_ago(const Case& state, const Person& person) {
  const auto* here = state.here();
  if (here == nullptr || here->anonymous || state.mode != Mode::coaching) return nullptr;
  if (!engine::group_of(state, person.id).empty()) return nullptr;
  const auto now = state.visit_index();
  const auto is_asked_before = [&](const Contribution& it) {
    return it.visit == now - 1 && (it.kind == "question" || it.kind == "follow_up");
  };
  const Contribution* found = nullptr;
  for (auto it = state.contributions.rbegin(); it != state.contributions.rend(); ++it) {
    if (it->kind == method::kUnplacedKind) continue;
    const auto asked = std::ranges::find(state.contributions, it->re, &Contribution::id);
    if (!it->re.empty() && asked != state.contributions.end() && is_asked_before(*asked)) continue;
    // Asked at another time, whoever speaks now answers no more.
    if (!is_asked_before(*it) || it->hidden || here->entered - it->at > std::chrono::hours(3)) break;
    const bool theirs = it->to.empty() ? is_of_the_case(person) : it->to == person.id;
    if (theirs && it->by != person.id && it->group.empty() && !is_answered(state, *it)) found = &*it;
  }
  return found;
}

/// What the others give while they think aloud, and who brought the case in listens.
bool is_given_by_others(std::string_view kind) {
  constexpr std::array<std::string_view, 11> kGiven{"idea",    "advice",     "option",    "affirmation",
                                                    "insight", "experience", "statement", "information",
                                                    "title",   "question",   "follow_up"};
  return std::ranges::find(kGiven, kind) != kGiven.end();
}

/// What a kind of a method means stands in its file: which of several it is, words do not show.
bool is_own(std::string_view kind) {
  return std::ranges::find(method::core_kinds(), kind, &method::KindName::key) == method::core_kinds().end();
}

/// The step of an earlier stay that is named so, by its id or as people call it; nullptr for none, and for the step at
/// hand.
const method::Step* step_named(const Case& state, const engine::Library& library, const std::string& typed) {
  const auto* here = state.here();
  for (auto visit = state.visits.rbegin(); visit != state.visits.rend(); ++visit) {
    const auto* method = library.pinned_method(state.method(visit->phase));
    const auto* step = method == nullptr ? nullptr : method->step(visit->phase, visit->step);
    if (step == nullptr || (typed != step->id && !is_name_of(folded(trimmed(typed)), step->name))) continue;
    return here != nullptr && here->phase == visit->phase && here->step == visit->step ? nullptr : step;
  }
  return nullptr;
}

/// What words without a kind are in a step that is over; empty where only asking, answering or choosing fitted.
std::string kind_typed_in(const method::Step& step, std::string_view text) {
  if (is_question(text)) return "question";
  for (const auto& kind : step.kinds)
    if (kind != "question" && kind != "follow_up" && kind != "answer" && kind != "choice" && !is_own(kind)) return kind;
  return {};
}

/// Whether this person asked something in the turn that is theirs.
bool asked_in_turn(const Case& state, const method::Step& step, const Person& person) {
  const auto turn = engine::turn_now(state, step, engine::group_of(state, person.id));
  if (turn.current != &person || turn.said == 0) return false;
  int seen = 0;
  for (auto it = state.contributions.rbegin(); it != state.contributions.rend() && seen < turn.said; ++it)
    if (it->visit == state.visit_index() && it->by == person.id && ++seen > 0 && it->kind == "question") return true;
  return false;
}

/// What somebody says beside the floor is no choice of who chooses, what the note taker says no idea and no question,
/// and what the chair says a note.
bool is_beside_the_floor(const Person& person, const Say& say) {
  if (is_question(say.text) || asks_without_mark(say.text)) return false;
  const bool leads = person.has(Role::chair) || person.has(Role::note_taker);
  const bool theirs = say.kind == "idea" || say.kind == "question" || say.kind == "follow_up" || say.kind == "advice";
  // Whoever leads and does not tell speaks to the table, as far as anybody can see: "daan, let je op de tijd".
  const bool to_table = person.has(Role::chair) && say.kind != "answer";
  // While the others think aloud, who brought the case in and whose life it is listen: they remark on it.
  const bool receives = is_of_the_case(person) && is_given_by_others(say.kind);
  return say.kind == "choice" || receives || to_table || (leads && theirs);
}

}  // namespace

const Contribution* open_question(const Case& state, const Person& person) {
  const auto* question = engine::question_to_answer(state, person);
  if (question == nullptr || (question->to.empty() && !is_of_the_case(person))) return nullptr;
  return is_answered(state, *question) ? nullptr : question;
}

const Contribution* question_left(const Case& state, const Person& person) {
  const auto own = engine::group_of(state, person.id);
  const auto earlier = [&](const Contribution& it) {
    if (it.visit < 0 || it.visit == state.visit_index()) return false;
    return state.visits[static_cast<std::size_t>(it.visit)].round == state.round;
  };
  for (auto it = state.contributions.rbegin(); it != state.contributions.rend(); ++it) {
    const bool asks = it->kind == "question" || it->kind == "follow_up";
    const bool theirs = it->to.empty() ? is_of_the_case(person) : it->to == person.id;
    const bool same_talk = own.empty() || it->group.empty() || it->group == own;
    if (asks && theirs && same_talk && !it->text.empty() && !it->hidden && it->by != person.id && earlier(*it) &&
        !is_answered(state, *it))
      return &*it;
  }
  return nullptr;
}

Say completed(const Case& state, const engine::Library& library, const std::string& by, Say say) {
  const auto* person = state.person(by);
  const auto* step = engine::step_here(state, library);
  if (step == nullptr || person == nullptr) return say;
  // Whoever still owes an answer may have given it.
  if (say.kind.empty() && !say.typed_in.empty() && question_left(state, *person) == nullptr)
    if (const auto* earlier = step_named(state, library, say.typed_in))
      if (say.kind = kind_typed_in(*earlier, say.text); !say.kind.empty()) return say;
  const auto fits = [&](std::string_view kind) { return std::ranges::find(step->kinds, kind) != step->kinds.end(); };
  const auto* question = engine::question_to_answer(state, *person);
  const bool listens = !person->has_any(step->floor.speakers) || engine::listens_in_group(state, *step, *person);
  // Where it is said who answers, others answer only when they say so.
  const bool may_answer = person->has_any(step->floor.answers) || (fits("answer") && step->floor.answers.empty());
  if (question != nullptr && say.re.empty() && say.to.empty() && (say.kind.empty() || say.kind == "answer") &&
      !step->floor.answer_to_question && !was_just_asked(state, *question, *person, may_answer))
    if (const auto* since = asked_since(state, *question, *person, may_answer)) question = since;
  // A choice that gives a role names somebody: what is told without a name, or answers a question, gives none.
  const bool gives_role = step->choice_moves && say.to.empty() && say.re.empty();
  if (say.kind.empty()) {
    if (question != nullptr && step->floor.answer_to_question)
      question = to_be_answered(state, *step, *question, *person);
    if (is_question(say.text) && fits("question"))
      say.kind = fits("follow_up") && asked_in_turn(state, *step, *person) ? "follow_up" : "question";
    else if (listens && !step->fits("question") && asks_without_mark(say.text)) say.kind = "question";
    else if (is_question(say.text) && !step->fits("question") &&
             (listens || asks_next(state, library, *step, *person) || (fits("idea") && !is_proposal(say.text))))
      say.kind = "question";
    // "ADHD? is dat ooit onderzocht" is no idea.
    else if (fits("idea") && !fits("question") && asks_behind_a_mark(say.text) && !is_proposal(say.text))
      say.kind = "question";
    else if (question != nullptr &&
             ((may_answer && step->floor.answer_to_question) ||
              (was_just_asked(state, *question, *person, may_answer) && !turns_to_another(say.text) &&
               (may_answer || may_well_answer(say.text, question->text)))))
      say.kind = "answer";
    else if (const auto* before = asked_a_step_ago(state, *person);
             before != nullptr && listens && question == nullptr && say.re.empty() && say.to.empty() &&
             !is_question(say.text) && !turns_to_another(say.text)) {
      say.kind = "answer";
      question = before;
    } else
      for (const std::string_view kind : step->kinds)
        if (say.kind.empty() && kind != "question" && kind != "follow_up" && kind != "answer" &&
            (kind != "choice" || !gives_role))
          say.kind = kind;
    if (step->kinds.size() > 1 && !say.kind.empty() && is_own(say.kind)) {
      say.kind = listens ? "note" : "";
      if (!listens) return say;
    }
    // Where only questions fit, who is there to answer them tells something beside them.
    const bool tells = may_answer && !step->floor.answer_to_question;
    if (say.kind.empty()) say.kind = step->kinds.empty() || tells ? "note" : step->kinds.front();
    if (listens && is_beside_the_floor(*person, say)) say.kind = "note";
  }
  if (say.kind == "answer" && say.re.empty() && !step->floor.answer_to_question &&
      (question == nullptr || is_answered(state, *question)))
    if (const auto* left = question_left(state, *person)) say.re = left->id;
  if (say.kind == "answer" && say.re.empty() && question != nullptr)
    say.re = question_meant(state, *question, *person, may_answer, say.text)->id;
  return say;
}

}  // namespace casus::service
