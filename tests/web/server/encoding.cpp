// SPDX-License-Identifier: EUPL-1.2
#include "core/web/server/encoding.hpp"

#include "core/page/page.hpp"
#include "core/web/html.hpp"
#include "core/web/server/head.hpp"
#include "tests/support/catch.hpp"

namespace casus::test {

TEST_CASE("a path that is exactly right is taken, and no other", "[web]") {
  CHECK(web::path_from("/") == "/");
  CHECK(web::path_from("/case/2026-001") == "/case/2026-001");
  CHECK(web::path_from("/a%20b") == "/a b");
  CHECK(web::path_from("/caf%C3%A9") == "/café");
  const std::vector<std::string> wrong{
      "",          "case",         "//",         "/a//b", "/../x", "/a/../b", "/%2e%2e/x",
      "/.",        "/a/.",         "/a/",        "/%",    "/%4",   "/%zz",    "/a%00b",
      "/a%0d%0ab", "/a%5cb",       "/a\\b",      "/%c3",  "/%ff",  "/a%2f..", "/%c0%ae%c0%ae/x",
      "/a%1bb",    "/..%2f..%2fx", "http://x/y", "*",     "/a%09b"};
  for (const auto& path : wrong) {
    INFO(path);
    CHECK_FALSE(web::path_from(path));
  }
}

TEST_CASE("the fields of a form are read as a browser sends them", "[web]") {
  const auto fields = web::fields_from("a=1&b=een+twee&b=drie&c=caf%C3%A9%0D%0Aen+%26&d&=leeg");
  REQUIRE(fields);
  CHECK(fields->get("a") == "1");
  CHECK(fields->get("b") == "een twee");
  CHECK(fields->all("b") == std::vector<std::string>{"een twee", "drie"});
  CHECK(fields->get("c") == "café\nen &");
  CHECK(fields->has("d"));
  CHECK(fields->get("nothing").empty());
  for (const auto* wrong : {"a=%", "a=%f", "a=%zz", "a=%ff", "%c3=1", "a=%00", "a=%1b%5b2J", "a=%c2%9b"}) {
    INFO(wrong);
    CHECK_FALSE(web::fields_from(wrong));
  }
  std::string many;
  for (int i = 0; i < 101; ++i) many += "a=1&";
  CHECK_FALSE(web::fields_from(many));
}

TEST_CASE("a form is not lost for a sign in it that no text may hold", "[web]") {
  struct Typed {
    const char* sent;
    const char* kept;
  };
  for (const auto& [sent, kept] :
       {Typed{"a=een%00twee", "eentwee"}, Typed{"a=%1b%5b2Jrood", "[2Jrood"},
        Typed{"a=een%0btwee%0Cdrie", "een\ntwee\ndrie"}, Typed{"a=een%c2%85twee", "een\ntwee"},
        Typed{"a=caf%c3%a9%c2%9b%7f", "café"}, Typed{"a=%00", ""}}) {
    INFO(sent);
    const auto form = web::form_from(sent);
    REQUIRE(form);
    CHECK(form->cleaned);
    CHECK(form->fields.get("a") == kept);
  }
  const auto plain = web::form_from("a=een%0D%0Atwee%09drie&b=%c2%a0caf%c3%a9");
  REQUIRE(plain);
  CHECK_FALSE(plain->cleaned);
  CHECK(plain->fields.get("a") == "een\ntwee\tdrie");
  for (const auto* wrong : {"a=%", "a=%ff", "a%00=1"}) CHECK_FALSE(web::form_from(wrong));
}

TEST_CASE("what people typed cannot leave the place where it stands on a page", "[web]") {
  const std::string typed = "</textarea><script>x()</script>\" onload=\"y()' & <b>";
  const auto html = web::el("p", {{"title", typed}}, typed).bytes();
  CHECK(html.find("<script") == std::string::npos);
  CHECK(html.find("\" onload") == std::string::npos);
  CHECK(html.find("&lt;script&gt;") != std::string::npos);
  // A line break that was typed first would otherwise be lost.
  CHECK(web::el("textarea", "\nregel").bytes() == "<textarea>\n\nregel</textarea>");
  page::Page page;
  page.section("<i>kop</i>");
  page.paragraph("<img src=x>");
  CHECK(web::of_page(page, Lang::nl).bytes() ==
        "<section>\n<h2>&lt;i&gt;kop&lt;/i&gt;</h2>\n<p>&lt;img src=x&gt;</p>\n</section>\n");
}

TEST_CASE("every answer carries what keeps a page safe, and no header can be put in", "[web]") {
  auto response = web::plain(200, "x");
  response.headers.push_back({"X-Name", "a\r\nSet-Cookie: b=c"});
  const auto head = web::head_of(response, 1, {true, true});
  CHECK(head.find("\r\nX-Name: aSet-Cookie: b=c\r\n") != std::string::npos);
  for (const auto* wanted : {"default-src 'none'; script-src 'self'; style-src 'self'", "frame-ancestors 'none'",
                             "form-action 'self'", "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer",
                             "Cache-Control: no-store", "Strict-Transport-Security"}) {
    INFO(wanted);
    CHECK(head.find(wanted) != std::string::npos);
  }
  CHECK(head.find("unsafe-inline") == std::string::npos);
}

TEST_CASE("one '/' too many at the end of a path is taken off, and nothing else is", "[web]") {
  CHECK(web::without_last_slash("/noord/") == "/noord");
  CHECK(web::without_last_slash("/a%20b/c/?x=1/") == "/a%20b/c?x=1/");
  for (const auto* none : {"", "/", "//", "/noord", "/noord//", "//noord/", "/../", "/a/%2e/", "/%5cnoord/", "noord/",
                           "/?x=/", "http://x/"}) {
    CAPTURE(none);
    CHECK_FALSE(web::without_last_slash(none));
  }
}

}  // namespace casus::test
