// SPDX-License-Identifier: EUPL-1.2
#include "cli/context.hpp"

#include "cli/screen/secret.hpp"
#include "core/desk/definitions.hpp"
#include "core/desk/places.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/text/problem_words.hpp"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <iostream>

namespace casus::cli {
namespace {

/// Name of the account that the program runs under; its number when it has no name.
std::string account() {
  const auto* const entry = getpwuid(getuid());
  return entry == nullptr ? std::to_string(getuid()) : std::string(entry->pw_name);
}

std::atomic<bool> stop_asked = false;

/// While it lives, Ctrl-C asks to end early; so do the end of a time that was set (`timeout`), a machine that is shut
/// down, and a window that is closed. Asked twice in the same way, the program ends at once.
class StopOnInterrupt {
 public:
  StopOnInterrupt() {
    stop_asked = false;
    struct sigaction action {};
    action.sa_handler = [](int) { stop_asked = true; };
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    for (std::size_t i = 0; i < kSignals.size(); ++i) sigaction(kSignals[i], &action, &before_[i]);
    // What is to outlive its window (`nohup`) goes on.
    if (before_[kHangup].sa_handler == SIG_IGN) sigaction(SIGHUP, &before_[kHangup], nullptr);
  }
  ~StopOnInterrupt() {
    for (std::size_t i = 0; i < kSignals.size(); ++i) sigaction(kSignals[i], &before_[i], nullptr);
  }
  StopOnInterrupt(const StopOnInterrupt&) = delete;
  StopOnInterrupt& operator=(const StopOnInterrupt&) = delete;

 private:
  static constexpr std::array<int, 3> kSignals{SIGINT, SIGTERM, SIGHUP};
  static constexpr std::size_t kHangup = 2;
  std::array<struct sigaction, 3> before_{};
};

desk::Setting setting_of(const Globals& globals, Progress& progress) {
  desk::Setting setting{.lang = globals.lang, .form = globals.json ? desk::Form::document : desk::Form::words};
  if (globals.typist.empty()) setting.seat = {globals.as, Sureness::named, account(), {}};
  else setting.seat = {globals.typist, Sureness::named, account(), globals.as};
  setting.store = globals.store;
  setting.keys = globals.keys;
  setting.watch = [&progress](std::int64_t done, std::int64_t of) { progress.at(done, of); };
  setting.stop = &stop_asked;
  if (auto command = environment("CASUS_COMMAND"); !command.empty()) setting.command = std::move(command);
  return setting;
}

}  // namespace

void Globals::shape(Slots& slots) {
  slots.flag("json", json, "context.answer_as_one_json_document");
  slots.option("format", format, "context.answer_format");
  Slots::never_empty(slots.option("store", store, "context.file_cases"));
  Slots::never_empty(slots.option("keys", keys, "context.key_file_when_does_lie"));
  slots.option("as", as, "context.casus_as");
  slots.option("lang", lang, "context.language_casus_lang");
  slots.flag("help", help, "context.help_part");
}

Context::Context(Globals globals)
    : Desk([&] {
        auto setting = setting_of(globals, progress_);
        if (!globals.json) setting.notice = [this](const std::string& words) { screen_.error(words); };
        setting.secret = ask_secret;  // only here: inside a meeting the keyboard is the screen's
        return setting;
      }()),
      globals_(std::move(globals)),
      spoken_ways_(globals_.case_at_hand) {}
Context::Context(Globals globals, std::string& kept)
    : Desk(setting_of(globals, progress_)),
      globals_(std::move(globals)),
      screen_(kept),
      spoken_ways_(globals_.case_at_hand) {}

text::Voice Context::own_voice() const {
  if (globals_.typing == Globals::Typing::screen) return {lang(), nullptr, &spoken_ways_};
  const bool typed = globals_.as != desk::environment("CASUS_AS");
  const auto command = desk::environment("CASUS_COMMAND");
  ways_ = TypedWays(typed ? globals_.as : std::string(), store_option(), command.empty() ? "casus" : command,
                    globals_.typed);
  return {lang(), nullptr, &ways_};
}

text::Voice Context::plain_voice() const { return {lang(), nullptr, &plain_ways_}; }

int exit_of(desk::Status status) {
  return status == desk::Status::stopped ? static_cast<int>(kStopped) : static_cast<int>(status);
}

int Context::run(desk::Verb& verb, std::string_view title) {
  verb.at_its_computer = true;
  desk::Reply reply;
  {
    std::optional<StopOnInterrupt> stopping;
    if (verb.stops()) stopping.emplace();
    desk::perform(*this, verb, reply);
  }
  if (!reply.confirmation) return draw(reply, title);
  const auto& wanted = *reply.confirmation;
  if (!json()) screen_.draw(reply);  // what is to be known first
  if (!screen_.can_ask() || json()) throw Usage{wanted.unsure};
  screen_.error(wanted.question, Tone::warning);
  std::string answer;
  std::getline(std::cin, answer);
  if (trimmed(answer) != wanted.answer) {
    screen_.error(wanted.kept);
    return kRefused;
  }
  Slots slots;
  verb.shape(slots);
  for (const auto& slot : slots.all())
    if (slot.name == wanted.flag) slot.set({}, {voice(), today()});
  desk::Reply sure;
  desk::perform(*this, verb, sure);
  return draw(sure, title);
}

int Context::draw(const desk::Reply& reply, std::string_view title) {
  progress_.clear();
  if (globals_.format == PageFormat::text || reply.document() != nullptr || reply.status != desk::Status::done)
    screen_.draw(reply);
  else if (!reply.picture().empty() && globals_.format == PageFormat::markdown)
    throw Usage{say("program.picture_as_html")};
  else screen_.draw_page(reply, printed(page_of(reply, title), globals_.format, plain_voice()));
  return exit_of(reply.status);
}

int Context::show(const service::Answer& answer) {
  desk::Reply reply;
  desk::show(*this, reply, answer);
  return draw(reply);
}

int Context::show(const service::MeetingAnswer& answer) {
  desk::Reply reply;
  desk::show(*this, reply, answer);
  return draw(reply);
}

int Context::show(const service::LearningAnswer& answer) {
  desk::Reply reply;
  desk::show(*this, reply, answer);
  return draw(reply);
}

void print_refusal(Context& context, const Refusal& refusal) {
  desk::Reply reply;
  desk::print_refusal(context, reply, refusal);
  context.draw(reply);
}

void print_line_problems(Context& context, const std::string& line, const Problems& problems) {
  desk::Reply reply;
  for (const auto& problem : problems)
    reply.error(fmt::format("{}: {}{}{}", line, problem.pointer, problem.pointer.empty() ? "" : ": ",
                            text::problem_line(problem, context.voice())),
                desk::Tone::bad);
  context.draw(reply);
}

}  // namespace casus::cli
