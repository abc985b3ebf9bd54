// SPDX-License-Identifier: EUPL-1.2
#include "tests/service/mending/two_cases.hpp"

using namespace casus;
using namespace casus::test;

TEST_CASE("what came with another case is destroyed and erased there too", "[service][merging]") {
  const House house;
  TwoCases it(some_store(house));
  it.done("Bram", Correct{"b1", "de post ligt dicht", {}, {}, "beter"});
  it.done("Bram", into("c-1", "Noor Bakker"));
  CHECK(it.at("c-1").contributions[0].text == "de post ligt dicht");
  it.done("Noor Bakker", Destroy{"b1", DestroyGround::special, false}, "c-1");
  for (const auto* stream : {"case/c-1", "case/c-2"}) {
    CHECK(it.bytes_of(stream).find("de post ligt") == std::string::npos);
    CHECK(it.bytes_of(stream).find("de post samen") != std::string::npos);
  }
  const auto els = it.at("c-1").person("Els")->id;
  it.done("Noor Bakker", Correct{"a1", "", {"who=Bram"}, {}, "Els kan niet"}, "c-1");
  it.done("Noor Bakker", ErasePerson{els, "op verzoek", "Bram"}, "c-1");
  CHECK(it.at("c-1").entry(els)->erased);
  CHECK(it.at("c-2").person("Els") == nullptr);
  // Why she was erased is written in both, and with who looked at either.
  REQUIRE(it.bytes_of("case/c-2").find("op verzoek") != std::string::npos);
  it.done("Noor Bakker", Destroy{std::to_string(it.at("c-1").version), DestroyGround::special, false}, "c-1");
  for (const auto* stream : {"case/c-1", "case/c-2", "access/c-1", "access/c-2"})
    CHECK(it.bytes_of(stream).find("op verzoek") == std::string::npos);
  it.done("Noor Bakker", EraseCase{{"op verzoek", "Bram"}}, "c-1");
  CHECK(it.desk.service.is_erased("c-1"));
  CHECK(it.desk.service.is_erased("c-2"));
  CHECK(it.bytes_of("case/c-2").empty());
  const auto why = it.desk.service.erasures("c-1").back();
  REQUIRE(why.number > 0);
  REQUIRE(it.bytes_of("access/c-2").find("op verzoek") != std::string::npos);
  it.done("Noor Bakker", Destroy{"l" + std::to_string(why.number), DestroyGround::special, false, "Bram"}, "c-1");
  for (const auto* stream : {"access/c-1", "access/c-2"})
    CHECK(it.bytes_of(stream).find("op verzoek") == std::string::npos);
  OpenService again(*it.desk.store, it.desk.methods, it.desk.workflows, it.house.clock);
  CHECK(again.is_erased("c-2"));
  CHECK(it.desk.store->verify().findings.empty());
}

TEST_CASE("what came with another case is put right by what it was called there too", "[service][merging]") {
  const House house;
  TwoCases it(some_store(house));
  it.done("Noor Bakker", title("een eerste verhaal"), "c-1");
  it.done("Bram", title("de bel doet het niet"));
  it.done("Bram", into("c-1", "Noor Bakker"));
  CHECK(it.refused("Noor Bakker", Destroy{"c-2/b9", DestroyGround::special, false}, "c-1") == "NotFound");
  it.done("Noor Bakker", Correct{"#c-2/b2", "de bel is stuk", {}, {}, "beter"}, "c-1");
  REQUIRE(it.at("c-1").contributions.size() == 3);
  CHECK(it.at("c-1").contributions[0].text == "een eerste verhaal");
  CHECK(it.at("c-1").contributions[2].text == "de bel is stuk");
  it.done("Noor Bakker", Withdraw{"C-2/b1", "niet zo gezegd"}, "c-1");
  CHECK(it.at("c-1").contributions.size() == 2);
  it.done("Noor Bakker", Restore{"c-2/b1", "toch wel"}, "c-1");
  CHECK(it.at("c-1").contributions.size() == 3);
  it.done("Noor Bakker", Destroy{"c-2/b1", DestroyGround::special, false}, "c-1");
  it.done("Noor Bakker", Destroy{"c-2/b2", DestroyGround::special, false}, "c-1");
  for (const auto* stream : {"case/c-1", "case/c-2"}) {
    CHECK(it.bytes_of(stream).find("de post ligt") == std::string::npos);
    CHECK(it.bytes_of(stream).find("de bel") == std::string::npos);
  }
  CHECK(it.desk.store->verify().findings.empty());
}

TEST_CASE("why two were one is destroyed too, where it stands in the history of the case that ended",
          "[service][merging]") {
  const House house;
  TwoCases it(some_store(house));
  it.done("Bram", AddNetworkPerson{"tante", "tante", Shell::friend_, Quadrant::peers, false});
  it.done("Bram", MergePersons{{"tante", "Els", "Joke zei het bij de bakker"}});
  const auto number = static_cast<std::int64_t>(it.at("c-2").version);
  const auto ref = "c-2/" + std::to_string(number);
  it.done("Bram", into("c-1", "Noor Bakker"));
  // Erasing the one who is named offers the place that did not come along.
  it.done("Noor Bakker", AddNetworkPerson{"Joke", "bakker", Shell::friend_, Quadrant::peers, false}, "c-1");
  std::string offered;
  for (const auto& remark : it.done("Noor Bakker", ErasePerson{"Joke", "op verzoek", "Bram"}, "c-1").remarks)
    if (remark.message.id() == "remark.named_in_ended") offered = remark.message.in(Lang::en);
  CHECK(offered.find(ref) != std::string::npos);
  const auto taken = std::to_string(it.at("c-1").taken_in[0].event);
  REQUIRE(it.bytes_of("case/c-2").find("bij de bakker") != std::string::npos);
  CHECK(it.refused("Bram", Destroy{ref, DestroyGround::other_person, false}, "c-1") == "NotYoursToMend");
  CHECK(it.refused("Noor Bakker", Destroy{"c-2/999", DestroyGround::other_person, false}, "c-1") == "NotFound");
  it.done("Noor Bakker", Destroy{ref, DestroyGround::other_person, false}, "c-1");
  CHECK(it.bytes_of("case/c-2").find("bij de bakker") == std::string::npos);
  CHECK(it.refused("Noor Bakker", Destroy{ref, DestroyGround::other_person, false}, "c-1") == "DestroyedAlready");
  // Why the cases are one is said in both.
  REQUIRE(it.bytes_of("case/c-2").find("twee keer aangemeld") != std::string::npos);
  it.done("Noor Bakker", Destroy{taken, DestroyGround::other_person, false}, "c-1");
  for (const auto* stream : {"case/c-1", "case/c-2"})
    CHECK(it.bytes_of(stream).find("twee keer aangemeld") == std::string::npos);
  CHECK(it.desk.store->verify().findings.empty());
}

TEST_CASE("a file that came with another case is read where it was put, and destroyed there", "[service][merging]") {
  const House house;
  TwoCases it(some_store(house));
  const std::string letter = "%PDF-1.4 brief";
  const engine::Found found{static_cast<std::int64_t>(letter.size()), FileKind::pdf, "PDF"};
  Command attach{{}, "c-2", "Bram", {}, std::nullopt, CommandBody(AttachFile{"brief.pdf", "brief"})};
  REQUIRE(it.desk.service.attach(attach, letter, found).done());
  it.done("Bram", into("c-1", "Noor Bakker"));
  REQUIRE(it.at("c-1").files.size() == 1);
  CHECK(service::Unlogged(it.desk.service).file("c-1", "f1") == letter);
  it.done("Noor Bakker", Destroy{"f1", DestroyGround::wrong_case, false}, "c-1");
  CHECK_THAT(fault_of([&] { service::Unlogged(it.desk.service).file("c-2", "f1"); }),
             Catch::Contains("not there any more"));
}
