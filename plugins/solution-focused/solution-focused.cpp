// SPDX-License-Identifier: EUPL-1.2
#include "core/method/reading.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

// Rules of the solution-focused reflecting team that words have to be read for. All of them remark, none refuses:
// a list of words can be wrong about a sentence. The engine itself sees that a question ends in '?' (R4) and that
// locked advice is not put in the known ways (R6). Source: domain.md 2.2, 2.3; the word lists are ours.

namespace {

using namespace casus::method;
using Weight = Finding::Weight;
using Words = std::string_view;

constexpr std::array<Words, 4> kButs{"maar", "echter", "but", "however"};

/// An idea is offered as a possibility in reflecting.
constexpr std::array<Words, 8> kMusts{"moet",   "moeten",   "hoort te", "must",
                                      "should", "ought to", "needs to", "need to"};

/// A goal says what will be there, not what will be gone [MTM].
constexpr std::array<Words, 16> kAbsences{"niet", "geen", "nooit", "minder", "stoppen", "stopt", "ophouden", "zonder",
                                          "not",  "no",   "never", "less",   "fewer",   "stop",  "stops",    "without"};

/// How "it is not better" is said, and how it begins.
constexpr std::array<Words, 6> kWorse{"niet beter", "slechter", "not better", "no better", "worse", "erger"};
constexpr std::array<Words, 5> kNoFirst{"nee", "niets", "niet", "no", "nothing"};

bool not_better(std::string_view text) {
  if (!said_in(text, kWorse).empty()) return true;
  const auto words = spaced_words(text);
  return std::any_of(kNoFirst.begin(), kNoFirst.end(),
                     [&](Words first) { return words.starts_with(' ' + std::string(first) + ' '); });
}

class ReflectingTeam final : public Rules {
 public:
  constexpr ReflectingTeam() = default;
  constexpr ~ReflectingTeam() override {}  // constant, so that loading the library runs no code

  Findings review(const View& view, const Draft& draft) const override {
    Findings findings;
    const auto step = view.position().step;
    if (draft.kind == "affirmation" && !said_in(draft.text, kButs).empty())
      findings.push_back(found("solution-focused/no-but", Weight::warning,
                               "Een bevestiging zonder 'maar' komt beter aan. Laat het deel na 'maar' weg.",
                               "An affirmation lands better without 'but'. Leave out what follows 'but'."));
    if (step == "clarify" && draft.kind != "answer" && !suggestion_in(draft.text).empty())
      findings.push_back(found("solution-focused/advice-in-disguise", Weight::warning,
                               "Dit klinkt als een advies. Vraag liever door: 'Wat wil de inwoner in plaats hiervan?'",
                               "This sounds like advice. Ask on instead: 'What does the resident want instead?'"));
    if (step == "reflect" && draft.kind == "idea" && !said_in(draft.text, kMusts).empty())
      findings.push_back(found("solution-focused/as-possibility", Weight::warning,
                               "Zeg het als mogelijkheid: 'Ik vraag me af of …' of 'Stel dat …'.",
                               "Put it as a possibility: 'I wonder whether …' or 'Suppose …'."));
    return findings;
  }

  Findings suggest(const View& view) const override {
    Findings ideas;
    const auto step = view.position().step;
    presence(view, ideas);
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

 private:
  static void presence(const View& view, Findings& ideas) {
    const auto absent = rows_where(view, Collection::goals, Scope::round, [&](std::size_t row) {
      return !said_in(word_at(view, Collection::goals, row, Field::text), kAbsences).empty();
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
    for (std::size_t first = 0; first < failed.size(); ++first)
      for (std::size_t second = first + 1; second < failed.size(); ++second)
        if (aim(failed[first]) == aim(failed[second])) {
          ideas.push_back(found("solution-focused/do-something-else", Weight::warning,
                                "Dit is nu twee keer niet gelukt. Doe iets anders: wat is nog niet geprobeerd?",
                                "This has now failed twice. Do something else: what has not been tried yet?",
                                ids_of(view, Collection::actions, {failed[first], failed[second]})));
          return;
        }
  }

  static void coping(const View& view, Findings& ideas) {
    const auto worse = rows_where(view, Collection::evaluations, Scope::phase, [&](std::size_t row) {
      return not_better(word_at(view, Collection::evaluations, row, Field::better));
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
