// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/words/line.hpp"
#include "core/service/commands/command_json.hpp"
#include "core/text/catalogue.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace casus::test {

using desk::Meant;

inline const desk::Spelling kTuesday{Lang::nl, *date_from("2026-03-03")};

inline service::Seat seat(std::string id, std::string name, bool speaks = false, bool has_turn = false) {
  return service::Seat{.id = std::move(id), .name = std::move(name), .speaks = speaks, .has_turn = has_turn};
}

/// Noor brings the case in, Samira leads; Daan is the one to speak, Ria after him.
inline service::Table at_table() {
  service::Table table;
  table.case_id = "2026-001";
  table.in_step = true;
  table.seats = {seat("p1", "Noor van Dam"), seat("p2", "Samira"), seat("p3", "Daan", true, true),
                 seat("p4", "Ria", true)};
  table.other_kinds = {{"key-question", "sleutelvraag"}, {"fact", "feit"}};
  table.kinds = {{"question", "vraag"}, {"follow_up", "vervolgvraag"}, {"wish", "wens van de inwoner"}};
  return table;
}

inline const desk::MeetingNames kNames{{"Noor van Dam", "Samira", "Daan", "Ria", "Yusuf"}, {"2026-001", "2026-014"}};

/// Noor tells; `words` were said last, by her.
inline service::Table just_told(const std::string& words) {
  auto table = at_table();
  table.kinds = {{"fact", "feit"}, {"wish", "wens van de inwoner"}};
  table.other_kinds = {{"question", "vraag"}, {"idea", "idee"}};
  for (auto& one : table.seats) {
    one.speaks = one.name == "Noor van Dam";
    one.has_turn = false;
  }
  service::SaidLine said{.id = "b4", .who = "Noor van Dam", .kind = "feit"};
  said.text = said.words = words;
  said.here = true;
  table.said.push_back(said);
  return table;
}

inline Meant meant(const std::string& line, const service::Table& table = at_table()) {
  return desk::meant_by(line, table, kNames, kTuesday);
}

/// "Daan: {...}": who, and the command as JSON; else what kind of answer it is.
inline std::string given(const Meant& meant) {
  const auto* give = std::get_if<desk::GiveCommand>(&meant);
  if (give == nullptr) return "not a command";
  auto document = service::command_json(Command{"", "c", "x", {}, {}, give->body});
  document.erase("case");
  document.erase("by");
  return give->by + ": " + document.dump();
}
inline std::string given(const std::string& line) { return given(meant(line)); }

inline std::string asked_back(const std::string& line, const service::Table& table = at_table()) {
  const auto answer = meant(line, table);
  const auto* unsure = std::get_if<desk::Unsure>(&answer);
  return unsure == nullptr ? "sure" : unsure->message + " | " + unsure->line;
}

}  // namespace casus::test
