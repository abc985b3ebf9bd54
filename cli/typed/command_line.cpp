// SPDX-License-Identifier: EUPL-1.2
#include "cli/typed/command_line.hpp"

#include "cli/typed/tree.hpp"

namespace casus::cli {

std::optional<Command> parse_typed(const std::vector<std::string>& arguments, const Spelling& how) {
  Globals globals;
  globals.lang = how.voice;
  auto parsed = parse(arguments, globals, how);
  const auto* verb = dynamic_cast<const CaseVerb*>(parsed.verb.get());
  if (parsed.outcome != Parsed::Outcome::run || verb == nullptr) return std::nullopt;
  Command command;
  command.case_id = verb->case_id;
  command.by = parsed.globals.as;
  command.expect = verb->expect;
  if (verb->at) command.at = *verb->at;
  command.body = verb->body();
  return command;
}

}  // namespace casus::cli
