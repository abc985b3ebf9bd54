// SPDX-License-Identifier: EUPL-1.2
#include "core/base/base64.hpp"
#include "core/engine/engine.hpp"
#include "core/engine/mending/said.hpp"
#include "core/page/page.hpp"
#include "core/report/case_json.hpp"
#include "core/report/case_view.hpp"
#include "core/report/documents/dossier.hpp"
#include "core/report/documents/extract.hpp"
#include "core/report/documents/plan_page.hpp"
#include "core/report/exchange/calendar.hpp"
#include "core/report/exchange/case_tables.hpp"
#include "core/report/exchange/xes.hpp"
#include "core/report/exchange/zgw.hpp"
#include "core/report/history/history_text.hpp"
#include "core/service/commands/command_json.hpp"
#include "core/service/library_definitions.hpp"
#include "core/store/checkpoint.hpp"
#include "core/store/codec/codec.hpp"
#include "tests/service/events_of_people.hpp"
#include "tests/service/found.hpp"
#include "tests/service/house.hpp"
#include "tests/service/mending/events_of_a_case.hpp"
#include "tests/support/times.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <set>

using namespace casus;
using namespace casus::test;

namespace {

/// Every text of every event says GEHEIM and where it stands, so that whatever is found says what was forgotten.
std::string secret(std::string_view event, std::string_view field) {
  return "GEHEIM " + std::string(event) + " " + std::string(field) +
         (field == "text" && event == "QuestionAsked" ? "?" : "");
}

void fill(EventBody& body) {
  for (const auto& field : engine::fields_of(body)) {
    if (!engine::is_text(field)) continue;
    auto text = secret(name_of(body), field);
    if (field == "levels") text = "GEHEIM-een|GEHEIM-twee|GEHEIM-drie|GEHEIM-vier|GEHEIM-vijf";
    if (engine::set_field(body, field, text) != engine::FieldSet::done) FAIL(name_of(body) << " " << field);
  }
}

/// A case with all of it, written straight into the store.
void write_all(Desk& desk) {
  OpenCase open{.title = "GEHEIM CaseOpened title",
                .privacy = Privacy::anonymous,
                .basis = Basis::consent,
                .purpose = "GEHEIM CaseOpened purpose",
                .basis_text = "GEHEIM CaseOpened basis_text",
                .method = "werf/werf"};
  open.neighbourhood = "GEHEIM CaseOpened neighbourhood";  // a street, typed where an area was meant
  REQUIRE(desk.does("Noor Bakker", open).done());
  REQUIRE(desk.does("Noor Bakker", AddParticipant{"Bram", {Role::chair}, true, false, {}}).done());
  REQUIRE(desk.does("Noor Bakker", AskQuestion{"GEHEIM QuestionAsked text?", "GEHEIM QuestionAsked hoped_for"}).done());
  REQUIRE(desk.does("Bram", NextStep{}).done());
  REQUIRE(desk.service
              .attach(Command{{},
                              "c-1",
                              "Noor Bakker",
                              {},
                              std::nullopt,
                              CommandBody(AttachFile{"GEHEIM FileAttached file", "GEHEIM FileAttached what"})},
                      "GEHEIM-in the file", {18, FileKind::text, "text/plain"})
              .done());
  const auto c = desk.service.open("c-1");
  std::vector<store::NewEvent> events;
  auto at = c.changed_at;
  auto all = one_of_each_kind(c);
  std::ranges::move(events_of_people(), std::back_inserter(all));
  for (auto& body : all) {
    fill(body);
    events.push_back(store::encode(Event{at += std::chrono::seconds(1), "p1", std::move(body)}));
  }
  REQUIRE(desk.store->append("case/c-1", c.version, "all", events, nullptr));
}

/// All that is shown of a case, in both languages, and all that a program reads.
std::string every_output(Desk& desk) {
  const auto c = desk.service.open("c-1");
  const auto history = desk.service.history("c-1");
  const service::LibraryDefinitions definitions(desk.service.library());
  const auto today = on("2026-03-10");
  std::string all = report::case_json(c, definitions).dump();
  for (const auto lang : {Lang::nl, Lang::en}) {
    all += report::history_text(history, c, definitions, lang);
    const std::vector<page::Page> pages{report::case_page(c, definitions, lang),
                                        report::dossier_page(c, definitions, lang, &c),
                                        report::plan_page(c, today, lang),
                                        report::plan_check_page(c, today, lang),
                                        report::plan_page_for_resident(c, lang),
                                        report::extract_page(c, desk.service.looks("c-1"), {}, definitions, lang)};
    for (const auto& page : pages)
      all += page::page_text(page) + page::page_markdown(page) + page::page_html(page, lang);
  }
  for (const auto lang : {Lang::nl, Lang::en}) {
    const text::Voice voice(lang);
    all += report::calendar_file(report::calendar_of(c, {{}, true}, voice), "team");
    auto rows = report::action_table_rows(c, voice);
    rows.push_back(report::case_table_row(c, voice));
    for (const auto& row : rows)
      for (const auto& cell : row) all += cell + '\n';
    const auto types = report::zgw_types_from(report::zgw_draft());
    REQUIRE(types.has_value());
    const auto file = report::zgw_case(c, *types, {"Wijkteam", c.changed_at}, voice);
    all += file.dump();
    for (const auto& one : file.at("informatieobjecten"))  // the plan, as it is handed over
      all += from_base64(one.at("inhoud").get<std::string>()).value();
  }
  all += report::xes_trace(1, history);
  for (std::size_t i = 0; i < history.size(); ++i)
    all += service::event_json(history[i], static_cast<std::int64_t>(i) + 1).dump();
  for (const auto& line : desk.service.cases({})) all += line.title;
  return all;
}

/// One of every record that can be meant: refs, and numbers of what has none.
std::vector<std::string> refs_of(Desk& desk) {
  std::vector<std::string> refs;
  const auto history = desk.service.history("c-1");
  for (std::size_t place = 0; place < history.size(); ++place) {
    const auto what = engine::about(history[place].body);
    const bool texts = !engine::texts_of(history[place].body).empty();
    if ((!what.words && !texts) || what.ref == "p1" || what.ref == "p2") continue;
    const auto ref = what.words ? what.ref : std::to_string(place + 1);
    if (std::ranges::find(refs, ref) == refs.end()) refs.push_back(ref);
  }
  return refs;
}

bool is_person_ref(const std::string& ref) { return ref.starts_with('p') && ref.size() < 4; }

}  // namespace

TEST_CASE("the tables below hold every kind of event in which somebody writes", "[service][mending]") {
  const House house;
  Desk desk(house);
  write_all(desk);
  std::set<std::string_view> written;
  for (const auto& event : desk.service.history("c-1")) written.insert(name_of(event.body));
  // That something was erased is what the team answers for; words of what puts right are in the tests that put right.
  for (const auto name : {PersonErased::kName, CaseErased::kName, Corrected::kName, Withdrawn::kName, Restored::kName,
                          TextDestroyed::kName, PersonNamed::kName})
    written.insert(name);
  for (std::size_t kind = 0; kind < EventBody::kCount; ++kind) {
    EventBody body;
    body.become(kind);
    INFO(name_of(body));
    const auto fields = engine::fields_of(body);
    if (std::ranges::any_of(fields, [](const auto& field) { return engine::is_text(field); }))
      CHECK(written.contains(name_of(body)));
  }
}

TEST_CASE("each kind of text is destroyed, and found in no output and in no byte, of an older backup too",
          "[service][mending]") {
  const House house;
  Desk desk(house);
  write_all(desk);
  const auto backup = (house.folder / "backup.db").string();
  desk.store->backup(backup, *time_from("2026-03-03T09:00:00Z"));
  REQUIRE(found_in(bytes_of_store(house), "GEHEIM").empty());  // sealed from the start
  REQUIRE_FALSE(found_in(every_output(desk), "GEHEIM").empty());
  for (const auto& ref : refs_of(desk)) {
    INFO(ref);
    // What a case cannot do without gets other words first.
    if (is_person_ref(ref) || ref == "title" || ref == "purpose") {
      Correct correct{ref, "nieuw " + ref, {}, {}, "hoort er niet"};
      if (is_person_ref(ref)) correct.set = {"relation=kennis"};
      if (ref == "purpose") correct.set = {"basis_text=kort"};
      if (ref == "title") correct.set = {"neighbourhood=Noord"};
      const auto corrected = desk.does("Noor Bakker", correct);
      if (corrected.refusal) FAIL(ref << ": " << corrected.refusal->reason.in(Lang::en));
      REQUIRE(corrected.done());
    }
    const auto answer = desk.does("Noor Bakker", Destroy{ref, DestroyGround::special, false});
    if (answer.refusal && answer.refusal->name == "DestroyedAlready") continue;  // with what it rested on
    if (answer.refusal) FAIL(ref << ": " << answer.refusal->reason.in(Lang::en));
    REQUIRE(answer.done());
  }
  CHECK(found_in(every_output(desk), "GEHEIM") == "");
  CHECK(found_in(bytes_of_store(house), "GEHEIM") == "");
  CHECK(desk.store->verify().findings.empty());
  CHECK(found_in(all_that_opens((house.folder / "casus.db").string()), "GEHEIM") == "");
  // The backup of before, with the keys of after.
  std::filesystem::copy_file(house.folder / "casus.db.keys", house.folder / "backup.db.keys");
  CHECK(found_in(all_that_opens(backup), "GEHEIM") == "");
  Desk later(house);
  CHECK(found_in(every_output(later), "GEHEIM") == "");
  CHECK(later.service.open("c-1").title == "nieuw title");
  CHECK(later.service.open("c-1").neighbourhood == "Noord");
}

TEST_CASE("each kind of text is corrected, shows its last words, and its first words are destroyed alone",
          "[service][mending]") {
  const House house;
  Desk desk(house);
  write_all(desk);
  const auto history = desk.service.history("c-1");
  for (const auto& ref : refs_of(desk)) {
    if (is_person_ref(ref)) continue;
    INFO(ref);
    // The event that holds the words of now, and every text in it.
    EventBody body;
    for (std::size_t place = 0; place < history.size(); ++place) {
      const auto what = engine::about(history[place].body);
      if ((what.words ? what.ref : std::to_string(place + 1)) == ref) body = history[place].body;
    }
    Correct correct{.ref = ref, .because = "verbeterd"};
    for (const auto& [field, text] : engine::texts_of(body)) {
      if (field == "noticed") continue;
      auto to = "BETER " + std::string(name_of(body)) + " " + field + (text.ends_with('?') ? "?" : "");
      if (field == "levels") to = "BETER-1|BETER-2|BETER-3|BETER-4|BETER-5";
      correct.set.push_back(field + "=" + to);
    }
    const auto corrected = desk.does("Noor Bakker", correct);
    if (corrected.refusal) FAIL(ref << ": " << corrected.refusal->reason.in(Lang::en));
    REQUIRE(corrected.done());
    const auto gone = desk.does("Noor Bakker", Destroy{ref, DestroyGround::special, true});
    if (gone.refusal) FAIL(ref << ": " << gone.refusal->reason.in(Lang::en));
  }
  const auto c = desk.service.open("c-1");
  CHECK(c.title.starts_with("BETER"));
  CHECK(c.question.starts_with("BETER"));
  CHECK(c.contributions[0].text == "BETER Contributed text");
  CHECK(c.contributions[0].noticed.empty());
  CHECK(c.scores[0].given.evidence == "BETER Scored evidence");
  CHECK(c.goals[0].set.text == "BETER GoalChanged text");
  CHECK(c.actions[0].plan.what == "BETER ActionChanged what");
  CHECK(c.actions[0].result == "BETER ActionFinished note");
  CHECK(c.evaluations[0].said.better == "BETER Evaluated better");
  const auto shown = every_output(desk);
  for (const auto* lang : {"(gewijzigd)", "(changed)"}) CHECK_FALSE(found_in(shown, lang).empty());
  const auto forgotten = found_in(shown, "GEHEIM ");  // names of people have a dash
  CHECK(forgotten == "");
  CHECK(found_in(all_that_opens((house.folder / "casus.db").string()), "GEHEIM ") == "");
}

TEST_CASE("each kind of text is withdrawn, and shown to nobody but in the history", "[service][mending]") {
  const House house;
  Desk desk(house);
  write_all(desk);
  const auto refs = refs_of(desk);
  for (const bool again : {false, true})  // what something else rests on goes after it
    for (const auto& ref : refs) {
      INFO(ref);
      const auto answer = desk.does("Noor Bakker", Withdraw{ref, "vergissing"});
      if (!answer.refusal) continue;
      const auto& name = answer.refusal->name;
      INFO(name);
      CHECK((name == "CannotBeTakenBack" || name == "SitsAtTheTable" || name == "TakenBackAlready" ||
             name == "AnsweredAlready" || name == "AnswerStands" || name == "RequestStands" ||
             (name == "OtherThingsRest" && !again)));
    }
  const auto c = desk.service.open("c-1");
  CHECK(c.question.empty());
  CHECK(c.contributions.empty());
  CHECK(c.scores.empty());
  CHECK(c.goals.empty());
  CHECK(c.goal_marks.empty());
  CHECK(c.actions.empty());
  CHECK(c.agreed.empty());
  CHECK(c.decisions.empty());
  CHECK(c.opinions.empty());
  CHECK(c.plans.empty());
  CHECK(c.told.empty());
  CHECK(c.evaluations.empty());
  CHECK(c.ties.empty());
  CHECK(c.family.members.empty());
  CHECK(c.people.size() == 2);
  const service::LibraryDefinitions definitions(desk.service.library());
  const auto extract = page::page_text(report::extract_page(c, {}, {}, definitions, Lang::nl));
  for (const auto* kind : {"Contributed", "Scored", "GoalSet", "ActionAdded", "DecisionRaised", "QuestionAsked"})
    CHECK(found_in(extract, std::string("GEHEIM ") + kind) == "");
  CHECK_FALSE(found_in(page::page_text(report::dossier_page(c, definitions, Lang::nl)), "ingetrokken").empty());
}
