// SPDX-License-Identifier: EUPL-1.2
#include "cli/typed/help.hpp"
#include "cli/typed/tree.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

/// Pages for man, made from what help is made from: casus(1), and one for each noun.
namespace casus::cli {
namespace {

/// As man shows it word for word, so that what is there to be typed can be copied.
std::string roff(std::string_view text) {
  std::string out;
  if (text.starts_with('.')) out += "\\&";
  for (const char c : text) switch (c) {
      case '\\': out += "\\e"; break;
      case '-': out += "\\-"; break;
      case '\'': out += "\\(aq"; break;
      case '\x22': out += "\\(dq"; break;
      case '`': out += "\\(ga"; break;
      case '^': out += "\\(ha"; break;
      case '~': out += "\\(ti"; break;
      case '\n': out += ' '; break;
      default: out += c;
    }
  return out;
}

std::string bold(std::string_view text) { return "\\fB" + roff(text) + "\\fP"; }

std::string page_name(std::string_view noun) {
  return noun.empty() ? std::string("casus") : fmt::format("casus-{}", noun);
}

std::string item(const std::string& head, std::string_view text) {
  return fmt::format(".TP\n{}\n{}\n", head, roff(text));
}

/// One page while it is written.
class ManualPage {
 public:
  ManualPage(std::string_view noun, const text::Voice& voice) : noun_(noun), voice_(voice) {}

  std::string written() {
    auto name = page_name(noun_);
    std::ranges::transform(name, name.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; });
    // Without a day: the same program gives the same page.
    out_ = fmt::format(".\\\" casus manual{}{}\n.TH {} 1 \"\" \"casus {}\" \"{}\"\n", noun_.empty() ? "" : " ", noun_,
                       roff(name), roff(CASUS_VERSION), roff(text::say(voice_, "manual.title")));
    section("manual.name");
    out_ += fmt::format("{} \\- {}\n", roff(page_name(noun_)), roff(about_of(noun_).in(voice_)));
    section("manual.synopsis");
    if (noun_.empty()) whole();
    else part();
    return out_;
  }

 private:
  void section(text::Literal heading) { out_ += ".SH " + roff(text::say(voice_, heading)) + '\n'; }

  void slots(const Slots& slots) {
    for (const auto& slot : slots.all()) out_ += item(bold(slot.name), about_slot(slot, voice_));
  }

  void whole() {
    out_ += fmt::format("{} {}\n", bold("casus"), roff(text::say(voice_, "manual.usage")));
    section("manual.commands");
    for (const auto noun : names_below(""))
      out_ += item(fmt::format("{}(1)", bold(page_name(noun))), about_of(noun).in(voice_));
    common();
    out_ += item(bold("--version"), text::say(voice_, "help.which_version"));
    section("manual.exit");
    for (const auto& [code, about] : kExits) out_ += item(bold(std::to_string(code)), about.in(voice_));
    section("manual.environment");
    for (const auto& [name, about] : kVariables) out_ += item(bold(name), about.in(voice_));
  }

  void part() {
    const auto within = [&](const Entry& entry) { return entry.path == noun_ || entry.path.starts_with(noun_ + ' '); };
    std::string_view between;
    for (const auto& entry : all_verbs()) {
      if (!within(entry)) continue;
      out_ += fmt::format("{}{}{}\n", between, bold("casus " + std::string(entry.path)),
                          roff(rest_of_usage(entry, voice_)));
      between = ".br\n";
    }
    section("manual.commands");
    for (const auto& entry : all_verbs()) {
      if (!within(entry)) continue;
      out_ += fmt::format(".SS \"casus {}\"\n{}\n", roff(entry.path), roff(entry.about.in(voice_)));
      const auto verb = entry.fresh();
      Slots own;
      verb->shape(own);
      slots(own);
      out_ += fmt::format(".PP\n{}:\n.PP\n.RS\n.nf\ncasus {}\n.fi\n.RE\n", roff(text::say(voice_, "help.example_2")),
                          roff(entry.example.in(voice_)));
    }
    common();
    section("manual.see_also");
    out_ += bold("casus") + "(1)\n";
  }

  void common() {
    section("manual.options");
    Globals globals;
    Slots common;
    globals.shape(common);
    slots(common);
  }

  struct Exits {
    int code;
    Words about;
  };
  static constexpr Exits kExits[] = {
      {kDone, "manual.exit_done"},       {kRefused, "manual.exit_refused"},
      {kUsage, "manual.exit_usage"},     {kBadDefinition, "manual.exit_definition"},
      {kSystem, "manual.exit_system"},   {kConflict, "manual.exit_conflict"},
      {kStopped, "manual.exit_stopped"},
  };
  struct Variable {
    std::string_view name;
    Words about;
  };
  static constexpr Variable kVariables[] = {
      {"CASUS_AS", "manual.variable_as"},
      {"CASUS_LANG", "manual.variable_lang"},
      {"CASUS_STORE", "manual.variable_store"},
      {"CASUS_KEYS", "manual.variable_keys"},
      {"CASUS_PASSPHRASE_FD", "manual.variable_passphrase_fd"},
      {"CASUS_PASSPHRASE", "manual.variable_passphrase"},
      {"CREDENTIALS_DIRECTORY", "manual.variable_credentials"},
      {"CASUS_TRAINING_STORE", "manual.variable_training_store"},
      {"CASUS_PLUGINS", "manual.variable_plugins"},
      {"CASUS_WORKFLOWS", "manual.variable_workflows"},
      {"CASUS_COMMAND", "manual.variable_command"},
      {"CASUS_SENDMAIL", "manual.variable_sendmail"},
      {"XDG_DATA_HOME", "manual.variable_data_home"},
      {"NO_COLOR", "manual.variable_no_color"},
  };

  std::string noun_;
  const text::Voice& voice_;
  std::string out_;
};

class Manual final : public TerminalVerb {
 public:
  void shape(Slots& slots) override { slots.maybe("PART", part_, "manual.part"); }

  int run(Context& context) override {
    const auto voice = context.voice();
    const auto nouns = names_below("");
    if (!part_.empty() && std::ranges::find(nouns, part_) == nouns.end())
      throw Usage{text::say(voice, "tree.choose", "wrong_name"_is = part_, "near"_is = hint_in(voice, part_, nouns),
                            "names"_is = joined(nouns))};
    const auto page = ManualPage(part_, voice).written();
    if (context.json()) context.screen().json({{"name", page_name(part_)}, {"page", page}, {"parts", nouns}});
    else context.screen().text(page);
    return kDone;
  }

 private:
  std::string part_;
};

}  // namespace

Entries manual_verbs() { return {{"manual", "manual.about", "manual.example", fresh<Manual>}}; }

}  // namespace casus::cli
