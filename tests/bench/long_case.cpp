// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/long_case.hpp"

#include "core/service/service.hpp"
#include "tests/bench/samples.hpp"
#include "tests/bench/story.hpp"

#include <algorithm>

namespace casus::bench {

namespace {

void all_done(service::Service& service, std::vector<Command> commands) {
  for (const auto& answer : service.handle_together(std::move(commands)))
    if (!answer.done()) give_up("a command of the sample was not done");
}

}  // namespace

LongCase::LongCase(std::int64_t events) : store(store::open_sqlite({path(), true})) {
  service::Service service(*store, shipped().methods, shipped().workflows);
  std::int64_t version = 0;
  for (const auto& answer : service.handle_together(talk().before)) version = std::max(version, answer.version);
  std::vector<Command> commands;
  for (; version < events; ++version) {
    auto command = talk().say;
    command.id = "say-" + std::to_string(version);
    commands.push_back(std::move(command));
  }
  all_done(service, std::move(commands));
}

void fill_open_cases(store::Store& store, int cases) {
  constexpr int kGroup = 100;  // of one transaction
  service::Service service(store, shipped().methods, shipped().workflows);
  std::vector<Command> together;
  for (int number = 0; number < cases; ++number) {
    for (auto command : talk().before) {
      command.case_id = "open-" + std::to_string(number);
      command.id = command.case_id + '-' + command.id;
      together.push_back(std::move(command));
    }
    if (number % kGroup == kGroup - 1 || number == cases - 1) all_done(service, std::exchange(together, {}));
  }
}

}  // namespace casus::bench
