// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/remarks/likely_names.hpp"
#include "core/engine/remarks/remarks.hpp"
#include "tests/engine/story.hpp"

using namespace casus;
using namespace casus::test;

namespace {

std::string found_in(std::string_view text) {
  const engine::LikelyNames finder({});
  auto found = finder.name(text);
  return found.empty() ? finder.address(text) : found;
}

std::vector<std::string> remarked(const Story& story, const std::string& text) {
  std::vector<std::string> out;
  for (const auto& remark : engine::remarks(story.c, {{}, story.c.id, "Noor", story.now, {}, say("fact", text)}))
    out.push_back(remark.rule + ": " + remark.message.in(Lang::nl));
  return out;
}

}  // namespace

TEST_CASE("a likely name is found however it is written", "[engine][R2]") {
  for (const auto* text : {"Van Dijk komt langs",
                           "Van der Meer belt morgen",
                           "De Boer kwam niet",
                           "De Vries was er niet",
                           "gisteren kwam Van Dijk langs",
                           "ABDELLAH werkt weer",
                           "Zij belt met FATIMA",
                           "JANSEN belt niet terug",
                           "haar dochter sanne is ziek",
                           "de broer van youssef helpt",
                           "vraag het aan marieke",
                           "mehmet woont boven",
                           "mr Smith kwam",
                           "mevrouw Delft belde",
                           "Naar huis met Karim",
                           "Zij zag Ben Haddad",
                           "El Idrissi belde",
                           "Mevrouw J. de Vries",
                           "A.B. Jansen kwam",
                           "fatima yildiz belt",
                           "Gezin Yildiz",
                           "de heer Van Dam kwam niet",
                           "Achmed en zijn zus",
                           "het gezin van Marloes",
                           "samir slaapt slecht"}) {
    CAPTURE(text);
    CHECK_FALSE(found_in(text).empty());
  }
  CHECK(found_in("Van Dijk komt langs") == "Van Dijk");
  CHECK(found_in("haar dochter sanne is ziek") == "sanne");
  CHECK(engine::LikelyNames({}).address("mr Smith of 12 Baker Street") == "12 Baker Street");
  CHECK(engine::LikelyNames({}).address("221 Old Park Road is dark") == "221 Old Park Road");
}

TEST_CASE("words that look a little like a name are none", "[engine][R2]") {
  for (const auto* text : {"De GGZ belt terug",
                           "De WMO geldt hier",
                           "Het CJG weet ervan",
                           "De SVB betaalt te laat",
                           "Het UWV vraagt een brief",
                           "DE GEMEENTE BELT",
                           "LET OP: morgen om tien uur",
                           "BELANGRIJK is de school",
                           "NIET bellen na zes uur",
                           "Zij heeft ADHD en COPD",
                           "De AVG geldt ook hier",
                           "MDO op donderdag",
                           "De BSO sluit om zes uur",
                           "Van moeder hoorde ik het",
                           "Van Moeder hoorde ik het",
                           "Van school komt niets",
                           "Van Jeugdzorg kwam een brief",
                           "Van Amsterdam naar Utrecht",
                           "Zij verhuist naar Den Haag",
                           "In Nieuwegein is plek",
                           "De Bibliotheek is open",
                           "De Voedselbank helpt",
                           "Veilig Thuis is gebeld",
                           "Het Wijkteam Noord helpt",
                           "Zij spreekt Turks en Engels",
                           "Van Turkse afkomst is hij niet",
                           "Op Maandag komt de huisarts",
                           "Na Pasen begint de school",
                           "Ten noorden van de wijk",
                           "Ter plekke bleek het anders",
                           "Den Helder is ver",
                           "Wil zij dat zelf?",
                           "Hij wil dat zij blijft",
                           "zij koos zelf een dag",
                           "het was een mooie roos",
                           "zij las een boek van haar zus",
                           "in mei en juni is het stil",
                           "de bas speelt te hard",
                           "een bal, een fee en een ster",
                           "zij bakt met els en hout",
                           "jan en alleman",
                           "12 uur Straat en park",
                           "om 12 uur bij het Plein",
                           "3 keer per week naar het park",
                           "2 mensen op de weg",
                           "Moeder met twee kinderen",
                           "De jongste is op 3 maart jarig",
                           "Oma. Zij helpt",
                           "mevrouw zegt dat de bakker komt",
                           "familie sterk maken",
                           "the family plan",
                           "we greet them and said yes",
                           "They walk down the road",
                           "GOED gedaan",
                           "OMA helpt, OPA ook",
                           "De IND en het COA",
                           "DUO betaalt uit"}) {
    CAPTURE(text);
    CHECK(found_in(text).empty());
  }
}

TEST_CASE("what leads to one person is remarked in a case without names", "[engine][R2]") {
  const auto story = begun();
  for (const auto* text :
       {"Van Dijk komt langs", "ABDELLAH werkt", "haar dochter sanne is ziek", "rekening NL91ABNA0417164300",
        "geboren 12-3-1980", "kenteken 12-ABC-3", "zie facebook.com/jan", "he lives of 12 Baker Street"}) {
    CAPTURE(text);
    REQUIRE_FALSE(remarked(story, text).empty());
    CHECK(remarked(story, text).front().starts_with("R2: "));
  }
  CHECK(remarked(story, "rekening NL91ABNA0417164300") ==
        std::vector<std::string>{"R2: hier staat een rekeningnummer: 'NL91ABNA0417164300'. In deze casus zonder naam "
                                 "hoort dat niet. Zeg het zonder."});
}

TEST_CASE("special data are asked about by the words that tell of them", "[engine][never_kept]") {
  const auto story = begun();
  const auto about = [&](const std::string& text, const std::string& words) {
    const auto said = remarked(story, text);
    return said.size() == 1 && said.front().starts_with("AVG ") &&
           said.front().find("'" + words + "' gaat over") != std::string::npos;
  };
  CHECK(about("hij is lid van de vakbond", "vakbond"));
  CHECK(about("zij stemt op een partij", "stemt op"));
  CHECK(about("hij is verdacht van iets", "verdacht van"));
  CHECK(about("uit de test bleek zijn dna", "dna"));
  CHECK(remarked(story, "DNA, afkomst Roma").size() == 2);
}
