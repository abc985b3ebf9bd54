// SPDX-License-Identifier: EUPL-1.2
#include "core/method/reading.hpp"

#include <string>
#include <string_view>

// Rules of WERF (reconstruction) that need more than a phrase list: how many sentences there are, and what the table
// did. All of them remark, none refuses. Every line is ours: the sources give no steps (domain.md 5.1, 5.3).

namespace {

using namespace casus::method;
using Weight = Finding::Weight;

/// Parts of a text that end like a sentence.
std::size_t sentences(std::string_view text) {
  std::size_t count = 0;
  bool words = false;
  for (const char c : text) {
    const bool end = c == '.' || c == '!' || c == '?' || c == ';' || c == '\n';
    if (end && words) ++count;
    if (end) words = false;
    else if (c != ' ' && c != '"' && c != ')') words = true;
  }
  return words ? count + 1 : count;
}

/// A name after a title: "mevrouw Linde". Names alone cannot be told from places and days.
std::string name_after_title(const View& view, std::string_view text) {
  for (std::size_t space = text.find(' '); space != std::string_view::npos; space = text.find(' ', space + 1)) {
    const auto before = text.substr(0, space);
    const auto title = before.substr(before.find_last_of(" .\"") + 1);
    const auto after = text.substr(space + 1);
    if (after.empty() || after.front() < 'A' || after.front() > 'Z' || !view.said("titles", title)) continue;
    return std::string(title) + ' ' + std::string(after.substr(0, after.find_first_of(" .,;:!?\"")));
  }
  return {};
}

class Werf final : public Rules {
 public:
  constexpr Werf() = default;
  constexpr ~Werf() override {}  // constant, so that loading the library runs no code

  Findings review(const View& view, const Draft& draft) const override {
    Findings findings;
    if (const auto name = name_after_title(view, draft.text); !name.empty())
      findings.push_back(found("werf/roles-not-names", Weight::warning,
                               "Hier staat een naam: '" + name + "'. Noem een rol: de buurvrouw, de conciërge.",
                               "This holds a name: '" + name + "'. Say a role: the neighbour, the caretaker."));
    if (draft.kind == "practice_sentence" && sentences(draft.text) > 1)
      findings.push_back(found("werf/one-sentence", Weight::warning,
                               "Maak er één zin van, dan past hij in de methodiek.",
                               "Make it one sentence, so that it fits the way of working."));
    if (draft.kind == "title" && sentences(draft.text) > 1)
      findings.push_back(found("werf/one-line", Weight::info, "Een titel is één regel. Het verhaal komt straks.",
                               "A title is one line. The story comes later."));
    return findings;
  }

  Findings suggest(const View& view) const override {
    Findings ideas;
    const auto step = view.position().step;
    if (step == "choose") {
      const auto passed = rows_where(view, Collection::turns, Scope::step, [&](std::size_t row) {
        return flag_at(view, Collection::turns, row, Field::passed);
      });
      if (!passed.empty())
        ideas.push_back(
            found("werf/success-counts", Weight::info,
                  "Vraag: 'Waar was je deze week trots op?' Wat goed ging telt ook, en er is gepast.",
                  "Ask: 'What were you proud of this week?' What went well counts too, and somebody passed."));
    }
    if (step == "meaning" && contributions(view, "practice_sentence", Scope::step).empty())
      ideas.push_back(found("werf/draft-a-sentence", Weight::info,
                            "Laat iemand een eerste zin proberen: 'Bij ons …'. Parkeren als concept mag.",
                            "Let somebody try a first sentence: 'In our team …'. Parking it as a draft is fine."));
    if (step == "area-and-network" &&
        rows_where(view, Collection::signals, Scope::step, [](std::size_t) { return true; }).empty())
      ideas.push_back(
          found("werf/ask-for-a-signal", Weight::info,
                "Vraag: 'Wie zag dit vaker in de wijk?' Er is nog geen signaal gewogen.",
                "Ask: 'Who has seen this more often in the neighbourhood?' No signal has been weighed yet."));
    return ideas;
  }
};

const Rules* rules_for(std::string_view method) {
  static constexpr Werf werf;
  return method == "werf/werf" ? &werf : nullptr;
}

}  // namespace

CASUS_METHOD_PLUGIN("werf", "1.0.0", rules_for)
