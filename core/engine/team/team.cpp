// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/team/team.hpp"

#include "core/base/personal_data.hpp"
#include "core/base/text.hpp"
#include "core/engine/decide/deciding.hpp"
#include "core/engine/decide/unknown_definition.hpp"
#include "core/engine/mending/mending_meant.hpp"
#include "core/engine/remarks/implausible.hpp"
#include "core/engine/remarks/readable.hpp"
#include "core/engine/team/team_people.hpp"
#include "core/method/phrases.hpp"
#include "core/model/access.hpp"
#include "core/model/person_name.hpp"
#include "core/model/redaction.hpp"
#include "core/model/ref_words.hpp"
#include "core/text/day_words.hpp"
#include "core/text/label.hpp"

#include <algorithm>
#include <set>

namespace casus::engine {

namespace {

using TeamDecision = Outcome<std::vector<TeamEvent>, Refusal>;

tl::unexpected<Refusal> no_team() {
  return refuse("NoTeam", "", msg("team.no_team"),
                msg("team.no_team_do", "init"_is = way("team init", "name"_is = gap("team.example_wijkteam_noord"))));
}

Refusal no_such(Message what, std::string_view id, text::Way where) {
  return no("NotFound", "", msg("team.not_found", "what"_is = std::move(what), "id"_is = id),
            msg("team.not_found_do", "where"_is = std::move(where)));
}

/// R15: what lies with the team may not lead back to anybody.
std::optional<Refusal> leads_back(std::string_view text, const std::vector<std::string>& names) {
  auto found = personal_data(text, names);
  if (found.empty())
    if (auto name = titled_name(text); !name.empty()) found.push_back({PersonalData::Kind::name, std::move(name)});
  if (found.empty()) return std::nullopt;
  return no("PersonalData", "R15",
            msg("team.personal_data", "data"_is = text::label(found.front().kind), "found"_is = found.front().text),
            msg("team.personal_data_do"));
}

/// Of a team that was closed: that it works again, and that somebody leaves it, which nobody is kept from.
bool goes_on_when_closed(const TeamBody& body) {
  return std::holds_alternative<ReopenTeam>(body) || std::holds_alternative<LeaveTeam>(body);
}

/// A sentence is no phrase: it would be found in one text only.
constexpr std::size_t kLongestPhrase = 80;

/// The phrase in the form that lists are written in, or why it is none.
Outcome<std::string, Refusal> phrase_of(const std::string& text) {
  auto form = method::normal_phrase(text);
  if (form.empty() || form.size() > kLongestPhrase)
    return refuse("NoPhrase", "", msg("team.no_phrase", "value"_is = text), msg("team.no_phrase_do"));
  return form;
}

tl::unexpected<Refusal> no_list(const std::string& name, const std::vector<std::string_view>& known) {
  const auto near = nearest(name, known);
  return refuse("NoSuchList", "", msg("team.no_such_list", "name"_is = name),
                near.empty() ? msg("team.no_such_list_do", "phrases"_is = way("team phrases"))
                             : msg("team.no_such_list_do_2", "phrases"_is = way("team phrases"), "near"_is = near));
}

struct TeamDecider {
  const Team& team;
  const TeamCommand& command;
  const std::vector<std::string>& names;
  const Library& library;

  /// The member whom a name means, or why there is none to be found.
  Outcome<const Member*, Refusal> member(const std::string& name) const {
    if (team.name.empty()) return no_team();
    if (blank(name)) return empty_text(msg("team.needs_name_team_member"));
    return member_meant(team, name);
  }

  TeamDecision one(auto event) const { return std::vector<TeamEvent>{{command.at, TeamEventBody(std::move(event))}}; }

  /// Each new case would be refused with what this machine does not have; empty names nothing.
  std::optional<Refusal> not_here(const std::string& method, const std::string& workflow) const {
    if (!method.empty() && library.method(method) == nullptr) return unknown_method(library, method).value();
    if (!workflow.empty() && library.workflow(workflow) == nullptr) return unknown_workflow(library, workflow).value();
    return std::nullopt;
  }

  TeamDecision operator()(const FoundTeam& c) const {
    if (!team.name.empty())
      return refuse("TeamExists", "", msg("team.team_exists", "team"_is = team.name),
                    msg("team.team_exists_do", "set"_is = way("team set")));
    if (blank(c.name)) return empty_text(msg("team.needs_name_team"));
    if (auto refusal = minutes_off(c.minutes)) return failure(std::move(*refusal));
    // What a team begins with when it names nothing may come to this machine later.
    if (auto refusal = not_here(c.method, c.workflow == FoundTeam{}.workflow ? std::string() : c.workflow))
      return failure(std::move(*refusal));
    return one(TeamFounded{c});
  }
  TeamDecision operator()(const AddMember& c) const {
    if (team.name.empty()) return no_team();
    if (name_key(c.name).empty()) return empty_text(msg("team.needs_name_team_member"));
    auto added = member_added(team, c);
    if (!added) return failure(std::move(added.error()));
    return one(std::move(*added));
  }
  TeamDecision operator()(const RenameMember& c) const {
    if (const auto found = member(c.name); !found) return failure(found.error());
    auto renamed = member_renamed(team, c);
    if (!renamed) return failure(std::move(renamed.error()));
    return one(std::move(*renamed));
  }
  TeamDecision operator()(const LeaveTeam& c) const {
    const auto found = member(c.name);
    if (!found) return failure(found.error());
    return one(MemberLeft{{(*found)->name}});
  }
  TeamDecision operator()(const SetTeam& c) const {
    if (team.name.empty()) return no_team();
    if (c.minutes)
      if (auto refusal = minutes_off(*c.minutes)) return failure(std::move(*refusal));
    if (!c.minutes && !c.mode && !c.workflow && !c.method && !c.phone)
      return empty_text(msg("team.needs_what_change_minutes_mode_workflow"));
    if (auto refusal = not_here(c.method.value_or(""), c.workflow.value_or(""))) return failure(std::move(*refusal));
    return one(TeamSet{c});
  }
  TeamDecision operator()(const RenameTeam& c) const {
    if (team.name.empty()) return no_team();
    if (name_key(c.name).empty()) return empty_text(msg("team.needs_name_team"));
    return one(TeamRenamed{{kept_name(c.name)}});
  }
  TeamDecision operator()(const CloseTeam& c) const {
    if (team.name.empty()) return no_team();
    if (blank(c.because)) return reason_missing(msg("team.why_close"));
    if (auto refusal = leads_back(c.because, names)) return failure(std::move(*refusal));
    return one(TeamClosed{{c.because}});
  }
  TeamDecision operator()(const ReopenTeam& c) const {
    if (team.name.empty()) return no_team();
    if (!team.closed_at)
      return refuse("TeamNotClosed", "", msg("team.not_closed", "team"_is = team.name), msg("team.not_closed_do"));
    if (blank(c.because)) return reason_missing(msg("team.why_reopen"));
    if (auto refusal = leads_back(c.because, names)) return failure(std::move(*refusal));
    return one(TeamReopened{{c.because}});
  }
  TeamDecision operator()(const SetAbsence& c) const {
    const auto found = member(c.name);
    if (!found) return failure(found.error());
    const auto* member = *found;
    if (c.to && *c.to < c.from)
      return refuse(
          "EndsBeforeItBegins", "",
          msg("team.ends_before_it_begins", "to"_is = text::day_message(*c.to), "from"_is = text::day_message(c.from)),
          msg("team.ends_before_it_begins_do"));
    return one(AbsenceSet{{member->name, c.from, c.to}});
  }
  TeamDecision operator()(const EndAbsence& c) const {
    const auto found = member(c.name);
    if (!found) return failure(found.error());
    const auto* member = *found;
    const auto reaches = [&](const Absence& it) { return it.name == member->name && (!it.to || *it.to >= c.from); };
    if (std::ranges::none_of(team.absences, reaches))
      return refuse("NotAway", "",
                    msg("team.not_away", "member"_is = member->name, "from"_is = text::day_message(c.from)),
                    msg("remedy.leave_it"));
    return one(AbsenceEnded{{member->name, c.from}});
  }
  TeamDecision operator()(const NoteLearning& c) const {
    if (blank(c.text)) return empty_text(msg("team.needs_what_learned"), "R15");
    if (auto refusal = leads_back(c.text, names)) return failure(std::move(*refusal));
    if (auto refusal = leads_back(c.theme, names)) return failure(std::move(*refusal));
    return one(LearningNoted{c});
  }
  TeamDecision operator()(const NoteSignal& c) const {
    if (blank(c.text)) return empty_text(msg("team.needs_signal"), "R15");
    if (blank(c.theme)) return empty_text(msg("team.needs_theme_signal"), "R15");
    if (auto refusal = leads_back(c.text, names)) return failure(std::move(*refusal));
    for (const auto* text : {&c.theme, &c.neighbourhood, &c.form.since, &c.form.seen_by, &c.form.agenda})
      if (auto refusal = leads_back(*text, names)) return failure(std::move(*refusal));
    return one(SignalNoted{c});
  }
  TeamDecision operator()(const WritePaperLine& c) const {
    if (team.name.empty()) return no_team();
    if (blank(c.text)) return empty_text(msg("team.needs_line_paper"));
    if (auto refusal = leads_back(c.text, names)) return failure(std::move(*refusal));
    const auto letters =
        std::ranges::count_if(c.text, [](char b) { return (static_cast<unsigned char>(b) & 0xC0U) != 0x80U; });
    if (static_cast<std::size_t>(letters) > kLongestPaperLine)
      return refuse("LineTooLong", "",
                    msg("team.line_too_long", "letters"_is = letters, "longest_paper_line"_is = kLongestPaperLine),
                    msg("team.line_too_long_do"));
    return one(PaperLineWritten{next_id('n', static_cast<std::size_t>(team.papered)), c.layer, c.text});
  }
  TeamDecision operator()(const StrikePaperLine& c) const {
    const auto found = std::ranges::find(team.paper, ref_typed(c.line), &PaperLine::id);
    if (found == team.paper.end() || found->struck)
      return failure(no_such(msg("team.thing_line_paper"), c.line, way("team paper")));
    return one(PaperLineStruck{{found->id}});
  }
  TeamDecision operator()(const ChooseFocus& c) const {
    if (team.name.empty()) return no_team();
    if (blank(c.text)) return empty_text(msg("team.needs_focus_point"));
    for (const auto* text : {&c.text, &c.theme, &c.because})
      if (auto refusal = leads_back(*text, names)) return failure(std::move(*refusal));
    for (const auto& text : c.together)
      if (auto refusal = leads_back(text, names)) return failure(std::move(*refusal));
    return one(
        FocusChosen{next_id('f', static_cast<std::size_t>(team.focused)), c.text, c.theme, c.because, c.together});
  }
  TeamDecision operator()(const AgreeContribution& c) const {
    if (!has_focus(c.focus)) return failure(no_such(msg("team.thing_focus_point"), c.focus, way("area review")));
    if (blank(c.who)) return empty_text(msg("team.needs_does"));
    if (blank(c.what)) return empty_text(msg("team.needs_what_do"));
    for (const auto* text : {&c.who, &c.what})
      if (auto refusal = leads_back(*text, names)) return failure(std::move(*refusal));
    if (c.by_when && *c.by_when < date_of(command.at))
      return refuse("DayIsPast", "", msg("learn.day_is_past", "on"_is = text::day_message(*c.by_when)),
                    msg("learn.day_is_past_do"));
    ContributionAgreed agreed{c};
    agreed.focus = ref_typed(c.focus);
    return one(std::move(agreed));
  }
  TeamDecision operator()(const FinishFocus& c) const {
    if (!has_focus(c.focus)) return failure(no_such(msg("team.thing_focus_point"), c.focus, way("area review")));
    if (blank(c.outcome)) return empty_text(msg("team.needs_what_came_focus_point"));
    if (auto refusal = leads_back(c.outcome, names)) return failure(std::move(*refusal));
    FocusFinished finished{c};
    finished.focus = ref_typed(c.focus);
    return one(std::move(finished));
  }

  bool has_focus(std::string_view typed) const {
    return std::ranges::find(team.focuses, ref_typed(typed), [](const Focus& focus) {
             return std::string_view(focus.chosen.id);
           }) != team.focuses.end();
  }
  TeamDecision operator()(const AddPhrase& c) const;
  TeamDecision operator()(const RemovePhrase& c) const;

  /// Decided on the history: decide_mending.
  TeamDecision operator()(const CorrectLine&) const { return needs_history(); }
  TeamDecision operator()(const WithdrawLine&) const { return needs_history(); }
  TeamDecision operator()(const RestoreLine&) const { return needs_history(); }
  TeamDecision operator()(const DestroyLine&) const { return needs_history(); }
  TeamDecision operator()(const EraseMember&) const { return needs_history(); }

  bool listed(const std::string& list, const std::string& phrase) const;
  TeamDecision operator()(const AddPartner& c) const {
    if (team.name.empty()) return no_team();
    if (blank(c.name)) return empty_text(msg("team.needs_name_organisation"));
    PartnerAdded added{c};
    added.name = std::string(trimmed(c.name));
    if (const auto* known = team.partner(added.name); known != nullptr) {
      added.name = known->name;
      if (blank(added.purpose)) added.purpose = known->purpose;
    }
    return one(std::move(added));
  }
  TeamDecision operator()(const DropPartner& c) const {
    if (team.name.empty()) return no_team();
    if (const auto* known = team.partner(c.name); known != nullptr)
      return one(PartnerDropped{DropPartner{known->name}});
    std::vector<std::string_view> names_known;
    for (const auto& partner : team.partners) names_known.push_back(partner.name);
    const auto near = nearest(c.name, names_known);
    return refuse("NoPartner", "", msg("team.no_partner", "name"_is = c.name, "near"_is = did_you_mean(near)),
                  msg("team.no_partner_do", "list"_is = way("team partner list")));
  }
};

TeamDecision TeamDecider::operator()(const AddPhrase& c) const {
  if (team.name.empty()) return no_team();
  const auto lists = phrase_lists(library);
  if (std::ranges::find(lists, c.list) == lists.end()) return no_list(c.list, {lists.begin(), lists.end()});
  auto phrase = phrase_of(c.phrase);
  if (!phrase) return failure(std::move(phrase.error()));
  if (auto refusal = leads_back(*phrase, names)) return failure(std::move(*refusal));
  if (listed(c.list, *phrase))
    return refuse("PhraseThere", "", msg("team.phrase_there", "phrase"_is = *phrase, "list"_is = c.list),
                  msg("remedy.leave_it"));
  return one(PhraseAdded{{c.list, std::move(*phrase)}});
}

TeamDecision TeamDecider::operator()(const RemovePhrase& c) const {
  if (team.name.empty()) return no_team();
  const auto own = team.phrases.find(c.list);
  const auto phrase = method::normal_phrase(c.phrase);
  if (own == team.phrases.end() || std::ranges::find(own->second, phrase) == own->second.end())
    return refuse("NoPhrase", "", msg("team.no_phrase_2", "phrase"_is = c.phrase, "list"_is = c.list),
                  msg("team.no_phrase_do_2", "list"_is = way("team list")));
  return one(PhraseRemoved{{c.list, phrase}});
}

bool TeamDecider::listed(const std::string& list, const std::string& phrase) const {
  const auto in = [&](const std::vector<std::string>& known) {
    return std::ranges::find(known, phrase) != known.end();
  };
  if (const auto own = team.phrases.find(list); own != team.phrases.end() && in(own->second)) return true;
  const auto holds = [&](const method::PhraseList& it) { return in(it.nl) || in(it.en); };
  for (const auto& core : method::core_phrases())
    if (core.id == list && holds(core)) return true;
  for (const auto id : library.method_ids())
    if (const auto* method = library.method(id))
      for (const auto& own : method->phrases)
        if (method::phrase_list_name(id, own.id) == list && holds(own)) return true;
  return false;
}

}  // namespace

std::optional<Refusal> closed_team(const Team& team) {
  if (!team.closed_at) return std::nullopt;
  return no("TeamIsClosed", "",
            msg("team.is_closed", "team"_is = team.name, "on"_is = text::day_message(date_of(*team.closed_at))),
            msg("team.is_closed_do", "reopen"_is = way("team reopen", "because"_is = gap())));
}

std::optional<Refusal> unreadable(const TeamCommand& command) {
  ReadableTexts texts;
  texts.look("by", command.by);
  if (command.seat) texts.look("seat", command.seat->name);
  std::visit([&](const auto& body) { texts.look_through(body); }, command.body);
  return std::move(texts).refusal();
}

void say_who_did_it(const TeamCommand& command, std::vector<TeamEvent>& decided) {
  for (auto& event : decided) {
    if (std::holds_alternative<LearningNoted>(event.body) || std::holds_alternative<SignalNoted>(event.body)) continue;
    event.by = command.by;
    const auto& seat = command.seat;
    if (seat && (!same_name(seat->name, command.by) || comes_from_afar(seat->sureness))) event.seat = seat;
  }
}

TeamDecision decide(const Team& team, const TeamCommand& command, const std::vector<std::string>& names,
                    const Library& library) {
  if (auto refusal = unreadable(command)) return failure(std::move(*refusal));
  const auto off = std::visit([&](const auto& body) { return implausible(body, date_of(command.at)); }, command.body);
  if (off) return failure(*off);
  if (!goes_on_when_closed(command.body))
    if (auto refusal = closed_team(team)) return failure(std::move(*refusal));
  auto decided = std::visit(TeamDecider{team, command, names, library}, command.body);
  if (decided) say_who_did_it(command, *decided);
  return decided;
}

std::vector<std::string> phrase_lists(const Library& library) {
  std::set<std::string> names;
  for (const auto& core : method::core_phrases()) names.insert(core.id);
  for (const auto id : library.method_ids())
    if (const auto* method = library.method(id))
      for (const auto& own : method->phrases) names.insert(method::phrase_list_name(id, own.id));
  return {names.begin(), names.end()};
}

}  // namespace casus::engine
