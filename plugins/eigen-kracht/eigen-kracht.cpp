// SPDX-License-Identifier: EUPL-1.2
#include "core/method/reading.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

// Rules of the Eigen Kracht conference and lens that need more than a phrase list: who says it, days, and who is on the
// map. Words only remark; that customised care comes after the offer is asked for, with a reason as the way out.
// Source: domain.md 3.2, 3.3.

namespace {

using namespace casus::method;
using Weight = Finding::Weight;

constexpr std::array<std::string_view, 4> kForTheirJob{"professional", "referrer", "case_manager", "safety_expert"};

/// 2026-03-02 as a day; nothing when it is not one.
std::optional<std::chrono::sys_days> day_of(std::string_view text) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  const auto number = [&](std::size_t from, std::size_t size, auto& into) {
    if (text.size() < from + size) return false;
    return std::from_chars(text.data() + from, text.data() + from + size, into).ec == std::errc{};
  };
  if (!number(0, 4, year) || !number(5, 2, month) || !number(8, 2, day)) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  return date.ok() ? std::optional<std::chrono::sys_days>(date) : std::nullopt;
}

/// The newest day that contributions of a kind carry in this round.
std::optional<std::chrono::sys_days> last_day(const View& view, std::string_view kind) {
  std::optional<std::chrono::sys_days> last;
  for (const auto row : contributions(view, kind, Scope::round))
    if (const auto day = day_of(word_at(view, Collection::contributions, row, Field::on));
        day && (!last || *day > *last))
      last = day;
  return last;
}

bool for_their_job(const View& view, std::string_view person) {
  if (has_role(view, person, "circle") || has_role(view, person, "resident")) return false;
  for (const auto role : kForTheirJob)
    if (has_role(view, person, role)) return true;
  return false;
}

bool offer_answered(const View& view, std::string_view answer) {
  for (const auto row : contributions(view, "offer", Scope::round))
    if (view.has(Collection::contributions, row, Field::answer, answer)) return true;
  return false;
}

void network_first(const View& view, const Draft& draft, Findings& findings) {
  if (own_people(view) == 0 && view.said("no-network", draft.text))
    findings.push_back(
        found("eigen-kracht/list-before-no-network", Weight::warning,
              "'Geen netwerk' zeg je pas na een lijst. Vraag naar buren, oude vrienden, een club, collega's.",
              "'No network' is said only after a list. Ask for neighbours, old friends, a club, "
              "colleagues."));
}

/// An offer answered with no, with nothing but complexity as the reason.
void complexity_alone(const View& view, Findings& ideas) {
  const auto rows = Collection::contributions;
  std::vector<std::size_t> alone;
  for (const auto row : contributions(view, "offer", Scope::round)) {
    const auto text = word_at(view, rows, row, Field::text);
    if (view.has(rows, row, Field::answer, "no") && view.said("complexity", text) && !view.said("other-reasons", text))
      alone.push_back(row);
  }
  if (!alone.empty())
    ideas.push_back(found("eigen-kracht/complexity-alone", Weight::warning,
                          "Vraag: 'Wat zei de inwoner zelf?' Alleen 'te complex' is geen reden.",
                          "Ask: 'What did the resident say?' Too complex alone is no reason.",
                          ids_of(view, rows, alone)));
}

/// More people of the circle than people who are there for their job [domain.md 3.5].
void circle_is_larger(const View& view, Findings& ideas) {
  const auto professionals = rows_where(view, Collection::network, Scope::everything, [&](std::size_t row) {
    return flag_at(view, Collection::network, row, Field::professional);
  });
  if (!professionals.empty() && own_people(view) <= professionals.size())
    ideas.push_back(found("eigen-kracht/circle-is-larger", Weight::info,
                          "Vraag: 'Wie kan er nog bij, en wie van ons kan weg?' Er staan niet meer mensen uit de kring "
                          "op de kaart dan mensen die er voor hun werk zijn.",
                          "Ask: 'Who else can join, and who of us can stay away?' There are not more people of the "
                          "circle on the map than people who are there for their job.",
                          ids_of(view, Collection::network, professionals)));
}

/// The call comes after four weeks [EKC3].
bool early(const View& view) {
  const auto sent = last_day(view, "distribution");
  const auto called = last_day(view, "call");
  return sent && called && *called < *sent + std::chrono::days{28};
}

void too_soon(const View& view, Findings& ideas) {
  if (early(view))
    ideas.push_back(found("eigen-kracht/call-after-28-days", Weight::warning,
                          "Bel na 28 dagen nog een keer. Er is eerder gebeld dan vier weken na het plan.",
                          "Phone again after 28 days. The call came sooner than four weeks after the plan."));
}

void suggest_rings(const View& view, Findings& ideas) {
  const auto beyond = rows_where(view, Collection::network, Scope::everything, [&](std::size_t row) {
    return !flag_at(view, Collection::network, row, Field::professional) &&
           !view.has(Collection::network, row, Field::quadrant, "family");
  });
  if (beyond.empty())
    ideas.push_back(found("eigen-kracht/ask-beyond-family", Weight::info,
                          "Vraag: 'Wie was er vroeger? En buren, oude buren, een club, collega's, ouders van "
                          "vrienden?' Er staat nog niemand van buiten de familie op de kaart.",
                          "Ask: 'Who was there before? And neighbours, former neighbours, a club, colleagues, "
                          "parents of friends?' Nobody from outside the family is on the map yet."));
}

class Conference final : public Rules {
 public:
  constexpr Conference() = default;
  constexpr ~Conference() override {}  // constant, so that loading the library runs no code

  Findings review(const View& view, const Draft& draft) const override {
    Findings findings;
    network_first(view, draft, findings);
    if (view.position().step == "information" && for_their_job(view, draft.by) &&
        (view.said("professional-plans", draft.text) ||
         (view.said("casus/suggestion", draft.text) && !view.said(kAdvice, draft.text))))
      findings.push_back(
          found("eigen-kracht/no-professional-plan", Weight::warning,
                "In de informatiefase geeft een professional feiten, zorgen en mogelijkheden. Het plan is "
                "van de kring.",
                "In the information phase a professional gives facts, concerns and options. The plan is "
                "the circle's."));
    if (draft.kind == "resident_question" && for_their_job(view, draft.by))
      findings.push_back(found("eigen-kracht/question-of-the-resident", Weight::info,
                               "Lees de vraag voor aan de inwoner: zijn dit de eigen woorden?",
                               "Read the question to the resident: are these their own words?"));
    return findings;
  }

  Findings assess(const View& view) const override {
    Findings findings;
    const auto customised = rows_where(view, Collection::actions, Scope::round, [&](std::size_t row) {
      return view.has(Collection::actions, row, Field::rung, "customised");
    });
    if (view.position().step == "offer" && !customised.empty())
      findings.push_back(found("eigen-kracht/offer-before-customised", Weight::soft,
                               "Het aanbod komt voor het maatwerk. Er is al maatwerk afgesproken.",
                               "The offer comes before customised care. Customised care has been agreed already.",
                               ids_of(view, Collection::actions, customised)));
    return findings;
  }

  Findings fidelity(const View& view) const override {
    const auto called = contributions(view, "call", Scope::everything);
    if (called.empty() || !last_day(view, "call") || !last_day(view, "distribution")) return {};
    return {found("eigen-kracht/called-after-28-days", early(view) ? Weight::warning : Weight::info,
                  "Er is gebeld toen het plan minstens 28 dagen oud was.",
                  "The call came when the plan was at least 28 days old.",
                  ids_of(view, Collection::contributions, called))};
  }

  Findings suggest(const View& view) const override {
    Findings ideas;
    const auto step = view.position().step;
    if (step == "prepare" || step == "information") circle_is_larger(view, ideas);
    if (step == "offer") complexity_alone(view, ideas);
    if (step == "call") too_soon(view, ideas);
    if (step == "offer" && !offer_answered(view, "yes")) {
      if (offer_answered(view, "no"))
        ideas.push_back(
            found("eigen-kracht/take-the-lens", Weight::info,
                  "Ga verder met een andere methode, zoals de Eigen Kracht-bril. De inwoner zei nee, en een "
                  "conferentie is vrijwillig.",
                  "Go on with another method, such as the Eigen Kracht lens. The resident said no, and a "
                  "conference is voluntary."));
      else if (offer_answered(view, "later"))
        ideas.push_back(found("eigen-kracht/ask-again", Weight::info,
                              "Spreek af wanneer je het aanbod opnieuw doet. De inwoner zei: later.",
                              "Agree on when you make the offer again. The resident said: later."));
    }
    if (step == "widen") suggest_rings(view, ideas);
    if (step == "prepare") {
      const auto unspoken = rows_where(view, Collection::network, Scope::everything, [&](std::size_t row) {
        return flag_at(view, Collection::network, row, Field::asked) &&
               !flag_at(view, Collection::network, row, Field::professional) &&
               !flag_at(view, Collection::network, row, Field::spoken);
      });
      if (!unspoken.empty())
        ideas.push_back(found("eigen-kracht/speak-in-person", Weight::info,
                              "Spreek deze mensen eerst persoonlijk. Ze zijn gevraagd, maar nog niet gesproken.",
                              "Speak to these people in person first. They were asked, but not spoken to yet.",
                              ids_of(view, Collection::network, unspoken)));
    }
    return ideas;
  }
};

class Lens final : public Rules {
 public:
  constexpr Lens() = default;
  constexpr ~Lens() override {}

  Findings review(const View& view, const Draft& draft) const override {
    Findings findings;
    network_first(view, draft, findings);
    return findings;
  }

  Findings suggest(const View& view) const override {
    Findings ideas;
    const auto step = view.position().step;
    if (step == "who-is-there" || step == "approached") suggest_rings(view, ideas);
    if (step == "hold-back" && contributions(view, "own_decision", Scope::round).empty())
      ideas.push_back(found("eigen-kracht/name-their-decision", Weight::info,
                            "Noem alsnog een beslissing die van de kring is. Die staat er nog niet.",
                            "Name a decision that is the circle's after all. There is none yet."));
    if (step == "offer-taken") complexity_alone(view, ideas);
    if (step == "offer-taken" && offer_answered(view, "no"))
      ideas.push_back(found("eigen-kracht/offer-again", Weight::info,
                            "Vraag wat er nodig is om later wel met de kring te praten. Een nee geldt voor nu.",
                            "Ask what is needed to talk with the circle later after all. A no is for now."));
    return ideas;
  }
};

const Rules* rules_for(std::string_view method) {
  static constexpr Conference conference;
  static constexpr Lens lens;
  if (method == "eigen-kracht/conference") return &conference;
  if (method == "eigen-kracht/lens") return &lens;
  return nullptr;
}

}  // namespace

CASUS_METHOD_PLUGIN("eigen-kracht", "1.0.0", rules_for)
