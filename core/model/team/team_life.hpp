// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

/// The team as such: what it is called, and whether it still works. Commands and events.
namespace casus {

struct TeamNameFields {
  std::string name;

  static void fields(auto& self, auto&& visit) { visit.required("name", self.name); }
};

/// Command. The team is called otherwise from now on. What was written under the earlier name stays as it was.
struct RenameTeam : TeamNameFields {
  static constexpr std::string_view kName = "RenameTeam";
};

struct TeamRenamed : TeamNameFields {
  static constexpr std::string_view kName = "TeamRenamed";
  static constexpr int kVersion = 1;
};

struct TeamReasonFields {
  std::string because;

  static void fields(auto& self, auto&& visit) { visit.optional("because", self.because); }
};

/// Command. The team works no more: no case begins here, no meeting is held and the team itself stays as it is.
/// Reading, and what the law asks of a closed case (requests, terms, erasing), goes on. Cases are closed or handed out
/// first; see Service::still_open.
struct CloseTeam : TeamReasonFields {
  static constexpr std::string_view kName = "CloseTeam";
};

struct TeamClosed : TeamReasonFields {
  static constexpr std::string_view kName = "TeamClosed";
  static constexpr int kVersion = 1;
};

/// Command. It works again.
struct ReopenTeam : TeamReasonFields {
  static constexpr std::string_view kName = "ReopenTeam";
};

struct TeamReopened : TeamReasonFields {
  static constexpr std::string_view kName = "TeamReopened";
  static constexpr int kVersion = 1;
};

}  // namespace casus
