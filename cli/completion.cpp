// SPDX-License-Identifier: EUPL-1.2
#include "cli/apply.hpp"
#include "cli/demo.hpp"
#include "cli/tree.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

/// Completion for the shell, made from the same slots that the line is read by; and the verbs for machines.
namespace casus::cli {
namespace {

/// One line of a bash `case`: what may follow when `when` was typed.
std::string branch(std::string_view when, const std::string& words) {
  return fmt::format("    '{}') words='{}' ;;\n", when, words);
}

std::string option_names(const Slots& slots) {
  std::string names;
  for (const auto& slot : slots.all())
    if (slot.kind != Slot::Kind::word) names += slot.name + ' ';
  return names;
}

/// The keys: words for people may hold spaces, at which a shell would break them.
std::string keys_in(const Choices& choices) {
  std::vector<std::string_view> keys;
  for (const auto& choice : choices) keys.push_back(choice.key);
  return joined(keys, " ");
}

std::string option_values(std::string_view path, const Slots& slots) {
  std::string branches;
  for (const auto& slot : slots.all())
    if (slot.kind == Slot::Kind::option && !slot.choices.empty())
      branches += branch(fmt::format("{} {}", path, slot.name), keys_in(slot.choices));
  return branches;
}

std::string languages_known() {
  std::string codes;
  for (const auto lang : text::languages()) codes += (codes.empty() ? "" : " ") + std::string(text::code(lang));
  return codes;
}

std::string script() {
  Globals globals;
  Slots common;
  globals.shape(common);
  std::string paths, below, values;
  for (const auto& group : all_groups()) {
    paths += fmt::format("|'{}'", group.path);
    below += branch(group.path, joined(names_below(group.path), " "));
  }
  for (const auto& entry : all_verbs()) {
    const auto verb = entry.fresh();
    Slots slots;
    verb->shape(slots);
    paths += fmt::format("|'{}'", entry.path);
    below += branch(entry.path, option_names(slots) + option_names(common));
    values += option_values(entry.path, slots);
  }
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
    *' --store'|*' --out') COMPREPLY=($(compgen -f -- "$current")); return ;;
  esac
  [ -n "$words" ] || case "$path" in
    '') words='{nouns} --version' ;;
{below}  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
complete -F _casus casus
)",
                     fmt::arg("paths", paths.substr(1)), fmt::arg("values", values), fmt::arg("below", below),
                     fmt::arg("nouns", joined(names_below(""), " ")), fmt::arg("languages", languages_known()));
}

class Bash final : public TerminalVerb {
 public:
  void shape(Slots&) override {}

  int run(Context& context) override {
    if (context.json()) context.screen().json({{"shell", "bash"}, {"script", script()}});
    else context.screen().text(script());
    return kDone;
  }
};

}  // namespace

Entries machine_verbs() {
  return {
      {"apply", "completion.commands_as_json_lines_from", "completion.apply_commands_jsonl_json", fresh<Apply>},
      {"demo", "completion.see_whole_case_from_beginning", "completion.demo_method_werf_werf", fresh<Demo>},
      {"completion bash", "completion.script_bash", "completion.completion_bash_local_share_bash", fresh<Bash>},
  };
}

}  // namespace casus::cli
