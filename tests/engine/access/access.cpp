// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/access.hpp"
#include "tests/engine/story.hpp"
#include "tests/support/typed_voice.hpp"

using namespace casus;
using namespace casus::test;

namespace {

engine::LookDecided looked(const Case& state, const std::string& by, CasePart part, const std::string& because = "") {
  return engine::decide_look(state, {by, part, because});
}

/// Noor presents, Bram is the chair; the resident, somebody of the circle and a case manager are there too.
Case table() {
  auto story = ready();
  story.does("Noor", AddParticipant{"Mevrouw De Wit", {Role::resident}, false, false, ""});
  story.does("Noor", AddParticipant{"Tante Joke", {Role::circle}, false, false, ""});
  story.does("Noor", AddParticipant{"Samira", {Role::case_manager}, true, false, ""});
  return story.c;
}

constexpr CasePart kContent[] = {CasePart::overview, CasePart::history,  CasePart::dossier,
                                 CasePart::extract,  CasePart::plan,     CasePart::network,
                                 CasePart::fidelity, CasePart::guidance, CasePart::texts};

}  // namespace

TEST_CASE("who works at the table sees all of the case, and each look is there to be logged", "[engine][access]") {
  const auto state = table();
  for (const auto part : kContent) {
    const auto found = looked(state, "bram", part);
    CAPTURE(key(part));
    CHECK_FALSE(found.refusal);
    CHECK(found.sight == Sight::table);
    CHECK(found.seen.has_value() == (part != CasePart::guidance));
    if (!found.seen) continue;
    CHECK(found.seen->name == "Bram");
    CHECK(found.seen->person == state.person("Bram")->id);
    CHECK(found.seen->part == part);
  }
}

TEST_CASE("what is sent on says where it went, and of a look that was refused nothing went", "[engine][access]") {
  const auto state = table();
  const auto sent = [&](const char* by) {
    engine::LookWanted wanted{by, CasePart::texts, ""};
    wanted.to = "zaken.voorbeeld.nl";
    return engine::decide_look(state, wanted).seen->to;
  };
  CHECK(sent("Bram") == "zaken.voorbeeld.nl");
  CHECK(sent("Mallory").empty());
}

TEST_CASE("a name that was typed at a computer is kept with the account that it was typed from", "[engine][access]") {
  auto state = table();
  const auto account_of = [&](const char* by, Sureness sureness) {
    engine::LookWanted wanted{by, CasePart::overview, "", false, sureness};
    wanted.account = "balie";
    return engine::decide_look(state, wanted).seen->account;
  };
  CHECK(account_of("Bram", Sureness::named) == "balie");
  CHECK(account_of("Mallory", Sureness::named) == "balie");  // and was refused
  CHECK(account_of("", Sureness::named) == "balie");
  // Who came by a link of their own sits elsewhere.
  CHECK(account_of("Bram", Sureness::invited).empty());
  CHECK(engine::turned_away({"Bram", CasePart::typing, "", false, Sureness::table, {}, "balie"}).account == "balie");
  // It lies under the key of that person, which is gone with them.
  const auto joke = state.person("Tante Joke")->id;
  CHECK(account_of(joke.c_str(), Sureness::named) == "balie");
  for (auto& one : state.people)
    if (one.id == joke) one.erased = true;
  CHECK(account_of(joke.c_str(), Sureness::named).empty());
}

TEST_CASE("somebody who is not at the table sees that the case exists, and whom to ask", "[engine][access]") {
  const auto state = table();
  for (const auto part : kContent) {
    const auto found = looked(state, "Piet", part);
    CAPTURE(key(part));
    REQUIRE(found.refusal);
    CHECK(found.refusal->name == "NotAtTable");
    REQUIRE(found.seen);
    CHECK(found.seen->sight == Sight::refused);
    CHECK(found.seen->person == "outside");
    CHECK(found.seen->name == "Piet");
  }
  const auto refusal = *looked(state, "Piet", CasePart::dossier).refusal;
  CHECK(refusal.reason.in(Lang::nl) ==
        "Casus 2026-001 bestaat (intake). Piet zit daar niet aan tafel en ziet daarom niet wat erin staat.");
  CHECK(refusal.reason.in(Lang::en) ==
        "Case 2026-001 exists (intake). Piet is not at its table, so cannot see what is in it.");
  CHECK(refusal.remedies_in(typed_in(Lang::nl)) ==
        "Vraag het Samira (casusregisseur). Moet je er nu in? Zeg waarom: --because \"...\". Dat wordt vastgelegd; de "
        "inwoner en iedereen aan tafel kunnen het teruglezen.");
  CHECK(refusal.remedies_in(typed_in(Lang::en)) ==
        "Ask Samira (case manager). Do you need to look now? Say why: --because \"...\". That is recorded; the "
        "resident and everyone at the table can read it.");
}

TEST_CASE("a reason is a way in, and is kept with the look", "[engine][access]") {
  const auto found = looked(table(), "Piet", CasePart::dossier, "waarneming voor Noor");
  CHECK_FALSE(found.refusal);
  CHECK(found.sight == Sight::reason);
  REQUIRE(found.seen);
  CHECK(found.seen->because == "waarneming voor Noor");
  CHECK(looked(table(), "Piet", CasePart::dossier, "  ").refusal->name == "NotAtTable");
  CHECK(looked(table(), "Piet", CasePart::dossier, std::string(10'001, 'x')).refusal->name == "TextTooLong");
}

TEST_CASE("who left the table does not see the case any more", "[engine][access]") {
  auto story = ready();
  CHECK_FALSE(looked(story.c, "Ria", CasePart::dossier).refusal);
  story.does("Noor", RemoveParticipant{"Ria"});
  CHECK(looked(story.c, "Ria", CasePart::dossier).refusal->name == "NotAtTable");
}

TEST_CASE("who is not there today reads the case on, until they leave it", "[engine][access]") {
  auto story = ready();
  story.does("Noor", RemoveParticipant{"Ria", true});
  const auto found = looked(story.c, "Ria", CasePart::dossier);
  CHECK_FALSE(found.refusal);
  CHECK(found.sight == Sight::table);
  story.does("Noor", RemoveParticipant{"Ria"});
  CHECK(looked(story.c, "Ria", CasePart::dossier).refusal->name == "NotAtTable");
  CHECK(looked(story.refolded(), "Ria", CasePart::dossier).refusal->name == "NotAtTable");
}

TEST_CASE("the resident gets what is the resident's own, the circle the plan", "[engine][access]") {
  const auto state = table();
  for (const auto part : kContent) {
    const auto resident = looked(state, "Mevrouw De Wit", part);
    const auto circle = looked(state, "Tante Joke", part);
    CAPTURE(key(part));
    const bool own = part == CasePart::overview || part == CasePart::history || part == CasePart::dossier ||
                     part == CasePart::extract || part == CasePart::plan;
    CHECK(resident.refusal.has_value() == !own);
    if (own) CHECK(resident.sight == Sight::resident);
    CHECK(circle.refusal.has_value() == (part != CasePart::plan));
  }
  const auto network = *looked(state, "Mevrouw De Wit", CasePart::network).refusal;
  CHECK(network.reason.in(Lang::nl) == "In dit deel (het netwerk) staan gegevens van anderen.");
  CHECK(network.remedies_in(typed_in(Lang::nl)) ==
        "Bekijk uw eigen uittreksel: casus case export 2026-001 --for inwoner. Of vraag het Samira (casusregisseur).");
  const auto circle = *looked(state, "Tante Joke", CasePart::dossier).refusal;
  CHECK(circle.reason.in(Lang::nl) == "De kring ziet de doelen en acties, en niet het dossier.");
  CHECK(circle.remedies_in(typed_in(Lang::nl)) ==
        "Bekijk de doelen en acties: casus plan show 2026-001. Of vraag het Samira (casusregisseur).");
}

TEST_CASE("who does not say who they are sees nothing, with a reason neither", "[engine][access]") {
  for (const auto* name : {"", "  "})
    for (const auto* because : {"", "waarneming voor Noor"}) {
      const auto found = looked(table(), name, CasePart::dossier, because);
      REQUIRE(found.refusal);
      CHECK(found.refusal->name == "WhoIsThis");
      CHECK(found.refusal->reason.in(Lang::nl) ==
            "Casus 2026-001 bestaat, maar het is niet duidelijk wie er wil kijken.");
      CHECK(found.refusal->remedies_in(typed_in(Lang::nl)) == "Zeg erbij wie je bent: --as NAAM.");
      REQUIRE(found.seen);
      CHECK(found.seen->sight == Sight::refused);
      CHECK(found.seen->name.empty());
    }
}
