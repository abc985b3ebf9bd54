// SPDX-License-Identifier: EUPL-1.2
#include "tests/training/media.hpp"

#include "core/desk/training/media.hpp"
#include "core/training/preview.hpp"
#include "tests/support/catch.hpp"

// Pictures and sounds beside a scenario: for whom they are, from when, and what is in them.

namespace casus::test {
namespace {

using namespace training;

std::vector<std::string> ids(const std::vector<const Medium*>& all) {
  std::vector<std::string> out;
  for (const auto* one : all) out.push_back(one->id);
  return out;
}

using Shown = std::vector<std::string>;

}  // namespace

TEST_CASE("a picture is there from when its condition holds, and for whom it is", "[training]") {
  const TempDir folder;
  const auto [scenario, problems] = parse(content_of(with_media(folder)));
  REQUIRE(problems.empty());
  auto replay = begun(scenario, "solution-focused/reflecting-team", 1, Mode::coaching);
  auto& play = replay.play();
  CHECK(ids(play.shown_to({})) == Shown{"photo"});
  CHECK(ids(play.shown_to("ria")) == Shown{"photo", "note"});
  play.take(by("Ineke", Inject{Injected::fact, "barn", {}, Answer::none}));
  REQUIRE(play.is_known("barn"));
  CHECK(ids(play.shown_to("Bram")) == Shown{"photo", "letter"});
  const auto preview = page::page_markdown(preview_page(scenario, Lang::nl));
  CHECK_THAT(preview,
             Catch::Contains("Beeld en geluid") && Catch::Contains("letter.png") && Catch::Contains("alleen voor Ria"));
}

TEST_CASE("a file is looked into: what is no picture and no sound is told with its place", "[training]") {
  const TempDir folder;
  const auto path = with_media(folder);
  const auto scenario = parse(content_of(path)).first;
  CHECK(desk::problems_of_media(scenario, path).empty());
  folder.write("scenarios/klein/photo.png", "#!/bin/sh\necho hoi\n");
  std::filesystem::remove(folder / "scenarios/klein/letter.png");
  std::filesystem::remove(folder / "scenarios/klein/note.png");
  std::filesystem::create_symlink("/dev/zero", folder / "scenarios/klein/note.png");
  const auto wrong = desk::problems_of_media(scenario, path);
  REQUIRE(wrong.size() == 3);
  CHECK(wrong[0].pointer == "/media/0/file");
  CHECK(wrong[0].message.id() == "wrong.medium_type");
  CHECK(wrong[1].message.id() == "wrong.no_medium");
  CHECK(wrong[2].message.id() == "wrong.no_medium");
  // A picture that can hold a script is none.
  folder.write("scenarios/klein/photo.png", "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>");
  CHECK(desk::problems_of_media(scenario, path)[0].message.id() == "wrong.medium_type");
}

TEST_CASE("a medium that leads elsewhere, or is for nobody, is refused", "[training]") {
  const auto problem = [](const std::string& medium) {
    const auto [scenario, problems] =
        parse(small_patched(R"([{"op": "add", "path": "/media", "value": [)" + medium + "]}]"));
    return problems.empty() ? std::string() : problems.front().pointer;
  };
  CHECK(problem(R"({"id": "a", "file": "a.png", "name": {"nl": "x", "en": "x"}})").empty());
  for (const std::string file : {"../a.png", "/etc/passwd", "a/b.png", ".a", "A.png", "a b.png", ""})
    CHECK(problem(R"({"id": "a", "file": ")" + file + R"(", "name": {"nl": "x", "en": "x"}})") == "/media/0/file");
  CHECK(problem(R"({"id": "a", "file": "a.png", "name": {"nl": "x", "en": "x"}, "only_for": "Niemand"})") ==
        "/media/0/only_for");
  CHECK(problem(R"({"id": "a", "file": "a.png", "name": {"nl": "x", "en": "x"}, "when": {"known": "none"}})") ==
        "/media/0/when/known");
}

}  // namespace casus::test
