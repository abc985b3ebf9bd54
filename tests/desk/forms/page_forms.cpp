// SPDX-License-Identifier: EUPL-1.2
// Every page of the catalogue in every form, from one description: nothing that is said in words is left out of the
// page that is made of it.
#include "core/desk/forms/page_format.hpp"
#include "core/page/layout.hpp"
#include "tests/desk/reading_room.hpp"

namespace casus::test {

TEST_CASE("every page can be had as Markdown and HTML, whole", "[desk]") {
  ReadingRoom room;
  for (const auto* entry : desk::readings()) {
    CAPTURE(entry->path);
    auto at = room.at({"Samira", Sureness::named, {}, {}}, desk::Form::words);
    desk::Reply reply;
    try {
      room.ask(at, *entry, reply);
    } catch (const desk::Usage&) {
      continue;  // for who looks after the store
    }
    if (reply.status != desk::Status::done) continue;
    const auto page = page_of(reply, "Titel van hier");
    CHECK_FALSE(page.title.empty());
    const auto html = printed(page, desk::PageFormat::html, at.voice());
    const auto markdown = printed(page, desk::PageFormat::markdown, at.voice());
    const auto words = printed(page, desk::PageFormat::text, at.voice());
    CHECK_THAT(html, Catch::Matchers::Contains("<h1>"));
    CHECK_THAT(markdown, Catch::Matchers::StartsWith("# "));
    if (!reply.picture().empty()) {
      CHECK_THAT(html, Catch::Matchers::Contains("<svg"));
      continue;  // shown, not said
    }
    for (const auto& saying : reply.sayings()) {
      if (saying.aside || saying.laid_out) continue;
      CHECK_THAT(words, Catch::Matchers::Contains(saying.text));
    }
  }
}

TEST_CASE("what is said beside a page stays with it, and what is about the answer does not", "[desk]") {
  page::Page sheet;
  sheet.title = "Blad";
  sheet.paragraph("Eerst dit.");
  desk::Reply reply;
  reply.page(sheet);
  reply.line("En dan <dit>.", desk::Tone::warning);
  reply.table({"wat", "hoe"}, {{"plan", "goed"}});
  reply.error("dit gaat over het antwoord");
  const auto voice = text::Voice{Lang::nl, nullptr, nullptr};
  CHECK(printed(page_of(reply, "anders"), desk::PageFormat::markdown, voice) ==
        "# Blad\n\nEerst dit.\n\n    En dan <dit>.\n\n| wat | hoe |\n|---|---|\n| plan | goed |\n");
  CHECK_THAT(printed(page_of(reply, "anders"), desk::PageFormat::html, voice),
             Catch::Matchers::Contains("<pre>En dan &lt;dit&gt;.\n</pre>"));
}

}  // namespace casus::test
