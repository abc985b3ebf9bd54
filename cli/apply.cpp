// SPDX-License-Identifier: EUPL-1.2
#include "cli/apply.hpp"

#include "cli/screen/lines.hpp"
#include "cli/screen/progress.hpp"
#include "core/desk/definitions.hpp"
#include "core/desk/twice.hpp"
#include "core/desk/typed/answers.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <unistd.h>

#include <algorithm>
#include <span>

namespace casus::cli {
namespace {

using nlohmann::json;

constexpr std::size_t kFileLimit = 64 * 1024 * 1024;

/// A person mends some lines and tries again; of a file that is wrong on each, the first say enough.
constexpr std::size_t kMostLinesTold = 20;
/// Hands lines over, and tells what came of each.
class Applier {
 public:
  explicit Applier(Context& context)
      : context_(context),
        application_(context, [this](std::int64_t number, const desk::Application::Answered& answered) {
          std::visit([&](const auto& answer) { told(number, answer); }, answered);
        }) {}

  void take(NumberedCommand line) { application_.take(std::move(line)); }
  void hand_over() {
    application_.hand_over();
    context_.screen().flush();
  }

  void malformed(std::int64_t number, const Problems& problems) {
    malformed_ = true;
    if (context_.json()) {
      context_.screen().json(
          {{"line", number}, {"ok", false}, {"problems", problems_json(problems, context_.voice())}});
    } else {
      print_line_problems(context_, context_.say("apply.line_3", "number"_is = number), problems);
    }
    context_.screen().flush();
  }

  int finish() {
    hand_over();
    if (!context_.json())
      context_.screen().line(
          context_.say("apply.done_refused_conflict", "done"_is = application_.done(),
                       "before"_is = application_.done_before() == 0
                                         ? text::Message()
                                         : text::msg("apply.of_before", "count"_is = application_.done_before()),
                       "refused"_is = application_.refused(), "conflicts"_is = application_.conflicts()));
    if (malformed_ || application_.not_there() > 0) return kUsage;
    if (application_.conflicts() > 0) return kConflict;
    return application_.refused() > 0 ? kRefused : kDone;
  }

 private:
  void told(std::int64_t number, const auto& answer) {
    if (context_.json()) {
      auto document = answer_json(answer, context_.voice());
      document["line"] = number;
      if (const auto twice = said_twice(answer)) document["twice"] = context_.voice().say(*twice);
      context_.screen().json(document);
    } else if (answer.done() && answer.repeated) {
      context_.screen().line(
          context_.say("apply.line_done_before", "number"_is = number, "answer"_is = subject(answer)));
    } else if (answer.done()) {
      std::string events;
      for (const auto& event : answer.events)
        events += fmt::format("{}{}", events.empty() ? "" : ", ", name_of(event.body));
      context_.screen().line(context_.say("apply.line_done", "number"_is = number, "answer"_is = subject(answer),
                                          "events"_is = events.empty() ? "" : " (" + events + ")"));
      if (const auto twice = said_twice(answer)) context_.screen().line("  " + context_.voice().say(*twice));
    } else {
      context_.screen().error(context_.say("apply.line_2", "number"_is = number, "answer"_is = subject(answer)));
      if (answer.refusal) print_refusal(context_, *answer.refusal);
      else context_.show(answer);
    }
  }

  /// Of what is talked about at length only what is a case, a goal or an action: a story of a thousand lines goes by.
  std::optional<text::Message> said_twice(const service::Answer& answer) {
    const bool asked = std::ranges::any_of(answer.events, [](const Event& event) {
      return std::holds_alternative<CaseOpened>(event.body) || std::holds_alternative<GoalSet>(event.body) ||
             std::holds_alternative<ActionAdded>(event.body);
    });
    return asked ? desk::said_twice(context_, answer) : std::nullopt;
  }
  static std::optional<text::Message> said_twice(const service::MeetingAnswer&) { return std::nullopt; }
  static std::optional<text::Message> said_twice(const service::LearningAnswer&) { return std::nullopt; }

  static std::string subject(const service::LearningAnswer& answer) { return answer.session; }
  static std::string subject(const service::Answer& answer) { return answer.case_id.empty() ? "team" : answer.case_id; }
  std::string subject(const service::MeetingAnswer& answer) const {
    return context_.say("apply.meeting", "meeting"_is = answer.meeting);
  }

  Context& context_;
  desk::Application application_;
  bool malformed_ = false;
};

int apply_stream(Context& context, int descriptor) {
  Lines lines(descriptor);
  Applier applier(context);
  std::int64_t number = 0;
  while (auto line = lines.next()) {
    ++number;
    if (trimmed(*line).empty()) continue;
    auto command = line_from(*line);
    if (command) {
      applier.take({number, std::move(*command)});
    } else {
      applier.hand_over();
      applier.malformed(number, command.error());
    }
    if (!lines.waiting()) applier.hand_over();
  }
  return applier.finish();
}

int apply_file(Context& context, const std::string& path) {
  auto story = read_story(context, path);
  if (!story.problems.empty()) return tell_problems(context, path, story.problems);
  Applier applier(context);
  Progress progress;
  std::int64_t taken = 0;
  for (auto& command : story.commands) {
    applier.take(std::move(command));
    progress.at(++taken, static_cast<std::int64_t>(story.commands.size()));
  }
  return applier.finish();
}

}  // namespace

Story read_story(Context& context, const std::string& path) {
  return story_from(read_file(context, path, kFileLimit, desk::FileOf::lines));
}

int tell_problems(Context& context, const std::string& path, const std::vector<LineProblems>& problems) {
  if (context.json()) {
    for (const auto& line : problems)
      context.screen().json(
          {{"line", line.number}, {"ok", false}, {"problems", problems_json(line.problems, context.voice())}});
    return kUsage;
  }
  const auto shown = std::min(problems.size(), kMostLinesTold);
  for (const auto& line : std::span(problems).first(shown))
    print_line_problems(context, context.say("apply.line", "path"_is = path, "number"_is = line.number), line.problems);
  if (shown < problems.size())
    context.screen().error(context.say("apply.more_lines", "count"_is = problems.size() - shown));
  context.screen().error(context.say("apply.nothing_done_mend_these_lines"));
  return kUsage;
}

void Apply::shape(Slots& slots) { slots.word("FILE", path_, "apply.file_command_each_line_json"); }

int Apply::run(Context& context) {
  return path_ == "-" ? apply_stream(context, STDIN_FILENO) : apply_file(context, path_);
}

}  // namespace casus::cli
