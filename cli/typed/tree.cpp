// SPDX-License-Identifier: EUPL-1.2
#include "cli/typed/tree.hpp"

#include "cli/typed/way_on.hpp"
#include "core/desk/places.hpp"
#include "core/desk/typed/typed_line.hpp"

#include <algorithm>
#include <utility>

namespace casus::cli {

const Entry* entry_of(std::string_view path) { return desk::entry_in(all_verbs(), path); }

Words about_of(std::string_view path) {
  if (path.empty()) return "help.casus_case_review_neighbourhood_team";
  if (const auto* entry = entry_of(path)) return entry->about;
  const auto group = std::ranges::find(all_groups(), path, &Group::path);
  return group == all_groups().end() ? Words{} : group->about;
}

std::vector<std::string_view> names_below(std::string_view path) { return desk::names_below(all_verbs(), path); }

Walk walk_of(const std::vector<std::string>& arguments) {
  Globals globals;
  Slots common;
  globals.shape(common);
  const desk::TypedLine line(all_verbs(), common, arguments);
  return {line.path(), line.words()};
}

Parsed parse(const std::vector<std::string>& arguments, const Globals& globals, const Spelling& how) {
  Parsed parsed{.globals = globals};
  Slots common;
  parsed.globals.shape(common);
  desk::TypedLine line(all_verbs(), common, arguments);
  parsed.path = line.path();
  // The language may stand behind what is wrong, so it is listened for before anything is said.
  std::vector<std::string> unsaid;
  line.fill_common({globals.lang, how.today}, unsaid);
  line.fill_common({parsed.globals.lang, how.today}, parsed.problems);
  if (!line.asks_help() && line.path().empty() && !line.is_lost() && line.has_only_common() &&
      parsed.problems.empty()) {
    parsed.outcome = Parsed::Outcome::bare;
    return parsed;
  }
  if (line.asks_help()) {
    parsed.outcome = Parsed::Outcome::help;
    parsed.problems.clear();
    return parsed;
  }
  // As a line that works from another folder; on the screen of a meeting store and name are known.
  const auto& g = parsed.globals;
  const bool is_bare = g.typing == Globals::Typing::screen || desk::holds_password(g.store);
  const TypedWays ways(is_bare || g.as == desk::environment("CASUS_AS") ? std::string() : g.as,
                       is_bare ? std::string() : desk::store_as_typed(g.store, g.keys, desk::default_store()));
  std::vector<text::Message> beside;
  line.fill_verb({text::Voice(parsed.globals.lang, nullptr, &ways), how.today, {}, &beside}, parsed.problems,
                 parsed.lacks);
  if (!parsed.problems.empty()) return parsed;
  parsed.verb = line.take_verb();
  if (!parsed.verb) return parsed;
  parsed.verb->beside = std::move(beside);
  parsed.outcome = Parsed::Outcome::run;
  return parsed;
}

}  // namespace casus::cli
