// SPDX-License-Identifier: EUPL-1.2
#include "core/method/reading.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

// Rules of the solution-focused reflecting team that need more than a phrase list: what was said before, days, and what
// was tried already. All of them remark, none refuses. The method's file has the text checks and the lists of words;
// the engine sees that a question ends in '?' (R4) and that locked advice is not put in the known ways (R6). Source:
// domain.md 2.2, 2.3.

namespace {

using namespace casus::method;
using Weight = Finding::Weight;

/// The first four letters of every word that has them, so that "ontbijt" and "ontbijten" are the same.
template <class Wanted>
std::set<std::string> stems(std::string_view text, const Wanted& wanted) {
  constexpr std::size_t kStem = 4;
  const auto words = spaced_words(text);
  std::set<std::string> found;
  for (std::size_t start = 1; start < words.size();) {
    const auto end = words.find(' ', start);
    const auto word = words.substr(start, end - start);
    if (word.size() >= kStem && wanted(word)) found.insert(word.substr(0, kStem));
    start = end + 1;
  }
  return found;
}

/// An answer to "what is better?" that says: nothing is.
bool not_better(const View& view, std::string_view text) {
  if (view.said("not-better", text)) return true;
  const auto no = view.said("no-first", text);
  return no && no.word == 0;
}

class ReflectingTeam final : public Rules {
 public:
  constexpr ReflectingTeam() = default;
  constexpr ~ReflectingTeam() override {}  // constant, so that loading the library runs no code

  Findings review(const View& view, const Draft& draft) const override {
    Findings findings;
    if (draft.kind == "affirmation" && draft.re.empty() && !refers_to_the_story(view, draft.text))
      findings.push_back(found("solution-focused/say-what-you-heard", Weight::info,
                               "Zeg erbij wat je hoorde: 'Wat indruk op mij maakt, is dat …'. Dan weet iedereen waar "
                               "het over gaat.",
                               "Add what you heard: 'What impresses me is that …'. Then everybody knows what it is "
                               "about."));
    return findings;
  }

  Findings suggest(const View& view) const override {
    Findings ideas;
    const auto step = view.position().step;
    presence(view, ideas);
    if (step == "reflect") offer_a_form(view, ideas);
    if (step == "reflect" || step == "close") unused(view, ideas);
    if (step == "close") small_and_scaled(view, ideas);
    if (step == "close" || step == "follow-up") good_enough(view, ideas);
    if (step == "follow-up") {
      failed_twice(view, ideas);
      coping(view, ideas);
    }
    if ((step == "present" || step == "clarify") && contributions(view, "wish", Scope::round).empty())
      ideas.push_back(found("solution-focused/ask-the-wish", Weight::info,
                            "Vraag: 'Wat wil de inwoner zelf?' Die wens staat er nog niet.",
                            "Ask: 'What does the resident want?' That wish is not there yet."));
    if (contributions(view, "exception", Scope::round).empty() && step != "follow-up")
      ideas.push_back(found("solution-focused/ask-an-exception", Weight::info,
                            "Vraag: 'Wanneer ging het een beetje beter?' Er is nog geen uitzondering gevonden.",
                            "Ask: 'When was it a little better?' No exception has been found yet."));
    if (own_people(view) == 0 && (step == "close" || step == "who-noticed" || step == "who-joins"))
      ideas.push_back(
          found("solution-focused/ask-who-noticed", Weight::info,
                "Vraag: 'Wie merkte het als eerste toen het beter ging?' Er staat nog niemand uit het eigen "
                "netwerk op de kaart.",
                "Ask: 'Who was the first to notice when it went better?' Nobody from their own network is "
                "on the map yet."));
    return ideas;
  }

  Findings fidelity(const View& view) const override {
    const auto rows = Collection::contributions;
    const auto asked = rows_where(view, rows, Scope::everything, [&](std::size_t row) {
      return view.has(rows, row, Field::step, "clarify") &&
             (view.has(rows, row, Field::kind, "question") || view.has(rows, row, Field::kind, "follow_up"));
    });
    if (asked.empty()) return {};
    std::vector<std::size_t> advice;
    for (const auto row : asked)
      if (const auto text = word_at(view, rows, row, Field::text);
          view.said(kAdvice, text) || view.said("casus/suggestion", text))
        advice.push_back(row);
    return {found("solution-focused/no-advice-in-questions", advice.empty() ? Weight::info : Weight::warning,
                  "In de vragen bij het verhelderen stond geen woord dat vaak advies inleidt.",
                  "The questions while clarifying held no word that often leads up to advice.",
                  ids_of(view, rows, advice.empty() ? asked : advice))};
  }

 private:
  /// Whether a word of it was used by the presenter in this round; when nothing was told yet, there is nothing to name.
  static bool refers_to_the_story(const View& view, std::string_view text) {
    const auto rows = Collection::contributions;
    const auto own = telling(view, text);
    bool told = false;
    for (std::size_t row = 0; row < view.size(rows); ++row) {
      if (!view.within(rows, row, Scope::round) || view.has(rows, row, Field::kind, "affirmation")) continue;
      told = true;
      const auto there = stems(word_at(view, rows, row, Field::text), [](const std::string&) { return true; });
      if (share(own, there)) return true;
    }
    return !told;
  }

  /// Words that can refer to something: what is in everybody's mouth refers to nothing.
  static std::set<std::string> telling(const View& view, std::string_view text) {
    return stems(text, [&](const std::string& word) { return !view.said("common", word); });
  }

  static bool share(const std::set<std::string>& a, const std::set<std::string>& b) {
    return std::any_of(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); });
  }

  /// Strengths and exceptions that no idea, choice or action takes up [domain.md 2.2, step 5].
  static void unused(const View& view, Findings& ideas) {
    const auto rows = Collection::contributions;
    std::set<std::string> taken_up;
    const auto take = [&](std::string_view text) { taken_up.merge(telling(view, text)); };
    for (const auto* kind : {"idea", "choice"})
      for (const auto row : contributions(view, kind, Scope::round)) take(word_at(view, rows, row, Field::text));
    if (taken_up.empty()) return;  // nobody began yet
    const auto everything = [](std::size_t) { return true; };
    for (const auto row : rows_where(view, Collection::actions, Scope::round, everything))
      take(word_at(view, Collection::actions, row, Field::what));
    const auto left = rows_where(view, rows, Scope::round, [&](std::size_t row) {
      return (view.has(rows, row, Field::kind, "strength") || view.has(rows, row, Field::kind, "exception")) &&
             !share(telling(view, word_at(view, rows, row, Field::text)), taken_up);
    });
    if (!left.empty())
      ideas.push_back(found("solution-focused/use-what-works", Weight::info,
                            "Vraag: 'Hoe kan dit meedoen in de volgende stap?' Deze krachten of uitzonderingen kwamen "
                            "nog niet terug in een idee.",
                            "Ask: 'How can this take part in the next step?' These strengths or exceptions have not "
                            "come back in an idea yet.",
                            ids_of(view, rows, left)));
  }

  /// Ideas that are put as facts; one may be, so only when most are.
  static void offer_a_form(const View& view, Findings& ideas) {
    const auto rows = Collection::contributions;
    const auto all = contributions(view, "idea", Scope::step);
    std::vector<std::size_t> plain;
    for (const auto row : all)
      if (!view.said("tentative", word_at(view, rows, row, Field::text))) plain.push_back(row);
    if (plain.size() > 1 && 2 * plain.size() > all.size())
      ideas.push_back(found("solution-focused/offer-a-form", Weight::info,
                            "Nodig uit om met 'Ik vraag me af of …' of 'Stel dat …' te beginnen. Deze ideeën klinken "
                            "al beslist.",
                            "Invite people to begin with 'I wonder whether …' or 'Suppose …'. These ideas sound "
                            "decided.",
                            ids_of(view, rows, plain)));
  }

  /// The first step is small when it can be taken before the team looks back, and one person can begin [ours].
  static void small_and_scaled(const View& view, Findings& ideas) {
    const auto review = view.fact(Fact::review_date);
    const auto late = rows_where(view, Collection::actions, Scope::round, [&](std::size_t row) {
      return flag_at(view, Collection::actions, row, Field::first_step) && !review.empty() &&
             word_at(view, Collection::actions, row, Field::by_when) > review;
    });
    if (!late.empty())
      ideas.push_back(found("solution-focused/smaller-step", Weight::warning,
                            "Vraag: 'Wat kan deze week al, hoe klein ook?' De eerste stap valt pas na het terugkijken.",
                            "Ask: 'What can be done this week, however small?' The first step comes after the "
                            "looking back.",
                            ids_of(view, Collection::actions, late)));
  }

  /// A score says more with what is good enough beside it [JOO].
  static void good_enough(const View& view, Findings& ideas) {
    const auto scores = rows_where(view, Collection::scores, Scope::round, [&](std::size_t row) {
      return view.has(Collection::scores, row, Field::scale, "scale_0_10");
    });
    if (scores.empty()) return;
    const bool said = std::any_of(scores.begin(), scores.end(), [&](std::size_t row) {
      return std::holds_alternative<double>(view.get(Collection::scores, row, Field::good_enough));
    });
    if (!said)
      ideas.push_back(
          found("solution-focused/ask-good-enough", Weight::info,
                "Vraag: 'Welk cijfer is goed genoeg?' Er staat een score, en nog niet wanneer het klaar is.",
                "Ask: 'Which score is good enough?' There is a score, and not yet when it is done.",
                ids_of(view, Collection::scores, scores)));
  }

  static void presence(const View& view, Findings& ideas) {
    const auto absent = rows_where(view, Collection::goals, Scope::round, [&](std::size_t row) {
      return static_cast<bool>(view.said("absences", word_at(view, Collection::goals, row, Field::text)));
    });
    if (!absent.empty())
      ideas.push_back(found("solution-focused/goal-as-presence", Weight::warning,
                            "Vraag: 'Wat wilt u in plaats daarvan?' Dit doel zegt wat er straks niet meer is.",
                            "Ask: 'What do you want instead?' This goal says what will be gone.",
                            ids_of(view, Collection::goals, absent)));
  }

  /// The same way tried twice without result: do something else.
  static void failed_twice(const View& view, Findings& ideas) {
    const auto failed = rows_where(view, Collection::actions, Scope::everything, [&](std::size_t row) {
      return view.has(Collection::actions, row, Field::state, "not");
    });
    const auto aim = [&](std::size_t row) {
      const auto goal = word_at(view, Collection::actions, row, Field::goal);
      return goal.empty() ? spaced_words(word_at(view, Collection::actions, row, Field::what)) : std::string(goal);
    };
    std::map<std::string, std::size_t> before;
    for (const auto row : failed) {
      const auto [first, fresh] = before.emplace(aim(row), row);
      if (fresh) continue;
      ideas.push_back(found("solution-focused/do-something-else", Weight::warning,
                            "Dit is nu twee keer niet gelukt. Doe iets anders: wat is nog niet geprobeerd?",
                            "This has now failed twice. Do something else: what has not been tried yet?",
                            ids_of(view, Collection::actions, {first->second, row})));
      return;
    }
  }

  static void coping(const View& view, Findings& ideas) {
    const auto worse = rows_where(view, Collection::evaluations, Scope::phase, [&](std::size_t row) {
      return not_better(view, word_at(view, Collection::evaluations, row, Field::better));
    });
    if (!worse.empty())
      ideas.push_back(
          found("solution-focused/ask-coping", Weight::info,
                "Vraag: 'Hoe houden jullie dit vol?' Het gaat nog niet beter, en volhouden is ook een kracht.",
                "Ask: 'How do you keep going?' It is not better yet, and keeping going is a strength too."));
    else
      ideas.push_back(found("solution-focused/ask-what-else", Weight::info,
                            "Vraag: 'Wat nog meer?' Het tweede en derde antwoord zijn vaak nieuw.",
                            "Ask: 'What else?' The second and third answers are often new."));
  }
};

const Rules* rules_for(std::string_view method) {
  static constexpr ReflectingTeam reflecting_team;
  return method == "solution-focused/reflecting-team" ? &reflecting_team : nullptr;
}

}  // namespace

CASUS_METHOD_PLUGIN("solution-focused", "1.0.0", rules_for)
