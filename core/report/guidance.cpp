// SPDX-License-Identifier: EUPL-1.2
#include "core/report/guidance.hpp"

#include "core/page/layout.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/naming.hpp"
#include "core/report/step_words.hpp"
#include "core/text/message.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::report {

namespace {

using method::Collection;
using method::Judged;
using nlohmann::json;

/// More than this on a screen is a list that nobody reads; all of them are in the JSON.
constexpr std::size_t kProofShown = 3;

/// The words of a record, empty while they are hidden.
std::string words_of(const method::Proof& proof, const Case& state) {
  if (proof.rows == Collection::contributions && proof.row < state.contributions.size() &&
      !is_shown(state, state.contributions[proof.row]))
    return {};
  return page::one_line(proof.text);
}

/// What one record of a kind is called.
std::string_view one_of(Collection rows, Lang lang) {
  switch (rows) {
    case Collection::contributions: return pick(lang, "bijdrage", "contribution");
    case Collection::participants: return pick(lang, "deelnemer", "participant");
    case Collection::turns: return pick(lang, "beurt", "turn");
    case Collection::scores: return pick(lang, "score", "score");
    case Collection::goals: return pick(lang, "doel", "goal");
    case Collection::goal_scores: return pick(lang, "doelscore", "goal score");
    case Collection::actions: return pick(lang, "actie", "action");
    case Collection::network: return pick(lang, "mens in het netwerk", "person in the network");
    case Collection::ties: return pick(lang, "band", "tie");
    case Collection::decisions: return pick(lang, "besluit", "decision");
    case Collection::opinions: return pick(lang, "eerste mening", "first opinion");
    case Collection::plans: return pick(lang, "plan van de kring", "plan of the circle");
    case Collection::meldcode: return pick(lang, "stap van de meldcode", "step of the meldcode");
    case Collection::told: return pick(lang, "terugkoppeling", "report to the resident");
    case Collection::evaluations: return pick(lang, "evaluatie", "evaluation");
    case Collection::learning: return pick(lang, "leerlijn", "learning line");
    case Collection::signals: return pick(lang, "signaal", "signal");
  }
  return {};
}

/// "Noor (vraag, c3): Wie merkt het als eerste?"
std::string proof_line(const method::Proof& proof, const Case& state, const Naming& names) {
  if (proof.rows == Collection::participants || proof.rows == Collection::network) return names.person(proof.id);
  const bool said = proof.rows == Collection::contributions && proof.row < state.contributions.size();
  const std::string what =
      said ? names.kind_name(state.contributions[proof.row]) : std::string(one_of(proof.rows, names.lang()));
  std::string line = proof.by.empty() ? std::string() : names.person(proof.by) + ' ';
  line += proof.id.empty() ? fmt::format("({})", what) : fmt::format("({}, {})", what, proof.id);
  const auto words = words_of(proof, state);
  return words.empty() ? line : line + ": " + words;
}

std::string_view mark(Judged::Kept kept, Lang lang) {
  switch (kept) {
    case Judged::Kept::yes: return pick(lang, "ja", "yes");
    case Judged::Kept::no: return pick(lang, "nee", "no");
    case Judged::Kept::not_yet: return pick(lang, "nog niet", "not yet");
  }
  return {};
}

std::string item_text(const Judged& item, const Case& state, const Naming& names) {
  auto out = page::paragraph(fmt::format("  {}: ", mark(item.kept, names.lang())),
                             item.text.in(names.lang()) + mark_note(item.mark, names.lang()));
  for (std::size_t i = 0; i < std::min(item.proof.size(), kProofShown); ++i)
    out += page::paragraph("      ", proof_line(item.proof[i], state, names));
  if (item.proof.size() > kProofShown)
    out += fmt::format("      {} {}\n", pick(names.lang(), "en nog", "and another"), item.proof.size() - kProofShown);
  return out;
}

/// The records and people that ids stand for, in words.
std::string about(const std::vector<std::string>& ids, const Case& state) {
  std::string out;
  for (const auto& id : ids) {
    const auto said = std::ranges::find(state.contributions, id, &Contribution::id);
    const auto action = std::ranges::find(state.actions, id, [](const Action& it) { return it.plan.id; });
    const auto goal = std::ranges::find(state.goals, id, [](const Goal& it) { return it.set.id; });
    std::string line;
    if (said != state.contributions.end() && is_shown(state, *said)) line = said->text;
    else if (action != state.actions.end()) line = action->plan.what;
    else if (goal != state.goals.end()) line = goal->set.text;
    if (!line.empty()) out += page::paragraph("      ", fmt::format("{}: {}", id, page::one_line(line)));
  }
  return out;
}

}  // namespace

std::string whose_points(const method::Fidelity& fidelity, Lang lang) {
  const auto all = static_cast<std::int64_t>(fidelity.items.size());
  const auto described = static_cast<std::int64_t>(fidelity.described());
  if (described == all) return text::msg("methods.points_described").in(lang);
  if (described == 0) return text::msg("methods.points_own").in(lang);
  return text::msg("methods.points_mixed", "described"_is = described, "all"_is = all).in(lang);
}

std::string suggestions_text(const method::Findings& ideas, const Case& state, Lang lang) {
  if (ideas.empty())
    return std::string(pick(lang, "Geen suggesties voor dit moment.\n", "No suggestions for this moment.\n"));
  std::string out(pick(lang, "Wat je nu kunt vragen of doen:\n", "What you can ask or do now:\n"));
  for (const auto& idea : ideas) {
    out += page::paragraph("  - ", idea.message.in(lang));
    out += about(idea.proof, state);
  }
  return out;
}

std::string fidelity_text(const std::vector<method::MethodKept>& methods, const Case& state,
                          const Definitions& definitions, Lang lang) {
  if (methods.empty())
    return std::string(pick(lang, "De bespreking is nog niet begonnen, dus er valt nog niets te zeggen.\n",
                            "The review has not begun, so there is nothing to say yet.\n"));
  const Naming names(state, definitions, lang);
  std::string out;
  for (const auto& it : methods) {
    if (it.definition == nullptr) {
      out += page::paragraph("", fmt::format(fmt::runtime(pick(lang, "{}: deze methode staat niet op deze computer.",
                                                               "{}: this method is not on this computer.")),
                                             it.method));
      continue;
    }
    out +=
        page::heading(fmt::format(fmt::runtime(pick(lang, "{}: {} van {} punten gevolgd", "{}: {} of {} points kept")),
                                  name_with_status(*it.definition, lang), it.fidelity.kept(), it.fidelity.judged()));
    out += page::paragraph("", whose_points(it.fidelity, lang));
    for (const auto& item : it.fidelity.items) out += item_text(item, state, names);
  }
  return out + '\n' +
         page::paragraph("", pick(lang, "Dit zegt of de methode gevolgd is, niet of het gezin ermee geholpen is.",
                                  "This says whether the method was kept, not whether the household was helped."));
}

json fidelity_json(const std::vector<method::MethodKept>& methods, const Case& state, Lang lang) {
  json all = json::array();
  for (const auto& it : methods) {
    json items = json::array();
    for (const auto& item : it.fidelity.items) {
      json proof = json::array();
      for (const auto& record : item.proof)
        proof.push_back(
            {{"in", key(record.rows)}, {"id", record.id}, {"by", record.by}, {"text", words_of(record, state)}});
      items.push_back({{"item", item.id},
                       {"text", item.text.in(lang)},
                       {"mark", key(item.mark)},
                       {"source", item.source},
                       {"kept", item.kept == Judged::Kept::not_yet ? json() : json(item.kept == Judged::Kept::yes)},
                       {"proof", std::move(proof)}});
    }
    all.push_back({{"method", it.method},
                   {"here", it.definition != nullptr},
                   {"status", it.definition == nullptr ? json() : json(key(it.definition->status))},
                   {"described", it.fidelity.described()},
                   {"kept", it.fidelity.kept()},
                   {"judged", it.fidelity.judged()},
                   {"items", std::move(items)}});
  }
  return all;
}

}  // namespace casus::report
