// SPDX-License-Identifier: EUPL-1.2
#include "cli/apply.hpp"

#include "cli/lines.hpp"
#include "cli/progress.hpp"
#include "core/desk/answers.hpp"
#include "core/desk/definitions.hpp"
#include "core/service/command_json.hpp"

#include <nlohmann/json.hpp>

#include <unistd.h>

namespace casus::cli {
namespace {

using nlohmann::json;

constexpr std::size_t kFileLimit = 64 * 1024 * 1024;
constexpr std::size_t kBatch = 1000;

/// Hands commands over, many in one transaction, and answers each once it is durable.
class Applier {
 public:
  explicit Applier(Context& context) : context_(context), service_(context.service(Context::Make::yes)) {}

  void take(NumberedCommand line) {
    if (auto* command = std::get_if<Command>(&line.command)) {
      sit(*command);
      if (command->at == Time{}) command->at = context_.now();
      waiting_.push_back(std::move(*command));
      numbers_.push_back(line.number);
      if (waiting_.size() >= kBatch) hand_over();
      return;
    }
    hand_over();  // the order of the lines is kept
    if (auto* meeting = std::get_if<MeetingCommand>(&line.command)) {
      sit(*meeting);
      if (meeting->at == Time{}) meeting->at = context_.now();
      answer(line.number, context_.meetings().handle(std::move(*meeting)));
      context_.screen().flush();
      return;
    }
    auto team = std::get<TeamCommand>(std::move(line.command));
    if (team.at == Time{}) team.at = context_.now();
    answer(line.number, service_.handle(std::move(team)));
    context_.screen().flush();
  }

  void hand_over() {
    if (waiting_.empty()) return;
    const auto answers = service_.handle_together(std::move(waiting_));
    for (std::size_t i = 0; i < answers.size(); ++i) answer(numbers_[i], answers[i]);
    waiting_.clear();
    numbers_.clear();
    context_.screen().flush();
  }

  void malformed(std::int64_t number, const Problems& problems) {
    malformed_ = true;
    if (context_.json()) {
      context_.screen().json({{"line", number}, {"ok", false}, {"problems", problems_json(problems)}});
    } else {
      print_problems(context_, context_.say({"regel {}", "line {}"}, number), problems);
    }
    context_.screen().flush();
  }

  std::int64_t done() const { return done_; }

  int finish() {
    hand_over();
    if (!context_.json())
      context_.screen().line(
          context_.say({"{} gedaan, {} geweigerd, {} in conflict", "{} done, {} refused, {} in conflict"}, done_,
                       refused_, conflicts_));
    if (malformed_) return kUsage;
    if (conflicts_ > 0) return kConflict;
    return refused_ > 0 ? kRefused : kDone;
  }

 private:
  /// Who hands over what others do is kept beside them, when it is said who that is.
  template <class Commanded>
  void sit(Commanded& command) const {
    if (!command.seat && !context_.who_or_nobody().empty()) command.seat = context_.typist();
  }

  template <class Given>
  void answer(std::int64_t number, const Given& answer) {
    if (answer.refusal) ++refused_;
    else if (answer.conflict) ++conflicts_;
    else ++done_;
    if (context_.json()) {
      auto document = answer_json(answer, context_.voice());
      document["line"] = number;
      context_.screen().json(document);
    } else if (answer.done()) {
      std::string events;
      for (const auto& event : answer.events)
        events += fmt::format("{}{}", events.empty() ? "" : ", ", name_of(event.body));
      context_.screen().line(context_.say({"regel {}: {} gedaan{}", "line {}: {} done{}"}, number, subject(answer),
                                          events.empty() ? "" : " (" + events + ")"));
    } else {
      context_.screen().error(context_.say({"regel {}: {}", "line {}: {}"}, number, subject(answer)));
      if (answer.refusal) print_refusal(context_, *answer.refusal);
      else context_.show(answer);
    }
  }

  static std::string subject(const service::Answer& answer) { return answer.case_id.empty() ? "team" : answer.case_id; }
  std::string subject(const service::MeetingAnswer& answer) const {
    return context_.say({"overleg {}", "meeting {}"}, answer.meeting);
  }

  Context& context_;
  service::Service& service_;
  std::vector<Command> waiting_;
  std::vector<std::int64_t> numbers_;
  std::int64_t done_ = 0;
  std::int64_t refused_ = 0;
  std::int64_t conflicts_ = 0;
  bool malformed_ = false;
};

int apply_stream(Context& context, int descriptor) {
  Lines lines(descriptor);
  Applier applier(context);
  std::int64_t number = 0;
  while (auto line = lines.next()) {
    ++number;
    if (trimmed(*line).empty()) continue;
    auto command = service::any_command_from(*line);
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
  const auto bytes = read_file(context, path, kFileLimit);
  Story story;
  std::int64_t number = 0;
  for (std::string_view rest = bytes; !rest.empty();) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const auto line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    ++number;
    if (trimmed(line).empty()) continue;
    auto command = service::any_command_from(line);
    if (command) story.commands.push_back({number, std::move(*command)});
    else story.problems.push_back({number, std::move(command.error())});
  }
  return story;
}

int tell_problems(Context& context, const std::string& path, const std::vector<LineProblems>& problems) {
  if (context.json()) {
    for (const auto& line : problems)
      context.screen().json({{"line", line.number}, {"ok", false}, {"problems", problems_json(line.problems)}});
    return kUsage;
  }
  for (const auto& line : problems)
    print_problems(context, context.say({"{}: regel {}", "{}: line {}"}, path, line.number), line.problems);
  context.screen().error(context.say({"er is niets gedaan; verbeter deze regels en bied het bestand opnieuw aan",
                                      "nothing was done; mend these lines and give the file again"}));
  return kUsage;
}

void Apply::shape(Slots& slots) {
  slots.word("FILE", path_,
             {"bestand met een opdracht per regel (JSON); - is de standaardinvoer",
              "file with a command on each line (JSON); - is standard input"});
}

int Apply::run(Context& context) {
  return path_ == "-" ? apply_stream(context, STDIN_FILENO) : apply_file(context, path_);
}

}  // namespace casus::cli
