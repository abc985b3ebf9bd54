// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/people/people_line.hpp"

#include "core/desk/meeting/guided/guided_meeting.hpp"
#include "core/service/unlogged.hpp"
#include "tests/desk/room.hpp"

// Several people around the resident in one line: what each line stands for, and what is asked of one that is not
// clear.

namespace casus::test {

namespace {

std::string end_of(const std::string& id) { return id.empty() ? "?" : id; }

/// A command as a test reads it: "Riet (zus): intimate family", "resident-Riet strong".
std::string shown(const CommandBody& body) {
  if (const auto* added = std::get_if<AddNetworkPerson>(&body))
    return added->name + " (" + added->relation + "): " + std::string(key(added->shell)) + ' ' +
           std::string(key(added->quadrant));
  if (const auto* named = std::get_if<NameForNetwork>(&body)) return named->name + " (" + named->relation + ')';
  if (const auto* tie = std::get_if<AddTie>(&body))
    return end_of(tie->from) + '-' + end_of(tie->to) + ' ' + std::string(key(tie->strength)) +
           (tie->tension ? " tension" : "") + ' ' + std::string(key(tie->direction));
  if (const auto* placed = std::get_if<PlaceInFamily>(&body)) {
    const bool plain = placed->symbol == Symbol::unknown && placed->state == Vital::alive;
    return placed->name + (plain ? "" : ' ' + std::string(key(placed->symbol)) + ' ' + std::string(key(placed->state)));
  }
  if (const auto* parent = std::get_if<LinkParent>(&body))
    return parent->parent + '>' + parent->child +
           (parent->how == Descent::birth ? "" : ' ' + std::string(key(parent->how)));
  const auto& partners = std::get<LinkPartners>(body);
  return partners.one + (partners.bond == Bond::ended ? " x " : " + ") + partners.other;
}

std::string all_of(const desk::PeopleLine& line) {
  if (!line) return std::string(line.error().id());
  std::string out;
  for (const auto& body : *line) out += (out.empty() ? "" : "; ") + shown(body);
  return out;
}

std::string network(std::string_view text) { return all_of(desk::network_line(text)); }

}  // namespace

TEST_CASE("several people of the network are one line, in both languages", "[desk][network]") {
  CHECK(network("tante Riet, zus van moeder, intimi, familie, sterk; buurman Piet, vrienden, samenleving") ==
        "tante Riet (zus van moeder): intimate family; buurman Piet (): friend society; "
        "resident-tante Riet strong both");
  CHECK(network("aunt Riet, family, intimates, strong, gives\nPiet, friend, society, tension") ==
        "aunt Riet (): intimate family; Piet (): friend society; resident-aunt Riet strong gives; "
        "resident-Piet normal tension both");
  // A word of a few letters is enough, a shorter one is what somebody is.
  CHECK(network("Piet, vrie, sam, oom") == "Piet (oom): friend society");
  CHECK(network("Piet, kennis, maatschappij") == "Piet (): acquaintance society");
  CHECK(network("Piet, een kennis, de samenleving") == "Piet (): acquaintance society");
  CHECK(network("Oma, de moeder van Els") == "Oma (de moeder van Els)");
  // Nobody's place is guessed: without one they go on the raw list.
  CHECK(network("Riet; Piet, buurman;;") == "Riet (); Piet (buurman)");
  CHECK(network("Riet, familie") == "people_line.how_near");
  CHECK(network("Riet, intimi") == "people_line.from_which_side");
  // A colon behind the name is as good as a comma.
  CHECK(network("oma: intimi, familie; Buur: vrienden, samenleving") ==
        "oma (): intimate family; Buur (): friend society");
  CHECK(network("oma: moeder van moeder") == "oma (moeder van moeder)");
  CHECK(network("oma:") == "oma ()");
  CHECK(
      desk::network_line("oma: intimi").error().in(Lang::nl) ==
      "Uit welke hoek komt oma: familie, lotgenoten, professionals of samenleving? Typ dat erbij, zoals: oma, intimi, "
      "familie.");
  // Ties between two people come after the people.
  CHECK(network("Riet - Piet, zwak, spanning; Riet, intimi, familie") ==
        "Riet (): intimate family; Riet-Piet weak tension both");
  CHECK(network("Anne-Marie, vrienden, lotgenoten") == "Anne-Marie (): friend peers");
  CHECK(network("Riet, zus, buurvrouw, intimi, familie") == "people_line.part_unknown");
  CHECK(network("Riet - Piet, buren") == "people_line.part_unknown");
  CHECK(network("Riet, intimi, familie, vrienden, samenleving") == "people_line.part_unknown");
  CHECK(network("Riet, intimi, familie, vrienden") == "people_line.part_unknown");
  CHECK(network(" ; , \n") == "people_line.nobody");
  // A sign between people inside one place is a comma; a beginning of a word may be somebody's name.
  CHECK(network("oma, intimi; familie") == "oma (): intimate family");
  CHECK(network("oma: family; intimates; buurman Piet, vrienden, samenleving") ==
        "oma (): intimate family; buurman Piet (): friend society");
  CHECK(network("oma, intimi; Sam") == "people_line.from_which_side");
  CHECK(network("oma, intimi, familie; familie") == "oma (): intimate family; familie ()");
  CHECK(network("oma; familie") == "oma (); familie ()");
}

TEST_CASE("a family is one line: who are partners, who were, and whose children", "[desk][network]") {
  Case state;
  const auto family = [&](std::string_view text) { return all_of(desk::family_line(text, state)); };
  CHECK(family("Els + Jan > inwoner, Tom") ==
        "Els; Jan; inwoner; Tom; Els + Jan; Els>inwoner; Jan>inwoner; Els>Tom; Jan>Tom");
  CHECK(family("Els x Piet; Els > Lisa") == "Els; Piet; Lisa; Els x Piet; Els>Lisa");
  CHECK(family("Oma Bep (vrouw, overleden) > Tim (man, pleegkind), inwoner") ==
        "Oma Bep woman dead; Tim man alive; inwoner; Oma Bep>Tim foster; Oma Bep>inwoner");
  CHECK(family("Alex + Max") == "Alex; Max; Alex + Max");
  for (const auto* unclear :
       {"Els", "Els >", "> Tom", "Els + > Tom", "Els + Jan + Piet", "Els > Tom > Lisa", "Els (slim) > Tom"})
    CHECK(family(unclear) == "people_line.family_unknown");
  CHECK(family("") == "people_line.nobody");
  // Who stands there already is not placed anew, which would take their symbol away.
  FamilyMember resident;
  resident.person = "resident";
  state.family.members.push_back(resident);
  CHECK(family("Els > inwoner") == "Els; Els>inwoner");
  CHECK(family("Els > inwoner (man)") == "Els; inwoner man alive; Els>inwoner");
}

TEST_CASE("a line of people is typed in the meeting: all are kept, or none", "[desk][guided][network]") {
  TeamRoom room;
  auto desk = room.desk("Samira");
  desk::GuidedMeeting meeting(desk, room.today());
  REQUIRE_FALSE(meeting.open());
  meeting.take("begin Samira, Noor, Ria");
  meeting.take("neem");
  const auto kept = [&] {
    std::size_t count = 0;
    for (const auto& person : service::Unlogged(desk.service()).open("2026-001").people)
      count += person.network ? 1 : 0;
    return count;
  };
  meeting.take("netwerk: tante Riet, intimi, familie, sterk; buurman Piet, vrienden, samenleving");
  CHECK(meeting.now().done);
  CHECK(meeting.now().messages.size() >= 3);
  CHECK(kept() == 2);
  meeting.take("netwerk: oom Kees, vrienden, familie; oom Kees - Niemand, zwak");
  CHECK_FALSE(meeting.now().done);
  CHECK(meeting.now().back == "netwerk: oom Kees, vrienden, familie; oom Kees - Niemand, zwak");
  CHECK(kept() == 2);
  meeting.take("network: oom Kees, vrienden");
  CHECK_FALSE(meeting.now().done);
  CHECK(kept() == 2);
  // Who it is may stand before the colon; what only says that people follow, is nobody's name.
  const auto has = [&](std::string_view name) {
    return service::Unlogged(desk.service()).open("2026-001").person(name) != nullptr;
  };
  meeting.take("netwerk oma: intimi; familie");
  CHECK(meeting.now().done);
  CHECK(has("oma"));
  CHECK_FALSE(has("intimi"));
  CHECK_FALSE(has("familie"));
  CHECK(kept() == 3);
  meeting.take("network add: cousin Joy, intimates, family");
  CHECK(has("cousin Joy"));
  CHECK_FALSE(has("add"));
  CHECK(kept() == 4);
  // What says how near or which side is nobody's name either, nor is a word for the resident.
  for (const auto* line : {"netwerk familie: tante An, intimi", "netwerk intimi: tante An, familie, samenleving"}) {
    CAPTURE(line);
    meeting.take(line);
    CHECK_FALSE(meeting.now().done);
    CHECK(kept() == 4);
  }
  meeting.take("netwerk inwoner: tante An, intimi, familie");
  CHECK(meeting.now().done);
  CHECK(has("tante An"));
  CHECK_FALSE(has("familie"));
  CHECK(kept() == 5);
  meeting.take("netwerk buurvrouw: kennis");
  CHECK_FALSE(meeting.now().done);
  CHECK_FALSE(has("buurvrouw"));
}

}  // namespace casus::test
