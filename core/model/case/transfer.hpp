// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

/// A case that goes to another team, which keeps a store of its own: handed out there, taken over here, and confirmed.
/// Commands and their events.
namespace casus {

/// Command. The case goes to another team in a sealed file (Service::hand_out). From then on it can only be read here,
/// until it is called back.
struct TransferCase {
  static constexpr std::string_view kName = "TransferCase";

  std::string to;       ///< the other team, by its name
  std::string told;     ///< what the resident heard about it, or why not
  std::string because;  ///< why it goes there

  static void fields(auto& self, auto&& visit) {
    visit.required("to", self.to);
    visit.required("told", self.told);
    visit.optional("because", self.because);
  }
};

struct CaseTransferred {
  static constexpr std::string_view kName = "CaseTransferred";
  static constexpr int kVersion = 1;

  std::string team;   ///< that gets it
  std::string heard;  ///< what the resident heard
  std::string because;
  std::string code;     ///< of the file, as both teams have it
  std::string receipt;  ///< digest of what only who opened the file can tell

  static void fields(auto& self, auto&& visit) {
    visit.required("team", self.team);
    visit.required("heard", self.heard);
    visit.optional("because", self.because);
    visit.required("code", self.code);
    visit.required("receipt", self.receipt);
  }
};

/// Command. The other team has it: they told the receipt that their store gave them.
struct ConfirmTransfer {
  static constexpr std::string_view kName = "ConfirmTransfer";

  std::string receipt;

  static void fields(auto& self, auto&& visit) { visit.required("receipt", self.receipt); }
};

struct TransferConfirmed {
  static constexpr std::string_view kName = "TransferConfirmed";
  static constexpr int kVersion = 1;

  static void fields(auto&, auto&&) {}
};

/// Command. It does not go there after all: it is where it was.
struct CallBackTransfer {
  static constexpr std::string_view kName = "CallBackTransfer";

  std::string because;

  static void fields(auto& self, auto&& visit) { visit.optional("because", self.because); }
};

struct TransferCalledBack {
  static constexpr std::string_view kName = "TransferCalledBack";
  static constexpr int kVersion = 1;

  std::string because;

  static void fields(auto& self, auto&& visit) { visit.optional("because", self.because); }
};

/// In the store of the team that took it over, behind the history that it brought. What it led to stands behind it: the
/// colleagues there get the name of their team, and leave; who took it over has what was the owner's.
struct CaseReceived {
  static constexpr std::string_view kName = "CaseReceived";
  static constexpr int kVersion = 1;

  std::string team;        ///< that had it
  std::string case_id;     ///< what it was called there
  std::string code;        ///< of the file
  std::string checkpoint;  ///< of the store there, which proves there what was handed out

  static void fields(auto& self, auto&& visit) {
    visit.required("team", self.team);
    visit.required("case", self.case_id);
    visit.required("code", self.code);
    visit.optional("checkpoint", self.checkpoint);
  }
};

}  // namespace casus
