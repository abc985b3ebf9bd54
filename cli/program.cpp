// SPDX-License-Identifier: EUPL-1.2
#include "cli/program.hpp"

#include "cli/context.hpp"
#include "cli/screen/asking.hpp"
#include "cli/typed/help.hpp"
#include "cli/typed/tree.hpp"
#include "cli/typed/way_on.hpp"
#include "core/base/fault.hpp"
#include "core/desk/fault_words.hpp"
#include "core/desk/places.hpp"
#include "core/desk/typed/role_called.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/voice.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <exception>

namespace casus::cli {
namespace {

using Arguments = std::vector<std::string>;

int tell_usage(Screen& screen, const Globals& globals, const std::vector<std::string>& problems,
               const std::string& path, bool example = true) {
  if (globals.json) {
    screen.json({{"ok", false}, {"usage", problems}});
    return kUsage;
  }
  for (const auto& problem : problems) screen.error(problem, Screen::Tone::bad);
  if (const auto* entry = example ? entry_of(path) : nullptr)
    screen.error(text::say(globals.lang, "program.example", "globals"_is = entry->example.in(globals.lang)));
  const TypedWays ways;
  screen.error(text::say(text::Voice(globals.lang, nullptr, &ways), "program.help", "path"_is = path.empty() ? "" : " ",
                         "path2"_is = path));
  return kUsage;
}

/// The voice writes the verb that helps as it is typed here: with the store that it is about.
int tell_fault(Screen& screen, const Globals& globals, const text::Voice& voice, const Fault& fault) {
  const bool store = fault.kind() == Fault::Kind::store;
  if (globals.json) {
    nlohmann::json out{{"ok", false},
                       {"fault",
                        {{"kind", store                                 ? "store"
                                  : fault.kind() == Fault::Kind::plugin ? "plugin"
                                                                        : "definition"},
                         {"message", desk::fault_words(fault, globals.lang)}}}};
    if (!fault.way().empty()) out["then"] = voice.write(text::Way{fault.way(), {}});
    screen.json(out);
  } else {
    screen.error(text::say(globals.lang, "program.fault", "what"_is = desk::fault_words(fault, globals.lang)),
                 Screen::Tone::bad);
    if (!fault.way().empty()) screen.error(text::say(voice, "answers.do", "remedies"_is = text::Way{fault.way(), {}}));
  }
  return store ? kSystem : kBadDefinition;
}

int run_parsed(Parsed parsed, Screen& screen, std::string* kept = nullptr) {
  const auto globals = parsed.globals;
  if (parsed.outcome == Parsed::Outcome::help || parsed.outcome == Parsed::Outcome::bare) {
    if (globals.json) screen.json(help_json(parsed.path, globals.lang));
    else screen.text(help_of(parsed.path, globals.lang));
    return kDone;
  }
  // A noun without a verb: its help is what to do next.
  if (parsed.outcome == Parsed::Outcome::usage && parsed.problems.empty()) {
    if (globals.json)
      return tell_usage(screen, globals, {text::say(globals.lang, "program.verb_missing")}, parsed.path);
    screen.error(help_of(parsed.path, globals.lang));
    return kUsage;
  }
  if (parsed.outcome == Parsed::Outcome::usage) return tell_usage(screen, globals, parsed.problems, parsed.path);
  auto context = kept == nullptr ? std::make_unique<Context>(globals) : std::make_unique<Context>(globals, *kept);
  try {
    // Before anything is done or logged, as far as can be seen now.
    Slots slots;
    parsed.verb->shape(slots);
    for (const auto* file : slots.outputs()) require_output(*context, *file);
    if (auto* const own = dynamic_cast<TerminalVerb*>(parsed.verb.get())) {
      if (globals.format != PageFormat::text)
        throw Usage{context->say("program.no_page_form", "path"_is = parsed.path)};
      return own->run(*context);
    }
    if (globals.json && globals.format != PageFormat::text) throw Usage{context->say("program.json_or_format")};
    return context->run(*parsed.verb, entry_of(parsed.path)->about.in(globals.lang));
  } catch (const Usage& usage) {
    return tell_usage(screen, globals, {usage.message}, parsed.path, false);
  } catch (const Fault& fault) {
    return tell_fault(screen, globals, context->voice(), fault);
  } catch (const std::exception& error) {
    return tell_fault(screen, globals, context->voice(), Fault(Fault::Kind::store, error.what()));
  }
}

/// A line that was copied with the full stop of the sentence it stood in names the file without it.
void leave_out_stop(std::string& file) {
  if (!file.ends_with('.') || desk::may_be_there(file)) return;
  const auto bare = file.substr(0, file.size() - 1);
  if (desk::may_be_there(bare)) file = bare;
}

/// "help case say" asks what "case say --help" does: many programs take either.
Arguments as_option(Arguments arguments) {
  if (arguments.empty() || arguments.front() != "help") return arguments;
  arguments.erase(arguments.begin());
  arguments.emplace_back("--help");
  return arguments;
}

Parsed parse_line(const Arguments& arguments, const Globals& globals, const Spelling& how) {
  auto parsed = parse(as_option(arguments), globals, how);
  leave_out_stop(parsed.globals.store);
  leave_out_stop(parsed.globals.keys);
  return parsed;
}

/// Nothing but the name of the program: today, for who works in a store; else a way to begin.
std::vector<std::string> meant_by_nothing(Screen& screen, Globals& globals) {
  const auto lang = globals.lang;
  if (!desk::may_be_there(globals.store)) {
    if (!can_ask(globals)) return {};
    screen.line(text::msg("bare.no_store").in(lang));
    const auto answer = ask(screen, text::msg("bare.name_of_team").in(lang));
    if (answer.empty()) return {};
    if (folded(answer) == "demo") return {"demo"};
    return {"team", "init", answer};
  }
  if (globals.as.empty() && can_ask(globals)) globals.as = ask(screen, text::msg("bare.who_are_you").in(lang));
  if (globals.as.empty()) return {};
  return {"today"};
}

/// Verbs that read the keyboard or write for long.
bool needs_terminal(std::string_view path) {
  return path == "meeting run" || path == "serve" || path == "apply" || path == "demo";
}

}  // namespace

Inside run_inside(const Arguments& arguments, const Globals& globals) {
  Inside out;
  Screen screen(out.said);
  auto parsed = parse_line(arguments, globals, {globals.lang, date_of(SystemClock().now()), desk::role_called_here});
  if (parsed.outcome == Parsed::Outcome::run && needs_terminal(parsed.path))
    out.code = tell_usage(screen, globals,
                          {text::say(globals.lang, "program.cannot_done_here_use_another", "path"_is = parsed.path)},
                          parsed.path, false);
  else out.code = run_parsed(std::move(parsed), screen, &out.said);
  return out;
}

int run(const Arguments& arguments) {
  Screen screen;
  if (!arguments.empty() && (arguments[0] == "--version" || arguments[0] == "version")) {
    if (std::ranges::find(arguments, "--json") != arguments.end()) screen.json({{"version", CASUS_VERSION}});
    else screen.line("casus " CASUS_VERSION);
    return kDone;
  }
  Globals globals;
  if (const auto lang = text::language(environment("CASUS_LANG"))) globals.lang = *lang;
  else if (const auto other = other_language(environment("CASUS_LANG"))) globals.lang = *other;  // of a method
  globals.store = default_store();
  globals.as = environment("CASUS_AS");
  const Spelling how{globals.lang, date_of(SystemClock().now()), desk::role_called_here};
  auto typed = arguments;
  auto parsed = parse_line(typed, globals, how);
  if (parsed.outcome == Parsed::Outcome::bare) {
    globals = parsed.globals;
    if (auto meant = meant_by_nothing(screen, globals); !meant.empty()) {
      typed = std::move(meant);
      parsed = parse_line(typed, globals, how);
    }
  }
  // On a terminal what is missing is asked for, one thing at a time.
  const bool may_be_whole = parsed.outcome == Parsed::Outcome::run || !parsed.lacks.empty();
  if (may_be_whole && parsed.lacks.size() == parsed.problems.size() && can_ask(parsed.globals)) {
    const auto whole = asked_for(parsed, typed, screen, how);
    if (!whole) return kUsage;
    typed = *whole;
    parsed = parse_line(typed, globals, how);
  }
  parsed.globals.typed = std::move(typed);
  globals = parsed.globals;
  const int code = run_parsed(std::move(parsed), screen);
  try {
    screen.flush();
  } catch (const Fault& fault) {
    return tell_fault(screen, globals, globals.lang, fault);
  }
  return code;
}

}  // namespace casus::cli
