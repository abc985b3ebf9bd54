// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/course.hpp"

#include "core/learning/pages/pages.hpp"
#include "tests/learning/session.hpp"

#include <nlohmann/json.hpp>

// A course by a template: what its source says, what a plan makes of it, and what stays with one person.

namespace casus::test {
namespace {

LearningStory planned_course(const std::string& instrument = "course") {
  LearningStory story("course-1");
  story.now = *time_from("2027-01-04T09:00:00Z");
  story.does("Samira", PlanCourse{*date_from("2027-01-11"), {}, instrument});
  return story;
}

std::vector<std::string> departing(const LearningStory& story) {
  std::vector<std::string> out;
  for (const auto& one : learning::totals_compared(*story.it.course))
    if (one.departs) out.push_back(one.total->id);
  return out;
}

std::string course_for(const LearningStory& story, const std::string& name) {
  const auto seen = story.seen(name);
  const auto* learner = story.it.called(name, story.team);
  const std::string_view person = learner != nullptr ? std::string_view(learner->id) : std::string_view();
  std::string all = learning::course_json(seen, {}).dump() + learning::course_mine_json(seen, person).dump();
  for (const auto lang : {Lang::nl, Lang::en})
    for (const auto& page : {learning::course_page(seen, {}, lang), learning::course_sheet(seen, "b1", lang),
                             learning::course_mine_page(seen, person, lang)})
      all += page::page_text(page) + page::page_markdown(page);  // the second does not break a cell over lines
  return all;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("the course as it is shipped adds up to what its source says", "[learning]") {
  const auto story = planned_course();
  const auto& course = *story.it.course;
  CHECK(departing(story) == Ids{});
  CHECK(course.meetings.size() == 7);
  CHECK(course.begins() == *date_from("2027-01-11"));
  CHECK(course.ends() == *date_from("2027-05-17"));
  CHECK(course.to_fill().size() == 3);  // two open ones, and the fifth theme, which the source does not name
  for (const auto& one : learning::totals_compared(course)) {
    INFO(one.total->id);
    if (one.total->id == "contact") CHECK(one.is == Approx(21));
    if (one.total->id == "study") CHECK(one.is == Approx(12));
    if (one.total->id == "months") CHECK(one.is == Approx(4.14).margin(0.01));
    CHECK(one.total->mark == method::Mark::documented);
  }
}

TEST_CASE("each number that departs from the source is named, and none is refused", "[learning]") {
  auto story = planned_course();
  story.does("Samira", ChangeCourseMeeting{{"b1", {}, 120, {}}});
  CHECK(departing(story) == Ids{"contact"});
  story.does("Samira", ChangeCourseMeeting{{"b2", {}, {}, 5}});
  CHECK(departing(story) == Ids{"contact", "study"});
  story.does("Samira", ChangeCourseMeeting{{"b7", date_from("2027-09-01"), {}, {}}});
  CHECK(departing(story) == Ids{"contact", "study", "months"});
  story.does("Samira", DropCourseMeeting{"b6", "Valt in de vakantie"});
  CHECK(departing(story) == Ids{"meetings", "open", "contact", "months"});  // the study is 13 hours again
  story.does("Samira", DropCourseMeeting{"b5", "Geen vijfde thema"});
  CHECK(departing(story) == Ids{"meetings", "themes", "open", "contact", "study", "months"});  // and now 11
  CHECK(story.refused("Samira", ChangeCourseMeeting{{"b6", {}, 60, {}}}) == "NoMeeting");
  CHECK(story.refused("Samira", ChangeCourseMeeting{{"b1", {}, {}, {}}}) == "NothingToChange");
  CHECK(story.refused("Samira", ChangeCourseMeeting{{"b1", {}, 601, {}}}) == "TooMany");
}

TEST_CASE("the second template counts days by their kind", "[learning]") {
  auto story = planned_course("learn-work");
  CHECK(departing(story) == Ids{});
  story.does("Samira", DropCourseMeeting{"t3", "Later dit jaar"});
  CHECK(departing(story) == Ids{"training"});
  CHECK(story.refused("Samira", FillCourseMeeting{{"t1", "Iets", TopicFrom::hand}}) == "NotOpen");
}

TEST_CASE("a meeting with a theme of the source keeps it, an open one gets a topic", "[learning]") {
  auto story = planned_course();
  CHECK(story.refused("Samira", FillCourseMeeting{{"b1", "Iets anders", TopicFrom::hand}}) == "NotOpen");
  CHECK(story.refused("Samira", FillCourseMeeting{{"b6", "Wat Daan wil", TopicFrom::hand}}) == "PersonalData");
  story.does("Samira", FillCourseMeeting{{"b6", "Vragen wie er helpt", TopicFrom::scan}});
  story.does("Samira", FillCourseMeeting{{"b5", "Wonen", TopicFrom::hand}});
  CHECK(story.it.course->to_fill().size() == 1);
  CHECK(course_for(story, "Ria").find("Vragen wie er helpt (quickscan)") != std::string::npos);
}

TEST_CASE("who was where is told to that person alone; all see how many", "[learning]") {
  auto story = planned_course();
  CHECK(story.refused("Samira", HoldCourseMeeting{"b1", {"Noor"}}) == "MeetingToCome");
  story.now = *time_from("2027-01-11T12:00:00Z");
  CHECK(story.refused("Samira", HoldCourseMeeting{"b1", {"Mallory"}}) == "NotOfTheTeam");
  CHECK(story.refused("Samira", HoldCourseMeeting{"b1", {}}) == "EmptyText");
  story.does("Samira", HoldCourseMeeting{"b1", {"Noor", "Daan", "noor"}});
  const auto noor = story.seen("Noor");
  CHECK(noor.course->meetings.front().count == 2);
  CHECK(noor.course->meetings.front().present.size() == 1);
  CHECK(story.seen("Ria").course->meetings.front().present.empty());
  const auto hours = learning::hours_done(*noor.course, story.it.called("Noor", story.team)->id);
  CHECK(hours.minutes == 180);
  CHECK(hours.study == 2);
  CHECK(hours.meetings == 1);
}

TEST_CASE("saying anew who was there names who is no longer counted", "[learning]") {
  auto story = planned_course();
  story.now = *time_from("2027-01-11T12:00:00Z");
  story.does("Samira", HoldCourseMeeting{"b1", {"Noor", "Daan"}});
  const auto events = story.does("Samira", HoldCourseMeeting{"b1", {"Noor"}});
  const auto& held = std::get<CourseMeetingHeld>(events.back().body);
  CHECK(held.no_longer == Ids{story.it.called("Daan", story.team)->id});
}

TEST_CASE("a slip in a course is put right by the verb that made it", "[learning]") {
  auto story = planned_course();
  story.now = *time_from("2027-01-11T12:00:00Z");
  CHECK(story.refused("Samira", HoldCourseMeeting{"b1", {}, true}) == "NotHeld");
  story.does("Samira", HoldCourseMeeting{"b1", {"Noor", "Daan"}, false});
  story.does("Samira", HoldCourseMeeting{"b1", {}, true});
  CHECK_FALSE(story.it.course->meetings.front().held);
  CHECK(learning::hours_done(*story.it.course, story.it.called("Noor", story.team)->id).minutes == 0);
  CHECK(story.refused("Samira", DropCourseMeeting{"b6", "", true}) == "NotDropped");
  story.does("Samira", DropCourseMeeting{"b6", "Vakantie", false});
  story.does("Samira", DropCourseMeeting{"b6", "", true});
  CHECK(departing(story) == Ids{});
  story.does("Noor", WriteHomework{"b1", "Zilvermeeuw tellen", HomeworkKind::intention});
  story.does("Noor", TakeAlong{"Merels eerst"});
  CHECK(story.refused("Daan", WriteHomework{"b1", "Iets", HomeworkKind::intention, "h1"}) == "NoEntry");
  const auto events = story.does("Noor", WriteHomework{"b1", "Koolmees tellen", HomeworkKind::intention, "h1"});
  CHECK(std::get<HomeworkWritten>(events.back().body).events.size() == 1);
  REQUIRE(story.it.course->homework.size() == 1);
  CHECK(story.it.course->homework.front().id == "h1");
  CHECK(story.it.course->homework.front().text == "Koolmees tellen");
  story.does("Noor", TakeAlong{"Mussen eerst", "t1"});
  CHECK(story.it.course->taken.front().text == "Mussen eerst");
  CHECK(course_for(story, "Noor").find("Zilvermeeuw") == std::string::npos);
}

TEST_CASE("there is a week or more between two meetings", "[learning]") {
  LearningStory story("course-1");
  CHECK(story.refused("Samira", PlanCourse{*date_from("2027-01-11"), 0, "course"}) == "NoWeeks");
}

TEST_CASE("what people write in a course is numbered for each, so that no number tells of another", "[learning]") {
  auto story = planned_course();
  story.does("Noor", WriteHomework{"b1", "Zilvermeeuw tellen", HomeworkKind::intention});
  story.does("Daan", WriteHomework{"b1", "Merel tellen", HomeworkKind::intention});
  CHECK(story.it.course->homework.back().id == "h1");
  story.does("Daan", FinishHomework{"h1", "Gelukt"});
  CHECK(story.it.course->homework.front().outcome.empty());
  story.does("Noor", StrikeFromCourse{"h1"});
  REQUIRE(story.it.course->homework.size() == 1);
  CHECK(story.it.course->homework.front().text == "Merel tellen");
}

TEST_CASE("homework and what somebody takes along is theirs, and struck for good", "[learning]") {
  auto story = planned_course();
  story.does("Noor", WriteHomework{"b1", "Zilvermeeuw tellen", HomeworkKind::intention});
  story.does("Noor", FinishHomework{"h1", "Roodborst gezien"});
  story.does("Noor", TakeAlong{"Eerst kijken naar de merel"});
  for (const auto* name : {"Daan", "Samira", ""})
    for (const auto* text : {"Zilvermeeuw", "Roodborst", "merel"}) {
      INFO(name << " " << text);
      CHECK(course_for(story, name).find(text) == std::string::npos);
    }
  CHECK(course_for(story, "Noor").find("Zilvermeeuw") != std::string::npos);
  CHECK(course_for(story, "Noor").find("Roodborst") != std::string::npos);
  CHECK(story.refused("Daan", FinishHomework{"h1", "Klaar"}) == "NoEntry");
  CHECK(story.refused("Daan", StrikeFromCourse{"t1"}) == "NoEntry");
  const auto struck = story.does("Noor", StrikeFromCourse{"h1"});
  CHECK(std::get<StruckFromCourse>(struck.back().body).events.size() == 2);
  story.does("Noor", WriteHomework{"b1", "Iets nieuws", HomeworkKind::sentence});
  CHECK(story.it.course->homework.back().id == "h2");
  story.does("Samira", CancelCourse{{"Te weinig mensen"}});
  CHECK(story.it.course->homework.empty());
  CHECK(story.it.course->taken.empty());
  CHECK(story.refused("Noor", TakeAlong{"Toch nog"}) == "CourseCancelled");
}

TEST_CASE("a course says what is documented and what is our own, and promises nothing", "[learning]") {
  const auto story = planned_course();
  const auto text = course_for(story, "Noor");
  for (const auto* part : {"beschreven [S1]", "eigen", "Geen certificaat", "No certificate", "niet genoemd"}) {
    INFO(part);
    CHECK(text.find(part) != std::string::npos);
  }
}

}  // namespace casus::test
