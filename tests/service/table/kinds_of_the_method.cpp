// SPDX-License-Identifier: EUPL-1.2
// What somebody says without a kind, where the kinds of the step are the method's own.
#include "core/service/table/saying_kind.hpp"
#include "tests/engine/story.hpp"

#include <algorithm>

using namespace casus;
using namespace casus::test;

namespace {

const std::string kReflectingTeam = "solution-focused/reflecting-team";

/// Noor presents and answers; what she does not want to answer is of a kind of the method.
Story asked_of_own_kinds(const std::vector<std::string>& kinds = {"question", "answer", "declined"},
                         bool to_question = true) {
  auto story = begun(kReflectingTeam);
  story.go_to(Phase::analysis, "clarify");
  auto method = *story.library.method(kReflectingTeam);
  method.kinds.push_back(method::Kind{.kind = "declined", .name = {"geen antwoord", "declined"}});
  auto& steps = method.phases[index_of(Phase::analysis)];
  const auto step = std::ranges::find(steps, "clarify", &method::Step::id);
  REQUIRE(step != steps.end());
  step->kinds = kinds;
  step->floor = {};
  step->floor.speakers = {Role::member, Role::presenter};
  step->floor.answers = {Role::presenter};
  step->floor.answer_to_question = to_question;
  story.library.offer(std::move(method));
  return story;
}

Say untyped(const Story& story, const std::string& by, const std::string& text) {
  return service::completed(story.c, story.library, by, say("", text));
}

std::string last_said(const Story& story) { return story.c.contributions.back().id; }

}  // namespace

TEST_CASE("words without a kind answer no question that was answered, and are no kind of the method among others",
          "[service]") {
  auto story = asked_of_own_kinds();
  CHECK(untyped(story, "Noor", "Het doet ertoe").kind.empty());  // nothing was asked
  story.does("Ria", say("question", "Wat vond je mooi?"));
  const auto first = last_said(story);
  const auto answer = untyped(story, "Noor", "De straat");
  CHECK(answer.kind == "answer");
  CHECK(answer.re == first);
  story.does("Noor", answer);
  CHECK(untyped(story, "Noor", "En de mensen").kind.empty());
  story.does("Ria", say("question", "Heb je yoga geprobeerd?"));
  const auto second = last_said(story);
  CHECK(untyped(story, "Noor", "Nee").re == second);
  // It is said who answers: from another these words are no answer, unless they say so.
  const auto other = untyped(story, "Yusuf", "Je moet stoppen");
  CHECK(other.kind.empty());
  CHECK(other.re.empty());
  CHECK(untyped(story, "Yusuf", "Wat hielp?").kind == "question");
  CHECK(service::completed(story.c, story.library, "Noor", say("answer", "Nee")).kind == "answer");
}

TEST_CASE("words that were typed in an earlier step are what fits there", "[service]") {
  const auto story = asked_of_own_kinds({"question", "answer"});
  const auto typed = [&](const std::string& step, const std::string& text) {
    auto words = say("", text);
    words.typed_in = step;
    return service::completed(story.c, story.library, "Noor", std::move(words)).kind;
  };
  CHECK(typed("present", "Zij slaapt slecht") == "fact");
  CHECK(typed("Presenteren", "Zij slaapt slecht") == "fact");
  CHECK(typed("present", "Wie helpt haar?") == "question");
  // Of a step in which only questions fitted, of the step at hand, and of one that nobody knows, it is what it is now.
  CHECK(typed("prepare", "Zij slaapt slecht") == untyped(story, "Noor", "Zij slaapt slecht").kind);
  CHECK(typed("clarify", "Zij slaapt slecht") == untyped(story, "Noor", "Zij slaapt slecht").kind);
  CHECK(typed("onbekend", "Zij slaapt slecht") == untyped(story, "Noor", "Zij slaapt slecht").kind);
}

TEST_CASE("a question that another answered is passed over for one that nobody answered", "[service]") {
  auto story = asked_of_own_kinds();
  story.does("Ria", say("question", "Wat vond je mooi?"));
  const auto first = last_said(story);
  story.does("Yusuf", say("question", "Sinds wanneer?"));
  const auto second = last_said(story);
  story.does("Femke", say("answer", "De straat", first));
  CHECK(untyped(story, "Noor", "Sinds mei").re == second);
}

TEST_CASE("a kind of the method that stands alone is what is said, and the chair who listens makes a note",
          "[service]") {
  CHECK(untyped(asked_of_own_kinds({"declined"}, false), "Noor", "Liever niet").kind == "declined");
  CHECK(untyped(asked_of_own_kinds({"declined", "fact"}, false), "Noor", "Liever niet").kind.empty());
  CHECK(untyped(asked_of_own_kinds({"fact", "declined"}, false), "Noor", "De straat").kind == "fact");
  CHECK(untyped(asked_of_own_kinds({"declined", "fact"}, false), "Bram", "Nog vijf minuten").kind == "note");
}

TEST_CASE("of several questions that wait, an answer belongs to the one that it is about", "[service]") {
  auto story = asked_of_own_kinds({"question", "answer"}, false);
  story.does("Ria", say("question", "Wie doet de boodschappen?"));
  const auto who = last_said(story);
  story.does("Yusuf", say("question", "En de moeder, is die nog in beeld?"));
  const auto whether = last_said(story);
  const auto answers = [&](const std::string& text) { return untyped(story, "Noor", text).re; };
  CHECK(answers("Dat van die boodschappen doet zijn zus") == who);
  CHECK(answers("De moeder komt in het weekend") == whether);
  CHECK(answers("ja, om het weekend") == whether);
  CHECK(answers("nee, al jaren niet") == whether);
  // What is about neither, or about both, answers the first.
  CHECK(answers("zijn zus") == who);
  CHECK(answers("ja, de moeder doet de boodschappen") == who);
  CHECK(answers("Zijn broer woont in de buurt") == who);
  // It says of which it is.
  auto named = say("answer", "ja, de moeder", who);
  CHECK(service::completed(story.c, story.library, "Noor", named).re == who);
}

TEST_CASE("a yes or no goes to the first question where that asks so", "[service]") {
  auto story = asked_of_own_kinds({"question", "answer"}, false);
  story.does("Ria", say("question", "Heeft hij werk?"));
  const auto first = last_said(story);
  story.does("Yusuf", say("question", "Is er een uitkering?"));
  CHECK(untyped(story, "Noor", "nee").re == first);
}

TEST_CASE("what stands in any line, and what fits any question, moves no answer to a later question", "[service]") {
  struct Asked {
    const char* first;
    const char* second;
    const char* answer;
    bool of_second = false;
  };
  for (const auto& [first, second, answer, of_second] :
       {Asked{"Wie betaalt de huur?", "Komt zij eigenlijk nog buiten?", "zijn broer doet dat eigenlijk"},
        Asked{"Who pays the rent?", "Is there any family?", "her brother, when he is there"},
        Asked{"Wie betaalt de huur?", "Is er iemand die kookt?", "iemand van de kerk"},
        Asked{"Wie betaalt de huur?", "Komt zij nog buiten?", "nee, geen idee"},
        Asked{"Wie betaalt de huur?", "Komt zij nog buiten?", "nee, dat weet ik niet"},
        Asked{"Who pays the rent?", "Does she go out?", "no, we don't know"},
        Asked{"Wie betaalt de huur?", "Bij welke school zit hij?", "ja, zijn broer"},
        Asked{"Bij welke school zit hij?", "Is er een uitkering?", "nee", true},
        Asked{"Waardoor slaapt hij slecht?", "Is er een uitkering?", "ja, van de gemeente", true},
        Asked{"Vindt Fatma dat ook?", "Wanneer zag jij haar voor t laatst?", "maandag nog", true},
        Asked{"Wie kookt er?", "Sinds wanneer?", "vorige maand", true},
        Asked{"Waar woont hij?", "Hoe oud is hij?", "82", true},
        Asked{"Who cooks?", "When did you last see her?", "last week", true},
        Asked{"Wanneer zag jij haar?", "Sinds wanneer is dat?", "maandag nog"},
        Asked{"Hoe oud is hij?", "Hoe lang woont hij daar?", "acht jaar"},
        Asked{"Wie kookt er?", "Wanneer was dat?", "zijn zus"},
        Asked{"Komt zij nog buiten?", "Wanneer was dat?", "nee, maandag niet"},
        Asked{"Who's doing the groceries?", "Is her mother involved?", "yes, at weekends", true}}) {
    INFO(first << " / " << second << " / " << answer);
    auto story = asked_of_own_kinds({"question", "answer"}, false);
    story.does("Ria", say("question", first));
    const auto one = last_said(story);
    story.does("Yusuf", say("question", second));
    const auto other = last_said(story);
    CHECK(untyped(story, "Noor", answer).re == (of_second ? other : one));
  }
}

TEST_CASE("a few words with a mark and a question behind them ask, though the mark is not at the end", "[service]") {
  for (const auto* line : {"ADHD? is dat ooit onderzocht", "en thuis? hoe gaat het daar dan", "de zus? weet die ervan",
                           "schulden? heeft hij die nog", "school? wie belt daarmee", "de huur? is die al betaald",
                           "dyslexie? is dat niet eens getest"}) {
    INFO(line);
    CHECK(service::asks_without_mark(line));
  }
  for (const auto* line : {"werk? heeft hij niet", "schulden? heeft hij wel", "school? gaat hij niet meer naartoe",
                           "hoezo? hij slaapt daar", "wil hij hulp? dat weten we", "ADHD? daar weten we niets van",
                           "boos? was hij nooit"}) {
    INFO(line);
    CHECK_FALSE(service::asks_without_mark(line));
  }
  CHECK(service::asks_without_mark("who's helping with the kids"));
  CHECK(service::asks_without_mark("what's the landlord doing about it"));
  CHECK_FALSE(service::asks_without_mark("what's more she has no job"));
}

TEST_CASE("a question asks without its apostrophe too", "[service]") {
  for (const auto* line : {"whos helping with the kids", "whats her daughter's name again", "wheres his brother now",
                           "hows the sleeping going", "whats the landlord doing about it"}) {
    INFO(line);
    CHECK(service::asks_without_mark(line));
  }
  for (const auto* line : {"whats more she has no job", "lets wait for the school", "were worried about him"}) {
    INFO(line);
    CHECK_FALSE(service::asks_without_mark(line));
  }
}
