// SPDX-License-Identifier: EUPL-1.2
#include "cli/play_session.hpp"

#include "cli/guided_words.hpp"
#include "cli/line_editor.hpp"
#include "cli/play_words.hpp"
#include "cli/tree.hpp"
#include "core/page/layout.hpp"
#include "core/report/step_words.hpp"
#include "core/service/play_log.hpp"
#include "core/training/debrief_words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::cli {
namespace {

using nlohmann::json;
using training::Play;

/// One sitting: a line in, what came of it out.
class PlaySession {
 public:
  PlaySession(Context& context, service::PlayLog log) : context_(context) { sit_down(log); }

  int run() {
    if (!context_.json()) welcome();
    TypedLines lines(screen(), !context_.json(), [this](const std::string& beginning) {
      return play_completions(play(), beginning, context_.lang());
    });
    while (!stopped_) {
      const auto line = lines.next(speaker_ + "> ");
      if (!line) break;
      if (!trimmed(*line).empty() && !trimmed(*line).starts_with('#')) one(*line);
      context_.screen().flush();
    }
    farewell();
    return kDone;
  }

 private:
  Play& play() { return replay_->play(); }
  Screen& screen() { return context_.screen(); }

  /// Takes a run up where its log ends.
  void sit_down(const service::PlayLog& log) {
    training_.reset();
    replay_ = replay_of(context_, log.setup);
    training_.emplace(context_.service(Context::Make::yes), *replay_, log_path_of(context_, log.setup.run));
    training_->again(log.moves);
    const auto* presenter = play().state().with(Role::presenter);
    if (speaker_.empty() && presenter != nullptr) speaker_ = presenter->name;
  }

  void welcome() {
    const auto lang = context_.lang();
    const auto& scenario = play().scenario();
    screen().line(fmt::format("{} · {}", scenario.name.in(lang), play().setup().run), Screen::Tone::strong);
    screen().line(context_.say({"Oefening: alles en iedereen hierin is verzonnen.",
                                "A training: everything and everybody in it is made up."}),
                  Screen::Tone::warning);
    screen().text('\n' + page::paragraph("", scenario.persona.story.in(lang)) + '\n');
    print_came_out(context_, play(), play().opening());
    if (!play().beats().empty())
      screen().line(context_.say({"verder na zet {}", "going on after move {}"}, play().beats().size()),
                    Screen::Tone::quiet);
    screen().line(context_.say({"typ hulp voor de woorden, kijk om te zien waar jullie staan",
                                "type help for the words, look to see where you are"}),
                  Screen::Tone::quiet);
  }

  void one(const std::string& line) {
    auto understood = understand(context_, play(), speaker_, line);
    if (auto* move = std::get_if<training::Move>(&understood)) return take(std::move(*move));
    if (const auto* asked = std::get_if<Asked>(&understood)) return answer(*asked);
    if (const auto* looked = std::get_if<Looked>(&understood)) return look_in_case(*looked);
    screen().error(std::get<NotUnderstood>(understood).message, Screen::Tone::warning);
  }

  void take(training::Move move) {
    const auto visits = play().state().visits.size();
    const auto case_id = play().state().id;
    const auto& beat = training_->take(std::move(move));
    if (context_.json()) return;
    print_beat(context_, *replay_, beat);
    // Another step, or another case because moves were taken back: say where the group is now.
    if (play().state().visits.size() != visits || play().state().id != case_id) where();
  }

  void look_in_case(const Looked& looked) {
    auto globals = context_.globals();
    globals.as = speaker_;
    auto parsed = parse(looked.arguments, globals, {context_.lang(), date_of(play().clock())});
    if (parsed.verb == nullptr || context_.json()) return;
    auto before = context_.sit({parsed.globals.as, Sureness::table, {}, {}});
    try {
      context_.run(*parsed.verb);
    } catch (const Usage& usage) {
      screen().error(usage.message, Screen::Tone::warning);
    }
    context_.sit(std::move(before));
  }

  void answer(const Asked& asked) {
    if (context_.json() && asked.what != PlayAsk::stop && asked.what != PlayAsk::speaker &&
        asked.what != PlayAsk::branch)
      return;
    switch (asked.what) {
      case PlayAsk::look: return look();
      case PlayAsk::roles: return roles(asked.words.front());
      case PlayAsk::goals: return goals();
      case PlayAsk::moves:
        for (const auto& beat : play().beats())
          screen().text(page::paragraph(
              fmt::format("[{}] ", beat.number),
              training::beat_in_words(play(), replay_->library(), beat.number, context_.lang()) +
                  (beat.taken_back > 0
                       ? context_.say({" (teruggenomen bij {})", " (taken back at {})"}, beat.taken_back)
                       : std::string())));
        return;
      case PlayAsk::help: return help(asked.words.front());
      case PlayAsk::stop: stopped_ = true; return;
      case PlayAsk::speaker: return sit(asked.words.front());
      case PlayAsk::branch: return branch(asked.words);
    }
  }

  void help(const std::string& about) {
    if (trimmed(about).empty()) return screen().text(play_help(context_.lang()));
    for (const auto& line : meeting_help(about, context_.lang())) screen().text(page::paragraph("  ", line));
  }

  void sit(const std::string& name) {
    const auto* person = play().state().person(name);
    const auto observers = play().observers();
    const auto observer =
        std::ranges::find(observers, folded(trimmed(name)), [](const std::string& it) { return folded(it); });
    if (person != nullptr && person->at_table()) speaker_ = person->name;
    else if (observer != observers.end()) speaker_ = *observer;
    else
      return screen().error(
          context_.say({"'{}' zit niet aan tafel; daar zitten: {}", "'{}' is not at the table; there are: {}"}, name,
                       table()),
          Screen::Tone::warning);
    if (!context_.json()) screen().line(context_.say({"{} typt nu", "{} types now"}, speaker_), Screen::Tone::quiet);
  }

  std::string table() {
    std::string names;
    for (const auto& person : play().state().people)
      if (person.at_table()) names += (names.empty() ? "" : ", ") + person.name;
    for (const auto& name : play().observers()) names += ", " + name;
    return names;
  }

  void where() {
    const auto& state = play().state();
    const auto* here = state.here();
    const auto moment = training::moment(play().clock(), context_.lang());
    if (here == nullptr) {
      screen().line(context_.say({"{} · nog niet begonnen; de gespreksleider begint met: verder",
                                  "{} · not begun yet; the chair begins with: next"},
                                 moment),
                    Screen::Tone::quiet);
      return;
    }
    const auto* method = replay_->library().method(here->method);
    const auto* step = method == nullptr ? nullptr : method->step(here->phase, here->step);
    screen().line(fmt::format("{} · {} · {}", moment, label(here->phase, context_.lang()),
                              step == nullptr ? here->step : step->name.in(context_.lang())),
                  Screen::Tone::strong);
    if (step == nullptr) return;
    for (const auto& prompt : step->prompts) screen().text(page::paragraph("  ", prompt.in(context_.lang())));
    const auto kinds = report::kinds_in_words(*method, *step, context_.lang());
    if (!kinds.empty()) screen().text(page::paragraph(context_.say({"  hier past: ", "  fits here: "}), kinds));
  }

  void look() {
    where();
    const auto lang = context_.lang();
    screen().line(context_.say({"aan tafel: {}", "at the table: {}"}, table()), Screen::Tone::quiet);
    screen().line(context_.say({"wat we weten", "what we know"}), Screen::Tone::strong);
    for (const auto& fact : play().scenario().facts)
      if (play().is_known(fact.id)) screen().text(page::paragraph("  * ", fact.text.in(lang)));
    screen().line(context_.say({"wie er is (spreek NAAM)", "who is there (speak NAME)"}), Screen::Tone::strong);
    for (const auto* person : play().in_view())
      screen().line(fmt::format("  {} · {}", person->name, person->relation.in(lang)));
    std::vector<training::CameOut> up;
    for (const auto& decision : play().scenario().decisions)
      if (play().is_up(decision.id) && play().chosen(decision.id) == nullptr)
        up.push_back({training::CameOut::What::decision, decision.id, decision.question, play().clock()});
    print_came_out(context_, play(), up);
  }

  void goals() {
    for (const auto& goal : play().scenario().goals)
      screen().text(page::paragraph("  - ", goal.text.in(context_.lang())));
  }

  /// The card of a role: what somebody plays, and what to look at.
  void roles(const std::string& name) {
    const auto lang = context_.lang();
    const auto observers = play().observers();
    const auto& persona = play().scenario().persona;
    if (trimmed(name).empty()) {
      screen().text(page::paragraph(
          context_.say({"gespreksleider: ", "chair: "}),
          context_.say(
              {"bewaakt de stappen, de tijd en de ene vraag; zegt zelf niets over de inhoud; gaat verder met: verder",
               "guards the steps, the time and the one question; says nothing of the content; goes on with: next"})));
      screen().text(
          page::paragraph(context_.say({"casusinbrenger: ", "presenter: "}),
                          context_.say({"vertelt wat hierboven staat en antwoordt met wat de casus teruggeeft",
                                        "tells what stands above and answers with what the case gives back"})));
      screen().text(page::paragraph(context_.say({"observator: ", "observer: "}),
                                    context_.say({"doet niet mee, kijkt, en vult het blad in; zie: rol {}",
                                                  "does not join in, watches, and fills in the sheet; see: role {}"},
                                                 observers.empty() ? std::string() : observers.front())));
      screen().line(context_.say({"aan tafel: {}", "at the table: {}"}, table()), Screen::Tone::quiet);
      return;
    }
    const auto wanted = folded(trimmed(name));
    if (std::ranges::any_of(observers, [&](const std::string& it) { return folded(it) == wanted; })) {
      screen().text(page::paragraph(
          "",
          context_.say({"Observatieblad: leerdoel, moment, wat werd gezegd of gedaan, effect, stap, cijfer 0-2, één "
                        "sterk punt, één probeerstap. Typ: observeer NAAM punt: ... gezegd: ... effect: ... cijfer: 2 "
                        "sterk: ... probeer: ...",
                        "Observation sheet: goal, moment, what was said or done, effect, step, score 0-2, one "
                        "strength, one next try. Type: observe NAME point: ... said: ... effect: ... score: 2 "
                        "strength: ... try: ..."})));
      for (const auto& point : play().scenario().observe)
        screen().text(page::paragraph(fmt::format("  {}: ", point.id), point.text.in(lang)));
      return;
    }
    if (folded(persona.name) == wanted) {
      screen().line(fmt::format("{}, {}", persona.name, persona.age), Screen::Tone::strong);
      screen().text(page::paragraph("  ", persona.story.in(lang)));
      screen().text(page::paragraph("  ", persona.wish.in(lang)));
      return;
    }
    const auto* person = play().state().person(name);
    if (person == nullptr || !person->at_table()) return sit(name);
    std::string of;
    for (const auto role : person->roles) of += (of.empty() ? "" : ", ") + std::string(label(role, lang));
    screen().line(fmt::format("  {} · {}", person->name, of));
  }

  /// "tak NAAM [na zet]": this run stays as it is, and the sitting goes on in the new one.
  void branch(const std::vector<std::string>& words) {
    try {
      int moves = static_cast<int>(play().beats().size());
      if (words.size() > 1)
        if (const auto wrong = read_typed(words[1], moves, {context_.lang(), {}}); !wrong.empty()) throw Usage{wrong};
      const auto log = service::read_play_log(replay_->log());
      const auto name = branch_off(context_, log, moves, words.empty() ? std::string() : words[0]);
      sit_down(open_log(context_, name));
      if (!context_.json()) {
        screen().line(context_.say({"verder in {}, vanaf zet {}", "going on in {}, from move {}"}, name, moves),
                      Screen::Tone::good);
        where();
      }
    } catch (const Usage& usage) {
      screen().error(usage.message, Screen::Tone::warning);
    }
  }

  void farewell() {
    const auto& run = play().setup().run;
    if (context_.json()) {
      json beats = json::array();
      for (const auto& beat : play().beats()) beats.push_back(service::beat_json(beat, context_.voice()));
      screen().json({{"run", run},
                     {"case", play().state().id},
                     {"log", log_path_of(context_, run)},
                     {"moves", std::move(beats)}});
      return;
    }
    screen().line(context_.say({"\n{} zetten bewaard in oefening {}", "\n{} moves kept in training {}"},
                               play().beats().size(), run),
                  Screen::Tone::good);
    if (play().retries() == 0 && !play().beats().empty())
      screen().line(context_.say({"  nog niets overgedaan: ga verder, typ terug, en probeer één moment anders",
                                  "  nothing done again yet: go on, type back, and try one moment differently"}),
                    Screen::Tone::quiet);
    screen().line(
        context_.say({"  terugkijken: casus train debrief {0}{1}\n  verder:      casus train play --run {0}{1}",
                      "  look back: casus train debrief {0}{1}\n  go on:     casus train play --run {0}{1}"},
                     run, context_.store_option()),
        Screen::Tone::quiet);
  }

  Context& context_;
  bool stopped_ = false;
  std::unique_ptr<service::Replay> replay_;
  std::optional<service::TrainingRun> training_;
  std::string speaker_;
};

}  // namespace

int play_at_the_table(Context& context, service::PlayLog log) { return PlaySession(context, std::move(log)).run(); }

}  // namespace casus::cli
