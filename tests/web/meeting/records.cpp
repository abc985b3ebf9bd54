// SPDX-License-Identifier: EUPL-1.2
#include "core/service/unlogged.hpp"
#include "tests/web/page_room.hpp"

#include <cstdlib>

// Records of declared types, written down on the page of a case and at a meeting.

namespace casus::test {
namespace {

/// The methods of the examples beside those that ship.
struct WithExamples {
  WithExamples() { setenv("CASUS_PLUGINS", CASUS_SOURCE_DIR "/plugins/examples", 1); }
  ~WithExamples() { unsetenv("CASUS_PLUGINS"); }
  WithExamples(const WithExamples&) = delete;
  WithExamples& operator=(const WithExamples&) = delete;
};

const std::string kCase = "2026-003";

/// A case by the safety map, where the table names what happened.
struct RecordRoom {
  WithExamples examples;
  PageRoom room;

  RecordRoom() {
    room.open(kCase, "Noor", "De avonden alleen", "signs-of-safety/mapping");
    for (const auto& [name, role] : {std::pair("Samira", Role::chair), {"Daan", Role::member}, {"Ria", Role::member}})
      room.does(kCase, "Noor", AddParticipant{.name = name, .roles = {role}, .team_member = true});
    room.does(kCase, "Samira", NextStep{"proef"});
    for (const auto* kind : {"fact", "wish"})
      room.does(kCase, "Noor", Say{{.kind = kind, .text = "Zij was alleen thuis"}});
    room.does(kCase, "Samira", NextStep{"proef"});
  }

  /// The record that was made; nothing when there is none.
  std::optional<Recorded> recorded() {
    auto at = room.desk("Noor");
    for (const auto& event : service::Unlogged(at.service()).history(kCase))
      if (const auto* it = std::get_if<Recorded>(&event.body)) return *it;
    return std::nullopt;
  }
};

TEST_CASE("a record is written down with an input for each of its fields", "[web]") {
  RecordRoom it;
  auto noor = it.room.worker("Noor");
  const auto place = "/case/" + kCase + "/do/case/record";
  const auto page = noor.get(place);
  REQUIRE(page.status == 200);
  for (const auto* part :
       {"Wat er gebeurde</label>", "<textarea id=\"do-case-record-harm-own.what\"",
        "<select id=\"do-case-record-harm-own.known\"", "type=\"date\"", "id=\"do-case-record-danger\""}) {
    INFO(part);
    CHECK(page.has(part));
  }
  // What is refused stays where it was typed.
  const auto refused = noor.submit("do-case-record-harm", {{"own.what", "Zij viel; en huilde"}});
  CHECK(refused.status == 403);
  CHECK(refused.has("Zij viel; en huilde"));
  CHECK_FALSE(it.recorded());
  const auto kept = noor.submit("do-case-record-harm", {{"own.what", "Zij viel; en huilde"},
                                                        {"own.impact", "zij is bang"},
                                                        {"own.on", "2026-03-01"},
                                                        {"own.known", "child"}});
  CHECK(kept.status == 303);
  const auto made = it.recorded();
  REQUIRE(made);
  CHECK(made->type == "harm");
  CHECK(made->values == std::vector<RecordedValue>{{"what", RecordFieldType::text, "Zij viel; en huilde"},
                                                   {"impact", RecordFieldType::text, "zij is bang"},
                                                   {"on", RecordFieldType::day, "2026-03-01"},
                                                   {"known", RecordFieldType::choice, "child"}});
}

/// The same, on the table of a meeting that Samira leads from the laptop.
struct RecordMeeting : RecordRoom {
  RecordMeeting() {
    AddItem asks{.case_id = kCase, .minutes = 20};
    room.begin_meeting();
    room.meets(room.day(), asks);
    room.laptop_ = room.laptop();
    room.laptop_->get("/lead");
    REQUIRE(room.laptop_->post("/lead", {{"do", "take"}, {"item", kCase}}).status == 303);
  }
};

TEST_CASE("at a meeting a record is made from a phone, with an input for each of its fields", "[web]") {
  RecordMeeting it;
  auto noor = it.room.phone("Noor");
  const auto page = noor.get("/mine");
  for (const auto* part : {"id=\"record-harm\"", "<textarea id=\"do-case-record-harm-own.what\"",
                           "<select id=\"do-case-record-harm-own.known\"", "id=\"record-danger\""}) {
    INFO(part);
    CHECK(page.has(part));
  }
  // Nobody has to know how its fields are written in one line, and its kind is none of those of one text.
  CHECK_FALSE(page.has("<option value=\"harm\""));
  CHECK_FALSE(page.has("[wanneer"));
  const auto refused = noor.submit("do-case-record-harm", {{"own.what", "Zij viel; en huilde"}});
  CHECK(refused.status == 422);
  CHECK(refused.has("Zij viel; en huilde"));
  CHECK_FALSE(refused.has("bijvoorbeeld: “"));
  CHECK_FALSE(it.recorded());
  const auto kept =
      noor.submit("do-case-record-harm",
                  {{"own.what", "Zij viel; en huilde"}, {"own.impact", "zij is bang"}, {"own.known", "child"}});
  CHECK(kept.status == 303);
  const auto made = it.recorded();
  REQUIRE(made);
  CHECK(made->type == "harm");
  CHECK(made->values.front() == RecordedValue{"what", RecordFieldType::text, "Zij viel; en huilde"});
  CHECK(noor.get("/mine").has("Zij viel; en huilde"));
}

TEST_CASE("who leads makes a record for somebody, and one of another case changes nothing and is given back", "[web]") {
  RecordMeeting it;
  auto& laptop = *it.room.laptop_;
  laptop.get("/lead");
  const std::string words = "Zij is weer alleen thuis";
  const auto late = laptop.post("/lead", {{"do", "record"},
                                          {"type", "danger"},
                                          {"name", "Daan"},
                                          {"own.what", words},
                                          {"own.worried", "Daan"},
                                          {"at", "2026-001"}});
  CHECK(late.status == 403);
  CHECK(late.has(">" + words + "</textarea>"));
  CHECK(late.has("name=\"own.worried\" value=\"Daan\""));
  CHECK_FALSE(it.recorded());
  laptop.get("/lead");
  CHECK(laptop
            .submit("do-case-record-danger",
                    {{"name", "Daan"}, {"own.what", words}, {"own.worried", "Daan en de school"}})
            .status == 303);
  const auto made = it.recorded();
  REQUIRE(made);
  CHECK(made->type == "danger");
  CHECK(laptop.get("/lead").has("<strong>Daan</strong>"));
  CHECK(laptop.page().has(words));
}

}  // namespace
}  // namespace casus::test
