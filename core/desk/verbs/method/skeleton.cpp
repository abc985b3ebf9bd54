// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/method/skeleton.hpp"

#include "core/method/plugin_api.hpp"

namespace casus::desk {
namespace {

constexpr std::string_view kJson = R"({
  "format": 2,
  "id": "@ID@",
  "version": "0.1.0",
  "name": {"nl": "Mijn methode", "en": "My method"},
  "summary": {"nl": "Zeg in één zin voor welke vragen deze methode is.",
              "en": "Say in one sentence which questions this method is for."},
  "status": "own",
  "status_note": {"nl": "Een eerste opzet van onszelf, nog niet beproefd.",
                  "en": "A first draft of our own, not tried out yet."},
  "workflow": "weekly-review",
  "people": {"min": 4, "max": 10, "best": 6},
  "roles": [
    {"role": "presenter", "name": {"nl": "inbrenger", "en": "presenter"}, "min": 1, "max": 1},
    {"role": "chair", "name": {"nl": "gespreksleider", "en": "chair"}, "min": 1, "max": 1},
    {"role": "member", "name": {"nl": "teamlid", "en": "team member"}, "min": 2}
  ],
  "phases": {
    "analysis": [
      {"id": "tell", "name": {"nl": "Vertellen", "en": "Tell"}, "mark": "own", "minutes": 5, "minutes_mark": "own",
       "floor": {"speakers": ["presenter"]}, "kinds": ["fact", "wish", "strength"], "advice_locked": true,
       "prompts": [
         {"nl": "Wat moeten wij weten om je te helpen? Wat wil de inwoner zelf?",
          "en": "What do we need to know to help you? What does the resident want?", "mark": "own"}
       ],
       "records": {"nl": "De feiten, en de wens van de inwoner in eigen woorden.",
                   "en": "The facts, and the resident's wish in their own words.",
                   "mark": "own"},
       "done_when": [
         {"id": "wish", "level": "hard",
          "text": {"nl": "Schrijf op wat de inwoner zelf wil.", "en": "Write down what the resident wants."}, "mark": "own",
          "who": ["presenter"],
          "holds": {"count": "contributions", "where": {"kind": "wish"}, "scope": "step", "at_least": 1}}
       ]},
      {"id": "ask", "name": {"nl": "Vragen", "en": "Ask"}, "mark": "own", "minutes": 10, "minutes_mark": "own",
       "floor": {"speakers": ["member"], "order": "turns", "per_turn": {"question": 1}, "answers": ["presenter"]},
       "kinds": ["question"], "advice_locked": true,
       "prompts": [
         {"nl": "Wanneer ging het een beetje beter? Wie helpt er al?",
          "en": "When was it a little better? Who helps already?", "mark": "own"}
       ],
       "records": {"nl": "De vragen, en kort het antwoord.", "en": "The questions, and briefly the answers.",
                   "mark": "own"},
       "done_when": [
         {"id": "asked", "level": "soft",
          "text": {"nl": "Stel ten minste één vraag.", "en": "Ask at least one question."}, "mark": "own",
          "who": ["member"],
          "holds": {"count": "contributions", "where": {"kind": "question"}, "scope": "step", "at_least": 1}}
       ]}
    ],
    "plan_of_action": [
      {"id": "choose", "name": {"nl": "Kiezen", "en": "Choose"}, "mark": "own", "minutes": 10, "minutes_mark": "own",
       "floor": {"speakers": ["presenter"]}, "kinds": ["choice"],
       "prompts": [
         {"nl": "Wat ga je doen, vóór wanneer, en wie kijkt mee?",
          "en": "What will you do, by when, and who checks?", "mark": "own"}
       ],
       "records": {"nl": "De keuze, en een actie met wie, wat en wanneer.",
                   "en": "The choice, and an action with who, what and when.",
                   "mark": "own"},
       "done_when": [
         {"id": "action", "level": "hard", "rule": "R8",
          "text": {"nl": "Spreek ten minste één actie af: wie, wat, wanneer en wie kijkt mee.",
                   "en": "Agree on at least one action: who, what, by when and who checks."}, "mark": "own",
          "who": ["presenter"], "holds": {"count": "actions", "scope": "phase", "at_least": 1}}
       ]}
    ],
    "network_involvement": [
      {"id": "who-joins", "name": {"nl": "Wie doet mee", "en": "Who joins in"}, "mark": "own", "minutes": 5,
       "minutes_mark": "own", "floor": {"speakers": ["presenter", "member"]}, "kinds": ["information", "question"],
       "prompts": [
         {"nl": "Wie uit de eigen kring kan meedoen, en wie vraagt dat?",
          "en": "Who from their own circle can join in, and who asks them?", "mark": "own"}
       ],
       "records": {"nl": "Wie er om het gezin heen staan, en wie hen vraagt.",
                   "en": "Who is around the household, and who asks them.",
                   "mark": "own"},
       "done_when": [
         {"id": "own-network", "level": "soft",
          "text": {"nl": "Zet ten minste één iemand op de kaart die geen professional is.",
                   "en": "Put at least one person on the map who is not a professional."}, "mark": "own",
          "who": ["presenter"], "holds": {"count": "network", "where": {"professional": false}, "at_least": 1}}
       ]}
    ],
    "evaluation": [
      {"id": "look-back", "name": {"nl": "Terugkijken", "en": "Look back"}, "mark": "own", "minutes": 5,
       "minutes_mark": "own", "floor": {"speakers": ["presenter"]}, "kinds": ["better", "result"],
       "prompts": [{"nl": "Wat gaat er beter? Hoe lukte dat?", "en": "What is better? How did that work?", "mark": "own"}],
       "records": {"nl": "Wat er beter gaat, en wat er van de acties kwam.",
                   "en": "What is better, and what came of the actions.",
                   "mark": "own"},
       "done_when": [
         {"id": "better", "level": "hard",
          "text": {"nl": "Zeg wat er beter gaat, of dat het niet beter gaat.",
                   "en": "Say what is better, or that it is not better."}, "mark": "own",
          "who": ["presenter"],
          "holds": {"count": "evaluations", "where": {"better": {"present": true}}, "scope": "phase", "at_least": 1}}
       ]}
    ]
  },
  "phrases": [
    {"id": "musts",
     "text": {"nl": "Woorden die een vraag tot een opdracht maken.", "en": "Words that turn a question into an order."},
     "mark": "own",
     "nl": ["moet", "moeten"],
     "en": ["must", "have to"]}
  ],
  "text_checks": [
    {"id": "ask-openly", "steps": ["ask"], "kinds": ["question"], "says": ["musts", "casus/suggestion"],
     "text": {"nl": "Vraag liever wat de inwoner wil, of wanneer het beter ging.",
              "en": "Rather ask what the resident wants, or when it went better."}, "mark": "own"}
  ],
  "fidelity": [
    {"id": "own-wish",
     "text": {"nl": "Bij het vertellen is een regel als wens opgeschreven.",
              "en": "A line was written down as a wish while telling."}, "mark": "own",
     "holds": {"count": "contributions", "where": {"step": "tell", "kind": "wish"}, "at_least": 1}},
    {"id": "questions-only",
     "text": {"nl": "Bij het vragen zijn alleen vragen en antwoorden opgeschreven; aantekeningen tellen niet mee.",
              "en": "Only questions and answers were written down in the asking; notes do not count."}, "mark": "own",
     "holds": {"all": [
       {"count": "contributions", "where": {"step": "ask"}, "at_least": 1},
       {"count": "contributions", "where": {"step": "ask", "kind": {"not": ["question", "answer", "note"]}}, "at_most": 0}]}}
  ],
  "sources": [],
  "gaps": [
    {"nl": "Deze methode is van onszelf; er is geen bron die zegt dat zij werkt.",
     "en": "This method is our own; no source says that it works."}
  ]
}
)";

constexpr std::string_view kReadmeNl = R"(# @ID@

| in het bestand | wat je er neerzet |
|---|---|
| `name`, `summary` | hoe de methode heet en waarvoor zij is, in het Nederlands en het Engels |
| `status`, `status_note` | waar zij vandaan komt: `documented`, `variant`, `reconstruction` of `own`. Iedereen krijgt dit te zien |
| `mark`, `source` | bij elke stap, vraag, eis en minuut: waar die vandaan komt; bij `documented` en `variant` ook uit welke bron |
| `roles` | wie er nodig zijn; `min` en `max` zeggen hoeveel |
| `phases` | de stappen, voor elk van de vier fasen ten minste één |
| `floor` | wie er mag spreken; `"order": "turns"` is om de beurt, `per_turn` hoeveel per beurt |
| `kinds` | wat voor bijdragen er passen: een vraag (`question`), een feit (`fact`), een idee (`idea`) |
| `advice_locked` | advies wacht nog |
| `minutes`, `prompts` | hoe lang, en wat de gespreksleider voorleest |
| `done_when` | wat er moet zijn (`hard`) of hoort te zijn (`soft`) voordat de stap klaar is |
| `phrases`, `text_checks` | op welke woorden gelet wordt, en wat er dan gezegd wordt. Het weigert nooit iets |
| `fidelity` | wat er achteraf in de casus staat als de methode gevolgd is. Zeg wat er opgeschreven is, niet wat ermee bedoeld was: dat kan het programma niet zien |
| `sources`, `gaps` | de bronnen, en wat zij niet zeggen |

Verander iets, en kijk elke keer:

    casus method check .
    casus method play .
)";

constexpr std::string_view kReadmeEn = R"(# @ID@

| in the file | what you put there |
|---|---|
| `name`, `summary` | what the method is called and what it is for, in Dutch and English |
| `status`, `status_note` | where it comes from: `documented`, `variant`, `reconstruction` or `own`. Everybody gets to see this |
| `mark`, `source` | with each step, prompt, requirement and minute: where that comes from; with `documented` and `variant` also from which source |
| `roles` | who is needed; `min` and `max` say how many |
| `phases` | the steps, at least one for each of the four phases |
| `floor` | who may speak; `"order": "turns"` is one after the other, `per_turn` how much in a turn |
| `kinds` | which contributions fit: a question (`question`), a fact (`fact`), an idea (`idea`) |
| `advice_locked` | advice still waits |
| `minutes`, `prompts` | how long, and what the chair reads out |
| `done_when` | what must be there (`hard`) or should be there (`soft`) before the step is done |
| `phrases`, `text_checks` | which words are noticed, and what is said then. It never refuses anything |
| `fidelity` | what stands in the case afterwards when the method was followed. Say what was written down, not what was meant by it: the program cannot see that |
| `sources`, `gaps` | the sources, and what they do not say |

Change something, and look each time:

    casus method check .
    casus method play .
)";

constexpr std::string_view kSource =
    R"(// Native rules of @PLUGIN@. Each answers from what it is asked about alone: no clock, no file, no memory of its own.
#include "core/method/reading.hpp"

#include <algorithm>

namespace {

using namespace casus::method;

class OwnRules final : public Rules {
 public:
  // What somebody wants to say, before it is kept.
  Findings review(const View&, const Draft& draft) const override {
    const auto marks = std::count(draft.text.begin(), draft.text.end(), '?');
    if (draft.kind != "question" || marks < 2) return {};
    return {found("@PLUGIN@/one-question", Finding::Weight::warning, "Stel één vraag tegelijk.",
                  "Ask one question at a time.")};
  }

  // What the chair could ask now.
  Findings suggest(const View& view) const override {
    if (view.position().step != "ask" || !contributions(view, "question", Scope::step).empty()) return {};
    return {found("@PLUGIN@/begin-open", Finding::Weight::info, "Begin met een open vraag: 'Hoe ging dat?'",
                  "Begin with an open question: 'How did that go?'")};
  }
};

const Rules* rules_for(std::string_view method) {
  static const OwnRules own;
  return method.starts_with("@PLUGIN@/") ? &own : nullptr;
}

}  // namespace

CASUS_METHOD_PLUGIN("@PLUGIN@", "0.1.0", rules_for)
)";

constexpr std::string_view kCMake =
    R"(# cmake -S . -B build && cmake --build build
# and then: casus method check build/@PLUGIN@
cmake_minimum_required(VERSION 3.25)
project(@PLUGIN@ LANGUAGES CXX)
enable_testing()

find_package(casus-method @API@ REQUIRED)
file(GLOB methods CONFIGURE_DEPENDS *.json)
casus_add_method(@PLUGIN@ SOURCES @PLUGIN@.cpp FILES ${methods} README.md)
)";

std::string filled(std::string_view text, std::string_view place, std::string_view id) {
  std::string out(text);
  for (auto at = out.find(place); at != std::string::npos; at = out.find(place, at + id.size()))
    out.replace(at, place.size(), id);
  return out;
}

std::string_view plugin_of(std::string_view id) { return id.substr(0, id.find('/')); }

}  // namespace

std::string skeleton_json(std::string_view id) { return filled(kJson, "@ID@", id); }
std::string skeleton_readme(std::string_view id, Lang lang) {
  return filled(lang == Lang::nl ? kReadmeNl : kReadmeEn, "@ID@", id);
}

std::string native_skeleton_json(std::string_view id) {
  auto out = skeleton_json(id);
  constexpr std::string_view kAfter = "  \"version\": \"0.1.0\",\n";
  return out.insert(out.find(kAfter) + kAfter.size(), "  \"library\": \"" + std::string(plugin_of(id)) + "\",\n");
}

std::string skeleton_source(std::string_view id) { return filled(kSource, "@PLUGIN@", plugin_of(id)); }

std::string skeleton_cmake(std::string_view plugin) {
  return filled(filled(kCMake, "@PLUGIN@", plugin), "@API@", std::to_string(method::kApi));
}

}  // namespace casus::desk
