// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/decide/decide_votes.hpp"

#include "core/engine/decide/saying.hpp"
#include "core/engine/floor/voting.hpp"
#include "core/model/ref_words.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

/// Votes and ranking: on what was said or recorded, under the floor of the step.
namespace casus::engine {

namespace {

/// "b3=2" as b3 and 2; nothing behind it, or no number, is one.
struct Typed {
  std::string of;
  int points = 1;
};

Typed typed_choice(std::string_view text) {
  const auto sign = std::min(text.find('='), text.size());
  Typed out{ref_typed(text.substr(0, sign)), 1};
  const auto points = trimmed(text.substr(std::min(sign + 1, text.size())));
  if (!points.empty()) {
    const auto read = std::from_chars(points.data(), points.data() + points.size(), out.points);
    if (read.ec != std::errc() || read.ptr != points.data() + points.size()) out.points = 0;
  }
  return out;
}

/// What is meant, by its number or in the words of just one of them; null where that is none.
const Contribution* voted_for(std::string_view typed, const std::vector<const Contribution*>& candidates) {
  const Contribution* found = nullptr;
  if (typed.empty()) return nullptr;
  for (const auto* one : candidates) {
    if (one->id == typed) return one;
    if (folded(trimmed(one->text)) != typed) continue;
    if (found != nullptr) return nullptr;
    found = one;
  }
  return found;
}

std::vector<std::string_view> parts_between(std::string_view line, std::string_view signs) {
  std::vector<std::string_view> parts;
  for (auto rest = line; !rest.empty();) {
    const auto end = std::min(rest.find_first_of(signs), rest.size());
    if (const auto one = trimmed(rest.substr(0, end)); !one.empty()) parts.push_back(one);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return parts;
}

bool is_number_of_said(std::string_view word) {
  if (word.starts_with('#')) word.remove_prefix(1);
  return word.size() > 1 && (word[0] == 'b' || word[0] == 'B') && word[1] >= '0' && word[1] <= '9';
}

/// Numbers stand apart by a comma or a space; what is named in words only by a comma, as they have spaces themselves.
std::vector<Typed> typed_choices(std::string_view line, const std::vector<const Contribution*>& candidates) {
  if (const auto* whole = voted_for(folded(trimmed(line)), candidates)) return {{whole->id, 1}};
  auto parts = parts_between(line, ",; |\n\t");
  if (std::ranges::none_of(parts, is_number_of_said)) parts = parts_between(line, ",;|\n");
  std::vector<Typed> typed;
  for (const auto part : parts) typed.push_back(typed_choice(part));
  return typed;
}

std::string known_of(const std::vector<const Contribution*>& all) {
  std::vector<std::string_view> ids;
  for (const auto* one : all) ids.push_back(one->id);
  return joined(ids);
}

/// No vote is for this: nothing is called so, or more than one thing is.
Refusal not_voted_on(const std::string& typed, const std::vector<const Contribution*>& candidates) {
  std::vector<const Contribution*> called;
  for (const auto* one : candidates)
    if (!typed.empty() && folded(trimmed(one->text)) == typed) called.push_back(one);
  if (called.size() > 1)
    return no("NotVotedOn", "", msg("votes.several_called", "value"_is = typed),
              msg("remedy.choose_from", "known"_is = known_of(called)));
  return no("NotVotedOn", "", msg("votes.not_voted_on", "value"_is = typed),
            candidates.empty() ? msg("votes.nothing_to_vote_on")
                               : msg("remedy.choose_from", "known"_is = known_of(candidates)));
}

Refusal beyond_most(const method::Voting& vote, int got) {
  return no("TooManyVotes", "", msg("votes.too_many", "count"_is = got, "most"_is = vote.most),
            msg("votes.too_many_do", "most"_is = vote.most));
}

/// What each choice counts for.
Outcome<std::vector<VoteFor>, Refusal> counted(const method::Voting& vote, const std::vector<Typed>& typed,
                                               const std::vector<const Contribution*>& candidates) {
  std::vector<VoteFor> choices;
  int laid = 0;
  for (const auto& one : typed) {
    const auto* of = voted_for(one.of, candidates);
    if (of == nullptr) return failure(not_voted_on(one.of, candidates));
    const bool lays = vote.how == VoteHow::points;
    if (one.points < 1 || (!lays && one.points != 1))
      return refuse("VotePoints", "", msg("votes.no_points_here", "value"_is = one.of),
                    lays ? msg("votes.points_do", "most"_is = vote.most) : msg("votes.no_points_here_do"));
    const auto before = std::ranges::find(choices, of->id, &VoteFor::of);
    laid += one.points;
    if (before == choices.end()) choices.push_back({of->id, one.points});
    else if (lays) before->points += one.points;
    else return refuse("VotedTwice", "", msg("votes.twice", "value"_is = one.of), msg("votes.twice_do"));
  }
  const int got = vote.how == VoteHow::points ? laid : static_cast<int>(choices.size());
  if (got > vote.most) return failure(beyond_most(vote, got));
  if (vote.how == VoteHow::rank)
    for (std::size_t place = 0; place < choices.size(); ++place)
      choices[place].points = vote.most - static_cast<int>(place);
  return choices;
}

}  // namespace

Vote vote_in(const std::string& line) { return {{line}}; }

Decided decide_on(const Deciding& d, const Vote& command) {
  if (d.step == nullptr) return step_unknown(d);
  if (!d.step->vote)
    return refuse("NothingToVoteOn", "", msg("votes.not_here", "step"_is = d.step->name),
                  msg("votes.not_here_do", "why"_is = way("case why", "case"_is = d.c.id)));
  const auto candidates = voted_on(d.c, {*d.method, *d.step, *d.c.here()});
  std::vector<Typed> typed;
  for (const auto& choice : command.choices)
    std::ranges::move(typed_choices(choice, candidates), std::back_inserter(typed));
  if (typed.empty()) return empty_text(msg("votes.needs_choice"));
  auto choices = counted(*d.step->vote, typed, candidates);
  if (!choices) return failure(std::move(choices.error()));
  auto how = heard(d, Say{{.kind = std::string(kVoteKind)}});
  if (!how) return failure(std::move(how.error()));
  return d.one(Voted{std::move(*choices), how->turn, how->hidden});
}

}  // namespace casus::engine
