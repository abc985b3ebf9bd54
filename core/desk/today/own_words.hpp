// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/commands.hpp"
#include "core/service/service.hpp"

#include <optional>
#include <string>
#include <vector>

namespace casus::desk {

class Desk;

/// Something that somebody said, or a score that they gave.
struct OwnWord {
  std::string id;
  std::string kind;  ///< in words
  std::string text;
  bool hidden = false;  ///< nobody else sees it before the step is over
  std::string words;    ///< of it what was typed, which is put right: of a score why
  bool is_score = false;
  bool earlier = false;          ///< said before the step that is going on: putting that right takes a reason
  std::optional<Right> right{};  ///< of a request of the resident
  bool stays = false;            ///< it may still be put right, and is taken back no more: somebody may count on it
};

/// What the seat at this desk said itself in a case and stands there now, the newest first, to be put right. It stands
/// beside a page of the case that was asked for and logged; nothing for who neither works at its table
/// nor has a link of their own.
std::vector<OwnWord> own_words_of(Desk& desk, const std::string& case_id);

/// The same of the step that is going on, and what was written unseen before and is not told yet; in the order in which
/// it was said.
std::vector<OwnWord> own_words_in_step(Desk& desk, const std::string& case_id);

/// Hands a command over to its case. Who may not change, take back or destroy what somebody else said stands in the log
/// of looks from then on, at every face: what is written in silence has a number that can be guessed. So does who is
/// not at the table and wanted to do something there, or to have it erased.
service::Answer handed_over(Desk& desk, Command command);
/// The same for commands that go together.
std::vector<service::Answer> handed_over(Desk& desk, std::vector<Command> commands);
/// The same for a command that went to its case by a way of its own: with a file, or with what the team learned.
service::Answer with_refusal_kept(Desk& desk, const Command& command, service::Answer answer);

}  // namespace casus::desk
