// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/story.hpp"

#include "core/base/json/field_walk.hpp"
#include "core/service/commands/command_json.hpp"
#include "core/service/definitions.hpp"
#include "tests/bench/samples.hpp"
#include "tests/support/problems.hpp"

#include <fstream>

namespace casus::bench {

namespace {

constexpr const char* kStory = CASUS_SOURCE_DIR "/workflows/example/solution-focused-reflecting-team.jsonl";

class WithoutRules final : public engine::Library {
 public:
  explicit WithoutRules(const engine::Library& all) : all_(all) {}

  const workflow::Workflow* pinned_workflow(const Pin& pin) const override { return all_.pinned_workflow(pin); }
  const method::Definition* pinned_method(const Pin& pin) const override { return all_.pinned_method(pin); }
  const workflow::Workflow* workflow(std::string_view id) const override { return all_.workflow(id); }
  const method::Definition* method(std::string_view id) const override { return all_.method(id); }
  std::vector<std::string_view> workflow_ids() const override { return all_.workflow_ids(); }
  std::vector<std::string_view> method_ids() const override { return all_.method_ids(); }
  const method::Rules* rules(std::string_view) const override { return nullptr; }
  Text unusable(std::string_view id) const override { return all_.unusable(id); }
  std::span<const std::string> own_phrases(std::string_view list) const override { return all_.own_phrases(list); }

 private:
  const engine::Library& all_;
};

}  // namespace

const Shipped& shipped() {
  static const Shipped kShipped{
      plugin::Catalogue::scan({CASUS_PLUGIN_DIR, CASUS_SOURCE_DIR "/tests/bench/light/methods"},
                              [](const std::string&) { return true; }),
      workflow::Catalogue::scan({CASUS_SOURCE_DIR "/workflows", CASUS_SOURCE_DIR "/tests/bench/light/workflows"})};
  static const bool kGood = [] {
    for (const auto& entry : kShipped.methods.entries())
      for (const auto& problem : entry.problems)
        give_up(entry.path + ": " + problem.pointer + ": " + test::english(problem));
    for (const auto& entry : kShipped.workflows.entries())
      for (const auto& problem : entry.problems)
        give_up(entry.path + ": " + problem.pointer + ": " + test::english(problem));
    return true;
  }();
  (void)kGood;
  return kShipped;
}

const engine::Library& full_library() {
  static const auto kStore = store::open_memory();
  static const service::Definitions kLibrary(*kStore, shipped().methods, shipped().workflows);
  return kLibrary;
}

const engine::Library& declared_library() {
  static const WithoutRules kLibrary(full_library());
  return kLibrary;
}

const std::vector<Command>& story() {
  static const std::vector<Command> kCommands = [] {
    std::vector<Command> commands;
    std::ifstream in(kStory);
    for (std::string line; std::getline(in, line);) {
      auto command = service::any_command_from(line);
      if (!command) give_up(std::string(kStory) + ": " + test::english(command.error().front()));
      // What is noted for the team belongs to no case.
      if (auto* of_case = std::get_if<Command>(&*command)) commands.push_back(std::move(*of_case));
    }
    if (commands.size() < 50) give_up(std::string(kStory) + " is missing or too short");
    return commands;
  }();
  return kCommands;
}

std::vector<Command> story_of(const std::string& case_id) {
  auto commands = story();
  for (std::size_t i = 0; i < commands.size(); ++i) {
    commands[i].case_id = case_id;
    commands[i].id = case_id + '-' + std::to_string(i);
  }
  return commands;
}

std::vector<Command> thousand_commands(const std::string& prefix) {
  std::vector<Command> commands;
  for (int number = 1; commands.size() < 1000; ++number)
    for (auto& command : story_of(prefix + '-' + std::to_string(number))) commands.push_back(std::move(command));
  commands.resize(1000);
  return commands;
}

const Talk& talk() {
  static const Talk kTalk = [] {
    Talk talk;
    for (const auto& command : story()) {
      talk.before.push_back(command);
      if (!std::holds_alternative<Say>(command.body)) continue;
      talk.say = command;
      return talk;
    }
    give_up("nobody says anything in the story");
  }();
  return kTalk;
}

void step(Case& state, const Command& command, const engine::Library& library) {
  const auto events = engine::decide(state, command, library);
  if (!events)
    give_up("refused: " + std::string(name_of(command.body)) + ": " + events.error().name + ": " +
            events.error().reason.in(Lang::en));
  for (const auto& event : *events) engine::evolve(state, event);
}

std::size_t text_bytes(const std::vector<Command>& commands) {
  std::size_t bytes = 0;
  const auto add = [&](std::string_view, const std::string& text) { bytes += text.size(); };
  for (const auto& command : commands) std::visit([&](const auto& body) { fields::walk(body, add); }, command.body);
  return bytes;
}

}  // namespace casus::bench
