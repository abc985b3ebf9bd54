// SPDX-License-Identifier: EUPL-1.2
#include "tests/service/faulty_writer.hpp"

#include "core/service/commands/command_json.hpp"
#include "core/service/service.hpp"
#include "tests/engine/shipped.hpp"
#include "tests/support/manual_clock.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <memory>
#include <stdexcept>
#include <thread>
#include <utility>
#include <variant>

namespace casus::test {

namespace {

const workflow::Catalogue& workflows_to_write_with() {
  static const auto kWorkflows = workflow::Catalogue::scan({CASUS_SOURCE_DIR "/workflows"});
  return kWorkflows;
}

/// No file of this process can grow beyond so many bytes, for as long as this lives.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) { limit(bytes); }
  FullDisk(const FullDisk&) = delete;
  ~FullDisk() { limit(RLIM_INFINITY); }

 private:
  static void limit(rlim_t bytes) {
    rlimit now{};
    if (::getrlimit(RLIMIT_FSIZE, &now) != 0) std::abort();
    now.rlim_cur = std::min(bytes, now.rlim_max);
    if (::setrlimit(RLIMIT_FSIZE, &now) != 0) std::abort();
  }
};

/// A case of its own, which needs new keys; a line for the team; something said in the case of all.
std::string command_of(int writer, int number) {
  const auto mark = mark_of(writer, number);
  const auto text = fmt::format("{}{}{}", kBeforeMark, mark, kAfterMark);
  if (number % 3 == 0)
    return fmt::format(
        R"({{"do":"OpenCase","id":"{0}","case":"{0}","by":"Noor","title":"Casus {1}","privacy":"anonymous",)"
        R"("basis":"wmo","purpose":"Een stap","method":"solution-focused/reflecting-team"}})",
        mark, text);
  if (number % 3 == 1) return fmt::format(R"({{"do":"NoteLearning","id":"{}","text":"Geleerd {}"}})", mark, text);
  return fmt::format(R"({{"do":"Say","id":"{}","case":"samen","by":"Noor","kind":"fact","text":"Feit {}"}})", mark,
                     text);
}

service::Answer handled(service::Service& service, const std::string& line) {
  auto command = service::any_command_from(line);
  if (!command) throw std::logic_error("no command: " + line);
  if (auto* of_case = std::get_if<Command>(&*command)) return service.handle(std::move(*of_case));
  return service.handle(std::get<TeamCommand>(std::move(*command)));
}

/// Whether it was done; false when somebody else was first. What is refused is a mistake of the test.
bool is_done(service::Service& service, const std::string& line) {
  const auto answer = handled(service, line);
  if (answer.refusal) throw std::runtime_error("refused: " + line + ": " + answer.refusal->reason.in(Lang::en));
  return answer.done();
}

/// Again and again, until it is true.
void persist(const std::function<bool(int attempt)>& work, const store::Child::Report& report) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  for (int attempt = 0;; ++attempt) {
    const bool last = std::chrono::steady_clock::now() > until;
    try {
      if (work(attempt)) return;
      if (last) throw std::runtime_error("others were first for a minute");
    } catch (const Fault&) {
      if (last) throw;
      report(kFaultMet);
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  }
}

}  // namespace

std::string mark_of(int writer, int number) { return fmt::format("w{}-{}", writer, number); }

void begin_team(const store::Options& place) {
  const ManualClock clock;
  const auto store = store::open_store(place);
  service::Service service(*store, shipped_plugins(), workflows_to_write_with(), clock);
  for (const auto* line :
       {R"({"do":"FoundTeam","id":"a1","name":"Wijkteam Voorbeeld"})",
        R"({"do":"OpenCase","id":"a2","case":"samen","by":"Noor","title":"Wat samen gaat","privacy":"anonymous",)"
        R"("basis":"wmo","purpose":"Een stap","method":"solution-focused/reflecting-team"})",
        R"({"do":"AddParticipant","id":"a3","case":"samen","by":"Noor","name":"Samira","roles":["chair"]})",
        R"({"do":"AddParticipant","id":"a4","case":"samen","by":"Noor","name":"Daan","roles":["member"]})",
        R"({"do":"AskQuestion","id":"a5","case":"samen","by":"Noor","text":"Hoe verder?","hoped_for":"Een stap"})",
        R"({"do":"NextStep","id":"a6","case":"samen","by":"Samira"})",
        R"({"do":"NextStep","id":"a7","case":"samen","by":"Samira"})"})
    if (!is_done(service, line)) throw std::runtime_error("not done: " + std::string(line));
}

void write_on(const store::Options& place, const Writing& work, const store::Child::Report& report) {
  ::signal(SIGXFSZ, SIG_IGN);
  Draws draws(work.seed);
  ManualClock clock;
  clock.advance(std::chrono::hours(work.hour));
  std::unique_ptr<store::Store> store;
  persist(
      [&](int) {
        store = store::open_store(place);
        return true;
      },
      report);
  service::Service service(*store, shipped_plugins(), workflows_to_write_with(), clock);
  for (int number = work.from; number < work.until; ++number) {
    if (draws.below(4) == 0) clock.advance(std::chrono::hours(draws.below(97) - 48));
    const int full_for = draws.below(6) == 0 ? 1 + draws.below(3) : 0;  // attempts
    const auto room = static_cast<rlim_t>(4096 * draws.below(16));
    const auto line = command_of(work.writer, number);
    persist(
        [&](int attempt) {
          const FullDisk disk(attempt < full_for ? room : RLIM_INFINITY);
          return is_done(service, line);
        },
        report);
    report(number);
  }
}

}  // namespace casus::test
