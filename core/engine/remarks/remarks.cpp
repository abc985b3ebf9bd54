// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/remarks/remarks.hpp"

#include "core/base/personal_data.hpp"
#include "core/base/text.hpp"
#include "core/engine/access/around.hpp"
#include "core/engine/decide/deciding.hpp"
#include "core/engine/mending/named_places.hpp"
#include "core/engine/mending/once_in.hpp"
#include "core/engine/mending/reason_kept.hpp"
#include "core/engine/refusing.hpp"
#include "core/engine/remarks/after_the_fact.hpp"
#include "core/engine/remarks/implausible.hpp"
#include "core/engine/remarks/likely_names.hpp"
#include "core/engine/remarks/people_named.hpp"
#include "core/engine/remarks/typed_texts.hpp"
#include "core/engine/remarks/word_lists.hpp"
#include "core/method/phrases.hpp"
#include "core/model/access.hpp"
#include "core/model/ref_words.hpp"
#include "core/text/day_words.hpp"
#include "core/text/label.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace casus::engine {

namespace {

/// A review after more than this is asked about: most terms are weeks or months.
constexpr int kFarReview = 2 * 366;

/// Whether the case holds the word already, so that it was asked about before.
bool stood_before(const Case& c, const std::string& word) {
  const auto holds = [&](std::string_view text) { return folded(text).find(word) != std::string::npos; };
  return holds(c.title) || holds(c.question) || holds(c.purpose) ||
         std::ranges::any_of(c.contributions,
                             [&](const Contribution& it) {
                               return holds(it.text) || std::ranges::any_of(it.values, [&](const RecordedValue& one) {
                                        return one.type == RecordFieldType::text && holds(one.value);
                                      });
                             }) ||
         std::ranges::any_of(c.goals, [&](const Goal& it) { return holds(it.set.text); }) ||
         std::ranges::any_of(c.actions, [&](const Action& it) { return holds(it.plan.what); });
}

/// The colleagues who work in the case are no secret in it.
LikelyNames names_in_case(const Case& c) {
  std::vector<std::string_view> allowed{c.neighbourhood};
  for (const auto& person : c.people)
    if (works_in_case(person)) allowed.push_back(person.name);
  return LikelyNames(allowed);
}

class Remarking {
 public:
  Remarking(const Case& before, const Command& command, const Events* history)
      : c_(before), command_(command), history_(history) {}

  std::vector<Remark> all() {
    for (const auto& [key, text] : typed_texts(command_.body)) look(key, text);
    if (const auto* said = std::get_if<Say>(&command_.body)) danger(said->text);
    if (const auto* close = std::get_if<CloseCase>(&command_.body); close != nullptr && close->long_ago) ended_then();
    if (const auto* said = std::get_if<Record>(&command_.body)) {
      danger(said->text);
      for (const auto& value : said->set) danger(value);
    }
    if (std::holds_alternative<RaiseConcern>(command_.body)) joins();
    if (const auto* review = std::get_if<SetReview>(&command_.body)) far(review->on);
    if (const auto* pause = std::get_if<PauseCase>(&command_.body); pause != nullptr && pause->until)
      far(*pause->until);
    for (auto& remark :
         {long_past(command_), granted_only(c_, command_), age_of_youth(c_, command_), called_nearly(c_, command_)})
      if (remark) say(*remark);
    if (const auto* joins = std::get_if<AddParticipant>(&command_.body)) named_before(*joins);
    if (const auto* erase = std::get_if<ErasePerson>(&command_.body); erase != nullptr && history_ != nullptr)
      if (auto named = still_named(c_, erase->person, *history_)) say(std::move(*named));
    if (const auto* merge = std::get_if<MergeCase>(&command_.body)) votes_stay(merge->into);
    if (const auto* erase = std::get_if<EraseCase>(&command_.body)) outlives(erase->because);
    if (std::holds_alternative<EraseCase>(command_.body) || std::holds_alternative<EraseDue>(command_.body))
      only_copy();
    if (ground() == Basis::consent) say({"AVG 7", msg("remark.consent")});
    return std::move(out_);
  }

 private:
  bool without_names() const {
    if (const auto* open = std::get_if<OpenCase>(&command_.body))
      return open->privacy.value_or(Privacy::anonymous) == Privacy::anonymous;
    if (const auto* set = std::get_if<SetBasis>(&command_.body)) return set->privacy == Privacy::anonymous;
    return c_.privacy == Privacy::anonymous;
  }

  /// The other team may have lost the file, or the passphrase, and nobody here knows yet.
  void only_copy() {
    if (!c_.given_over || c_.given_over->confirmed) return;
    say({"", msg("remark.not_there_yet", "to"_is = c_.given_over->what.team,
                 "received"_is = way("case received", "case"_is = c_.id, "receipt"_is = gap("gap.receipt")))});
  }

  /// The ground that is named here.
  std::optional<Basis> ground() const {
    if (const auto* open = std::get_if<OpenCase>(&command_.body)) return open->basis;
    if (const auto* set = std::get_if<SetBasis>(&command_.body)) return set->basis;
    if (const auto* more = std::get_if<AddBasis>(&command_.body)) return more->basis;
    return std::nullopt;
  }

  /// What is the matter when somebody is not safe is needed there, whatever it is about (R14).
  bool about_safety() const {
    return std::holds_alternative<RaiseConcern>(command_.body) || std::holds_alternative<RaiseAcute>(command_.body) ||
           std::holds_alternative<HandleAcute>(command_.body) ||
           std::holds_alternative<TakeMeldcodeStep>(command_.body);
  }

  /// A concern beside one that stands, or beside acute danger: what that does to the steps that were taken.
  void joins() {
    const auto& stage = c_.stage;
    if (stage.safety == Safety::acute) say({"R14", msg("remark.concern_beside_danger")});
    if (stage.safety != Safety::concern) return;
    constexpr int kWeighing = 4;
    if (stage.meldcode_step < kWeighing) say({"R14", msg("remark.concern_joins", "step"_is = stage.meldcode_step)});
    else
      say({"R14", msg("remark.concern_weighed_again", "step"_is = way("case safety step", "case"_is = c_.id,
                                                                      "step"_is = kWeighing, "text"_is = gap()))});
  }

  void look(std::string_view key, std::string_view text) {
    if (without_names()) anonymous(key, text);
    if (!about_safety()) special(text);
  }

  void anonymous(std::string_view key, std::string_view text) {
    for (const auto& found : personal_data(text))
      say({"R2", msg("remark.personal_data", "data"_is = text::label(found.kind), "found"_is = found.text)});
    const auto finder = names_in_case(c_);
    if (key == "name") return called(std::string(trimmed(text)));
    if (key == "text" && renames_colleague()) return;
    auto name = finder.name(text);
    if (name.empty()) name = resident_named(c_, text);
    if (!name.empty()) say({"R2", msg("remark.name", "found"_is = name)});
    if (const auto address = finder.address(text); !address.empty())
      say({"R2", msg("remark.address", "found"_is = address)});
  }

  /// The resident and who is around them need no name here; who works in the case is not hidden.
  void called(const std::string& name) {
    if (const auto* joins = std::get_if<AddParticipant>(&command_.body)) {
      const auto has = [&](Role role) { return std::ranges::find(joins->roles, role) != joins->roles.end(); };
      if (!has(Role::resident) && !has(Role::circle)) return;
    }
    const bool looks_so = is_capital(name) || !names_in_case(c_).name(name).empty();
    if (looks_so && !is_role(name) && c_.person(name) == nullptr) say({"R2", msg("remark.called", "name"_is = name)});
  }

  /// Whose name is put right works in the case.
  bool renames_colleague() const {
    const auto* correct = std::get_if<Correct>(&command_.body);
    const auto* person = correct == nullptr ? nullptr : c_.person(ref_typed(correct->ref));
    return person != nullptr && works_in_case(*person);
  }

  /// "Oma", "De buurvrouw": nobody is known by it.
  static bool is_role(std::string_view name) {
    const auto words = words_of(name);
    return !words.empty() &&
           std::ranges::all_of(words, [](const Word& word) { return word_lists().is_role_word(word.lower); });
  }

  /// One text is asked about in several ways.
  const std::string& spoken(std::string_view text) {
    if (!heard_ || heard_->text.data() != text.data() || heard_->text.size() != text.size())
      heard_ = Heard{text, method::spoken(text)};
    return heard_->spoken;
  }

  void special(std::string_view text) {
    const auto spoken_words = method::words_of_spoken(spoken(text));
    std::string_view rest(spoken_words);
    while (!rest.empty()) {
      if (rest.front() == ' ') {
        rest.remove_prefix(1);
        continue;
      }
      const auto end = std::min(rest.find(' '), rest.size());
      if (const auto found = word_lists().special(rest); found.of != nullptr) {
        const std::string words(found.words);
        if (!stood_before(c_, words) && asked_.insert(found.of->id).second)
          say({found.of->article, msg("remark.special", "word"_is = words, "kind"_is = found.of->text)});
      }
      rest.remove_prefix(end);
    }
  }

  /// Words of danger do nothing by themselves: whoever said them knows whether it is now (R14).
  void danger(const std::string& text) {
    if (c_.stage.safety == Safety::acute) return;
    const bool danger = method::spoken_of_danger(spoken(text));
    if (!danger && (c_.stage.safety != Safety::clear || !method::spoken_of_worry(spoken(text)))) return;
    const auto concern = text::way("case safety concern", "case"_is = c_.id, "text"_is = gap());
    if (danger)
      say({"", msg("remark.danger", "acute"_is = text::way("case safety acute", "case"_is = c_.id, "text"_is = gap()),
                   "concern"_is = concern)});
    else say({"", msg("remark.worry", "concern"_is = concern)});
  }

  /// The resident has an action under a role word, and now comes with a name: one person, if somebody says so.
  void named_before(const AddParticipant& added) {
    if (added.absent || std::ranges::find(added.roles, Role::resident) == added.roles.end()) return;
    for (const auto& person : c_.people)
      if (person.absent && person.has(Role::resident) && !person.erased && !person.merged &&
          !same_name(person.name, added.name))
        say({"", msg("remark.resident_named_before", "before"_is = person.name, "name"_is = added.name,
                     "same"_is = way("case same", "case"_is = c_.id, "person"_is = person.name, "into"_is = added.name,
                                     "because"_is = gap()))});
  }

  /// Why a case was erased is there for the team when the case is not, so a name in it is asked about with every case.
  void outlives(const std::string& because) {
    if (without_names()) return;  // asked already
    const auto kept = reason_kept(c_, nullptr, because);
    const auto finder = names_in_case(c_);
    auto found = finder.name(kept);
    if (found.empty()) found = finder.address(kept);
    if (!found.empty()) say({"AVG 17", msg("remark.reason_outlives", "found"_is = found)});
  }

  void ended_then() {
    const auto on = date_of(command_.at);
    if (ended_long_ago(on, date_of(std::max(command_.at, command_.typed))))
      say({"", msg("remark.ended_then", "on"_is = text::day_message(on), "list"_is = text::way("store retention"))});
  }

  /// A vote counts in the step where it was given, and that step is not in the case that stays.
  void votes_stay(const std::string& into) {
    if (!c_.votes.empty())
      say({"", msg("remark.votes_stay", "case"_is = c_.id, "into"_is = std::string(trimmed(into)),
                   "history"_is = way("case history", "case"_is = std::string(trimmed(into))))});
  }

  void far(Date on) {
    if (days_between(date_of(command_.at), on) > kFarReview)
      say({"", msg("remark.far_review", "on"_is = text::day_message(on))});
  }

  void say(Remark remark) { out_.push_back(std::move(remark)); }

  struct Heard {
    std::string_view text;  ///< of the command
    std::string spoken;
  };

  const Case& c_;
  const Command& command_;
  const Events* history_;
  std::optional<Heard> heard_;  ///< the text that was asked about last
  std::set<std::string> asked_;
  std::vector<Remark> out_;
};

}  // namespace

std::vector<Remark> of_look(const Case& c, std::string_view because) {
  std::vector<Remark> out;
  if (c.privacy != Privacy::anonymous) return out;
  const auto finder = names_in_case(c);
  if (const auto name = finder.name(because); !name.empty())
    out.push_back({"R2", msg("remark.name", "found"_is = name)});
  if (const auto address = finder.address(because); !address.empty())
    out.push_back({"R2", msg("remark.address", "found"_is = address)});
  return out;
}

/// Who it was is erased; what others wrote of them is not.
std::optional<Remark> still_named(const Case& c, const std::string& whom, const Events& history) {
  const auto* person = c.person(whom);
  if (const auto meant = c.people_meant(whom); person == nullptr && meant.size() == 1) person = meant.front();
  const auto once = person == nullptr ? once_in(c, history, whom) : std::nullopt;
  if (once) person = &*once;
  if (person == nullptr) return std::nullopt;
  std::vector<text::Message> places;
  for (auto& place : where_named(c, history, names_erased(c, person)))
    places.push_back(msg("named.place", "where"_is = std::move(place.where),
                         "destroy"_is = text::way("case destroy", "case"_is = c.id, "ref"_is = std::move(place.ref),
                                                  "ground"_is = key(DestroyGround::other_person))));
  if (places.empty()) return std::nullopt;
  return Remark{"AVG 17",
                msg("remark.still_named", "places"_is = text::Value::list(std::move(places), "text.semicolon"))};
}

std::vector<Remark> remarks(const Case& before, const Command& command, const Events* history) {
  return Remarking(before, command, history).all();
}

}  // namespace casus::engine
