// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"
#include "core/desk/meeting/guided/guided_meeting.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/manual_clock.hpp"
#include "tests/support/temp_dir.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace casus::test {

/// What must be given to each page of the catalogue, by field, in the rooms below.
inline const std::map<std::string, std::string>& values_of_pages() {
  static const std::map<std::string, std::string> values{{"case", "2026-001"},
                                                         {"from", "2026-03-02"},
                                                         {"text", "post"},
                                                         {"what", "cases"},
                                                         {"activity", "https://register.voorbeeld.invalid/1"},
                                                         {"attachment", "f1"},
                                                         {"sentence", "s1"},
                                                         {"sheet", "monday"},
                                                         {"meeting", "b1"}};
  return values;
}

/// A team of four with two cases, and a meeting planned for 2 March 2026; Samira chairs. Each seat has a desk of its
/// own on one store.
struct TeamRoom {
  TempDir folder;
  ManualClock clock;
  std::string at_store = (folder / "casus.db").string();
  std::string at_keys;  ///< empty: beside the store

  TeamRoom() {
    auto it = desk("Samira");
    auto& service = it.service(desk::Desk::Make::yes);
    const auto tells = [&](TeamBody body) { REQUIRE(service.handle(TeamCommand{{}, {}, std::move(body)}).done()); };
    tells(FoundTeam{{.name = "Wijkteam Voorbeeld", .mode = Mode::strict}});
    for (const auto* name : {"Samira", "Noor", "Daan", "Ria"}) tells(AddMember{name, ""});
    open("2026-001", "Noor", "Moeder met twee kinderen, post blijft dicht", "solution-focused/reflecting-team");
    open("2026-002", "Daan", "Oudere man, alleen sinds het voorjaar", "action-learning/advice-round");
    plan("2026-03-02");
  }

  desk::Desk desk(const std::string& name) {
    desk::Setting setting{
        .seat = {name, Sureness::named, "balie", {}}, .store = at_store, .keys = at_keys, .clock = &clock};
    return desk::Desk(std::move(setting));
  }

  void does(const std::string& id, const std::string& by, CommandBody body) {
    const auto answer = desk(by).service().handle(Command{{}, id, by, {}, std::nullopt, std::move(body)});
    if (answer.refusal) FAIL(answer.refusal->reason.in(Lang::en));
    REQUIRE(answer.done());
  }
  void meets(const std::string& day, MeetingBody body) {
    const auto answer = desk("Samira").meetings().handle({{}, day, "Samira", {}, std::nullopt, std::move(body)});
    if (answer.refusal) FAIL(answer.refusal->reason.in(Lang::en));
    REQUIRE(answer.done());
  }

  void open(const std::string& id, const std::string& by, const std::string& title, const std::string& method,
            std::optional<Mode> mode = {}) {
    open_unasked(id, by, title, method, mode);
    does(id, by, AskQuestion{"Hoe verder?", "Een stap"});
  }
  /// Without a question.
  void open_unasked(const std::string& id, const std::string& by, const std::string& title, const std::string& method,
                    std::optional<Mode> mode) {
    OpenCase open{.title = title,
                  .privacy = Privacy::anonymous,
                  .basis = Basis::wmo,
                  .purpose = "Een eerste stap",
                  .method = method,
                  .mode = mode};
    does(id, by, open);
  }

  /// Noor's case by the short round, in coaching: what does not fit is kept with a word. The others sit at its table.
  void opens_coached(const std::string& id, const std::vector<std::pair<std::string, Role>>& others) {
    open(id, "Noor", "Verzonnen", "kort/ronde", Mode::coaching);
    for (const auto& [name, role] : others)
      does(id, "Noor", AddParticipant{.name = name, .roles = {role}, .team_member = true});
  }

  /// Noor's case with all that there are: Samira chairs, Daan takes part, the resident and somebody of the circle, and
  /// a letter.
  void sits_down() {
    const auto joins = [&](const char* name, Role role, bool of_team) {
      does("2026-001", "Noor", AddParticipant{.name = name, .roles = {role}, .team_member = of_team});
    };
    joins("Samira", Role::chair, true);
    joins("Daan", Role::member, true);
    joins("Els Voorbeeld", Role::resident, false);
    joins("Joke Voorbeeld", Role::circle, false);
    Command letter{{}, "2026-001", "Noor", {}, std::nullopt, CommandBody(AttachFile{"brief.txt", "Een brief"})};
    desk("Noor").service().attach(std::move(letter), "Beste", {5, FileKind::text, "text/plain"});
  }

  void plan(const std::string& day) {
    PlanMeeting plan{{.chair = "Samira"}};
    for (const auto* id : {"2026-001", "2026-002"})
      plan.lines.push_back(AgendaLine{.why = Why::asked, .case_id = id, .minutes = 30});
    meets(day, std::move(plan));
  }

  void begin_meeting(std::vector<std::string> present = {"Samira", "Noor", "Daan", "Ria"}) {
    meets(day(), StartMeeting{std::move(present), {}, {}});
  }

  /// A scan, a circle, a paper, a course and an area cycle that go on, and a sentence in the playbook.
  void begin_learning() {
    auto it = desk("Samira");
    const auto learns = [&](const char* session, LearningBody body) {
      REQUIRE(it.learning().handle({{}, session, "Samira", {}, {}, std::move(body), {}}).done());
    };
    learns("scan-1", StartScan{});
    learns("circle-1", BeginCircle{"Hoe werken we samen?", 0, "circle"});
    learns("book", ProposeSentence{"Wij vragen eerst wie er helpt", {}, {}, {}});
    learns("paper-1", BeginPaper{});
    learns("course-1", PlanCourse{*date_from("2026-03-09"), {}, "course"});
    learns("area-1", BeginAreaCycle{});
  }

  std::string day() const { return "2026-03-02"; }
  desk::GuidedMeeting::Place today() {
    auto it = desk("Samira");
    return {desk::meetings_meant(it.meetings(), it.today()), {}, {}};
  }
};

}  // namespace casus::test
