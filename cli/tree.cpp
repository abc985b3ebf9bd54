// SPDX-License-Identifier: EUPL-1.2
#include "cli/tree.hpp"

#include "cli/diagnosis.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <map>

// The one source that knows CLI11.
namespace casus::cli {
namespace {

/// Tells CLI11 of a slot; what is wrong with a value is noted, so that all of it is told at once.
void add_slot(CLI::App& app, const Slot& slot, std::vector<std::string>& problems) {
  if (slot.kind == Slot::Kind::flag) {
    app.add_flag_callback(slot.name, [&slot] { slot.set({}); });
    return;
  }
  const auto take = [&slot, &problems](const CLI::results_t& typed) {
    for (const auto& text : typed)
      if (auto wrong = slot.set(text); !wrong.empty()) problems.push_back(slot.name + ": " + wrong);
    return true;
  };
  auto* const option = app.add_option(slot.name, take);
  option->required(slot.required);
  // One value each time: `--role chair Samira` must not take the name too.
  if (slot.many) option->expected(1, CLI::detail::expected_max_vector_size)->allow_extra_args(false);
}

/// The tree with the slots of one noun: the others are not needed to read a line.
class Tree {
 public:
  Tree(std::string_view noun, Globals& globals, const Spelling& how, std::vector<std::string>& problems)
      : common_(how), problems_(problems), root_("", "casus") {
    prepare(root_);
    globals.shape(common_);
    for (const auto& slot : common_.all()) add_slot(root_, slot, problems_);
    apps_[""] = &root_;
    for (const auto& entry : all_verbs())
      if (entry.path == noun || entry.path.starts_with(std::string(noun) + ' ')) add(entry, how);
  }

  void parse(std::vector<std::string> arguments) {
    std::ranges::reverse(arguments);  // CLI11 takes them from the back
    root_.parse(std::move(arguments));
  }

  /// The verb that was reached.
  const Entry* entry() const {
    const CLI::App* app = &root_;
    while (!app->get_subcommands().empty()) app = app->get_subcommands().front();
    for (const auto& verb : verbs_)
      if (verb.app == app) return verb.entry;
    return nullptr;
  }

  std::unique_ptr<Verb> take_verb(const Entry* entry) {
    for (auto& verb : verbs_)
      if (verb.entry == entry) return std::move(verb.verb);
    return nullptr;
  }

 private:
  struct Made {
    const Entry* entry;
    const CLI::App* app;
    std::unique_ptr<Verb> verb;
    std::unique_ptr<Slots> slots;
  };

  static void prepare(CLI::App& app) {
    app.set_help_flag();  // ours is a slot like any other
    app.fallthrough();    // what every verb takes may stand anywhere
    app.prefix_command(false);
  }

  /// The group or verb at a path, made with those above it.
  CLI::App& at(const std::string& path) {
    if (const auto known = apps_.find(path); known != apps_.end()) return *known->second;
    const auto space = path.rfind(' ');
    auto& above = at(space == std::string::npos ? "" : path.substr(0, space));
    // Exactly one below each: with the number full, CLI11 does not take a word of a verb ("next") for another verb.
    above.require_subcommand(1);
    auto* const made = above.add_subcommand(space == std::string::npos ? path : path.substr(space + 1));
    prepare(*made);
    apps_[path] = made;
    return *made;
  }

  void add(const Entry& entry, const Spelling& how) {
    auto& app = at(std::string(entry.path));
    Made made{&entry, &app, entry.fresh(), std::make_unique<Slots>(how)};
    made.verb->shape(*made.slots);
    for (const auto& slot : made.slots->all()) add_slot(app, slot, problems_);
    verbs_.push_back(std::move(made));
  }

  Slots common_;
  std::vector<std::string>& problems_;
  CLI::App root_;
  std::map<std::string, CLI::App*> apps_;
  std::vector<Made> verbs_;
};

}  // namespace

const Entry* entry_of(std::string_view path) {
  const auto found = std::ranges::find(all_verbs(), path, &Entry::path);
  return found == all_verbs().end() ? nullptr : &*found;
}

std::vector<std::string_view> names_below(std::string_view path) {
  std::vector<std::string_view> names;
  const auto start = path.empty() ? 0 : path.size() + 1;
  for (const auto& entry : all_verbs()) {
    if (!path.empty() && !entry.path.starts_with(std::string(path) + ' ')) continue;
    const auto name = entry.path.substr(start, entry.path.find(' ', start) - start);
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  return names;
}

Parsed parse(const std::vector<std::string>& arguments, const Globals& globals, const Spelling& how) {
  Parsed parsed;
  parsed.globals = globals;
  const auto walk = walk_of(arguments, how);
  parsed.path = walk.path;
  if (!walk.wrong_name.empty() && !walk.help) {
    parsed.problems.push_back(walk.wrong_name);
    return parsed;
  }
  Tree tree(walk.noun, parsed.globals, how, parsed.problems);
  bool understood = true;
  try {
    tree.parse(arguments);
  } catch (const CLI::ParseError& error) {
    understood = false;
    if (!walk.help && entry_of(walk.path) != nullptr) {
      auto told = diagnosis(walk, how);
      if (told.empty() && parsed.problems.empty()) told.emplace_back(error.what());
      parsed.problems.insert(parsed.problems.end(), told.begin(), told.end());
    }
  }
  if (walk.help || (arguments.empty() && walk.path.empty())) {
    parsed.outcome = Parsed::Outcome::help;
    parsed.problems.clear();
    return parsed;
  }
  if (!understood || !parsed.problems.empty()) return parsed;
  const auto* const entry = tree.entry();
  parsed.verb = tree.take_verb(entry);
  if (parsed.verb) parsed.outcome = Parsed::Outcome::run;
  return parsed;
}

}  // namespace casus::cli
