// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/remarks/line_remarks.hpp"

#include "core/base/personal_data.hpp"
#include "core/base/text.hpp"
#include "core/engine/access/no_name.hpp"
#include "core/engine/decide/deciding.hpp"
#include "core/engine/remarks/likely_names.hpp"
#include "core/engine/remarks/twice.hpp"
#include "core/engine/remarks/typed_texts.hpp"
#include "core/engine/remarks/word_lists.hpp"
#include "core/model/person_name.hpp"

#include <algorithm>

namespace casus::engine {

namespace {

/// Who is in the team, and with whom it works, stands there anyway.
std::vector<std::string_view> known_names(const Team& team) {
  std::vector<std::string_view> names;
  for (const auto& member : team.members) names.push_back(member.name);
  for (const auto& partner : team.partners) names.push_back(partner.name);
  for (const auto& signal : team.signals) names.push_back(signal.neighbourhood);
  return names;
}

void look(const LikelyNames& finder, std::string_view text, std::vector<Remark>& out) {
  if (const auto name = finder.name(text); !name.empty())
    out.push_back({"R15", msg("remark.name_apart", "found"_is = name)});
  if (const auto address = finder.address(text); !address.empty())
    out.push_back({"R15", msg("remark.address_apart", "found"_is = address)});
}

std::vector<Remark> names_said(const LikelyNames& finder,
                               const std::vector<std::pair<std::string_view, std::string_view>>& texts) {
  std::vector<Remark> out;
  for (const auto& [key, text] : texts) {
    // The name of an organisation, and what it is for, is asked for by these.
    if (key == "name" || key == "purpose" || key == "profession") continue;
    look(finder, text, out);
  }
  return out;
}

/// What comes in the place of words on an agenda; and what waits there for a case. Where that tells of danger, who it
/// is about may have to be said.
bool is_words_at_meeting(std::string_view key, const MeetingCommand& command) {
  const auto* waits = std::get_if<SetLineAside>(&command.body);
  return key == "text" && (std::holds_alternative<RewordItem>(command.body) || (waits != nullptr && !waits->danger));
}

/// What the team is called from now on; nothing where it keeps its name.
const std::string* team_name_in(const TeamCommand& command) {
  if (const auto* founds = std::get_if<FoundTeam>(&command.body)) return &founds->name;
  if (const auto* renames = std::get_if<RenameTeam>(&command.body)) return &renames->name;
  return nullptr;
}

/// A team may be called after a square that was called after somebody: a last name alone is no person here.
void look_at_team_name(const LikelyNames& finder, const std::string& name, std::vector<Remark>& out) {
  std::vector<Remark> found;
  look(finder, name, found);
  const auto called = finder.name(name);
  const auto words = words_of(called);
  const bool is_person = std::ranges::any_of(words, [](const Word& word) {
    return word.initial || is_title(word.lower) || word_lists().is_first_name(word.lower);
  });
  for (auto& remark : found)
    if (remark.message.id() != "remark.name_apart" || (is_person && words.size() > 1)) out.push_back(std::move(remark));
}

/// A second Enter: the id of the same line of this day; empty for none.
std::string noted_today(const std::vector<TeamLine>& lines, std::string_view text, Date today) {
  const auto found =
      std::ranges::find_if(lines, [&](const TeamLine& one) { return one.on == today && same_words(one.text, text); });
  return found == lines.end() ? std::string() : found->id;
}

/// The same line that stands with the team already, and the id that this one gets beside it.
struct LineThere {
  std::string there;
  std::string fresh;
};

LineThere there_already(const Team& before, const TeamCommand& command) {
  const auto id = [](char letter, int count) { return next_id(letter, static_cast<std::size_t>(count)); };
  if (const auto* learning = std::get_if<NoteLearning>(&command.body))
    return {noted_today(before.learning, learning->text, date_of(command.at)), id('l', before.learned)};
  if (const auto* signal = std::get_if<NoteSignal>(&command.body))
    return {noted_today(before.signals, signal->text, date_of(command.at)), id('s', before.signalled)};
  if (const auto* line = std::get_if<WritePaperLine>(&command.body)) {
    const auto found = std::ranges::find_if(before.paper, [&](const PaperLine& one) {
      return !one.struck && one.layer == line->layer && same_words(one.text, line->text);
    });
    return {found == before.paper.end() ? std::string() : found->id, id('n', before.papered)};
  }
  if (const auto* focus = std::get_if<ChooseFocus>(&command.body)) {
    const auto found = std::ranges::find_if(before.focuses, [&](const Focus& one) {
      return one.state == Done::open && same_words(one.chosen.text, focus->text);
    });
    return {found == before.focuses.end() ? std::string() : found->chosen.id, id('f', before.focused)};
  }
  return {};
}

/// An organisation that is said again with the same words: nothing came of it.
bool is_on_the_map(const Team& before, const AddPartner& command) {
  const auto* known = before.partner(trimmed(command.name));
  return known != nullptr && known->kind == command.kind && known->partnership == command.partnership &&
         (blank(command.purpose) || same_words(known->purpose, command.purpose));
}

std::optional<Remark> said_twice(const Team& before, const TeamCommand& command) {
  if (const auto* partner = std::get_if<AddPartner>(&command.body);
      partner != nullptr && is_on_the_map(before, *partner))
    return Remark{"", msg("mending.so_already")};
  const auto line = there_already(before, command);
  if (line.there.empty()) return std::nullopt;
  return Remark{"", msg("remark.line_twice", "line"_is = line.there,
                        "withdraw"_is =
                            way("team withdraw", "line"_is = line.fresh, "because"_is = msg("mending.because_twice")))};
}

/// Somebody who left was called so, and stands under that name in older cases: are they back, or is this another?
std::optional<Remark> named_as_who_left(const Team& before, const TeamCommand& command) {
  std::string name;
  if (const auto* adds = std::get_if<AddMember>(&command.body)) name = new_name(adds->name);
  if (const auto* renames = std::get_if<RenameMember>(&command.body)) name = new_name(renames->to);
  if (blank(name) || before.member(name) != nullptr) return std::nullopt;
  const auto is_it = [&](const std::string& one) { return same_name(one, name); };
  const auto had = [&](const Member& one) { return is_it(one.name) || std::ranges::any_of(one.formerly, is_it); };
  if (std::ranges::none_of(before.left, had)) return std::nullopt;
  return Remark{"", msg("remark.named_as_who_left", "name"_is = name,
                        "rename"_is = way("team rename", "name"_is = name, "to"_is = gap("gap.full_name")))};
}

/// A guest whose name is nearly that of a colleague who is not among those present may be that colleague, typed wrong.
std::vector<Remark> slips_of_names(const Team& team, const MeetingCommand& command,
                                   const std::vector<std::string>& present) {
  std::vector<std::string> came;
  if (const auto* start = std::get_if<StartMeeting>(&command.body)) came = start->present;
  if (const auto* arrive = std::get_if<Arrive>(&command.body)) came = {arrive->name};
  const auto is_of_team = [&](const std::string& name) { return !team.members_meant(name).empty(); };
  const auto& seat = command.seat;
  if (present.empty()) return {};  // nothing came of it
  if (!is_of_team(command.by) || (seat && !blank(seat->name) && !is_of_team(seat->name))) return {};
  std::vector<std::string_view> others;
  const auto is_meant = [&](const Member& member) {
    return std::ranges::any_of(present, [&](const std::string& name) {
      return std::ranges::any_of(team.members_meant(name), [&](const auto* one) { return one == &member; });
    });
  };
  for (const auto& member : team.members)
    if (!is_meant(member)) others.push_back(member.name);
  std::vector<Remark> out;
  for (const auto& name : came) {
    if (!team.members_meant(name).empty()) continue;
    const auto near = nearest(name, others);
    if (near.empty()) continue;
    out.push_back({"", msg("remark.guest_near", "name"_is = name, "near"_is = near,
                           "leave"_is = text::way("meeting leave", "name"_is = name),
                           "arrive"_is = text::way("meeting arrive", "name"_is = near))});
  }
  return out;
}

}  // namespace

std::vector<Remark> remarks(const Team& before, const TeamCommand& command) {
  auto allowed = known_names(before);
  if (const auto* signal = std::get_if<NoteSignal>(&command.body)) allowed.push_back(signal->neighbourhood);
  const bool about_members =
      std::holds_alternative<AddMember>(command.body) || std::holds_alternative<RenameMember>(command.body);
  const LikelyNames finder(allowed);
  std::vector<Remark> out;
  if (const auto* name = team_name_in(command)) look_at_team_name(finder, *name, out);
  else if (!about_members) out = names_said(finder, typed_texts(command.body));
  if (auto twice = said_twice(before, command)) out.push_back(std::move(*twice));
  if (auto before_them = named_as_who_left(before, command)) out.push_back(std::move(*before_them));
  return out;
}

std::vector<Remark> remarks(const Team& team, const LearningCommand& command) {
  return names_said(LikelyNames(known_names(team)), typed_texts(command.body));
}

std::vector<Remark> remarks(const Team& team, const MeetingCommand& command, const std::vector<std::string>& present) {
  auto out = slips_of_names(team, command, present);
  auto known = known_names(team);
  known.insert(known.end(), present.begin(), present.end());
  const LikelyNames finder(known);
  for (const auto& [key, text] : typed_texts(command.body)) {
    if (key != "because" && !is_words_at_meeting(key, command)) continue;  // the others are names of who is there
    look(finder, text, out);
  }
  return out;
}

}  // namespace casus::engine
