// SPDX-License-Identifier: EUPL-1.2
// What goes to the systems of others, as somebody types it.
#include "core/base/base64.hpp"
#include "tests/report/zgw_schema.hpp"
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace casus::test {

using Catch::Matchers::Contains;

namespace {

void types_at_home(const Home& home, const std::vector<std::string>& lines) {
  for (const auto& line : lines) {
    const auto ran = home.type(line);
    INFO(line << "\n" << ran.err);
    REQUIRE(ran.exit == 0);
  }
}

void opens_agreed(const Home& home) {
  types_at_home(
      home, {"casus team init 'Wijkteam Voorbeeld'", "casus team add Noor", "casus team add Samira",
             "casus case open 'Vader die de post niet opent' --id 2026-001 --privacy agreed --basis wmo --purpose "
             "'Een eerste stap' --as Noor",
             "casus case join 2026-001 'Els Voorbeeld' --role resident --as Noor",
             "casus case question 2026-001 'Hoe komt er rust?' --hoped-for stap --as Noor",
             "casus plan goal 2026-001 'Elke week de post openen, met Kees Jansen' --as Noor",
             "casus network add 2026-001 'Kees Jansen' --relation buurman --shell vriend --quadrant buurt --as Noor"});
}

std::ptrdiff_t looks_at_texts(const Home& home) {
  const auto seen = nlohmann::json::parse(home.type("casus case seen 2026-001 --json --as Noor").out);
  return std::ranges::count_if(seen.at("looks"), [](const auto& one) { return one.at("part") == "texts"; });
}

}  // namespace

TEST_CASE("a case goes to the register of cases with the municipality's own types, and the look is kept",
          "[stories][exchange]") {
  const Home home;
  opens_agreed(home);
  const auto without = home.type("casus case zgw 2026-001 --as Noor");
  CHECK(without.exit == 2);
  CHECK_THAT(without.err, Contains("--types"));
  const auto nowhere = home.type("casus case zgw 2026-001 --types zgw.json --as Noor");
  CHECK(nowhere.exit == 2);
  CHECK_THAT(nowhere.err, Contains("zgw.json"));
  types_at_home(home, {"casus team zgw --out zgw.json", "sed s/WIJKTEAM-/'WIJK TEAM'/ zgw.json > krom.json"});
  const auto crooked = home.type("casus case zgw 2026-001 --types krom.json --as Noor");
  CHECK(crooked.exit == 2);
  CHECK_THAT(crooked.err, Contains("krom.json") && Contains("/voorvoegsel"));
  CHECK(looks_at_texts(home) == 0);

  const auto done = home.type("casus case zgw 2026-001 --types zgw.json --out zaak.json --as Noor");
  INFO(done.err);
  REQUIRE(done.exit == 0);
  CHECK_THAT(done.err, Contains("zgw.json: let op: "));
  auto file = nlohmann::json::parse(content_of(home.folder() / "zaak.json"));
  CHECK(zgw_wrong_with(file) == std::vector<std::string>{});
  CHECK(file.at("zaak").at("identificatie") == "WIJKTEAM-2026-001");
  CHECK(file.at("rollen").size() == 3);
  const auto plan = from_base64(file.at("informatieobjecten").at(0).at("inhoud").get<std::string>());
  REQUIRE(plan);
  CHECK_THAT(*plan, Contains("Elke week de post openen") && !Contains("Kees") && !Contains("Jansen"));
  file.at("informatieobjecten").at(0).erase("inhoud");
  CHECK_THAT(file.dump(), !Contains("post niet opent") && !Contains("rust") && !Contains("Kees"));
  CHECK(looks_at_texts(home) == 1);

  // Who is not at the table says why; the resident gets the own extract, and not this.
  CHECK(home.type("casus case zgw 2026-001 --types zgw.json --as Samira").exit == 1);
  CHECK(home.type("casus case zgw 2026-001 --types zgw.json --as Samira --because 'zaak aanmaken'").exit == 0);
  CHECK(home.type("casus case zgw 2026-001 --types zgw.json --as 'Els Voorbeeld'").exit == 1);
}

TEST_CASE("minutes and dossier are text to read at a terminal, and Markdown in a pipe or where that is asked",
          "[stories][exchange]") {
  const Home home;
  opens_agreed(home);
  types_at_home(home, {"casus meeting plan --as Noor", "casus meeting start --chair Noor --as Noor"});
  const auto looks_like_a_file = [](const std::string& text) {
    return text.starts_with('#') || text.find("\n#") != std::string::npos || text.find("**") != std::string::npos;
  };
  for (const auto& line : {std::vector<std::string>{"meeting", "minutes"}, {"case", "export", "2026-001"}}) {
    auto words = line;
    words.insert(words.end(), {"--as", "Noor"});
    INFO(line[0]);
    auto at = home.in_terminal(words, 60);
    REQUIRE(at->finish() == 0);
    CHECK_FALSE(at->written().empty());
    CHECK_FALSE(looks_like_a_file(at->written()));
    words.insert(words.end(), {"--format", "md"});
    at = home.in_terminal(words, 60);
    REQUIRE(at->finish() == 0);
    CHECK(looks_like_a_file(at->written()));
    std::string typed = "casus";
    for (const auto& word : line) typed += ' ' + word;
    CHECK(looks_like_a_file(home.type(typed + " --as Noor").out));
  }
}

TEST_CASE("what was looked at is written for the log of the municipality, with nobody in it but a pseudonym",
          "[stories][exchange]") {
  const Home home;
  opens_agreed(home);
  types_at_home(home,
                {"casus case show 2026-001 --as Noor > /dev/null", "casus plan show 2026-001 --as Noor > /dev/null"});
  CHECK(home.type("casus case show 2026-001 --as Mallory").exit == 1);
  const auto log = [&](const std::string& file, const std::string& more = "") {
    types_at_home(
        home, {"casus store logboek " + file + " --activity https://register.voorbeeld.invalid/1 --as Noor" + more});
    std::vector<nlohmann::json> lines;
    for (const auto& line : lines_in(content_of(home.folder() / file))) lines.push_back(nlohmann::json::parse(line));
    return lines;
  };
  const auto lines = log("een.jsonl");
  const auto seen = nlohmann::json::parse(home.type("casus case seen 2026-001 --json --as Noor").out);
  REQUIRE(seen.at("looks").size() == 3);  // one of them refused: nothing was seen
  REQUIRE(seen.at("data_subjects").size() == 1);
  REQUIRE(lines.size() == 2);
  // The fields that the standard asks for, and how long its numbers are.
  const auto hexadecimal = [](const nlohmann::json& value, std::size_t digits) {
    const auto text = value.get<std::string>();
    return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string::npos;
  };
  for (const auto& line : lines) {
    INFO(line.dump());
    CHECK(hexadecimal(line.at("trace_id"), 32));
    CHECK(hexadecimal(line.at("span_id"), 16));
    CHECK(line.at("status") == "Ok");
    CHECK_THAT(line.at("start_time").get<std::string>(), Catch::EndsWith(".000Z"));
    CHECK(line.at("end_time") == line.at("start_time"));
    const auto& about = line.at("attributes");
    CHECK(about.at("dpl.core.processing_activity_id") == "https://register.voorbeeld.invalid/1");
    CHECK(about.at("dpl.core.data_subject_id") == seen.at("data_subjects").at(0).at("id"));
    CHECK_FALSE(about.at("dpl.core.data_subject_id_type").get<std::string>().empty());
    CHECK_THAT(line.dump(), !Contains("Noor") && !Contains("Els") && !Contains("2026-001") && !Contains("Mallory"));
  }
  CHECK(lines.at(0).at("name") == "casus inzien: overview");
  CHECK(lines.at(1).at("name") == "casus inzien: plan");
  CHECK(lines.at(0).at("trace_id") != lines.at(1).at("trace_id"));
  CHECK(log("weer.jsonl") == lines);
  CHECK(log("later.jsonl", " --from 2199-01-01").empty());

  const auto nothing = home.type("casus store logboek x.jsonl --activity verwerking --as Noor");
  CHECK(nothing.exit == 2);
  CHECK_THAT(nothing.err, Contains("'verwerking'"));
  CHECK(home.type("casus store logboek x.jsonl --activity https://register.voorbeeld.invalid/1 --as Mallory").exit ==
        1);

  // That somebody looked outlives the case, and whose it was does not.
  types_at_home(home, {"casus case erase 2026-001 --because 'termijn voorbij' --with Samira --yes --as Noor"});
  const auto after = log("gewist.jsonl");
  REQUIRE(after.size() >= 2);
  for (const auto& line : after) CHECK_FALSE(line.at("attributes").contains("dpl.core.data_subject_id"));
}

TEST_CASE(
    "one's own agreements are mailed through the program of the machine, when that is on, without a word of a case",
    "[stories][exchange]") {
  Home home;
  opens_agreed(home);
  types_at_home(home,
                {"casus case join 2026-001 Samira --role chair --as Noor", "casus case next 2026-001 --as Samira",
                 "casus plan action 2026-001 'De post op tafel leggen' --who Noor --by-when 'over 2 weken' --checks "
                 "Samira --as Noor"});
  const auto mail = [&](const std::string& to = "noor@voorbeeld.nl", const std::string& as = "Noor") {
    return home.type("casus plan mail --to '" + to + "' --as " + as);
  };
  const auto off = mail();
  CHECK(off.exit == 2);
  CHECK_THAT(off.err, Contains("CASUS_SENDMAIL"));

  const auto program = home.folder().write("post", "#!/bin/sh\necho \"$*\" > gestuurd.txt\ncat > gestuurd.eml\n");
  std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  home.set("CASUS_SENDMAIL", program.string());
  const auto sent = mail();
  INFO(sent.err);
  REQUIRE(sent.exit == 0);
  CHECK_THAT(sent.out, Contains("noor@voorbeeld.nl"));
  CHECK(content_of(home.folder() / "gestuurd.txt") == "-i -- noor@voorbeeld.nl\n");
  const auto message = content_of(home.folder() / "gestuurd.eml");
  CHECK_THAT(message, Catch::StartsWith("To: noor@voorbeeld.nl\nSubject: ") && Contains("2026-001") && Contains("a1"));
  CHECK_THAT(message, !Contains("\r") && !Contains("tafel") && !Contains("Els") && !Contains("X-Unsent"));

  for (const auto* to : {"-f@voorbeeld.nl", "|sh@voorbeeld.nl", "a@b.nl,c@d.nl", "noor", ""}) {
    INFO(to);
    CHECK(mail(to).exit == 2);
  }
  std::filesystem::remove(home.folder() / "gestuurd.eml");
  const auto nothing = mail("samira@voorbeeld.nl", "'Els Voorbeeld'");
  CHECK_FALSE(std::filesystem::exists(home.folder() / "gestuurd.eml"));  // nothing of hers stands open
  INFO(nothing.err);

  home.folder().write("post", "#!/bin/sh\nexit 75\n");
  const auto failed = mail();
  CHECK(failed.exit == 4);
  CHECK_THAT(failed.err, Contains("code 75"));
  home.set("CASUS_SENDMAIL", (home.folder() / "is-er-niet").string());
  CHECK(mail().exit == 4);
}

}  // namespace casus::test
