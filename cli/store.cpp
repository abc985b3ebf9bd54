// SPDX-License-Identifier: EUPL-1.2
#include "cli/context.hpp"
#include "cli/progress.hpp"
#include "cli/verb.hpp"
#include "core/page/layout.hpp"
#include "core/report/exchange/xes.hpp"

#include <nlohmann/json.hpp>

/// The store: info, verify, rebuild, and its log for others.
namespace casus::cli {
namespace {

using nlohmann::json;

class StoreInfo final : public Verb {
 public:
  void shape(Slots&) override {}

  int run(Context& context) override {
    const auto info = context.store().info();
    if (context.json()) {
      context.screen().json({{"path", info.path},
                             {"keys", info.keys_path},
                             {"streams", info.streams},
                             {"events", info.events},
                             {"commands", info.commands},
                             {"bytes", info.bytes},
                             {"schema", info.schema}});
      return kDone;
    }
    auto& screen = context.screen();
    screen.text(page::field(context.say({"register", "store"}), info.path));
    screen.text(page::field(context.say({"sleutels", "keys"}), info.keys_path));
    screen.text(page::field(context.say({"reeksen", "streams"}), std::to_string(info.streams)));
    screen.text(page::field(context.say({"gebeurtenissen", "events"}), std::to_string(info.events)));
    screen.text(page::field(context.say({"opdrachten", "commands"}), std::to_string(info.commands)));
    screen.text(page::field(context.say({"op schijf", "on disk"}),
                            fmt::format("{:.1f} kB", static_cast<double>(info.bytes) / 1024)));
    screen.line(context.say({"bewaar het sleutelbestand apart van reservekopieën: zonder sleutels is er niets te lezen",
                             "keep the key file apart from backups: nothing can be read without the keys"}),
                Screen::Tone::quiet);
    return kDone;
  }
};

class Verify final : public Verb {
 public:
  void shape(Slots&) override {}

  int run(Context& context) override {
    const auto found = context.store().verify();
    const bool sound = found.findings.empty();
    if (context.json()) {
      json all = json::array();
      for (const auto& finding : found.findings)
        all.push_back({{"stream", finding.stream}, {"number", finding.number}, {"message", finding.message}});
      context.screen().json({{"ok", sound},
                             {"streams", found.streams},
                             {"events", found.events},
                             {"erased_streams", found.erased_streams},
                             {"findings", std::move(all)}});
      return sound ? kDone : kSystem;
    }
    context.screen().line(context.say({"{} reeksen, {} gebeurtenissen, {} gewist", "{} streams, {} events, {} erased"},
                                      found.streams, found.events, found.erased_streams));
    if (sound) {
      context.screen().line(context.say({"alles klopt: niets is veranderd, weggehaald of toegevoegd",
                                         "all is sound: nothing was changed, taken away or added"}),
                            Screen::Tone::good);
      return kDone;
    }
    for (const auto& finding : found.findings)
      context.screen().error(fmt::format("{} {}: {}", finding.stream, finding.number, finding.message),
                             Screen::Tone::bad);
    context.screen().error(context.say({"doe dit: zet een reservekopie terug, en bewaar dit register voor onderzoek",
                                        "do this: restore a backup, and keep this store for inspection"}));
    return kSystem;
  }
};

class Rebuild final : public Verb {
 public:
  void shape(Slots&) override {}

  int run(Context& context) override {
    std::int64_t lines = 0;
    {
      Progress progress;
      lines = context.service().rebuild([&](std::int64_t done, std::int64_t of) { progress.at(done, of); });
    }
    if (context.json()) context.screen().json({{"ok", true}, {"lines", lines}});
    else
      context.screen().line(
          context.say({"de lijst is opnieuw gemaakt: {} casussen", "the index was made again: {} cases"}, lines),
          Screen::Tone::good);
    return kDone;
  }
};

/// All cases as an event log, without names and words.
class StoreXes final : public Verb {
 public:
  void shape(Slots& slots) override {
    slots.output_word("FILE", out_, {"bestand om te schrijven, zoals casussen.xes", "file to write, like cases.xes"});
  }

  int run(Context& context) override {
    auto& service = context.service();
    const auto ids = service.case_ids();
    std::size_t traces = 0, events = 0, erased = 0;
    {
      store::OutputWriter file(out_);
      file.add(report::xes_head("casus"));
      Progress progress;
      for (const auto& id : ids) {
        if (service.open(id).stage.life == Life::erased) {
          ++erased;
          continue;
        }
        const auto history = service.history(id);
        file.add(report::xes_trace(++traces, history));
        events += history.size();
        progress.at(static_cast<std::int64_t>(traces + erased), static_cast<std::int64_t>(ids.size()));
      }
      file.add(report::xes_end());
      file.finish();
    }
    if (context.json()) {
      context.screen().json({{"file", out_.path}, {"cases", traces}, {"events", events}, {"erased", erased}});
      return kDone;
    }
    auto& screen = context.screen();
    screen.line(context.say({"{}: zonder namen en teksten; casussen: {}, gebeurtenissen: {}, gewist en weggelaten: {}",
                             "{}: without names and texts; cases: {}, events: {}, erased and left out: {}"},
                            out_.path, traces, events, erased),
                Screen::Tone::good);
    screen.line(context.say({"tijden zijn echt: wie een overleg kent, kan het herkennen; deel dit als persoonsgegevens",
                             "moments are real: who knows a meeting can recognise it; share this as personal data"}),
                Screen::Tone::quiet);
    return kDone;
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

}  // namespace casus::cli
