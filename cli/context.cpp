// SPDX-License-Identifier: EUPL-1.2
#include "cli/context.hpp"

#include "cli/answers.hpp"
#include "core/desk/places.hpp"

#include <nlohmann/json.hpp>

#include <unistd.h>

#include <pwd.h>

namespace casus::cli {
namespace {

/// Name of the account that the program runs under; its number when it has no name.
std::string account() {
  const auto* const entry = getpwuid(getuid());
  return entry == nullptr ? std::to_string(getuid()) : std::string(entry->pw_name);
}

desk::Setting setting_of(const Globals& globals) {
  desk::Setting setting;
  setting.lang = globals.lang;
  setting.form = globals.json ? desk::Form::document : desk::Form::words;
  setting.seat = {globals.as, desk::Sureness::named, account(), {}};
  setting.store = globals.store;
  if (auto command = environment("CASUS_COMMAND"); !command.empty()) setting.command = std::move(command);
  return setting;
}

}  // namespace

void Globals::shape(Slots& slots) {
  slots.flag("json", json, {"antwoord als één JSON-document", "answer as one JSON document"});
  slots.option("store", store, {"het bestand met de casussen", "the file with the cases"});
  slots.option("as", as, {"wie je bent (of $CASUS_AS)", "who you are (or $CASUS_AS)"});
  slots.option("lang", lang, {"taal (of $CASUS_LANG)", "language (or $CASUS_LANG)"});
  slots.flag("help", help, {"uitleg bij dit onderdeel", "help on this part"});
}

Context::Context(Globals globals) : Desk(setting_of(globals)), globals_(std::move(globals)) {}
Context::Context(Globals globals, std::string& kept)
    : Desk(setting_of(globals)), globals_(std::move(globals)), screen_(kept) {}

int put_document(Context& context, nlohmann::json about, const std::string& bytes, const store::OutputFile& out,
                 Words written, Screen::Tone tone) {
  if (!out.empty()) write_file(context, out, bytes);
  if (context.json()) {
    if (out.empty()) about["content"] = bytes;
    else about["file"] = out.path;
    context.screen().json(about);
  } else if (out.empty()) {
    context.screen().text(bytes);
  } else {
    context.screen().line(context.say(written, out.path), tone);
  }
  return kDone;
}

}  // namespace casus::cli
