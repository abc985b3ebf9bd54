// SPDX-License-Identifier: EUPL-1.2
#include "cli/meeting/guided_lines.hpp"

#include "cli/program.hpp"
#include "cli/typed/tree.hpp"
#include "core/desk/forms/form.hpp"
#include "core/desk/outsider.hpp"
#include "core/desk/places.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/typed/command_text.hpp"
#include "core/desk/words/spoken_line.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::cli {
namespace {

std::vector<std::string> kept_lines(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

/// Whether the verb at this path is about one case.
bool is_about_a_case(const std::string& path) {
  const auto* entry = entry_of(path);
  if (entry == nullptr) return false;
  const auto verb = entry->fresh();
  Slots slots;
  verb->shape(slots);
  return !slots.all().empty() && slots.all().front().kind == Slot::Kind::word && slots.all().front().name == "CASE";
}

/// Who gives what is typed here: who leads, unless what goes for good is asked for.
std::string done_by(const std::string& path, const std::string& leads, const std::string& typist) {
  const auto* entry = entry_of(path);
  return entry != nullptr && !typist.empty() && entry->fresh()->by_own_hand() ? typist : leads;
}

/// Where the case stands as a word of its own, and not as the beginning of another: "c" is no part of "case".
std::size_t place_of_case(const std::string& text, const std::string& case_id, std::size_t from) {
  const auto wanted = ' ' + case_id;
  for (auto at = text.find(wanted, from); at != std::string::npos; at = text.find(wanted, at + 1)) {
    const auto end = at + wanted.size();
    if (end == text.size() || std::string_view(" \n.,;:)").find(text[end]) != std::string_view::npos) return at;
  }
  return std::string::npos;
}

void replace_every(std::string& text, std::string_view what, std::string_view by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

/// The example of this verb, where it is shown, becomes one of the case at hand: what is copied from it is done there.
void show_example_here(std::string& text, const std::string& path, const std::string& case_id,
                       const text::Voice& voice) {
  const auto* entry = entry_of(path);
  const auto example = entry == nullptr ? std::string() : entry->example.in(voice);
  const auto lead = path + ' ';
  if (!example.starts_with(lead)) return;
  const auto behind = std::min(example.find(' ', lead.size()), example.size());
  replace_every(text, example, lead + case_id + example.substr(behind));
}

/// However the program was started: on this screen nobody types its name.
void call_casus(std::string& text) {
  const auto command = desk::environment("CASUS_COMMAND");
  if (!command.empty() && command != "casus") replace_every(text, command + ' ', "casus ");
}

}  // namespace

std::string here_typed(std::string text, const std::string& case_id, const text::Voice& voice) {
  call_casus(text);
  const auto word = [&](std::string_view elsewhere, Words here) { replace_every(text, elsewhere, here.in(voice)); };
  word("casus meeting take", "guided_lines.take");
  word("casus meeting done", "guided_lines.done");
  word("casus meeting park", "guided_lines.park");
  word("casus meeting chair", "guided_lines.chair");
  word("casus meeting arrive", "guided_lines.arrive");
  word("casus meeting leave", "guided_lines.leave");
  word("casus meeting finish", "guided_lines.end");
  word("casus meeting show", "guided_lines.agenda");
  replace_every(text, "casus meeting ", "/meeting ");
  if (case_id.empty()) return text;
  // Whole words only: the case "c" is no part of "c-2".
  const auto about = [&](std::string_view path, Words here) {
    for (auto at = text.find(path); at != std::string::npos; at = text.find(path, at + 1)) {
      const auto end = at + path.size();
      if (place_of_case(text, case_id, end) == end) text.replace(at, end + 1 + case_id.size() - at, here.in(voice));
    }
  };
  word("casus case next " + case_id + " --because \"...\"", "guided_lines.next_because_reason");
  about("casus case next", "guided_lines.next");
  about("casus case back", "guided_lines.back");
  about("casus case why", "guided_lines.why");
  for (const auto* noun : {"case", "plan", "network"}) {
    const auto lead = fmt::format("casus {} ", noun);
    for (auto at = text.find(lead); at != std::string::npos; at = text.find(lead, at + 1)) {
      const auto own = place_of_case(text, case_id, at + lead.size() - 1);
      const auto other = text.find("casus ", at + 1);
      if (own != std::string::npos && own < other) text.erase(own, case_id.size() + 1);
      text.replace(at, 6, "/");
    }
  }
  return text;
}

std::string WaysInMeeting::write(const text::Way& way, const text::Voice& voice) const {
  if (const auto field = text::field_of(way)) return desk::field_in_words({}, *field, voice);
  if (auto word = desk::word_for(way, voice)) return std::move(*word);
  return TypedWays::write(way, voice);
}

std::string TypedHere::written(const Command& command) const {
  return here_typed(typed(command, context_.voice()), command.case_id, context_.voice());
}

std::string TypedHere::written(const text::Way& way) const { return here_typed(voice().write(way), {}, voice()); }

desk::CommandLines::Answer TypedHere::run(std::vector<std::string> arguments, const std::string& by,
                                          const std::string& case_id) {
  const auto walk = walk_of(arguments);
  const bool of_case = !case_id.empty() && is_about_a_case(walk.path);
  // A case that may not be known to be there is a word as any other.
  const bool names_none = walk.words.empty() || !desk::has_case(context_, walk.words.front()) ||
                          desk::is_hidden(context_, walk.words.front());
  if (of_case && names_none) {
    const auto names = static_cast<std::ptrdiff_t>(std::ranges::count(walk.path, ' ') + 1);
    arguments.insert(arguments.begin() + names, case_id);
  }
  auto globals = context_.globals();
  globals.typing = Globals::Typing::screen;
  if (of_case && (names_none || walk.words.front() == case_id)) globals.case_at_hand = case_id;
  globals.json = false;
  globals.typist = context_.who_or_nobody();
  globals.as = done_by(walk.path, by, globals.typist);
  auto answer = run_inside(arguments, globals);
  if (of_case) show_example_here(answer.said, walk.path, case_id, context_.voice());
  return {"casus " + walk.path, kept_lines(here_typed(answer.said, case_id, context_.voice())), answer.code == kDone};
}

}  // namespace casus::cli
