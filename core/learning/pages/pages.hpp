// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/learning/session.hpp"
#include "core/page/page.hpp"
#include "core/text/voice.hpp"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Learning as pages and documents. Each is made of a session as somebody may see it (`seen_by`), and repeats of every
/// item what is documented and what is our own.
namespace casus::learning {

/// What the team sees of a scan: strips, to whom to turn, what they want to learn.
page::Page scan_page(const Session& seen, const text::Voice& voice);
nlohmann::json scan_json(const Session& seen);

/// The questions with the answers of one person. For that person alone.
page::Page scan_mine_page(const Session& seen, std::string_view person, const text::Voice& voice);
nlohmann::json scan_mine_json(const Session& seen, std::string_view person);

/// What whoever looks wrote to the open questions of a scan.
using OpenAnswer = std::pair<const Item*, std::string>;
std::vector<OpenAnswer> open_answers(const Session& seen);

/// What a goal hangs on, by id, and the instrument that it is looked back on with (nullptr for none).
struct OwnWords {
  std::map<std::string, Text> titles{};
  const Instrument* goals = nullptr;
};
/// The goals and the log of one person. For that person alone.
page::Page own_page(const Session& seen, std::string_view name, const OwnWords& words, Date today,
                    const text::Voice& voice);
nlohmann::json own_json(const Session& seen, const OwnWords& words, Date today);

/// The report of a circle: as far as it is, for feedback, or settled.
page::Page circle_page(const Session& seen, const text::Voice& voice, const CircleBefore& before = {});
nlohmann::json circle_json(const Session& seen);

/// What the team stands for, in its own lines (`team line`); printed above its playbook and below its agenda [S0].
std::vector<std::string> stands_for(const Team& team);
/// A section with them; nothing when there are none.
void add_stands_for(page::Page& page, const std::vector<std::string>& lines, const text::Voice& voice);

/// The playbook, by theme: each sentence with how it stands, since when, and how often it came up.
/// `instrument`: what its themes and elements are called and where they come from; nullptr for none.
page::Page playbook_page(const Session& seen, Date today, const text::Voice& voice,
                         const std::vector<std::string>& stands_for = {}, const Instrument* instrument = nullptr);
nlohmann::json playbook_json(const Session& seen, Date today, const std::vector<std::string>& stands_for = {},
                             const Instrument* instrument = nullptr);
/// All that happened to one sentence: versions, reasons, objections. It must be in the book.
page::Page sentence_page(const Session& seen, std::string_view sentence, const text::Voice& voice);
nlohmann::json sentence_json(const Session& seen, std::string_view sentence);

/// The paper as it is being made, as a proof, or as an edition, beside the one before (nullptr for the first).
page::Page paper_page(const Session& seen, const Session* previous, const text::Voice& voice);
nlohmann::json paper_json(const Session& seen, const Session* previous);
/// The same as a text to read aloud: sentences alone.
page::Page paper_aloud(const Session& seen, const Session* previous, const text::Voice& voice);
/// What somebody wrote for it, and what they answered to the open questions of the scan (of the session `scan` as they
/// see it, nullptr for none). For that person alone.
page::Page paper_mine_page(const Session& seen, std::string_view person, const Session* scan, const text::Voice& voice);
nlohmann::json paper_mine_json(const Session& seen, std::string_view person, const Session* scan);

/// A course: its meetings on days, its numbers beside those of the source. Of people only how many were there.
/// What came of it: sentences of the playbook that grew out of WERF since it began.
page::Page course_page(const Session& seen, const Playbook& book, const text::Voice& voice);
nlohmann::json course_json(const Session& seen, const Playbook& book);
/// A sheet of one meeting, with room to write. It must be of the course.
page::Page course_sheet(const Session& seen, std::string_view meeting, const text::Voice& voice);
/// Hours, homework and what somebody takes along. For that person alone.
page::Page course_mine_page(const Session& seen, std::string_view person, const text::Voice& voice);
nlohmann::json course_mine_json(const Session& seen, std::string_view person);

/// A cycle of the area analysis beside the one before (nullptr for the first).
page::Page area_page(const Session& seen, const Session* previous, const Team& team, const text::Voice& voice);
nlohmann::json area_json(const Session& seen, const Session* previous);

/// What an instrument asks, with mark and source of each item.
page::Page instrument_page(const Instrument& it, const text::Voice& voice);
nlohmann::json instrument_json(const Instrument& it);

/// One dot for each person, as on the wall, and the number: "●●● 3".
std::string in_dots(int count, bool or_more = false);

/// "beschreven [KBS]".
std::string marked(Mark mark, const std::vector<std::string>& source, const text::Voice& voice);
/// A section that says of each item where its title and its words come from, and of each source what it is.
/// The same as one paragraph, for a page of one sheet.
std::string marks_in_short(const Instrument& it, const text::Voice& voice);
void add_marks(page::Page& page, const Instrument& it, const text::Voice& voice);

}  // namespace casus::learning
