// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/training/skeleton.hpp"

namespace casus::desk {
namespace {

/// Between [ ] stands what to write there. All else can stay until there is something better.
constexpr std::string_view kJson = R"json({
  "format": 2,
  "id": "@ID@",
  "version": "0.1.0",
  "name": {"nl": "[Naam van het verhaal]", "en": "[Name of the story]"},
  "summary": {
    "nl": "[In één zin: wie, en waar het over gaat.]",
    "en": "[In one sentence: who, and what it is about.]"
  },
  "goals": [
    {
      "id": "really-asked",
      "name": {"nl": "Echt vragen", "en": "Really asking"},
      "counted": {"before": {"first": {"known": "wish"}, "then": {"chosen": {"decision": "first-step", "options": ["ask", "arrange"]}}}},
      "judged": [
        {"nl": "[Wat alleen jij als trainer kunt horen: was de toon open?]", "en": "[What only you as trainer can hear: was the tone open?]"}
      ]
    }
  ],
  "debrief": "pearls",
  "persona": {
    "name": "Mevrouw Voorbeeld",
    "age": 55,
    "story": {
      "nl": "[Wat de inbrenger aan het begin weet, in drie of vier zinnen.]",
      "en": "[What the presenter knows at the start, in three or four sentences.]"
    },
    "wish": {"nl": "[Wat de inwoner wil, in eigen woorden.]", "en": "[What the resident wants, in their own words.]"}
  },
  "opening": {
    "title": {"nl": "[Titel zonder naam: vrouw, 55, ...]", "en": "[Title without a name: woman, 55, ...]"},
    "purpose": {"nl": "[Waarvoor dit besproken wordt.]", "en": "[What this is discussed for.]"},
    "question": {"nl": "Hoe [één vraag van de inbrenger]?", "en": "How [one question of the presenter]?"},
    "hoped_for": {"nl": "[Waaraan de inbrenger merkt dat het hielp.]", "en": "[How the presenter will notice that it helped.]"},
    "basis": "wmo",
    "neighbourhood": "Voorbeeldbuurt (verzonnen)",
    "reported_days_ago": 7
  },
  "network": [
    {
      "id": "zus",
      "name": "Els",
      "relation": {"nl": "zus", "en": "sister"},
      "shell": "intimate",
      "quadrant": "family",
      "answer": "yes"
    },
    {
      "id": "buur",
      "name": "Meneer Linde",
      "relation": {"nl": "buurman", "en": "neighbour"},
      "shell": "acquaintance",
      "quadrant": "society",
      "told": true,
      "answer": "later"
    }
  ],
  "table": [
    {"name": "Noor", "roles": ["presenter"]},
    {"name": "Bram", "roles": ["chair"]},
    {"name": "Ria", "roles": ["member", "case_manager", "referrer"], "caseload": true},
    {"name": "Yusuf", "roles": ["member"]},
    {"name": "Femke", "roles": ["member", "safety_expert"]},
    {"name": "Iris", "roles": ["coach"]},
    {"name": "Loes", "roles": ["note_taker"]},
    {"name": "Mevrouw Voorbeeld", "roles": ["resident"], "team_member": false},
    {"name": "Coby", "roles": ["coordinator"], "team_member": false},
    {"name": "Sanne", "roles": ["observer"]}
  ],
  "facts": [
    {"id": "reported", "text": {"nl": "[Wat iedereen al weet.]", "en": "[What everybody knows already.]"}},
    {
      "id": "wish",
      "text": {"nl": "[Wat de inwoner echt wil.]", "en": "[What the resident really wants.]"},
      "when": {
        "any": [
          {
            "said": {
              "kinds": ["question", "follow_up"],
              "about": {"nl": ["wat + wil zij/wil ze/wil mevrouw", "hoopt + zij/ze"], "en": ["what + does she want", "hope + she"]},
              "to": ["table", "zus"]
            }
          },
          {"said": {"kinds": ["wish"]}}
        ]
      },
      "key": true,
      "shows": "wish"
    },
    {
      "id": "sister",
      "text": {"nl": "[Wie er ook nog is.]", "en": "[Who else there is.]"},
      "when": {
        "said": {
          "kinds": ["question", "follow_up"],
          "about": {"nl": ["wie/familie/zus/kring + zij/ze/haar"], "en": ["who/family/sister/circle + she/her"]},
          "to": ["table"]
        }
      },
      "person": "zus",
      "key": true,
      "shows": "network"
    }
  ],
  "events": [
    {
      "id": "letter",
      "after": {"amount": 2, "unit": "weeks"},
      "text": {"nl": "[Wat er gebeurt als niemand iets doet.]", "en": "[What happens when nobody does anything.]"},
      "when": {"not": {"chosen": {"decision": "first-step", "options": ["ask"]}}}
    }
  ],
  "decisions": [
    {
      "id": "first-step",
      "question": {"nl": "[Wat is het eerste dat jullie doen?]", "en": "[What is the first thing you do?]"},
      "when": {"reached": {"phase": "plan_of_action"}},
      "options": [
        {
          "id": "ask",
          "text": {"nl": "[Een goede eerste stap.]", "en": "[A good first step.]"},
          "quality": 3,
          "reason": {"nl": "[Waarom die goed is.]", "en": "[Why it is good.]"},
          "effects": [
            {
              "after": {"amount": 1, "unit": "weeks"},
              "text": {"nl": "[Wat er dan gebeurt.]", "en": "[What happens then.]"}
            }
          ]
        },
        {
          "id": "arrange",
          "text": {"nl": "[Iets dat vlug gaat en niet helpt.]", "en": "[Something that is fast and does not help.]"},
          "quality": 1,
          "reason": {"nl": "[Waarom niet.]", "en": "[Why not.]"},
          "effects": [
            {
              "after": {"amount": 3, "unit": "weeks"},
              "text": {"nl": "[Wat er later van komt.]", "en": "[What comes of it later.]"}
            }
          ]
        }
      ]
    }
  ],
  "paths": [
    {"id": "asking-first", "name": {"nl": "Eerst vragen", "en": "Asking first"}, "choices": {"first-step": "ask"}}
  ],
  "hints": [
    {
      "text": {"nl": "[Een duwtje, als zij vastzitten.]", "en": "[A nudge, when they are stuck.]"},
      "when": {"not": {"known": "wish"}}
    }
  ],
  "observe": [
    {"id": "asking", "text": {"nl": "[Waar de observator op let.]", "en": "[What the observer looks for.]"}, "goal": "really-asked"}
  ]
}
)json";

}  // namespace

std::string scenario_skeleton(std::string_view id) {
  constexpr std::string_view kPlace = "@ID@";
  std::string out(kJson);
  return out.replace(out.find(kPlace), kPlace.size(), id);
}

}  // namespace casus::desk
