// SPDX-License-Identifier: EUPL-1.2
#include "cli/verbs.hpp"
#include "core/base/definition_file.hpp"
#include "core/desk/definitions.hpp"
#include "core/desk/places.hpp"
#include "core/page/layout.hpp"
#include "core/report/history_text.hpp"
#include "core/service/definitions.hpp"
#include "core/simulation/styles_review.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <unistd.h>

#include <filesystem>
#include <iostream>

/// A review shown by made-up people: one trainer, alone, with the rules as they come.
namespace casus::cli {
namespace {

using nlohmann::json;
using simulation::Deed;
using simulation::ShownStep;

/// Names of steps and kinds, as the library of the show knows them.
class ShowDefinitions final : public report::Definitions {
 public:
  explicit ShowDefinitions(const engine::Library& library) : library_(library) {}
  const method::Definition* method(const Pin& pin) const override { return library_.method(pin.id); }
  const workflow::Workflow* workflow(const Pin& pin) const override { return library_.workflow(pin.id); }

 private:
  const engine::Library& library_;
};

class TrainShow final : public TerminalVerb {
 public:
  void shape(Slots& slots) override {
    slots.option("method", method_,
                 {"zoals werf/werf; zie casus method list", "like werf/werf; see casus method list"});
    slots.option("person", people_,
                 {"NAAM=STIJL, minstens drie keer; de eerste brengt in, de tweede leidt",
                  "NAME=STYLE, three times at least; the first presents, the second leads"});
    slots.option("mode", mode_, {"strikt weigert, oefenend merkt op", "strict refuses, coaching notices"});
    slots.option("seed", seed_, {"zelfde getal, zelfde bespreking", "same number, same review"});
    slots.flag("pause", pause_, {"wacht na elke stap op Enter", "wait for Enter after each step"});
    slots.option("participants", file_,
                 {"eigen bestand met mensen en zinnen", "a file of people and sentences of your own"});
  }

  int run(Context& context) override {
    context.require_method(method_);
    if (seed_ < 0) throw Usage{context.say({"--seed: geef een getal vanaf 0", "--seed: give a number from 0"})};
    const auto path = participants_file();
    const auto [participants, problems] =
        simulation::parse_participants(read_file(context, path, kMostDefinitionBytes));
    if (!problems.empty()) {
      if (context.json()) context.screen().json({{"ok", false}, {"file", path}, {"problems", problems_json(problems)}});
      else print_problems(context, path, problems);
      return kBadDefinition;
    }
    const simulation::ReviewShow show{method_, mode_, static_cast<std::uint64_t>(seed_), context.lang(),
                                      people(context, participants)};
    const auto memory = store::open_memory();
    const service::Definitions library(*memory, context.methods(), context.workflows());
    const auto steps = simulation::show_review(library, participants, show);
    if (context.json()) context.screen().json(document(show, steps, context.plain_voice()));
    else tell(context, library, participants, show, steps);
    return kDone;
  }

 private:
  std::string participants_file() const {
    if (!file_.empty()) return file_;
    for (const auto& folder : workflow_folders()) {
      const auto file = std::filesystem::path(folder) / "participants" / "made-up-team.json";
      std::error_code ignored;
      if (std::filesystem::exists(file, ignored)) return file.string();
    }
    return "participants/made-up-team.json";
  }

  std::vector<simulation::MadeUpPerson> people(Context& context, const simulation::Participants& participants) const {
    if (people_.empty()) return participants.people;
    std::vector<std::string_view> styles;
    for (const auto& style : participants.styles) styles.push_back(style.id);
    std::vector<simulation::MadeUpPerson> all;
    for (const auto& typed : people_) {
      const auto equals = typed.find('=');
      const auto name = std::string(trimmed(typed.substr(0, equals)));
      const auto style = equals == std::string::npos ? std::string() : typed.substr(equals + 1);
      if (name.empty()) throw Usage{context.say({"--person: geef NAAM=STIJL", "--person: give NAME=STYLE"})};
      if (participants.style(style) == nullptr)
        throw Usage{fmt::format("--person: {}", not_among(style, styles, context.lang()))};
      for (const auto& other : all)
        if (folded(other.name) == folded(name))
          throw Usage{context.say({"--person: '{}' staat er twee keer", "--person: '{}' is there twice"}, name)};
      all.push_back({name, style});
    }
    if (all.size() < 3)
      throw Usage{
          context.say({"--person: er zijn minstens drie mensen nodig", "--person: three people are needed at least"})};
    return all;
  }

  static std::string tried(const Deed& deed) {
    if (const auto* said = std::get_if<Say>(&deed.command.body)) return said->text;
    return std::string(name_of(deed.command.body));
  }

  static json document(const simulation::ReviewShow& show, const std::vector<ShownStep>& steps,
                       const text::Voice& voice) {
    json people = json::array(), all = json::array();
    for (const auto& person : show.people) people.push_back({{"name", person.name}, {"style", person.style}});
    int refused = 0, noticed = 0;
    for (const auto& step : steps) {
      json deeds = json::array();
      for (const auto& deed : step.deeds) {
        json one{{"by", deed.by}, {"did", name_of(deed.command.body)}, {"at", to_string(deed.command.at)}};
        if (deed.style != nullptr) one["style"] = deed.style->id;
        if (const auto* said = std::get_if<Say>(&deed.command.body)) {
          one["kind"] = said->kind;
          one["text"] = said->text;
        }
        if (deed.refusal) {
          ++refused;
          one["refused"] = {{"name", deed.refusal->name},
                            {"rule", deed.refusal->rule},
                            {"reason", deed.refusal->reason.in(show.lang)},
                            {"remedy", deed.refusal->remedies_in(voice)}};
        }
        json events = json::array(), remarks = json::array();
        for (const auto& event : deed.events) {
          events.push_back(name_of(event.body));
          if (const auto* said = std::get_if<Contributed>(&event.body))
            for (const auto& it : said->noticed) {
              ++noticed;
              remarks.push_back({{"rule", it.rule}, {"message", it.message.in(show.lang)}});
            }
        }
        one["events"] = std::move(events);
        if (!remarks.empty()) one["noticed"] = std::move(remarks);
        deeds.push_back(std::move(one));
      }
      all.push_back({{"phase", step.step.empty() ? json() : json(key(step.phase))},
                     {"step", step.step},
                     {"from", to_string(step.from)},
                     {"deeds", std::move(deeds)}});
    }
    return {{"method", show.method},   {"mode", key(show.mode)}, {"seed", show.seed}, {"people", std::move(people)},
            {"steps", std::move(all)}, {"refused", refused},     {"noticed", noticed}};
  }

  void tell(Context& context, const engine::Library& library, const simulation::Participants& participants,
            const simulation::ReviewShow& show, const std::vector<ShownStep>& steps) const {
    const auto lang = context.lang();
    auto& screen = context.screen();
    const auto& method = *library.method(method_);
    screen.line(context.say({"Een verzonnen bespreking met {}", "A made-up review with {}"}, method.name.in(lang)),
                Screen::Tone::strong);
    for (const auto& person : show.people)
      screen.line(fmt::format("- {}: {}", person.name, participants.style(person.style)->name.in(lang)));
    screen.text(page::paragraph("", participants.note.in(lang)));
    const ShowDefinitions names(library);
    const bool waits = pause_ && isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0;
    int refused = 0, noticed = 0;
    for (const auto& step : steps) {
      const auto* known = method.step(step.phase, step.step);
      screen.text(page::heading(known == nullptr
                                    ? "Intake"
                                    : fmt::format("{} ({}, {})", known->name.in(lang), label(step.phase, lang),
                                                  to_string(date_of(step.from)))));
      for (const auto& deed : step.deeds) tell(context, names, deed, refused, noticed);
      if (!waits || &step == &steps.back()) continue;
      screen.line(context.say({"[Enter: verder]", "[Enter: go on]"}), Screen::Tone::quiet);
      screen.flush();
      std::string line;
      if (!std::getline(std::cin, line)) return;
    }
    screen.line();
    screen.line(context.say({"klaar: {} keer geweigerd, {} keer iets opgemerkt", "done: {} refusals, {} remarks"},
                            refused, noticed),
                Screen::Tone::good);
    screen.line(
        context.say(
            {"doe het nog eens met andere mensen of stijlen: {}", "do it again with other people or styles: {}"},
            context.to_type("train show --person Noor=careful --person Bram=quiet --person Ria=dominant")),
        Screen::Tone::quiet);
  }

  static void tell(Context& context, const report::Definitions& names, const Deed& deed, int& refused, int& noticed) {
    const auto lang = context.lang();
    auto& screen = context.screen();
    const auto who = deed.style == nullptr ? deed.by : fmt::format("{} ({})", deed.by, deed.style->name.in(lang));
    if (deed.refusal) {
      ++refused;
      const bool next = std::holds_alternative<NextStep>(deed.command.body);
      screen.text(page::paragraph(who + ": ", next ? context.say({"wil verder", "wants to go on"}) : tried(deed)));
      const auto rule = deed.refusal->rule.empty() ? std::string() : " (" + deed.refusal->rule + ")";
      screen.line(
          cut(page::paragraph(context.say({"  geweigerd{}: ", "  refused{}: "}, rule), deed.refusal->reason.in(lang))),
          Screen::Tone::bad);
      screen.line(cut(page::paragraph("  ", deed.refusal->remedies_in(context.plain_voice()))), Screen::Tone::quiet);
      return;
    }
    for (const auto& event : deed.events) {
      if (std::holds_alternative<StepEntered>(event.body)) continue;
      const auto* said = std::get_if<Contributed>(&event.body);
      screen.text(page::paragraph(
          who + ": ", said != nullptr ? said->text : report::event_in_words(event, deed.after, names, lang)));
      if (said == nullptr) continue;
      for (const auto& it : said->noticed) {
        ++noticed;
        screen.line(
            cut(page::paragraph(context.say({"  opgemerkt ({}): ", "  noticed ({}): "}, it.rule), it.message.in(lang))),
            Screen::Tone::warning);
      }
    }
  }

  /// Without the line break at its end.
  static std::string cut(std::string text) {
    while (text.ends_with('\n')) text.pop_back();
    return text;
  }

  std::string method_ = "solution-focused/reflecting-team";
  std::vector<std::string> people_;
  Mode mode_ = Mode::strict;
  std::int64_t seed_ = 1;
  bool pause_ = false;
  std::string file_;
};

}  // namespace

Entries showing_verbs() {
  return {
      {"train show",
       {"verzonnen mensen laten een bespreking zien, met hun stijl",
        "made-up people show a review, each in their style"},
       {"train show --method solution-focused/reflecting-team --pause",
        "train show --method solution-focused/reflecting-team --pause"},
       fresh<TrainShow>},
  };
}

}  // namespace casus::cli
