// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/service/table/table.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What a meeting that is led remembers between two lines: which wait for an answer, which lie aside, who sat here.
/// Internal to it.
namespace casus::desk {

/// What was asked about a line that may hold what somebody said.
struct WaitingLine {
  std::string line;
  std::string question;
  std::string way;  ///< the line as it was probably meant
  bool whole = false;
  std::string case_id;
  std::vector<std::string> apart{};    ///< the lines that it is, when it holds the words of several
  bool beside = false;                 ///< typed while it was asked whether there is danger: kept with the answer
  std::optional<std::string> where{};  ///< the case and the step in which it was typed here; see `where_now`
  bool unnamed = false;                ///< typed where nobody reads who wrote what
  std::string ref{};                   ///< of the line in its case, where it was kept without a place before
  service::TypedIn typed{};            ///< in which step of its case it was typed first
  std::string kind{};                  ///< that it would have had there; empty where that is not known
  bool no_danger = false;              ///< it was asked whether it tells of danger, and it does not
  bool was_ready = false;              ///< it stood ready for a case before: it is offered for no other
  bool let_be = false;                 ///< of a question about danger: another report was made since
};

/// Whether it tells of danger, of a worry about safety or of the meldcode: then it is kept as that, and as no note.
bool tells_of_danger(const WaitingLine& waits);

/// Whether it is asked of it, by one Enter, whether there is danger or a worry about safety.
bool asks_of_danger(const WaitingLine& waits);

/// A line as everybody at the table may read it, without citizen service numbers.
std::string without_numbers(std::string line);

/// The last words that can become something else by one word or one button.
struct JustSaid {
  std::string ref, by, text;
  std::string question;  ///< the id of the one that it answers, or could answer
  bool answered = false;
  std::string as{};       ///< of a remark: the kind that it is after all when somebody says so, beside an answer
  bool help = false;      ///< a note beside danger, that may tell what was done about it
  bool any_kind = false;  ///< each kind of the step can be typed for it, and `as` is the first of those
};

/// A line that is in no case yet and lies with a meeting, with its id there.
struct AsideLine {
  std::string line;
  std::string day;
  std::string id;
  std::string by;  ///< who set it aside
};

/// Who sits at one table alone, and is neither of the team nor the resident: somebody of the circle, or who was asked
/// along, for as long as that was.
struct SeatBeside {
  std::string name;
  std::string id;  ///< by which the same one comes back, and not another who is called so
  std::vector<Role> roles{};
  std::optional<Date> until{};

  bool operator==(const SeatBeside&) const = default;
};

/// Who is at the meeting and who leads it.
struct Seated {
  std::string chair;
  std::vector<std::string> present;
  std::string case_id{};   ///< of the table that is looked at
  std::string resident{};  ///< who sits at it as the resident; empty: nobody
  std::vector<SeatBeside> beside{};
};

/// A signal or a line of learning that was noted for the team, as long as nothing else was done since.
struct NotedForTeam {
  std::string case_id;     ///< that counted it; empty: the meeting did
  std::int64_t count = 0;  ///< the number of that in the case
  std::string by;          ///< in whose name it counts there
  std::string line;        ///< its id at the team
  std::string words;
  std::string beside{};      ///< the case that came on the table after it
  std::int64_t version = 0;  ///< how far that was then

  /// Whether it was the last thing for who undoes at this table: not where something was done since, by whoever.
  bool is_last(const service::Table* table) const {
    if (table == nullptr) return true;
    return table->case_id != case_id && (table->case_id != beside || table->version == version);
  }
  void comes_beside(const service::Table& table) {
    if (std::exchange(beside, table.case_id) != table.case_id) version = table.version;
  }
};

}  // namespace casus::desk
