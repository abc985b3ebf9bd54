// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/desk.hpp"

#include "core/base/fault.hpp"
#include "core/desk/definitions.hpp"
#include "core/desk/forms/spelling.hpp"
#include "core/desk/keys/passphrase.hpp"
#include "core/desk/keys/trust.hpp"
#include "core/desk/keys/unlocking.hpp"
#include "core/desk/places.hpp"
#include "core/desk/typed/command_text.hpp"
#include "core/engine/access/no_name.hpp"
#include "core/service/library_definitions.hpp"
#include "core/store/address.hpp"
#include "core/store/checkpoint.hpp"
#include "core/store/database_fault.hpp"
#include "core/store/files/files.hpp"
#include "core/text/day_words.hpp"
#include "core/text/message.hpp"

#include <fmt/format.h>

#include <random>

namespace casus::desk {
namespace {

using text::msg;

/// Asked once more when it is too short or typed otherwise the second time: what was filled in before is not lost by
/// it. Where nothing comes any more it is said what was wrong.
std::string chosen_passphrase(const std::function<std::optional<std::string>(const std::string&)>& secret,
                              const text::Voice& voice) {
  constexpr int kTries = 3;
  std::string wrong;
  for (int i = 0; i < kTries; ++i) {
    const auto question = voice.say(msg("store.passphrase.new"));
    const auto typed = secret(wrong.empty() ? question : wrong + '\n' + question);
    if (!typed || typed->empty()) throw Usage{wrong.empty() ? voice.say(msg("store.passphrase.none")) : wrong};
    if (typed->size() < kShortestPassphrase)
      wrong = voice.say(msg("store.passphrase.short", "least"_is = kShortestPassphrase));
    else if (secret(voice.say(msg("store.passphrase.again"))) == typed) return *typed;
    else wrong = voice.say(msg("store.passphrase.differs"));
  }
  throw Usage{wrong};
}

/// As it was typed here; who came by a link, a card or a sign-in is called what that says.
const std::string& as_a_name(const std::string& name, const Seat& seat, const text::Voice& voice) {
  if (seat.sureness != Sureness::named && seat.sureness != Sureness::table) return name;
  if (const auto refusal = engine::nobodys_name(name)) throw Usage{voice.say(refusal->reason)};
  return name;
}

std::vector<std::string_view> views(const std::vector<std::string>& texts) { return {texts.begin(), texts.end()}; }

}  // namespace

Desk::Desk(Setting setting) : setting_(std::move(setting)) {}
Desk::~Desk() = default;

const std::string& Desk::who() const {
  if (setting_.seat.name.empty()) throw Usage{say("desk.say_as_name_set_casus")};
  return who_or_nobody();
}

const std::string& Desk::who_or_nobody() const { return as_a_name(setting_.seat.name, setting_.seat, voice()); }

const std::string& Desk::actor() const {
  const auto& of = seat().in_name_of;
  return of.empty() ? who() : as_a_name(of, seat(), voice());
}

void Desk::in_each_form(const std::function<void()>& make) {
  const auto wanted = setting_.form;
  if (wanted != Form::both) return make();
  for (const auto form : {Form::document, Form::words}) {
    setting_.form = form;
    try {
      make();
    } catch (...) {
      setting_.form = wanted;
      throw;
    }
  }
  setting_.form = wanted;
}

Time Desk::now() const { return setting_.clock->now(); }

std::string Desk::day(Date date) const { return text::day_in_words(date, voice()); }

Date Desk::today() const { return date_of(now()); }

const std::atomic<bool>& Desk::stop() const {
  static const std::atomic<bool> never = false;
  return setting_.stop == nullptr ? never : *setting_.stop;
}

std::string Desk::store_option() const {
  const auto usual = purpose_ == store::Purpose::cases ? default_store() : default_training_store();
  return store_as_typed(setting_.store, setting_.keys, usual);
}

std::string Desk::keys_path() const { return keys_of(setting_.store, setting_.keys); }

std::string Desk::beside_store() const { return stem_of(setting_.store, setting_.keys); }

bool Desk::has_store() const {
  return store::file_exists(store::in_database(setting_.store) ? keys_path() : setting_.store);
}

std::string Desk::passphrase(Wanted wanted) const {
  if (!setting_.secret) throw Usage{voice().say(msg("store.passphrase.no_way"))};
  if (wanted == Wanted::chosen) return chosen_passphrase(setting_.secret, voice());
  const auto question = wanted == Wanted::once_more ? msg("store.passphrase.not_that") : msg("store.passphrase.ask");
  const auto typed = setting_.secret(voice().say(question));
  if (!typed || typed->empty()) throw Usage{voice().say(msg("store.passphrase.none"))};
  return *typed;
}

void Desk::use_training_store() {
  purpose_ = store::Purpose::training;
  if (setting_.store == default_store()) setting_.store = default_training_store();
}

std::string Desk::look_option() const {
  const auto& name = setting_.seat.name;
  if (name.empty() || environment("CASUS_AS") == name) return store_option();
  return store_option() + (name.starts_with('-') ? " --as=" : " --as ") + shell_quoted(name);
}

std::string Desk::to_type(const std::string& line) const {
  return line.starts_with("casus ") ? setting_.command + line.substr(5) : line;
}

std::unique_ptr<store::Store> Desk::open_store(Make make) {
  if (casus::store::is_mangled_address(setting_.store))
    throw Usage{say("database.mangled", "store"_is = casus::store::without_password(setting_.store))};
  return casus::store::open_store({setting_.store, make == Make::yes, purpose_, keys_path(),
                                   [this](const std::string& keys) { return key_of_lock(*this, keys); }});
}

namespace {

Usage told(const Desk& desk, const store::OutputRefused& refused) {
  switch (refused.why) {
    case store::OutputRefused::Why::store_file:
      return {desk.say("desk.belongs_store_give_another_name", "path"_is = refused.path)};
    case store::OutputRefused::Why::sealed:
      return {desk.say("desk.sealed_give_another_name", "path"_is = refused.path)};
    case store::OutputRefused::Why::exists:
      return {desk.say("desk.already_stays_as_give_another", "path"_is = refused.path)};
    case store::OutputRefused::Why::no_file: return {desk.say("output.no_file", "path"_is = refused.path)};
    case store::OutputRefused::Why::citizen_number: return {text::msg("output.citizen_number").in(desk.voice())};
    case store::OutputRefused::Why::folder: break;
  }
  return {desk.say("desk.folder_give_name_file", "path"_is = refused.path)};
}

}  // namespace

store::Store& Desk::store(Make make) {
  if (!store_) {
    const bool training = purpose_ == casus::store::Purpose::training;
    try {
      store_ = open_store(make);
    } catch (const casus::store::NoStore&) {
      throw Usage{say("desk.store_yet_begin", "store"_is = setting_.store,
                      "begin"_is = training      ? text::way("train play")
                                   : team_first_ ? text::way("team init", "name"_is = text::gap("gap.name"))
                                                 : text::way("case open"))};
    } catch (const casus::store::OutputRefused& refused) {
      throw told(*this, refused);
    } catch (const casus::store::OtherPurpose&) {
      throw Usage{training ? say("desk.store_real_cases_training_never", "store"_is = setting_.store)
                           : say("desk.store_trainings_all_made_up", "train"_is = to_type("casus train"),
                                 "store"_is = setting_.store)};
    }
    make_daily_checkpoint();
  }
  return *store_;
}

/// Once a day of use; one that cannot be made now (a full disk) is made at a later opening, and keeps nobody from work.
void Desk::make_daily_checkpoint() {
  try {
    if (store_->checkpoint_due(now())) store_->checkpoint(now());
  } catch (const Fault&) {
    return;
  }
}

/// Proving takes longer in a larger store: it never takes more than a hundredth of the time.
void Desk::prove_now_and_then() {
  using namespace std::chrono;
  constexpr seconds kEvery{60};
  const auto at = now();
  if (!store_ || (next_proof_ && at < *next_proof_)) return;
  const bool first = !next_proof_;
  const auto begun = steady_clock::now();
  try {
    if (!first) store_->checkpoint(at);
  } catch (const Fault&) {
    // A full disk, another who writes: the next time.
  }
  const auto took = ceil<seconds>(steady_clock::now() - begun) - seconds(1);
  next_proof_ = at + std::max<seconds>(kEvery, 100 * took);
}

service::Service& Desk::service(Make make) {
  if (!service_) service_ = std::make_unique<service::Service>(store(make), methods(), workflows(), *setting_.clock);
  return *service_;
}

service::Meetings& Desk::meetings(Make make) {
  if (!meetings_) meetings_ = std::make_unique<service::Meetings>(service(make), *setting_.clock);
  return *meetings_;
}

plugin::Inside Desk::inside() const { return may_run_inside(shipped_plugins(), trust_file()); }

service::Learning& Desk::learning(Make make) {
  if (!learning_) learning_ = std::make_unique<service::Learning>(service(make), instruments(), *setting_.clock);
  return *learning_;
}

const learning::Instruments& Desk::instruments() {
  if (!instruments_) instruments_ = learning::Instruments::scan(instrument_folders());
  return *instruments_;
}

const plugin::Catalogue& Desk::methods() {
  if (!methods_) methods_ = plugin::Catalogue::scan(plugin_folders(), inside());
  return *methods_;
}

const workflow::Catalogue& Desk::workflows() {
  if (!workflows_) workflows_ = workflow::Catalogue::scan(workflow_folders());
  return *workflows_;
}

const report::Definitions& Desk::definitions() {
  if (!definitions_) definitions_ = std::make_unique<service::LibraryDefinitions>(service().library_as_heard());
  return *definitions_;
}

void Desk::require_case(const std::string& id) {
  if (service().exists(id)) return;
  // Who is not of the team hears no number of a case, here as in `case list`.
  std::vector<std::string> ids;
  const auto team = service().team();
  if (!team || team->members.empty() || !team->members_meant(who_or_nobody()).empty()) ids = service().case_ids();
  throw Usage{say("desk.case_see", "list"_is = text::way("case list"), "id"_is = id,
                  "ids"_is = hint_in(voice(), id, views(ids)))};
}

void Desk::require_method(const std::string& id) {
  if (methods().find(id) != nullptr) return;
  if (const auto* entry = methods().broken(id))
    throw Usage{
        say("desk.method_broken", "id"_is = id, "why"_is = problem_in(entry->path, entry->problems.front(), voice()))};
  throw Usage{say("desk.method_see", "list"_is = text::way("method list"), "id"_is = id,
                  "ids"_is = hint_in(voice(), id, methods().ids()))};
}

void Desk::require_workflow(const std::string& id) {
  if (workflows().find(id) != nullptr) return;
  throw Usage{say("desk.workflow_see", "list"_is = text::way("workflow list"), "id"_is = id,
                  "ids"_is = hint_in(voice(), id, workflows().ids()))};
}

void require_output(const Desk& desk, const store::OutputFile& file) {
  try {
    store::check_output(file);
  } catch (const store::OutputRefused& refused) {
    throw told(desk, refused);
  }
}

std::unique_ptr<store::OutputWriter> write_for_now(const Desk& desk, const store::OutputFile& file,
                                                   std::string_view bytes) {
  try {
    auto writer = std::make_unique<store::OutputWriter>(file);
    writer->add(bytes);
    writer->finish_for_now();
    return writer;
  } catch (const store::OutputRefused& refused) {
    throw told(desk, refused);
  }
}
void write_file(const Desk& desk, const store::OutputFile& file, std::string_view bytes) {
  try {
    store::write_output(file, bytes);
  } catch (const store::OutputRefused& refused) {
    throw told(desk, refused);
  }
}

std::string new_command_id() {
  std::random_device random;
  return fmt::format("{:08x}{:08x}{:08x}{:08x}", random(), random(), random(), random());
}

}  // namespace casus::desk
