// SPDX-License-Identifier: EUPL-1.2
#include "core/method/reading.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

// Rules of the two kinds of action learning that need more than a phrase list: how many questions there are, by whom,
// and whose words they are. The advice round and the learning set have opposite rules: advice written by everyone
// against questions only. All of them remark, none refuses. Source: domain.md 4.2, 4.3.

namespace {

using namespace casus::method;
using Weight = Finding::Weight;

constexpr double kOpenShare = 0.6;     ///< domain.md 4.3: open questions at least 60 %
constexpr double kLargestShare = 0.3;  ///< domain.md 4.3: no one more than 30 % of the questions
constexpr std::size_t kEnoughToJudge = 5;

bool is_asking(std::string_view kind) { return kind == "question" || kind == "follow_up"; }

std::size_t question_marks(std::string_view text) {
  std::size_t marks = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '?' && (i == 0 || text[i - 1] != '?')) ++marks;  // "??" is one
  return marks;
}

/// Whether a question begins as an open one, perhaps after a small word: "en met wie ...?"
bool is_open(const View& view, std::string_view text) {
  auto words = spaced_words(text);
  for (bool more = true; more && words.size() > 1;) {
    const auto lead = view.said("lead-ins", words);
    more = lead && lead.word == 0;
    if (more) words.erase(0, lead.phrase.size() + 1);
  }
  const auto open = view.said("open-words", words);
  return open && open.word == 0;
}

/// How a question is asked, in both methods.
void asking(const Draft& draft, Findings& findings) {
  if (!is_asking(draft.kind)) return;
  if (question_marks(draft.text) > 1)
    findings.push_back(found("action-learning/one-question", Weight::warning,
                             "Dit zijn meer vragen in één keer. Kies er één en bewaar de andere.",
                             "These are several questions at once. Choose one and keep the others."));
}

void suggest_report(const View& view, Findings& ideas) {
  const auto open = rows_where(view, Collection::actions, Scope::everything, [&](std::size_t row) {
    return view.has(Collection::actions, row, Field::state, "open");
  });
  if (!open.empty())
    ideas.push_back(found("action-learning/ask-the-effect", Weight::info,
                          "Vraag eerst: 'Wat probeerde je uit, en wat gebeurde er?' Deze acties staan nog open.",
                          "Ask first: 'What did you try, and what happened?' These actions are still open.",
                          ids_of(view, Collection::actions, open)));
}

class AdviceRound final : public Rules {
 public:
  constexpr AdviceRound() = default;
  constexpr ~AdviceRound() override {}  // constant, so that loading the library runs no code

  Findings review(const View& view, const Draft& draft) const override {
    Findings findings;
    asking(draft, findings);
    const auto step = view.position().step;
    if (step == "answer-round" && draft.text.ends_with('?'))
      findings.push_back(found("action-learning/answers-only", Weight::warning,
                               "In de antwoordronde stelt niemand vragen. Zeg wat jouw antwoord toevoegt.",
                               "Nobody asks questions in the answer round. Say what your answer adds."));
    if (step == "dialogue" && !takes_part(view, draft.by))
      findings.push_back(found("action-learning/dialogue-of-two", Weight::warning,
                               "Nu praten alleen de inbrenger en wie het gekozen antwoord gaf. Luister mee.",
                               "Only the presenter and the one whose answer was chosen talk now. Listen along."));
    return findings;
  }

  Findings suggest(const View& view) const override {
    Findings ideas;
    const auto step = view.position().step;
    if (step == "report-back") suggest_report(view, ideas);
    if (step != "check") return ideas;
    const auto checks = contributions(view, "check", Scope::step);
    if (checks.empty()) return ideas;
    const bool answered = view.has(Collection::contributions, checks.back(), Field::answer, "yes");
    if (answered && contributions(view, "choice", Scope::step).empty())
      ideas.push_back(found("action-learning/skip-the-dialogue", Weight::info,
                            "Sla de dialoog over en maak de actie af. De vraag is beantwoord.",
                            "Skip the dialogue and settle the action. The question has been answered."));
    if (!answered && contributions(view, "choice", Scope::step).empty())
      ideas.push_back(
          found("action-learning/choose-or-ask-anew", Weight::info,
                "Laat de inbrenger één antwoord kiezen voor de dialoog, of een nieuwe vraag stellen. De vraag "
                "is nog niet beantwoord.",
                "Let the presenter choose one answer for the dialogue, or put a new question. The question "
                "is not answered yet."));
    return ideas;
  }

 private:
  /// The presenter, the chair, and those whose answer was chosen (a choice names the person or the answer). Everybody
  /// when no choice names anyone.
  static bool takes_part(const View& view, std::string_view person) {
    if (has_role(view, person, "presenter") || has_role(view, person, "chair")) return true;
    const auto rows = Collection::contributions;
    bool named = false;
    for (const auto choice : contributions(view, "choice", Scope::phase)) {
      const auto to = word_at(view, rows, choice, Field::to);
      const auto re = word_at(view, rows, choice, Field::re);
      named = named || !to.empty() || !re.empty();
      if (!to.empty() && to == person) return true;
      if (re.empty()) continue;
      for (std::size_t row = 0; row < view.size(rows); ++row)
        if (word_at(view, rows, row, Field::id) == re && word_at(view, rows, row, Field::by) == person) return true;
    }
    return !named;
  }
};

class LearningSet final : public Rules {
 public:
  constexpr LearningSet() = default;
  constexpr ~LearningSet() override {}

  Findings review(const View& view, const Draft& draft) const override {
    Findings findings;
    asking(draft, findings);
    if (draft.kind == "statement") stated(view, draft, findings);
    if (view.position().step == "helping-questions" && draft.kind == "answer" && draft.re.empty())
      findings.push_back(found("action-learning/answer-to-a-question", Weight::warning,
                               "Zeg alleen iets als antwoord op een vraag. Op welke vraag is dit een antwoord?",
                               "Make statements only in answer to a question. Which question does this answer?"));
    return findings;
  }

  Findings suggest(const View& view) const override {
    Findings ideas;
    const auto step = view.position().step;
    if (step == "check-in") suggest_report(view, ideas);
    if (step != "helping-questions") return ideas;
    const auto rows = Collection::contributions;
    const auto asked = rows_where(view, rows, Scope::step,
                                  [&](std::size_t row) { return is_asking(word_at(view, rows, row, Field::kind)); });
    const auto quiet = rows_where(view, Collection::participants, Scope::everything, [&](std::size_t person) {
      if (!view.has(Collection::participants, person, Field::role, "member")) return false;
      if (!flag_at(view, Collection::participants, person, Field::present)) return false;
      const auto id = word_at(view, Collection::participants, person, Field::id);
      return std::none_of(asked.begin(), asked.end(),
                          [&](std::size_t row) { return word_at(view, rows, row, Field::by) == id; });
    });
    if (!quiet.empty())
      ideas.push_back(found("action-learning/invite-the-quiet", Weight::info,
                            "Laat een stilte vallen en nodig uit wie nog geen vraag stelde.",
                            "Leave a silence and invite those who have not asked a question yet.",
                            ids_of(view, Collection::participants, quiet)));
    const bool only_presenter = std::all_of(asked.begin(), asked.end(), [&](std::size_t row) {
      const auto to = word_at(view, rows, row, Field::to);
      return to.empty() || has_role(view, to, "presenter");
    });
    if (asked.size() >= kEnoughToJudge && only_presenter)
      ideas.push_back(found("action-learning/ask-each-other", Weight::info,
                            "Vraag ook eens iets aan een ander lid. Tot nu toe gingen alle vragen naar de inbrenger.",
                            "Ask another member something too. So far all questions went to the presenter."));
    measure(view, asked, ideas);
    return ideas;
  }

  Findings fidelity(const View& view) const override {
    const auto rows = Collection::contributions;
    const auto asked = rows_where(view, rows, Scope::everything, [&](std::size_t row) {
      return view.has(rows, row, Field::step, "helping-questions") && is_asking(word_at(view, rows, row, Field::kind));
    });
    if (asked.empty()) return {};
    const Balance balance(view, asked);
    Findings items{found("action-learning/open-questions", balance.open_enough() ? Weight::info : Weight::warning,
                         "Minstens zes op de tien helpende vragen waren open.",
                         "At least six in ten helping questions were open.",
                         ids_of(view, rows, balance.open_enough() ? asked : balance.closed))};
    if (balance.can_be_spread())
      items.push_back(found("action-learning/spread-the-questions",
                            balance.most.empty() ? Weight::info : Weight::warning,
                            "Niemand stelde meer dan drie op de tien helpende vragen.",
                            "Nobody asked more than three in ten helping questions.",
                            ids_of(view, rows, balance.most.empty() ? asked : balance.most)));
    return items;
  }

 private:
  /// How open and how well spread questions are.
  struct Balance {
    Balance(const View& view, const std::vector<std::size_t>& asked) : count(asked.size()) {
      const auto rows = Collection::contributions;
      for (const auto row : asked) {
        if (!is_open(view, word_at(view, rows, row, Field::text))) closed.push_back(row);
        by_person[word_at(view, rows, row, Field::by)].push_back(row);
      }
      if (!can_be_spread()) return;
      for (const auto& [person, own] : by_person)
        if (share(own) > kLargestShare && own.size() > most.size()) most = own;
    }

    double share(const std::vector<std::size_t>& part) const {
      return static_cast<double>(part.size()) / static_cast<double>(count);
    }
    bool open_enough() const { return 1 - share(closed) >= kOpenShare; }
    /// With three askers somebody always has a third; the measure says something from four on.
    bool can_be_spread() const { return by_person.size() > 3; }

    std::size_t count;
    std::vector<std::size_t> closed;
    std::map<std::string_view, std::vector<std::size_t>> by_person;
    std::vector<std::size_t> most;  ///< the questions of who asked too many, when somebody did
  };

  static void measure(const View& view, const std::vector<std::size_t>& asked, Findings& ideas) {
    if (asked.size() < kEnoughToJudge) return;
    const auto rows = Collection::contributions;
    const Balance balance(view, asked);
    if (!balance.open_enough())
      ideas.push_back(found("action-learning/open-questions", Weight::warning,
                            "Begin met wie, wat, hoe of wanneer. Minder dan zes op de tien vragen waren open.",
                            "Begin with who, what, how or when. Fewer than six in ten questions were open.",
                            ids_of(view, rows, balance.closed)));
    if (!balance.most.empty())
      ideas.push_back(found("action-learning/spread-the-questions", Weight::warning,
                            "Geef anderen de ruimte. Eén persoon stelde meer dan drie op de tien vragen.",
                            "Make room for others. One person asked more than three in ten questions.",
                            ids_of(view, rows, balance.most)));
  }

  /// An own version of the problem is not the presenter's words again [WSC2].
  static void stated(const View& view, const Draft& draft, Findings& findings) {
    const auto rows = Collection::contributions;
    const auto words = spaced_words(draft.text);
    const auto same = rows_where(view, rows, Scope::phase, [&](std::size_t row) {
      const auto by = word_at(view, rows, row, Field::by);
      return by != draft.by && spaced_words(word_at(view, rows, row, Field::text)) == words &&
             has_role(view, by, "presenter");
    });
    if (!same.empty())
      findings.push_back(found("action-learning/own-version", Weight::warning,
                               "Dit zijn de woorden van de inbrenger. Schrijf hoe jij het probleem ziet.",
                               "These are the presenter's words. Write how you see the problem.",
                               ids_of(view, rows, same)));
  }
};

const Rules* rules_for(std::string_view method) {
  static constexpr AdviceRound advice_round;
  static constexpr LearningSet learning_set;
  if (method == "action-learning/advice-round") return &advice_round;
  if (method == "action-learning/learning-set") return &learning_set;
  return nullptr;
}

}  // namespace

CASUS_METHOD_PLUGIN("action-learning", "1.0.0", rules_for)
