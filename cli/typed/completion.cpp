// SPDX-License-Identifier: EUPL-1.2
#include "cli/apply.hpp"
#include "cli/demo.hpp"
#include "cli/typed/tree.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

/// Completion for the shells, made from the same slots that the line is read by; and the verbs for machines.
namespace casus::cli {
namespace {

/// What the tab key can offer.
struct Offer {
  std::string word;
  std::string about;
};

/// A group or a verb, and what may be typed behind it.
struct Place {
  std::string path;
  std::vector<Offer> below;
};

/// What may stand behind an option; the last word of `behind` is the option, any path before it when it has but that.
struct Values {
  std::string behind;
  std::vector<Offer> keys;
};

struct Offers {
  std::vector<Place> places;  ///< the first is the whole program
  std::vector<Values> values;
};

/// The keys: words for people may hold spaces, at which a shell would break them.
std::vector<Offer> keys_in(const Choices& choices, const text::Voice& voice) {
  std::vector<Offer> keys;
  for (const auto& choice : choices) keys.push_back({std::string(choice.key), in_words(Choices{choice}, voice)});
  return keys;
}

std::vector<Offer> options_in(const Slots& slots, const text::Voice& voice) {
  std::vector<Offer> options;
  for (const auto& slot : slots.all())
    if (slot.kind != Slot::Kind::word) options.push_back({slot.name, slot.about.in(voice)});
  return options;
}

std::vector<Offer> names_offered(std::string_view path, const text::Voice& voice) {
  const auto prefix = path.empty() ? std::string() : std::string(path) + ' ';
  std::vector<Offer> names;
  for (const auto name : names_below(path))
    names.push_back({std::string(name), about_of(prefix + std::string(name)).in(voice)});
  return names;
}

std::vector<Offer> languages_known() {
  std::vector<Offer> codes;
  for (const auto lang : text::languages()) codes.push_back({std::string(text::code(lang)), {}});
  return codes;
}

Offers offers_in(const text::Voice& voice) {
  Globals globals;
  Slots common;
  globals.shape(common);
  Offers all;
  all.places.push_back({"", names_offered("", voice)});
  all.places.front().below.push_back({"--version", text::say(voice, "help.which_version")});
  for (const auto& group : all_groups())
    all.places.push_back({std::string(group.path), names_offered(group.path, voice)});
  for (const auto& entry : all_verbs()) {
    const auto verb = entry.fresh();
    Slots slots;
    verb->shape(slots);
    all.places.push_back({std::string(entry.path), options_in(slots, voice)});
    std::ranges::move(options_in(common, voice), std::back_inserter(all.places.back().below));
    for (const auto& slot : slots.all())
      if (slot.kind == Slot::Kind::option && !slot.choices.empty())
        all.values.push_back({fmt::format("{} {}", entry.path, slot.name), keys_in(slot.choices, voice)});
  }
  return all;
}

std::string words_of(const std::vector<Offer>& offers) {
  std::vector<std::string_view> words;
  for (const auto& offer : offers) words.push_back(offer.word);
  return joined(words, " ");
}

/// Every path, quoted, so that a pattern of bash or zsh takes one of them.
std::string paths_in(const Offers& offers) {
  std::string paths;
  for (const auto& place : offers.places)
    if (!place.path.empty()) paths += fmt::format("{}'{}'", paths.empty() ? "" : "|", place.path);
  return paths;
}

std::string bash_script(const text::Voice& voice) {
  const auto offers = offers_in(voice);
  std::string below, values;
  for (const auto& place : offers.places)
    below += fmt::format("    '{}') words='{}' ;;\n", place.path, words_of(place.below));
  for (const auto& value : offers.values)
    values += fmt::format("    '{}') words='{}' ;;\n", value.behind, words_of(value.keys));
  return fmt::format(R"(# bash completion for casus; load it with: source <(casus completion bash)
_casus() {{
  local current="${{COMP_WORDS[COMP_CWORD]}}" previous="${{COMP_WORDS[COMP_CWORD-1]}}" path='' next word words='' i
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="${{COMP_WORDS[i]}}"
    next="${{path:+$path }}$word"
    case "$next" in {paths}) path="$next" ;; esac
  done
  case "$path $previous" in
{values}    *' --lang') words='{languages}' ;;
    *' --store'|*' --keys'|*' --out') COMPREPLY=($(compgen -f -- "$current")); return ;;
  esac
  [ -n "$words" ] || case "$path" in
{below}  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
complete -F _casus casus
)",
                     fmt::arg("paths", paths_in(offers)), fmt::arg("values", values), fmt::arg("below", below),
                     fmt::arg("languages", words_of(languages_known())));
}

/// Between single quotes, with what ends them kept out: `escape` stands for a quote inside.
std::string quoted(std::string_view text, std::string_view escape) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') out += escape;
    else if (c == '\n') out += ' ';
    else out += c;
  }
  return out + "'";
}

/// For `_describe`, which reads a word up to the first colon.
std::string described(const std::vector<Offer>& offers) {
  std::string out;
  for (const auto& offer : offers)
    out += ' ' + quoted(offer.about.empty() ? offer.word : offer.word + ':' + offer.about, R"('\'')");
  return out;
}

std::string zsh_script(const text::Voice& voice) {
  const auto offers = offers_in(voice);
  std::string below, values;
  for (const auto& place : offers.places)
    below += fmt::format("    '{}') offered=({} ) ;;\n", place.path, described(place.below));
  for (const auto& value : offers.values)
    values += fmt::format("    '{}') offered=({} ) ;;\n", value.behind, described(value.keys));
  return fmt::format(R"(#compdef casus
# zsh completion for casus; load it with: source <(casus completion zsh)
compdef _casus casus
_casus() {{
  local at='' next previous="${{words[CURRENT-1]}}" i
  local -a offered
  for ((i = 2; i < CURRENT; i++)); do
    next="${{at:+$at }}${{words[i]}}"
    case "$next" in {paths}) at="$next" ;; esac
  done
  case "$at $previous" in
{values}    *' --lang') offered=({languages} ) ;;
    *' --store'|*' --keys'|*' --out') _files; return ;;
  esac
  (( ${{#offered}} )) || case "$at" in
{below}  esac
  _describe casus offered
}}
[ "${{funcstack[1]}}" != _casus ] || _casus "$@"
)",
                     fmt::arg("paths", paths_in(offers)), fmt::arg("values", values), fmt::arg("below", below),
                     fmt::arg("languages", described(languages_known())));
}

/// Lines of a word, a tab and what it is.
std::string listed(const std::vector<Offer>& offers) {
  std::string out = R"(printf '%s\t%s\n')";
  for (const auto& offer : offers) out += ' ' + quoted(offer.word, R"(\')") + ' ' + quoted(offer.about, R"(\')");
  return out + '\n';
}

std::string fish_script(const text::Voice& voice) {
  const auto offers = offers_in(voice);
  std::string below, values, paths;
  for (const auto& place : offers.places) {
    paths += fmt::format(" '{}'", place.path);
    below += fmt::format("    case '{}'\n      {}", place.path, listed(place.below));
  }
  for (const auto& value : offers.values)
    values += fmt::format("    case '{}'\n      {}      return\n", value.behind, listed(value.keys));
  return fmt::format(R"(# fish completion for casus; load it with: casus completion fish | source
function __casus
  set -l typed (commandline -opc)
  set -l at ''
  for word in $typed[2..]
    set -l next (string trim -- "$at $word")
    switch "$next"
      case{paths}
        set at "$next"
    end
  end
  switch "$at $typed[-1]"
{values}    case '* --lang'
      {languages}      return
    case '* --store' '* --keys' '* --out'
      __fish_complete_path (commandline -ct)
      return
  end
  switch "$at"
{below}  end
end
complete -c casus -f -a '(__casus)'
)",
                     fmt::arg("paths", paths), fmt::arg("values", values), fmt::arg("below", below),
                     fmt::arg("languages", listed(languages_known())));
}

struct Shell {
  std::string_view name;
  std::string (*script)(const text::Voice& voice);
};
constexpr Shell kBash{"bash", bash_script}, kZsh{"zsh", zsh_script}, kFish{"fish", fish_script};

template <const Shell& kShell>
class Completion final : public TerminalVerb {
 public:
  void shape(Slots&) override {}

  int run(Context& context) override {
    const auto script = kShell.script(context.voice());
    if (context.json()) context.screen().json({{"shell", kShell.name}, {"script", script}});
    else context.screen().text(script);
    return kDone;
  }
};

}  // namespace

Entries machine_verbs() {
  return {
      {"apply", "completion.commands_as_json_lines_from", "completion.apply_commands_jsonl_json", fresh<Apply>},
      {"demo", "completion.see_whole_case_from_beginning", "completion.demo_method_werf_werf", fresh<Demo>},
      {"completion bash", "completion.script_bash", "completion.completion_bash_local_share_bash",
       fresh<Completion<kBash>>},
      {"completion zsh", "completion.script_zsh", "completion.example_zsh", fresh<Completion<kZsh>>},
      {"completion fish", "completion.script_fish", "completion.example_fish", fresh<Completion<kFish>>},
  };
}

}  // namespace casus::cli
