// SPDX-License-Identifier: EUPL-1.2
// What every store promises.
#include "tests/store/stores.hpp"

#include <stdexcept>

using namespace casus;
using namespace casus::store;

TEST_CASE("events are read back as they were appended, in order", "[store]") {
  Subject store(each_store());
  NewEvent first{"CaseOpened", 3, moment(5), std::string("een\0nul en € ë", 17), {}};
  const auto one = put(*store, "case/1", 0, "c1", {first, event("twee")});
  CHECK(one.stream == "case/1");
  CHECK(one.first == 1);
  CHECK(one.last == 2);
  const auto two = put(*store, "case/1", 2, "c2", {event("drie", {}, 9)});
  CHECK(two.first == 3);
  CHECK(two.last == 3);

  const auto events = store->read("case/1");
  REQUIRE(events.size() == 3);
  CHECK(events[0].number == 1);
  CHECK(events[0].type == "CaseOpened");
  CHECK(events[0].type_version == 3);
  CHECK(events[0].at == moment(5));
  CHECK(events[0].payload == first.payload);
  CHECK(events[2].number == 3);
  CHECK(events[2].at == moment(9));
  CHECK(payloads(*store, "case/1") == Texts{first.payload, "twee", "drie"});
  CHECK(store->head("case/1") == 3);
  CHECK(findings(*store).empty());
}

TEST_CASE("a reader can begin after an event that is already known", "[store]") {
  Subject store(each_store());
  put(*store, "case/1", 0, "c1", {event("a"), event("b"), event("c")});
  const auto events = store->read("case/1", 2);
  REQUIRE(events.size() == 1);
  CHECK(events[0].number == 3);
  CHECK(store->read("case/1", 3).empty());
  CHECK(store->read("case/1", 99).empty());
  CHECK(store->read("case/1", -1).size() == 3);
}

TEST_CASE("a stream that does not exist is empty", "[store]") {
  Subject store(each_store());
  CHECK(store->head("case/none") == 0);
  CHECK(store->read("case/none").empty());
  CHECK(store->streams("").empty());
  CHECK_FALSE(store->receipt("none").has_value());
}

TEST_CASE("a name is called the same each time where the store is not, and otherwise in every other store", "[store]") {
  Subject store(each_store());
  const auto one = store->pseudonym("case 2026-001");
  CHECK(one.size() == 32);
  CHECK(one.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(store->pseudonym("case 2026-001") == one);
  CHECK(store->pseudonym("case 2026-002") != one);
  CHECK(open_memory()->pseudonym("case 2026-001") != one);
}

TEST_CASE("who expects another version is told where the stream stands, and nothing is written", "[store]") {
  Subject store(each_store());
  put(*store, "case/1", 0, "c1", {event("a"), event("b")});
  for (const std::int64_t expected : {0, 1, 3}) {
    const auto row = line("case/1");
    const auto lost = store->append("case/1", expected, "late", {event("x")}, &row);
    REQUIRE_FALSE(lost.has_value());
    CHECK(lost.error().stream == "case/1");
    CHECK(lost.error().expected == expected);
    CHECK(lost.error().actual == 2);
  }
  const auto early = store->append("case/new", 4, "early", {event("x")}, nullptr);
  REQUIRE_FALSE(early.has_value());
  CHECK(early.error().actual == 0);
  CHECK(payloads(*store, "case/1") == Texts{"a", "b"});
  CHECK_FALSE(store->receipt("late").has_value());
  CHECK(store->list({}).empty());
  CHECK(store->streams("") == Texts{"case/1"});
  CHECK(put(*store, "case/1", 2, "late", {event("c")}).first == 3);
}

TEST_CASE("a command sent again is answered with what it came to, and not done again", "[store]") {
  Subject store(each_store());
  put(*store, "case/1", 0, "open", {event("a"), event("b")});
  put(*store, "case/1", 2, "next", {event("c")});
  for (const std::int64_t expected : {0, 3}) {
    const auto again = put(*store, "case/1", expected, "open", {event("a"), event("b")});
    CHECK(again.first == 1);
    CHECK(again.last == 2);
  }
  const auto elsewhere = put(*store, "case/2", 0, "open", {event("a")});
  CHECK(elsewhere.stream == "case/1");
  CHECK(store->head("case/1") == 3);
  CHECK(store->head("case/2") == 0);
  const auto kept = store->receipt("next");
  REQUIRE(kept.has_value());
  CHECK(kept->stream == "case/1");
  CHECK(kept->first == 3);
}

TEST_CASE("what was asked is given back with the receipt", "[store]") {
  Subject store(each_store());
  REQUIRE(store->append("case/1", 0, "c1", {event("a")}, nullptr, 4711));
  const auto again = store->append("case/1", 0, "c1", {event("b")}, nullptr, 12);
  REQUIRE(again);
  CHECK(again->content == 4711);
  CHECK(store->receipt("c1")->content == 4711);
  put(*store, "case/1", 1, "c2", {event("b")});
  CHECK(store->receipt("c2")->content == 0);
}

TEST_CASE("a command without events is remembered and leaves the stream as it is", "[store]") {
  Subject store(each_store());
  put(*store, "case/1", 0, "c1", {event("a")});
  const auto nothing = put(*store, "case/1", 1, "looked", {});
  CHECK(nothing.first == 2);
  CHECK(nothing.last == 1);
  CHECK(store->receipt("looked").has_value());
  CHECK(put(*store, "case/2", 0, "looked too", {}).first == 1);
  CHECK(store->streams("") == Texts{"case/1"});
  CHECK(findings(*store).empty());
}

TEST_CASE("an append without a command id is never taken for one sent before", "[store]") {
  Subject store(each_store());
  put(*store, "case/1", 0, "", {event("a")});
  put(*store, "case/1", 1, "", {event("b")});
  CHECK(store->head("case/1") == 2);
  CHECK_FALSE(store->receipt("").has_value());
}

TEST_CASE("streams are listed by the beginning of their name, in order", "[store]") {
  Subject store(each_store());
  for (const std::string name : {"case/b", "team/1", "case/a", "meeting/1", "case/é", "casex"})
    put(*store, name, 0, "c-" + name, {event("x")});
  CHECK(store->streams("case/") == Texts{"case/a", "case/b", "case/é"});
  CHECK(store->streams("team/") == Texts{"team/1"});
  CHECK(store->streams("").size() == 6);
  CHECK(store->streams("nothing").empty());
}

TEST_CASE("appends in a group are kept together, and seen inside it", "[store]") {
  Subject store(each_store());
  put(*store, "case/1", 0, "c1", {event("a")});
  store->together([&] {
    put(*store, "case/1", 1, "c2", {event("b")});
    put(*store, "case/1", 2, "c3", {event("c")});
    put(*store, "case/2", 0, "c4", {event("z")});
    CHECK(store->head("case/1") == 3);
    CHECK(payloads(*store, "case/1") == Texts{"a", "b", "c"});
    CHECK(store->streams("") == Texts{"case/1", "case/2"});
    CHECK(store->receipt("c3").has_value());
    const auto lost = store->append("case/1", 1, "c5", {event("x")}, nullptr);
    CHECK_FALSE(lost.has_value());
    put(*store, "case/1", 3, "c6", {event("d")});
  });
  CHECK(payloads(*store, "case/1") == Texts{"a", "b", "c", "d"});
  CHECK(store->info().events == 5);
  CHECK(findings(*store).empty());
}

TEST_CASE("nothing of a group that throws has happened", "[store]") {
  Subject store(each_store());
  auto row = line("case/1", "before");
  put(*store, "case/1", 0, "c1", {event("a", {{"p1", "naam"}})}, &row);
  const auto group = [&] {
    row.summary = "after";
    put(*store, "case/1", 1, "c2", {event("b"), {"NewType", 1, moment(0), "c", {}}}, &row);
    put(*store, "case/2", 0, "c3", {event("z")});
    store->erase_person("case/1", "p1");
    throw std::runtime_error("no");
  };
  CHECK_THROWS_AS(store->together(group), std::runtime_error);
  CHECK(payloads(*store, "case/1") == Texts{"a"});
  CHECK(store->read("case/1")[0].secrets == std::vector<Secret>{{"p1", "naam"}});
  CHECK(store->streams("") == Texts{"case/1"});
  CHECK_FALSE(store->receipt("c2").has_value());
  REQUIRE(store->list({}).size() == 1);
  CHECK(store->list({})[0].summary == "before");
  put(*store, "case/1", 1, "c2", {{"NewType", 1, moment(0), "b", {}}});
  put(*store, "case/2", 0, "c3", {event("z")});
  CHECK(findings(*store).empty());
}

TEST_CASE("a group in which a write failed is not kept, also when the fault was caught inside", "[store]") {
  Subject store(each_store());
  put(*store, "case/1", 0, "c1", {event("a")});
  const auto fault = fault_of([&] {
    store->together([&] {
      put(*store, "case/1", 1, "c2", {event("b")});
      CHECK_FALSE(fault_of([&] { put(*store, "case/1", 2, "c3", {event("c"), event("d", {{"", "x"}})}); }).empty());
      put(*store, "case/2", 0, "c4", {event("z")});
    });
  });
  CHECK_THAT(fault, Catch::Contains("a write failed earlier in this group, so none of it was kept"));
  CHECK(payloads(*store, "case/1") == Texts{"a"});
  CHECK(store->head("case/2") == 0);
  put(*store, "case/1", 1, "c2", {event("b")});
  CHECK(findings(*store).empty());
}

TEST_CASE("a group inside a group belongs to the outer one", "[store]") {
  Subject store(each_store());
  const auto outer = [&] {
    store->together([&] { put(*store, "case/1", 0, "c1", {event("a")}); });
    throw std::runtime_error("no");
  };
  CHECK_THROWS_AS(store->together(outer), std::runtime_error);
  CHECK(store->head("case/1") == 0);
  store->together([&] { store->together([&] { put(*store, "case/1", 0, "c1", {event("a")}); }); });
  CHECK(store->head("case/1") == 1);
}

TEST_CASE("the store counts what it holds", "[store]") {
  Subject store(each_store());
  put(*store, "case/1", 0, "c1", {event("a"), event("b")});
  put(*store, "case/2", 0, "c2", {event("a")});
  const auto info = store->info();
  CHECK(info.streams == 2);
  CHECK(info.events == 3);
  CHECK(info.commands == 2);
  const auto proof = store->verify();
  CHECK(proof.streams == 2);
  CHECK(proof.events == 3);
  CHECK(proof.erased_streams == 0);
}
