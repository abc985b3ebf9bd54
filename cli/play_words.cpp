// SPDX-License-Identifier: EUPL-1.2
#include "cli/play_words.hpp"

#include "cli/command_text.hpp"
#include "cli/play_moves_typed.hpp"
#include "cli/tree.hpp"
#include "core/method/vocabulary.hpp"

#include <algorithm>
#include <array>

namespace casus::cli {
namespace {

using training::Move;
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

class Reading {
 public:
  Reading(Context& context, const Play& play, std::string by) : context_(context), play_(play), by_(std::move(by)) {}

  Understood line(const std::string& text) {
    const auto [first, rest] = split_first(text);
    if (const auto word = word_of(first)) return own(*word, rest);
    const auto words = shell_words(text);
    if (words && !words->empty()) {
      const auto path = path_of(*words);
      if (!path.path.empty()) return verb(path.path, {words->begin() + path.used, words->end()});
    }
    return not_understood(
        context_.say({"'{}' ken ik niet; typ hulp, of zeg iets met: Ria: vraag Wat wil zij zelf?",
                      "I do not know '{}'; type help, or say something with: Ria: question What does she want?"},
                     first));
  }

  /// "vraag Wat wil zij zelf? --re b4": a kind, and everything behind it as it is.
  Understood speech(const std::string& text) {
    auto [kind, said] = kind_before(text);
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
    const auto wanted = folded(kind);
    const bool answers = wanted == "antwoord" || wanted == "answer";
    if (answers && std::ranges::find(arguments, "--re") == arguments.end())
      if (const auto question = open_question(); !question.empty()) {
        arguments.emplace_back("--re");
        arguments.push_back(question);
      }
    for (auto&& part : {std::string("--"), play_.state().id, kind, said}) arguments.push_back(part);
    return typed(arguments);
  }

  static bool begins_with_a_kind(const std::string& text) {
    const auto kind = kind_before(text).first;
    return std::ranges::any_of(method::core_kinds(), [&](const auto& known) { return known.key == kind; });
  }

  bool is_known_word(const std::string& text) {
    const auto [first, rest] = split_first(text);
    if (word_of(first)) return true;
    const auto words = shell_words(text);
    return words && !words->empty() && !path_of(*words).path.empty();
  }

 private:
  struct Path {
    std::string path;
    std::ptrdiff_t used = 0;
  };

  /// "wens van de inwoner Dat ...": the longest name of a kind that the text begins with, else its first word.
  static std::pair<std::string, std::string> kind_before(const std::string& text) {
    auto found = split_first(text);
    std::size_t length = 0;
    const auto typed = folded(text);
    for (const auto& kind : method::core_kinds())
      for (const auto name : {kind.nl, kind.en}) {
        const auto wanted = folded(name.substr(0, name.find(':')));
        // "eigen ervaring" is typed as "ervaring" too.
        const auto shorter = wanted.starts_with("eigen ") ? wanted.substr(6) : wanted;
        for (const auto& form : {wanted, shorter}) {
          if (form.size() <= length || (!typed.starts_with(form + ' ') && !typed.starts_with(form + ':'))) continue;
          length = form.size();
          auto rest = std::string_view(text).substr(length);
          if (rest.starts_with(':')) rest.remove_prefix(1);
          found = {std::string(kind.key), std::string(trimmed(rest))};
        }
      }
    if (found.first.ends_with(':')) found.first.pop_back();
    return found;
  }

  /// The last question of another in this step that this speaker did not answer yet: what an answer is about when it
  /// does not say.
  std::string open_question() const {
    const auto* speaker = play_.state().person(by_);
    const auto& all = play_.state().contributions;
    for (auto it = all.rbegin(); speaker != nullptr && it != all.rend() && it->visit == play_.state().visit_index();
         ++it) {
      const bool asks = it->kind == "question" || it->kind == "follow_up";
      const bool answered = std::ranges::any_of(
          all, [&](const Contribution& other) { return other.re == it->id && other.by == speaker->id; });
      if (asks && it->by != speaker->id && !answered) return it->id;
    }
    return {};
  }

  Understood not_understood(std::string message) const { return NotUnderstood{std::move(message)}; }
  Understood move(training::PlayBody body) const { return Move{by_, std::nullopt, std::move(body)}; }

  /// "next", "goal", "case back", "safety concern": the longest verb that the words name, with "casus", "case", "plan"
  /// and "network" left out or not.
  static Path path_of(const std::vector<std::string>& words) {
    Path best;
    const std::size_t skip = words.front() == "casus" ? 1 : 0;
    for (const std::string_view before : {"", "case ", "plan ", "network "}) {
      std::string path(before);
      for (std::size_t i = skip; i < words.size() && i < skip + 3; ++i) {
        path += (i > skip ? " " : "") + words[i];
        const auto* entry = entry_of(path);
        const bool about_a_case =
            path.starts_with("case ") || path.starts_with("plan ") || path.starts_with("network ");
        const auto used = static_cast<std::ptrdiff_t>(i + 1);
        if (entry != nullptr && about_a_case && used > best.used) best = {path, used};
      }
    }
    return best;
  }

  Understood verb(const std::string& path, std::vector<std::string> rest) {
    std::vector<std::string> arguments = *shell_words(path);
    if (rest.empty() || rest.front() != play_.state().id) arguments.push_back(play_.state().id);
    std::ranges::move(rest, std::back_inserter(arguments));
    return typed(arguments);
  }

  Understood typed(const std::vector<std::string>& arguments) {
    auto globals = context_.globals();
    globals.as = by_;
    const Spelling how{context_.lang(), date_of(play_.clock())};
    auto parsed = parse(arguments, globals, how);
    if (parsed.outcome == Parsed::Outcome::help || parsed.verb == nullptr || parsed.outcome == Parsed::Outcome::usage) {
      std::string wrong;
      for (const auto& problem : parsed.problems) wrong += (wrong.empty() ? "" : "\n") + problem;
      if (const auto* entry = entry_of(parsed.path); entry != nullptr)
        wrong += (wrong.empty() ? "" : "\n") +
                 context_.say({"voorbeeld: casus {}", "example: casus {}"}, entry->example.in(context_.lang()));
      return not_understood(std::move(wrong));
    }
    const auto* own = dynamic_cast<const CaseVerb*>(parsed.verb.get());
    if (own == nullptr) return Looked{arguments};
    if (parsed.path == "case learn" || parsed.path == "case signal")
      return line_for_the_team(*parsed.verb, parsed.path);
    return Move{parsed.globals.as, std::nullopt, own->body()};
  }

  /// The text of such a line is not in the command of the case (R15), so it is taken from what was typed.
  Understood line_for_the_team(Verb& verb, std::string_view path) {
    Slots slots({context_.lang(), {}});
    verb.shape(slots);
    std::string text, theme;
    for (const auto& slot : slots.all()) {
      const auto values = slot.get();
      if (slot.name == "TEXT" && !values.empty()) text = values.front();
      if (slot.name == "--theme" && !values.empty()) theme = values.front();
    }
    if (path == "case learn") return move(training::Learn{text, theme});
    return move(training::Signal{text, theme});
  }

  Understood own(Word word, const std::string& rest) {
    switch (word) {
      case Word::wait: return typed_wait(context_, play_, by_, rest);
      case Word::choose: return typed_choose(context_, play_, by_, rest);
      case Word::consult: return typed_consult(context_, play_, by_, rest);
      case Word::hint: return move(training::TakeHint{});
      case Word::observe: return typed_observe(context_, play_, by_, rest);
      case Word::learn: return line_of("case learn", rest);
      case Word::signal: return line_of("case signal", rest);
      case Word::back: return typed_back(context_, play_, by_, rest);
      case Word::look: return Asked{Ask::look, {}};
      case Word::roles: return Asked{Ask::roles, {rest}};
      case Word::goals: return Asked{Ask::goals, {}};
      case Word::moves: return Asked{Ask::moves, {}};
      case Word::help: return Asked{Ask::help, {}};
      case Word::stop: return Asked{Ask::stop, {}};
      case Word::speaker: return Asked{Ask::speaker, {rest}};
      case Word::branch: return Asked{Ask::branch, shell_words(rest).value_or(std::vector<std::string>{})};
    }
    return not_understood({});
  }

  /// "leer 'Eerst vragen' --theme gesprek", or the text without quotes.
  Understood line_of(std::string_view path, const std::string& rest) {
    auto words = shell_words(rest).value_or(std::vector<std::string>{rest});
    std::string text;
    std::vector<std::string> options;
    for (auto& word : words) {
      if (!options.empty() || word.starts_with("--")) options.push_back(word);
      else text += (text.empty() ? "" : " ") + word;
    }
    auto arguments = *shell_words(path);
    std::ranges::move(options, std::back_inserter(arguments));
    for (auto&& part : {std::string("--"), play_.state().id, text}) arguments.push_back(part);
    return typed(arguments);
  }

  Context& context_;
  const Play& play_;
  std::string by_;
};

}  // namespace

std::pair<std::string, std::string> split_first(std::string_view text) {
  text = trimmed(text);
  const auto end = std::min(text.find(' '), text.size());
  return {std::string(text.substr(0, end)), std::string(trimmed(text.substr(end)))};
}

Understood understand(Context& context, const Play& play, const std::string& speaker, const std::string& line) {
  // What is typed must read back from the log: no broken letters, and no control signs, as an arrow key sends them.
  auto text = std::string(trimmed(line));
  std::ranges::replace(text, '\t', ' ');
  const bool plain = std::ranges::none_of(text, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
  if (!plain || !is_utf8(text))
    return NotUnderstood{
        context.say({"deze regel bevat tekens die niet te lezen zijn, zoals die van een pijltjestoets; "
                     "typ hem opnieuw",
                     "this line holds characters that cannot be read, such as those of an arrow key; "
                     "type it again"})};
  const auto [name, length] = name_before(play, text);
  if (length == 0) return Reading(context, play, speaker).line(text);
  auto rest = std::string_view(text).substr(length);
  if (rest.starts_with(':')) rest.remove_prefix(1);
  const auto said = std::string(trimmed(rest));
  if (said.empty()) return Asked{Ask::speaker, {name}};
  Reading reading(context, play, name);
  // "question" is a kind and a verb: behind a name it is what somebody says.
  const bool speaks = Reading::begins_with_a_kind(said) || !reading.is_known_word(said);
  return speaks ? reading.speech(said) : reading.line(said);
}

std::string play_help(Lang lang) {
  if (lang == Lang::nl)
    return "  Ria: vraag Wat wil zij zelf?   iemand zegt iets: NAAM: SOORT TEKST\n"
           "  next, pass, goal, action ...   de woorden van de tafel, zonder casusnummer\n"
           "  why, show, network map         kijken in de casus\n"
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
  return "  Ria: question What does she want?   somebody says something: NAME: KIND TEXT\n"
         "  next, pass, goal, action ...   the words of the table, without the case\n"
         "  why, show, network map         look into the case\n"
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

}  // namespace casus::cli
