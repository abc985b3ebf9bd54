// SPDX-License-Identifier: EUPL-1.2
#include "core/web/server/multipart.hpp"
#include "tests/web/page_room.hpp"

// Attachments on the page, and forms with a file in them.

namespace casus::test {
namespace {

const std::string kPdf = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";

TEST_CASE("a letter is sent from a page, listed, fetched as it was, and never kept by a browser", "[web]") {
  PageRoom room;
  auto noor = room.worker("Noor");
  REQUIRE(noor.get("/case/2026-001/files").status == 200);
  // A browser forgets which file was chosen: what must be there is asked before it is sent.
  CHECK(noor.page().body.find("name=\"about\"") != std::string::npos);
  const auto asked = noor.page().body.find("id=\"file-about\"");
  REQUIRE(asked != std::string::npos);
  CHECK(noor.page().body.substr(asked, noor.page().body.find('>', asked) - asked).find("required") !=
        std::string::npos);
  const auto sent = noor.send_file("/case/2026-001/files", "C:\\brieven\\brief \u00e9\u00e9n.pdf", kPdf,
                                   {{"about", "Brief van de woningbouw"}});
  INFO(sent.body);
  CHECK(sent.status == 303);
  const auto list = noor.get("/case/2026-001/files");
  CHECK(list.has("Brief van de woningbouw"));
  CHECK_FALSE(list.has("C:"));
  const auto got = noor.get("/case/2026-001/files/f1");
  CHECK(got.status == 200);
  CHECK(got.body == kPdf);
  CHECK(got.headers.at("cache-control") == "no-store");
  CHECK(got.headers.at("content-type") == "application/pdf");
  CHECK(got.headers.at("content-disposition") == "attachment; filename*=UTF-8''brief%20%C3%A9%C3%A9n.pdf");
  CHECK(got.headers.at("x-content-type-options") == "nosniff");
  // Who is not at the table gets neither the list nor a file, and both looks are kept.
  auto ria = room.worker("Ria");
  CHECK(ria.get("/case/2026-001/files").status == 403);
  CHECK(ria.get("/case/2026-001/files/f1").status == 403);
  CHECK(noor.get("/case/2026-001/seen").has("Ria"));
  CHECK(noor.get("/case/2026-001/files/f9").status == 422);
}

TEST_CASE("a letter with a citizen service number in its name is refused, whatever is in it", "[web]") {
  PageRoom room;
  auto noor = room.worker("Noor");
  for (const auto& bytes : {kPdf, std::string("\x01\x02\x03\x04", 4)}) {
    noor.get("/case/2026-001/files");
    const auto got = noor.send_file("/case/2026-001/files", "brief-123456782.pdf", bytes, {{"about", "Brief"}});
    CHECK(got.status == 403);
    CHECK(got.has("In de naam van dit bestand staat een burgerservicenummer."));
    CHECK_FALSE(got.has("123456782"));
  }
}

TEST_CASE("an attachment is destroyed from its page, and is not there any more", "[web]") {
  PageRoom room;
  auto noor = room.worker("Noor");
  noor.get("/case/2026-001/files");
  REQUIRE(noor.send_file("/case/2026-001/files", "brief.pdf", kPdf, {{"about", "Brief"}}).status == 303);
  REQUIRE(noor.get("/case/2026-001/do/case/destroy?ref=f1").has("value=\"f1\""));
  auto got = noor.submit("do-case-destroy", {{"ref", "f1"}, {"ground", "special"}, {"because", "Niet nodig"}});
  if (got.has("id=\"sure\"")) got = noor.submit("sure", {});
  INFO(got.body);
  CHECK(got.status == 303);
  CHECK_FALSE(noor.get("/case/2026-001/files").has("files/f1\""));
  CHECK(noor.get("/case/2026-001/files/f1").status != 200);
}

TEST_CASE("a file is what is in it, not what it is called; and none, or too much, is refused", "[web]") {
  PageRoom room;
  auto noor = room.worker("Noor");
  noor.get("/case/2026-001/files");
  const auto program = noor.send_file("/case/2026-001/files", "brief.pdf",
                                      std::string("\x7f"
                                                  "ELF\x02\x01\x01",
                                                  7) +
                                          std::string(60, '\0'));
  CHECK(program.status == 403);
  noor.get("/case/2026-001/files");
  CHECK(noor.send_file("/case/2026-001/files", "", "").status == 422);
  noor.get("/case/2026-001/files");
  CHECK(noor.send_file("/case/2026-001/files", "groot.pdf", kPdf + std::string(10'050'000, 'x')).status == 403);
  const auto larger = noor.send_file("/case/2026-001/files", "groter.pdf", std::string(10'400'000, 'x'));
  CHECK(larger.status == 413);
  INFO(larger.body);
  CHECK(larger.has("href=\"/case/2026-001/files\""));  // to choose another there
  // No other form takes a file, or as much.
  noor.get("/case/2026-001/do/case/say");
  CHECK(noor.send_file("/case/2026-001/do/case/say", "brief.pdf", kPdf).status == 415);
  const auto elsewhere = noor.send_file("/case/2026-001/do/case/say", "brief.pdf", std::string(300'000, 'x'));
  CHECK(elsewhere.status == 413);
  CHECK(elsewhere.has("href=\"/case/2026-001/do/case/say\""));
  CHECK(noor.get("/case/2026-001/files").has("Er ligt nog niets"));
}

TEST_CASE("a form with a file that came from elsewhere is not done", "[web]") {
  PageRoom room;
  auto noor = room.worker("Noor");
  auto ria = room.worker("Ria");
  ria.get("/today");
  // The token of another browser.
  const auto foreign = value_behind(ria.page().body, "name=\"token\"");
  noor.get("/case/2026-001/files");
  CHECK(noor.send_file("/case/2026-001/files", "brief.pdf", kPdf, {{"token", foreign}}).status == 403);
  auto stranger = room.browser();
  stranger.get("/join");
  CHECK(stranger.send_file("/case/2026-001/files", "brief.pdf", kPdf).status == 403);
  CHECK(stranger.page().has("niet meer aangemeld"));
}

TEST_CASE("what is no form with a file is nothing", "[web]") {
  const std::string type = "multipart/form-data; boundary=abc";
  const auto part = [](const std::string& head, const std::string& content) {
    return "--abc\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + content + "\r\n";
  };
  const auto good =
      web::multipart_from(type, part("name=\"a\"", "een\r\ntwee") +
                                    part("name=\"f\"; filename=\"x.txt\"", "bytes\r\n--ab") + "--abc--\r\n");
  REQUIRE(good);
  CHECK(good->fields.get("a") == "een\ntwee");
  CHECK(good->file_name == "x.txt");
  CHECK(good->file == "bytes\r\n--ab");
  const auto none = web::multipart_from(type, part("name=\"f\"; filename=\"\"", "") + "--abc--\r\n");
  REQUIRE(none);
  CHECK(none->file_field.empty());
  // What was typed is not lost for a sign in it that no text may hold.
  CHECK_FALSE(good->cleaned);
  const auto cleaned = web::multipart_from(type, part("name=\"a\"", std::string("een\0\vtwee", 9)) + "--abc--");
  REQUIRE(cleaned);
  CHECK(cleaned->cleaned);
  CHECK(cleaned->fields.get("a") == "een\ntwee");
  std::string many;
  for (int i = 0; i < 40; ++i) many += part("name=\"a\"", "x");
  for (const auto& body : std::vector<std::string>{
           "", "--abc", "--abc--x", "x" + part("name=\"a\"", "b") + "--abc--", part("name=\"a\"", "b"),
           "--abc\r\nContent-Type: text/plain\r\n\r\nx\r\n--abc--\r\n", part("filename=\"a\"", "b") + "--abc--",
           part("name=\"a\"", "\xff") + "--abc--", part("name=\"a\x07\"", "b") + "--abc--",
           part("name=\"a\"; filename=\"1\"", "x") + part("name=\"b\"; filename=\"2\"", "y") + "--abc--",
           many + "--abc--",
           "--abc\r\nContent-Disposition: form-data; name=\"" + std::string(3000, 'a') + "\"\r\n\r\nx\r\n--abc--"}) {
    INFO(body.substr(0, 80));
    if (body == "--abc--x") CHECK(web::multipart_from(type, body));
    else CHECK_FALSE(web::multipart_from(type, body));
  }
  for (const auto* other :
       {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a b\""})
    CHECK_FALSE(web::multipart_from(other, part("name=\"a\"", "b") + "--abc--"));
}

}  // namespace
}  // namespace casus::test
