// SPDX-License-Identifier: EUPL-1.2
#include "cli/context.hpp"

#include "cli/command_text.hpp"
#include "cli/places.hpp"
#include "core/base/fault.hpp"
#include "core/service/library_definitions.hpp"
#include "core/store/files.hpp"

#include <nlohmann/json.hpp>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <random>

namespace casus::cli {
namespace {

std::vector<std::string_view> views(const std::vector<std::string>& texts) { return {texts.begin(), texts.end()}; }

}  // namespace

void Globals::shape(Slots& slots) {
  slots.flag("json", json, {"antwoord als één JSON-document", "answer as one JSON document"});
  slots.option("store", store, {"het bestand met de casussen", "the file with the cases"});
  slots.option("as", as, {"wie je bent (of $CASUS_AS)", "who you are (or $CASUS_AS)"});
  slots.option("lang", lang, {"taal (of $CASUS_LANG)", "language (or $CASUS_LANG)"});
  slots.flag("help", help, {"uitleg bij dit onderdeel", "help on this part"});
}

Context::Context(Globals globals) : globals_(std::move(globals)) {}
Context::Context(Globals globals, std::string& kept) : globals_(std::move(globals)), screen_(kept) {}
Context::~Context() = default;

const std::string& Context::who() const {
  if (globals_.as.empty())
    throw Usage{say({"zeg wie je bent: --as NAAM (of zet CASUS_AS)", "say who you are: --as NAME (or set CASUS_AS)"})};
  return globals_.as;
}

Time Context::now() const { return SystemClock().now(); }

Date Context::today() const { return local_day(now()); }

std::string Context::store_option() const {
  const auto usual = purpose_ == store::Purpose::cases ? default_store() : default_training_store();
  return globals_.store == usual ? std::string() : " --store " + shell_quoted(globals_.store);
}

void Context::use_training_store() {
  purpose_ = store::Purpose::training;
  if (globals_.store == default_store()) globals_.store = default_training_store();
}

std::string Context::to_type(const std::string& line) const {
  const auto name = environment("CASUS_COMMAND");
  return name.empty() || !line.starts_with("casus ") ? line : name + line.substr(5);
}

store::Store& Context::store(Make make) {
  if (!store_) {
    const bool training = purpose_ == casus::store::Purpose::training;
    if (make == Make::no && !casus::store::file_exists(globals_.store))
      throw Usage{say(
          {"er is nog geen register op {}; begin met: casus {}", "there is no store at {} yet; begin with: casus {}"},
          globals_.store, training ? "train play" : "case open")};
    try {
      store_ = casus::store::open_sqlite({globals_.store, make == Make::yes, purpose_});
    } catch (const casus::store::OtherPurpose&) {
      throw Usage{training
                      ? say({"{} is een register met echte casussen, en een oefening komt daar nooit in; laat --store "
                             "weg, of geef een ander bestand",
                             "{} is a store of real cases, and a training never comes into it; leave out --store, or "
                             "give another file"},
                            globals_.store)
                      : say({"{} is een oefenregister: alles daarin is verzonnen; gebruik het met casus train, of geef "
                             "het register met de echte casussen met --store",
                             "{} is a store of trainings: all in it is made up; use it with casus train, or give the "
                             "store of the real cases with --store"},
                            globals_.store)};
    }
  }
  return *store_;
}

service::Service& Context::service(Make make) {
  if (!service_) service_ = std::make_unique<service::Service>(store(make), methods(), workflows());
  return *service_;
}

service::Meetings& Context::meetings(Make make) {
  if (!meetings_) meetings_ = std::make_unique<service::Meetings>(service(make));
  return *meetings_;
}

const plugin::Catalogue& Context::methods() {
  if (!methods_) methods_ = plugin::Catalogue::scan(plugin_folders());
  return *methods_;
}

const workflow::Catalogue& Context::workflows() {
  if (!workflows_) workflows_ = workflow::Catalogue::scan(workflow_folders());
  return *workflows_;
}

const report::Definitions& Context::definitions() {
  if (!definitions_) definitions_ = std::make_unique<service::LibraryDefinitions>(service().library());
  return *definitions_;
}

void Context::require_case(const std::string& id) {
  if (service().exists(id)) return;
  const auto ids = service().case_ids();
  throw Usage{say({"er is geen casus '{}'{}; zie: casus case list", "there is no case '{}'{}; see: casus case list"},
                  id, hint_in(lang(), id, views(ids)))};
}

void Context::require_method(const std::string& id) {
  if (methods().find(id) != nullptr) return;
  throw Usage{
      say({"er is geen methode '{}'{}; zie: casus method list", "there is no method '{}'{}; see: casus method list"},
          id, hint_in(lang(), id, methods().ids()))};
}

void Context::require_workflow(const std::string& id) {
  if (workflows().find(id) != nullptr) return;
  throw Usage{say({"er is geen werkwijze '{}'{}; zie: casus workflow list",
                   "there is no workflow '{}'{}; see: casus workflow list"},
                  id, hint_in(lang(), id, workflows().ids()))};
}

void write_file(const std::string& path, std::string_view bytes) {
  const auto fail = [&](const char* what) {
    throw Fault(Fault::Kind::store, said(Lang::en, {"", "cannot {} {}: {}"}, what, path, std::strerror(errno)));
  };
  std::FILE* const file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) fail("open");
  const bool whole = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  if (std::fclose(file) != 0 || !whole) fail("write");
}

std::string new_command_id() {
  std::random_device random;
  return fmt::format("{:08x}{:08x}{:08x}{:08x}", random(), random(), random(), random());
}

Date local_day(Time time) {
  const std::time_t moment = std::chrono::system_clock::to_time_t(time);
  std::tm local{};
  localtime_r(&moment, &local);
  return Date(std::chrono::year(local.tm_year + 1900), std::chrono::month(static_cast<unsigned>(local.tm_mon + 1)),
              std::chrono::day(static_cast<unsigned>(local.tm_mday)));
}

int put_document(Context& context, nlohmann::json about, const std::string& bytes, const std::string& out,
                 Words written, Screen::Tone tone) {
  if (!out.empty()) write_file(out, bytes);
  if (context.json()) {
    if (out.empty()) about["content"] = bytes;
    else about["file"] = out;
    context.screen().json(about);
  } else if (out.empty()) {
    context.screen().text(bytes);
  } else {
    context.screen().line(context.say(written, out), tone);
  }
  return kDone;
}

}  // namespace casus::cli
