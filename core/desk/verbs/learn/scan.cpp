// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/scan.hpp"
#include "core/desk/verbs/learn/learn_verb.hpp"
#include "core/text/day_words.hpp"

#include <nlohmann/json.hpp>

/// The quickscan: begin, answer alone, close, look at it together.
namespace casus::desk {
namespace {

using text::msg;

void start_slots(Slots& s, StartScan& c) {
  s.option(c.instrument, "learnhelp.instrument_default");
  s.option(c.until, "learnhelp.scan_until");
}
text::Message start_done(const StartScan&, const Learned& answer) {
  return msg("learn.scan.begun", "scan"_is = answer.session, "mine"_is = text::way("learn scan mine"));
}

class ScanAnswer final : public LearnVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(answer_);
    slots.word(answer_.answers, "learnhelp.answers");
    slots.option(answer_.learn, "learnhelp.learn");
    slots.option(answer_.unlearn, "learnhelp.unlearn");
    slots.option(answer_.contact, "learnhelp.contact");
    slots.option(answer_.uncontact, "learnhelp.uncontact");
    slots.option("scan", session_, "learnhelp.which_scan");
  }

 protected:
  bool is_private() const override { return true; }
  LearningBody body() const override { return answer_; }
  text::Message done(const Learned&) const override {
    return msg("learn.scan.answered", "mine"_is = text::way("learn scan mine"));
  }

 private:
  AnswerScan answer_;
};

class ScanClose final : public LearnVerb {
 public:
  void shape(Slots& slots) override {
    slots.maybe("SCAN", session_, "learnhelp.which_scan");
    slots.flag("yes", yes_, "learnhelp.yes");
  }

 protected:
  LearningBody body() const override { return CloseScan{}; }
  text::Message done(const Learned& answer) const override {
    return msg("learn.scan.is_closed", "scan"_is = answer.session,
               "show"_is = text::way("learn scan show", "scan"_is = answer.session));
  }
  /// With fewer than four nothing can be shown, and a scan is counted once; before its day people may still come.
  std::optional<Confirmation> asks(Desk& desk, const LearningCommand& command) const override {
    const auto seen = desk.learning().look(command.session, {});
    if (yes_ || !seen || !seen->scan) return std::nullopt;
    if (!seen->scan->enough)
      return sure_of(desk, msg("learn.scan.close_ask", "least"_is = learning::kFewestShown), command.session);
    if (const auto until = seen->scan->until; until && desk.today() < *until)
      return sure_of(desk, msg("learn.scan.close_early", "until"_is = text::day_message(*until)), command.session);
    return std::nullopt;
  }

 private:
  bool yes_ = false;
};

class CancelsScan : public LearnVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(cancel_);
    slots.maybe("SCAN", session_, "learnhelp.which_scan");
    slots.option(cancel_.because, "learnhelp.because");
  }

 protected:
  LearningBody body() const override { return cancel_; }
  text::Message done(const Learned& answer) const override {
    return msg("learn.scan.is_cancelled", "scan"_is = answer.session);
  }

 private:
  CancelScan cancel_;
};

text::Message scan_cancel_lost(const std::string& session) { return msg("learn.scan.cancel_ask", "scan"_is = session); }

using ScanCancel = AsksFirst<CancelsScan, scan_cancel_lost>;

class ScanShow final : public SessionPage {
 public:
  ScanShow() : SessionPage("SCAN", "learnhelp.which_scan") {}

 protected:
  void run(Desk& desk, Reply& reply) override {
    const auto seen = session_meant(desk, "scan", session_);
    paper_.put(desk, reply, learning::scan_page(seen, desk.voice()), learning::scan_json(seen));
  }
};

class ScanMine final : public SessionPage {
 public:
  ScanMine() : SessionPage("SCAN", "learnhelp.which_scan") {}

 protected:
  void run(Desk& desk, Reply& reply) override {
    if (const auto refusal = not_in_private(desk)) return show(desk, reply, *refusal);
    const auto& name = desk.who();
    const auto seen = session_meant(desk, "scan", session_);
    const auto person = desk.learning().person_in(seen, name);
    paper_.put(desk, reply, learning::scan_mine_page(seen, person, desk.voice()),
               learning::scan_mine_json(seen, person));
  }
};

}  // namespace

Entries learn_scan_verbs() {
  return {
      {"learn scan start", "learnhelp.scan_start", "learnhelp.scan_start_line",
       fresh<Gives<LearnVerb, StartScan, start_slots, start_done>>},
      {"learn scan mine", "learnhelp.scan_mine", "learnhelp.scan_mine_line", fresh<ScanMine>},
      {"learn scan answer", "learnhelp.scan_answer", "learnhelp.scan_answer_line", fresh<ScanAnswer>},
      {"learn scan close", "learnhelp.scan_close", "learnhelp.scan_close_line", fresh<ScanClose>},
      {"learn scan show", "learnhelp.scan_show", "learnhelp.scan_show_line", fresh<ScanShow>},
      {"learn scan cancel", "learnhelp.scan_cancel", "learnhelp.scan_cancel_line", fresh<ScanCancel>},
  };
}

}  // namespace casus::desk
