// SPDX-License-Identifier: EUPL-1.2
#include "core/base/each_language.hpp"
#include "core/base/part_of_name.hpp"
#include "core/base/role_apart.hpp"
#include "core/engine/decide/decide_votes.hpp"
#include "core/engine/decide/latest_that.hpp"
#include "core/engine/decide/saying.hpp"
#include "core/engine/decide/unordered_id.hpp"
#include "core/engine/explain/case_view.hpp"
#include "core/engine/floor/floor.hpp"
#include "core/engine/floor/floor_limits.hpp"
#include "core/method/check/text_checks.hpp"
#include "core/method/vocabulary.hpp"
#include "core/model/case/stays.hpp"
#include "core/model/case/unseen.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"

#include <fmt/format.h>

#include <algorithm>

/// Contributions and turns: floor control (R4, R6), what native rules notice, anonymity in anonymous reviews.
namespace casus::engine {

namespace {

/// Strict: the first broken rule refuses. Coaching: all are noticed and written with the contribution.
std::optional<Refusal> held_to(Mode mode, std::vector<Refusal> broken, std::vector<Noticed>& noticed) {
  if (broken.empty()) return std::nullopt;
  if (mode == Mode::strict) return std::move(broken.front());
  for (auto& it : broken) noticed.push_back({it.rule, it.reason.in_both()});
  return std::nullopt;
}

bool is_unseen(const method::Step& step, std::string_view kind) {
  return std::ranges::find(step.floor.hidden_kinds, kind) != step.floor.hidden_kinds.end();
}

void notice_advice(const Deciding& d, const method::View& view, const Say& say, std::vector<Noticed>& noticed) {
  if (!d.step->advice_locked || is_unseen(*d.step, say.kind)) return;
  const auto phrase = view.said(method::kAdvice, say.text).phrase;
  if (phrase.empty()) return;
  noticed.push_back({"R6", msg("talk.sounds_like_advice", "phrase"_is = phrase).in_both()});
}

/// A note by a word for it that the screen takes as well: "opmerking", "for information".
bool is_called_note(std::string_view kind) {
  const auto wanted = folded(trimmed(kind));
  for (const auto lang : text::languages())
    for (const auto& use : text::day_words(msg("line.note_words").in(lang)))
      if (std::ranges::find(use.said, wanted) != use.said.end()) return true;
  return false;
}

/// Telling what one wrote unseen: without words of its own it takes those, and it names what it tells.
void tell_what_was_written(const Deciding& d, Say& command) {
  const auto* written = untold(d.c, *d.actor, d.step->id, command.kind);
  if (written == nullptr || (!command.re.empty() && command.re != written->id)) return;
  if (blank(command.text)) command.text = written->text;
  command.re = written->id;
}

/// Why this choice gives nobody the role that goes along with it.
std::optional<Refusal> gives_no_role(const Deciding& d, const Contributed& said) {
  const auto role = *d.step->choice_moves;
  const auto* chosen = named_by(d.c, said.to, said.re);
  const auto name = role_name(d.method, role);
  if (chosen == nullptr)
    return no("WhoIsChosen", "", msg("talk.who_is_chosen", "role"_is = name),
              msg("talk.who_is_chosen_do",
                  "say"_is = way("case say", "case"_is = d.c.id, "kind"_is = "choice", "text"_is = gap(),
                                 "to"_is = gap("gap.name"), "as"_is = d.actor->name)));
  const auto may = can_be_chosen(d.c, *d.step);
  if (std::ranges::find(may, chosen) != may.end()) return std::nullopt;
  auto others = may.empty()
                    ? msg("talk.nobody_to_be_chosen_do", "who"_is = role_words(d.method, d.step->floor.speakers))
                    : msg("talk.not_to_be_chosen_do", "names"_is = names_of_people(may));
  if (const auto apart = role_apart_from(role); apart && chosen->has(*apart))
    return no(
        "ChairIsPresenter", "R3",
        msg("talk.not_both_roles", "name"_is = chosen->name, "has"_is = role_name(d.method, *apart), "role"_is = name),
        std::move(others));
  return no("NotToBeChosen", "R4", msg("talk.not_to_be_chosen", "name"_is = chosen->name, "role"_is = name),
            std::move(others));
}

bool names_step(const std::string& typed, const std::string& id, const Text& name) {
  return typed == id || is_name_of(folded(trimmed(typed)), name);
}

/// The id of the step in which it was typed, which may be named as people call it; empty for the step at hand. Who read
/// that somebody typed where nobody reads who wrote what would know whose line there was theirs.
Outcome<std::string, Refusal> step_typed_in(const Deciding& d, const std::string& typed) {
  if (blank(typed)) return std::string();
  const auto unnamed = [] {
    return refuse("TypedUnnamed", "", msg("talk.typed_unnamed"), msg("talk.typed_unnamed_do"));
  };
  bool only_unnamed = false;
  std::vector<std::string_view> seen;
  std::vector<Message> known;
  for (auto visit = d.c.visits.rbegin(); visit != d.c.visits.rend(); ++visit) {
    if (std::ranges::find(seen, visit->step) != seen.end()) continue;
    const auto* method = d.library.pinned_method(d.c.method(visit->phase));
    const auto* step = method == nullptr ? nullptr : method->step(visit->phase, visit->step);
    const auto name = step == nullptr ? Text{visit->step, visit->step} : step->name;
    const bool meant = names_step(typed, visit->step, name);
    if (earlier_stay(d.c, visit->step) < 0) {
      only_unnamed = only_unnamed || (meant && visit->anonymous);
      continue;
    }
    if (meant && d.c.here()->anonymous) return unnamed();
    if (meant) return visit->step;
    seen.emplace_back(visit->step);
    known.emplace_back(name);
  }
  if (names_step(typed, d.step->id, d.step->name)) return std::string();
  if (only_unnamed) return unnamed();
  return refuse("NotFound", "", msg("case.not_found", "what"_is = msg("steps.thing_earlier_step"), "id"_is = typed),
                known.empty() ? msg("talk.typed_in_none_do")
                              : msg("remedy.choose_from", "known"_is = text::any_of(std::move(known))));
}

}  // namespace

tl::unexpected<Refusal> step_unknown(const Deciding& d) {
  return refuse("StepUnknown", "", msg("talk.step_unknown"),
                msg("talk.step_unknown_do", "next"_is = way("case next", "case"_is = d.c.id)));
}

/// Whether another method that is offered here has a kind of this name.
static bool is_kind_elsewhere(const Library& library, const std::string& kind) {
  return std::ranges::any_of(library.method_ids(), [&](std::string_view id) {
    const auto* other = library.method(id);
    return other != nullptr && other->knows_kind(method::kind_meant(other, kind));
  });
}

tl::unexpected<Refusal> kind_unknown(const Deciding& d, const std::string& kind) {
  const auto listed = [&](Lang lang, std::string& near) {
    std::vector<std::string_view> names;
    std::string all;
    for (const auto& key : d.step->kinds) {
      names.push_back(method::kind_label(d.method, key, lang));
      all += fmt::format("{}{}", all.empty() ? "" : ", ", names.back());
    }
    near = nearest(kind, names);
    if (near.empty()) near = named_by_part(kind, names);
    return all;
  };
  Text near;
  const auto nl = listed(Lang::nl, near.nl), en = listed(Lang::en, near.en);
  // Typed in one of the languages, it is that one.
  if (near.nl.empty()) near.nl = near.en;
  if (near.en.empty()) near.en = near.nl;
  const auto likely =
      near.nl.empty() && near.en.empty() ? Message() : msg("refuse.did_you_mean_quoted", "near"_is = near);
  return refuse("NotFound", "",
                is_kind_elsewhere(d.library, kind)
                    ? msg("talk.kind_of_other_method", "kind"_is = kind, "method"_is = d.method->name)
                    : msg("talk.not_found", "kind"_is = kind, "near"_is = likely),
                nl.empty() ? msg("talk.not_found_do") : msg("floor.fits_here", "kinds"_is = Text{nl, en}));
}

std::optional<Refusal> theirs_to_tell(const Deciding& d, const std::string& re) {
  const auto said = std::ranges::find(d.c.contributions, re, &Contribution::id);
  if (said == d.c.contributions.end() || !said->hidden || said->told_in != d.step->id || d.c.is_told(*said) ||
      said->by == d.actor->id)
    return std::nullopt;
  const auto* writer = d.c.person(said->by);
  const auto name = writer == nullptr ? said->by : writer->name;
  return no("TheirsToTell", "R4", msg("talk.theirs_to_tell", "name"_is = name),
            msg("talk.theirs_to_tell_do", "name"_is = name));
}

Outcome<Heard, Refusal> heard(const Deciding& d, const Say& say) {
  Heard out;
  auto verdict = judge(d, say);
  // The floor is of who sits at the table: what comes from home takes nobody's turn, and is kept.
  const auto mode = said_from_home(d) ? Mode::coaching : d.c.mode;
  if (said_from_home(d) && (!verdict.broken.empty() || !d.actor->at_table())) verdict.turn = TurnUse::aside;
  if (auto refusal = held_to(mode, std::move(verdict.broken), out.noticed)) return failure(std::move(*refusal));
  if (say.kind == method::kUnplacedKind) {  // said by nobody yet, so no rule listens to it
    out.turn = verdict.turn;
    out.hidden = d.step->floor.hidden;
    return out;
  }
  const CaseView view(d.c, d.at(), d.library, d.method);
  const method::Draft draft{d.actor->id, say.kind, say.text, say.to, say.re};
  notice_advice(d, view, say, out.noticed);
  for (auto& finding : method::text_checks(*d.method, view, draft))
    out.noticed.push_back({std::move(finding.rule), std::move(finding.message)});
  if (const auto* rules = d.library.rules(*d.method)) {
    for (auto& finding : rules->review(view, draft)) {
      if (finding.weight == method::Finding::Weight::hard && mode == Mode::strict)
        return refuse("MethodSaysNo", finding.rule, std::move(finding.message), msg("talk.method_says_no_do"));
      out.noticed.push_back({std::move(finding.rule), std::move(finding.message)});
    }
  }
  out.turn = verdict.turn;
  out.hidden = d.step->floor.hidden || is_unseen(*d.step, say.kind);
  if (const auto* later = told_later(d.c, d.library, *d.step, say.kind)) out.told_in = later->id;
  return out;
}

/// What the resident says from home while no step is open, as before the first one: it belongs to none.
static Decided kept_beside_steps(const Deciding& d, const Say& command) {
  const bool plain = command.re.empty() && command.to.empty() && command.typed_in.empty();
  if (!plain || !d.method->knows_kind(command.kind)) return step_unknown(d);
  Contributed said;
  static_cast<ContributionFields&>(said) = command;
  said.id = id_here(d, 'b', d.c.contributions.size(), said.text);
  said.turn = TurnUse::aside;
  return d.one(std::move(said));
}

Decided decide_on(const Deciding& d, const Say& given) {
  auto command = given;
  command.kind = method::kind_meant(d.method, given.kind);
  if (command.kind == kVoteKind) return decide_on(d, vote_in(command.text));
  if (d.method != nullptr && d.method->record_type(command.kind) != nullptr)
    return decide_on(d, Record{command.kind, command.text, {}});
  if (d.step != nullptr) {
    if (auto refusal = theirs_to_tell(d, command.re)) return failure(std::move(*refusal));
    tell_what_was_written(d, command);
  }
  const bool names_nothing = command.re.empty() && command.to.empty();  // nor tells what was written before
  if (blank(command.text) && (given.answer != Answer::none || names_nothing))
    return empty_text(msg("talk.needs_text_contribution"));
  if (d.step == nullptr && said_from_home(d)) return kept_beside_steps(d, command);
  if (d.step == nullptr) return step_unknown(d);
  // "Opmerking" is a note on the screen; a method may have a kind of its own that is called so.
  if (!d.method->knows_kind(command.kind) && is_called_note(command.kind)) command.kind = "note";
  if (!d.method->knows_kind(command.kind)) {
    return kind_unknown(d, command.kind);
  }
  Contributed said;
  static_cast<ContributionFields&>(said) = command;
  if (!command.to.empty()) {
    if (auto refusal = two_of_one_name(d, command.to)) return failure(std::move(*refusal));
    const auto* to = d.person(command.to);
    if (to == nullptr) return nobody(d, command.to);
    said.to = to->id;
  }
  if (!command.re.empty() &&
      std::ranges::find(d.c.contributions, command.re, &Contribution::id) == d.c.contributions.end()) {
    std::vector<std::string_view> known;
    for (const auto* one : latest_that(d.c, [&](const auto& it) { return may_be_named(d.c, it, d.actor->id); }))
      known.push_back(one->id);
    return nothing(msg("talk.thing_contribution"), command.re, known,
                   way("case say", "case"_is = d.c.id, "kind"_is = gap(), "text"_is = gap()));
  }

  auto before = step_typed_in(d, command.typed_in);
  if (!before) return failure(std::move(before.error()));
  said.typed_in = std::move(*before);

  if (d.step->choice_moves && command.kind == "choice") {
    if (auto refusal = gives_no_role(d, said)) return failure(std::move(*refusal));
    said.moves = d.step->choice_moves;
  }

  auto to_judge = command;
  to_judge.to = said.to;
  auto how = heard(d, to_judge);
  if (!how) return failure(std::move(how.error()));
  said.id = id_here(d, 'b', d.c.contributions.size(), said.text);
  said.turn = how->turn;
  said.hidden = how->hidden;
  said.noticed = std::move(how->noticed);
  said.told_in = std::move(how->told_in);
  return d.one(std::move(said));
}

Decided decide_on(const Deciding& d, const Pass&) {
  if (d.step == nullptr) return step_unknown(d);
  auto broken = judge_pass(d);
  if (!broken.empty() && d.c.mode == Mode::strict) return failure(std::move(broken.front()));
  return d.one(TurnPassed{});
}

Decided decide_on(const Deciding& d, const CountLearning& command) { return d.one(LearningCounted{command}); }

Decided decide_on(const Deciding& d, const CountSignal& command) {
  if (blank(command.theme)) return empty_text(msg("talk.needs_theme_signal"));
  return d.one(SignalCounted{command});
}

}  // namespace casus::engine
