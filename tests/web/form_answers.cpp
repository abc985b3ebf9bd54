// SPDX-License-Identifier: EUPL-1.2
#include "core/web/form_answers.hpp"

#include "core/service/unlogged.hpp"
#include "tests/web/page_room.hpp"

// A page that answers a form has an address of its own, so that going back in a browser never ends at a question
// whether to send the form once more.

namespace casus::test {
namespace {

using web::Again;
using web::FormAnswers;

const Time kTenOClock = std::chrono::sys_days(std::chrono::year(2026) / 3 / 2) + std::chrono::hours(10);

FormAnswers::Answer answer_for(const std::string& browser, Again again, const std::string& device = "d1") {
  web::Response page{.body = "Wie ben je?"};
  return {{browser, device, "/join", Lang::nl}, again, 5, "token=x", page};
}

/// As a browser asks for a page that it goes to, and not by a script.
Browser goes(Browser browser) {
  browser.behind("Sec-Fetch-Mode: navigate\r\n");
  return browser;
}

}  // namespace

TEST_CASE("what answered a form is seen again by the browser that sent it alone, and not for long", "[web]") {
  FormAnswers answers;
  const auto answer = answer_for("een", Again::lasting);
  const auto id = answers.keep(answer, kTenOClock);
  REQUIRE(id);
  const auto never = [] { return std::int64_t(6); };
  for (int times = 0; times < 3; ++times) {
    const auto seen = answers.find(*id, answer.asker, kTenOClock, never);
    REQUIRE(seen);
    CHECK(seen->page.body == "Wie ben je?");
    CHECK(seen->sent.empty());
  }
  for (const auto& other : std::vector<FormAnswers::Asker>{{"twee", "d1", "/join", Lang::nl},
                                                           {"een", "d2", "/join", Lang::nl},
                                                           {"een", "", "/join", Lang::nl},
                                                           {"een", "d1", "/open", Lang::nl},
                                                           {"een", "d1", "/join", Lang::en}})
    CHECK_FALSE(answers.find(*id, other, kTenOClock, never));
  CHECK_FALSE(answers.find(*id + "x", answer.asker, kTenOClock, never));
  CHECK_FALSE(answers.find(*id, answer.asker, kTenOClock + FormAnswers::kTime, never));
}

TEST_CASE("what stood in a page of a case is not read again once something changed, and what was read is asked anew",
          "[web]") {
  FormAnswers answers;
  std::int64_t events = 5;
  const auto now = [&] { return events; };
  const auto same = answer_for("een", Again::while_same);
  const auto id = answers.keep(same, kTenOClock);
  const auto late = answers.keep(same, kTenOClock);
  REQUIRE((id && late));
  CHECK(answers.find(*id, same.asker, kTenOClock, now));
  CHECK(answers.find(*id, same.asker, kTenOClock, now));
  ++events;
  CHECK_FALSE(answers.find(*id, same.asker, kTenOClock, now));
  // Whoever was sent on sees it once, whatever others did in that moment.
  CHECK(answers.find(*late, same.asker, kTenOClock, now));
  CHECK_FALSE(answers.find(*late, same.asker, kTenOClock, now));
  const auto read = answer_for("een", Again::anew);
  const auto reading = answers.keep(read, kTenOClock);
  REQUIRE(reading);
  CHECK(answers.find(*reading, read.asker, kTenOClock, now)->sent.empty());
  for (int times = 0; times < 2; ++times) {
    const auto seen = answers.find(*reading, read.asker, kTenOClock, now);
    REQUIRE(seen);
    CHECK(seen->sent == "token=x");
    CHECK(seen->page.body.empty());
  }
}

TEST_CASE("what was refused is given back as it was typed once something changed, and a secret is shown for a moment",
          "[web]") {
  FormAnswers answers;
  std::int64_t events = 5;
  const auto now = [&] { return events; };
  const auto typed = answer_for("een", Again::typed);
  const auto id = answers.keep(typed, kTenOClock);
  REQUIRE(id);
  for (int times = 0; times < 2; ++times) CHECK(answers.find(*id, typed.asker, kTenOClock, now)->sent.empty());
  ++events;
  for (int times = 0; times < 2; ++times) {
    const auto seen = answers.find(*id, typed.asker, kTenOClock, now);
    REQUIRE(seen);
    CHECK(seen->typed);
    CHECK(seen->sent == "token=x");
    CHECK(seen->page.body.empty());
  }
  const auto secret = answer_for("een", Again::briefly);
  const auto link = answers.keep(secret, kTenOClock);
  REQUIRE(link);
  for (int times = 0; times < 2; ++times) CHECK(answers.find(*link, secret.asker, kTenOClock, now));
  CHECK_FALSE(answers.find(*link, secret.asker, kTenOClock + FormAnswers::kGoOn, now));
}

TEST_CASE(
    "who comes late to where they were sent reads no older page of a case than there is; all is forgotten in time",
    "[web]") {
  FormAnswers answers;
  std::int64_t events = 5;
  const auto now = [&] { return events; };
  const auto same = answer_for("een", Again::while_same), read = answer_for("een", Again::anew);
  const auto id = answers.keep(same, kTenOClock), reading = answers.keep(read, kTenOClock);
  REQUIRE((id && reading));
  ++events;
  const auto late = kTenOClock + FormAnswers::kGoOn;
  CHECK_FALSE(answers.find(*id, same.asker, late, now));
  CHECK(answers.find(*reading, read.asker, late, now)->sent == "token=x");
  const auto typed = answer_for("een", Again::typed);
  const auto refused = answers.keep(typed, late);
  const auto second = answers.keep(same, late);
  REQUIRE((refused && second));
  CHECK(answers.find(*second, same.asker, late, now));
  answers.forget(late, events + 1);
  CHECK_FALSE(answers.find(*second, same.asker, late, now));
  CHECK(answers.find(*refused, typed.asker, late, now)->sent.empty());
  answers.forget(late + FormAnswers::kTime, events);
  CHECK_FALSE(answers.find(*refused, typed.asker, late, now));
  const auto last = answers.keep(typed, late);
  REQUIRE(last);
  answers.forget_of("twee");
  CHECK(answers.find(*last, typed.asker, late, now));
  answers.forget_of("een");
  CHECK_FALSE(answers.find(*last, typed.asker, late, now));
}

TEST_CASE("who first does what a refusal misses, and then goes back, finds what they typed", "[web]") {
  PageRoom room;
  auto noor = goes(room.worker("Noor"));
  noor.get("/case/2026-001/do/plan/move");
  const auto sent =
      noor.submit("do-plan-move", {{"action", "a99"}, {"to", "2026-04-01"}, {"because", "Zij is dan weg"}});
  REQUIRE(sent.status == 303);
  CHECK(where(sent).find("weg") == std::string::npos);
  const auto refused = noor.get(where(sent));
  CHECK(refused.status >= 400);
  CHECK(refused.has("Zij is dan weg"));
  room.open("2026-003", "Noor", "Gezin met veel post", "solution-focused/reflecting-team");
  for (int times = 0; times < 2; ++times) {
    const auto back = noor.get(where(sent));
    CHECK(back.status == 200);
    CHECK(back.has("Zij is dan weg"));
    CHECK_FALSE(back.has("told warning"));
  }
  // Who signs out leaves nothing of it behind.
  CHECK(noor.post("/leave", {}).status == 303);
  CHECK_FALSE(noor.follow(noor.get(where(sent))).has("Zij is dan weg"));
}

TEST_CASE("a link that lets somebody in is shown once, and not to who goes back later", "[web]") {
  PageRoom room;
  auto laptop = goes(room.laptop());
  laptop.get("/devices");
  const auto sent = laptop.submit("invite", {{"name", "Noor"}});
  REQUIRE(sent.status == 303);
  CHECK(laptop.get(where(sent)).has("/in/"));
  room.clock.advance(FormAnswers::kGoOn);
  const auto later = laptop.get(where(sent));
  CHECK(later.status == 200);
  CHECK_FALSE(later.has("/in/"));
  CHECK(later.has("id=\"invite\""));
}

TEST_CASE("the answers of one browser push out its own oldest, and strangers never those of anybody", "[web]") {
  FormAnswers answers;
  const auto none = [] { return std::int64_t(5); };
  const auto mine = answer_for("een", Again::lasting);
  const auto first = answers.keep(mine, kTenOClock);
  REQUIRE(first);
  for (std::size_t i = 0; i < FormAnswers::kOfOne - 1; ++i) REQUIRE(answers.keep(mine, kTenOClock));
  CHECK(answers.find(*first, mine.asker, kTenOClock, none));
  REQUIRE(answers.keep(mine, kTenOClock));
  CHECK_FALSE(answers.find(*first, mine.asker, kTenOClock, none));
  for (std::size_t i = 0; i < FormAnswers::kOfStrangers; ++i)
    REQUIRE(answers.keep(answer_for("vreemd " + std::to_string(i), Again::lasting, ""), kTenOClock));
  CHECK_FALSE(answers.keep(answer_for("nog een", Again::lasting, ""), kTenOClock));
  CHECK(answers.keep(answer_for("collega", Again::lasting), kTenOClock));
  CHECK(answers.keep(answer_for("nog een", Again::lasting, ""), kTenOClock + FormAnswers::kTime));
  auto large = answer_for("een", Again::lasting);
  large.page.body.assign(FormAnswers::kLargest + 1, 'x');
  CHECK_FALSE(answers.keep(large, kTenOClock));
}

TEST_CASE("who chose a name goes back to their own page, and before that to the names", "[web]") {
  PageRoom room;
  auto phone = goes(room.browser());
  phone.get("/join");
  const auto names = phone.submit("join-form", {{"code", room.code()}});
  REQUIRE(names.status == 303);
  const auto place = where(names);
  CHECK(place.starts_with("/join?answer-of="));
  for (int times = 0; times < 2; ++times) {
    CHECK(phone.get(place).status == 200);
    CHECK(phone.page().has("id=\"name-form\""));
  }
  // Nobody else sees who is expected, whatever address they have.
  auto other = room.browser();
  CHECK_FALSE(other.get(place).has("id=\"name-form\""));
  phone.get(place);
  const auto in = phone.submit("name-form", {{"name", "Noor"}});
  REQUIRE(in.status == 303);
  CHECK(where(in) == "/mine");
  CHECK(where(phone.get(place)) == "/");
  // What is wrong is told there too, with its own status; a script and an old browser get the answer as ever.
  auto wrong = goes(room.browser());
  wrong.get("/join");
  const auto refused = wrong.follow(wrong.submit("join-form", {{"code", "ABCDEF"}}));
  CHECK(refused.status == 403);
  CHECK(refused.has("id=\"join-form\""));
  auto plain = room.browser();
  plain.get("/join");
  CHECK(plain.submit("join-form", {{"code", room.code()}}).status == 200);
}

TEST_CASE("each question of a new case can be gone back to, and what was looked for is looked for anew", "[web]") {
  PageRoom room;
  auto noor = goes(room.worker("Noor"));
  noor.get("/open");
  const auto second = noor.submit("open", {{"title", "Gezin met veel post"}});
  REQUIRE(second.status == 303);
  REQUIRE(noor.get(where(second)).has("Vraag 2 van 4"));
  const auto third = noor.submit("open", {{"privacy", "anonymous"}});
  REQUIRE(noor.get(where(third)).has("Vraag 3 van 4"));
  CHECK(noor.get(where(second)).has("Vraag 2 van 4"));
  CHECK(noor.page().has("value=\"Gezin met veel post\""));
  CHECK(where(second).find("Gezin") == std::string::npos);
  noor.get("/find");
  const auto found = noor.submit("find", {{"text", "post"}});
  REQUIRE(found.status == 303);
  CHECK(where(found).find("post") == std::string::npos);
  CHECK(noor.get(where(found)).has("href=\"/case/2026-001\""));
  CHECK(noor.get("/case/2026-001").status == 200);
  CHECK(noor.get(where(found)).has("href=\"/case/2026-001\""));
}

TEST_CASE("a page that was read by a form is asked for anew when it is loaded again, and each look is logged",
          "[web]") {
  PageRoom room;
  auto noor = goes(room.worker("Noor"));
  REQUIRE(noor.get("/case/2026-002").status == 403);
  const auto looks = [&] {
    auto it = room.desk("Samira");
    return service::Unlogged(it.service()).accountability("2026-002").looks.size();
  };
  const auto sent = noor.submit("why-look", {{"because", "Zijn zus belde mij"}});
  REQUIRE(sent.status == 303);
  const auto once = looks();
  CHECK(noor.get(where(sent)).status == 200);
  CHECK(looks() == once);
  room.clock.advance(std::chrono::minutes(1));
  CHECK(noor.get(where(sent)).status == 200);
  CHECK(looks() > once);
  room.clock.advance(FormAnswers::kTime);
  CHECK(noor.get(where(sent)).status == 403);
}

}  // namespace casus::test
