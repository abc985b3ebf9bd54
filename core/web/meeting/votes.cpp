// SPDX-License-Identifier: EUPL-1.2
#include "core/web/meeting/votes.hpp"

#include "core/base/text.hpp"
#include "core/desk/forms/told_apart.hpp"
#include "core/web/layout.hpp"
#include "core/web/meeting/parts.hpp"
#include "core/web/visit.hpp"

#include <algorithm>
#include <utility>

namespace casus::web {
namespace {

using text::say;

using VoteOptions = std::vector<std::pair<std::string, std::string>>;

/// Before the number of what points are laid on, in the name of its field.
constexpr std::string_view kPointsOn = "points.";

Html chosen_ones(const service::VoteNow& vote, const std::vector<std::string>& before, Lang lang) {
  if (vote.most == 1) {
    VoteOptions options;
    for (const auto& one : vote.on) options.emplace_back(one.id, one.what);
    Field field{"vote-one", "choice", say(lang, "web.vote_one"), before.empty() ? std::string() : before.front()};
    field.required = true;
    return radios(field, options);
  }
  Html all = el("legend", say(lang, "web.vote_choose", "most"_is = vote.most));
  for (const auto& one : vote.on)
    all += tick("vote-" + one.id, "choice", one.id, one.what, std::ranges::find(before, one.id) != before.end());
  return el("fieldset", all);
}

Html in_order(const service::VoteNow& vote, const std::vector<std::string>& before, Lang lang) {
  VoteOptions options{{"", say(lang, "web.choose")}};
  for (const auto& one : vote.on) options.emplace_back(one.id, one.what);
  Html all = el("legend", say(lang, "web.vote_rank", "most"_is = vote.most));
  const auto places = std::min(static_cast<std::size_t>(std::max(vote.most, 1)), vote.on.size());
  for (std::size_t place = 0; place < places; ++place)
    all += select(
        {"vote-place-" + std::to_string(place + 1), "choice", say(lang, "web.vote_place", "place"_is = place + 1),
         place < before.size() ? before[place] : std::string()},
        options);
  return el("fieldset", all);
}

Html with_points(const service::VoteNow& vote, const Fields* typed, Lang lang) {
  Html all = el("legend", say(lang, "web.vote_points", "most"_is = vote.most));
  for (const auto& one : vote.on) {
    const auto name = std::string(kPointsOn) + one.id;
    all += input({"vote-" + one.id,
                  name,
                  one.what,
                  typed == nullptr ? std::string() : typed->get(name),
                  {},
                  false,
                  {},
                  "number"});
  }
  return el("fieldset", all);
}

}  // namespace

Html vote_part(const Visit& visit, const service::Table& table, const std::vector<service::SaidKind>& kinds,
               const std::string& to, const std::vector<std::string>& people, const Fields* typed) {
  const bool votes = std::ranges::find(kinds, kVoteKind, &service::SaidKind::key) != kinds.end();
  if (!votes || table.private_time || !table.vote || table.vote->on.empty()) return {};
  const auto lang = visit.lang;
  const auto* back = typed != nullptr && typed->get("do") == "vote" ? typed : nullptr;
  const auto before = back == nullptr ? std::vector<std::string>() : back->all("choice");
  const auto whose = whose_words("vote-name", people, back, lang);
  auto vote = *table.vote;
  desk::tell_apart(vote.on, &service::VoteNow::On::id, &service::VoteNow::On::what);
  const auto asked = vote.how == VoteHow::choose ? chosen_ones(vote, before, lang)
                     : vote.how == VoteHow::rank ? in_order(vote, before, lang)
                                                 : with_points(vote, back, lang);
  Html unseen;
  if (table.hidden) unseen = hidden("unseen", "1") + el("p", {{"class", "hint"}}, say(lang, "web.unseen_until"));
  return table_form(
      visit, to, "vote-form",
      unseen + whose + asked + el("div", {{"class", "row"}}, button(say(lang, "web.vote_do"), "do", "vote", "first")));
}

Vote vote_given(const Visit& visit) {
  Vote vote;
  for (const auto& id : visit.fields.all("choice"))
    if (!id.empty()) vote.choices.push_back(id);
  for (const auto& name : visit.fields.beginning(kPointsOn)) {
    const auto points = trimmed(visit.fields.get(name));
    if (!points.empty() && points != "0")
      vote.choices.push_back(name.substr(kPointsOn.size()) + "=" + std::string(points));
  }
  return vote;
}

}  // namespace casus::web
