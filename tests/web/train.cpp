// SPDX-License-Identifier: EUPL-1.2
#include "tests/web/train_room.hpp"

// A group that plays a scenario with phones, and looks back.

namespace casus::test {

TEST_CASE("a training is begun, played with phones by who chose a seat, and led by one", "[web][training]") {
  TrainingRoom room;
  INFO(room.begun.body);
  REQUIRE(room.begun.status == 303);
  const auto table = room.noor.get(room.run);
  CHECK(table.status == 200);
  CHECK(table.has("alles en iedereen hierin is verzonnen"));
  // Whoever is offered, one of them is played from a phone.
  const auto page = table.body;
  const auto list = page.substr(page.find("id=\"seat\""));
  auto at = list.find("<option value=\"", list.find("<option value=\"") + 5) + 15;
  const auto name = list.substr(at, list.find('"', at) - at);
  auto player = room.player(name);
  CHECK(where(player.get("/")) == room.run);
  CHECK(player.get(room.run).has("Wat zegt " + name + "?"));
  CHECK_FALSE(player.page().has("Voor wie leidt"));
  CHECK(room.noor.get(room.run).has("Voor wie leidt"));
  // The table goes on, and everybody reads what came of it.
  CHECK(room.noor.submit("seat-form", {{"do", "seat"}, {"seat", name}}).status == 303);
  room.noor.get(room.run);
  CHECK(room.noor.submit("next", {{"do", "next"}}).status == 303);
  const auto log_of = [](const std::string& body) {
    const auto from = body.find("id=\"log\"");
    return body.substr(from, body.find("id=\"media\"", from) - from);
  };
  const auto log = log_of(room.noor.get(room.run).body);
  CHECK(log.find("<li>") != std::string::npos);
  CHECK(player.get(room.run).body.find(log) != std::string::npos);
  // A hint and the moves of who leads are not the player's.
  player.get(room.run);
  player.post(room.run, {{"do", "hint"}});
  CHECK(player.get(room.run).body.find("id=\"log\"") != std::string::npos);
  CHECK(log_of(room.noor.get(room.run).body) == log);
  room.noor.submit("hint", {{"do", "hint"}});
  CHECK(log_of(room.noor.get(room.run).body) != log);
}

TEST_CASE("whoever is stopped by a step that is not done goes on with a reason, from the page", "[web][training]") {
  TrainingRoom room("debts-and-shame");
  room.noor.get(room.run);
  CHECK(room.noor.submit("seat-form", {{"do", "seat"}, {"seat", "Bram"}}).status == 303);
  for (int i = 0; i < 4; ++i) {
    room.noor.get(room.run);
    room.noor.submit("next", {{"do", "next"}});
  }
  CHECK(room.noor.get(room.run).has("nog niet klaar"));
  room.noor.submit("next-because", {{"do", "next"}, {"text", "wij weten genoeg"}});
  CHECK(room.noor.get(room.run).has("reden: wij weten genoeg"));
}

TEST_CASE("who leads without a place lets the table go on, and reads beside a choice how long there is",
          "[web][training]") {
  TrainingRoom room("neighbours-quarrel", "Ineke");
  INFO(room.begun.body);
  REQUIRE(room.begun.status == 303);
  auto& trainer = room.noor;
  const auto count = [&](const std::string& words) {
    const auto page = trainer.get(room.run).body;
    int found = 0;
    for (auto at = page.find(words); at != std::string::npos; at = page.find(words, at + 1)) ++found;
    return found;
  };
  CHECK(count("id=\"next\"") == 1);
  CHECK(trainer.submit("next", {{"do", "next"}}).status == 303);
  CHECK(trainer.get(room.run).has("begon met de stap Vertellen"));
  for (int i = 0; i < 2; ++i) {
    trainer.get(room.run);
    CHECK(trainer.submit("next-because", {{"do", "next"}, {"text", "wij weten genoeg"}}).status == 303);
  }
  const auto page = trainer.get(room.run).body;
  const auto form = page.find("id=\"decision-1\"");
  REQUIRE(form != std::string::npos);
  CHECK(page.find("Tijd om te kiezen: 10 dagen.", form) != std::string::npos);
  trainer.submit("wait", {{"do", "wait"}, {"text", "1"}});
  const auto later = trainer.get(room.run).body;
  CHECK(later.find("Tijd om te kiezen: tot 12 maart 2026 09:00.", later.find("id=\"decision-1\"")) !=
        std::string::npos);
  // Who sits down goes on from there.
  CHECK(trainer.submit("seat-form", {{"do", "seat"}, {"seat", "Bram"}}).status == 303);
  CHECK(count("id=\"next\"") == 1);
}

TEST_CASE("a training is looked back on as a page, and outlives the server; the cases know nothing of it",
          "[web][training]") {
  TrainingRoom room;
  room.noor.get(room.run);
  room.noor.submit("hint", {{"do", "hint"}});
  const auto back = room.noor.get(room.run + "/debrief");
  CHECK(back.status == 200);
  CHECK(back.has("<h2>"));
  CHECK(room.desk("Noor").service().case_ids().size() == 2);
  room.stop();
  room.serve();
  CHECK(room.noor.get("/train").has(room.run));
  CHECK(room.noor.get(room.run).status == 200);
  CHECK(room.noor.get(room.run + "/debrief").status == 200);
}

TEST_CASE("who leads brings something in; who plays neither sees what can be brought in nor does it",
          "[web][training]") {
  TrainingRoom room;
  const auto page = room.noor.get(room.run).body;
  CHECK(page.find("value=\"fact/") != std::string::npos);
  const auto list = page.substr(page.find("id=\"seat\""));
  const auto at = list.find("<option value=\"", list.find("<option value=\"") + 5) + 15;
  auto player = room.player(list.substr(at, list.find('"', at) - at));
  CHECK_FALSE(player.get(room.run).has("value=\"fact/"));
  player.post(room.run, {{"do", "inject"}, {"inject", ""}, {"text", "Van mij"}});
  // Nor by words that are for who leads, typed as what somebody says.
  for (const auto* typed : {"gebeurt Van mij", "terug", "wacht 3 weken", "hint", "als Bram", "opmerking Van mij"})
    player.post(room.run, {{"do", "say"}, {"kind", ""}, {"text", typed}});
  CHECK(player.get(room.run).has("Dat doet wie de oefening leidt."));
  CHECK_FALSE(room.noor.get(room.run).has("Van mij"));
  CHECK(room.noor.submit("inject", {{"do", "inject"}, {"inject", ""}, {"text", "De bel gaat."}}).status == 303);
  CHECK(player.get(room.run).has("De bel gaat."));
  const auto fact = value_behind(room.noor.get(room.run).body, "value=\"fact/");
  CHECK(room.noor.submit("inject", {{"do", "inject"}, {"inject", fact}, {"text", ""}}).status == 303);
  const auto back = room.noor.get(room.run + "/debrief");
  CHECK(back.has("Noor bracht in (bericht): De bel gaat."));
  CHECK(back.has("Noor bracht in (feit): "));
}

TEST_CASE("what is done for the whole group is the trainer's, by a button and by a line", "[web][training]") {
  TrainingRoom room("quiet-child", "Samira");
  INFO(room.begun.body);
  REQUIRE(room.begun.status == 303);
  auto& trainer = room.noor;
  const auto does = [&](const char* form, const std::vector<std::pair<std::string, std::string>>& fields) {
    trainer.get(room.run);
    const auto answer = trainer.submit(form, fields);
    CAPTURE(form, answer.body);
    REQUIRE(answer.status == 303);
  };
  does("hint", {{"do", "hint"}});
  does("wait", {{"do", "wait"}, {"text", "2"}});
  does("inject", {{"do", "inject"}, {"inject", "fact/teacher"}, {"text", ""}});
  const auto option = value_behind(trainer.get(room.run).body, "name=\"option\"");
  REQUIRE_FALSE(option.empty());
  // What is missing is asked as the form has it.
  CHECK(trainer.submit("decision-1", {{"do", "choose"}, {"option", option}, {"text", " "}}).status == 422);
  CHECK(trainer.get(room.run).has("Schrijf erbij waarom."));
  CHECK_FALSE(trainer.page().has("omdat ..."));
  REQUIRE(trainer.submit("decision-1", {{"do", "choose"}, {"option", option}, {"text", "Zij kent hem goed"}}).status ==
          303);
  for (const auto* typed : {"hint", "wacht 1 week", "zetten"}) does("line", {{"do", "line"}, {"text", typed}});
  const auto page = trainer.get(room.run);
  const auto count = [&](const std::string& words) {
    int found = 0;
    for (auto at = page.body.find(words); at != std::string::npos; at = page.body.find(words, at + 1)) ++found;
    return found;
  };
  for (const std::string did : {"vroeg een hint", "zette de klok", "koos:"}) {
    CAPTURE(did);
    CHECK(count(did) >= (did == "koos:" ? 1 : 2));
    CHECK(count("Samira " + did) == count(did));
  }
  // What the table does stays the table's.
  does("line", {{"do", "line"}, {"text", "Ria: hint"}});
  does("line", {{"do", "line"}, {"text", "zetten"}});
  CHECK(trainer.get(room.run).has("Ria vroeg een hint"));
}

TEST_CASE("what was typed and refused stays in its form, for who typed it alone", "[web][training]") {
  TrainingRoom room("neighbours-quarrel", "Ineke");
  INFO(room.begun.body);
  REQUIRE(room.begun.status == 303);
  auto& trainer = room.noor;
  auto ria = room.player("Ria");
  const std::string question = "Wat wil hij zelf het liefst?";
  // Nobody has begun.
  ria.get(room.run);
  const auto refused = ria.submit("say", {{"do", "say"}, {"text", question}, {"kind", "question"}});
  CHECK(refused.status == 422);
  CHECK(refused.has(">" + question + "</textarea>"));
  CHECK(refused.has("nog niet begonnen"));
  CHECK_FALSE(trainer.get(room.run).has(question + "</textarea>"));
  CHECK_FALSE(ria.get(room.run).has(question + "</textarea>"));
  // So does a line that is not understood, a reason of blanks, and what was chosen with it.
  trainer.get(room.run);
  const auto line = trainer.submit("line", {{"do", "line"}, {"text", "abracadabra simsalabim"}});
  CHECK(line.status == 422);
  CHECK(line.has("value=\"abracadabra simsalabim\""));
  trainer.get(room.run);
  CHECK(trainer.submit("next", {{"do", "next"}}).status == 303);
  ria.get(room.run);
  CHECK(ria.submit("say", {{"do", "say"}, {"text", question}, {"kind", "question"}}).status == 422);
}

TEST_CASE("a place is offered what it may say itself, and reads that when it looks where it is", "[web][training]") {
  TrainingRoom room("debts-and-shame");
  const auto types = [&](const std::string& line) {
    room.noor.get(room.run);
    room.noor.submit("line", {{"do", "line"}, {"text", line}});
    return room.noor.get(room.run).body;
  };
  const auto offered = [](const std::string& page) {
    const auto list = page.substr(page.find("id=\"say-kind\""));
    return list.substr(0, list.find("</select>"));
  };
  types("Bram: verder");
  auto ria = room.player("Ria");
  // Who only listens is offered all that fits: the table may let them speak.
  CHECK(offered(ria.get(room.run).body).find("value=\"wish\"") != std::string::npos);
  types("Bram: verder");
  const auto asks = offered(ria.get(room.run).body);
  CHECK(asks.find("value=\"question\"") != std::string::npos);
  CHECK(asks.find("value=\"answer\"") == std::string::npos);
  room.noor.get(room.run);
  room.noor.submit("seat-form", {{"do", "seat"}, {"seat", "Noor"}});
  const auto noor = offered(room.noor.get(room.run).body);
  CHECK(noor.find("value=\"answer\"") != std::string::npos);
  CHECK(noor.find("value=\"question\"") == std::string::npos);

  CHECK(types("kijk").find("hier past: vraag, antwoord") != std::string::npos);
  const auto of_ria = types("Ria: kijk");
  CHECK(of_ria.find("hier past voor Ria: vraag") != std::string::npos);
  CHECK(of_ria.find("voor anderen dan Ria: antwoord") != std::string::npos);
  auto yusuf = room.player("Yusuf");
  yusuf.get(room.run);
  yusuf.submit("say", {{"do", "say"}, {"kind", ""}, {"text", "kijk"}});
  CHECK(yusuf.get(room.run).has("hier past voor Yusuf: vraag"));
  const auto of_noor = types("Noor: kijk");
  CHECK(of_noor.find("hier past voor Noor: antwoord") != std::string::npos);
  CHECK(of_noor.find("voor anderen dan Noor: vraag") != std::string::npos);
  // Who leads the talk has no word in it, and who watches has no place at the table.
  const auto of_bram = types("Bram: kijk");
  CHECK(of_bram.find("voor anderen dan Bram: vraag, antwoord") != std::string::npos);
  CHECK(of_bram.find("hier past voor Bram") == std::string::npos);
  CHECK(types("Sanne: kijk").find("hier past voor Sanne") == std::string::npos);
}

TEST_CASE("what is proposed at the page is typed at the page", "[web][training]") {
  TrainingRoom room("debts-and-shame");
  room.noor.get(room.run);
  room.noor.submit("line", {{"do", "line"}, {"text", "Bram: verder"}});
  room.noor.get(room.run);
  room.noor.submit("line", {{"do", "line"}, {"text", "waarom"}});
  const auto page = room.noor.get(room.run).body;
  CHECK(page.find("Zo kom je verder") != std::string::npos);
  CHECK(page.find("casus case") == std::string::npos);
  // A kind that is named is heard too, and a verb with its options.
  room.noor.submit("line", {{"do", "line"}, {"text", "Noor: wens Dat Lot kan blijven slapen"}});
  room.noor.get(room.run);
  room.noor.submit("line", {{"do", "line"}, {"text", "plan goal 'Lot komt logeren' --resident-words --as Noor"}});
  CHECK(room.noor.get(room.run).has("Lot komt logeren"));
  // In the name of another nobody plays.
  auto ria = room.player("Ria");
  ria.get(room.run);
  ria.post(room.run, {{"do", "say"}, {"kind", ""}, {"text", "plan goal 'Van Noor' --as Noor"}});
  CHECK(ria.get(room.run).has("Je speelt Ria"));
  CHECK_FALSE(ria.page().has("stelde een doel: Van Noor"));
}

}  // namespace casus::test
