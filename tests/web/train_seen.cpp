// SPDX-License-Identifier: EUPL-1.2
#include "tests/training/media.hpp"
#include "tests/web/train_room.hpp"

#include <stdlib.h>  // setenv is POSIX

// Who sees what of a training.

namespace casus::test {
namespace {

/// A variable of this process, as long as this lives.
struct Variable {
  Variable(const char* name, const std::string& value) : name_(name) { ::setenv(name, value.c_str(), 1); }
  ~Variable() { ::unsetenv(name_); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
};

}  // namespace

TEST_CASE("what one place alone knows stands on the page of whoever plays it, and on no other", "[web][training]") {
  TrainingRoom room("neighbours-quarrel");
  INFO(room.begun.body);
  REQUIRE(room.begun.status == 303);
  constexpr const char* kSecret = "Vos belde jou vorige maand";
  auto ria = room.player("Ria");
  auto yusuf = room.player("Yusuf");
  auto femke = room.player("Femke");
  CHECK(ria.get(room.run).has("Dit weet alleen jij"));
  CHECK(ria.page().has(kSecret));
  CHECK(yusuf.get(room.run).has("om de muren"));
  CHECK_FALSE(femke.get(room.run).has("Dit weet alleen jij"));
  // A card that is asked for comes before everybody, so it does not tell.
  ria.post(room.run, {{"do", "say"}, {"kind", ""}, {"text", "rol Ria"}});
  CHECK(femke.get(room.run).has("staat op de eigen pagina van wie de rol speelt"));
  room.noor.get(room.run);
  room.noor.submit("line", {{"do", "line"}, {"text", "rol Ria"}});
  for (auto* other : {&yusuf, &femke, &room.noor}) CHECK_FALSE(other->get(room.run).has(kSecret));
  CHECK(room.noor.get(room.run + "/debrief").status == 200);  // from here on it is open to who plays
  CHECK(femke.get(room.run + "/debrief").status == 200);
  CHECK_FALSE(femke.page().has(kSecret));
  // Whoever leads reads it when looking ahead, or sits in that place.
  CHECK(room.noor.get("/train/preview/neighbours-quarrel").has(kSecret));
  room.noor.get(room.run);
  CHECK(room.noor.submit("seat-form", {{"do", "seat"}, {"seat", "Ria"}}).status == 303);
  CHECK(room.noor.get(room.run).has(kSecret));
}

TEST_CASE("who is going to lead looks ahead in a scenario; a phone that plays does not", "[web][training]") {
  TrainingRoom room;
  const auto looked = room.noor.get("/train/preview/circle-says-no");
  CHECK(looked.status == 200);
  CHECK(looked.has("Dit verklapt alles."));
  CHECK(looked.has("<svg"));
  CHECK(room.noor.get("/train").has("/train/preview/circle-says-no"));
  CHECK(room.noor.get("/train/preview/none").status == 404);
  const auto page = room.noor.get(room.run).body;
  const auto list = page.substr(page.find("id=\"seat\""));
  const auto at = list.find("<option value=\"", list.find("<option value=\"") + 5) + 15;
  auto player = room.player(list.substr(at, list.find('"', at) - at));
  CHECK(player.get("/train/preview/circle-says-no").status == 403);
}

TEST_CASE("who plays by a code is at that training alone; who is at none gets nowhere in it", "[web][training]") {
  TrainingRoom room;
  const auto page = room.noor.get(room.run).body;
  const auto list = page.substr(page.find("id=\"seat\""));
  const auto at = list.find("<option value=\"", list.find("<option value=\"") + 5) + 15;
  auto player = room.player(list.substr(at, list.find('"', at) - at));
  for (const auto* path :
       {"/today", "/cases", "/case/2026-001", "/mine", "/lead", "/screen", "/train", "/keep", "/devices"})
    CHECK(player.get(path).status == 403);
  CHECK(player.get("/train/other-1").status == 403);
  room.begin_meeting();
  auto phone = room.phone("Daan");
  CHECK(phone.get(room.run).status == 403);
  CHECK(phone.get("/live?of=train%20" + room.run.substr(7)).status == 403);
  CHECK(where(room.browser().get(room.run)) == "/join");
  CHECK(room.noor.get("/train/none-1").status == 404);
  CHECK(room.noor.get("/train/..%2f..%2fetc").status >= 400);
  room.noor.get("/train");
  CHECK(room.noor.post("/train", {{"scenario", "none"}, {"method", "kort/ronde"}}).status == 422);
  // The keeper looks after the store, and plays nothing there.
  room.laptop_->get("/devices");
  const auto made = room.laptop_->submit("invite-keeper", {{"keeper", "Kees"}});
  const auto from = made.body.find("/in/", made.body.find("<code>"));
  auto keeper = room.by_link(made.body.substr(from, made.body.find('<', from) - from));
  CHECK(keeper.get("/train").status == 403);
}

TEST_CASE("a picture of a scenario is a link for who may see it by now, and for nobody else", "[web][training]") {
  const TempDir folder;
  with_media(folder);
  const Variable workflows("CASUS_WORKFLOWS", folder.path().string());
  TrainingRoom room("klein");
  INFO(room.begun.body);
  REQUIRE(room.begun.status == 303);
  auto ria = room.player("Ria");
  auto bram = room.player("Bram");
  const auto photo = room.run + "/media/photo", letter = room.run + "/media/letter", note = room.run + "/media/note";
  CHECK(ria.get(room.run).has(note));
  CHECK(bram.get(room.run).has(photo));
  CHECK_FALSE(bram.page().has(note));
  CHECK_FALSE(bram.page().has(letter));
  const auto got = bram.get(photo);
  CHECK(got.status == 200);
  CHECK(got.body == a_png());
  CHECK(got.headers.at("content-type") == "image/png");
  CHECK(got.headers.at("x-content-type-options") == "nosniff");
  for (const auto& hidden : {letter, note, room.run + "/media/none"}) CHECK(bram.get(hidden).status == 404);
  CHECK(bram.get(room.run + "/media/..%2fklein.json").status == 400);  // no address at all
  // Whoever leads sees all of it; with the fact the letter is there for everybody.
  CHECK(room.noor.get(letter).status == 200);
  room.noor.get(room.run);
  CHECK(room.noor.submit("inject", {{"do", "inject"}, {"inject", "fact/barn"}, {"text", ""}}).status == 303);
  CHECK(bram.get(room.run).has(letter));
  CHECK(bram.get(letter).status == 200);
  // What is no picture any more is not handed out.
  folder.write("scenarios/klein/photo.png", "<html>");
  CHECK(bram.get(photo).status == 404);
  CHECK(room.browser().get(letter).status != 200);
}

}  // namespace casus::test
