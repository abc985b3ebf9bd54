// SPDX-License-Identifier: EUPL-1.2
// Who is not at the table of a case and wants to do something in it: refused, and kept in its log of looks.
#include "core/base/fault.hpp"
#include "core/desk/apply.hpp"
#include "core/desk/call.hpp"
#include "core/desk/forms/form.hpp"
#include "core/desk/keys/older_keys.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/verb.hpp"
#include "core/service/unlogged.hpp"
#include "tests/desk/room.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace casus::test {
namespace {

struct OutsiderRoom : TeamRoom {
  OutsiderRoom() {
    sits_down();
    file = (folder / "brief.txt").string();
    std::ofstream(file) << "Een brief";
  }
  desk::Reply wished(const std::string& who, const desk::Wish& wish) {
    auto at = desk(who);
    return desk::call(at, wish);
  }
  /// How often the log has that this person was refused to do something.
  std::ptrdiff_t kept_of(const std::string& who) {
    auto at = desk("Samira");
    const auto looks = service::Unlogged(at.service()).accountability("2026-001").looks;
    return std::ranges::count_if(looks, [&](const Look& it) {
      return it.seen.sight == Sight::refused && it.seen.part == CasePart::typing && it.seen.name == who;
    });
  }
  /// The table of cases, in a file.
  desk::Reply exported(const std::string& who, desk::Form form) {
    desk::Setting setting{
        .form = form, .seat = {who, Sureness::named, "balie", {}}, .store = at_store, .clock = &clock};
    desk::Desk at(std::move(setting));
    const auto verb = desk::entry_at("team export")->fresh();
    desk::Slots slots;
    verb->shape(slots);
    const auto place = (folder / (who + "-" + std::to_string(static_cast<int>(form)) + ".csv")).string();
    for (const auto& slot : slots.all())
      if (slot.name == "WHAT" || slot.name == "--out")
        slot.set(slot.name == "WHAT" ? "cases" : place, {at.voice(), at.today()});
    desk::Reply reply;
    desk::perform(at, *verb, reply);
    return reply;
  }
  std::size_t looks() {
    auto at = desk("Samira");
    return service::Unlogged(at.service()).accountability("2026-001").looks.size();
  }
  std::string file;
};

/// Something for each field that must be given, so that nothing but the case can be wrong.
std::string given_for(const desk::FormField& field) {
  if (!field.choices.empty()) return field.choices.front().key;
  switch (field.input) {
    case desk::Input::day: return "2026-03-09";
    case desk::Input::moment: return "2026-03-02T09:00:00Z";
    case desk::Input::number: return "1";
    default: return "Iets";
  }
}

/// All that is told when this verb is asked for at a case, with the case itself left out of it.
std::string told_outside(TeamRoom& room, const std::string& who, const desk::EntryForm& form,
                         const std::string& case_id, const std::string& because = {}) {
  desk::Setting setting{.form = desk::Form::both,
                        .seat = {who, Sureness::named, "balie", {}},
                        .store = room.at_store,
                        .clock = &room.clock};
  desk::Desk at(std::move(setting));
  desk::Wish wish{form.path, {{"case", case_id}}};
  for (const auto& field : form.fields)
    if (field.required && field.name != "case") wish.given.push_back({field.name, given_for(field)});
  if (!because.empty()) wish.given.push_back({"because", because});
  const auto reply = desk::call(at, wish);
  std::string all = std::to_string(static_cast<int>(reply.status)) + '\n';
  if (reply.refusal) all += reply.refusal->name + '\n';
  for (const auto& one : reply.sayings()) all += one.text + '\n';
  if (reply.document() != nullptr) {
    auto document = *reply.document();
    if (document.is_object()) document.erase("id");  // of the command: another each time
    all += document.dump();
  }
  for (auto place = all.find(case_id); place != std::string::npos; place = all.find(case_id))
    all.replace(place, case_id.size(), "#");
  return all;
}

const std::string kThere = "2026-001", kNotThere = "2026-404";

}  // namespace

TEST_CASE("who is not at the table and wants to do something there stands in the log, whichever way it was asked",
          "[desk][access]") {
  OutsiderRoom room;
  int tried = 0;
  for (const desk::Wish& wish :
       {desk::Wish{"plan goal", {{"case", "2026-001"}, {"text", "Iets"}}},
        desk::Wish{"case erase", {{"case", "2026-001"}, {"because", "zomaar"}, {"with", "Samira"}}},
        desk::Wish{"case erase", {{"case", "2026-001"}, {"because", "zomaar"}, {"with", "Samira"}, {"yes", "true"}}},
        desk::Wish{"network people", {{"case", "2026-001"}, {"text", "oom, vrienden, familie"}}}}) {
    CAPTURE(wish.path);
    const auto reply = room.wished("Mallory", wish);
    REQUIRE(reply.refusal);
    CAPTURE(reply.refusal->name);
    CHECK(room.kept_of("Mallory") == ++tried);
  }
  // As a line for a program, by itself, among others, and with a letter.
  auto mallory = room.desk("Mallory");
  const Command line{{}, "2026-001", "Mallory", {}, std::nullopt, SetReview{*date_from("2026-12-01")}};
  CHECK_FALSE(std::get<service::Answer>(desk::do_line(mallory, line)).done());
  CHECK(room.kept_of("Mallory") == ++tried);
  desk::Application application(mallory, [](std::int64_t, const desk::Answered&) {});
  application.take({1, line});
  application.hand_over();
  CHECK(room.kept_of("Mallory") == ++tried);
  auto letter = line;
  letter.body = AttachFile{room.file, "Een brief"};
  application.take({2, letter});
  application.hand_over();
  CHECK(room.kept_of("Mallory") == ++tried);
  // Who is of the team and not of this case, too; and nothing of who sits there.
  CHECK(room.wished("Ria", {"plan goal", {{"case", "2026-002"}, {"text", "Iets"}}}).refusal);
  CHECK(room.kept_of("Ria") == 0);
  CHECK(room.wished("Noor", {"plan goal", {{"case", "2026-001"}, {"text", "De post gaat weer open"}}}).status ==
        desk::Status::done);
  CHECK(room.kept_of("Noor") == 0);
  // Nor of who got up from it for a moment.
  room.does("2026-001", "Samira", RemoveParticipant{{.person = "Daan", .for_now = true}});
  const auto away = room.wished("Daan", {"case next", {{"case", "2026-001"}}});
  REQUIRE(away.refusal);
  CHECK(away.refusal->name == "NotAtTheTable");
  CHECK(room.kept_of("Daan") == 0);
}

TEST_CASE("an outsider is told the same of a case that is there and of one that is not, whatever they ask for",
          "[desk][access]") {
  OutsiderRoom room;
  int refused = 0;
  for (const auto& entry : desk::catalogue()) {
    const auto form = desk::form_of(entry, Lang::nl);
    if (form.field("case") == nullptr || form.here) continue;
    CAPTURE(form.path);
    for (const auto* who : {"Mallory", ""}) {
      CAPTURE(who);
      const auto before = room.looks();
      const auto told = told_outside(room, who, form, kThere);
      CHECK(told == told_outside(room, who, form, kNotThere));
      for (const auto* name : {"Noor", "Samira", "Daan", "Els", "Joke"}) CHECK(told.find(name) == std::string::npos);
      if (told.find("NotOfTheTeam") == std::string::npos) continue;
      ++refused;
      // What was asked of the case that is there stands in its log; a meeting and the team's learning are no case.
      const auto ground = form.access.ground;
      if (ground == desk::Ground::need || ground == desk::Ground::table || ground == desk::Ground::erasing)
        CHECK(room.looks() > before);
    }
  }
  CHECK(refused > 60);
}

TEST_CASE("an outsider who gives a reason is let in where there is a case, and hears no more of one that is not there",
          "[desk][access]") {
  OutsiderRoom room;
  const auto show = desk::form_of(*desk::entry_at("case show"), Lang::nl);
  const auto without = told_outside(room, "Mallory", show, kNotThere);
  CHECK(without.find("Zeg waarom") != std::string::npos);
  const auto nothing = told_outside(room, "Mallory", show, kNotThere, "Valt in");
  CHECK(nothing.find("NotOfTheTeam") != std::string::npos);
  CHECK(nothing.find("Zeg waarom") == std::string::npos);
  CHECK(told_outside(room, "Mallory", show, kThere, "Valt in").find("NotOfTheTeam") == std::string::npos);
  // Now they know that it is there, and may put that reason right.
  CHECK(told_outside(room, "Mallory", show, kThere).find("NotAtTable") != std::string::npos);
}

TEST_CASE("who is of the team or of the case hears what is the matter, as before", "[desk][access]") {
  OutsiderRoom room;
  const auto show = desk::form_of(*desk::entry_at("case show"), Lang::nl);
  const auto next = desk::form_of(*desk::entry_at("case next"), Lang::nl);
  CHECK(told_outside(room, "Ria", show, kThere).find("NotAtTable") != std::string::npos);
  CHECK(told_outside(room, "Ria", show, "2026-01").find("bedoelde je '2026-001'") != std::string::npos);
  CHECK(told_outside(room, "Ria", next, kThere).find("NotAtTheTable") != std::string::npos);
  // By their name at this computer: the circle sees the plan and not the rest.
  CHECK(told_outside(room, "Joke Voorbeeld", show, kThere).find("NotForCircle") != std::string::npos);
}

TEST_CASE("a line for a program tells an outsider the same of any case, and which names stand in it of none",
          "[desk][access]") {
  OutsiderRoom room;
  for (const auto* seat : {"Mallory", ""})
    for (const CommandBody& body :
         {CommandBody(NextStep{}), CommandBody(Say{"fact", "Iets", "", "", {}, {}}),
          CommandBody(EraseCase{"zomaar", "Samira"}), CommandBody(Withdraw{"b1", "zomaar"})}) {
      const auto told = [&](const std::string& case_id, std::optional<std::int64_t> expected = std::nullopt) {
        auto at = room.desk(seat);
        const auto answered = desk::do_line(at, Command{{}, case_id, "Mallory", {}, expected, body});
        const auto& answer = std::get<service::Answer>(answered);
        REQUIRE(answer.refusal);
        CHECK_FALSE(answer.conflict);
        return answer.refusal->name + ": " + answer.refusal->reason.in(Lang::nl) + ' ' +
               answer.refusal->remedies_in(Lang::nl);
      };
      CAPTURE(seat, name_of(body));
      CHECK(told(kThere) == told(kNotThere));
      // Nor how much stands in it.
      CHECK(told(kThere, 999) == told(kThere));
      CHECK(told(kNotThere, 999) == told(kThere));
      CHECK(told(kThere) ==
            "NotOfTheTeam: Dit is van het team, en Mallory hoort daar niet bij. Vraag het iemand van het team.");
    }
}

TEST_CASE("who may not open a case hears not from its number that there is one", "[desk][access]") {
  OutsiderRoom room;
  OpenCase open{.title = "Verzonnen", .privacy = Privacy::anonymous, .basis = Basis::wmo, .purpose = "Een eerste stap"};
  const auto told = [&](const char* by, const std::string& case_id, std::optional<std::int64_t> expected) {
    auto at = room.desk(by);
    const auto answered = desk::do_line(at, Command{{}, case_id, by, {}, expected, open});
    const auto& answer = std::get<service::Answer>(answered);
    REQUIRE(answer.refusal);
    CHECK_FALSE(answer.conflict);
    auto all = answer.refusal->name + ": " + answer.refusal->reason.in(Lang::nl);
    for (const auto& one : {kThere, kNotThere})
      for (auto at_id = all.find(one); at_id != std::string::npos; at_id = all.find(one)) all.replace(at_id, 8, "#");
    return all;
  };
  for (const auto* by : {"Mallory", ""})
    for (const auto expected : {std::optional<std::int64_t>(), std::optional<std::int64_t>(999)}) {
      CAPTURE(by, expected.has_value());
      CHECK(told(by, kThere, expected) == told(by, kNotThere, expected));
    }
  CHECK(told("Noor", kThere, {}).starts_with("CaseExists"));
}

TEST_CASE("who works in a case from outside the team does so there by the beginning of their name", "[desk][access]") {
  OutsiderRoom room;
  room.does(kThere, "Noor", AddParticipant{.name = "Piet Jansen", .roles = {Role::professional}, .team_member = false});
  const auto next = desk::form_of(*desk::entry_at("case next"), Lang::nl);
  for (const auto* called : {"Piet Jansen", "Piet", "piet"}) {
    CAPTURE(called);
    CHECK(told_outside(room, called, next, kThere).find("NotOfTheTeam") == std::string::npos);
    CHECK(room.kept_of(called) == 0);
  }
  CHECK(told_outside(room, "Pieter", next, kThere) == told_outside(room, "Pieter", next, kNotThere));
}

TEST_CASE("a case that was erased is to an outsider as one that never was", "[desk][access]") {
  OutsiderRoom room;
  room.does(kThere, "Noor", EraseCase{"Termijn voorbij", "Samira"});
  for (const auto* path : {"case show", "case seen", "case history", "case next", "case destroy"}) {
    const auto form = desk::form_of(*desk::entry_at(path), Lang::nl);
    CAPTURE(path);
    CHECK(told_outside(room, "Mallory", form, kThere) == told_outside(room, "Mallory", form, kNotThere));
  }
  const auto show = desk::form_of(*desk::entry_at("case show"), Lang::nl);
  CHECK(told_outside(room, "Noor", show, kThere).find("NotOfTheTeam") == std::string::npos);
}

TEST_CASE("the screen of one case opens for an outsider no more where it is there than where it is not",
          "[desk][access][guided]") {
  OutsiderRoom room;
  auto at = room.desk("Mallory");
  std::vector<std::string> told;
  for (const auto& id : {kThere, kNotThere}) {
    desk::GuidedMeeting meeting(at, desk::meeting_place(at, {}, id, {}));
    const auto refusal = meeting.open();
    REQUIRE(refusal);
    told.push_back(refusal->name + refusal->reason.in(Lang::nl) + refusal->remedies_in(Lang::nl));
    CHECK_FALSE(meeting.now().table);
  }
  CHECK(told.front() == told.back());
  CHECK(told.front().find("Noor") == std::string::npos);
}

TEST_CASE("what the program itself calls people by is nobody's name, at whichever door", "[desk][access]") {
  OutsiderRoom room;
  auto samira = room.desk("Samira");
  const auto changes = desk::changes_in(samira, kThere);
  const auto before = room.looks();
  for (const auto* name : {"p1", "P2", " p1 ", "b1", "5", "(gewist)", "123456782", "BSN 123456782"}) {
    CAPTURE(name);
    for (const desk::Wish& wish :
         {desk::Wish{"case show", {{"case", kThere}}}, desk::Wish{"case list", {}}, desk::Wish{"today", {}},
          desk::Wish{"team list", {}}, desk::Wish{"case find", {{"text", "de"}}},
          desk::Wish{"case say", {{"case", kThere}, {"kind", "fact"}, {"text", "Iets"}}},
          desk::Wish{"case erase", {{"case", kThere}, {"because", "zomaar"}, {"with", "Samira"}, {"yes", "true"}}}}) {
      CAPTURE(wish.path);
      const auto reply = room.wished(name, wish);
      CHECK(reply.status != desk::Status::done);
      for (const auto& one : reply.sayings())
        for (const auto* of_team : {"Noor", "Samira", "Daan", "Els", "Joke"})
          CHECK(one.text.find(of_team) == std::string::npos);
    }
    // In a line for a program, from whoever sits there or from nobody.
    for (const auto* who : {"Samira", ""}) {
      CAPTURE(who);
      auto at = room.desk(who);
      const Command line{{}, kThere, name, {}, std::nullopt, Say{"fact", "Iets", "", "", {}, {}}};
      std::vector<std::string> told;
      const auto tell = [&](std::int64_t, const desk::Answered& answered) {
        const auto& refusal = std::get<service::Answer>(answered).refusal;
        told.push_back(refusal ? refusal->name : "done");
      };
      desk::Application application(at, tell);
      application.take({1, line});
      application.hand_over();
      tell(2, desk::do_line(at, line));
      const bool citizen = std::string_view(name).ends_with("82");
      CHECK(told == std::vector<std::string>(2, citizen ? "CitizenNumber" : "NotAName"));
    }
  }
  CHECK(desk::changes_in(samira, kThere) == changes);
  CHECK(room.looks() == before);
}

TEST_CASE("a table for a spreadsheet tells who is not of the team no number of cases", "[desk][access]") {
  OutsiderRoom room;
  CHECK(room.exported("Ria", desk::Form::words).sayings().size() > 1);  // of the team, and not at that table
  CHECK(room.exported("Ria", desk::Form::document).document()->contains("left_out"));
  CHECK(room.exported("Mallory", desk::Form::words).sayings().size() == 1);
  CHECK_FALSE(room.exported("Mallory", desk::Form::document).document()->contains("left_out"));
}

TEST_CASE("a case whose key is lost is none to an outsider, and takes no page of several cases along",
          "[desk][access][keys]") {
  OutsiderRoom room;
  const auto keys = room.at_store + ".keys", then = (room.folder / "toen.keys").string();
  std::filesystem::copy_file(keys, then);
  const std::string lost = "2026-003";
  room.open(lost, "Noor", "Gezin met schulden", "solution-focused/reflecting-team");
  std::filesystem::copy_file(then, keys, std::filesystem::copy_options::overwrite_existing);
  {
    auto at = room.desk("Samira");
    CHECK(std::ranges::count(desk::accept_keys(at).lost, "case/" + lost) == 1);
  }
  for (const auto& entry : desk::catalogue()) {
    const auto form = desk::form_of(entry, Lang::nl);
    if (form.field("case") == nullptr || form.here) continue;
    CAPTURE(form.path);
    for (const auto* who : {"Mallory", ""})
      CHECK(told_outside(room, who, form, lost) == told_outside(room, who, form, kNotThere));
  }
  const auto show = desk::form_of(*desk::entry_at("case show"), Lang::nl);
  CHECK(told_outside(room, "Mallory", show, lost, "Valt in") ==
        told_outside(room, "Mallory", show, kNotThere, "Valt in"));
  auto mallory = room.desk("Mallory");
  const auto said = [&](const std::string& id) {
    const auto answered = desk::do_line(mallory, Command{{}, id, "Mallory", {}, std::nullopt, NextStep{}});
    const auto& refusal = std::get<service::Answer>(answered).refusal;
    return refusal ? refusal->name + refusal->reason.in(Lang::nl) + refusal->remedies_in(Lang::nl) : std::string();
  };
  CHECK(said(lost) == said(kNotThere));
  CHECK_FALSE(said(lost).empty());
  // Who is of the team reads the others, and hears which one cannot be read.
  CHECK(room.exported("Noor", desk::Form::words).status == desk::Status::done);
  CHECK(room.exported("Noor", desk::Form::document).document()->at("left_out") ==
        1);  // 2026-002, where she does not sit
  const desk::Wish calendar{"team calendar", {{"texts", "true"}}}, list{"case list", {}},
      one{"case show", {{"case", lost}}};
  for (const auto* wish : {&calendar, &list}) CHECK(room.wished("Noor", *wish).status == desk::Status::done);
  CHECK_THROWS_AS(room.wished("Noor", one), Fault);
}

}  // namespace casus::test
