// SPDX-License-Identifier: EUPL-1.2
#include "core/method/phrases.hpp"
#include "tests/support/catch.hpp"

#include <ostream>
#include <string>

// What is heard as danger in words that people use at a case review: one line each, as it is said.

namespace casus::method {
namespace {

/// What is asked about a line, or what it is kept as where danger stands.
enum class Heard {
  danger,  ///< whether it is now
  worry,   ///< whether it is a concern
  help,    ///< nothing: it tells what was done about danger, or is being done
  nothing,
};

std::ostream& operator<<(std::ostream& out, Heard heard) { return out << static_cast<int>(heard); }

Heard heard(std::string_view text) {
  if (tells_of_danger(text)) return Heard::danger;
  if (tells_of_worry(text)) return Heard::worry;
  return tells_of_help(text) ? Heard::help : Heard::nothing;
}

struct Line {
  const char* text;
  Heard heard;
};

constexpr Line kLines[] = {
    {"het kind van vier is 's nachts alleen thuis", Heard::danger},
    {"de kinderen zijn 's avonds alleen", Heard::danger},
    {"haar dochtertje van zes zit 's avonds alleen thuis", Heard::danger},
    {"zij laat de kinderen alleen", Heard::danger},
    {"de peuter loopt alleen op straat", Heard::danger},
    {"hij heeft haar bij de keel gepakt", Heard::danger},
    {"hij greep haar bij haar keel", Heard::danger},
    {"hij pakte haar bij de strot", Heard::danger},
    {"hij staat voor de deur te schreeuwen met een hamer", Heard::danger},
    {"hij stond met een honkbalknuppel voor de deur", Heard::danger},
    {"hij zwaait met een bijl", Heard::danger},
    {"laatst zei hij ik ben er liever niet meer", Heard::danger},
    {"hij zei dat hij er niet meer wil zijn", Heard::danger},
    {"ze zegt was ik er maar niet", Heard::danger},
    {"he said he doesn't want to be here anymore", Heard::danger},
    {"voor mij hoeft het niet meer, zei hij", Heard::worry},
    {"ze zei dat het voor haar niet meer hoeft", Heard::worry},
    {"volgens zijn zus hoeft het voor hem niet meer", Heard::worry},
    {"de kinderen komen zonder brood op school", Heard::worry},
    {"she doesn't see the point of living anymore", Heard::danger},
    {"she doesnt see the point of living anymore", Heard::danger},
    {"he sees no point in going on", Heard::danger},
    {"she doesnt want to live", Heard::danger},
    {"he said he doesnt want to be here anymore", Heard::danger},
    {"they wont let her out", Heard::danger},
    {"hes missing since friday", Heard::danger},
    {"carer told me hes been leaving the gas on", Heard::danger},
    {"he keeps leaving the gas bill for his mum", Heard::nothing},
    {"zij laat steeds het gas aan staan", Heard::danger},
    {"hij laat het gas aan als hij weggaat", Heard::danger},
    {"mevr (82) laat t gas aanstaan", Heard::danger},
    {"ze laat 't gas aan", Heard::danger},
    {"hij liet het gas openstaan", Heard::danger},
    {"gisteren heeft ze het gas aangelaten", Heard::danger},
    {"zij vergeet het gas uit te doen", Heard::danger},
    {"she left the hob on twice this week", Heard::danger},
    {"he forgets to turn the gas off", Heard::danger},
    {"zij laat het gas afsluiten", Heard::nothing},
    {"zij laat 't gas aansluiten", Heard::nothing},
    {"she left the hob and the fridge to her sister", Heard::nothing},
    {"en ze liep dinsdagnacht in haar nachtpon op straat", Heard::danger},
    {"hij liep in zijn pyjama op straat", Heard::danger},
    {"de buren vonden haar op straat in haar nachthemd", Heard::danger},
    {"she was in her nightie in the street last night", Heard::danger},
    {"he was found wandering by the canal", Heard::danger},
    {"de kat liep gisteren op straat", Heard::nothing},
    {"zij koopt een nachtpon op de markt", Heard::nothing},
    {"their cat was found wandering", Heard::nothing},
    {"ze zei vanochtend dat het van haar niet meer hoeft", Heard::worry},
    {"van hem hoeft het niet meer, zei hij", Heard::worry},
    {"volgens zijn zus hoeft 't van hem niet meer", Heard::worry},
    {"ze zei dat ze van haar niet meer hoeft te komen", Heard::nothing},
    {"van haar hoeft het niet meer te gebeuren", Heard::nothing},
    {"het van haar niet meer hoeft te doen", Heard::nothing},
    {"she says she has had enough of life", Heard::worry},
    {"he is tired of living", Heard::danger},
    {"she has had enough of living with her mum", Heard::nothing},
    {"he is tired of living in that flat", Heard::nothing},
    {"zij laat het gas aansluiten", Heard::nothing},
    {"im worried about the baby, bruise on the arm", Heard::worry},
    {"the little one isnt safe there", Heard::worry},
    {"im worried", Heard::worry},
    {"kids came to school without lunch 3 times, school is worried", Heard::worry},
    {"whats the point of that meeting", Heard::nothing},
    {"they were worried, it went well", Heard::nothing},
    {"zij is er liever niet meer bij als hij komt", Heard::nothing},
    {"hij wil liever niet meer naar school", Heard::nothing},
    {"ze heeft pillen opgespaard", Heard::danger},
    {"zij spaart haar medicijnen op", Heard::danger},
    {"er ligt een afscheidsbrief", Heard::danger},
    {"zij nam afscheid van iedereen", Heard::danger},
    {"ze eet al vijf dagen niet", Heard::danger},
    {"hij heeft al drie dagen niets gegeten", Heard::danger},
    {"hij schudde de baby", Heard::danger},
    {"er is een wapen in huis", Heard::danger},
    {"er liggen messen onder zijn bed", Heard::danger},
    {"hij dreigt via de telefoon", Heard::danger},
    {"zij krijgt dreigtelefoontjes", Heard::danger},
    {"hij zegt dat hij haar kapot maakt", Heard::danger},
    {"hij volgt haar", Heard::danger},
    {"haar ex achtervolgt haar", Heard::danger},
    {"zij is opgesloten in de badkamer", Heard::danger},
    {"hij laat haar niet naar buiten", Heard::danger},
    {"hij slaat", Heard::danger},
    {"dat hij haar slaat", Heard::danger},
    {"hij sloeg gisteren het kind", Heard::danger},
    {"hij schopt tegen haar buik", Heard::danger},
    {"zij wordt uitgehuwelijkt", Heard::danger},
    {"ik wou dat ik dood was", Heard::danger},
    {"zij ligt bewusteloos op de grond", Heard::danger},
    {"het huis staat in brand", Heard::danger},
    {"112 bellen!", Heard::danger},
    {"bel 112!", Heard::danger},
    {"bel nu 112", Heard::danger},
    {"moeten we 112 bellen", Heard::danger},
    {"the child is alone at night", Heard::danger},
    {"she leaves the kids alone", Heard::danger},
    {"he had her by her throat", Heard::danger},
    {"he stood at the door with a hammer", Heard::danger},
    {"she has saved up pills", Heard::danger},
    {"she left a goodbye letter", Heard::danger},
    {"she has not eaten for five days", Heard::danger},
    {"he shook her baby", Heard::danger},
    {"there is a gun in the house", Heard::danger},
    {"he makes threats by phone", Heard::danger},
    {"he is following her", Heard::danger},
    {"she was locked in her room", Heard::danger},
    {"call 112!", Heard::danger},
    {"he hits", Heard::danger},
    {"the father hits mother", Heard::danger},
    {"her husband hits", Heard::danger},
    {"her ex hits", Heard::danger},
    {"dad slaps mum", Heard::danger},
    {"her stepfather beats the dog and mum", Heard::danger},
    {"dad hit mum last night", Heard::danger},
    {"he slapped his wife", Heard::danger},
    {"she gets slapped", Heard::danger},
    {"he gave her a slap", Heard::danger},
    {"he beats me at home", Heard::danger},
    {"hij geeft moeder een klap", Heard::danger},
    {"mama krijgt klappen van papa", Heard::danger},
    {"vader gaf de kinderen klappen", Heard::danger},
    {"hij heeft haar een klap gegeven op haar wang", Heard::danger},
    {"zij kreeg een klap van haar broer", Heard::danger},
    {"hij geeft hem een flink pak slaag", Heard::danger},
    {"vroeger werd ze geslagen en nu weer", Heard::danger},
    {"ik weet niet of hij haar slaat", Heard::danger},
    {"het is niet de eerste keer dat hij haar slaat", Heard::danger},
    {"hij is er niet, is vermist", Heard::danger},
    {"de hond is weggelopen en de zoon is weggelopen", Heard::danger},
    {"hij slaat haar niet alleen thuis", Heard::danger},
    {"hij slaat haar, ik bel 112", Heard::danger},
    {"112 is nog niet gebeld, bel 112", Heard::danger},
    {"niemand wordt geslagen, maar hij bedreigt haar", Heard::danger},
    {"als kind ging het goed, maar nu wordt hij geslagen", Heard::danger},
    {"he hits her, not only at home", Heard::danger},
    {"zij is zonder reden geslagen", Heard::danger},
    {"hij is thuis vaak geslagen", Heard::danger},
    {"vroeger werd ze geslagen", Heard::worry},
    {"zij is als kind mishandeld", Heard::worry},
    {"haar vader sloeg haar jaren geleden", Heard::worry},
    {"hij slaat haar niet meer", Heard::worry},
    {"she was beaten as a child, and he hit her years ago", Heard::worry},
    {"he threatened her in the past", Heard::worry},
    {"ze durft niet naar huis", Heard::worry},
    {"zij heeft een blauw oog", Heard::worry},
    {"de kinderen hebben honger", Heard::worry},
    {"er is geen eten in huis", Heard::worry},
    {"hij heeft haar telefoon afgepakt", Heard::worry},
    {"hij rijdt dronken met de kinderen", Heard::worry},
    {"she is too scared to go home", Heard::worry},
    {"the kids are hungry", Heard::worry},
    {"he hits her no more", Heard::worry},
    {"112 is gebeld", Heard::help},
    {"112 is al gebeld", Heard::help},
    {"ik heb 112 gebeld", Heard::help},
    {"ik bel nu 112", Heard::help},
    {"bel 112, ik bel", Heard::help},
    {"112 bellen? dat doe ik, ik bel 112", Heard::help},
    {"Noor belt 112", Heard::help},
    {"Veilig Thuis is al gebeld", Heard::help},
    {"wij hebben gemeld bij Veilig Thuis", Heard::help},
    {"de politie is onderweg", Heard::help},
    {"de politie kwam en nam hem mee", Heard::help},
    {"de ambulance is er", Heard::help},
    {"de crisisdienst is gebeld", Heard::help},
    {"112 was called", Heard::help},
    {"I called 999", Heard::help},
    {"call 112, I'll do it", Heard::help},
    {"the police are on their way", Heard::help},
    {"Veilig Thuis has been called", Heard::help},
    {"niemand is in elkaar geslagen", Heard::nothing},
    {"niemand werd geslagen", Heard::nothing},
    {"er is geen gevaar", Heard::nothing},
    {"er is geen sprake van huiselijk geweld", Heard::nothing},
    {"hij slaat haar niet", Heard::nothing},
    {"zij wordt niet geslagen", Heard::nothing},
    {"hij heeft haar nooit geslagen", Heard::nothing},
    {"de kinderen zijn nooit alleen thuis", Heard::nothing},
    {"nobody was strangled", Heard::nothing},
    {"there is no sign of domestic violence", Heard::nothing},
    {"he never hit anyone", Heard::nothing},
    {"zij is doodmoe", Heard::nothing},
    {"ik schrik me dood", Heard::nothing},
    {"de batterij is dood", Heard::nothing},
    {"dat is om dood te gaan van verveling", Heard::nothing},
    {"wij hebben onze slag geslagen", Heard::nothing},
    {"de school stuurde een brandbrief", Heard::nothing},
    {"hij slaat een slag", Heard::nothing},
    {"hij slaat alarm bij de gemeente", Heard::nothing},
    {"zij is een moordwijf", Heard::nothing},
    {"het bedrijf gaat ten onder", Heard::nothing},
    {"een gevaarlijk kruispunt voor de school", Heard::nothing},
    {"dat is een wapenfeit", Heard::nothing},
    {"hij speelt met een pistool van water", Heard::nothing},
    {"zij slaat haar ogen neer", Heard::nothing},
    {"vader slaat maaltijden over", Heard::nothing},
    {"hij zit opgesloten in zijn eigen gedachten", Heard::nothing},
    {"hij volgt haar raad op", Heard::nothing},
    {"zij wil geen pillen slikken", Heard::nothing},
    {"een afscheidsbrief van de school", Heard::nothing},
    {"hij schudt het kind de hand", Heard::nothing},
    {"ze eet al dagen niet met ons mee", Heard::nothing},
    {"hij haalt een doosje pillen bij de apotheek", Heard::nothing},
    {"zij laat de kinderen alleen maar buiten spelen", Heard::nothing},
    {"er is alarm geslagen bij de woningbouw", Heard::nothing},
    {"the battery is dead", Heard::nothing},
    {"she hits the gym twice a week", Heard::nothing},
    {"her son hits puberty", Heard::nothing},
    {"dad hits the roof when the rent is late", Heard::nothing},
    {"the rent rise hits mum hard", Heard::nothing},
    {"the news hit her mother hard", Heard::nothing},
    {"he beats me at chess", Heard::nothing},
    {"her son beats everyone at cards", Heard::nothing},
    {"hij kreeg een klap van de molen", Heard::nothing},
    {"de zaak kreeg klappen", Heard::nothing},
    {"wij hebben een klap gegeven op het plan", Heard::nothing},
    {"he follows her advice", Heard::nothing},
    {"a goodbye letter from school", Heard::nothing},
    {"he hits the nail on the head", Heard::nothing},
    {"de politie komt niet", Heard::nothing},
    {"112 is niet gebeld", Heard::nothing},
    {"de crisisdienst is nog niet gebeld", Heard::nothing},
    {"er is niemand geslagen", Heard::nothing},
    {"er is geen kind geslagen", Heard::nothing},
    {"hij slaat de kinderen niet", Heard::nothing},
    {"de kat is gisteren mishandeld", Heard::nothing},
};

TEST_CASE("danger is heard in ordinary words, and not in a manner of speaking nor in what is denied", "[method][R14]") {
  for (const auto& line : kLines) {
    CAPTURE(line.text);
    CHECK(heard(line.text) == line.heard);
    // Whoever says it, however it is written, and with more said before it.
    const std::string text(line.text);
    CHECK(heard("Nou. " + text + ".") == line.heard);
    std::string loud = text;
    for (auto& c : loud) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    CHECK(heard(loud) == line.heard);
  }
}

TEST_CASE("what makes one line plain does not hide danger elsewhere in it", "[method][R14]") {
  for (const auto* plain : {"de hond is weggelopen. ", "niemand werd geslagen. ", "vroeger werd zij geslagen. ",
                            "hij slaat alarm. ", "112 is gebeld. ", "hij slaat haar niet. "}) {
    CAPTURE(plain);
    CHECK(tells_of_danger(std::string(plain) + "hij heeft de baby geschud"));
    CHECK(tells_of_danger(std::string("hij heeft de baby geschud. ") + plain));
  }
}

TEST_CASE("a call for help is one as long as nobody gives it", "[method][R14]") {
  for (const auto* text : {"112 bellen!", "bel 112!", "bel nu 112", "call 112!", "bel een ambulance"}) {
    CAPTURE(text);
    CHECK(calls_for_help(text));
    CHECK_FALSE(tells_of_help(text));
    CHECK(tells_of_danger(text));
  }
  for (const auto* text : {"bel 112, ik bel", "112 is gebeld", "ik heb 112 gebeld", "Veilig Thuis is al gebeld"}) {
    CAPTURE(text);
    CHECK(tells_of_help(text));
    CHECK_FALSE(tells_of_danger(text));
    CHECK_FALSE(tells_of_worry(text));
  }
}

}  // namespace
}  // namespace casus::method
