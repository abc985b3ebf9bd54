// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/learning/learning_calendar.hpp"
#include "core/desk/verbs/learn/learn_verb.hpp"
#include "core/learning/scan.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>

/// A course on the screen and on paper; and what an open meeting of it can be about.
namespace casus::desk {
namespace {

struct Topic {
  std::string text;
  TopicFrom grew{};
  int count = 0;
  bool or_more = false;
};

/// The last session of a kind that was counted: a newer one without counts does not make them forgotten.
std::optional<learning::Session> last_counted(Desk& desk, const std::string& kind, auto counted) {
  auto all = desk.learning().sessions(kind);
  for (auto id = all.rbegin(); id != all.rend(); ++id)
    if (auto seen = desk.learning().look(*id, {}); seen && counted(*seen)) return seen;
  return std::nullopt;
}

/// What the team wants to learn, from its last scan, and what its last circle put dots on: the most first.
std::vector<Topic> topics(Desk& desk) {
  std::vector<Topic> all;
  const auto scanned = [](const learning::Session& it) { return it.scan && !it.scan->counts.empty(); };
  if (const auto seen = last_counted(desk, "scan", scanned))
    for (const auto& one : learning::wanted_topics(*seen->scan))
      all.push_back({one.item->title.in(desk.voice()), TopicFrom::scan, one.count, one.or_more});
  const auto dotted = [](const learning::Session& it) {
    return it.circle && std::ranges::any_of(it.circle->rounds, &learning::Round::counted) && !it.circle->cancelled;
  };
  if (const auto seen = last_counted(desk, "circle", dotted))
    for (const auto& one : seen->circle->clusters)
      if (one.dots > 0) all.push_back({one.name, TopicFrom::circle, one.dots, false});
  std::ranges::stable_sort(all, std::greater<>(), &Topic::count);
  return all;
}

class CourseTopics final : public Verb {
 public:
  Access access() const override { return reads(Ground::team); }
  void shape(Slots&) override {}

 protected:
  void run(Desk& desk, Reply& reply) override {
    nlohmann::json all = nlohmann::json::array();
    for (const auto& one : topics(desk)) {
      all.push_back({{"topic", one.text}, {"grew", key(one.grew)}, {"count", one.count}, {"or_more", one.or_more}});
      if (!desk.json())
        reply.line(desk.voice().say("learn.course.topic_line", "topic"_is = one.text, "grew"_is = text::label(one.grew),
                                    "count"_is = std::to_string(one.count) + (one.or_more ? "+" : "")));
    }
    if (desk.json()) return reply.json({{"topics", std::move(all)}});
    if (all.empty()) reply.line(desk.voice().say("learn.course.no_topics"));
  }
};

/// A topic for an open meeting: as it is given, or the next of what the scan and the circle brought up.
class CourseFill final : public Verb {
 public:
  Access access() const override { return does(Ground::team); }
  void shape(Slots& slots) override {
    slots.maybe("MEETING", meeting_, "learnhelp.course_fill_meeting");
    slots.maybe("TOPIC", topic_, "learnhelp.course_fill_topic");
    slots.option("course", course_, "learnhelp.which_course");
  }

 protected:
  void run(Desk& desk, Reply& reply) override {
    const auto seen = session_meant(desk, "course", course_, true);
    std::vector<std::string> open;
    if (!meeting_.empty()) open.push_back(meeting_);
    else
      for (const auto* one : seen.course->to_fill()) open.push_back(one->id);
    auto offered = topics(desk);
    std::erase_if(offered, [&](const Topic& one) {
      return std::ranges::any_of(seen.course->meetings,
                                 [&](const auto& other) { return folded(other.topic) == folded(one.text); });
    });
    if (!topic_.empty()) offered = {{topic_, TopicFrom::hand, 0}};
    if (open.empty() || offered.empty())
      throw Usage{open.empty() ? desk.voice().say("learn.course.nothing_to_fill")
                               : desk.voice().say("learn.course.no_topics")};
    if (!topic_.empty() && meeting_.empty()) throw Usage{desk.voice().say("learn.course.which_meeting")};
    nlohmann::json answers = nlohmann::json::array();
    for (std::size_t i = 0; i < std::min(open.size(), offered.size()); ++i) {
      FillCourseMeeting fill{{open[i], offered[i].text, offered[i].grew}};
      const auto id = command_id.empty() ? std::string() : command_id + "/" + std::to_string(i + 1);
      const auto answer = desk.learning().handle({id, seen.id, desk.actor(), {}, {}, fill, desk.typist()});
      answers.push_back(answer_json(answer, desk.voice()));
      if (!answer.done()) return show(desk, reply, answer);
      if (!desk.json())
        reply.line(desk.voice().say("learn.course.filled_now", "meeting"_is = open[i], "topic"_is = offered[i].text,
                                    "grew"_is = text::label(offered[i].grew)),
                   Tone::good);
    }
    if (desk.json()) reply.json({{"ok", true}, {"answers", std::move(answers)}});
  }

 private:
  std::string meeting_;
  std::string topic_;
  std::string course_;
};

class CourseShow final : public SessionPage {
 public:
  CourseShow() : SessionPage("COURSE", "learnhelp.which_course") {}

 protected:
  void run(Desk& desk, Reply& reply) override {
    const auto seen = session_meant(desk, "course", session_, true);
    const auto book = desk.learning().look(std::string(kBookSession), {});
    const auto& sentences = book ? book->book : learning::Playbook{};
    paper_.put(desk, reply, learning::course_page(seen, sentences, desk.voice()),
               learning::course_json(seen, sentences));
  }
};

class CourseSheet final : public Verb {
 public:
  Access access() const override { return reads(Ground::team); }
  void shape(Slots& slots) override {
    slots.word("MEETING", meeting_, "learnhelp.course_meeting");
    slots.option("course", course_, "learnhelp.which_course");
    sheet_.shape(slots);
  }

 protected:
  void run(Desk& desk, Reply& reply) override {
    const auto seen = session_meant(desk, "course", course_, true);
    const auto book = learning::Playbook{};
    if (seen.course->meeting(meeting_) == nullptr)
      throw Usage{desk.voice().say("learn.course.no_meeting", "meeting"_is = meeting_)};
    sheet_.put(desk, reply, learning::course_sheet(seen, meeting_, desk.voice()), learning::course_json(seen, book));
  }

 private:
  std::string meeting_;
  std::string course_;
  LearnPaper sheet_;
};

class CourseMine final : public SessionPage {
 public:
  CourseMine() : SessionPage("COURSE", "learnhelp.which_course") {}

 protected:
  void run(Desk& desk, Reply& reply) override {
    if (const auto refusal = not_in_private(desk)) return show(desk, reply, *refusal);
    const auto& name = desk.who();
    const auto seen = session_meant(desk, "course", session_, false);
    const auto person = desk.learning().person_in(seen, name);
    paper_.put(desk, reply, learning::course_mine_page(seen, person, desk.voice()),
               learning::course_mine_json(seen, person));
  }
};

class CourseCalendar final : public Verb {
 public:
  Access access() const override { return reads(Ground::team); }
  void shape(Slots& slots) override {
    slots.maybe("COURSE", course_, "learnhelp.which_course");
    slots.output("out", out_, "help.file_write_ics_else_screen");
  }

 protected:
  void run(Desk& desk, Reply& reply) override {
    const auto seen = session_meant(desk, "course", course_, true);
    const auto bytes =
        report::calendar_file(learning_days(desk, true, seen.id), seen.course->instrument.name.in(desk.voice()));
    put_document(desk, reply, {{"format", "ics"}}, bytes, out_);
  }

 private:
  std::string course_;
  store::OutputFile out_;
};

}  // namespace

Entries course_page_verbs() {
  return {
      {"learn course show", "learnhelp.course_show", "learnhelp.course_show_line", fresh<CourseShow>},
      {"learn course topics", "learnhelp.course_topics", "learnhelp.course_topics_line", fresh<CourseTopics>},
      {"learn course fill", "learnhelp.course_fill", "learnhelp.course_fill_line", fresh<CourseFill>},
      {"learn course sheet", "learnhelp.course_sheet", "learnhelp.course_sheet_line", fresh<CourseSheet>},
      {"learn course mine", "learnhelp.course_mine", "learnhelp.course_mine_line", fresh<CourseMine>},
      {"learn course calendar", "learnhelp.course_calendar", "learnhelp.course_calendar_line", fresh<CourseCalendar>},
  };
}

}  // namespace casus::desk
