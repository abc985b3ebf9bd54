// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/base/files/regular_file.hpp"
#include "core/desk/catalogue.hpp"
#include "core/desk/fault_words.hpp"
#include "core/desk/keys/older_copy.hpp"
#include "core/desk/keys/older_keys.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/today/findings.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/desk/verbs/store/proof.hpp"
#include "core/report/documents/in_fives.hpp"
#include "core/report/exchange/xes.hpp"
#include "core/service/learning.hpp"
#include "core/store/address.hpp"
#include "core/store/checkpoint.hpp"
#include "core/store/files/files.hpp"
#include "core/text/problem_words.hpp"
#include "core/text/said_fault.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <system_error>

/// The store: info, backup, rebuild, and its log for others.
namespace casus::desk {
namespace {

using nlohmann::json;

class StoreInfo final : public Verb {
 public:
  Access access() const override { return does(Ground::store); }
  void shape(Slots&) override {}

  void run(Desk& desk, Reply& reply) override {
    const auto info = desk.store().info();
    const auto learned = desk.learning().events();
    const auto events = info.events - learned;
    // Who reads no case counts none either: a number that changes by one tells when one began.
    if (desk.seat().sureness == Sureness::keeper) return in_fives(desk, reply, info, events);
    if (desk.json()) {
      reply.json({{"path", info.path},
                  {"keys", info.keys_path},
                  {"streams", info.streams},
                  {"events", events},
                  {"commands", learned > 0 ? json() : json(info.commands)},
                  {"bytes", info.bytes},
                  {"schema", info.schema}});
      return;
    }
    reply.fact(desk.say("store.store"), info.path);
    reply.fact(desk.say("store.keys"), info.keys_path);
    reply.fact(desk.say("store.streams"), std::to_string(info.streams));
    reply.fact(desk.say("store.events"), std::to_string(events));
    if (learned == 0) reply.fact(desk.say("store.commands"), std::to_string(info.commands));
    reply.fact(desk.say("store.disk"), fmt::format("{:.1f} kB", static_cast<double>(info.bytes) / 1024));
    reply.line(desk.say("store.keep_key_file_apart_from"), Tone::quiet);
  }

 private:
  static void in_fives(Desk& desk, Reply& reply, const store::Info& info, std::int64_t events) {
    if (desk.json())
      return reply.json({{"path", info.path},
                         {"keys", info.keys_path},
                         {"streams_at_least", report::whole_fives(info.streams)},
                         {"events_at_least", report::whole_fives(events)},
                         {"bytes", info.bytes},
                         {"schema", info.schema}});
    const auto counted = [&](std::int64_t count) { return report::whole_fives_in_words(count).in(desk.voice()); };
    reply.fact(desk.say("store.store"), info.path);
    reply.fact(desk.say("store.keys"), info.keys_path);
    reply.fact(desk.say("store.streams"), counted(info.streams));
    reply.fact(desk.say("store.events"), counted(events));
    reply.fact(desk.say("store.disk"), fmt::format("{:.1f} kB", static_cast<double>(info.bytes) / 1024));
    reply.line(desk.say("store.keep_key_file_apart_from"), Tone::quiet);
  }
};

/// Where a backup goes for which no file was named: beside the store, one a minute (UTC).
std::string place_of_backup(const std::string& store_path, Time now) {
  auto moment = to_string(now).substr(0, 16);
  std::erase(moment, ':');
  const std::filesystem::path path(store_path);
  // Of a team in a database that is "10.0.0.7-5432-casus-noord", in which no dot begins an ending.
  const auto stem = (path.extension() == ".db" ? path.stem() : path.filename()).string();
  return fmt::format("{}.backups/{}-{}Z.db", store_path, stem, moment);
}

class Backup final : public Verb {
 public:
  Access access() const override { return does(Ground::store); }
  void shape(Slots& slots) override {
    slots.maybe_output_word("FILE", out_, "help.new_file_backup");
    out_.over_backup = true;  // as far as its head tells; whether it is one of this store is seen when that is open
  }

  void run(Desk& desk, Reply& reply) override {
    if (const auto refusal = not_a_keeper(desk)) return show(desk, reply, *refusal);
    auto& store = desk.store();
    const bool beside = out_.empty();
    if (beside) {
      out_ = {place_of_backup(desk.beside_store(), desk.now())};
      // A button that was pressed twice: the copy of this minute stays as it is.
      if (store::file_exists(out_.path)) return there_already(desk, reply);
      store::make_folder_of(out_.path);
    }
    const auto was = store::backup_in(out_.path, store.info().keys_path);
    out_.over_backup = was.has_value();
    require_output(desk, out_);
    // A copy is made under a name that is free; what was asked to be overwritten goes when the copy is whole.
    const auto fresh = store::file_exists(out_.path) ? out_.path + ".new" : out_.path;
    const auto made = store.backup(fresh, desk.now());
    std::error_code error;
    if (fresh != out_.path) std::filesystem::rename(fresh, out_.path, error);
    if (error)
      throw text::SaidFault(Fault::Kind::store,
                            text::msg("fault.backup_not_named", "made"_is = fresh, "path"_is = out_.path,
                                      "error"_is = text::message_of(system_said(error))));
    if (desk.json()) {
      reply.json({{"ok", true},
                  {"file", out_.path},
                  {"code", store::checkpoint_code(made)},
                  {"overwritten", was ? json({{"at", to_string(was->at)}, {"events", was->events}}) : json()}});
      return;
    }
    reply.line(desk.say("store.backup_written", "path"_is = out_.path), Tone::good);
    if (was) say_overwritten(desk, reply, *was);
    if (beside) reply.line(desk.say("store.backup_beside"), Tone::quiet);
    reply.line(desk.say("store.keys_keep_another_place", "keys_path"_is = store.info().keys_path), Tone::quiet);
  }

 private:
  void there_already(Desk& desk, Reply& reply) const {
    if (desk.json()) reply.json({{"ok", true}, {"file", out_.path}, {"made", false}});
    else reply.line(desk.say("store.backup_there", "path"_is = out_.path), Tone::good);
  }

  static void say_overwritten(Desk& desk, Reply& reply, const store::BackupSeen& was) {
    reply.line(desk.say("store.backup_overwritten", "day"_is = desk.day(date_of(was.at)),
                        "events"_is = text::msg("count.events", "count"_is = was.events)),
               Tone::warning);
    const auto here = desk.store().checkpoints();
    if (std::ranges::find(here, was.code, store::checkpoint_code) == here.end())
      reply.line(desk.say("store.backup_overwritten_other"), Tone::warning);
  }

  store::OutputFile out_;
};

/// Does this of a backup that was put at `path`. What does not open, or stops halfway, is no whole backup of this
/// store: the place stays free for one that is, and the file that was typed is the one that is told.
auto or_taken_away(Desk& desk, const std::string& path, const std::string& typed, const auto& work) {
  const auto take_away = [&] {
    std::error_code none;
    for (const auto* file : {"", "-wal", "-shm", "-journal"}) std::filesystem::remove(path + file, none);
  };
  try {
    return work();
  } catch (const store::OtherPurpose&) {
    take_away();
    throw;
  } catch (const Fault& fault) {
    take_away();
    auto why = fault_words(fault, desk.voice());
    if (const auto at = why.find(path); at != std::string::npos) why.replace(at, path.size(), typed);
    throw Fault(fault.kind(), desk.say("store.nothing_restored", "why"_is = why));
  }
}

/// A backup in the place of a store that is gone. Never over one that is there.
class Restore final : public Verb {
 public:
  Access access() const override { return here(does(Ground::store)); }
  void shape(Slots& slots) override { slots.word("FILE", from_, "help.backup"); }

  void run(Desk& desk, Reply& reply) override {
    const auto path = desk.store_path();
    if (store::in_database(path)) throw Usage{restored_by_way_of_file(desk, from_)};
    if (!store::file_exists(from_)) throw Usage{desk.say("store.file", "from"_is = from_)};
    if (store::file_exists(path)) throw Usage{desk.say("store.store_already_move_away_first", "path"_is = path)};
    store::restore_copy(from_, path, desk.keys_path());
    const auto whole = [&](const auto& work) { return or_taken_away(desk, path, from_, work); };
    const auto copy = whole([&] { return desk.store().accept_backup(desk.now()); });
    const auto accepted = whole([&] { return accept_keys(desk); });
    const auto lines = whole([&] { return desk.service().rebuild({}); });
    const auto before = whole([&] { return desk.service().say_erased_before(); });
    const auto since = whole([&] { return desk.service().erased_since(); });
    auto found = whole([&] { return desk.store().verify(); });
    if (found.findings.empty()) find_not_to_be_read(desk, found);
    if (!found.findings.empty()) reply.status = Status::fault;
    if (desk.json()) {
      reply.json({{"ok", found.findings.empty()},
                  {"file", path},
                  {"events", found.events},
                  {"erased_before", before},
                  {"names_to_check", in_json(since)},
                  {"not_in_copy", in_json(copy)}});
      return;
    }
    reply.line(desk.say("store.restored_events_cases", "path"_is = path,
                        "events"_is = text::msg("count.events", "count"_is = found.events),
                        "lines"_is = text::msg("count.cases", "count"_is = lines)),
               Tone::good);
    reply.line(desk.say("store.restored_is_of_then"), Tone::quiet);
    say_not_in_copy(desk, reply, copy);
    if (!before.empty())
      reply.line(desk.say("store.erased_before", "cases"_is = fmt::format("{}", fmt::join(before, ", "))), Tone::quiet);
    say_names_to_check(desk, reply, since);
    say_accepted(desk, reply, accepted);
    say_findings(desk, reply, found.findings);
    if (std::ranges::any_of(found.findings, &store::Finding::keys)) say_what_to_do(desk, reply, found);
  }

 private:
  std::string from_;
};

class Rebuild final : public Verb {
 public:
  Access access() const override { return here(does(Ground::store)); }
  void shape(Slots&) override {}

  void run(Desk& desk, Reply& reply) override {
    if (const auto refusal = not_a_keeper(desk)) return show(desk, reply, *refusal);
    const auto lines = desk.service().rebuild([&](std::int64_t done, std::int64_t of) { desk.watch(done, of); });
    if (desk.json()) reply.json({{"ok", true}, {"lines", lines}});
    else
      reply.line(desk.say("store.index_made_again_cases", "lines"_is = text::msg("count.cases", "count"_is = lines)),
                 Tone::good);
  }
};

/// All cases as an event log, without names and words.
class StoreXes final : public Verb {
 public:
  Access access() const override { return reads(Ground::team); }
  void shape(Slots& slots) override { slots.output_word("FILE", out_, "help.file_write_like_cases_xes"); }

  void run(Desk& desk, Reply& reply) override {
    const auto of = static_cast<std::int64_t>(desk.service().case_ids().size());
    std::size_t traces = 0, events = 0, erased = 0;
    {
      store::OutputWriter file(out_);
      file.add(report::xes_head("casus"));
      each_history_for_figures(desk, [&](const Events* history) {
        if (history == nullptr) {
          ++erased;
          return;
        }
        file.add(report::xes_trace(++traces, *history));
        events += history->size();
        desk.watch(static_cast<std::int64_t>(traces + erased), of);
      });
      file.add(report::xes_end());
      file.finish();
    }
    if (desk.json())
      return reply.json({{"file", out_.path}, {"cases", traces}, {"events", events}, {"erased", erased}});
    reply.line(desk.say("store.without_names_texts_cases_events", "path"_is = out_.path, "traces"_is = traces,
                        "events"_is = events, "erased"_is = erased),
               Tone::good);
    reply.line(desk.say("store.moments_real_knows_meeting_can"), Tone::quiet);
  }

 private:
  store::OutputFile out_;
};

}  // namespace

Entries store_verbs() {
  Entries all{{"store info", "help.where_store_how_large", "help.store_info", fresh<StoreInfo>}};
  std::ranges::move(proof_verbs(), std::back_inserter(all));
  for (auto& one : Entries{
           {"store backup", "help.whole_copy_store_while_others", "help.store_backup_casus_2026_03", fresh<Backup>},
           {"store restore", "help.put_backup_back_place_store", "help.store_restore_casus_2026_03", fresh<Restore>},
           {"store rebuild", "help.make_index_cases_again", "help.store_rebuild", fresh<Rebuild>},
           {"store xes", "help.all_cases_as_log_process", "help.store_xes_cases_xes_as", fresh<StoreXes>}})
    all.push_back(std::move(one));
  return all;
}

}  // namespace casus::desk
