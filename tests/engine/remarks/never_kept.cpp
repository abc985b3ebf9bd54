// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/access.hpp"
#include "core/engine/remarks/remarks.hpp"
#include "core/engine/team/team.hpp"
#include "core/engine/team/team_mending.hpp"
#include "core/meeting/meeting.hpp"
#include "tests/cli/sample_commands.hpp"
#include "tests/engine/story.hpp"
#include "tests/support/text_places.hpp"
#include "tests/support/typed_voice.hpp"

using namespace casus;
using namespace casus::test;

namespace {

constexpr const char* kNumber = "zie 123.456.782";

std::vector<std::string> said_about(const Case& c, const std::string& by, CommandBody body) {
  std::vector<std::string> out;
  for (const auto& remark : engine::remarks(c, {{}, c.id, by, at("2026-03-02T10:00:00Z"), {}, std::move(body)}))
    out.push_back(remark.message.in(Lang::nl));
  return out;
}

OpenCase titled(const char* title) {
  OpenCase open = open_command();
  open.title = title;
  open.privacy = Privacy::anonymous;
  return open;
}

}  // namespace

TEST_CASE("a citizen service number is refused in every text of every command, and not repeated",
          "[engine][never_kept]") {
  const auto story = begun();
  const auto is_refused = [](const auto& outcome) {
    REQUIRE_FALSE(outcome.has_value());
    CHECK(outcome.error().name == "CitizenNumber");
    const auto whole = outcome.error().reason.in(Lang::nl) + outcome.error().remedies_in(typed_in(Lang::en));
    CHECK(whole.find("123") == std::string::npos);
    // The field by its word, never by the key that files write.
    const auto said = outcome.error().reason.in(Lang::nl);
    const auto field = said.substr(0, said.rfind('\'')).substr(said.find('\'') + 1);
    CAPTURE(field);
    CHECK(field.find('_') == std::string::npos);
    for (const auto* key : {"by", "phone", "profession", "present", "chair", "with", "person", "case", "set", "title"})
      CHECK(field != key);
  };
  const auto of_case = [&](auto body) {
    CAPTURE(decltype(body)::kName);
    is_refused(engine::decide(story.c, {{}, story.c.id, "Noor", story.now, {}, std::move(body)}, story.library));
  };
  CHECK(in_each_text_of(static_cast<const CommandVariant*>(nullptr), kNumber, of_case) > 80);
  for (const auto& sample : sample_commands())
    std::visit([&](const auto& body) { in_each_text(body, kNumber, of_case); }, sample);
  const auto of_team = [&](auto body) {
    CAPTURE(decltype(body)::kName);
    const TeamCommand command{"t", story.now, std::move(body)};
    is_refused(engine::asks_history(command.body) ? engine::decide_mending(command, {})
                                                  : engine::decide(Team{}, command, {}, story.library));
  };
  CHECK(in_each_text_of(static_cast<const TeamVariant*>(nullptr), kNumber, of_team) > 40);
  const auto of_meeting = [&](auto body) {
    CAPTURE(decltype(body)::kName);
    is_refused(meeting::decide({}, {"t", "2026-03-02", "Noor", story.now, {}, std::move(body)}, {}));
  };
  CHECK(in_each_text_of(static_cast<const MeetingVariant*>(nullptr), kNumber, of_meeting) > 20);
}

TEST_CASE("a number, and what is no text, is found wherever it stands in a text", "[engine][never_kept]") {
  const auto story = begun();
  const auto refused = [&](const std::string& text) {
    const auto outcome =
        engine::decide(story.c, {{}, story.c.id, "Noor", story.now, {}, CountSignal{text}}, story.library);
    return outcome ? std::string() : outcome.error().name;
  };
  for (std::size_t before = 0; before < 10; ++before)
    for (std::size_t after = 0; after < 10; ++after) {
      const std::string left(before, 'a'), right(after, 'z');
      CAPTURE(before, after);
      CHECK(refused(left + " " + kNumber + " " + right) == "CitizenNumber");
      CHECK(refused(left + " 1234 567 " + right).empty());
      CHECK(refused(left + '\0' + right) == "TextNotReadable");
      CHECK(refused(left + "\xff" + right) == "TextNotReadable");
    }
}

TEST_CASE("the number is refused as a name, as the number of a case, and who sits at the keys",
          "[engine][never_kept]") {
  const auto story = begun();
  for (const auto& command : {Command{{}, story.c.id, "123456782", story.now, {}, Pass{}},
                              Command{{}, "123456782", "Noor", story.now, {}, Pass{}},
                              Command{{}, story.c.id, "Noor", story.now, {}, Pass{}, Typist{"123456782", {}, {}}}}) {
    const auto outcome = engine::decide(story.c, command, story.library);
    REQUIRE_FALSE(outcome.has_value());
    CHECK(outcome.error().name == "CitizenNumber");
  }
  CHECK(engine::decide_look(story.c, {"Noor", CasePart::dossier, kNumber}).refusal->name == "CitizenNumber");
}

TEST_CASE("likely names and addresses are remarked in a case without names, title included",
          "[engine][never_kept][R2]") {
  const Case none;
  CHECK(said_about(none, "Noor", titled("Mevrouw J. de Vries, Dorpsstraat 12")) ==
        std::vector<std::string>{
            "staat hier een naam: 'Mevrouw J. de Vries'? In deze casus zonder naam is een rolwoord (moeder, buurman) "
            "genoeg.",
            "staat hier een adres: 'Dorpsstraat 12'? In deze casus zonder naam hoort het niet. Zeg het zonder."});
  for (const char* text : {"Fatima belt niet terug", "Zij woont bij Piet Jansen", "de heer Van Dam kwam niet",
                           "A.B. Jansen kwam", "Gezin Yildiz", "Familie de Boer", "mevrouw jansen kwam",
                           "jansen belt niet terug", "fatima yildiz belt", "piet jansen", "gezin jansen",
                           "mevr. de boer kwam", "Moeder zegt dat Achmed El Idrissi komt", "Henk van der Berg belde"}) {
    CAPTURE(text);
    CHECK(said_about(none, "Noor", titled(text)).size() == 1);
  }
  for (const char* text :
       {"Moeder met twee kinderen", "Gezin met drie kinderen", "Zij belt op maandag", "De WMO geldt hier",
        "Veilig Thuis is gebeld", "Het Wijkteam Noord helpt", "De jongste is op 3 maart jarig", "Oma. Zij helpt",
        "Weg 3 weken", "mevrouw zegt dat de bakker komt", "meneer wil een groot feest", "jan en alleman",
        "het gezin groot nieuws geven", "familie sterk maken", "the family plan"}) {
    CAPTURE(text);
    CHECK(said_about(none, "Noor", titled(text)).empty());
  }
  auto named = titled("Mevrouw J. de Vries, Dorpsstraat 12");
  named.privacy = Privacy::agreed;
  CHECK(said_about(none, "Noor", named).empty());
}

TEST_CASE("who works in the case is no secret in it, who is around the resident is", "[engine][never_kept][R2]") {
  const auto story = begun();  // Noor presents, Bram is the chair
  CHECK(said_about(story.c, "Noor", say("fact", "Femke belt haar morgen")).empty());
  CHECK(said_about(story.c, "Noor", say("fact", "Samira belt haar morgen")).size() == 1);
  CHECK(said_about(story.c, "Noor", AddNetworkPerson{"oma", "oma", {}, {}, false}).empty());
  for (const auto* role : {"Oma", "Tante", "Huisarts", "De buurvrouw", "Her sister"})
    CHECK(said_about(story.c, "Noor", AddNetworkPerson{role, "oma", {}, {}, false}).empty());
  CHECK(said_about(story.c, "Noor", AddNetworkPerson{"Ans", "tante", {}, {}, false}).size() == 1);
  CHECK(said_about(story.c, "Noor", AddNetworkPerson{"piet jansen", "oom", {}, {}, false}).size() == 1);
  CHECK(said_about(story.c, "Noor", AddParticipant{"Joke", {Role::resident}, false, false, ""}).size() == 1);
  CHECK(said_about(story.c, "Noor", AddParticipant{"Joke", {Role::member}, true, false, ""}).empty());
}

TEST_CASE("who is meant by a name that stands in the case already is asked about no more", "[engine][never_kept][R2]") {
  auto story = begun();
  story.does("Noor", AddNetworkPerson{"Fatima", "tante", {}, {}, false});
  story.does("Noor", AddNetworkPerson{"tante", "tante", {}, {}, false});
  CHECK(said_about(story.c, "Noor", MergePersons{{"tante", "Fatima", "zij zei het zelf"}}).empty());
  CHECK(said_about(story.c, "Noor", MergePersons{{"tante", "Fatima", "Samira zei het"}}).size() == 1);
  // A colleague's own name is put right without a remark; that of somebody around the resident is one.
  Correct correct{.ref = story.c.person("Bram")->id, .text = "Bram Jansen"};
  CHECK(said_about(story.c, "Noor", correct).empty());
  correct.because = "zo staat het op de brief van Fatima";
  CHECK(said_about(story.c, "Noor", correct).size() == 1);
  correct.because.clear();
  correct.ref = story.c.person("tante")->id;
  CHECK(said_about(story.c, "Noor", correct).size() == 1);
}

TEST_CASE("what leads back to a person is remarked in a case without names, and kept nowhere", "[engine][R2]") {
  auto story = begun();
  story.go_to(Phase::analysis, "present");
  const auto said = say("fact", "Zij is te bereiken op 06-12345678.");
  CHECK(said_about(story.c, "Noor", said) ==
        std::vector<std::string>{"hier staat een telefoonnummer: '06-12345678'. In deze casus zonder naam hoort dat "
                                 "niet. Zeg het zonder."});
  CHECK(story.when("Noor", said).gives<Contributed>().noticed.empty());
}

TEST_CASE("special data are asked about, each word once in a case", "[engine][never_kept]") {
  auto story = begun();
  story.go_to(Phase::analysis, "present");
  const auto asked = said_about(story.c, "Noor", say("fact", "Zij heeft een depressie en is moslima. Depressief dus."));
  CHECK(asked ==
        std::vector<std::string>{
            "'depressie' gaat over gezondheid. Is het voor deze vraag nodig dat dit hier staat? Zo niet, laat "
            "het weg.",
            "'moslima' gaat over geloof of levensovertuiging. Is het voor deze vraag nodig dat dit hier staat? "
            "Zo niet, laat het weg."});
  story.does("Noor", say("fact", "Zij heeft een depressie."));
  CHECK(said_about(story.c, "Noor", say("fact", "De depressie is zwaar")).empty());
  CHECK(said_about(story.c, "Noor", say("fact", "Hij zat in de gevangenis")).size() == 1);
  for (const auto* text : {"Zij gaat elke week naar de moskee", "Hij is lid van vakbond FNV", "Oma heeft borstkanker",
                           "Zij stemt op de PVV", "Hij gelooft in Allah", "She goes to church",
                           "Hij is opgepakt voor diefstal", "Zij heeft vastgezeten", "He was arrested for shoplifting",
                           "Zij heeft een eetstoornis", "Hij gebruikt cocaïne", "She has an eating disorder"})
    CHECK_FALSE(said_about(story.c, "Noor", say("fact", text)).empty());
  // "Vast" is more often stuck than locked up, and "opgepakt" taken up.
  for (const auto* text : {"Zij wil elke dag buiten zijn", "Hij zit vast in de regels", "Zij heeft het goed opgepakt"})
    CHECK(said_about(story.c, "Noor", say("fact", text)).empty());
}

TEST_CASE("a day that nobody can have meant is asked about", "[engine][never_kept]") {
  auto story = begun();
  story.when("Noor", SetReview{*date_from("2126-03-05")})
      .refused("ImplausibleDay")
      .says("5 maart 2126 ligt zo ver weg dat het vast een tikfout is.",
            "5 March 2126 is so far off that it must be a typing error.")
      .asks("Bedoel je 5 maart 2026? Geef dan die dag.", "Did you mean 5 March 2026? Then give that day.");
  story.when("Noor", MoveAction{"a1", *date_from("2099-01-01"), "later"}).refused("ImplausibleDay");
  // Of this year it is over: a review can only be meant for the next.
  story.when("Noor", SetReview{*date_from("2126-02-05")})
      .refused("ImplausibleDay")
      .asks("Bedoel je 5 februari 2026 of 5 februari 2027? Geef dan die dag.",
            "Did you mean 5 February 2026 or 5 February 2027? Then give that day.");
  // The last day of what comes again is a day too.
  AddAction again{{.what = "Bij oma eten", .repeats = "FREQ=WEEKLY;BYDAY=WE;UNTIL=21260305"}};
  story.when("Noor", again).refused("ImplausibleDay");
  auto open = open_command();
  open.reported_on = date_from("1901-03-02");
  Story fresh;
  fresh.when("Noor", open).refused("ImplausibleDay");
  CHECK(said_about(story.c, "Noor", SetReview{*date_from("2029-03-05")}).size() == 1);
  CHECK(said_about(story.c, "Noor", SetReview{*date_from("2026-05-05")}).empty());
}

TEST_CASE("a day of more than a year ago on which something is said to have happened is asked about",
          "[engine][never_kept]") {
  auto story = begun();
  const auto asked = [&](CommandBody body) { return said_about(story.c, "Noor", std::move(body)).size(); };
  const auto old = *date_from("2025-03-01"), recent = *date_from("2025-06-01");
  TakeMeldcodeStep step{{.step = 1, .text = "Gezien"}};
  for (const auto on : {old, recent}) {
    INFO(to_string(on));
    const auto times = on == old ? 1U : 0U;
    step.on = on;
    CHECK(asked(TellResident{"alles", "Noor", on}) == times);
    CHECK(asked(AskRight{Right::access, "", on, "", {}}) == times);
    CHECK(asked(AnswerRight{{"r9", RightAnswer::refused, "Het klopt", on}}) == times);
    CHECK(asked(step) == times);
    CHECK(asked(AgreePlan{{}, {}, on}) == times);
    auto open = open_command();
    open.reported_on = on;
    Story fresh;
    const auto all = said_about(fresh.c, "Noor", open);
    const auto is_it = [](const std::string& said) { return said.find("meer dan een jaar geleden") != said.npos; };
    CHECK(static_cast<unsigned>(std::ranges::count_if(all, is_it)) == times);
  }
}

TEST_CASE("the name of the resident is remarked in a case without names, though no list has it",
          "[engine][never_kept]") {
  auto story = begun();
  story.c.privacy = Privacy::anonymous;
  story.does("Noor", AddParticipant{"Zqaaltje Zqachterberg", {Role::resident}, false, false, ""});
  const auto remarked = [&](const char* text) {
    Say say{{.kind = "fact", .text = text}};
    std::string all;
    for (const auto& one : said_about(story.c, "Noor", say)) all += one + '\n';
    return all;
  };
  CHECK(remarked("Zqachterberg belde").find("'Zqachterberg'") != std::string::npos);
  CHECK(remarked("de post van zqaaltje zqachterberg ligt er").find("zqachterberg") != std::string::npos);
  CHECK(remarked("zij belde gisteren").empty());
  story.c.privacy = Privacy::agreed;
  CHECK(remarked("Zqachterberg belde").empty());
  auto role = begun();
  role.c.privacy = Privacy::anonymous;
  role.does("Noor", AddParticipant{"De moeder", {Role::resident}, false, false, ""});
  CHECK(said_about(role.c, "Noor", Say{{.kind = "fact", .text = "De moeder belde"}}).empty());
}

TEST_CASE("who comes under a part of a name that is there may be that person, and it is asked", "[engine][identity]") {
  auto story = begun();
  const auto seat = [](const char* name) { return AddParticipant{name, {Role::professional}, false, false, ""}; };
  const auto asked = [&](const char* name) {
    std::string all;
    for (const auto& one : said_about(story.c, "Noor", seat(name))) all += one + '\n';
    return all.find("al een") != std::string::npos;
  };
  CHECK_FALSE(asked("Zqpetra"));
  story.does("Noor", seat("Zqpetra de Wit"));
  CHECK(asked("Zqpetra"));
  CHECK(asked("zqp\u00E9tra"));
  CHECK(asked("Zqpetra de Wit Jansen"));
  CHECK_FALSE(asked("Zqpet"));
  CHECK_FALSE(asked("Zqpetra de Wit"));
  CHECK_FALSE(asked("Zqjan de Wit"));
}
