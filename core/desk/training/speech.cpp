// SPDX-License-Identifier: EUPL-1.2
#include "core/base/each_language.hpp"
#include "core/desk/training/line_reader.hpp"
#include "core/desk/training/typed_verbs.hpp"
#include "core/desk/typed/command_text.hpp"
#include "core/desk/words/days/days.hpp"
#include "core/desk/words/line.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/desk/words/people/names_line.hpp"
#include "core/method/vocabulary.hpp"
#include "core/model/person_name.hpp"
#include "core/service/table/saying_kind.hpp"

#include <algorithm>
#include <iterator>

/// What is said at the table of a training, and the words of a meeting.
namespace casus::desk {
namespace {

std::string without_colon(std::string word) {
  if (word.ends_with(':')) word.pop_back();
  return word;
}

/// The method of the step that is played; nullptr where none is.
const method::Definition* method_played(const training::Play& play) {
  const auto* here = play.state().here();
  return here == nullptr ? nullptr : play.library().method(here->method);
}

/// "wens van de inwoner Dat ...": the longest name of a kind that the text begins with, else its first word. Kinds and
/// records of the method count too: "danger statement" is not its kind "danger" with a text that begins so.
std::pair<std::string, std::string> kind_before(const training::Play& play, const std::string& text) {
  auto found = split_first(text);
  std::size_t length = 0;
  const auto typed = folded(text);
  const auto begins_with = [&](const std::string& form, std::string_view key) {
    if (form.size() <= length || (!typed.starts_with(form + ' ') && !typed.starts_with(form + ':'))) return;
    length = form.size();
    auto rest = std::string_view(text).substr(length);
    if (rest.starts_with(':')) rest.remove_prefix(1);
    found = {std::string(key), std::string(trimmed(rest))};
  };
  for (const auto& kind : method::core_kinds())
    for (const auto name : {kind.nl, kind.en}) {
      const auto wanted = folded(name.substr(0, name.find(':')));
      begins_with(wanted, kind.key);
      // "eigen ervaring" is typed as "ervaring" too.
      if (wanted.starts_with("eigen ")) begins_with(wanted.substr(6), kind.key);
    }
  // A word of the meeting ("gevaar") stays that, whatever a method calls so.
  const auto own = [&](const Text& name, std::string_view key) {
    for (const auto& words : each_language(name))
      if (meeting_word(folded(words)) == nullptr) begins_with(folded(words), key);
  };
  if (const auto* method = method_played(play)) {
    for (const auto& kind : method->kinds) own(kind.name, kind.kind);
    for (const auto& type : method->record_types) own(type.name, type.id);
  }
  if (length == 0) found.first = kind_typed(without_colon(found.first));
  return found;
}

/// Of the core, or of the method that is played.
bool is_kind(const training::Play& play, std::string_view kind) {
  if (const auto* method = method_played(play)) return method->knows_kind(kind);
  return std::ranges::any_of(method::core_kinds(), [&](const auto& known) { return known.key == kind; });
}

MeetingNames names_at(const training::Play& play) {
  MeetingNames names;
  for (const auto& person : play.state().people)
    if (person.at_table()) names.people.push_back(person.name);
  return names;
}

/// "b3: Sinds de zomer", "ja: Dat klopt", "aan Noor: De muur": what a meeting knows to stand between a kind and its
/// colon. With options behind it ("Ja: dat klopt --answer ja") the line is one of `case say`.
bool is_told_more(const training::Play& play, const std::string& said) {
  const auto colon = said.find(':');
  if (colon == std::string::npos || said.find(" --", colon) != std::string::npos) return false;
  auto between = words_in(std::string_view(said).substr(0, colon));
  if (const auto link = std::ranges::find_if(between, is_to_whom); link != between.end()) {
    const auto names = names_at(play);
    const auto name = joined_words(between, static_cast<std::size_t>(link - between.begin()) + 1, between.size());
    if (called(name, {names.people.begin(), names.people.end()}).empty()) return false;
    if (link == between.begin()) return true;
    between.erase(link, between.end());
  }
  return !between.empty() && std::ranges::all_of(between, [](const std::string& word) {
    return is_record(word, 'b') || answer_called(word);
  });
}

/// The last question of another in this step that this speaker did not answer yet: what an answer is about when it does
/// not say.
std::string open_question(const Trainee& trainee) {
  const auto& state = trainee.play.state();
  const auto* speaker = state.person(trainee.by);
  const auto& all = state.contributions;
  for (auto it = all.rbegin(); speaker != nullptr && it != all.rend() && it->visit == state.visit_index(); ++it) {
    const bool asks = it->kind == "question" || it->kind == "follow_up";
    const bool answered = std::ranges::any_of(
        all, [&](const Contribution& other) { return other.re == it->id && other.by == speaker->id; });
    if (asks && it->by != speaker->id && !answered) return it->id;
  }
  return {};
}

/// What a line of a meeting means in a training.
struct InTraining {
  const Trainee& trainee;

  Understood operator()(std::monostate&) const { return NotUnderstood{}; }
  Understood operator()(Unsure& unsure) const {
    return NotUnderstood{std::move(unsure.message), unsure.whole ? std::move(unsure.line) : std::string()};
  }
  Understood operator()(TypedCommand& given) const { return trainee.verbs.arguments(trainee, given.arguments); }
  Understood operator()(GiveCommand& given) const {
    const auto& by = given.by.empty() ? trainee.by : given.by;
    if (auto* say = std::get_if<Say>(&given.body)) {
      const auto& state = trainee.play.state();
      const bool bare = say->kind.empty();
      *say = service::completed(state, trainee.play.library(), by, std::move(*say));
      // Where only questions fit, what tells something is no question of whoever listens there either.
      const bool asks = is_question(say->text) || service::asks_among_questions(say->text);
      if (bare && !asks && (say->kind == "question" || say->kind == "follow_up")) {
        // In a strict case only who leads notes something beside the questions.
        const auto* chair = state.mode == Mode::coaching ? nullptr : state.with(Role::chair);
        auto understood =
            trainee.not_understood("line.no_question", "who"_is = by, "notes"_is = chair == nullptr ? by : chair->name);
        std::get<NotUnderstood>(understood).meant = by + ": " + say->text + '?';
        return understood;
      }
      if (say->kind.empty() && state.person(by) != nullptr && state.here() != nullptr)
        return trainee.not_understood("speech.which_kind");
    }
    return training::Move{by, std::nullopt, std::move(given.body)};
  }
  /// A move of a training is one command: what follows is told of each.
  Understood operator()(GiveCommands& given) const {
    if (given.bodies.size() != 1) return trainee.not_understood("speech.one_at_a_time");
    return training::Move{trainee.by, std::nullopt, std::move(given.bodies.front())};
  }
  Understood operator()(NoteLine& note) const { return trainee.move(training::told_team(std::move(note.line))); }
  Understood operator()(SteerMeeting& steer) const {
    if (steer.what == Ask::stop) return Asked{PlayAsk::stop, {}};
    if (steer.what == Ask::arrive) return arrives(steer);
    return trainee.not_understood("speech.belongs_meeting_agenda_training_has");
  }
  /// "erbij Lot": the resident, somebody of the circle whom the group has heard of, or one more of the team.
  Understood arrives(const SteerMeeting& steer) const {
    const auto& play = trainee.play;
    const auto& scenario = play.scenario();
    const auto names = names_at(play);
    const auto read = read_names(steer.about, {names.people.begin(), names.people.end()}).all();
    if (read.size() != 1) return trainee.not_understood("speech.one_at_a_time");
    AddParticipant add{.name = read.front(), .roles = {Role::member}};
    const auto* around = scenario.acquaintance(add.name);
    if (steer.resident || same_name(add.name, scenario.persona.name)) {
      add.name = scenario.persona.name;
      add.roles = {Role::resident};
    } else if (around != nullptr) {
      const auto seen = play.in_view();
      if (std::ranges::find(seen, around) == seen.end())
        return trainee.not_understood("play_moves.group_has_heard_yet", "person"_is = add.name);
      add.name = around->name;
      add.roles = {around->professional ? Role::professional : Role::circle};
    }
    add.team_member = add.roles.front() == Role::member;
    const auto* there = play.state().person(add.name);
    if (there != nullptr && there->at_table())
      return trainee.not_understood("opening.at_the_table", "person"_is = there->name);
    return trainee.move(CommandBody(std::move(add)));
  }
  Understood operator()(LookAt& look) const {
    const auto& id = trainee.case_id();
    switch (look.what) {
      case Ask::why: return Asked{PlayAsk::why, {}};
      case Ask::suggest: return Looked{{"case", "suggest", id}};
      case Ask::said: return Looked{{"case", "show", id}};
      case Ask::plan: return Looked{{"plan", "show", id}};
      case Ask::network: return Looked{{"network", "show", id}};
      case Ask::help: return Asked{PlayAsk::help, {look.about}};
      default: return Asked{PlayAsk::look, {}};
    }
  }
};

}  // namespace

std::optional<Understood> typed_speech(const Trainee& trainee, const std::string& text) {
  auto [kind, said] = kind_before(trainee.play, text);
  if (!is_kind(trainee.play, kind)) return std::nullopt;
  if (is_told_more(trainee.play, said)) return typed_as_in_meeting(trainee, trainee.by + ' ' + text);
  std::vector<std::string> arguments{"case", "say"};
  for (auto at = said.rfind(" --"); at != std::string::npos; at = said.rfind(" --")) {
    const auto option = shell_words(said.substr(at + 1));
    if (!option || option->size() < 2) break;
    std::string value = (*option)[1];
    for (std::size_t i = 2; i < option->size(); ++i) value += ' ' + (*option)[i];
    arguments.push_back(option->front());
    arguments.push_back(value);
    said.erase(at);
  }
  if (kind == "answer" && std::ranges::find(arguments, "--re") == arguments.end())
    if (const auto question = open_question(trainee); !question.empty()) {
      arguments.emplace_back("--re");
      arguments.push_back(question);
    }
  for (auto&& part : {std::string("--"), trainee.case_id(), kind, said}) arguments.push_back(part);
  return trainee.verbs.arguments(trainee, arguments);
}

bool is_of_meeting(const training::Play& play, const std::string& text, bool behind_a_name) {
  const auto [first, rest] = split_first(text);
  const auto* word = meeting_word(without_colon(first));
  if (word == nullptr) return false;
  if (!behind_a_name || rest.empty() || first.ends_with(':')) return true;
  // "Bram: terugkijken over 6 weken": what is a day, or would be one, is the day to look back on.
  if (word->ask == Ask::review && read_day(rest, date_of(play.clock())).problem.id() != "days.unknown") return true;
  const auto next = folded(split_first(rest).first);
  if (next == "omdat" || next == "because") return true;
  const auto named = std::string_view(rest).substr(0, rest.find(':'));
  return rest.find(':') != std::string::npos &&
         std::ranges::any_of(names_at(play).people, [&](const std::string& name) { return same_name(name, named); });
}

bool is_form_of_meeting(const training::Play& play, const std::string& text) {
  const auto colon = text.find(':');
  if (colon == std::string::npos || text.find(" --") != std::string::npos) return false;
  const auto head = words_in(std::string_view(text).substr(0, colon));
  const auto* word = head.empty() ? nullptr : meeting_word(head.front());
  if (word == nullptr || word->ask != Ask::action) return false;
  const auto names = names_at(play);
  return head.size() == 1 ||
         !called(joined_words(head, 1, head.size()), {names.people.begin(), names.people.end()}).empty();
}

Understood typed_as_in_meeting(const Trainee& trainee, const std::string& line) {
  const auto& play = trainee.play;
  const auto& voice = trainee.voice;
  const auto table = service::table(play.state(), play.library(), play.clock(), voice);
  auto meant = meant_by(line, table, names_at(play), {voice, date_of(play.clock())});
  return std::visit(InTraining{trainee}, meant);
}

std::vector<std::string> meeting_completions(const training::Play& play, const std::string& beginning,
                                             const text::Voice& voice) {
  const auto table = service::table(play.state(), play.library(), play.clock(), voice);
  return completions_of(beginning, table, names_at(play), voice);
}

Understood typed_line(const Trainee& trainee, std::string_view path, const std::string& rest) {
  auto words = shell_words(rest).value_or(std::vector<std::string>{rest});
  std::string text;
  std::vector<std::string> options;
  for (auto& word : words) {
    if (!options.empty() || word.starts_with("--")) options.push_back(word);
    else text += (text.empty() ? "" : " ") + word;
  }
  auto arguments = *shell_words(path);
  std::ranges::move(options, std::back_inserter(arguments));
  for (auto&& part : {std::string("--"), trainee.case_id(), text}) arguments.push_back(part);
  return trainee.verbs.arguments(trainee, arguments);
}

}  // namespace casus::desk
