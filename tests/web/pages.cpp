// SPDX-License-Identifier: EUPL-1.2
#include "core/web/assets/assets.hpp"
#include "tests/web/page_room.hpp"

namespace casus::test {

TEST_CASE("the script is under six kilobytes, and a page with all that belongs to it under a hundred", "[web]") {
  PageRoom room;
  room.begin_meeting();
  auto laptop = room.laptop();
  CHECK(laptop.get(web::script_path()).body.size() < 5800);
  CHECK(laptop.get(web::style_path()).body.size() < 20'000);
  for (const auto* path : {"/lead", "/screen", "/mine", "/devices"}) {
    INFO(path);
    const auto got = laptop.get(path);
    CHECK(got.status == 200);
    CHECK(got.body.size() < 60'000);
    CHECK_FALSE(got.has("style=\""));
    CHECK_FALSE(got.has("onclick"));
    CHECK_FALSE(got.has("<script>"));
  }
}

TEST_CASE("every form of every page can be sent without a script: where to, with its token, by a button", "[web]") {
  PageRoom room;
  room.sits_down();
  room.begin_meeting();
  auto noor = room.worker("Noor");
  auto& laptop = *room.laptop_;
  std::size_t forms = 0;
  const auto looks = [&](Browser& who, const std::string& path) {
    const auto page = who.get(path).body;
    for (auto at = page.find("<form"); at != std::string::npos; at = page.find("<form", at + 5), ++forms) {
      const auto form = page.substr(at, page.find("</form>", at) - at);
      INFO(path << ": " << form);
      CHECK(form.find("method=\"post\"") != std::string::npos);
      CHECK(form.find(" action=\"/") != std::string::npos);
      CHECK(form.find("name=\"token\" value=\"") != std::string::npos);
      CHECK(form.find("<button") != std::string::npos);
      CHECK(form.find("type=\"button\"") == std::string::npos);
      // What stays on the page with a script is sent on without one.
      CHECK(form.find("onsubmit") == std::string::npos);
    }
  };
  for (const auto* path : {"/today", "/find", "/open", "/cases", "/case/2026-001", "/case/2026-001/network",
                           "/case/2026-001/family", "/case/2026-001/files", "/case/2026-001/do/plan/action",
                           "/cards?case=2026-001", "/all", "/train", "/sessions", "/mine", "/lead"})
    looks(noor, path);
  for (const auto* path : {"/lead", "/screen", "/devices", "/keep", "/do/store/anchor"}) looks(laptop, path);
  auto stranger = room.browser();
  for (const auto* path : {"/join", "/enter"}) looks(stranger, path);
  CHECK(forms > 60);
}

TEST_CASE("without a script a page of a meeting says that nothing comes by itself, and the wall is asked for anew",
          "[web]") {
  PageRoom room;
  room.begin_meeting();
  auto laptop = room.laptop();
  for (const std::string path : {"/lead", "/mine"}) {
    INFO(path);
    const auto got = laptop.get(path);
    CHECK(got.has("<noscript>"));
    CHECK(got.has("<a href=\"" + path + "\">Kijk wat er nieuw is</a>"));
    CHECK_FALSE(got.has("http-equiv=\"refresh\""));  // somebody types there
  }
  CHECK(laptop.get("/screen").has("<noscript><meta http-equiv=\"refresh\" content=\"15\" /></noscript>"));
}

TEST_CASE("a sheet to print is there for everybody, and stands where it is needed", "[web]") {
  PageRoom room;
  room.sits_down();
  auto laptop = room.laptop();
  auto stranger = room.browser();
  for (const auto* path : {"/sheet/monday", "/sheet/card", "/sheet/keep"}) {
    INFO(path);
    CHECK(laptop.get(path).status == 200);
    CHECK(stranger.get(path).has("<h1>"));
  }
  CHECK(stranger.get("/sheet/other").status == 404);
  CHECK(laptop.get("/lead").has("/sheet/monday"));  // nothing has begun
  CHECK(laptop.get("/keep").has("/sheet/keep"));
}

TEST_CASE("what to tell with a card stands where a card is made", "[web]") {
  PageRoom room;
  room.sits_down();
  room.begin_meeting();
  CHECK(room.worker("Noor").get("/cards?case=2026-001").has("/sheet/card"));
}

TEST_CASE("the files of a page come from memory, and are asked for once", "[web]") {
  const PageRoom room;
  auto browser = room.browser();
  for (const auto& path : {web::style_path(), web::script_path(), web::icon_path()}) {
    INFO(path);
    const auto got = browser.get(path);
    CHECK(got.status == 200);
    CHECK(got.headers.at("cache-control") == "public, max-age=31536000, immutable");
    Wire wire(room.port);
    wire.send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(room.port) +
              "\r\nIf-None-Match: " + got.headers.at("etag") + "\r\n\r\n");
    CHECK(wire.answer(true).status == 304);
  }
  CHECK(browser.get("/casus.css?v=old").headers.at("cache-control") == "no-cache");
}

TEST_CASE("nothing is shown to who did not come in, and what is not there is not", "[web]") {
  const PageRoom room;
  auto stranger = room.browser();
  for (const auto* path : {"/", "/mine", "/lead", "/screen", "/devices"}) {
    INFO(path);
    const auto got = stranger.get(path);
    CHECK(got.status == 303);
    CHECK(got.headers.at("location") == "/join");
  }
  for (const auto* path : {"/nothing", "/case", "/mine/x", "/in/x"}) {
    INFO(path);
    const auto got = stranger.get(path);
    CHECK((got.status == 404 || got.status == 403));
    CHECK_FALSE(got.has("Noor"));
  }
}

TEST_CASE("who asks for no address at all reads so in their language, with a way home", "[web]") {
  const PageRoom room;
  const auto asked = [&](const std::string& target, const std::string& headers) {
    Wire wire(room.port);
    wire.send("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(room.port) + "\r\n" + headers +
              "\r\n");
    return wire.answer();
  };
  for (const auto* target : {"//x", "/a/../b", "/%00"}) {
    INFO(target);
    const auto dutch = asked(target, "");
    CHECK(dutch.status == 400);
    CHECK(dutch.has("Dit adres klopt niet"));
    CHECK(dutch.has("href=\"/\""));
    CHECK_FALSE(dutch.has("%00"));
    const auto english = asked(target, "Accept-Language: en\r\n");
    CHECK(english.has("This address is not right"));
    CHECK(english.has("<html lang=\"en\""));
  }
}

TEST_CASE("a page speaks the language that was chosen", "[web]") {
  const PageRoom room;
  auto laptop = room.laptop();
  CHECK(laptop.get("/lead").has("<html lang=\"nl\""));
  const auto got = laptop.submit("language", {});
  CHECK(got.status == 303);
  CHECK(got.headers.at("location") == "/lead");
  Wire wire(room.port);
  wire.send("GET /lead HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(room.port) +
            "\r\nCookie: casus=" + laptop.cookie() + "; casus-lang=en\r\n\r\n");
  const auto page = wire.answer();
  CHECK(page.has("<html lang=\"en\""));
  CHECK(page.has("Who is here?"));
  // A way back leads nowhere else.
  laptop.get("/lead");
  CHECK(laptop.post("/language", {{"lang", "en"}, {"back", "//elsewhere.example"}}).headers.at("location") == "/");
  CHECK(laptop.post("/language", {{"lang", "en"}, {"back", "https://elsewhere.example"}}).headers.at("location") ==
        "/");
}

}  // namespace casus::test
