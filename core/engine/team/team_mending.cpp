// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/team/team_mending.hpp"

#include "core/base/personal_data.hpp"
#include "core/engine/mending/field_refused.hpp"
#include "core/engine/mending/said.hpp"
#include "core/engine/refusing.hpp"
#include "core/engine/team/team.hpp"
#include "core/engine/team/team_erasing.hpp"
#include "core/engine/team/team_words.hpp"
#include "core/model/ref_words.hpp"
#include "core/text/label.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace casus::engine {

namespace {

using TeamDecided = Outcome<TeamEvents, Refusal>;

/// The team's history as it was put right.
struct RightTeam {
  explicit RightTeam(const TeamEvents& all) : history(all) {
    for (const auto& event : all) {
      if (const auto* corrected = std::get_if<LineCorrected>(&event.body)) {
        for (const auto& [field, to] : corrected->now) set_field(other(corrected->event).body, field, to);
      } else if (const auto* withdrawn = std::get_if<LineWithdrawn>(&event.body)) {
        taken_back.insert(withdrawn->events.begin(), withdrawn->events.end());
      } else if (const auto* restored = std::get_if<LineRestored>(&event.body)) {
        undo(*restored);
      } else if (const auto* gone = std::get_if<LineDestroyed>(&event.body)) {
        for (const auto number : gone->events) {
          destroyed.insert(number);
          take_out_words(other(number).body);
          if (!gone->earlier && can_go(at(number).body)) taken_back.insert(number);
        }
      }
    }
  }

  void undo(const LineRestored& restored) {
    const auto& body = history.at(static_cast<std::size_t>(restored.event - 1)).body;
    const auto* withdrawn = std::get_if<LineWithdrawn>(&body);
    if (withdrawn == nullptr) return;
    undone.insert(restored.event);
    for (const auto number : withdrawn->events) taken_back.erase(number);
  }

  /// The last withdrawal of a line that holds, by its id, the number of one of its events, or the name that it has.
  std::optional<std::int64_t> withdrawal_of(const std::string& wanted) const {
    for (auto number = static_cast<std::int64_t>(history.size()); number > 0; --number) {
      const auto* withdrawn = std::get_if<LineWithdrawn>(&history[static_cast<std::size_t>(number - 1)].body);
      if (withdrawn == nullptr || undone.contains(number)) continue;
      const auto is_it = [&](std::int64_t one) { return std::to_string(one) == wanted || called(one) == wanted; };
      if (ref_typed(withdrawn->line) == wanted || std::ranges::any_of(withdrawn->events, is_it)) return number;
    }
    return std::nullopt;
  }

  static bool can_go(const TeamEventBody& body) {
    return std::holds_alternative<LearningNoted>(body) || std::holds_alternative<SignalNoted>(body) ||
           std::holds_alternative<PaperLineWritten>(body) || std::holds_alternative<PaperLineStruck>(body) ||
           std::holds_alternative<FocusChosen>(body) || std::holds_alternative<ContributionAgreed>(body) ||
           std::holds_alternative<FocusFinished>(body) || is_called(body);
  }

  /// What was done stays, without the words that somebody wrote beside it.
  bool has_words_beside(std::int64_t number) const {
    const auto* words = words_beside(history.at(static_cast<std::size_t>(number - 1)).body);
    return words != nullptr && (!words->empty() || destroyed.contains(number));
  }

  /// An organisation or a phrase has no number of its own: it is called by its name, or by the number of an event.
  static bool is_called(const TeamEventBody& body) {
    return std::holds_alternative<PartnerAdded>(body) || std::holds_alternative<PartnerDropped>(body) ||
           std::holds_alternative<PhraseAdded>(body) || std::holds_alternative<PhraseRemoved>(body);
  }
  std::string called(std::int64_t number) const {
    const auto& body = at(number).body;
    if (!is_called(body)) return {};
    return folded(trimmed(field_of(body, main_field(body))));
  }

  TeamEvent& other(std::int64_t number) {
    return others.try_emplace(number, history.at(static_cast<std::size_t>(number - 1))).first->second;
  }
  const TeamEvent& at(std::int64_t number) const {
    const auto found = others.find(number);
    return found == others.end() ? history.at(static_cast<std::size_t>(number - 1)) : found->second;
  }

  const TeamEvents& history;
  std::map<std::int64_t, TeamEvent> others;
  std::set<std::int64_t> taken_back;
  std::set<std::int64_t> destroyed;
  std::set<std::int64_t> undone;  ///< withdrawals that no longer hold
};

/// Lines of the team stand apart from every case, and so do the reasons to change them (R15).
std::optional<Refusal> about_a_person(const std::string& text) {
  const auto found = personal_data(text);
  if (found.empty()) return std::nullopt;
  return no("PersonalData", "R15",
            msg("team.personal_data", "data"_is = text::label(found.front().kind), "found"_is = found.front().text),
            msg("team.personal_data_do"));
}

struct TeamMender {
  const TeamCommand& command;
  const TeamEvents& history;
  RightTeam right{history};

  TeamDecided one(TeamEventBody body) const { return TeamEvents{{command.at, std::move(body)}}; }

  /// The name that is destroyed wherever it stands, whether it was typed or the number of one of its events.
  std::string name_meant(const std::string& wanted) const {
    for (std::int64_t number = 1; number <= static_cast<std::int64_t>(history.size()); ++number)
      if (const auto name = right.called(number); !name.empty())
        if (name == wanted || std::to_string(number) == wanted) return name;
    return {};
  }

  /// As events about it call a line: by its plain id, however it was typed. Never by a name, which would say again what
  /// is destroyed.
  std::string line_of(const std::string& typed, std::int64_t first) const {
    return RightTeam::is_called(right.at(first).body) ? std::to_string(first) : ref_typed(typed);
  }

  /// Whether what puts something right is about one of these events. Older events call a line as it was typed, so what
  /// they name by number counts.
  bool is_about(const TeamEventBody& body, const std::vector<std::int64_t>& numbers) const {
    const auto is_one = [&](std::int64_t number) { return std::ranges::find(numbers, number) != numbers.end(); };
    if (const auto* change = std::get_if<LineCorrected>(&body)) return is_one(change->event);
    if (const auto* back = std::get_if<LineWithdrawn>(&body)) return std::ranges::any_of(back->events, is_one);
    const auto* again = std::get_if<LineRestored>(&body);
    return again != nullptr && is_about(right.at(again->event).body, numbers);
  }

  /// Numbers of the events about a line, in order; only those that can be put right. A number means that event alone.
  Outcome<std::vector<std::int64_t>, Refusal> meant(const std::string& typed, bool gone) const {
    const auto wanted = ref_typed(typed);
    const auto lines = lines_of(history);
    const auto named = gone ? name_meant(wanted) : std::string();
    std::vector<std::int64_t> numbers;
    bool was_there = false;
    for (const auto& [number, line] : lines) {
      const bool is_named = !named.empty() && right.called(number) == named;
      if (!is_named && line != wanted && std::to_string(number) != wanted) continue;
      if (!RightTeam::can_go(right.at(number).body) && !(gone && right.has_words_beside(number))) continue;
      was_there = true;
      if (gone || !right.taken_back.contains(number)) numbers.push_back(number);
    }
    if (!numbers.empty()) return numbers;
    if (was_there)
      return refuse("TakenBackAlready", "", msg("mending.taken_back_already", "ref"_is = typed),
                    msg("remedy.leave_it"));
    return refuse("NotFound", "", msg("mending.no_line", "line"_is = typed),
                  msg("mending.no_line_do", "list"_is = way("team list")));
  }

  TeamDecided operator()(const CorrectLine& c) const {
    const auto numbers = meant(c.line, false);
    if (!numbers) return failure(numbers.error());
    if (blank(c.because)) return reason_missing(msg("mending.why_correct"));
    auto body = right.at(numbers->front()).body;  // what it began with holds its words
    LineCorrected corrected{.line = line_of(c.line, numbers->front()), .event = numbers->front(), .because = c.because};
    std::vector<FieldNow> wanted;
    if (!blank(c.text)) wanted.push_back({std::string(main_field(body)), c.text});
    for (const auto& set : c.set) {
      const auto at = std::min(set.find('='), set.size());
      wanted.push_back({field_meant(body, std::string_view(set).substr(0, at)),
                        std::string(trimmed(std::string_view(set).substr(std::min(at + 1, set.size()))))});
    }
    if (auto refusal = about_a_person(c.because)) return failure(std::move(*refusal));
    for (auto& [field, to] : wanted) {
      if (auto refusal = about_a_person(to)) return failure(std::move(*refusal));
      const auto before = field_of(body, field);
      const auto came = set_field(body, field, to);
      if (auto refusal = field_refused(came, body, field, to)) return failure(std::move(*refusal));
      if (field_of(body, field) != before) corrected.now.push_back({field, to});
    }
    if (corrected.now.empty())
      return refuse("NothingChanges", "", msg("mending.nothing_changes"), msg("mending.nothing_changes_do"));
    if (field_of(body, main_field(body)).empty()) return empty_text(msg("mending.needs_text"));
    return one(std::move(corrected));
  }

  TeamDecided operator()(const WithdrawLine& c) const {
    const auto numbers = meant(c.line, false);
    if (!numbers) return failure(numbers.error());
    if (blank(c.because)) return reason_missing(msg("mending.why_withdraw"));
    if (auto refusal = about_a_person(c.because)) return failure(std::move(*refusal));
    return one(LineWithdrawn{line_of(c.line, numbers->front()), *numbers, c.because});
  }

  TeamDecided operator()(const RestoreLine& c) const {
    const auto withdrawal = right.withdrawal_of(ref_typed(c.line));
    if (!withdrawal)
      return refuse("NotTakenBack", "", msg("mending.line_not_taken_back", "line"_is = c.line),
                    msg("mending.line_not_taken_back_do", "history"_is = way("team history")));
    const auto& withdrawn = std::get<LineWithdrawn>(right.at(*withdrawal).body);
    for (const auto number : withdrawn.events) {
      if (right.destroyed.contains(number))
        return refuse("DestroyedAlready", "", msg("mending.destroyed_already", "ref"_is = c.line),
                      msg("mending.destroyed_again_do"));
      if (const auto* added = std::get_if<PhraseAdded>(&right.at(number).body))
        if (auto refusal = listened_for_since(*added)) return failure(std::move(*refusal));
    }
    if (blank(c.because)) return reason_missing(msg("mending.why_restore"));
    if (auto refusal = about_a_person(c.because)) return failure(std::move(*refusal));
    return one(LineRestored{line_of(withdrawn.line, withdrawn.events.front()), *withdrawal, c.because});
  }

  /// It would stand there twice.
  std::optional<Refusal> listened_for_since(const PhraseAdded& added) const {
    const auto team = fold(history);
    const auto own = team.phrases.find(added.list);
    if (own == team.phrases.end() || std::ranges::find(own->second, added.phrase) == own->second.end())
      return std::nullopt;
    return no("PhraseThere", "", msg("team.phrase_there", "phrase"_is = added.phrase, "list"_is = added.list),
              msg("remedy.leave_it"));
  }

  /// A team cannot do without a name: whether this is the last that it was given.
  bool is_its_name(std::int64_t number) const {
    const auto names_it = [&](std::int64_t one) {
      const auto& body = right.at(one).body;
      const bool named = std::holds_alternative<TeamFounded>(body) || std::holds_alternative<TeamRenamed>(body);
      return named && !words_beside(body)->empty();
    };
    if (!names_it(number)) return false;
    while (++number <= static_cast<std::int64_t>(history.size()))
      if (names_it(number)) return false;
    return true;
  }

  TeamDecided operator()(const DestroyLine& c) const {
    auto numbers = meant(c.line, true);
    if (!numbers) return failure(numbers.error());
    const auto first = numbers->front();
    if (is_its_name(first))
      return refuse("OtherWordsFirst", "", msg("mending.team_needs_name"),
                    msg("mending.other_words_first_do", "correct"_is = way("team name", "name"_is = gap("gap.name")),
                        "destroy"_is = way("team destroy", "line"_is = c.line, "ground"_is = key(c.ground))));
    const auto line = line_of(c.line, first);
    if (c.earlier) numbers->resize(1);
    const auto lines = *numbers;
    bool corrected = false;
    for (std::int64_t number = 1; number <= static_cast<std::int64_t>(history.size()); ++number) {
      const auto& body = right.at(number).body;
      if (!is_about(body, lines)) continue;
      corrected = corrected || std::holds_alternative<LineCorrected>(body);
      numbers->push_back(number);
    }
    if (c.earlier && !corrected)
      return refuse(
          "OtherWordsFirst", "", msg("mending.nothing_earlier", "ref"_is = c.line),
          msg("mending.nothing_earlier_do",
              "destroy"_is = way("team destroy", "line"_is = c.line, "ground"_is = key(c.ground)),
              "correct"_is = way("team correct", "line"_is = c.line, "text"_is = gap(), "because"_is = gap())));
    // What lost only its earlier words can still go as a whole.
    std::erase_if(*numbers, [&](std::int64_t number) {
      const bool goes = !c.earlier && RightTeam::can_go(right.at(number).body) && !right.taken_back.contains(number);
      return right.destroyed.contains(number) && !goes;
    });
    if (numbers->empty())
      return refuse("DestroyedAlready", "", msg("mending.destroyed_already", "ref"_is = c.line),
                    msg("remedy.leave_it"));
    LineDestroyed gone{.line = line, .ground = c.ground, .earlier = c.earlier, .events = *numbers};
    TeamEvents events{{command.at, std::move(gone)}};
    if (c.earlier) events.push_back({command.at, LineCorrected{line, first, texts_of(right.at(first).body), {}, true}});
    return events;
  }

  TeamDecided operator()(const EraseMember& c) const { return decide_erasing(command, c, fold(history)); }

  template <class Other>
  TeamDecided operator()(const Other&) const {
    return TeamEvents{};
  }
};

}  // namespace

std::map<std::int64_t, std::string> lines_of(const TeamEvents& history) {
  std::map<std::int64_t, std::string> lines;
  int learned = 0, signalled = 0;
  std::int64_t number = 0;
  for (const auto& event : history) {
    auto& line = lines[++number];
    if (std::holds_alternative<LearningNoted>(event.body)) line = "l" + std::to_string(++learned);
    else if (std::holds_alternative<SignalNoted>(event.body)) line = "s" + std::to_string(++signalled);
    else if (const auto* written = std::get_if<PaperLineWritten>(&event.body)) line = written->id;
    else if (const auto* struck = std::get_if<PaperLineStruck>(&event.body)) line = struck->line;
    else if (const auto* chosen = std::get_if<FocusChosen>(&event.body)) line = chosen->id;
    else if (const auto* agreed = std::get_if<ContributionAgreed>(&event.body)) line = agreed->focus;
    else if (const auto* finished = std::get_if<FocusFinished>(&event.body)) line = finished->focus;
    else line = std::to_string(number);
  }
  return lines;
}

std::set<std::int64_t> destroyed_in(const TeamEvents& history) { return RightTeam(history).destroyed; }

bool asks_history(const TeamBody& body) {
  return std::holds_alternative<CorrectLine>(body) || std::holds_alternative<WithdrawLine>(body) ||
         std::holds_alternative<RestoreLine>(body) || std::holds_alternative<DestroyLine>(body) ||
         std::holds_alternative<EraseMember>(body);
}

Outcome<TeamEvents, Refusal> decide_mending(const TeamCommand& command, const TeamEvents& history) {
  if (auto refusal = unreadable(command)) return failure(std::move(*refusal));
  auto decided = std::visit(TeamMender{command, history}, command.body);
  if (decided) say_who_did_it(command, *decided);
  return decided;
}

Team fold(const TeamEvents& history) {
  Team team;
  const RightTeam right(history);
  for (std::int64_t number = 1; number <= static_cast<std::int64_t>(history.size()); ++number) {
    if (right.taken_back.contains(number)) leave_out(team, right.at(number));
    else evolve(team, right.at(number));
  }
  return team;
}

}  // namespace casus::engine
