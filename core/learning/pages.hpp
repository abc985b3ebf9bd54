// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/learning/session.hpp"
#include "core/page/page.hpp"
#include "core/text/voice.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string_view>

/// Learning as pages and documents. Each is made of a session as somebody may see it (`seen_by`), and repeats of every
/// item what is documented and what is our own.
namespace casus::learning {

/// What the team sees of a scan: strips, to whom to turn, what they want to learn.
page::Page scan_page(const Session& seen, const text::Voice& voice);
nlohmann::json scan_json(const Session& seen);

/// The questions with the answers of one person. For that person alone.
page::Page scan_mine_page(const Session& seen, std::string_view person, const text::Voice& voice);
nlohmann::json scan_mine_json(const Session& seen, std::string_view person);

/// The goals and the log of one person. For that person alone.
page::Page own_page(const Session& seen, std::string_view name, Date today, const text::Voice& voice);
nlohmann::json own_json(const Session& seen, Date today);

/// The report of a circle: as far as it is, for feedback, or settled.
page::Page circle_page(const Session& seen, const text::Voice& voice);
nlohmann::json circle_json(const Session& seen);

/// The playbook, by theme: each sentence with how it stands, since when, and how often it came up.
page::Page playbook_page(const Session& seen, Date today, const text::Voice& voice);
nlohmann::json playbook_json(const Session& seen, Date today);
/// All that happened to one sentence: versions, reasons, objections. It must be in the book.
page::Page sentence_page(const Session& seen, std::string_view sentence, const text::Voice& voice);
nlohmann::json sentence_json(const Session& seen, std::string_view sentence);

/// What an instrument asks, with mark and source of each item.
page::Page instrument_page(const Instrument& it, const text::Voice& voice);
nlohmann::json instrument_json(const Instrument& it);

/// "beschreven [KBS]".
std::string marked(Mark mark, const std::vector<std::string>& source, const text::Voice& voice);
/// A section that says of each item where its title and its words come from, and of each source what it is.
void add_marks(page::Page& page, const Instrument& it, const text::Voice& voice);

}  // namespace casus::learning
