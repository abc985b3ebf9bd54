// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/engine/story.hpp"
#include "tests/method/declared_records.hpp"

#include <string>
#include <utility>
#include <vector>

namespace casus::test {

/// A case by this file of a method, which must be right, and asked for: Noor presents, Bram is the chair, beside so
/// many members.
inline Story asked_by(const nlohmann::ordered_json& file,
                      const std::vector<const char*>& members = {"Ria", "Yusuf", "Femke"}) {
  auto [method, problems] = parsed(file);
  REQUIRE(lines_of(problems) == std::vector<std::string>{});
  Story story;
  story.library.offer(std::move(method));
  story.does("Noor", open_command(kRecordsMethod));
  story.does("Noor", AddParticipant{"Bram", {Role::chair}, true, false, {}});
  for (const auto* name : members) story.does("Noor", AddParticipant{name, {Role::member}, true, false, {}});
  story.does("Noor", AskQuestion{"Hoe komt er weer rust?", "Dat er een plan ligt."});
  return story;
}

}  // namespace casus::test
