// SPDX-License-Identifier: EUPL-1.2
#include "core/report/guidance.hpp"

#include "core/base/first_that.hpp"
#include "core/page/layout.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/history/naming.hpp"
#include "core/report/step_words.hpp"
#include "core/text/voice.hpp"

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

/// What was said, or recorded of a declared type; nullptr for a record of another kind.
const Contribution* said_of(const method::Proof& proof, const Case& state) {
  if (proof.rows != Collection::contributions && proof.rows != Collection::records) return nullptr;
  return with_id(state.contributions, proof.id);
}

/// The words of a record, empty while they are hidden.
std::string words_of(const method::Proof& proof, const Case& state) {
  if (proof.rows == Collection::scores) {
    const auto found = std::ranges::find(state.scores, proof.id, [](const Score& one) { return one.given.id; });
    if (found != state.scores.end() && !is_shown(state, *found)) return {};
  }
  const auto* said = said_of(proof, state);
  return said != nullptr && !is_shown(state, *said) ? std::string() : page::one_line(proof.text);
}

/// Whose it is, for whoever reads that.
std::string_view by_of(const method::Proof& proof, const Case& state) {
  if (!state.unnamed) return proof.by;
  const bool voted = proof.rows == Collection::votes && std::ranges::any_of(state.votes, [&](const Ballot& it) {
                       return it.by == proof.by && state.is_anonymous(it);
                     });
  return voted || state.is_anonymous(proof.id) ? kSomebody : std::string_view(proof.by);
}

/// What is anonymous last and by its id, as what a rule came by first may follow the people.
std::vector<method::Proof> in_no_order(std::vector<method::Proof> proof, const Case& state) {
  const auto place = [&](const method::Proof& it) {
    return by_of(it, state) == kSomebody ? std::string_view(it.id) : std::string_view();
  };
  std::ranges::stable_sort(proof, {}, place);
  return proof;
}

/// What one record of a kind is called.
std::string one_of(Collection rows, const text::Voice& voice) {
  switch (rows) {
    case Collection::contributions: return text::say(voice, "guidance.contribution");
    case Collection::participants: return text::say(voice, "guidance.participant");
    case Collection::turns: return text::say(voice, "guidance.turn");
    case Collection::scores: return text::say(voice, "guidance.score");
    case Collection::goals: return text::say(voice, "guidance.goal");
    case Collection::goal_scores: return text::say(voice, "guidance.goal_score");
    case Collection::actions: return text::say(voice, "guidance.action");
    case Collection::network: return text::say(voice, "guidance.person_network");
    case Collection::ties: return text::say(voice, "guidance.tie");
    case Collection::decisions: return text::say(voice, "guidance.decision");
    case Collection::opinions: return text::say(voice, "guidance.first_opinion");
    case Collection::plans: return text::say(voice, "guidance.plan_circle");
    case Collection::meldcode: return text::say(voice, "guidance.step_meldcode");
    case Collection::told: return text::say(voice, "guidance.report_resident");
    case Collection::evaluations: return text::say(voice, "guidance.evaluation");
    case Collection::learning: return text::say(voice, "guidance.learning_line");
    case Collection::signals: return text::say(voice, "guidance.signal");
    case Collection::branches: return text::say(voice, "guidance.branch");
    case Collection::groups: return text::say(voice, "guidance.group");
    case Collection::records: return text::say(voice, "guidance.record");
    case Collection::votes: return text::say(voice, "guidance.vote");
  }
  return {};
}

/// "Noor (vraag, c3): Wie merkt het als eerste?"
std::string proof_line(const method::Proof& proof, const Case& state, const Naming& names) {
  if (proof.rows == Collection::participants || proof.rows == Collection::network) return names.person(proof.id);
  const auto* said = said_of(proof, state);
  const std::string what = said != nullptr ? names.kind_name(*said) : one_of(proof.rows, names.voice());
  std::string line = proof.by.empty() ? std::string() : names.person(by_of(proof, state)) + ' ';
  line += proof.id.empty() ? fmt::format("({})", what) : fmt::format("({}, {})", what, proof.id);
  const auto words = words_of(proof, state);
  return words.empty() ? line : line + ": " + words;
}

std::string mark(const Judged& item, const text::Voice& voice) {
  if (item.no_occasion) return text::say(voice, "guidance.nothing_to_see");
  switch (item.kept) {
    case Judged::Kept::yes: return text::say(voice, "text.yes");
    case Judged::Kept::no: return text::say(voice, "text.no");
    case Judged::Kept::not_yet: return text::say(voice, "guidance.yet");
    case Judged::Kept::nothing: return text::say(voice, "guidance.nothing_to_judge");
  }
  return {};
}

std::string item_text(const Judged& item, const Case& state, const Naming& names) {
  auto out = page::paragraph(fmt::format("  {}: ", mark(item, names.voice())),
                             item.text.in(names.voice()) + mark_note(item.mark, names.voice()));
  const auto proof = in_no_order(item.proof, state);
  for (std::size_t i = 0; i < std::min(proof.size(), kProofShown); ++i)
    out += page::paragraph("      ", proof_line(proof[i], state, names));
  if (item.proof.size() > kProofShown)
    out += fmt::format("      {} {}\n", text::say(names.voice(), "guidance.another"), item.proof.size() - kProofShown);
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

std::string whose_points(const method::Fidelity& fidelity, const text::Voice& voice) {
  const auto all = static_cast<std::int64_t>(fidelity.items.size());
  const auto described = static_cast<std::int64_t>(fidelity.described());
  if (described == all) return text::say(voice, "methods.points_described");
  if (described == 0) return text::say(voice, "methods.points_own");
  return text::say(voice, "methods.points_mixed", "described"_is = described, "all"_is = all);
}

std::string suggestions_text(const method::Findings& ideas, const Case& state, const text::Voice& voice) {
  if (ideas.empty()) return text::say(voice, "guidance.suggestions_moment") + '\n';
  std::string out(text::say(voice, "guidance.what_can_ask_do_now") + '\n');
  for (const auto& idea : ideas) {
    out += page::paragraph("  - ", idea.message.in(voice));
    out += about(idea.proof, state);
  }
  return out;
}

std::string fidelity_text(const std::vector<method::MethodKept>& methods, const Case& state,
                          const Definitions& definitions, const text::Voice& voice) {
  if (methods.empty()) return text::say(voice, "guidance.review_has_begun_so_nothing") + '\n';
  const Naming names(state, definitions, voice);
  std::string out;
  for (const auto& it : methods) {
    if (it.definition == nullptr) {
      out += page::paragraph("", text::say(voice, "guidance.method_computer", "method"_is = it.method));
      continue;
    }
    const auto name = name_with_status(*it.definition, voice);
    out += page::heading(it.fidelity.judged() == 0
                             ? text::say(voice, "guidance.points_not_yet", "method"_is = name)
                             : text::say(voice, "guidance.points_kept", "method"_is = name,
                                         "kept"_is = it.fidelity.kept(), "judged"_is = it.fidelity.judged()));
    out += page::paragraph("", whose_points(it.fidelity, voice));
    for (const auto& item : it.fidelity.items) out += item_text(item, state, names);
  }
  // The work of colleagues has no household that is helped.
  const bool about_work = std::ranges::all_of(
      methods, [](const method::MethodKept& it) { return it.definition != nullptr && !it.definition->about_resident; });
  return out + '\n' +
         page::paragraph("", about_work ? text::say(voice, "guidance.says_whether_method_kept_work")
                                        : text::say(voice, "guidance.says_whether_method_kept_whether"));
}

json fidelity_json(const std::vector<method::MethodKept>& methods, const Case& state, const text::Voice& voice) {
  json all = json::array();
  for (const auto& it : methods) {
    json items = json::array();
    for (const auto& item : it.fidelity.items) {
      json proof = json::array();
      for (const auto& record : in_no_order(item.proof, state))
        proof.push_back({{"in", key(record.rows)},
                         {"id", record.id},
                         {"by", by_of(record, state)},
                         {"text", words_of(record, state)}});
      items.push_back({{"item", item.id},
                       {"text", item.text.in(voice)},
                       {"mark", key(item.mark)},
                       {"source", item.source},
                       {"kept", item.is_judged() ? json(item.kept == Judged::Kept::yes) : json()},
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
