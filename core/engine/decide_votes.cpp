// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/decide_votes.hpp"

#include "core/engine/saying.hpp"
#include "core/engine/voting.hpp"
#include "core/model/ref_words.hpp"

#include <algorithm>
#include <charconv>
#include <map>

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

std::string known_of(const std::vector<const Contribution*>& all) {
  std::vector<std::string_view> ids;
  for (const auto* one : all) ids.push_back(one->id);
  return joined(ids);
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
    if (std::ranges::find(candidates, one.of, [](const Contribution* it) { return std::string_view(it->id); }) ==
        candidates.end())
      return refuse("NotVotedOn", "", msg("votes.not_voted_on", "value"_is = one.of),
                    candidates.empty() ? msg("votes.nothing_to_vote_on")
                                       : msg("votes.not_voted_on_do", "known"_is = known_of(candidates)));
    const bool lays = vote.how == VoteHow::points;
    if (one.points < 1 || (!lays && one.points != 1))
      return refuse("VotePoints", "", msg("votes.no_points_here", "value"_is = one.of),
                    lays ? msg("votes.points_do", "most"_is = vote.most) : msg("votes.no_points_here_do"));
    const auto before = std::ranges::find(choices, one.of, &VoteFor::of);
    laid += one.points;
    if (before == choices.end()) choices.push_back({one.of, one.points});
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

Vote vote_in(const std::string& line) {
  Vote vote;
  for (std::string_view rest = line; !rest.empty();) {
    const auto end = std::min(rest.find_first_of(",; |\n\t"), rest.size());
    if (const auto one = trimmed(rest.substr(0, end)); !one.empty()) vote.choices.emplace_back(one);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return vote;
}

Decided decide_on(const Deciding& d, const Vote& command) {
  if (d.step == nullptr) return step_unknown(d);
  if (!d.step->vote)
    return refuse("NothingToVoteOn", "", msg("votes.not_here", "step"_is = d.step->name),
                  msg("votes.not_here_do", "why"_is = way("case why", "case"_is = d.c.id)));
  std::vector<Typed> typed;
  for (const auto& choice : command.choices)
    for (const auto& one : vote_in(choice).choices) typed.push_back(typed_choice(one));
  if (typed.empty()) return empty_text(msg("votes.needs_choice"));
  auto choices = counted(*d.step->vote, typed, voted_on(d.c, {*d.method, *d.step, *d.c.here()}));
  if (!choices) return failure(std::move(choices.error()));
  Say as_said;
  as_said.kind = kVoteKind;
  auto how = heard(d, as_said);
  if (!how) return failure(std::move(how.error()));
  return d.one(Voted{std::move(*choices), how->turn, how->hidden});
}

}  // namespace casus::engine
