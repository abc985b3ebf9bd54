// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "core/desk/catalogue.hpp"
#include "core/desk/today/own_words.hpp"
#include "core/desk/typed/command_text.hpp"
#include "core/desk/verbs/meeting/meeting_verb.hpp"
#include "core/desk/verbs/signal_form.hpp"
#include "core/method/definition.hpp"
#include "core/method/vocabulary.hpp"
#include "core/service/service.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

/// Going through the steps, and what is said in them: next, back, say, pass, score, domain, learn, signal.
namespace casus::desk {
namespace {

void parameters_of(Slots& slots, NextStep& body) { slots.option(body.because, "help.why_go_something_missing"); }

void parameters_of(Slots& slots, BackStep& body) {
  slots.word(body.step, "help.step_return_else_one_before");
  slots.option(body.because, "help.why");
}

/// More than one word that no method of this program knows as a kind is what is said.
bool is_no_kind(const std::string& typed) {
  return trimmed(typed).find(' ') != std::string_view::npos && kind_typed(typed) == typed;
}

void parameters_of(Slots& slots, Say& body) {
  auto& kind = slots.word(body.kind, "help.kind_fact_question_idea");
  kind.called = kind_called;
  kind.left_out = is_no_kind;
  slots.word(body.text, "help.what_said_2");
  slots.option(body.to, "help.whom");
  slots.option(body.re, "help.what_id_contribution_like_b4");
  slots.option(body.answer, "help.answer_offer_question");
  slots.option(body.on, "help.which_day");
  slots.option(body.typed_in, "help.typed_in_step");
}

void parameters_of(Slots& slots, Record& body) {
  slots.word(body.type, "help.record_of_which_type");
  slots.maybe("TEXT", body.text, "help.record_first_text");
  slots.option(body.set, "help.record_other_fields").usual = true;
}

void parameters_of(Slots& slots, Vote& body) { slots.word(body.choices, "help.vote_for"); }

void parameters_of(Slots&, Pass&) {}

void parameters_of(Slots& slots, ChooseBranch& body) { slots.word(body.branch, "help.which_branch"); }

void parameters_of(Slots& slots, MoveToGroup& body) {
  slots.word(body.person, "help.who_in_group");
  slots.word(body.group, "help.which_group");
}

void parameters_of(Slots& slots, OptInDomain& body) {
  slots.word(body.domain, "help.life_domain");
  slots.option(body.because, "help.why_case_needs");
}

void parameters_of(Slots& slots, GiveScore& body) {
  slots.word(body.value, "help.score").asks = "ask.score";
  auto& evidence = slots.option(body.evidence, "help.what_makes_lower");
  evidence.usual = true;
  evidence.asks = "ask.score_evidence";
  slots.option(body.scale, "help.which_scale");
  slots.option(body.domain, "help.life_domain_domain_1_5");
  slots.option(body.next_point, "help.what_different_one_higher");
  slots.option(body.good_enough, "help.score_would_do");
}

/// Whether a method of this machine has a kind that is called so.
bool names_a_kind(Desk& desk, const std::string& typed) {
  return kind_typed(typed) != typed || std::ranges::any_of(desk.methods().entries(), [&](const auto& entry) {
           return entry.problems.empty() &&
                  (entry.definition.knows_kind(typed) || method::kind_meant(&entry.definition, typed) != typed);
         });
}

/// Whether this is the whole name of a kind of the method: its first word begins many a sentence ("Hoe", "Wie", "Als").
bool is_whole_kind(const method::Definition& method, const std::string& typed) {
  if (method.knows_kind(typed)) return true;
  const auto kind = method::kind_meant(&method, typed);
  const auto is_label = [&](Lang lang) { return folded(method::kind_label(&method, kind, lang)) == folded(typed); };
  return kind != typed && (is_label(Lang::nl) || is_label(Lang::en));
}

/// Whether a text that was typed without quotation marks begins with a kind in these words.
bool begins_with_kind(Desk& desk, const std::string& typed) {
  return kind_typed(typed) != typed || std::ranges::any_of(desk.methods().entries(), [&](const auto& entry) {
           return entry.problems.empty() && is_whole_kind(entry.definition, typed);
         });
}

bool is_nearly_a_kind(const std::string& typed) {
  std::vector<std::string_view> names;
  for (const auto& kind : method::core_kinds())
    for (const auto name : {kind.key, kind.nl, kind.en}) names.push_back(name);
  const auto near = folded(nearest(typed, names));
  // "Wat wil zij?" is no "wat beter gaat".
  return !near.empty() && !near.starts_with(folded(typed) + ' ');
}

class Speak final : public Plain<Say, parameters_of> {
 public:
  void parameters(Slots& slots) override {
    Plain::parameters(slots);
    slots.tells_joined("TEXT", loose_);
  }
  CommandBody body() const override {
    auto said = body_;
    said.kind = kind_typed(said.kind);
    return said;
  }

 protected:
  /// Without a kind it becomes what fits the step, but for the name of a kind that only a method of this machine has:
  /// there the text is what lacks.
  bool before(Desk& desk, Reply&) override {
    if (loose_) find_kind(desk);
    if (body_.kind.empty() && names_a_kind(desk, body_.text))
      throw Usage{desk.say("steps.only_the_kind", "kind"_is = body_.text)};
    return true;
  }

 private:
  /// Without quotation marks a kind may be more than one word ("wens van de inwoner Ik wil ..."), and what begins with
  /// none is said altogether: "Zij belt haar zus". What is nearly a kind is asked about, as ever.
  void find_kind(Desk& desk) {
    const auto typed = body_.kind + ' ' + body_.text;
    std::vector<std::size_t> ends;  // of the first words
    for (auto end = typed.find(' '); end != std::string::npos && ends.size() < 5; end = typed.find(' ', end + 1))
      ends.push_back(end);
    for (auto end = ends.rbegin(); end != ends.rend(); ++end)
      if (begins_with_kind(desk, typed.substr(0, *end))) {
        body_.kind = typed.substr(0, *end);
        body_.text = typed.substr(*end + 1);
        return;
      }
    if (is_nearly_a_kind(body_.kind)) return;
    body_.kind.clear();
    body_.text = typed;
  }

  bool loose_ = false;
};

/// A line for the team, without personal data, that the case only counts (R15). The text never comes into the case.
template <class Count, class Note>
class Line final : public CaseVerb {
 public:
  void parameters(Slots& slots) override { line_for_team(slots, count_, note_); }
  CommandBody body() const override { return count_; }
  std::optional<TeamBody> team_line() const override {
    auto note = note_;
    note.theme = count_.theme;
    return note;
  }

  bool take(const CommandBody& body, const text::Voice& voice) override {
    const auto* own = std::get_if<Count>(&body);
    if (own == nullptr) return false;
    count_ = *own;
    note_.text = voice.say("recipe.sample_lesson");
    return true;
  }

 protected:
  service::Answer hand_over(Desk& desk, Command command) override {
    return with_refusal_kept(desk, command, desk.service().note(command, TeamCommand{{}, {}, *team_line()}));
  }

 private:
  Count count_;
  Note note_;
};

}  // namespace

Entries at_hand_verbs() {
  return {
      {"meeting say", "help.contribution_case_hand_like_case", "help.meeting_say_fact_phones_sister",
       fresh<AtHand<Speak>>},
      {"meeting record", "help.record_case_hand", "help.meeting_record_harm",
       fresh<AtHand<Plain<Record, parameters_of>>>},
      {"meeting vote", "help.vote_case_hand", "help.meeting_vote_b3", fresh<AtHand<Plain<Vote, parameters_of>>>},
      {"meeting pass", "help.give_up_turn", "help.meeting_pass_as_daan", fresh<AtHand<Plain<Pass, parameters_of>>>},
      {"meeting choose", "help.branch_case_hand_like_case", "help.meeting_choose_2_as",
       fresh<AtHand<Plain<ChooseBranch, parameters_of>>>},
      {"meeting next", "help.case_hand_step_like_case", "help.meeting_next_as_samira",
       fresh<AtHand<Plain<NextStep, parameters_of>>>},
      {"meeting back", "help.case_hand_step_back_like", "help.meeting_back_because_news_as",
       fresh<AtHand<Plain<BackStep, parameters_of>>>},
  };
}

Entries step_verbs() {
  return {
      {"case next", "help.go_next_step_phase", "help.case_next_2026_001_as", fresh<Plain<NextStep, parameters_of>>},
      {"case back", "help.back_earlier_step", "help.case_back_2026_001_because", fresh<Plain<BackStep, parameters_of>>},
      {"case say", "help.contribution_step", "help.case_say_2026_001_fact", fresh<Speak>},
      {"case record", "help.record_declared_fields", "help.case_record_2026_001_harm",
       fresh<Plain<Record, parameters_of>>},
      {"case vote", "help.vote_in_step", "help.case_vote_2026_001", fresh<Plain<Vote, parameters_of>>},
      {"case pass", "help.give_up_turn", "help.case_pass_2026_001_as", fresh<Plain<Pass, parameters_of>>},
      {"case choose", "help.branch_menu_step", "help.case_choose_2026_001_2",
       fresh<Plain<ChooseBranch, parameters_of>>},
      {"case group", "help.put_in_group", "help.case_group_2026_001_ria_2", fresh<Plain<MoveToGroup, parameters_of>>},
      {"case score", "help.score_evidence", "help.case_score_2026_001_5", fresh<Plain<GiveScore, parameters_of>>},
      {"case domain", "help.allow_life_domain_reason", "help.case_domain_2026_001_finance",
       fresh<Plain<OptInDomain, parameters_of>>},
      {"case learn", "help.line_learning_team_kept_case", "help.case_learn_2026_001_first",
       fresh<Line<CountLearning, NoteLearning>>},
      {"case signal", "help.signal_about_area_kept_case", "help.case_signal_2026_001_waiting",
       fresh<Line<CountSignal, NoteSignal>>},
  };
}

}  // namespace casus::desk
