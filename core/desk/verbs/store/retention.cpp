// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/retention.hpp"
#include "core/base/fault.hpp"
#include "core/desk/catalogue.hpp"
#include "core/desk/fault_words.hpp"
#include "core/desk/file_endings.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/text/day_words.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <tuple>

/// What may not be kept any longer: which cases, since when, by which law; and erasing them by two. Nothing of what is
/// said in a case comes here: whoever keeps the store reads none.
namespace casus::desk {
namespace {

using nlohmann::json;
using text::msg;

/// A case that is closed, with the terms that run for it.
struct KeptCase {
  std::string id;
  std::vector<engine::Retention> terms;
  std::optional<engine::Retention> due;  ///< the term by which it must go

  Date ended() const { return terms.front().ended; }
};

/// A case that nobody closed, and in which nothing happened for long: no term runs for it.
struct SilentCase {
  std::string id;
  Date since{};
  bool begun = false;  ///< else it cannot be closed either
};

std::vector<KeptCase> kept_cases(Desk& desk, Date day, std::vector<SilentCase>* silent = nullptr) {
  std::vector<KeptCase> cases;
  each_case_kept(desk, [&](const Case& it) {
    if (const auto since = engine::silent_since(it, day); since && silent != nullptr)
      silent->push_back({it.id, *since, it.stage.life != Life::intake});
    auto terms = engine::retentions(it);
    if (!terms.empty()) cases.push_back({it.id, std::move(terms), engine::due_for_erasure(it, day)});
  });
  return cases;
}

/// Looks at a case whose own term has ended: how many, and no word of who.
struct DueLooks {
  std::string id;
  std::int64_t count = 0;
};

std::vector<DueLooks> due_looks(Desk& desk, Date day) {
  std::vector<DueLooks> all;
  const auto from = engine::looks_kept_from(day);
  for (const auto& id : case_ids(desk)) {
    const auto days = desk.service().days_looked(id);
    const auto count = std::ranges::count_if(days, [&](Date on) { return on < from; });
    if (count > 0) all.push_back({id, count});
  }
  return all;
}

/// Whose term has ended, but for a ground that has none by law: somebody has to say until when, or it stays for ever.
bool waits_for_a_term(const KeptCase& one, Date day) {
  const auto ended = [&](const engine::Retention& term) { return term.due && *term.due <= day; };
  return !one.due && std::ranges::any_of(one.terms, ended) &&
         std::ranges::any_of(one.terms, [](const engine::Retention& term) { return !term.due; });
}

std::vector<KeptCase> due_cases(Desk& desk, Date day) {
  auto cases = kept_cases(desk, day);
  std::erase_if(cases, [](const KeptCase& one) { return !one.due; });
  return cases;
}

json as_json(const RetentionTerm& term, const text::Voice& voice) {
  return {{"basis", term.basis},
          {"record", term.record},
          {"years", term.years ? json(*term.years) : json()},
          {"law", term.law},
          {"source", term.source},
          {"mark", term.mark},
          {"text", term.text.in(voice)}};
}

class RetentionPage final : public Verb {
 public:
  Access access() const override { return reads(Ground::house); }
  void shape(Slots& slots) override {
    slots.option("on", on_, "help.what_must_go_day_else");
    slots.flag("all", all_, "help.what_need_go_yet_as");
  }

  void run(Desk& desk, Reply& reply) override {
    const auto day = on_.value_or(desk.today());
    std::vector<SilentCase> silent;
    auto cases = kept_cases(desk, day, &silent);
    std::ranges::sort(silent, {}, [](const SilentCase& one) { return std::tuple(one.since, one.id); });
    std::vector<KeptCase> without_term;
    for (const auto& one : cases)
      if (waits_for_a_term(one, day)) without_term.push_back(one);
    if (!all_) std::erase_if(cases, [](const KeptCase& one) { return !one.due; });
    const auto looks = due_looks(desk, day);
    if (desk.json()) return show_json(desk, reply, day, cases, without_term, looks, silent);
    print(desk, reply, day, cases, looks);
    for (const auto& one : without_term) {
      reply.line();
      reply.line(msg("retention.without_term", "case"_is = one.id).in(desk.voice()), Tone::warning);
      for (const auto& term : one.terms) reply.line("  " + in_words(desk, term));
    }
    print_silent(desk, reply, silent);
  }

 private:
  static void print_silent(Desk& desk, Reply& reply, const std::vector<SilentCase>& silent) {
    if (silent.empty()) return;
    reply.line();
    reply.line(msg("retention.silent").in(desk.voice()), Tone::warning);
    for (const auto& one : silent) {
      auto since = text::day_message(one.since);
      const auto said = one.begun
                            ? msg("retention.silent_case", "case"_is = one.id, "since"_is = std::move(since))
                            : msg("retention.silent_never_begun", "case"_is = one.id, "since"_is = std::move(since),
                                  "erase"_is = text::way("case erase", "case"_is = one.id, "because"_is = text::gap()));
      reply.line("  " + said.in(desk.voice()));
    }
  }

  static void show_json(Desk& desk, Reply& reply, Date day, const std::vector<KeptCase>& cases,
                        const std::vector<KeptCase>& without_term, const std::vector<DueLooks>& looks,
                        const std::vector<SilentCase>& silent) {
    auto waiting = json::array();
    for (const auto& one : without_term) waiting.push_back(one.id);
    auto all = json::array();
    for (const auto& one : cases)
      for (const auto& term : one.terms) {
        auto line = as_json(*term.term, desk.voice());
        line["case"] = one.id;
        line["ended"] = to_string(term.ended);
        line["due"] = term.due ? json(to_string(*term.due)) : json();
        line["must_go"] = one.due && one.due->term == term.term;
        all.push_back(std::move(line));
      }
    auto terms = json::array();
    for (const auto& term : retention_terms()) terms.push_back(as_json(term, desk.voice()));
    auto looked = json::array();
    for (const auto& one : looks) looked.push_back({{"case", one.id}, {"looks", one.count}});
    auto still_open = json::array();
    for (const auto& one : silent) still_open.push_back({{"case", one.id}, {"since", to_string(one.since)}});
    reply.json({{"on", to_string(day)},
                {"cases", std::move(all)},
                {"without_term", std::move(waiting)},
                {"silent", std::move(still_open)},
                {"looks_before", to_string(engine::looks_kept_from(day))},
                {"looks", std::move(looked)},
                {"terms", std::move(terms)}});
  }

  static std::string in_words(Desk& desk, const RetentionTerm& term) {
    auto from = term.law;
    for (const auto& source : term.source) from += ", " + source;
    if (term.mark == "own") from += ", " + msg("retention.own").in(desk.voice());
    return fmt::format("{} ({})", term.text.in(desk.voice()), from);
  }

  static std::string in_words(Desk& desk, const engine::Retention& one) {
    const auto text = in_words(desk, *one.term);
    return one.due ? msg("retention.until", "due"_is = text::day_message(*one.due), "text"_is = text).in(desk.voice())
                   : text;
  }

  static void print(Desk& desk, Reply& reply, Date day, const std::vector<KeptCase>& cases,
                    const std::vector<DueLooks>& looks) {
    const auto count = std::ranges::count_if(cases, [](const KeptCase& one) { return one.due.has_value(); });
    reply.line(msg("retention.count", "on"_is = text::day_message(day), "count"_is = count).in(desk.voice()),
               Tone::strong);
    for (const auto& one : cases) {
      reply.line();
      reply.line(
          msg("retention.case", "case"_is = one.id, "ended"_is = text::day_message(one.ended())).in(desk.voice()));
      for (const auto& term : one.terms) reply.line("  " + in_words(desk, term));
    }
    if (!looks.empty()) {
      reply.line();
      reply.line(msg("retention.looks", "before"_is = text::day_message(engine::looks_kept_from(day)),
                     "text"_is = in_words(desk, engine::term_of_looks()))
                     .in(desk.voice()));
      for (const auto& one : looks)
        reply.line("  " + msg("retention.looks_of", "case"_is = one.id, "count"_is = one.count).in(desk.voice()));
    }
    if (count == 0 && looks.empty()) return;
    reply.line();
    reply.line(text::say(desk.voice(), "retention.how",
                         "erase"_is = text::way("store erase-due", "with"_is = text::gap("gap.name"))),
               Tone::quiet);
  }

  std::optional<Date> on_;
  bool all_ = false;
};

/// Erases what is due today. Each case is erased by itself; what stops half-way has a certificate of what was done.
class EraseWhatIsDue final : public Verb {
 public:
  Access access() const override { return does(Ground::house); }
  bool by_own_hand() const override { return true; }
  void shape(Slots& slots) override {
    slots.needed("with", with_, "help.second_person");
    slots.output("out", out_, "help.file_certificate_else_screen");
    slots.flag("yes", yes_, "help.do_ask_again");
  }

  void run(Desk& desk, Reply& reply) override {
    (void)desk.who();
    require_ending(desk, out_, "md", false);  // before anything is erased
    const auto cases = due_cases(desk, desk.today());
    const auto looks = due_looks(desk, desk.today());
    if (cases.empty() && looks.empty()) {
      if (desk.json()) reply.json({{"ok", true}, {"erased", json::array()}});
      else reply.line(msg("retention.nothing").in(desk.voice()));
      return;
    }
    if (!yes_) {
      if (!cases.empty() && !would_be_done(desk, reply, command(desk, cases.front().id))) return;
      return ask(desk, reply, cases.size() + looks.size());
    }
    std::vector<KeptCase> erased;
    std::vector<DueLooks> gone;
    for (const auto& one : cases) {
      const auto answer = desk.service().handle(command(desk, one.id));
      if (!answer.done()) {
        if (!erased.empty()) hand_out(desk, reply, erased, gone);
        return show(desk, reply, answer);
      }
      erased.push_back(one);
    }
    for (const auto& one : looks) {
      const auto done = desk.service().erase_looks(command(desk, one.id), with_);
      if (!done) {
        if (!erased.empty() || !gone.empty()) hand_out(desk, reply, erased, gone);
        return show(desk, reply, done.error());
      }
      gone.push_back({one.id, done->count});
    }
    hand_out(desk, reply, erased, gone);
  }

 private:
  void ask(Desk& desk, Reply& reply, std::size_t count) const {
    reply.status = Status::usage;
    reply.confirmation = {msg("retention.ask", "count"_is = count).in(desk.voice()), std::to_string(count), "--yes",
                          msg("erasing.unsure").in(desk.voice()), msg("retention.kept").in(desk.voice())};
  }

  Command command(Desk& desk, const std::string& case_id) const {
    Command out;
    if (!command_id.empty()) out.id = command_id + '/' + case_id;
    out.case_id = case_id;
    out.by = desk.actor();
    out.seat = desk.typist();
    out.body = EraseDue{.with = with_};
    return out;
  }

  /// What was erased is erased, so its certificate is given anyhow: on the screen when the file cannot be written.
  void hand_out(Desk& desk, Reply& reply, const std::vector<KeptCase>& erased,
                const std::vector<DueLooks>& gone) const {
    auto ids = json::array();
    for (const auto& one : erased) ids.push_back(one.id);
    auto looks = json::array();
    for (const auto& one : gone) looks.push_back({{"case", one.id}, {"looks", one.count}});
    const json about{{"ok", true}, {"erased", std::move(ids)}, {"looks", std::move(looks)}};
    const auto paper = certificate(desk, erased, gone);
    try {
      put_document(desk, reply, about, paper, out_);
    } catch (const Fault& fault) {
      put_document(desk, reply, about, paper, {});
      reply.error(fault_words(fault, desk.voice()), Tone::bad);
      reply.status = Status::fault;
    }
  }

  /// That it was done, when and by which law. It names no person: who did it stands with what is kept of each case.
  static std::string certificate(Desk& desk, const std::vector<KeptCase>& erased, const std::vector<DueLooks>& gone) {
    const auto voice = desk.voice();
    std::map<std::string, int> by_law;
    for (const auto& one : erased) ++by_law[one.due->term->law];
    auto out = msg("retention.certificate", "on"_is = text::day_message(desk.today())).in(voice) + "\n\n";
    for (const auto& [law, count] : by_law) out += fmt::format("{}: {}\n", law, count);
    const auto before = to_string(engine::looks_kept_from(desk.today()));
    for (const auto& one : gone)
      out += msg("retention.certificate_looks", "case"_is = one.id, "count"_is = one.count, "before"_is = before,
                 "law"_is = engine::term_of_looks().law)
                 .in(voice) +
             '\n';
    out += '\n';
    for (const auto& one : erased)
      out += msg("retention.certificate_case", "case"_is = one.id, "ended"_is = text::day_message(one.ended()),
                 "due"_is = text::day_message(*one.due->due), "law"_is = one.due->term->law)
                 .in(voice) +
             '\n';
    return out + '\n' + msg("retention.certificate_end").in(voice) + '\n';
  }

  std::string with_;
  store::OutputFile out_;
  bool yes_ = false;
};

}  // namespace

Entries retention_verbs() {
  return {
      {"store retention", "help.what_may_kept_any_longer", "help.store_retention_as_noor", fresh<RetentionPage>},
      {"store erase-due", "help.erase_what_due_today_two", "help.store_erase_due_samira_out", fresh<EraseWhatIsDue>},
  };
}

}  // namespace casus::desk
