// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/answers.hpp"
#include "core/desk/catalogue.hpp"
#include "core/desk/reading.hpp"
#include "core/page/layout.hpp"
#include "core/report/exchange/xes.hpp"

#include <nlohmann/json.hpp>

/// The store: info, verify, rebuild, and its log for others.
namespace casus::desk {
namespace {

using nlohmann::json;

class StoreInfo final : public Verb {
 public:
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
  void shape(Slots&) override {}

  void run(Desk& desk, Reply& reply) override {
    const auto found = desk.store().verify();
    const bool sound = found.findings.empty();
    if (desk.json()) {
      json all = json::array();
      for (const auto& finding : found.findings)
        all.push_back({{"stream", finding.stream}, {"number", finding.number}, {"message", finding.message}});
      reply.json({{"ok", sound},
                  {"streams", found.streams},
                  {"events", found.events},
                  {"erased_streams", found.erased_streams},
                  {"findings", std::move(all)}});
      reply.status = sound ? Status::done : Status::fault;
      return;
    }
    reply.line(desk.say({"{} reeksen, {} gebeurtenissen, {} gewist", "{} streams, {} events, {} erased"}, found.streams,
                        found.events, found.erased_streams));
    if (sound) {
      reply.line(desk.say({"alles klopt: niets is veranderd, weggehaald of toegevoegd",
                           "all is sound: nothing was changed, taken away or added"}),
                 Tone::good);
      return;
    }
    for (const auto& finding : found.findings)
      reply.error(fmt::format("{} {}: {}", finding.stream, finding.number, finding.message), Tone::bad);
    reply.error(desk.say({"doe dit: zet een reservekopie terug, en bewaar dit register voor onderzoek",
                          "do this: restore a backup, and keep this store for inspection"}));
    reply.status = Status::fault;
  }
};

class Rebuild final : public Verb {
 public:
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
  void shape(Slots& slots) override {
    slots.output_word("FILE", out_, {"bestand om te schrijven, zoals casussen.xes", "file to write, like cases.xes"});
  }

  void run(Desk& desk, Reply& reply) override {
    if (const auto refusal = not_of_the_team(desk)) return show(desk, reply, *refusal);
    auto& service = desk.service();
    const auto ids = service.case_ids();
    std::size_t traces = 0, events = 0, erased = 0;
    {
      store::OutputWriter file(out_);
      file.add(report::xes_head("casus"));
      for (const auto& id : ids) {
        if (service.open(id).stage.life == Life::erased) {
          ++erased;
          continue;
        }
        const auto history = service.history(id);
        file.add(report::xes_trace(++traces, history));
        events += history.size();
        desk.watch(static_cast<std::int64_t>(traces + erased), static_cast<std::int64_t>(ids.size()));
      }
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
      {"store rebuild",
       {"de lijst van casussen opnieuw maken", "make the index of cases again"},
       {"store rebuild", "store rebuild"},
       fresh<Rebuild>},
      {"store xes",
       {"alle casussen als logboek voor process mining, zonder namen",
        "all cases as a log for process mining, no names"},
       {"store xes casussen.xes", "store xes cases.xes"},
       fresh<StoreXes>},
  };
}

}  // namespace casus::desk
