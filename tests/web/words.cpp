// SPDX-License-Identifier: EUPL-1.2
// What is said on a page speaks of the page: fields by their labels, and no line to type.
#include "cli/verbs.hpp"
#include "core/desk/forms/form.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/field_place.hpp"
#include "core/web/visit.hpp"
#include "tests/house/tree.hpp"
#include "tests/support/typed_voice.hpp"
#include "tests/web/page_room.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

namespace casus::test {
namespace {

/// " --because", or "casus case next": what somebody types who has no page.
bool is_typed(const std::string& said) {
  for (auto at = said.find("--"); at != std::string::npos; at = said.find("--", at + 2)) {
    const bool begins = at == 0 || std::isalnum(static_cast<unsigned char>(said[at - 1])) == 0;
    if (begins && at + 2 < said.size() && std::islower(static_cast<unsigned char>(said[at + 2])) != 0) return true;
  }
  // "een casus openen" is Dutch: with the noun of a verb behind it, and one of its verbs behind that, it is a line.
  return std::ranges::any_of(cli::all_verbs(), [&](const desk::Entry& entry) {
    return entry.path.find(' ') != std::string_view::npos &&
           said.find("casus " + std::string(entry.path)) != std::string::npos;
  });
}

/// With each of its places filled by a word.
text::Message filled(const text::Entry& entry, std::int64_t count) {
  std::vector<text::Argument> arguments;
  auto names = entry.arguments;
  while (!names.empty()) {
    const auto end = std::min(names.find(' '), names.size());
    const auto name = names.substr(0, end);
    if (name.starts_with('#')) arguments.push_back({name.substr(1), text::Value(count)});
    else arguments.push_back({name, text::Value("x")});
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return {entry.id, std::move(arguments)};
}

/// The lines that help shows as something to type: no page shows those of what can be done on it.
std::set<std::string> examples(Lang lang) {
  std::set<std::string> all;
  for (const auto& entry : cli::all_verbs()) all.insert(entry.example.in(lang));
  return all;
}

/// Whether only the terminal says it.
bool is_of_terminal(std::string_view id) {
  static const auto core = [] {
    std::string all;
    for (const auto& file : sources(files_in({"core"}))) all += file.text;
    return all;
  }();
  return core.find('"' + std::string(id) + '"') == std::string::npos;
}

/// The fields that the texts of a message name.
std::set<std::string> fields_of(const text::Entry& entry) {
  std::set<std::string> names;
  for (const auto lang : text::languages()) {
    const auto said = entry.text(lang);
    for (auto at = said.find('{'); at != std::string_view::npos; at = said.find('{', at + 1))
      if (const auto field = text::field_place(said.substr(at + 1, said.find('}', at) - at - 1)))
        names.emplace(field->name);
  }
  return names;
}

}  // namespace

TEST_CASE("nothing that a page can say names an option or a line to type", "[web][text]") {
  const web::PageWords words;
  for (const auto lang : {Lang::nl, Lang::en}) {
    const text::Voice page(lang, nullptr, &words);
    const auto lines = examples(lang);
    for (std::size_t i = 0; i < text::size(); ++i)
      for (const auto count : {1, 2}) {
        const auto said = page.say(filled(text::entry(i), count));
        if (!is_typed(said) || lines.contains(said) || is_of_terminal(text::entry(i).id)) continue;
        CAPTURE(text::entry(i).id, said);
        CHECK(false);
      }
  }
}

/// A key, or that something is to be typed.
bool names_keys(const std::string& said) {
  constexpr std::array<std::string_view, 8> kKeys{"Enter", "Tab", "Ctrl", "PgDn", "Typ", "typ", "Type", "type"};
  const auto in_word = [&](std::size_t at) {
    return at < said.size() && std::isalnum(static_cast<unsigned char>(said[at])) != 0;
  };
  return std::ranges::any_of(kKeys, [&](std::string_view key) {
    for (auto at = said.find(key); at != std::string::npos; at = said.find(key, at + 1))
      if ((at == 0 || !in_word(at - 1)) && !in_word(at + key.size())) return true;
    return false;
  });
}

/// How many messages with an id that begins so a page can say; each is checked.
int without_keys(const std::vector<std::string_view>& beginnings) {
  const web::PageWords words;
  int told = 0;
  for (const auto lang : {Lang::nl, Lang::en}) {
    const text::Voice page(lang, nullptr, &words);
    for (std::size_t i = 0; i < text::size(); ++i) {
      const auto id = text::entry(i).id;
      const auto begins = [&](std::string_view beginning) { return id.starts_with(beginning); };
      if (std::ranges::none_of(beginnings, begins) || id.ends_with(text::kOfPage) || is_of_terminal(id)) continue;
      ++told;
      for (const auto count : {1, 2}) {
        const auto said = page.say(filled(text::entry(i), count));
        CAPTURE(id, said);
        CHECK_FALSE(names_keys(said));
      }
    }
  }
  return told;
}

TEST_CASE("what a training and a field of a form answer on a page names no key and nothing to type", "[web][text]") {
  CHECK(without_keys({"days.", "records.", "people_line.", "identity.", "spelling.", "refuse.", "web.",
                      "plan.no_such_rule_do", "find.more", "today.by_law_line"}) > 200);
  CHECK(without_keys({"moves.", "sitting", "words.", "speech.", "play_moves.", "came_out.", "train.injected_next"}) >
        100);
}

TEST_CASE("what a meeting asks and tells on a page names no key and nothing to type", "[web][text]") {
  const web::PageWords words;
  CHECK(without_keys({"guided", "line.", "contribution.", "asked.", "remark."}) > 200);
  // And at the keys it does.
  CHECK(names_keys(text::msg("line.says_this", "name"_is = "Noor").in(Lang::nl)));
  CHECK(text::msg("line.says_this", "name"_is = "Noor").in(text::Voice(Lang::nl, nullptr, &words)) == "zegt Noor dit?");
}

TEST_CASE("a field that a message names can be given with some verb, and has a label there", "[web][text]") {
  std::set<std::string> known;
  const auto all_of = [&](const desk::Slots& slots) {
    for (const auto& slot : slots.all()) known.insert(desk::field_name(slot));
  };
  for (const auto& entry : cli::all_verbs()) {
    const auto verb = entry.fresh();
    desk::Slots slots;
    verb->shape(slots);
    all_of(slots);
  }
  cli::Globals globals;
  desk::Slots slots;
  globals.shape(slots);
  all_of(slots);
  std::set<std::string> named;
  for (std::size_t i = 0; i < text::size(); ++i)
    for (const auto& name : fields_of(text::entry(i))) {
      CAPTURE(text::entry(i).id, name);
      CHECK(known.contains(name));
      named.insert(name);
    }
  CHECK(named.size() > 40);
}

TEST_CASE("the same message names an option in the terminal and a label on the page", "[web][text]") {
  web::PageWords words;
  const auto page = [&](const char* form, std::string_view id) {
    words.form = form;
    return text::Message(id, {}).in(text::Voice(Lang::nl, nullptr, &words));
  };
  const auto typed = [](std::string_view id) { return text::Message(id, {}).in(typed_in(Lang::nl)); };
  CHECK(typed("refuse.reason_missing_do") == "Geef de reden: --because \"...\".");
  CHECK(page("", "refuse.reason_missing_do") == "Geef de reden: “Waarom”.");
  const auto form = desk::form_of(*desk::entry_at("case pause"), Lang::nl);
  CHECK(page("case pause", "refuse.reason_missing_do") == "Geef de reden: “" + form.field("because")->label + "”.");
  CHECK(typed("opening.role_missing_do") == "Geef een rol, zoals --role teamlid of --role gespreksleider.");
  CHECK(page("case join", "opening.role_missing_do") == "Geef een rol, zoals “teamlid” of “gespreksleider”.");
  CHECK(typed("plan.lacks_does") == "wie het doet (--who)");
  CHECK(page("plan action", "plan.lacks_does") == "wie het doet");
}

TEST_CASE("what is still to be asked has the name of its form on a page, and no word of the meeting", "[web][text]") {
  const web::PageWords words;
  const auto asked =
      text::way("case question", "case"_is = "2026-001", "text"_is = "Hoe verder?", "hoped-for"_is = text::gap());
  const auto said =
      text::msg("guided.begun_without_hopes", "how"_is = asked).in(text::Voice(Lang::nl, nullptr, &words));
  CHECK(said.ends_with("wanneer het past: “de ene vraag van de inbrenger”"));
}

TEST_CASE("where a step may be passed with a reason, the page asks for the reason at once and names that field",
          "[web]") {
  PageRoom room;
  room.sits_down();
  room.opens_coached("2026-003", {{"Samira", Role::chair}, {"Daan", Role::member}, {"Ria", Role::member}});
  for (int steps = 0; steps < 3; ++steps) room.does("2026-003", "Samira", NextStep{"proef"});
  auto noor = room.worker("Noor");
  const auto before = noor.get("/case/2026-003/do/case/next");
  const auto folded = [](const Got& page) {
    const auto at = page.body.find("id=\"do-case-next-because\"");
    REQUIRE(at != std::string::npos);
    const auto more = page.body.rfind("<details", at);
    return more != std::string::npos && page.body.find("</details>", more) > at;
  };
  CHECK(folded(before));
  const auto refused = noor.submit("do-case-next", {});
  CHECK(refused.status == 403);
  CHECK_FALSE(folded(refused));
  const auto label = desk::form_of(*desk::entry_at("case next"), Lang::nl).field("because")->label;
  CHECK(refused.has("ga verder met een reden: “" + label + "”"));
  // It leads nowhere but here.
  CHECK_FALSE(refused.has("href=\"/case/2026-003/do/case/next\""));
  CHECK(noor.submit("do-case-next", {{"because", "Wij weten genoeg"}}).status == 303);
  // What is nearly always asked is never folded away.
  const auto closing = noor.get("/case/2026-003/do/case/close");
  REQUIRE(closing.has("id=\"do-case-close-because\""));
  CHECK(closing.body.find("<details") > closing.body.find("id=\"do-case-close-because\""));
}

TEST_CASE("a refusal on a page names the field of its form, and its ways on are links with what is known filled in",
          "[web]") {
  PageRoom room;
  auto noor = room.worker("Noor");
  const std::string place = "/case/2026-001/do/case/join";
  REQUIRE(noor.get(place).status == 200);
  const auto refused = noor.submit("do-case-join", {{"role", "chair"}});
  CHECK(refused.status == 422);
  const auto name = desk::form_of(*desk::entry_at("case join"), Lang::nl).field("name")->label;
  CHECK(refused.has("Vul dit nog in: " + name + "."));
  CHECK_FALSE(refused.has(" --"));
  // The question is asked before the talk begins: the way to it is a place.
  const auto early = noor.get("/case/2026-001/do/case/next").status;
  REQUIRE(early == 200);
  const auto next = noor.submit("do-case-next", {});
  CHECK(next.status == 403);
  CHECK(next.has("href=\"/case/2026-001/do/case/join?role=chair\""));
  CHECK_FALSE(next.has(" --"));
  CHECK_FALSE(next.has("casus case"));
}

}  // namespace casus::test
