// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/remarks/twice.hpp"

#include "core/base/text.hpp"
#include "core/engine/mending/put_right.hpp"
#include "core/model/person_name.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>

namespace casus::engine {

namespace {

constexpr std::chrono::minutes kAtOnce{1};

/// Without what is typed behind it or between one time and left out the next: "Post  openen." is "post openen".
std::string plain(std::string_view text) {
  auto words = trimmed(text);
  while (!words.empty() && std::string_view(" .,;!").find(words.back()) != std::string_view::npos)
    words.remove_suffix(1);
  auto said = folded(words);
  std::ranges::replace_if(
      said, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  const auto doubled = std::ranges::unique(said, [](char a, char b) { return a == ' ' && b == ' '; });
  said.erase(doubled.begin(), doubled.end());
  return said;
}

template <class Record, class Id, class Same>
std::string twice(const std::vector<Record>& records, Id id_of, std::string_view id, Same same) {
  const auto now = std::ranges::find(records, id, [&](const Record& one) { return std::string_view(id_of(one)); });
  if (now == records.end()) return {};
  const auto is_it = [&](const Record& one) {
    return &one != &*now && now->at >= one.at && now->at - one.at < kAtOnce && same(one, *now);
  };
  return std::any_of(records.begin(), now, is_it) ? std::string(id) : std::string();
}

/// Whether the last but one event of which `says` knows whether it says the same, does so. The last is the event
/// itself.
bool repeats_last(const Events& events, auto says) {
  bool itself = true;
  for (auto it = events.rbegin(); it != events.rend(); ++it) {
    const std::optional<bool> same = says(it->body);
    if (!same) continue;
    if (!itself) return *same;
    itself = false;
  }
  return false;
}

/// The same of what is said of somebody in the network: who left it and comes again, stands there anew.
template <class Body, class Same>
bool repeats_of_person(const Events& events, const Body& now, Same same) {
  return repeats_last(events, [&](const EventBody& body) -> std::optional<bool> {
    if (const auto* left = std::get_if<NetworkLeft>(&body); left != nullptr && left->person == now.person) return false;
    const auto* one = std::get_if<Body>(&body);
    if (one == nullptr || one->person != now.person) return std::nullopt;
    return plain(one->relation) == plain(now.relation) && same(*one);
  });
}

/// A place on the agenda that was asked for less than a minute before; a later one may come after a meeting.
bool asks_again(const Events& events, const Event& event) {
  const auto asks = [](const Event& one) {
    const auto* place = std::get_if<PlaceAsked>(&one.body);
    return place != nullptr && !place->no_longer;
  };
  if (!asks(event)) return false;
  const auto is_place = [](const Event& one) { return std::holds_alternative<PlaceAsked>(one.body); };
  const auto itself = std::find_if(events.rbegin(), events.rend(), is_place);
  if (itself == events.rend()) return false;
  const auto before = std::find_if(std::next(itself), events.rend(), is_place);
  return before != events.rend() && asks(*before) && event.at >= before->at && event.at - before->at < kAtOnce;
}

}  // namespace

bool same_words(std::string_view one, std::string_view other) {
  const auto words = plain(one);
  return !words.empty() && words == plain(other);
}

bool can_be_twice(const Event& event) {
  return std::holds_alternative<CaseOpened>(event.body) || std::holds_alternative<ActionAdded>(event.body) ||
         std::holds_alternative<GoalSet>(event.body) || std::holds_alternative<Contributed>(event.body) ||
         std::holds_alternative<Recorded>(event.body) || std::holds_alternative<Scored>(event.body) ||
         std::holds_alternative<RightAsked>(event.body) || std::holds_alternative<ResidentTold>(event.body) ||
         is_said_anew(event);
}

bool is_said_anew(const Event& event) {
  return std::holds_alternative<QuestionAsked>(event.body) || std::holds_alternative<PlaceAsked>(event.body) ||
         std::holds_alternative<ReviewSet>(event.body) || std::holds_alternative<NetworkPersonAdded>(event.body) ||
         std::holds_alternative<NamedForNetwork>(event.body);
}

bool said_already(const Events& history, const Event& event) {
  const auto events = as_it_reads(history);
  if (const auto* now = std::get_if<QuestionAsked>(&event.body))
    return repeats_last(events, [&](const EventBody& body) -> std::optional<bool> {
      const auto* one = std::get_if<QuestionAsked>(&body);
      if (one == nullptr) return std::nullopt;
      return same_words(one->text, now->text) && plain(one->hoped_for) == plain(now->hoped_for);
    });
  if (std::holds_alternative<PlaceAsked>(event.body)) return asks_again(events, event);
  if (const auto* now = std::get_if<ReviewSet>(&event.body))
    return repeats_last(events, [&](const EventBody& body) -> std::optional<bool> {
      const auto* one = std::get_if<ReviewSet>(&body);
      return one == nullptr ? std::nullopt : std::optional(one->on == now->on);
    });
  if (const auto* now = std::get_if<NetworkPersonAdded>(&event.body))
    return repeats_of_person(events, *now, [&](const NetworkPersonAdded& one) {
      return one.shell == now->shell && one.quadrant == now->quadrant && one.professional == now->professional;
    });
  const auto* now = std::get_if<NamedForNetwork>(&event.body);
  return now != nullptr && repeats_of_person(events, *now, [](const NamedForNetwork&) { return true; });
}

std::string recorded_twice(const Case& after, const Event& event) {
  if (const auto* added = std::get_if<ActionAdded>(&event.body))
    return twice(
        after.actions, [](const Action& one) -> const auto& { return one.plan.id; }, added->id,
        [](const Action& one, const Action& other) {
          return same_words(one.plan.what, other.plan.what) && one.plan.who == other.plan.who &&
                 one.plan.by_when == other.plan.by_when;
        });
  if (const auto* set = std::get_if<GoalSet>(&event.body))
    return twice(
        after.goals, [](const Goal& one) -> const auto& { return one.set.id; }, set->id,
        [](const Goal& one, const Goal& other) { return same_words(one.set.text, other.set.text); });
  if (const auto* said = std::get_if<Contributed>(&event.body))
    return twice(
        after.contributions, [](const Contribution& one) -> const auto& { return one.id; }, said->id,
        [](const Contribution& one, const Contribution& other) {
          // What was written unseen and is told now stands there once: the telling names it.
          const bool tells = other.re == one.id;
          return !tells && one.by == other.by && one.kind == other.kind && same_words(one.text, other.text);
        });
  if (const auto* said = std::get_if<Recorded>(&event.body))
    return twice(
        after.contributions, [](const Contribution& one) -> const auto& { return one.id; }, said->id,
        [](const Contribution& one, const Contribution& other) {
          return other.re != one.id && one.by == other.by && one.kind == other.kind && one.values == other.values;
        });
  if (const auto* scored = std::get_if<Scored>(&event.body))
    return twice(
        after.scores, [](const Score& one) -> const auto& { return one.given.id; }, scored->id,
        [](const Score& one, const Score& other) {
          return one.by == other.by && one.given.scale == other.given.scale && one.given.domain == other.given.domain &&
                 one.given.value == other.given.value && same_words(one.given.evidence, other.given.evidence);
        });
  if (const auto* right = std::get_if<RightAsked>(&event.body))
    return twice(
        after.requests, [](const RightRequest& one) -> const auto& { return one.asked.id; }, right->id,
        [](const RightRequest& one, const RightRequest& other) {
          return one.asked.right == other.asked.right && one.asked.on == other.asked.on &&
                 plain(one.asked.text) == plain(other.asked.text) &&
                 same_name(one.asked.asked_by, other.asked.asked_by);
        });
  // What the resident was told has no id of its own: the line of the history stands for it, which is the last.
  if (std::holds_alternative<ResidentTold>(event.body) && !after.told.empty()) {
    const auto& now = after.told.back();
    const auto is_it = [&](const Told& one) {
      return &one != &now && now.at >= one.at && now.at - one.at < kAtOnce && one.told.who == now.told.who &&
             one.told.on == now.told.on && same_words(one.told.what, now.told.what);
    };
    if (std::ranges::any_of(after.told, is_it)) return std::to_string(now.event);
  }
  return {};
}

std::string action_there_already(const Case& after, const Event& event) {
  const auto* added = std::get_if<ActionAdded>(&event.body);
  if (added == nullptr) return {};
  const auto is_it = [&](const Action& one) {
    return one.plan.id != added->id && one.state == Done::open && same_words(one.plan.what, added->what);
  };
  const auto found = std::ranges::find_if(after.actions, is_it);
  return found == after.actions.end() ? std::string() : found->plan.id;
}

bool opened_twice(const Case& one, const Case& other) {
  const auto apart =
      one.opened_at > other.opened_at ? one.opened_at - other.opened_at : other.opened_at - one.opened_at;
  return one.id != other.id && apart < kAtOnce && same_words(one.title, other.title);
}

}  // namespace casus::engine
