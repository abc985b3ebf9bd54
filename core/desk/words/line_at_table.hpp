// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/words/words_of_line.hpp"

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace casus::desk {

/// A line as it was typed, cut at its colon, with the table at which that was done: who may be meant, and what fits
/// there. What it means is read from it by LineReader. Internal to it.
class LineAtTable {
 protected:
  LineAtTable(const std::string& line, const service::Table& table, const MeetingNames& names, const Spelling& how);

  bool has_colon() const { return colon_ != std::string::npos; }
  std::string say(const text::Message& message) const { return message.in(how_.voice); }
  template <std::same_as<text::Argument>... Arguments>
  std::string say(Words words, Arguments... arguments) const {
    return words.said(how_.voice, std::move(arguments)...);
  }

  /// The name of who is called so, else what was typed.
  std::string person(std::string_view typed) const;
  /// Whose word it is when nobody is named: whose turn it is, or the only one who may speak.
  std::string speaker() const;
  /// Who tells when nobody is named: whose word it is, else who brought the case in, else the first at the table.
  std::string teller() const;
  std::vector<std::string_view> people_meant(std::string_view typed) const;
  std::vector<std::string> people_in(const std::string& typed) const;
  /// Somebody of the team who is called so, at the table or not.
  std::string of_team(const std::string& typed) const;
  /// Of the team, at the table or at the meeting.
  std::vector<std::string_view> colleagues() const;
  bool is_resident_at_table(const std::string& typed) const;

  bool names_branch(const std::string& typed) const;
  bool takes_kind(std::string_view kind) const;
  /// Whether questions, and answers to them, are all that this step takes.
  bool asks_only() const;
  std::string kinds_offered() const;

  std::string because() const;
  /// What stands between the word and the reason or the colon.
  std::string about() const;
  /// What stands behind the colon, between semicolons.
  std::vector<std::string> fields() const;

  std::string line_;
  const service::Table& t_;
  const MeetingNames& names_;
  const Spelling& how_;
  std::size_t colon_ = std::string::npos;
  std::vector<std::string> head_;
  std::string text_;
  std::vector<std::string_view> people_;
};

}  // namespace casus::desk
