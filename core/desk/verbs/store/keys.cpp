// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "core/desk/catalogue.hpp"
#include "core/desk/definitions.hpp"
#include "core/desk/keys/keyring.hpp"
#include "core/desk/keys/older_keys.hpp"
#include "core/desk/keys/unlocking.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/store/files/files.hpp"
#include "core/store/keys/locked_keys.hpp"
#include "core/store/keys/saved_keys.hpp"
#include "core/text/message.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

/// The key file: saved in another place and put back, locked with a passphrase and opened again.
namespace casus::desk {
namespace {

using text::msg;

/// Far above the keys of the largest store: what is longer is no file of ours, and is not read whole.
constexpr std::size_t kLargest = std::size_t{4} << 30;

class SaveKeys final : public Verb {
 public:
  Access access() const override { return does(Ground::store); }
  void shape(Slots& slots) override {
    slots.output_word("FILE", out_, "help.new_file_keys");
    out_.stays = true;
  }

  void run(Desk& desk, Reply& reply) override {
    require_output(desk, out_);
    const auto keys = desk.keys_path();
    if (!store::file_exists(keys)) throw Usage{desk.voice().say(msg("store.keys.no_file", "file"_is = keys))};
    // Under a lock they stay as they are: whoever saves them so can open them no sooner.
    if (!store::keys_are_locked(keys))
      if (const auto refusal = not_a_keeper(desk)) return show(desk, reply, *refusal);
    const auto passphrase = desk.passphrase(Desk::Wanted::chosen);
    write_file(desk, out_, store::saved_keys(keys, passphrase));
    if (desk.json()) return reply.json({{"ok", true}, {"file", out_.path}});
    reply.line(desk.voice().say(msg("store.keys.saved", "file"_is = out_.path)), Tone::good);
    reply.line(desk.voice().say(msg("store.keys.keep_apart")), Tone::quiet);
  }

 private:
  store::OutputFile out_;
};

class RestoreKeys final : public Verb {
 public:
  Access access() const override { return here(does(Ground::store)); }
  void shape(Slots& slots) override { slots.word("FILE", from_, "help.saved_keys"); }

  void run(Desk& desk, Reply& reply) override {
    const auto voice = desk.voice();
    if (!is_there(desk, from_)) throw Usage{voice.say(msg("store.keys.no_file", "file"_is = from_))};
    const auto saved = read_file(desk, from_, kLargest);
    const auto passphrase = desk.passphrase(Desk::Wanted::known);
    if (!store::restore_keys(saved, passphrase, desk.keys_path(), desk.store_path())) {
      reply.status = Status::refused;
      const auto why = voice.say(msg("store.passphrase.wrong", "file"_is = from_));
      if (desk.json()) reply.json({{"ok", false}, {"usage", {why}}});
      else reply.error(why, Tone::bad);
      return;
    }
    // Opened at once: what was erased since the keys were saved is destroyed in them again before anything else.
    const bool with_store = desk.has_store();
    const auto accepted = with_store ? accept_keys(desk) : store::AcceptedKeys{};
    if (desk.json()) {
      auto answer = in_json(accepted);
      answer["ok"] = true;
      answer["file"] = desk.keys_path();
      reply.json(std::move(answer));
      return;
    }
    reply.line(voice.say(msg("store.keys.restored", "file"_is = desk.keys_path())), Tone::good);
    if (with_store) reply.line(voice.say(msg("store.keys.erased_since")), Tone::quiet);
    say_accepted(desk, reply, accepted);
  }

 private:
  std::string from_;
};

/// An older key file counts from now on, where the newest one is lost for good. Once it does, the newest one no longer
/// fits, and what only that one opens stays shut: so it is said first, and asked.
class AcceptKeys final : public Verb {
 public:
  Access access() const override { return here(does(Ground::store)); }
  void shape(Slots& slots) override { slots.flag("yes", yes_, "help.do_ask_again"); }

  void run(Desk& desk, Reply& reply) override {
    if (const auto refusal = not_a_keeper(desk)) return show(desk, reply, *refusal);
    if (!yes_ && changes_something(desk)) return ask(desk, reply);
    const auto accepted = accept_keys(desk);
    if (desk.json()) {
      auto answer = in_json(accepted);
      answer["ok"] = true;
      reply.json(std::move(answer));
      return;
    }
    if (!accepted.older && accepted.begun_anew.empty())
      return reply.line(desk.voice().say(msg("store.keys.of_today")), Tone::good);
    reply.line(desk.voice().say(msg("store.keys.accepted")), Tone::good);
    say_accepted(desk, reply, accepted);
  }

 private:
  /// Keys of today that open who looked stay as they are, so there is nothing to ask.
  static bool changes_something(Desk& desk) {
    if (!desk.store().older_keys().empty()) return true;
    return std::ranges::any_of(desk.store().verify().findings,
                               [](const store::Finding& one) { return is_of_looks(one.stream); });
  }

  static void ask(Desk& desk, Reply& reply) {
    const auto voice = desk.voice();
    const auto keys = desk.keys_path();
    const auto name = std::filesystem::path(keys).filename().string();
    const auto without = desk.service().cases_without_key();
    const auto missing = without.empty()
                             ? text::Message()
                             : msg("store.keys.accept_missing", "cases"_is = joined({without.begin(), without.end()}));
    reply.status = Status::usage;
    reply.confirmation = {
        voice.say(msg("store.keys.accept_asks", "keys"_is = keys, "missing"_is = missing, "name"_is = name)), name,
        "--yes", voice.say(msg("store.keys.accept_for_good", "missing"_is = missing)),
        voice.say(msg("lostkeys.not_given_up"))};
  }

  bool yes_ = false;
};

/// A case whose key is gone for good: it would stand in every list and every proof as what cannot be read.
class GiveUpCase final : public Verb {
 public:
  Access access() const override { return here(does(Ground::store)); }
  void shape(Slots& slots) override {
    slots.word("CASE", case_id_, "help.case_without_key");
    slots.needed("because", wanted_.because, "help.why");
    slots.needed("with", wanted_.with, "help.second_person");
    slots.flag("yes", yes_, "help.do_ask_again");
  }

  void run(Desk& desk, Reply& reply) override {
    wanted_.by = desk.who();
    if (const auto refusal = not_a_keeper(desk)) return show(desk, reply, *refusal);
    // Looking whether it is there would ask for its key.
    const auto ids = desk.service().case_ids();
    if (std::ranges::find(ids, case_id_) == ids.end()) desk.require_case(case_id_);
    if (!yes_) {
      reply.status = Status::usage;
      reply.confirmation = {desk.say("lostkeys.asks", "case"_is = case_id_), case_id_, "--yes",
                            desk.say("lostkeys.for_good"), desk.say("lostkeys.not_given_up")};
      return;
    }
    const auto done = desk.service().give_up(case_id_, wanted_);
    if (!done) return show(desk, reply, done.error());
    if (desk.json()) reply.json({{"ok", true}, {"case", case_id_}, {"by", done->by}, {"with", done->with}});
    else reply.line(desk.say("lostkeys.given_up", "case"_is = case_id_), Tone::good);
  }

 private:
  std::string case_id_;
  CaseGivenUp wanted_;
  bool yes_ = false;
};

/// From now on the keys lie under a passphrase; or under another one than before.
class LockKeys final : public Verb {
 public:
  Access access() const override { return here(does(Ground::store)); }
  void shape(Slots&) override {}

  void run(Desk& desk, Reply& reply) override {
    const auto keys = desk.keys_path();
    if (!store::file_exists(keys)) throw Usage{desk.voice().say(msg("store.keys.no_file", "file"_is = keys))};
    const auto before = store::keys_are_locked(keys) ? key_of_lock(desk, keys) : std::string();
    // Who opened the lock that is there knows its passphrase.
    if (before.empty())
      if (const auto refusal = not_a_keeper(desk)) return show(desk, reply, *refusal);
    const auto passphrase = desk.passphrase(Desk::Wanted::chosen);
    const auto key = store::lock_keys(keys, passphrase, before);
    remember_key(store::name_of_lock(keys), key);  // who locked it goes on working
    if (desk.json()) return reply.json({{"ok", true}, {"file", keys}, {"locked", true}});
    reply.line(desk.voice().say(msg("store.locked.locked", "file"_is = keys)), Tone::good);
    reply.line(desk.voice().say(msg("store.locked.day", "forget"_is = text::way("store keys forget"))), Tone::quiet);
    reply.line(
        desk.voice().say(msg("store.locked.lost", "save"_is = text::way("store keys save", "file"_is = text::gap()))),
        Tone::warning);
  }
};

class UnlockKeys final : public Verb {
 public:
  Access access() const override { return here(does(Ground::store)); }
  void shape(Slots&) override {}

  void run(Desk& desk, Reply& reply) override {
    const auto keys = desk.keys_path();
    const bool was = store::keys_are_locked(keys);
    if (was) {
      const auto key = key_of_lock(desk, keys);
      forget_key(store::name_of_lock(keys));
      store::unlock_keys(keys, key);
    }
    if (desk.json()) return reply.json({{"ok", true}, {"file", keys}, {"locked", false}});
    reply.line(desk.voice().say(was ? msg("store.locked.unlocked", "file"_is = keys)
                                    : msg("store.locked.open", "file"_is = keys)),
               Tone::good);
  }
};

/// At the end of the day, or before somebody else sits down: the passphrase is asked again.
class ForgetKeys final : public Verb {
 public:
  Access access() const override { return here(does(Ground::store)); }
  void shape(Slots&) override {}

  void run(Desk& desk, Reply& reply) override {
    const auto keys = desk.keys_path();
    const bool was = store::keys_are_locked(keys) && forget_key(store::name_of_lock(keys));
    if (desk.json()) return reply.json({{"ok", true}, {"forgotten", was}});
    reply.line(desk.voice().say(was ? msg("store.locked.forgotten") : msg("store.locked.nothing")), Tone::good);
  }
};

}  // namespace

Entries key_verbs() {
  return {
      {"store keys save", "help.save_keys_another_place_locked", "help.store_keys_save_keys_2026", fresh<SaveKeys>},
      {"store keys restore", "help.put_saved_keys_back", "help.store_keys_restore_keys_2026", fresh<RestoreKeys>},
      {"store keys accept", "help.accept_older_keys", "help.store_keys_accept_example", fresh<AcceptKeys>},
      {"store keys give-up", "help.give_up_case_without_key", "help.store_keys_give_up_example", fresh<GiveUpCase>},
      {"store keys lock", "help.lock_keys_with_passphrase", "help.store_keys_lock_example", fresh<LockKeys>},
      {"store keys unlock", "help.unlock_keys_for_good", "help.store_keys_unlock_example", fresh<UnlockKeys>},
      {"store keys forget", "help.forget_passphrase_of_today", "help.store_keys_forget_example", fresh<ForgetKeys>},
  };
}

}  // namespace casus::desk
