// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/meeting/guided/guided.hpp"
#include "core/text/voice.hpp"
#include "core/web/html.hpp"

#include <string>

/// Pieces of a meeting, drawn the same on every page of it.
namespace casus::web {

class Fields;
struct Visit;
struct Field;

/// The id of the case on the table; empty between cases.
inline std::string at_hand(const desk::Guided& now) { return now.table ? now.table->case_id : std::string(); }
/// A form of the meeting: with its token, an id of its own, and the case that was on the table when it was drawn.
Html table_form(const Visit& visit, const std::string& to, std::string id, const Html& inside);
/// Whether a form was drawn with another case on the table than now, or does not say with which: done, what is of the
/// one family would come into the file of the other. While there is none on the table it can come into none.
bool is_of_another_case(const Visit& visit, const desk::Guided& now);
/// Whether what a form of who leads does is done in the case at hand; all else is done for the meeting, or names its
/// case itself.
bool is_about_case(const std::string& what);
/// Whether it was written where nobody would see it before its step is over, and that step is over now: sent as it is,
/// everybody reads it at once.
bool was_unseen(const Visit& visit, const desk::Guided& now);
/// What was typed in a form that was not done and has no field on the page that is drawn now: nothing of it is lost.
Html typed_back(const Visit& visit, const Html& drawn, const std::string& to);
/// "Overleg van maandag 2 maart 2026".
std::string name_of_meeting(const std::string& day, Lang lang);
/// What came of the last thing that was done.
Html messages(const desk::Guided& now);
/// Where that stands on each page of who takes part: this piece stays when what is in it is put anew, so that it is
/// read aloud.
Html told_part(const Html& inside);
/// What there is to see when the meeting is over: whether all that was said is kept, what of it that is in no case yet
/// is for who looks, and where who is at work reads the minutes. `on_wall`: for all to see, so no words of it.
Html over(const Visit& visit, const desk::Guided& now, bool on_wall = false);
Html minutes_link(const std::string& day, Lang lang);
/// A page that was asked for instead of the step: why, help.
Html opened(const desk::Guided& now);
/// Where no case is to be seen: that there is none on the table, or that it is not this one's to see.
Html no_table(const desk::Guided& now);
/// Danger, when there is; the case with its question.
Html case_head(const desk::Guided& now);
/// The step, its clock, whose turn, what is asked.
Html step(const desk::Guided& now);
/// To choose from the menu at hand, posted to `to`; nothing where there is none. `asks_who`: the page is that of the
/// chair, who may have to say who chose.
Html menu_form(const Visit& visit, const std::string& to, const service::Table& table, bool asks_who);
/// Who is at the table.
Html people(const desk::Guided& now);
/// What was said: of this step only, or of the round.
enum class HowMuch { step, round };
Html said(const desk::Guided& now, HowMuch how_much);
/// Whether the case at hand is kept and nothing more, as the resident asked (AVG 18): nearly all that could be said or
/// written down in it is refused.
bool is_only_kept(const service::Table& table);
/// What is still needed, or that the table can go on.
Html way_on(const desk::Guided& now);
Html agenda(const desk::Guided& now);
/// These people, to choose one of them from.
std::vector<std::pair<std::string, std::string>> names_to_choose(const std::vector<std::string>& people, Lang lang);
/// Whose words a form holds, to choose from these people: who was chosen when it comes back. Nothing where nobody is.
Html whose_words(const std::string& id, const std::vector<std::string>& people, const Fields* typed, Lang lang);
/// The answer that a check or an offer gets; nothing in a step that has neither.
Html answer_field(const std::vector<service::SaidKind>& kinds, std::string id, const std::string& chosen, Lang lang);
/// Who is chosen, where a choice gives somebody a role; nothing elsewhere.
Html chosen_field(const service::Table& table, std::string id, const std::string& chosen, Lang lang);
/// These kinds, to choose from; of one that is written unseen it says so. `found`: or none of them, and then the
/// table finds the kind, as of a line that is typed.
std::vector<std::pair<std::string, std::string>> kinds_to_choose(const std::vector<service::SaidKind>& kinds,
                                                                 bool found, Lang lang);
/// The same to write for somebody whose name is chosen beside it: what only some may say stands under who they are.
Html kind_of_anybody(const Field& field, const service::Table& table, bool found, Lang lang);
/// "nog 4:10"; it runs when there is a script.
Html clock(const service::Countdown& clock, Lang lang);

}  // namespace casus::web
