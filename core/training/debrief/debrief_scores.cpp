// SPDX-License-Identifier: EUPL-1.2
#include "core/training/debrief/debrief_scores.hpp"

#include "core/method/phrases.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::training {
namespace {

using nlohmann::json;

bool one_of_kinds(const Say& say, std::initializer_list<std::string_view> kinds) {
  return std::ranges::find(kinds, say.kind) != kinds.end();
}

/// The content list, as criteria on the case: written down, and used.
struct ContentLine {
  std::string_view id;
  text::Message text;
  Shows shows;
  std::string_view found;  ///< instead of the fact: it is in the case
  std::string_view used;
  text::Message missing;  ///< what would make it more
  text::Message more;     ///< what was counted for the second point
  /// Whether the second point is for something beside the first, and so takes a move of its own; else the same row can
  /// be worth both: an action that is a first step too, somebody named who was asked too.
  bool beside = true;
};

const std::vector<ContentLine>& content_lines() {
  static const std::vector<ContentLine> kLines{
      {"wish", msg("debrief_scores.what_resident_wants_own_words"), Shows::wish,
       R"({"count": "contributions", "where": {"kind": "wish"}, "at_least": 1})",
       R"({"count": "goals", "where": {"resident_words": true}, "at_least": 1})",
       msg("debrief_scores.make_goal_residents_words"), msg("debrief_scores.a_goal_in_their_words")},
      {"exception", msg("debrief_scores.when_went_better"), Shows::exception,
       R"({"count": "contributions", "where": {"kind": "exception"}, "at_least": 1})",
       R"({"count": "contributions", "where": {"kind": ["strength", "affirmation", "better", "experience", "insight"]}, "at_least": 1})",
       msg("debrief_scores.say_aloud_what_different_then"), msg("debrief_scores.what_went_well_noted")},
      {"network", msg("debrief_scores.circle_has_grown"), Shows::network,
       R"({"count": "network", "where": {"professional": false}, "at_least": 1})",
       R"({"count": "network", "where": {"professional": false, "asked": true}, "at_least": 1})",
       msg("debrief_scores.ask_somebody_circle_person"), msg("debrief_scores.somebody_was_asked"), false},
      {"safety", msg("debrief_scores.what_must_safe_named"), Shows::safety,
       R"({"any": [{"count": "contributions", "where": {"kind": ["concern", "bottom_line"]}, "at_least": 1}, {"count": "meldcode", "at_least": 1}]})",
       R"({"any": [{"count": "contributions", "where": {"kind": "bottom_line"}, "at_least": 1}, {"count": "meldcode", "where": {"step": {"at_least": 2}}, "at_least": 1}]})",
       msg("debrief_scores.name_bottom_line_go_meldcode"), msg("debrief_scores.a_bottom_line_or_two_steps")},
      {"first-step", msg("debrief_scores.first_step_small_day"), Shows::nothing,
       R"({"count": "actions", "at_least": 1})",
       R"({"count": "actions", "where": {"first_step": true, "by_when": {"present": true}, "checks": {"present": true}}, "at_least": 1})",
       msg("debrief_scores.mark_first_step_day_somebody"), msg("debrief_scores.a_first_step_as_it_should"), false},
  };
  return kLines;
}

method::Criterion criterion_of(std::string_view text, const Play& play) {
  Problems problems;
  auto criterion = method::criterion_from(json::parse(text), "", problems);
  auto others = not_of_the_circle(play);
  if (criterion.collection == method::Collection::network && !others.empty())
    criterion.where.push_back({method::Field::id, method::Condition::Op::not_one_of, std::move(others)});
  return criterion;
}

}  // namespace

int words_in(std::string_view text) {
  int words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n';
    if (!space && !inside) ++words;
    inside = !space;
  }
  return words;
}

const Say* said_with(const Play& play, const Beat& beat) {
  if (play.is_withdrawn(beat)) return nullptr;
  const auto* command = std::get_if<CommandBody>(&beat.move.body);
  return command == nullptr ? nullptr : std::get_if<Say>(command);
}

std::vector<Spoken> spoken(const Play& play) {
  std::vector<Spoken> all;
  for (const auto& beat : play.beats())
    if (const auto* say = beat.counts() ? said_with(play, beat) : nullptr) all.push_back({beat.number, say, &beat});
  return all;
}

const Beat* beat_of_fact(const Play& play, std::string_view id) {
  for (const auto& beat : play.beats())
    if (beat.counts() && std::ranges::any_of(beat.came_out, [&](const CameOut& out) {
          return out.what == CameOut::What::fact && out.id == id;
        }))
      return &beat;
  return nullptr;
}

namespace {

/// The word that asks, folded.
std::string asking_word(std::string_view text) {
  // "En wat", "Bij wie": small words before the question do not close it.
  static const std::vector<std::string_view> kBefore{
      "en ",  "of ",   "or ",   "maar ", "stel: ", "bij ",   "met ", "van ",   "voor ",  "door ",
      "aan ", "naar ", "op ",   "in ",   "uit ",   "vanaf ", "tot ", "sinds ", "over ",  "tegen ",
      "and ", "but ",  "with ", "to ",   "from ",  "for ",   "at ",  "by ",    "since ", "until "};
  auto first = folded(trimmed(text));
  for (const auto before : kBefore)
    if (first.starts_with(before)) first.erase(0, before.size());
  return first.substr(0, first.find_first_of(" ,?"));
}

}  // namespace

bool asks_why(std::string_view text) {
  const auto word = asking_word(text);
  return is_question(text) && (word == "waarom" || word == "why");
}

bool is_open_question(std::string_view text) {
  static const std::vector<std::string_view> kOpen{"wie",  "wat",   "wanneer", "welk",  "welke", "wiens", "who",
                                                   "what", "where", "when",    "which", "whom",  "whose"};
  const auto word = asking_word(text);
  // "waarmee", "hoelang"; "however" is none of them.
  const bool made_of = word.starts_with("waar") || word.starts_with("hoe") || word == "how";
  return is_question(text) && !asks_why(text) && (made_of || std::ranges::find(kOpen, word) != kOpen.end());
}

bool notices(const Beat& beat, std::string_view rule) {
  return std::ranges::any_of(beat.events, [&](const Event& event) {
    const auto said = said_in_step(event.body);
    return said && std::ranges::any_of(*said->noticed, [&](const Noticed& it) { return it.rule == rule; });
  });
}

/// The words that the program itself knows; what the team added was noticed when it was said.
bool holds_advice_word(std::string_view text) {
  const auto spoken = method::spoken(text);
  return std::ranges::any_of(method::core_phrases(), [&](const method::PhraseList& list) {
    return list.id == method::kAdvice && (method::said_in(spoken, list.nl) || method::said_in(spoken, list.en));
  });
}

bool told_as_advice(const Spoken& one) {
  return notices(*one.of, "R6") && one_of_kinds(*one.say, {"advice", "idea", "option"}) &&
         !holds_advice_word(one.say->text);
}

bool sounds_like_advice(const Spoken& one) {
  return (notices(*one.of, "R6") && !told_as_advice(one)) ||
         (one_of_kinds(*one.say, {"question", "follow_up", "affirmation"}) && holds_advice_word(one.say->text));
}

LevelScore talk_score(const Play& play) {
  LevelScore score{Level::talk, {}};
  const auto all = spoken(play);
  const auto counted = [&](std::string id, text::Message text, text::Message note, const auto& matches) {
    Item item{std::move(id), std::move(text), 0, 0, std::move(note), {}};
    for (const auto& one : all)
      if (matches(one)) {
        ++*item.points;
        item.beats.push_back(one.beat);
      }
    tidy_beats(item.beats);
    score.items.push_back(std::move(item));
  };
  const auto asks = [](const Spoken& one) { return one_of_kinds(*one.say, {"question", "follow_up"}); };
  const auto total = all.size();
  counted("questions", msg("debrief_scores.questions"), msg("debrief_scores.contributions", "total"_is = total), asks);
  counted("open-questions", msg("debrief_scores.open_questions"), msg("debrief_scores.begin_what_where_when_how"),
          [&](const Spoken& one) { return asks(one) && is_open_question(one.say->text) && !sounds_like_advice(one); });
  counted("disguised-advice", msg("debrief_scores.advice_packed_as_question"),
          msg("debrief_scores.whether_advice_trainer_hears"), sounds_like_advice);
  counted("affirmations", msg("debrief_scores.affirmations_what_shows"),
          msg("debrief_scores.eight_words_more_reference_what"), [](const Spoken& one) {
            return one.say->kind == "affirmation" && (!one.say->re.empty() || words_in(one.say->text) >= 8);
          });
  const auto asked = *score.items.front().points;
  counted("reflections", msg("debrief_scores.reflections_insight_own_experience"), {}, [](const Spoken& one) {
    return one_of_kinds(*one.say, {"insight", "experience", "statement"});
  });
  auto& reflections = score.items.back();
  if (asked > 0)
    reflections.note = msg("debrief_scores.reflections_beside_questions", "reflections"_is = *reflections.points,
                           "questions"_is = asked);
  counted("summaries", msg("debrief_scores.summaries"), {},
          [](const Spoken& one) { return one_of_kinds(*one.say, {"summary"}); });
  return score;
}

LevelScore content_score(const Play& play, const ProofTrail& trail) {
  LevelScore score{Level::content, {}};
  for (const auto& line : content_lines()) {
    Item item{std::string(line.id), line.text, 0, 2, {}, {}};
    bool in_scenario = line.shows == Shows::nothing;
    for (const auto& fact : play.scenario().facts) {
      if (line.shows == Shows::nothing || fact.shows != line.shows) continue;
      in_scenario = true;
      const auto* told = fact.when ? beat_of_fact(play, fact.id) : nullptr;
      if (told == nullptr || told->of_trainer()) continue;
      item.points = 1;
      item.beats.push_back(told->number);
    }
    const auto found = criterion_of(line.found, play), used = criterion_of(line.used, play);
    if (method::holds(found, trail.view())) {
      item.points = 1;
      std::ranges::copy(trail.proof_of(found), std::back_inserter(item.beats));
    }
    // What was written without what it should stand on is worth nothing here, and so no evidence.
    if (*item.points == 1 && method::holds(used, trail.view())) {
      auto both = item.beats;
      std::ranges::copy(trail.proof_of(used), std::back_inserter(both));
      tidy_beats(both);
      // One line counts once.
      if (both.size() > 1 || !line.beside) item.points = 2, item.beats = std::move(both);
    }
    if (!in_scenario && *item.points == 0) {
      item.points.reset();
      item.note = msg("debrief_scores.scenario");
    } else {
      item.note = *item.points < 2 ? line.missing : line.more;
    }
    tidy_beats(item.beats);
    score.items.push_back(std::move(item));
  }
  return score;
}

LevelScore decision_score(const std::vector<DecisionResult>& decisions) {
  LevelScore score{Level::decisions, {}};
  for (const auto& one : decisions) {
    Item item{one.decision->id, one.decision->question, std::nullopt, kBestQuality, {}, {}};
    if (one.option != nullptr) {
      item.points = one.option->quality;
      item.note = one.option->reason;
      item.beats = {one.beat};
    } else if (one.late) {
      // The choice was there and nobody made it: what came of it counts among the others.
      item.points = 0;
      item.note = msg("debrief_scores.not_in_time");
    } else if (one.up) {
      item.note = msg("debrief_scores.up_nothing_chosen");
    } else {
      item.note = msg("debrief_scores.did_come_up");
    }
    score.items.push_back(std::move(item));
  }
  return score;
}

}  // namespace casus::training
