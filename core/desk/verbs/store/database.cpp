// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "core/desk/catalogue.hpp"
#include "core/desk/desk.hpp"
#include "core/desk/keys/unlocking.hpp"
#include "core/desk/places.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/today/findings.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/report/documents/in_fives.hpp"
#include "core/store/address.hpp"
#include "core/store/checkpoint.hpp"
#include "core/store/files/copy.hpp"
#include "core/text/message.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

/// Stores in a database server: made ready and migrated by who keeps it, its teams counted, and a store copied into one
/// or out of it.
namespace casus::desk {
namespace {

using text::msg;

/// The address of the store that was named; of a file it cannot be asked.
const std::string& database_of(Desk& desk) {
  const auto& address = desk.store_path();
  if (!store::in_database(address)) throw Usage{desk.voice().say(msg("database.not_an_address", "store"_is = address))};
  return address;
}

class Prepare final : public Verb {
 public:
  Access access() const override { return here(does(Ground::store)); }
  void shape(Slots& slots) override { slots.word("ROLE", role_, "help.database_role"); }

  void run(Desk& desk, Reply& reply) override {
    const auto& address = database_of(desk);
    store::prepare_postgres(address, role_);
    if (desk.json()) return reply.json({{"ok", true}, {"role", role_}});
    const auto team = store::address_from(address).team;
    reply.line(desk.voice().say(msg("database.prepared", "role"_is = role_, "team"_is = team)), Tone::good);
    reply.line(desk.voice().say(msg("database.prepared_then", "role"_is = role_)), Tone::quiet);
  }

 private:
  std::string role_;
};

/// While programs work: each writes before or after it.
class Migrate final : public Verb {
 public:
  Access access() const override { return here(does(Ground::store)); }
  void shape(Slots&) override {}

  void run(Desk& desk, Reply& reply) override {
    const auto& address = database_of(desk);
    const auto from = store::migrate_postgres(address);
    const bool was_done = from == store::kDatabaseFormat;
    if (desk.json()) return reply.json({{"ok", true}, {"from", from}, {"changed", !was_done}});
    reply.line(desk.voice().say(was_done ? msg("database.already_migrated", "format"_is = from)
                                         : msg("database.migrated", "from"_is = from)),
               Tone::good);
  }
};

/// Teams of a database with what is in them, for who manages several: in fives, so that what is counted again next week
/// gives away no single case, and no text.
class Teams final : public Verb {
 public:
  Access access() const override { return here(does(Ground::store)); }
  void shape(Slots&) override {}

  void run(Desk& desk, Reply& reply) override {
    const auto& address = database_of(desk);
    const auto teams = store::teams_in_database(address);
    if (desk.json()) return reply.json({{"teams", document(teams)}});
    if (teams.empty()) return reply.line(desk.say("database.no_teams"), Tone::warning);
    std::vector<std::vector<std::string>> rows;
    for (const auto& team : teams)
      rows.push_back({team.name, team.begun ? words(desk, team.in_work) : desk.say("database.not_begun"),
                      team.begun ? words(desk, team.closed) : std::string()});
    reply.table(
        {desk.say("database.column_team"), desk.say("database.column_in_work"), desk.say("database.column_closed")},
        std::move(rows));
    reply.line(desk.say("database.counted_in_fives"), Tone::quiet);
  }

 private:
  static std::string words(Desk& desk, std::int64_t count) {
    return desk.voice().say(report::whole_fives_in_words(count));
  }

  static nlohmann::json document(const std::vector<store::TeamInDatabase>& teams) {
    auto all = nlohmann::json::array();
    for (const auto& team : teams)
      all.push_back({{"team", team.name},
                     {"begun", team.begun},
                     {"in_work_at_least", report::whole_fives(team.in_work)},
                     {"closed_at_least", report::whole_fives(team.closed)}});
    return all;
  }
};

/// Of this moment, proved where it lies then; the store it came from stays as it is.
class Copy final : public Verb {
 public:
  Access access() const override { return here(does(Ground::store)); }
  void shape(Slots& slots) override { slots.word("TO", to_, "help.store_copy_to"); }

  void run(Desk& desk, Reply& reply) override {
    if (trimmed(to_).empty()) throw Usage{desk.say("database.copy_where")};
    if (store::is_mangled_address(to_))
      throw Usage{desk.say("database.mangled", "store"_is = store::without_password(to_))};
    if (!store::in_database(to_)) require_output(desk, {to_, true});
    if (const auto refusal = not_a_keeper(desk)) return show(desk, reply, *refusal);
    const auto code = store::checkpoint_code(desk.store().checkpoint(desk.now()));
    const auto unlock = [&](const std::string& keys) { return key_of_lock(desk, keys); };
    const store::Options from{desk.store_path(), false, store::Purpose::cases, desk.keys_path(), unlock};
    const store::Options to{to_, false, store::Purpose::cases, keys_of(to_, ""), unlock};
    store::copy_store(from, to);
    const auto copy = store::open_store(to);
    auto found = copy->verify();
    for (auto& finding : copy->verify_against(code)) found.findings.push_back(std::move(finding));
    if (!found.findings.empty()) reply.status = Status::fault;
    if (desk.json()) {
      reply.json(
          {{"ok", found.findings.empty()}, {"to", to_}, {"keys", to.keys}, {"code", code}, {"events", found.events}});
      return;
    }
    say_findings(desk, reply, found.findings);
    if (!found.findings.empty()) return;
    reply.line(desk.voice().say(msg("database.copied", "to"_is = to_, "code"_is = code,
                                    "events"_is = msg("count.events", "count"_is = found.events))),
               Tone::good);
    reply.line(desk.voice().say(msg("database.copied_keys", "keys"_is = to.keys)), Tone::quiet);
    reply.line(desk.voice().say(msg("database.copied_then")), Tone::warning);
  }

 private:
  std::string to_;
};

}  // namespace

Entries database_verbs() {
  return {
      {"store prepare", "help.prepare_database", "help.store_prepare_example", fresh<Prepare>},
      {"store migrate", "help.migrate_database", "help.store_migrate_example", fresh<Migrate>},
      {"store teams", "help.teams_in_database", "help.store_teams_example", fresh<Teams>},
      {"store copy", "help.copy_store", "help.store_copy_example", fresh<Copy>},
  };
}

}  // namespace casus::desk
