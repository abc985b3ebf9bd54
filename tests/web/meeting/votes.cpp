// SPDX-License-Identifier: EUPL-1.2
// A vote is cast with what stands on the page: nobody types the number of what was said.
#include "core/service/unlogged.hpp"
#include "tests/method/declared_records.hpp"
#include "tests/web/page_room.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace casus::test {
namespace {

const std::string kVotedCase = "2026-003";

/// The example in which each votes in this way, as the method of its name.
struct WithVoting {
  explicit WithVoting(const std::string& how) {
    std::filesystem::create_directories(folder.path() / "nominal-group");
    std::ofstream(folder.path() / "nominal-group" / "round.json") << ranking(how).dump();
    setenv("CASUS_PLUGINS", folder.path().c_str(), 1);
  }
  ~WithVoting() { unsetenv("CASUS_PLUGINS"); }
  WithVoting(const WithVoting&) = delete;
  WithVoting& operator=(const WithVoting&) = delete;

  TempDir folder;
};

/// Two ideas are voted on, in a case on the table that Samira leads from the laptop.
struct VoteRoom {
  WithVoting method;
  PageRoom room;
  std::vector<std::string> ideas;

  explicit VoteRoom(const std::string& how) : method(how) {
    room.open(kVotedCase, "Noor", "Een tuin", kRecordsMethod);
    for (const auto& [name, role] : {std::pair("Samira", Role::chair), {"Daan", Role::member}, {"Ria", Role::member}})
      room.does(kVotedCase, "Noor", AddParticipant{.name = name, .roles = {role}, .team_member = true});
    const auto next = [&] { room.does(kVotedCase, "Samira", NextStep{"proef"}); };
    next();
    for (const auto* kind : {"fact", "wish"}) says("Noor", kind, "Er ligt een stuk grond");
    next();
    next();
    says("Noor", "idea", "Samen koken");
    says("Daan", "idea", "De tuin in");
    room.does(kVotedCase, "Ria", Pass{});
    for (int steps = 0; steps < 6 && now().here()->step != "vote"; ++steps) next();
    REQUIRE(now().here()->step == "vote");
    for (const auto& one : now().contributions)
      if (one.kind == "idea") ideas.push_back(one.id);
    REQUIRE(ideas.size() == 2);
    AddItem asks{.case_id = kVotedCase, .minutes = 20};
    room.begin_meeting();
    room.meets(room.day(), asks);
    room.laptop_ = room.laptop();
    room.laptop_->get("/lead");
    REQUIRE(room.laptop_->post("/lead", {{"do", "take"}, {"item", kVotedCase}}).status == 303);
  }

  void says(const std::string& who, const std::string& kind, const std::string& text) {
    room.does(kVotedCase, who, Say{{.kind = kind, .text = text}});
  }
  Case now() {
    auto it = room.desk("Samira");
    return service::Unlogged(it.service()).open(kVotedCase);
  }
  /// What the last vote counted for, and of how many.
  std::vector<VoteFor> last() { return votes().empty() ? std::vector<VoteFor>() : votes().back(); }
  std::vector<std::vector<VoteFor>> votes() {
    std::vector<std::vector<VoteFor>> all;
    auto it = room.desk("Samira");
    for (const auto& event : service::Unlogged(it.service()).history(kVotedCase))
      if (const auto* one = std::get_if<Voted>(&event.body)) all.push_back(one->choices);
    return all;
  }
};

}  // namespace

TEST_CASE("who takes part votes from a phone on what stands there, and who leads for who has none", "[web]") {
  struct Way {
    const char* how;
    bool lays;
    int first, second;
  };
  for (const auto& way : {Way{"choose", false, 1, 1}, Way{"rank", false, 3, 2}, Way{"points", true, 2, 1}}) {
    CAPTURE(way.how);
    VoteRoom it(way.how);
    const auto& ideas = it.ideas;
    auto noor = it.room.phone("Noor");
    const auto page = noor.get("/mine");
    REQUIRE(page.has("id=\"vote-form\""));
    CHECK(page.has("Samen koken"));
    CHECK_FALSE(page.has("id=\"say\""));
    // Without a choice nothing is done, and the form is there still.
    const auto empty = noor.submit("vote-form", {{"do", "vote"}});
    CHECK(empty.status == 422);
    CHECK(empty.has("id=\"vote-form\""));
    const auto ballot = [&](std::vector<std::pair<std::string, std::string>> fields) {
      fields.emplace_back("do", "vote");
      for (std::size_t i = 0; i < ideas.size(); ++i) {
        if (way.lays) fields.emplace_back("points." + ideas[i], i == 0 ? "2" : "1");
        else fields.emplace_back("choice", ideas[i]);
      }
      return fields;
    };
    noor.get("/mine");
    CHECK(noor.submit("vote-form", ballot({})).status == 303);
    CHECK(it.last() == std::vector<VoteFor>{{ideas[0], way.first}, {ideas[1], way.second}});
    auto& laptop = *it.room.laptop_;
    laptop.get("/lead");
    CHECK(laptop.submit("vote-form", ballot({{"name", "Daan"}})).status == 303);
    CHECK(it.votes().size() == 2);
    // Unseen until the step is over.
    auto ria = it.room.phone("Ria");
    CHECK_FALSE(ria.get("/mine").has("2 stemden"));
  }
}

}  // namespace casus::test
