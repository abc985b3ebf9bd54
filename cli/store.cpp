// SPDX-License-Identifier: EUPL-1.2
#include "cli/context.hpp"
#include "cli/progress.hpp"
#include "cli/verb.hpp"
#include "core/report/layout.hpp"

#include <nlohmann/json.hpp>

/// The store: info, verify, rebuild.
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
    screen.text(report::field(context.say({"register", "store"}), info.path));
    screen.text(report::field(context.say({"sleutels", "keys"}), info.keys_path));
    screen.text(report::field(context.say({"reeksen", "streams"}), std::to_string(info.streams)));
    screen.text(report::field(context.say({"gebeurtenissen", "events"}), std::to_string(info.events)));
    screen.text(report::field(context.say({"opdrachten", "commands"}), std::to_string(info.commands)));
    screen.text(report::field(context.say({"op schijf", "on disk"}),
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
  };
}

}  // namespace casus::cli
