// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/desk/answers.hpp"
#include "core/desk/catalogue.hpp"
#include "core/desk/reading.hpp"
#include "core/page/layout.hpp"
#include "core/report/exchange/xes.hpp"
#include "core/store/checkpoint.hpp"
#include "core/store/files.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <system_error>

/// The store: info, its proof, backup, rebuild, and its log for others.
namespace casus::desk {
namespace {

using nlohmann::json;

class StoreInfo final : public Verb {
 public:
  Access access() const override { return does(Ground::store); }
  void shape(Slots&) override {}

  void run(Desk& desk, Reply& reply) override {
    const auto info = desk.store().info();
    if (desk.json()) {
      reply.json({{"path", info.path},
                  {"keys", info.keys_path},
                  {"streams", info.streams},
                  {"events", info.events},
                  {"commands", info.commands},
                  {"bytes", info.bytes},
                  {"schema", info.schema}});
      return;
    }
    reply.text(page::field(desk.say({"register", "store"}), info.path));
    reply.text(page::field(desk.say({"sleutels", "keys"}), info.keys_path));
    reply.text(page::field(desk.say({"reeksen", "streams"}), std::to_string(info.streams)));
    reply.text(page::field(desk.say({"gebeurtenissen", "events"}), std::to_string(info.events)));
    reply.text(page::field(desk.say({"opdrachten", "commands"}), std::to_string(info.commands)));
    reply.text(page::field(desk.say({"op schijf", "on disk"}),
                           fmt::format("{:.1f} kB", static_cast<double>(info.bytes) / 1024)));
    reply.line(desk.say({"bewaar het sleutelbestand apart van reservekopieën: zonder sleutels is er niets te lezen",
                         "keep the key file apart from backups: nothing can be read without the keys"}),
               Tone::quiet);
  }
};

class Verify final : public Verb {
 public:
  Access access() const override { return does(Ground::store); }
  void shape(Slots& slots) override {
    slots.option("against", against_,
                 {"code van een controlepunt, zoals die op papier staat (zie store anchor)",
                  "code of a checkpoint, as it is on paper (see store anchor)"});
  }

  void run(Desk& desk, Reply& reply) override {
    const auto code = store::code_from(against_);
    if (!against_.empty() && code.empty())
      throw Usage{desk.say({"'{}' is geen code van een controlepunt: zestien tekens, zoals store anchor die toont",
                            "'{}' is no code of a checkpoint: sixteen signs, as store anchor shows them"},
                           against_)};
    auto found = desk.store().verify();
    if (!code.empty())
      for (auto& finding : desk.store().verify_against(code)) found.findings.push_back(std::move(finding));
    const bool sound = found.findings.empty();
    if (desk.json()) {
      json all = json::array();
      for (const auto& finding : found.findings)
        all.push_back({{"stream", finding.stream}, {"number", finding.number}, {"message", finding.message}});
      reply.json({{"ok", sound},
                  {"streams", found.streams},
                  {"events", found.events},
                  {"erased_streams", found.erased_streams},
                  {"destroyed_events", found.destroyed_events},
                  {"checkpoint", found.code},
                  {"younger_events", found.younger_events},
                  {"finished", found.finished},
                  {"findings", std::move(all)}});
      reply.status = sound ? Status::done : Status::fault;
      return;
    }
    reply.line(desk.say({"{} reeksen, {} gebeurtenissen, {} gewist", "{} streams, {} events, {} erased"}, found.streams,
                        found.events, found.erased_streams));
    for (const auto& done : found.finished)
      reply.line(desk.say({"nu afgemaakt: {}", "finished just now: {}"}, done), Tone::quiet);
    if (sound) {
      reply.line(desk.say({"alles klopt: niets is veranderd, weggehaald of toegevoegd",
                           "all is sound: nothing was changed, taken away or added"}),
                 Tone::good);
      if (found.younger_events > 0 || found.code.empty())
        reply.line(desk.say({"wat na het laatste controlepunt geschreven is, bewijst alleen zijn eigen reeks",
                             "what was written after the last checkpoint is proved by its own stream alone"}),
                   Tone::quiet);
      return;
    }
    for (const auto& finding : found.findings)
      reply.error(fmt::format("{} {}: {}", finding.stream, finding.number, finding.message), Tone::bad);
    reply.error(desk.say({"doe dit: zet een reservekopie terug, en bewaar dit register voor onderzoek",
                          "do this: restore a backup, and keep this store for inspection"}));
    reply.status = Status::fault;
  }

 private:
  std::string against_;
};

/// A checkpoint of this moment, and its code for paper.
class Anchor final : public Verb {
 public:
  Access access() const override { return does(Ground::store); }
  void shape(Slots&) override {}

  void run(Desk& desk, Reply& reply) override {
    const auto made = desk.store().checkpoint(desk.now());
    const auto code = store::checkpoint_code(made);
    if (desk.json()) {
      reply.json({{"code", code}, {"checkpoint", made.id}, {"streams", made.streams}});
      return;
    }
    reply.line(code, Tone::good);
    reply.line(
        desk.say({"bewaar deze code op papier; later bewijst casus store verify --against CODE dat er niets van "
                  "weg of veranderd is",
                  "keep this code on paper; later casus store verify --against CODE proves that nothing of it is "
                  "gone or changed"}),
        Tone::quiet);
  }
};

class Backup final : public Verb {
 public:
  Access access() const override { return does(Ground::store); }
  void shape(Slots& slots) override {
    slots.output_word("FILE", out_, {"nieuw bestand voor de reservekopie", "new file for the backup"});
  }

  void run(Desk& desk, Reply& reply) override {
    require_output(desk, out_);
    auto& store = desk.store();
    // A copy is made under a name that is free; what was asked to be overwritten goes when the copy is whole.
    const auto fresh = store::file_exists(out_.path) ? out_.path + ".new" : out_.path;
    const auto made = store.backup(fresh, desk.now());
    std::error_code error;
    if (fresh != out_.path) std::filesystem::rename(fresh, out_.path, error);
    if (error)
      throw Fault(Fault::Kind::store,
                  fmt::format("backup '{}' cannot be named '{}': {}", fresh, out_.path, error.message()));
    if (desk.json()) {
      reply.json({{"ok", true}, {"file", out_.path}, {"code", store::checkpoint_code(made)}});
      return;
    }
    reply.line(desk.say({"reservekopie geschreven: {}", "backup written: {}"}, out_.path), Tone::good);
    reply.line(desk.say({"de sleutels zitten er niet in; bewaar {} op een andere plaats",
                         "the keys are not in it; keep {} in another place"},
                        store.info().keys_path),
               Tone::quiet);
  }

 private:
  store::OutputFile out_;
};

/// A backup in the place of a store that is gone. Never over one that is there.
class Restore final : public Verb {
 public:
  Access access() const override { return does(Ground::store); }
  void shape(Slots& slots) override { slots.word("FILE", from_, {"de reservekopie", "the backup"}); }

  void run(Desk& desk, Reply& reply) override {
    const auto path = desk.store_path();
    if (!store::file_exists(from_)) throw Usage{desk.say({"er is geen bestand {}", "there is no file {}"}, from_)};
    if (store::file_exists(path))
      throw Usage{desk.say({"er is al een register op {}; verplaats dat eerst: er wordt niets overschreven",
                            "there is a store at {} already; move it away first: nothing is written over"},
                           path)};
    store::restore_copy(from_, path, desk.keys_path());
    desk.store().accept_backup();
    const auto lines = desk.service().rebuild({});
    const auto found = desk.store().verify();
    if (!found.findings.empty()) reply.status = Status::fault;
    if (desk.json()) {
      reply.json({{"ok", found.findings.empty()}, {"file", path}, {"events", found.events}});
      return;
    }
    reply.line(desk.say({"teruggezet op {}: {} gebeurtenissen, {} casussen", "restored to {}: {} events, {} cases"},
                        path, found.events, lines),
               Tone::good);
    for (const auto& finding : found.findings)
      reply.error(fmt::format("{} {}: {}", finding.stream, finding.number, finding.message), Tone::bad);
  }

 private:
  std::string from_;
};

class Rebuild final : public Verb {
 public:
  Access access() const override { return does(Ground::store); }
  void shape(Slots&) override {}

  void run(Desk& desk, Reply& reply) override {
    const auto lines = desk.service().rebuild([&](std::int64_t done, std::int64_t of) { desk.watch(done, of); });
    if (desk.json()) reply.json({{"ok", true}, {"lines", lines}});
    else
      reply.line(desk.say({"de lijst is opnieuw gemaakt: {} casussen", "the index was made again: {} cases"}, lines),
                 Tone::good);
  }
};

/// All cases as an event log, without names and words.
class StoreXes final : public Verb {
 public:
  Access access() const override { return reads(Ground::team); }
  void shape(Slots& slots) override {
    slots.output_word("FILE", out_, {"bestand om te schrijven, zoals casussen.xes", "file to write, like cases.xes"});
  }

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
    if (desk.json()) {
      reply.json({{"file", out_.path}, {"cases", traces}, {"events", events}, {"erased", erased}});
      return;
    }
    reply.line(desk.say({"{}: zonder namen en teksten; casussen: {}, gebeurtenissen: {}, gewist en weggelaten: {}",
                         "{}: without names and texts; cases: {}, events: {}, erased and left out: {}"},
                        out_.path, traces, events, erased),
               Tone::good);
    reply.line(desk.say({"tijden zijn echt: wie een overleg kent, kan het herkennen; deel dit als persoonsgegevens",
                         "moments are real: who knows a meeting can recognise it; share this as personal data"}),
               Tone::quiet);
  }

 private:
  store::OutputFile out_;
};

}  // namespace

Entries store_verbs() {
  return {
      {"store info",
       {"waar het register ligt en hoe groot het is", "where the store is and how large"},
       {"store info", "store info"},
       fresh<StoreInfo>},
      {"store verify",
       {"bewijzen dat er niets veranderd of weg is", "prove that nothing was changed or lost"},
       {"store verify", "store verify"},
       fresh<Verify>},
      {"store anchor",
       {"een code voor op papier, die later bewijst dat er niets weg is",
        "a code for paper, which proves later that nothing is gone"},
       {"store anchor", "store anchor"},
       fresh<Anchor>},
      {"store backup",
       {"een hele kopie van het register, terwijl anderen doorwerken",
        "a whole copy of the store, while others go on working"},
       {"store backup casus-2026-03-02.db", "store backup casus-2026-03-02.db"},
       fresh<Backup>},
      {"store restore",
       {"een reservekopie terugzetten op de plaats van een register dat weg is",
        "put a backup back in the place of a store that is gone"},
       {"store restore casus-2026-03-02.db", "store restore casus-2026-03-02.db"},
       fresh<Restore>},
      {"store rebuild",
       {"de lijst van casussen opnieuw maken", "make the index of cases again"},
       {"store rebuild", "store rebuild"},
       fresh<Rebuild>},
      {"store xes",
       {"alle casussen als logboek voor process mining, zonder namen",
        "all cases as a log for process mining, no names"},
       {"store xes casussen.xes --as Noor", "store xes cases.xes --as Noor"},
       fresh<StoreXes>},
  };
}

}  // namespace casus::desk
