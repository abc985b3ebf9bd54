// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/training/words.hpp"

#include "core/desk/command_text.hpp"
#include "core/desk/training/line_reader.hpp"

#include <algorithm>
#include <array>

namespace casus::desk {
namespace {

using training::Play;

enum class Word {
  wait,
  choose,
  consult,
  hint,
  observe,
  learn,
  signal,
  back,
  look,
  roles,
  goals,
  moves,
  help,
  stop,
  speaker,
  branch
};

struct Spoken {
  Word word;
  std::string_view nl, en;
};

constexpr std::array<Spoken, 16> kWords{{{Word::wait, "wacht", "wait"},
                                         {Word::choose, "kies", "choose"},
                                         {Word::consult, "spreek", "speak"},
                                         {Word::hint, "hint", "hint"},
                                         {Word::observe, "observeer", "observe"},
                                         {Word::learn, "leer", "learn"},
                                         {Word::signal, "signaal", "signal"},
                                         {Word::back, "terug", "back"},
                                         {Word::look, "kijk", "look"},
                                         {Word::roles, "rol", "role"},
                                         {Word::goals, "doelen", "goals"},
                                         {Word::moves, "zetten", "moves"},
                                         {Word::help, "hulp", "help"},
                                         {Word::stop, "stop", "stop"},
                                         {Word::speaker, "als", "as"},
                                         {Word::branch, "tak", "branch"}}};

std::optional<Word> word_of(std::string_view typed) {
  const auto wanted = folded(trimmed(typed));
  for (const auto& word : kWords)
    if (wanted == word.nl || wanted == word.en) return word.word;
  return std::nullopt;
}

/// A name at the table (a name of two words too) at the beginning of a line; its length, 0 when there is none.
std::pair<std::string, std::size_t> name_before(const Play& play, std::string_view line) {
  std::vector<std::string> names = play.observers();
  for (const auto& person : play.state().people)
    if (person.at_table()) names.push_back(person.name);
  std::pair<std::string, std::size_t> found;
  const auto typed = folded(line);
  for (const auto& name : names) {
    const auto wanted = folded(name);
    if (!typed.starts_with(wanted) || wanted.size() <= found.second) continue;
    const auto next = typed.size() > wanted.size() ? typed[wanted.size()] : ' ';
    if (next == ':' || next == ' ') found = {name, wanted.size()};
  }
  return found;
}

/// A word or two before a colon.
bool names_theme(const std::string& text) {
  const auto colon = text.find(": ");
  return colon != std::string::npos && text.find_first_of("'\"") > colon &&
         std::ranges::count(text.substr(0, colon), ' ') < 2;
}

/// A word of the training itself, with what stands behind it.
Understood own_word(const Trainee& trainee, Word word, const std::string& rest) {
  switch (word) {
    case Word::wait: return typed_wait(trainee, rest);
    case Word::choose: return typed_choose(trainee, rest);
    case Word::consult: return typed_consult(trainee, rest);
    case Word::hint: return trainee.move(training::TakeHint{});
    case Word::observe: return typed_observe(trainee, rest);
    // "leer gesprek: Eerst vragen" names the theme as in a meeting.
    case Word::learn:
      return names_theme(rest) ? typed_as_in_meeting(trainee, "learn " + rest)
                               : typed_line(trainee, "case learn", rest);
    case Word::signal:
      return names_theme(rest) ? typed_as_in_meeting(trainee, "signal " + rest)
                               : typed_line(trainee, "case signal", rest);
    case Word::back: return typed_back(trainee, rest);
    case Word::look: return Asked{PlayAsk::look, {}};
    case Word::roles: return Asked{PlayAsk::roles, {rest}};
    case Word::goals: return Asked{PlayAsk::goals, {}};
    case Word::moves: return Asked{PlayAsk::moves, {}};
    case Word::help: return Asked{PlayAsk::help, {rest}};
    case Word::stop: return Asked{PlayAsk::stop, {}};
    case Word::speaker: return Asked{PlayAsk::speaker, {rest}};
    case Word::branch: return Asked{PlayAsk::branch, shell_words(rest).value_or(std::vector<std::string>{})};
  }
  return NotUnderstood{};
}

/// A line that does not begin with a name.
Understood command_line(const Trainee& trainee, const std::string& text) {
  const auto [first, rest] = split_first(text);
  if (const auto word = word_of(first)) return own_word(trainee, *word, rest);
  if (auto verb = trainee.verbs.line(trainee, text)) return std::move(*verb);
  if (is_of_meeting(text, false)) return typed_as_in_meeting(trainee, text);
  return trainee.not_understood({"'{}' ken ik niet; typ hulp, of zeg iets met: Ria: Wat wil zij zelf?",
                                 "I do not know '{}'; type help, or say something with: Ria: What does she want?"},
                                first);
}

/// What stands behind a name: somebody says it, or does what it names.
Understood named_line(const Trainee& trainee, const std::string& said, const std::string& whole) {
  // "question" is a kind and a verb: behind a name it is what somebody says.
  if (auto speech = typed_speech(trainee, said)) return std::move(*speech);
  if (const auto word = word_of(split_first(said).first)) return own_word(trainee, *word, split_first(said).second);
  if (auto verb = trainee.verbs.line(trainee, said)) return std::move(*verb);
  if (!is_of_meeting(said, true)) return typed_as_in_meeting(trainee, whole);
  auto understood = typed_as_in_meeting(trainee, said);
  // "pas" alone is of whoever has the turn; behind a name it is of who is named.
  if (auto* move = std::get_if<training::Move>(&understood)) {
    const auto* command = std::get_if<CommandBody>(&move->body);
    if (command != nullptr && std::holds_alternative<Pass>(*command)) move->by = trainee.by;
  }
  return understood;
}

}  // namespace

std::pair<std::string, std::string> split_first(std::string_view text) {
  text = trimmed(text);
  const auto end = std::min(text.find(' '), text.size());
  return {std::string(text.substr(0, end)), std::string(trimmed(text.substr(end)))};
}

Understood understand(const Trainee& trainee, const std::string& line) {
  // What is typed must read back from the log: no broken letters, and no control signs, as an arrow key sends them.
  auto text = std::string(trimmed(line));
  std::ranges::replace(text, '\t', ' ');
  const bool plain = std::ranges::none_of(text, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
  if (!plain || !is_utf8(text))
    return NotUnderstood{
        said(trainee.lang, {"deze regel bevat tekens die niet te lezen zijn, zoals die van een pijltjestoets; "
                            "typ hem opnieuw",
                            "this line holds characters that cannot be read, such as those of an arrow key; "
                            "type it again"})};
  const auto [name, length] = name_before(trainee.play, text);
  if (length == 0) return command_line(trainee, text);
  auto rest = std::string_view(text).substr(length);
  if (rest.starts_with(':')) rest.remove_prefix(1);
  const auto spoken = std::string(trimmed(rest));
  if (spoken.empty()) return Asked{PlayAsk::speaker, {name}};
  auto named = trainee;
  named.by = name;
  return named_line(named, spoken, text);
}

std::vector<std::string> play_completions(const training::Play& play, const std::string& beginning, Lang lang) {
  auto found = meeting_completions(play, beginning, lang);
  if (beginning.find(' ') == std::string::npos)
    for (const auto& word : kWords) {
      const auto name = lang == Lang::nl ? word.nl : word.en;
      if (!beginning.empty() && name.starts_with(folded(beginning)) && std::ranges::find(found, name) == found.end())
        found.emplace_back(name);
    }
  return found;
}

std::string play_help(Lang lang) {
  if (lang == Lang::nl)
    return "  Ria: Wat wil zij zelf?         iemand zegt iets; met de soort erbij: Ria wens: TEKST\n"
           "  verder, pas, doel: TEKST ...   de woorden van het overleg; hulp WOORD legt er een uit\n"
           "  waarom, tip, plan, netwerk     kijken in de casus\n"
           "  kies a omdat ...               een keuzepunt, altijd met een reden\n"
           "  spreek NAAM waarover           met iemand uit de kring praten\n"
           "  wacht 3 weken                  de klok gaat door\n"
           "  kijk                           wat weten we, wie is er, wat ligt voor\n"
           "  rol [NAAM]                     een rolkaart, ook voor de observator\n"
           "  observeer Ria sterk: ... probeer: ...   een regel op het observatieblad\n"
           "  leer TEKST                     een leerlijn voor het team, zonder namen\n"
           "  hint                           een hint (wordt geteld)\n"
           "  terug [2]                      zetten terugnemen en opnieuw proberen\n"
           "  tak NAAM [12]                  verder in een nieuwe oefening, vanaf zet 12\n"
           "  zetten, doelen, als NAAM       het logboek, de leerdoelen, wie er typt\n"
           "  stop                           ophouden; de oefening blijft bewaard\n";
  return "  Ria: What does she want?       somebody says something; with its kind: Ria wish: TEXT\n"
         "  next, pass, goal: TEXT ...     the words of a meeting; help WORD explains one\n"
         "  why, suggest, plan, network    look into the case\n"
         "  choose a because ...           a decision point, always with a reason\n"
         "  speak NAME what about          talk with somebody of the circle\n"
         "  wait 3 weeks                   the clock goes on\n"
         "  look                           what do we know, who is there, what is up\n"
         "  role [NAME]                    a role card, for the observer too\n"
         "  observe Ria strength: ... try: ...   a line of the observation sheet\n"
         "  learn TEXT                     a line of learning for the team, without names\n"
         "  hint                           a hint (is counted)\n"
         "  back [2]                       take moves back and try again\n"
         "  branch NAME [12]               go on in a new training, from move 12\n"
         "  moves, goals, as NAME          the log, the learning goals, who types\n"
         "  stop                           end; the training is kept\n";
}

}  // namespace casus::desk
