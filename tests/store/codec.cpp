// SPDX-License-Identifier: EUPL-1.2
#include "core/store/codec/codec.hpp"

#include "core/base/fault.hpp"
#include "core/base/json/json_fields.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_dir.hpp"

#include <cstdlib>
#include <sstream>

using namespace casus;
using namespace casus::store;
using nlohmann::json;

namespace {

/// Gives every field of an event a value: `full` one that is not the first to come to mind, otherwise an empty one.
class Filler {
 public:
  explicit Filler(bool full) : full_(full) {}

  void required(std::string_view key, auto& out) { fill(key, out); }
  template <class T>
  void optional(std::string_view key, T& out) {
    fill(key, out);
  }
  void secret(std::string_view key, const std::string&, std::string& out) { fill(key, out); }

 private:
  void fill(std::string_view key, std::string& out) { out = full_ ? std::string(key) + ": \"één\"\n" : std::string(); }
  void fill(std::string_view, bool& out) { out = full_; }
  void fill(std::string_view, double& out) { out = full_ ? 7.5 : 0; }
  void fill(std::string_view, Decimal& out) { out = full_ ? Decimal{-240, 2} : Decimal{}; }
  template <std::integral T>
  void fill(std::string_view, T& out) {
    out = full_ ? -2 : 0;
  }
  void fill(std::string_view, Time& out) { out = full_ ? *time_from("2026-04-13T10:20:30Z") : Time{}; }
  void fill(std::string_view, Date& out) { out = *date_from("2026-04-13"); }
  template <NamedEnum E>
  void fill(std::string_view, E& out) {
    out = full_ ? names_of(E{}).back().value : names_of(E{}).front().value;
  }
  template <class T>
  void fill(std::string_view key, std::optional<T>& out) {
    out.reset();
    if (full_) fill(key, out.emplace());
  }
  template <class T>
  void fill(std::string_view key, std::vector<T>& out) {
    out.assign(full_ ? 2 : 0, T{});
    for (auto& item : out) fill(key, item);
  }
  template <fields::Described T>
  void fill(std::string_view, T& out) {
    T::fields(out, *this);
  }

  bool full_;
};

template <class Body>
Body filled(bool full) {
  Body body{};
  Filler filler(full);
  Body::fields(body, filler);
  return body;
}

const Time kAt = *time_from("2026-03-02T09:30:00Z");

/// One of every kind, by the list that the compiler knows.
template <class Variant, std::size_t... I>
std::vector<Variant> each(bool full, std::index_sequence<I...>) {
  return {Variant(filled<typename Variant::template Alternative<I>>(full))...};
}
template <class Variant>
std::vector<Variant> each(bool full) {
  return each<Variant>(full, std::make_index_sequence<Variant::kCount>());
}

/// What the store would hand back.
StoredEvent stored(const NewEvent& event) {
  return {3, event.type, event.type_version, event.at, event.payload, event.secrets};
}

json shown(const NewEvent& event) {
  json secrets = json::array();
  for (const auto& secret : event.secrets)
    secrets.push_back({{"person", secret.person}, {"text", json::parse(secret.text)}});
  json out{{"type", event.type}, {"version", event.type_version}, {"payload", json::parse(event.payload)}};
  if (!secrets.empty()) out["secrets"] = secrets;
  return out;
}

/// Every field with its value, also those that writing would leave out.
struct AllFields {
  json out = json::object();

  void required(std::string_view key, const auto& in) { out[std::string(key)] = fields::write(in); }
  void optional(std::string_view key, const auto& in) { required(key, in); }
  void secret(std::string_view key, const std::string&, const std::string& in) { required(key, in); }
};

json fields_of(const auto& body) {
  return std::visit(
      [](const auto& value) {
        AllFields all;
        value.fields(value, all);
        return all.out;
      },
      body);
}

std::string decode_fault(auto&& decode) {
  try {
    decode();
  } catch (const Fault& fault) {
    CHECK(fault.kind() == Fault::Kind::store);
    return fault.what();
  }
  return "";
}

/// As it stands in a golden file.
StoredEvent stored_from(const json& it) {
  StoredEvent event{1, it["type"], it["version"], kAt, it["payload"].dump(), {}};
  for (const auto& secret : it.value("secrets", json::array()))
    event.secrets.push_back({secret["person"], secret["text"].dump()});
  return event;
}

}  // namespace

TEST_CASE("every event comes back from its text as it went in, full or empty", "[store][codec]") {
  for (const bool full : {true, false}) {
    for (const auto& body : each<EventBody>(full)) {
      CAPTURE(full, name_of(body));
      const Event event{kAt, "p2", body};
      const auto written = encode(event);
      const auto again = decode(stored(written));
      CHECK(again.at == kAt);
      CHECK(again.by == "p2");
      CHECK(again.body.index() == body.index());
      CHECK(shown(encode(again)) == shown(written));
      // Nothing but the text decides: what was left out must be what an event without it means.
      CHECK(fields_of(again.body) == fields_of(body));
    }
    for (const auto& body : each<TeamEventBody>(full)) {
      const TeamEvent event{kAt, body};
      const auto again = decode_team(stored(encode(event)));
      CAPTURE(full, encode(event).type);
      CHECK(again.body.index() == body.index());
      CHECK(shown(encode(again)) == shown(encode(event)));
      CHECK(fields_of(again.body) == fields_of(body));
    }
    for (const auto& body : each<MeetingEventBody>(full)) {
      const MeetingEvent event{kAt, "Noor", body};
      const auto again = decode_meeting(stored(encode(event)));
      CAPTURE(full, name_of(body));
      CHECK(again.by == "Noor");
      CHECK(again.body.index() == body.index());
      CHECK(shown(encode(again)) == shown(encode(event)));
      CHECK(fields_of(again.body) == fields_of(body));
    }
    for (const auto& body : each<LearningEventBody>(full)) {
      const LearningEvent event{kAt, "m1", body, {}};
      const auto again = decode_learning(stored(encode(event)));
      CAPTURE(full, name_of(body));
      CHECK(again.by == "m1");
      CHECK(again.body.index() == body.index());
      CHECK(shown(encode(again)) == shown(encode(event)));
      CHECK(fields_of(again.body) == fields_of(body));
    }
    for (const auto& body : each<AccessEventBody>(full)) {
      const AccessEvent event{kAt, body};
      const auto again = decode_access(stored(encode(event)));
      CAPTURE(full, encode(event).type);
      CHECK(shown(encode(again)) == shown(encode(event)));
      CHECK(fields_of(again.body) == fields_of(body));
    }
  }
}

TEST_CASE("who sat at the keys is kept when that was another, and read back", "[store][codec]") {
  const Typist typist{"Mallory", Sureness::table, "balie"};
  const Event event{kAt, "p2", StepLeft{}, typist};
  CHECK(json::parse(encode(event).payload)["seat"] ==
        json::parse(R"({"name":"Mallory","sureness":"table","account":"balie"})"));
  CHECK(decode(stored(encode(event))).seat == typist);
  CHECK_FALSE(decode(stored(encode(Event{kAt, "p2", StepLeft{}}))).seat);
  const MeetingEvent meeting{kAt, "Samira", MeetingFinished{}, Typist{"Mallory", {}, {}}};
  CHECK(decode_meeting(stored(encode(meeting))).seat == Typist{"Mallory", {}, {}});
}

TEST_CASE("an event of an earlier version is read as the present one", "[store][codec]") {
  std::istringstream in(test::content_of(std::filesystem::path(CASUS_SOURCE_DIR) / "tests/store/golden/earlier.jsonl"));
  std::size_t count = 0;
  for (std::string line; std::getline(in, line); ++count) {
    CAPTURE(line);
    const auto pair = json::parse(line);
    const auto was = stored_from(pair["was"]);
    const bool of_meeting = was.type == "MeetingPlanned" || was.type == "ItemAdded" || was.type == "ItemFinished" ||
                            was.type == "MeetingFinished" || was.type == "LineTakenUp" || was.type == "ItemReworded";
    const bool of_looks = was.type == "CaseSeen" || was.type == "ErasureRecorded" || was.type == "CaseGivenUp";
    const bool of_team =
        was.type == "TeamSet" || was.type == "SignalNoted" || was.type == "MemberAdded" || was.type == "FocusFinished";
    const bool of_learning = was.type == "AreaFigureNoted" || was.type == "SentenceBacked" ||
                             was.type == "TakenOutOfPaper" || was.type == "CircleStepAnswered" ||
                             was.type == "PromiseAnswered" || was.type == "SessionLineDestroyed";
    CHECK(shown(of_meeting    ? encode(decode_meeting(was))
                : of_looks    ? encode(decode_access(was))
                : of_team     ? encode(decode_team(was))
                : of_learning ? encode(decode_learning(was))
                              : encode(decode(was))) == pair["is"]);
  }
  CHECK(count == 45);
}

TEST_CASE("no shipped event version changes", "[store][codec]") {
  std::string lines;
  for (const auto& body : each<EventBody>(true)) lines += shown(encode(Event{kAt, "p2", body})).dump() + "\n";
  for (const auto& body : each<TeamEventBody>(true)) lines += shown(encode(TeamEvent{kAt, body})).dump() + "\n";
  for (const auto& body : each<MeetingEventBody>(true))
    lines += shown(encode(MeetingEvent{kAt, "Noor", body})).dump() + "\n";
  for (const auto& body : each<AccessEventBody>(true)) lines += shown(encode(AccessEvent{kAt, body})).dump() + "\n";
  for (const auto& body : each<LearningEventBody>(true))
    lines += shown(encode(LearningEvent{kAt, "m1", body, {}})).dump() + "\n";
  const auto file = std::filesystem::path(CASUS_SOURCE_DIR) / "tests/store/golden/events.jsonl";
  const char* const update = std::getenv("CASUS_UPDATE_GOLDEN");
  if (update != nullptr && std::string(update) == "1") {
    std::ofstream out(file, std::ios::binary);
    out << lines;
    REQUIRE(out.good());
    return;
  }
  const auto golden = test::content_of(file);
  CHECK(lines == golden);
  // What is on disk somewhere can still be read.
  std::istringstream in(golden);
  constexpr auto kTeamEnd = EventBody::kCount + TeamEventBody::kCount;
  constexpr auto kMeetingEnd = kTeamEnd + MeetingEventBody::kCount;
  constexpr auto kAccessEnd = kMeetingEnd + AccessEventBody::kCount;
  std::size_t count = 0;
  for (std::string line; std::getline(in, line); ++count) {
    const auto it = json::parse(line);
    CAPTURE(line);
    const auto event = stored_from(it);
    if (count < EventBody::kCount) CHECK(name_of(decode(event).body) == event.type);
    else if (count < kTeamEnd) CHECK(shown(encode(decode_team(event))) == it);
    else if (count < kMeetingEnd) CHECK(shown(encode(decode_meeting(event))) == it);
    else if (count < kAccessEnd) CHECK(shown(encode(decode_access(event))) == it);
    else CHECK(shown(encode(decode_learning(event))) == it);
  }
  CHECK(count == kAccessEnd + LearningEventBody::kCount);
}

TEST_CASE("an event from before a field was added means what it meant", "[store][codec]") {
  for (const auto* type : {"CaseErased", "PersonErased"}) {
    StoredEvent before{1, type, 1, kAt, R"({"because":"op verzoek","by":"p1","person":"p2"})", {}};
    if (before.type == "CaseErased") before.payload = R"({"because":"op verzoek","by":"p1"})";
    CHECK(name_of(decode(before).body) == type);
    before.type_version = 3;
    CHECK(decode_fault([&] { decode(before); }) ==
          "event 1 (" + before.type + " version 3) cannot be read: it was made by a newer casus; install that one");
  }
  auto event = stored(encode(Event{kAt, "p1", GoalScored{}}));
  event.payload = R"({"by":"p2","evidence":"drie brieven","goal":"g1","state":"partly","value":-2})";
  const auto read = std::get<GoalScored>(decode(event).body);
  CHECK(read.value == -2);
  CHECK_FALSE(read.resident);
  CHECK(json::parse(encode(Event{kAt, "p2", read}).payload) == json::parse(*event.payload));
}

TEST_CASE("names, contacts and relations lie apart from the event, and are empty once erased", "[store][codec]") {
  const Event joined{kAt, "p1", ParticipantAdded{"p3", "Ria Bakker", {Role::member}, true, false, "06-12345678"}};
  auto written = encode(joined);
  CHECK(written.payload.find("Ria") == std::string::npos);
  CHECK(written.payload.find("06-") == std::string::npos);
  REQUIRE(written.secrets.size() == 1);
  CHECK(written.secrets.front().person == "p3");
  CHECK(std::get<ParticipantAdded>(decode(stored(written)).body).contact == "06-12345678");
  written.secrets.clear();
  const auto erased = std::get<ParticipantAdded>(decode(stored(written)).body);
  CHECK(erased.name.empty());
  CHECK(erased.contact.empty());
  CHECK(erased.roles == std::vector<Role>{Role::member});

  auto related =
      encode(Event{kAt, "p1", NetworkPersonAdded{"p4", "Els", "zus", Shell::friend_, Quadrant::family, false}});
  CHECK(related.payload.find("zus") == std::string::npos);
  // A secret of somebody else, or one that is no JSON, is not taken for theirs.
  related.secrets = {{"p5", R"({"name":"Joop"})"}, {"p4", "kapot"}};
  CHECK(std::get<NetworkPersonAdded>(decode(stored(related)).body).name.empty());
}

TEST_CASE("what cannot be read says which event, and why", "[store][codec]") {
  const auto told = [](StoredEvent event) { return decode_fault([&] { (void)decode(event); }); };
  const auto good = stored(encode(Event{kAt, "p1", ReviewSet{{*date_from("2026-04-13")}}}));
  CHECK(told(good).empty());
  auto event = good;
  event.type = "ReviewMoved";
  CHECK(told(event) ==
        "event 3 (ReviewMoved version 1) cannot be read: it was made by a newer casus; install that one");
  event = good;
  event.type_version = 2;
  CHECK(told(event) == "event 3 (ReviewSet version 2) cannot be read: it was made by a newer casus; install that one");
  event.type_version = 0;
  CHECK(told(event) == "event 3 (ReviewSet version 0) cannot be read: no way from that version to this program's");
  event = good;
  event.payload.reset();
  CHECK(told(event) == "event 3 (ReviewSet version 1) cannot be read: its key is erased");
  event.payload = "{";
  CHECK(told(event) == "event 3 (ReviewSet version 1) cannot be read: the payload is not a JSON object");
  event.payload = R"({"by":"p1"})";
  CHECK(told(event) == "event 3 (ReviewSet version 1) cannot be read: missing 'on'");
  event.payload = R"({"by":"p1","on":"2026-02-30"})";
  CHECK(told(event) ==
        "event 3 (ReviewSet version 1) cannot be read: /on: expected a day like 2026-03-02, got \"2026-02-30\"");
  event.payload = R"({"by":"p1","on":"2026-02-20","onn":1})";
  CHECK(told(event) == "event 3 (ReviewSet version 1) cannot be read: /onn: unknown key 'onn' (did you mean 'on'?)");
  CHECK(decode_fault([&] { (void)decode_team(good); }) ==
        "event 3 (ReviewSet version 1) cannot be read: it was made by a newer casus; install that one");
}

TEST_CASE("how long an event of learning is tells nothing of what is in it", "[store][codec]") {
  const auto size_of = [](const std::string& name) {
    LearnerJoined joined{.person = "m1", .name = name};
    const auto written = encode(LearningEvent{kAt, "m1", joined});
    REQUIRE(written.secrets.size() == 1);
    return std::pair(written.payload.size(), written.secrets[0].text.size());
  };
  CHECK(size_of("Jo") == size_of("Annelies van den Broek"));
  CHECK(size_of("Jo").second % 1024 == 0);
}
