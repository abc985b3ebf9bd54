// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/store/proof.hpp"

#include "core/desk/keys/older_copy.hpp"
#include "core/desk/keys/older_keys.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/today/findings.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/documents/in_fives.hpp"
#include "core/service/learning.hpp"
#include "core/store/checkpoint.hpp"

#include <nlohmann/json.hpp>

#include <set>

/// That nothing of the store was changed or lost, and a code by which that is proved later.
namespace casus::desk {
namespace {

using nlohmann::json;

/// A number that grows by one tells when a case began, a meeting was held or somebody looked. Who reads no case hears
/// of such numbers the fives that are whole.
bool tells_fives(const Desk& desk) { return desk.seat().sureness == Sureness::keeper; }

class Verify final : public Verb {
 public:
  Access access() const override { return does(Ground::store); }
  void shape(Slots& slots) override {
    Slots::never_empty(slots.option("against", against_, "help.code_checkpoint_as_paper_see"));
  }

  void run(Desk& desk, Reply& reply) override {
    const auto code = store::code_from(against_);
    if (!against_.empty() && code.empty())
      throw Usage{desk.say("store.code_checkpoint_sixteen_signs_as", "against"_is = against_)};
    auto found = desk.store().verify();
    const auto learned = desk.learning().events();
    // Asked of a store whose events hold: the index is made from them. One of trainings has an index too.
    std::set<service::Service::ErasedSince> since;
    if (found.findings.empty()) found.findings = desk.service().index_findings(&since);
    if (found.findings.empty()) find_not_to_be_read(desk, found);
    if (!code.empty())
      for (auto& finding : desk.store().verify_against(code)) found.findings.push_back(std::move(finding));
    const bool sound = found.findings.empty();
    // Asked of a store that can be read: what lies with the looks.
    const auto given_up = sound ? desk.service().given_up() : std::vector<service::Service::GivenUp>();
    if (desk.json()) {
      json all{{"ok", sound},
               {"begun_anew", in_json(found.begun_anew)},
               {"given_up", given_up_json(given_up)},
               {"names_to_check", in_json(since)},
               {"checkpoint", found.code},
               {"keys_alone", found.keys_alone},
               {"finished", in_words(found.finished, desk.voice())},
               {"findings", in_json(found.findings, desk.voice())}};
      all.update(counts_json(desk, found, learned));
      reply.json(std::move(all));
      reply.status = sound ? Status::done : Status::fault;
      return;
    }
    say_found(desk, reply, found, found.events - learned, given_up);
    if (sound) say_names_to_check(desk, reply, since);
    for (const auto& stream : found.keys_alone)
      reply.line(desk.say("store.key_alone", "stream"_is = stream), Tone::bad);
    if (sound) {
      reply.line(desk.say("store.all_sound_nothing_changed_taken"), Tone::good);
      if (found.younger_events > 0 || found.code.empty())
        reply.line(desk.say("store.what_written_after_last_checkpoint"), Tone::quiet);
      return;
    }
    say_findings(desk, reply, found.findings);
    say_what_to_do(desk, reply, found);
    reply.status = Status::fault;
  }

 private:
  static json counts_json(const Desk& desk, const store::Verification& found, std::int64_t learned) {
    if (tells_fives(desk))
      return {{"streams_at_least", report::whole_fives(found.streams)},
              {"events_at_least", report::whole_fives(found.events - learned)},
              {"erased_streams_at_least", report::whole_fives(found.erased_streams)},
              {"lost_events_at_least", report::whole_fives(found.lost_events)}};
    return {{"streams", found.streams},
            {"events", found.events - learned},
            {"erased_streams", found.erased_streams},
            {"destroyed_events", found.destroyed_events},
            {"destroyed_looks", found.destroyed_looks},
            {"reworded_looks", found.reworded_looks},
            {"lost_events", found.lost_events},
            {"younger_events", learned > 0 ? json() : json(found.younger_events)}};
  }

  static void say_counts(Desk& desk, Reply& reply, const store::Verification& found, std::int64_t events) {
    if (tells_fives(desk)) {
      reply.line(desk.say("store.verified_in_fives", "streams"_is = report::whole_fives_in_words(found.streams),
                          "events"_is = report::whole_fives_in_words(events),
                          "erased_streams"_is = report::whole_fives_in_words(found.erased_streams)));
      if (found.lost_events > 0) reply.line(desk.say("store.lost_some_with_keys"), Tone::quiet);
      return;
    }
    reply.line(desk.say(
        "store.streams_events_erased", "streams"_is = text::msg("count.streams", "count"_is = found.streams),
        "events"_is = text::msg("count.events", "count"_is = events), "erased_streams"_is = found.erased_streams));
    const auto texts = found.destroyed_events - found.destroyed_looks - found.reworded_looks;
    if (texts + found.destroyed_looks > 0)
      reply.line(desk.say("store.destroyed", "texts"_is = text::msg("store.destroyed_texts", "count"_is = texts),
                          "looks"_is = text::msg("store.destroyed_looks", "count"_is = found.destroyed_looks)));
    if (found.reworded_looks > 0) reply.line(desk.say("store.reworded_looks", "count"_is = found.reworded_looks));
    if (found.lost_events > 0)
      reply.line(desk.say("store.lost_with_keys", "count"_is = found.lost_events), Tone::quiet);
  }

  /// What a proof found that is no fault.
  static void say_found(Desk& desk, Reply& reply, const store::Verification& found, std::int64_t events,
                        const std::vector<service::Service::GivenUp>& given_up) {
    say_counts(desk, reply, found, events);
    for (const auto& one : found.begun_anew)
      reply.line(desk.say("copied.places_anew", "where"_is = where_in(one.stream),
                          "places"_is = text::msg("copied.places", "count"_is = one.places)),
                 Tone::quiet);
    for (const auto& one : given_up)
      reply.line(desk.say("lostkeys.given_up_on", "case"_is = one.case_id, "on"_is = desk.day(date_of(one.at)),
                          "because"_is = page::one_line(one.because)),
                 Tone::quiet);
    for (const auto& done : in_words(found.finished, desk.voice()))
      reply.line(desk.say("store.finished_just_now", "done"_is = done), Tone::quiet);
  }

  static json given_up_json(const std::vector<service::Service::GivenUp>& given_up) {
    json all = json::array();
    for (const auto& one : given_up)
      all.push_back({{"case", one.case_id}, {"at", to_string(one.at)}, {"because", one.because}});
    return all;
  }

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
    if (desk.json() && tells_fives(desk))
      return reply.json({{"code", code}, {"streams_at_least", report::whole_fives(made.streams)}});
    if (desk.json()) return reply.json({{"code", code}, {"checkpoint", made.id}, {"streams", made.streams}});
    reply.line(code, Tone::good);
    reply.line(
        desk.say("store.keep_code_paper_later_code", "verify"_is = text::way("store verify", "against"_is = "CODE")),
        Tone::quiet);
  }
};

}  // namespace

Entries proof_verbs() {
  return {
      {"store verify", "help.prove_nothing_changed_lost", "help.store_verify", fresh<Verify>},
      {"store anchor", "help.code_paper_which_proves_later", "help.store_anchor", fresh<Anchor>},
  };
}

}  // namespace casus::desk
