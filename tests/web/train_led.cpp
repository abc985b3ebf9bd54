// SPDX-License-Identifier: EUPL-1.2
// What who leads a training does on the page, and what happens when two at its table do the same at once.
#include "core/desk/places.hpp"
#include "core/desk/training/group.hpp"
#include "tests/web/train_room.hpp"

namespace casus::test {

TEST_CASE("who leads judges a learning goal by its name, and nobody who plays does", "[web][training]") {
  TrainingRoom room("debts-and-shame");
  auto player = room.player("Bram");
  room.noor.get(room.run);
  REQUIRE(room.noor.submit("next", {{"do", "next"}}).status == 303);
  const auto page = room.noor.get(room.run);
  REQUIRE(page.has("id=\"judge\""));
  CHECK(page.has(">Schaamte, en wat goed ging</option>"));
  CHECK_FALSE(player.get(room.run).has("id=\"judge\""));
  const std::vector<std::pair<std::string, std::string>> judged{
      {"do", "judge"}, {"goal", "shame-named"}, {"verdict", "yes"}, {"text", "Bram vroeg naar de enveloppen"}};
  player.post(room.run, judged);
  CHECK_FALSE(room.noor.get(room.run + "/debrief").has("Bram vroeg naar de enveloppen"));
  room.noor.get(room.run);
  // Without what was seen it is no judgement.
  CHECK(
      room.noor.submit("judge", {{"do", "judge"}, {"goal", "shame-named"}, {"verdict", "no"}, {"text", " "}}).status ==
      422);
  room.noor.get(room.run);
  CHECK(room.noor.submit("judge", judged).status == 303);
  // What was seen of somebody is read when all look back, and not by who plays on; nor are the goals.
  CHECK(room.noor.get(room.run).has("Bram vroeg naar de enveloppen"));
  CHECK_FALSE(player.get(room.run).has("Bram vroeg naar de enveloppen"));
  CHECK_FALSE(player.page().has("Schaamte, en wat goed ging"));
  CHECK(room.noor.get(room.run + "/debrief").has("Bram vroeg naar de enveloppen"));
}

TEST_CASE("a judgement without a verdict or a goal is none, and no player reads which goals there are",
          "[web][training]") {
  TrainingRoom room("debts-and-shame");
  auto player = room.player("Bram");
  const auto judges = [&](const char* goal, const char* verdict) {
    room.noor.get(room.run);
    return room.noor.submit(
        "judge", {{"do", "judge"}, {"goal", goal}, {"verdict", verdict}, {"text", "Bram vroeg naar de enveloppen"}});
  };
  auto got = judges("shame-named", "");
  CHECK(got.status == 422);
  CHECK(got.has("Bram vroeg naar de enveloppen"));
  got = judges("", "yes");
  CHECK(got.status == 422);
  CHECK_FALSE(room.noor.get(room.run + "/debrief").has("Bram vroeg naar de enveloppen"));
  CHECK_FALSE(player.get(room.run).has("shame-named"));
}

TEST_CASE("who leads a training reads who plays with a phone, and nobody else does", "[web][training]") {
  TrainingRoom room("debts-and-shame");
  CHECK_FALSE(room.noor.get(room.run).has("id=\"players\""));
  auto bram = room.player("Bram");
  auto ria = room.player("Ria");
  auto too = room.player("Ria");  // two share a place
  const auto body = room.noor.get(room.run).body;
  const auto from = body.find("id=\"players\"");
  REQUIRE(from != std::string::npos);
  const auto list = body.substr(from, body.find("</ul>", from) - from);
  CHECK(list.find("<li>Bram</li>") != std::string::npos);
  const auto first = list.find("<li>Ria</li>");
  REQUIRE(first != std::string::npos);
  CHECK(list.find("<li>Ria</li>", first + 1) != std::string::npos);
  CHECK_FALSE(bram.get(room.run).has("id=\"players\""));
  // Who came in meanwhile keeps nobody from going on.
  room.noor.get(room.run);
  auto sanne = room.noor;
  room.player("Bram");
  CHECK(sanne.submit("next", {{"do", "next"}}).status == 303);
}

TEST_CASE("two who press the same button at once take the group one step on, and a form sent twice is done once",
          "[web][training]") {
  TrainingRoom room("debts-and-shame");
  auto player = room.player("Bram");
  player.get(room.run);
  room.noor.get(room.run);
  auto again = room.noor;
  REQUIRE(room.noor.submit("next", {{"do", "next"}}).status == 303);
  const auto log_of = [&] {
    const auto body = room.noor.get(room.run).body;
    const auto from = body.find("id=\"log\"");
    return body.substr(from, body.find("id=\"media\"", from) - from);
  };
  const auto log = log_of();
  const auto late = player.submit("next", {{"do", "next"}});
  CHECK(late.status == 422);
  CHECK(late.has("iemand anders was net voor"));
  CHECK(log_of() == log);
  // Only who was late is told so.
  CHECK_FALSE(room.noor.page().has("iemand anders was net voor"));
  CHECK_FALSE(player.get(room.run).has("iemand anders was net voor"));
  // Its answer got lost, and it is sent once more.
  CHECK(again.submit("next", {{"do", "next"}}).status == 303);
  CHECK(log_of() == log);
  room.noor.get(room.run);
  auto twice = room.noor;
  CHECK(room.noor.submit("hint", {{"do", "hint"}}).status == 303);
  const auto hinted = log_of();
  CHECK(hinted != log);
  CHECK(twice.submit("hint", {{"do", "hint"}}).status == 303);
  CHECK(log_of() == hinted);
}

TEST_CASE("who leads puts a word of their own against a finding where all look back, and nobody who plays does",
          "[web][training]") {
  TrainingRoom room("debts-and-shame");
  auto player = room.player("Bram");
  room.noor.get(room.run);
  REQUIRE(room.noor.submit("next", {{"do", "next"}}).status == 303);
  const auto place = room.run + "/debrief";
  const auto page = room.noor.get(place);
  CHECK(page.has("<optgroup label=\"Leerdoelen\">"));
  CHECK(page.has("<option value=\"goal/shame-named\">Schaamte, en wat goed ging</option>"));
  CHECK(player.get(place).status == 200);
  CHECK_FALSE(player.page().has("id=\"own-word\""));
  player.post(place, {{"do", "remark"}, {"text", "Van wie speelt"}});
  CHECK_FALSE(room.noor.get(place).has("Van wie speelt"));

  const auto sends = [&](const char* form, const char* finding, const char* text) {
    room.noor.get(place);
    return room.noor.submit(form, {{"do", form}, {"finding", finding}, {"text", text}});
  };
  // Without what was seen, or what it is about, it is no word against it; what was filled in stands there still.
  auto got = sends("overrule", "goal/shame-named", " ");
  CHECK(got.status == 422);
  CHECK(got.has("<option value=\"goal/shame-named\" selected=\"selected\">"));
  got = sends("overrule", "goal/none", "Bram noemde het wel");
  CHECK(got.status == 422);
  CHECK(got.has(">Bram noemde het wel</textarea>"));
  CHECK_FALSE(room.noor.get(place).has("Bram noemde het wel"));

  got = sends("overrule", "goal/shame-named", "Bram noemde het wel");
  CHECK(got.status == 303);
  CHECK(where(got) == place);
  CHECK(room.noor.get(place).has("Bram noemde het wel"));
  CHECK(player.get(place).has("Bram noemde het wel"));
  CHECK(sends("remark", "", "Er viel een lange stilte").status == 303);
  CHECK(room.noor.get(place).has("Er viel een lange stilte"));
  CHECK(sends("remark", "", "").status == 422);
}

TEST_CASE("who plays looks back when who leads opened that, and not while there is played on", "[web][training]") {
  TrainingRoom room("debts-and-shame");
  auto player = room.player("Bram");
  const auto place = room.run + "/debrief";
  constexpr const char* kGoal = "Schaamte, en wat goed ging";
  const auto closed = player.get(place);
  CHECK(closed.status == 403);
  CHECK(closed.has("Wie de oefening leidt opent dit blad"));
  CHECK_FALSE(closed.has(kGoal));
  CHECK_FALSE(player.get(room.run).has("/debrief"));
  CHECK(room.noor.get(place).has(kGoal));
  CHECK(player.get(room.run).has("/debrief"));
  CHECK(player.get(place).status == 200);
  CHECK(player.page().has(kGoal));
  // Who leads writes their word beside it, and all read on.
  CHECK(room.noor.submit("remark", {{"do", "remark"}, {"text", "Er viel een lange stilte"}}).status == 303);
  CHECK(player.get(place).has("Er viel een lange stilte"));
  room.noor.get(room.run);
  REQUIRE(room.noor.submit("next", {{"do", "next"}}).status == 303);
  CHECK(player.get(place).status == 403);
}

TEST_CASE("what who leads writes and what is not done for them comes before no player", "[web][training]") {
  TrainingRoom room("debts-and-shame");
  auto player = room.player("Bram");
  room.noor.get(room.run);
  REQUIRE(room.noor.submit("next", {{"do", "next"}}).status == 303);
  // From a terminal of the trainer.
  desk::Setting setting{.seat = {"Ineke", Sureness::named, "balie", {}},
                        .store = desk::training_store_beside(desk::stem_of(room.at_store, room.at_keys)),
                        .clock = &room.clock};
  desk::Desk at(std::move(setting));
  desk::GroupTraining elsewhere(at, room.run.substr(std::string_view("/train/").size()));
  CHECK(elsewhere.remark("Ineke", "Bram praat door").status == desk::Status::done);
  CHECK(elsewhere.judge("Ineke", "shame-named", "no", "Bram vroeg er niet naar").status == desk::Status::done);
  CHECK(elsewhere.overrule("Ineke", "goal/shame-named", "Zij noemde het zelf").status == desk::Status::done);
  CHECK(elsewhere.inject("Ineke", "event/none", "").status != desk::Status::done);
  CHECK(elsewhere.inject("Ineke", "", "De post komt").status == desk::Status::done);
  // And by the line of the page.
  const auto types = [&](const char* line, int status) {
    CAPTURE(line);
    room.noor.get(room.run);
    CHECK(room.noor.submit("line", {{"do", "line"}, {"text", line}}).status == status);
  };
  types("opmerking Bram kijkt weg", 303);
  types("beoordeel none ja omdat het zo was", 422);
  types("zetten", 303);
  types("doelen", 303);
  CHECK(room.noor.get(room.run).has("Bram kijkt weg"));
  CHECK(room.noor.page().has("Bram praat door"));  // among the moves
  CHECK(room.noor.page().has("(shame-named)"));
  for (const auto* typed : {"zetten", "doelen", "beoordeel none"}) {
    player.get(room.run);
    player.submit("say", {{"do", "say"}, {"kind", ""}, {"text", typed}});
  }
  CHECK(player.get(room.run).has("De post komt"));
  CHECK(player.page().has("[1]"));
  CHECK(player.page().has("Dat doet wie de oefening leidt."));
  for (const auto* hidden : {"Bram praat door", "Bram vroeg er niet naar", "Zij noemde het zelf", "Bram kijkt weg",
                             "shame-named", "Schaamte, en wat goed ging", "id=\"apart\""}) {
    CAPTURE(hidden);
    CHECK_FALSE(player.page().has(hidden));
  }
}

TEST_CASE("a ninth training puts away the one that was left longest ago, and none that is in use", "[web][training]") {
  TrainingRoom room("debts-and-shame");
  auto player = room.player("Bram");
  const auto code = room.training_code();
  const auto begins = [&] {
    room.noor.get("/train");
    return room.noor.submit("begin-training", {{"scenario", "young-mother"}, {"method", "kort/ronde"}});
  };
  for (int i = 0; i < 7; ++i) REQUIRE(begins().status == 303);
  const auto full = begins();
  CHECK(full.status == 503);
  CHECK(full.has("op alle plekken geoefend"));
  CHECK(room.training_code() == code);
  room.clock.advance(std::chrono::minutes(50));
  CHECK(player.get(room.run).status == 200);
  room.clock.advance(std::chrono::minutes(20));
  // The first by its name has people on it; the others are left.
  CHECK(begins().status == 303);
  CHECK(room.training_code() == code);
  CHECK(player.get(room.run).has("Wat zegt Bram?"));
}

}  // namespace casus::test
