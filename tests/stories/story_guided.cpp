// SPDX-License-Identifier: EUPL-1.2
// The guided meeting as somebody sits behind it: a real pseudo-terminal, and what its window shows.
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/has.hpp"

#include <nlohmann/json.hpp>

#include <signal.h>

namespace casus::test {
namespace {

using nlohmann::json;

/// A team of four, two cases with a question, and the agenda of today.
struct Team {
  Home home;
  std::string day = today();

  Team() {
    std::vector<json> lines{{{"do", "FoundTeam"}, {"name", "Wijkteam Voorbeeld"}, {"mode", "strict"}}};
    for (const auto* name : {"Samira", "Noor", "Daan", "Ria"}) lines.push_back({{"do", "AddMember"}, {"name", name}});
    open(lines, "2026-001", "Noor", "Moeder met twee kinderen, post blijft dicht",
         "Hoe help ik haar de post weer te openen?", "solution-focused/reflecting-team");
    open(lines, "2026-002", "Daan", "Oudere man, alleen sinds het voorjaar", "Wie zou hij vaker willen zien?",
         "action-learning/advice-round");
    lines.push_back({{"do", "PlanMeeting"},
                     {"meeting", day},
                     {"by", "Samira"},
                     {"chair", "Samira"},
                     {"minutes", 90},
                     {"lines",
                      {{{"part", "review"}, {"why", "asked"}, {"case", "2026-001"}, {"minutes", 35}},
                       {{"part", "review"}, {"why", "asked"}, {"case", "2026-002"}, {"minutes", 25}}}}});
    apply(lines);
  }

  static void open(std::vector<json>& lines, const std::string& id, const std::string& by, const std::string& title,
                   const std::string& question, const std::string& method) {
    lines.push_back({{"do", "OpenCase"},
                     {"case", id},
                     {"by", by},
                     {"title", title},
                     {"privacy", "anonymous"},
                     {"basis", "wmo"},
                     {"purpose", "Een eerste stap"},
                     {"method", method}});
    lines.push_back({{"do", "AskQuestion"}, {"case", id}, {"by", by}, {"text", question}, {"hoped_for", "Een stap"}});
  }

  void apply(const std::vector<json>& lines) const {
    std::string text;
    for (const auto& line : lines) text += line.dump() + '\n';
    home.folder().write("given.jsonl", text);
    const auto done = home.type("casus apply given.jsonl");
    INFO(done.out << done.err);
    REQUIRE(done.exit == 0);
  }

  std::unique_ptr<PseudoTerminal> run(int rows = 24, int columns = 80) const {
    return home.in_terminal({"meeting", "run", "--as", "Samira"}, rows, columns);
  }

  /// One text of everything that was ever kept of a case.
  std::string kept(const std::string& id) const {
    return home.type("casus case history " + id + " --json --as Noor").out;
  }
};

/// Types a line, and waits until the window shows what came of it.
void line(PseudoTerminal& at, const std::string& typed, const std::string& answer) {
  at.type(typed + '\r');
  const bool seen = at.shows(answer);
  INFO("after: " << typed << "\nwaited for: " << answer << "\nin the window:\n" << at.window());
  REQUIRE(seen);
}

void wait_for(PseudoTerminal& at, const std::string& text) {
  const bool seen = at.shows(text);
  INFO("waited for: " << text << "\nin the window:\n" << at.window());
  REQUIRE(seen);
}

const std::string kCtrlC = "\x03";

}  // namespace

TEST_CASE("a meeting is led from a terminal of 80 by 24, left, killed, taken up again and finished",
          "[stories][guided]") {
  const Team team;
  {
    auto at = team.run();
    wait_for(*at, "[Enter: begin Samira, Noor, Daan, Ria]");
    line(*at, "", "Samira begon het overleg");
    wait_for(*at, "[Enter: neem]");
    line(*at, "", "De bespreking is nog niet begonnen.");
    CHECK(at->rows()[0].starts_with("Wijkteam Voorbeeld, "));
    CHECK(at->rows()[0].ends_with("nog 90 min"));
    CHECK(at->rows()[1].starts_with("> 2026-001 (nog 3"));
    CHECK(has(at->rows()[1], "- 2026-002 (25)"));
    line(*at, "verder", "Analyse 1/4: Voorbereiden");
    line(*at, "v", "Analyse 2/4: Presenteren");
    line(*at, "noor wens: Ik wil weer durven kijken", "Noor (wens van de inwoner): Ik wil weer durven kijken");
    wait_for(*at, "Klaar voor de volgende stap: verder");
    line(*at, "verder", "Daan is aan de beurt, daarna Ria; Noor mag antwoorden.");
    line(*at, "daan: Wat wil ze zelf?", "Daan (vraag): Wat wil ze zelf?");

    // Refused, with what to do, and the line is there to be mended.
    line(*at, "noor vraag: Is zij moe?", "kan niet: In 'Verhelderen' is het woord aan:");
    CHECK(at->shows("[Tab: noor vraag: Is zij moe?]"));
    CHECK(at->shows("Wacht tot een stap waarin je aan het woord komt"));
    at->type("\t");
    wait_for(*at, "> noor vraag: Is zij moe?");
    at->type(kCtrlC);
    wait_for(*at, "de regel is leeg; nog eens Ctrl-C sluit het scherm");
    // A name that is nearly right is one Enter away.
    line(*at, "rai: Hoe lang speelt dit?", "bedoelde je Ria? Enter als dat klopt");
    line(*at, "", "Ria (vraag): Hoe lang speelt dit?");
    line(*at, "verder", "[Tab: verder omdat]");
    at->type(kCtrlC);
    CHECK(at->finish() == 0);
    CHECK(has(at->written(), "alles is bewaard; ga verder met: casus meeting run --date " + team.day));
  }
  {
    auto at = team.run();
    wait_for(*at, "Ria, vraag: Hoe lang speelt dit?");
    CHECK(at->shows("Analyse 3/4: Verhelderen"));
    line(*at, "noor: Sinds de zomer", "Noor (antwoord): Sinds de zomer");
    at->type("daan: half getypt");
    wait_for(*at, "> daan: half getypt");
    at->signal(SIGKILL);
    CHECK(at->finish() == -SIGKILL);
  }
  CHECK(has(team.kept("2026-001"), "Sinds de zomer"));
  CHECK(has(team.home.type("casus case history 2026-001 --as Noor").out, "Noor (getypt door Samira)"));
  CHECK_FALSE(has(team.kept("2026-001"), "half getypt"));
  auto at = team.run();
  wait_for(*at, "Noor, antwoord: Sinds de zomer");
  line(*at, "noor: Dat de post open gaat", "Noor (antwoord): Dat de post open gaat");
  line(*at, "parkeer omdat de tijd om is", "[Enter: neem]");
  at->type("agenda\r");
  wait_for(*at, "2026-001 Moeder met twee kinderen, post blijft dicht, geparkeerd: de tijd om");
  line(*at, "neem", "De bespreking is nog niet begonnen.");
  CHECK(at->shows("2026-002 Oudere man"));
  line(*at, "klaar", "[Enter: einde]");
  at->type("agenda");
  wait_for(*at, "> agenda");
  line(*at, "", "2026-001 Moeder met twee kinderen, post blijft dicht, geparkeerd: de tijd om");
  line(*at, "", "Geparkeerd: 2026-001. Verder daarmee? Typ: neem 2026-001.");
  at->type("einde");
  at->type("\r");
  CHECK(at->finish() == 0);
  CHECK(has(at->written(), "het overleg van " + team.day + " is afgelopen; alles is bewaard"));
  const auto store = team.home.type("casus store verify");
  CHECK(store.exit == 0);
}

TEST_CASE("a stranger who gives a reason sees the case on the screen, and the log keeps the reason",
          "[stories][guided]") {
  const Team team;
  {
    auto at = team.home.in_terminal({"meeting", "run", "--case", "2026-001", "--as", "Stranger"});
    CHECK(at->finish() == 1);
    CHECK_FALSE(has(at->written(), "post blijft dicht"));
  }
  const auto reasoned = team.home.type("casus meeting run --case 2026-001 --json --because invaller --as Stranger");
  CHECK(reasoned.exit == 0);
  CHECK(has(reasoned.out, "post blijft dicht"));
  const auto seen = team.home.type("casus case seen 2026-001 --as Noor").out;
  CAPTURE(seen);
  CHECK(has(seen, "geweigerd"));
  CHECK(has(seen, "invaller"));
}

TEST_CASE("hidden writing never comes on the shared screen before its step is over", "[stories][guided][R4]") {
  const Team team;
  team.apply(
      {{{"do", "AddParticipant"}, {"case", "2026-002"}, {"by", "Daan"}, {"name", "Samira"}, {"roles", {"chair"}}},
       {{"do", "AddParticipant"}, {"case", "2026-002"}, {"by", "Daan"}, {"name", "Ria"}, {"roles", {"member"}}},
       {{"do", "AddParticipant"}, {"case", "2026-002"}, {"by", "Daan"}, {"name", "Noor"}, {"roles", {"member"}}}});
  auto at = team.home.in_terminal({"meeting", "run", "--case", "2026-002", "--as", "Samira"});
  wait_for(*at, "Begin met: verder");
  line(*at, "verder", "Analyse 1/4");
  line(*at, "verder omdat proef", "Analyse 2/4");
  line(*at, "verder omdat proef", "Analyse 3/4: Verhaal en vraag");
  line(*at, "daan: Hij is alleen sinds zijn vrouw er niet meer is", "Daan (feit):");
  line(*at, "samira controle ja: De vraag is duidelijk", "Klaar voor de volgende stap");
  line(*at, "verder", "Analyse 4/4");
  line(*at, "verder omdat proef", "Iedereen schrijft voor zichzelf");
  const auto before = at->written().size();
  at->type("ria: Vraag zijn buurman");
  wait_for(*at,
           "> ria: \u2022\u2022\u2022\u2022\u2022 \u2022\u2022\u2022\u2022 \u2022\u2022\u2022\u2022\u2022\u2022\u2022");
  line(*at, "", "1 bijdrage is nog verborgen");
  at->type("\x1b[A");  // what is secret is not brought back by an arrow either
  CHECK_FALSE(has(at->written().substr(before), "buurman"));
  line(*at, "\x15verder omdat proef", "Vraag zijn buurman");
}

TEST_CASE("in private time the window shows nothing else, and keeps nothing", "[stories][guided][R13]") {
  Home home;
  std::filesystem::copy_file(std::filesystem::path(CASUS_SOURCE_DIR) / "tests/stories/given/private_time.jsonl",
                             home.folder() / "given.jsonl");
  REQUIRE(home.type("casus apply given.jsonl").exit == 0);
  const std::string id = "2026-001";
  const auto history = home.type("casus case history " + id + " --json --as Noor").out;
  auto at = home.in_terminal({"meeting", "run", "--case", id, "--as", "Bram"});
  wait_for(*at, "Besloten tijd van de kring");
  CHECK_FALSE(has(at->window(), "Moeder met een zoon"));
  line(*at, "bram: Wat zeggen zij?", "er wordt niets vastgelegd");
  CHECK(home.type("casus case history " + id + " --json --as Noor").out == history);
}

TEST_CASE("what is offered is never in the line, and what is pasted is shown before it is done", "[stories][guided]") {
  const Team team;
  auto at = team.run();
  wait_for(*at, "[Enter: begin ");
  line(*at, "", "[Enter: neem]");
  line(*at, "", "Begin met: verder");
  line(*at, "verder", "Analyse 1/4");
  line(*at, "verder", "Analyse 2/4");
  // A reason is asked for; what is typed next is not that reason.
  line(*at, "verder", "[Tab: verder omdat]");
  line(*at, "noor: Moeder heeft schulden", "Noor (feit): Moeder heeft schulden");
  CHECK_FALSE(has(team.kept("2026-001"), "Moeder heeft schulden\",\"because"));

  // One line that is pasted stands in the line, to look at; several are shown, and wait for Enter.
  at->type("\x1b[200~noor: Zij slaapt slecht\r\x1b[201~");
  wait_for(*at, "> noor: Zij slaapt slecht");
  CHECK_FALSE(has(team.kept("2026-001"), "slaapt"));
  line(*at, "", "Noor (feit): Zij slaapt slecht");
  at->type("\x1b[200~noor: De oudste helpt\nmet lezen\nnoor wens: Rust in huis\ndoel: De post gaat open\x1b[201~");
  wait_for(*at, "Geplakt: 3 regels");
  CHECK(at->shows("[Enter: geplakt]"));
  CHECK_FALSE(has(team.kept("2026-001"), "Rust in huis"));
  line(*at, "", "Noor (wens van de inwoner): Rust in huis");
  const auto kept = team.kept("2026-001");
  CHECK(has(kept, "De oudste helpt\\nmet lezen"));
  CHECK(has(kept, "De post gaat open"));
  at->type(kCtrlC);
  CHECK(at->finish() == 0);
  CHECK(has(at->written(), "\x1b[?2004l"));  // the terminal marks no pastes any more
}

TEST_CASE("lines that come at once where the terminal puts no marks around them are done in order, and none is lost",
          "[stories][guided]") {
  Team team;
  {
    auto at = team.run();
    wait_for(*at, "[Enter: begin ");
    line(*at, "", "[Enter: neem]");
    line(*at, "", "Begin met: verder");
    line(*at, "verder", "Analyse 1/4");
    line(*at, "verder", "Analyse 2/4");
    // The third is refused: what comes behind it waits, and answers nothing.
    at->type("noor: Zij slaapt slecht\ren eet weinig\rdaan: Ik denk dat zij moe is\rnoor wens: Rust\rdoel: Slapen\r");
    wait_for(*at, "regel 2 van 4 is niet gedaan");
    CHECK(has(team.kept("2026-001"), "Zij slaapt slecht\\nen eet weinig"));
    CHECK_FALSE(has(team.kept("2026-001"), "Slapen"));
    line(*at, "geplakt", "Slapen");
    CHECK(has(team.kept("2026-001"), "Rust"));
    at->type(kCtrlC);
    CHECK(at->finish() == 0);
  }
  team.home.set("TERM", "dumb");
  auto at = team.run(60);
  wait_for(*at, "Analyse 2/4");
  at->type("noor: De huur loopt achter\rnoor: De school belt\r");
  wait_for(*at, "Noor (feit): De school belt");
  CHECK(has(team.kept("2026-001"), "De huur loopt achter"));
  at->type("stop\r");
  CHECK(at->finish() == 0);
}

TEST_CASE("what others type elsewhere comes on the screen, and a window may change its size", "[stories][guided]") {
  const Team team;
  auto at = team.run();
  wait_for(*at, "[Enter: begin ");
  line(*at, "", "[Enter: neem]");
  line(*at, "", "Begin met: verder");
  line(*at, "verder", "Analyse 1/4");
  REQUIRE(team.home.type("casus case next 2026-001 --as Samira").exit == 0);
  wait_for(*at, "Analyse 2/4: Presenteren");
  REQUIRE(
      team.home.type("casus case say 2026-001 feit 'Zij slaapt slecht, ook als de kinderen slapen' --as Noor").exit ==
      0);
  wait_for(*at, "Noor, feit: Zij slaapt slecht, ook als de kinderen slapen");
  at->type("noor wens: Rust");
  wait_for(*at, "> noor wens: Rust");
  at->resize(40, 120);
  wait_for(*at, " | Aan tafel");
  wait_for(*at, "> noor wens: Rust");
  at->resize(12, 50);
  CHECK(at->hides(" | Aan tafel"));
  line(*at, "", "Noor (wens van de inwoner): Rust");
  // A laptop that is closed: the terminal hangs up.
  at->signal(SIGHUP);
  CHECK(at->finish() == 0);
  CHECK(has(at->written(), "\x1b[?1049l"));
  CHECK(has(team.kept("2026-001"), "Rust"));
}

TEST_CASE("what goes for good is done on the shared screen by who sits at the keys, not by who leads",
          "[stories][guided][erasing]") {
  const Team team;
  const auto begin = [&](const char* who) { return team.home.in_terminal({"meeting", "run", "--as", who}); };
  {
    auto at = begin("Noor");
    wait_for(*at, "[Enter: begin ");
    line(*at, "", "[Enter: neem]");
    line(*at, "", "Begin met: verder");
    line(*at, "verder", "Analyse 1/4");
    line(*at, "verder", "Analyse 2/4: Presenteren");
    line(*at, "noor wens: Rust in de Kerkstraat", "Noor (wens van de inwoner): Rust in de Kerkstraat");
    line(*at, "/case destroy b1 --ground naam --yes --as Samira", "Noor zit hier aan het toetsenbord");
  }
  {
    auto at = begin("Daan");  // who may is told, and that is not who leads
    wait_for(*at, "Analyse 2/4: Presenteren");
    line(*at, "/case destroy b1 --ground naam --yes", "Dat doet Noor.");
  }
  CHECK(has(team.kept("2026-001"), "Rust in de Kerkstraat"));
  auto at = begin("Noor");
  wait_for(*at, "Analyse 2/4: Presenteren");
  line(*at, "/case destroy b1 --ground naam --yes", "Noor vernietigde b1 voorgoed");
  CHECK_FALSE(has(team.kept("2026-001"), "Rust in de Kerkstraat"));
}

TEST_CASE("without colour, without a moving cursor and without a terminal", "[stories][guided]") {
  Team team;
  {
    auto at = team.run();
    wait_for(*at, "[Enter: begin ");
    line(*at, "", "[Enter: neem]");
    CHECK(at->is_coloured());
    team.home.set("NO_COLOR", "1");
    auto plain = team.run();
    wait_for(*plain, "[Enter: neem]");
    line(*plain, "", "Begin met: verder");
    CHECK_FALSE(plain->is_coloured());
  }
  team.home.set("TERM", "dumb");
  auto at = team.run(60);
  wait_for(*at, "Begin met: verder");
  line(*at, "parkeer", "Enter: neem");
  line(*at, "neem 1", "Samira begon aan casus 2026-001");
  line(*at, "verder", "Analyse 1/4: Voorbereiden");
  line(*at, "verder", "Analyse 2/4: Presenteren");
  line(*at, "ik weet niet", "Enter: Noor: ik weet niet");
  line(*at, "noor wens: Rust", "Noor (wens van de inwoner): Rust");
  CHECK_FALSE(has(at->written(), "\x1b"));
  at->type("stop\r");
  CHECK(at->finish() == 0);

  const auto piped = team.home.type("echo verder | casus meeting run --as Samira");
  CHECK(piped.exit == 2);
  CHECK(piped.err ==
        "dit scherm heeft een terminal nodig; zonder kan hetzelfde met: casus meeting start, take, say, pass, next, "
        "back, done, park, chair, finish\n"
        "uitleg: casus meeting run --help\n");
  const auto document = json::parse(team.home.type("casus meeting run --as Samira --json").out);
  CHECK(document["meeting"]["chair"] == "Samira");
  CHECK(document["table"]["step"]["name"] == "Presenteren");
  const auto& said = document["table"]["said"];
  REQUIRE(said.size() == 1);
  CHECK(said[0]["text"] == "Rust");
  CHECK(has(team.kept("2026-001"), "ik weet niet"));  // asked about and not answered: kept as it was typed
}

TEST_CASE("a stranger does not lead a case from the screen, and the attempt is logged like any look", "[stories]") {
  const Team team;
  const auto before = team.home.type("casus case seen 2026-001 --as Noor").out;
  const auto refused = team.home.type("casus meeting run --case 2026-001 --json --as Stranger");
  CHECK(refused.exit == 1);
  CHECK(json::parse(refused.out)["refused"]["name"] == "NotOfTheTeam");
  CHECK(refused.out.find("Moeder met twee kinderen") == std::string::npos);
  CHECK_THAT(team.home.type("casus case seen 2026-001 --as Noor").out,
             Catch::Contains("Stranger") && Catch::Contains("geweigerd: niets gezien"));
  CHECK(team.home.type("casus meeting run --json --as Stranger").exit == 1);
  CHECK(team.home.type("casus meeting show --as Stranger").exit == 1);
  CHECK(team.home.type("casus meeting minutes --as Stranger").exit != 0);
  CHECK(team.home.type("casus case show 2026-001").exit == 1);
  // Who sits at the table leads it, and that is logged once.
  CHECK(team.home.type("casus meeting run --case 2026-001 --json --as Noor").exit == 0);
}

}  // namespace casus::test
