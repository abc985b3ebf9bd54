// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/decide/attaching.hpp"
#include "tests/service/found.hpp"
#include "tests/service/house.hpp"

using namespace casus;
using namespace casus::test;

TEST_CASE("an id is read with its sign and in capitals, and kept plain", "[service]") {
  const House house;
  Desk desk(house);
  desk.begin();
  const auto done = [&](auto body) {
    auto answer = desk.does("Noor Bakker", std::move(body));
    if (answer.refusal) FAIL(answer.refusal->reason.in(Lang::en));
    return answer.events.back().body;
  };
  done(SetGoal{{.text = "De post gaat weer open"}});
  CHECK(std::get<PlanAgreed>(done(AgreePlan{" #G1", {}, {}})).line == "g1");
  done(AskRight{Right::access, "", {}, "", {}});
  CHECK(std::get<RightAnswered>(done(AnswerRight{{"#R1", RightAnswer::granted, "", {}}})).request == "r1");
  done(RaiseDecision{{.question = "Gaan we door?"}});
  TakeDecision taken{{.decision = "D1", .outcome = "We gaan door", .because = "Zij wil het"}};
  CHECK(std::get<DecisionTaken>(done(taken)).decision == "d1");
  // What is no id is said back as it was typed.
  const auto refused = desk.does("Noor Bakker", AgreePlan{"De Post", {}, {}}).refusal;
  REQUIRE(refused);
  CHECK(refused->reason.in(Lang::nl).find("De Post") != std::string::npos);
}

TEST_CASE("a destroyed text survives no kill: the event and its keys are one transaction", "[service][mending]") {
  const House house;
  Desk desk(house);
  desk.begin();
  CHECK(desk.does("Noor Bakker", title("Kracht van Piet")).done());
  auto answers = desk.service.handle_all(
      {Command{"k", "c-1", "Noor Bakker", {}, std::nullopt, CommandBody(Destroy{"b1", DestroyGround::name, false})}},
      false);  // a dry run
  REQUIRE(answers.front().done());
  CHECK(desk.service.open("c-1").contributions.front().text == "Kracht van Piet");
  CHECK(desk.store->read("case/c-1", 4).front().payload.has_value());
  CHECK(desk.does("Noor Bakker", Destroy{"b1", DestroyGround::name, false}, "k").done());
  CHECK_FALSE(desk.store->read("case/c-1", 4).front().payload.has_value());
  CHECK(desk.does("Noor Bakker", Destroy{"b1", DestroyGround::name, false}, "k").repeated);
  CHECK(desk.store->unfinished().empty());
}

TEST_CASE("a contribution goes to the case where it belongs, and is destroyed where it stood", "[service][mending]") {
  const House house;
  Desk desk(house);
  desk.begin("c-1");
  desk.begin("c-2");
  CHECK(desk.does("Noor Bakker", title("Over de buren")).done());
  CHECK(desk.does("Noor Bakker", MoveOver{"b1", "c-9"}).refusal->name == "CaseUnknown");
  CHECK(desk.does("Noor Bakker", MoveOver{"b1", "c-1"}).refusal->name == "SameCase");
  const auto moved = desk.does("Noor Bakker", MoveOver{"b1", "c-2"}, "m");
  REQUIRE(moved.done());
  REQUIRE_FALSE(moved.remarks.empty());  // where it stands now, and as what
  CHECK(moved.remarks.back().message.in(Lang::nl) == "dit staat nu in casus c-2, als b1");
  CHECK(desk.does("Noor Bakker", MoveOver{"b1", "c-2"}, "m").repeated);
  CHECK(desk.service.open("c-1").contributions.empty());
  const auto other = desk.service.open("c-2");
  REQUIRE(other.contributions.size() == 1);
  CHECK(other.contributions[0].text == "Over de buren");
  CHECK(other.name_of(other.contributions[0].by, Lang::nl) == "Noor Bakker");
  CHECK(found_in(all_that_opens((house.folder / "casus.db").string()), "Over de buren").find("BroughtOver") ==
        std::string::npos);
  Desk later(house);
  CHECK(later.service.open("c-1").contributions.empty());
  CHECK(later.store->verify().findings.empty());
}

TEST_CASE("what a case cannot be without goes with all its wordings but the last, and that is said",
          "[service][mending]") {
  const House house;
  Desk desk(house);
  desk.begin();
  for (const std::string ref : {"title", "purpose"}) {
    CAPTURE(ref);
    for (const std::string words : {"GEHEIM een", "GEHEIM twee", "gewoon"})
      REQUIRE(desk.does("Noor Bakker", Correct{ref, words, {}, {}, "scherper"}).done());
    const auto done = desk.does("Noor Bakker", Destroy{ref, DestroyGround::name, false});
    REQUIRE(done.done());
    REQUIRE_FALSE(done.remarks.empty());
    CHECK(done.remarks.back().message.in(Lang::nl).find("wat er nu staat, blijft") != std::string::npos);
    const auto now = desk.service.open("c-1");
    CHECK((ref == "title" ? now.title : now.purpose) == "gewoon");
  }
  CHECK(found_in(all_that_opens((house.folder / "casus.db").string()), "GEHEIM") == "");
  CHECK(found_in(all_that_opens((house.folder / "casus.db").string()), "Moeder met twee kinderen") == "");
}

TEST_CASE("what is moved by its number in the history is not lost", "[service][mending]") {
  const House house;
  Desk desk(house);
  desk.begin("c-1");
  desk.begin("c-2");
  for (const std::string text : {"Over de buren", "Over de tuin"}) {
    REQUIRE(desk.does("Noor Bakker", title(text)).done());
    const auto number = std::to_string(desk.service.open("c-1").version);
    const auto ref = text == "Over de tuin" ? "#" + desk.service.open("c-1").contributions.back().id : number;
    CAPTURE(ref);
    REQUIRE(desk.does("Noor Bakker", MoveOver{ref, "c-2"}).done());
    CHECK(desk.service.open("c-1").contributions.empty());
    REQUIRE_FALSE(desk.service.open("c-2").contributions.empty());
    CHECK(desk.service.open("c-2").contributions.back().text == text);
  }
}

TEST_CASE("what the team wrote down is destroyed with its keys", "[service][mending]") {
  const House house;
  Desk desk(house);
  const auto tells = [&](TeamBody body) { return desk.service.handle(TeamCommand{{}, {}, std::move(body)}); };
  FoundTeam team{{.name = "Wijkteam Noord"}};
  REQUIRE(tells(team).done());
  REQUIRE(tells(NoteLearning{"GEHEIM leren", "thema"}).done());
  REQUIRE(tells(CorrectLine{"l1", "GEHEIM beter", {}, "scherper"}).done());
  CHECK(desk.service.team()->learning[0].text == "GEHEIM beter");
  REQUIRE(tells(NoteLearning{"Blijft", "thema"}).done());
  REQUIRE(tells(DestroyLine{"l1", DestroyGround::name, false}).done());
  REQUIRE(desk.service.team()->learning.size() == 1);
  CHECK(desk.service.team()->learning[0].text == "Blijft");
  Desk later(house);
  CHECK(later.service.team()->learning.size() == 1);
  CHECK(found_in(all_that_opens((house.folder / "casus.db").string()), "GEHEIM") == "");
  CHECK(later.store->verify().findings.empty());
}

TEST_CASE("an attachment is kept whole, and goes with its case or alone", "[service][files]") {
  const House house;
  Desk desk(house);
  desk.begin();
  std::string bytes = "%PDF-1.4 GEHEIM";
  bytes += std::string(1'000'000, '\0');
  const auto attach = [&](const std::string& about, const engine::Found& found) {
    return desk.service.attach(
        Command{{}, "c-1", "Noor Bakker", {}, std::nullopt, CommandBody(AttachFile{"brieven/brief.pdf", about})}, bytes,
        found);
  };
  const engine::Found pdf{static_cast<std::int64_t>(bytes.size()), FileKind::pdf, "application/pdf"};
  CHECK(attach("", pdf).refusal->name == "EmptyText");
  CHECK(kLargestFile == 10'485'760);
  CHECK(attach("brief", {kLargestFile + 1, FileKind::pdf, {}}).refusal->name == "FileTooLarge");
  CHECK(attach("brief", {10, std::nullopt, "application/x-executable"}).refusal->name == "KindOfFile");
  CHECK(desk.does("Noor Bakker", AttachFile{"brief.pdf", "brief"}).refusal->name == "NoBytes");
  // A number in its name is refused before anything else of the file is said, and is not said again.
  for (const auto& what : {pdf, engine::Found{0, FileKind::pdf, {}}, engine::Found{10, std::nullopt, "image/x"},
                           engine::Found{kLargestFile + 1, FileKind::pdf, {}}}) {
    Command named{{}, "c-1", "Noor Bakker", {}, std::nullopt, CommandBody(AttachFile{"x/1234 56782.pdf", "brief"})};
    const auto refused = desk.service.attach(std::move(named), bytes, what).refusal;
    REQUIRE(refused);
    CHECK(refused->name == "CitizenNumber");
    CHECK(refused->reason.in(Lang::nl).find("5678") == std::string::npos);
  }
  REQUIRE(attach("Brief van de woningbouw", pdf).done());
  REQUIRE(attach("Nog een", pdf).done());
  const auto c = desk.service.open("c-1");
  REQUIRE(c.files.size() == 2);
  CHECK(c.files[0].file.name == "brief.pdf");
  CHECK(desk.service.file("c-1", "f1") == bytes);
  CHECK(found_in(bytes_of_store(house), "GEHEIM") == "");
  REQUIRE(desk.does("Noor Bakker", Destroy{"f1", DestroyGround::wrong_case, false}).done());
  CHECK(fault_of([&] { desk.service.file("c-1", "f1"); }) == "attachment 'f1' of case 'c-1' is not there any more");
  CHECK(desk.service.open("c-1").files.size() == 1);
  CHECK(desk.service.file("c-1", "f2") == bytes);
  REQUIRE(desk.does("Noor Bakker", EraseCase{"termijn voorbij", "Bram"}).done());
  CHECK(fault_of([&] { desk.service.file("c-1", "f2"); }) == "attachment 'f2' of case 'c-1' is not there any more");
  CHECK(found_in(all_that_opens((house.folder / "casus.db").string()), "GEHEIM") == "");
  CHECK(desk.store->verify().findings.empty());
}
