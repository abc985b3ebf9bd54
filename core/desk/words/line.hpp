// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/forms/spelling.hpp"
#include "core/desk/words/meeting_word.hpp"
#include "core/model/commands.hpp"
#include "core/model/team/team.hpp"
#include "core/service/table/table.hpp"
#include "core/text/voice.hpp"

#include <string>
#include <variant>
#include <vector>

/// What a line typed in a meeting means. A pure function of the line and of who is at the table.
namespace casus::desk {

/// A command to the case at hand. `by` is empty when the chair does it.
struct GiveCommand {
  std::string by;
  CommandBody body;
  std::string note{};  ///< what was typed with it and is not kept, for people
};

/// Several that stand in one line: all of them, or none.
struct GiveCommands {
  std::vector<CommandBody> bodies;
  std::vector<std::string> by{};  ///< of each; empty: whoever acts does them all
};

/// A signal or line of learning; its text goes to the team alone (R15).
struct NoteLine {
  CommandBody count;
  TeamBody line;
};

/// Something to look at.
struct LookAt {
  Ask what{};
  std::string about;
};

/// The meeting itself: start, take, park, ready, chair, arrive, leave, finish, other, stop.
struct SteerMeeting {
  Ask what{};
  std::string about;  ///< a case, a name or names; empty for none
  std::string because;
  bool resident = false;  ///< who arrives is the resident
  std::string note{};     ///< what it could have meant besides, for people
  int place_for = 0;  ///< of a case that is taken and is not on the agenda: it gets a place there, of so many minutes
  std::string next_chair{};  ///< of who leaves: who leads from then on; empty: nobody else
};

/// Any command of casus, as arguments.
struct TypedCommand {
  std::vector<std::string> arguments;
};

/// Not clear enough to keep: what is the matter, and the line as it was probably meant.
struct Unsure {
  std::string message;
  std::string line;
  bool whole = false;  ///< the line can be sent as it stands; else it lacks something
  bool waits = true;   ///< what was typed may hold what somebody said: it stays asked until it is answered
  std::vector<std::string> apart{};  ///< the lines that it is, when it holds the words of several
  bool speech = false;               ///< plain words: asked is only whose they are, or whether they tell of danger
  bool guest = false;                ///< `line` lets in somebody who is not of the team, and that was asked with it
};

using Meant =
    std::variant<std::monostate, GiveCommand, GiveCommands, NoteLine, LookAt, SteerMeeting, TypedCommand, Unsure>;

/// Who else may be named besides those at the table of the case, and what the agenda holds.
struct MeetingNames {
  /// A line of the agenda: what it is taken by, the case or its own id, and what it is called there.
  struct Item {
    std::string taken_by;
    std::string called;
    bool had = false;  ///< at hand, or finished
  };
  std::vector<std::string> people;
  std::vector<std::string> cases;
  std::vector<Item> items{};
  std::vector<std::string> team{};       ///< whom "begin" and "erbij" may name, present or not
  std::string chair{};                   ///< who leads the meeting now; empty: nobody yet
  std::vector<std::string> no_danger{};  ///< folded: of these lines somebody answered that they tell of no danger
  std::string asked_last{};              ///< the last question of this case that waits to be placed; empty for none
};

Meant meant_by(const std::string& line, const service::Table& table, const MeetingNames& names, const Spelling& how);

/// Whether a line is talk of the meeting itself, and tells nothing of a case: a word of it as it is or misspelt, a name
/// alone, a number, a yes or no, thanks. With a reason, or with words behind a colon, it is more than that.
bool is_meeting_talk(const std::string& line, const service::Table& table, const MeetingNames& names,
                     const Spelling& how);

/// What was pasted, as the lines that it holds: one that begins with a name, or a few words, and a colon, or is a word
/// of the meeting, is a line of its own; what stands between two of those belongs to the one before, but nothing to a
/// word of the meeting. Each line of a list belongs to the name or the kind above it ("Mo:", "Acties:"); its signs are
/// left out.
std::vector<std::string> pasted_lines(const std::string& text, const service::Table& table, const MeetingNames& names,
                                      const Spelling& how);

/// The lines that a beginning could become: names, kinds behind a name, words, cases.
std::vector<std::string> completions_of(const std::string& beginning, const service::Table& table,
                                        const MeetingNames& names, const text::Voice& voice);

}  // namespace casus::desk
