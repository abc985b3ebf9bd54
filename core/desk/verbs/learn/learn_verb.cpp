// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/learn/learn_verb.hpp"

#include "core/engine/refusing.hpp"
#include "core/learning/decide/decide.hpp"
#include "core/text/names_in_a_row.hpp"

#include <nlohmann/json.hpp>

namespace casus::desk {

using text::msg;

std::optional<Refusal> not_in_private(const Desk& desk) {
  const auto& seat = desk.seat();
  if (seat.sureness != Sureness::table && seat.in_name_of.empty()) return std::nullopt;
  return engine::no("NotInPrivate", "", msg("learn.not_in_private"), msg("learn.not_in_private_do"));
}

namespace {

/// That there is none of this kind, and how one begins.
text::Message none_yet(std::string_view kind) {
  return msg("learn.none_yet", "what"_is = text::label(*from_key<learning::InstrumentKind>(kind)),
             "start"_is = *learning::starts(kind));
}

/// That there is none with this name, and how the last of its kind is shown.
text::Message none_called(std::string_view kind, const std::string& session) {
  auto show = kind == "scan"     ? text::way("learn scan show")
              : kind == "circle" ? text::way("learn circle show")
              : kind == "paper"  ? text::way("learn paper show")
              : kind == "course" ? text::way("learn course show")
                                 : text::way("area show");
  return msg("learn.no_such_session_show", "session"_is = session, "show"_is = std::move(show));
}

bool is_of(const learning::Session& session, std::string_view kind) {
  return kind == "scan"     ? session.scan.has_value()
         : kind == "circle" ? session.circle.has_value()
         : kind == "paper"  ? session.paper.has_value()
         : kind == "course" ? session.course.has_value()
                            : session.area.has_value();
}

/// The one that is going on, or the last; of two courses at the same time nobody can say which is meant. Throws Usage.
std::string session_at_hand(Desk& desk, const std::string& kind) {
  if (kind != "course") return desk.learning().current(kind);
  const auto all = courses_going_on(desk);
  if (all.empty()) return desk.learning().current(kind);
  if (all.size() == 1) return all.front();
  throw Usage{desk.voice().say("learn.course.which_course", "courses"_is = text::names_in_a_row(all))};
}

}  // namespace

std::vector<std::string> courses_going_on(Desk& desk) {
  auto all = desk.learning().sessions("course");
  std::erase_if(all, [&](const std::string& id) {
    const auto seen = desk.learning().look(id, {});
    return !seen || !seen->course || !seen->course->going_on();
  });
  return all;
}

learning::Session session_meant(Desk& desk, const std::string& kind, const std::string& given, bool shared) {
  const auto id = given.empty() ? session_at_hand(desk, kind) : given;
  auto session = id.empty() ? std::nullopt : desk.learning().look(id, shared ? std::string() : desk.who_or_nobody());
  if (session && is_of(*session, kind)) return std::move(*session);
  throw Usage{desk.voice().say(given.empty() ? none_yet(kind) : none_called(kind, given))};
}

void LearnPaper::shape(Slots& slots) {
  slots.option("format", format, "learnhelp.format");
  slots.output("out", out, "help.file_write_else_screen");
}

void LearnPaper::put(Desk& desk, Reply& reply, const page::Page& page, const nlohmann::json& document) const {
  if (format == PageFormat::text && out.empty()) {
    if (desk.json()) reply.json(document);
    else reply.page(page);
    return;
  }
  const auto bytes = printed(page, format, desk.voice());
  put_document(desk, reply, {{"format", key(format)}}, bytes, out);
}

std::string made_in(const Learned& answer) {
  std::string id;
  for (const auto& event : answer.events)
    std::visit(
        [&](const auto& body) {
          if constexpr (requires { body.id; }) id = body.id;
        },
        event.body);
  return id;
}

Confirmation sure_of(const Desk& desk, const text::Message& lost, const std::string& what) {
  const auto& voice = desk.voice();
  const auto first = voice.say(lost) + " ";
  return {first + voice.say("learn.type_to_go_on", "what"_is = what), what, "--yes", first + voice.say("learn.unsure"),
          voice.say("learn.kept")};
}

void LearnVerb::run(Desk& desk, Reply& reply) {
  LearningCommand command;
  command.id = command_id;
  command.session = session_;
  command.by = desk.actor();
  command.seat = desk.typist();
  command.body = body();
  if (is_private())
    if (const auto refusal = not_in_private(desk)) return show(desk, reply, *refusal);
  if (session_.empty() && !learning::begins(command.body) && learning::session_kind(command.body) == "course")
    command.session = session_at_hand(desk, "course");
  command = completed(desk, std::move(command));
  session_ = command.session;
  if (auto question = asks(desk, command); question && !desk.learning().refusal_of(command)) {
    reply.status = Status::usage;
    reply.confirmation = std::move(question);
    return;
  }
  const auto answer = desk.learning().handle(std::move(command));
  show(desk, reply, answer);
  if (!desk.json() && answer.done() && !answer.repeated && !answer.events.empty())
    reply.line(desk.voice().say(done_at(desk, answer)), Tone::good);
  if (!desk.json())
    for (const auto& remark : answer.remarks) reply.line("  " + remark_line(remark, desk.voice()), Tone::warning);
}

}  // namespace casus::desk
