// SPDX-License-Identifier: EUPL-1.2
#include "core/base/matching.hpp"
#include "core/desk/words/half_said.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/desk/words/people/names_line.hpp"
#include "core/method/vocabulary.hpp"
#include "core/service/table/saying_kind.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"
#include "core/text/label.hpp"

#include <fmt/format.h>

/// A line that is something said at the table: whose, of what kind, to whom.
namespace casus::desk {
namespace {

using text::msg;

/// "sterk", "voorstel": a kind that the method has, by another word for it; as people say it. Empty for none.
std::string kind_also_called(const service::Table& table, const std::string& typed) {
  for (const auto lang : text::languages())
    for (const auto& use : text::day_words(msg("line.kind_also_words").in(lang)))
      if (std::ranges::find(use.said, folded(typed)) != use.said.end())
        for (const auto* kinds : {&table.kinds, &table.other_kinds})
          for (const auto& kind : *kinds)
            if (kind.key == use.value) return spoken(kind.name);
  return {};
}

/// "noor ze doet de post niet open", of who has the floor: with "ze" behind it the name does nothing in the sentence,
/// and without "je" nobody speaks to them. "noor belt morgen" is about Noor, and "noor moeder belt" may be.
bool is_surely_theirs(const service::Table& table, const std::string& name, const std::vector<std::string>& rest) {
  constexpr std::size_t kFewest = 3;
  const auto seat = std::ranges::find(table.seats, name, &service::Seat::name);
  if (!table.in_step || table.hidden || table.unnamed || table.stage.safety == Safety::acute) return false;
  if (seat == table.seats.end() || !(seat->speaks || seat->answers) || rest.size() < kFewest) return false;
  return is_said_as(rest.front(), msg("line.subject_words")) && !rest.back().ends_with('?') &&
         std::ranges::none_of(rest, [](const auto& word) { return is_said_as(word, msg("line.you_words")); });
}

Unsure as_speech(Unsure asked) {
  asked.speech = true;
  return asked;
}

}  // namespace

Meant LineReader::no_name() const {
  if (const auto joined = with_names_joined(); !joined.empty()) return again(joined);
  if (auto meant = beside_the_talk()) return std::move(*meant);
  if (auto meant = pass_unnamed()) return std::move(*meant);
  if (auto asked = outcome_and_on()) return std::move(*asked);
  if (auto asked = outcome_twice()) return std::move(*asked);
  if (auto meant = all_are_there()) return std::move(*meant);
  if (auto asked = score_told()) return std::move(*asked);
  if (auto asked = goal_told()) return std::move(*asked);
  // "todo joost kredietbank bellen voor woensdag": an action by another word, and without its colon.
  if (head_.size() > 3 && !t_.case_id.empty() && is_said_as(head_.front(), msg("line.agreement_words")) &&
      !called_plainly(head_[1], people_).empty())
    return again(fmt::format("{} {}", name_of(Ask::action, how_.voice), joined_words(head_, 1, head_.size())));
  if (auto asked = other_sign()) return std::move(*asked);
  if (auto asked = word_without_colon()) return std::move(*asked);
  if (auto asked = comes_or_goes()) return std::move(*asked);
  if (auto asked = taken_up()) return std::move(*asked);
  if (auto asked = day_of_last()) return std::move(*asked);
  if (auto asked = only_a_day()) return std::move(*asked);
  if (auto asked = tells_resident()) return std::move(*asked);
  if (auto asked = agreed_in_sentence()) return std::move(*asked);
  if (!has_colon())
    if (auto asked = for_next_time(t_, how_, people_, people_.empty() ? std::string() : teller(), line_))
      return std::move(*asked);
  if (const auto dated = with_next_meeting(line_, how_.voice); dated != line_) {
    auto meant = again(dated);
    auto* asked = std::get_if<Unsure>(&meant);
    if (asked != nullptr && asked->line.starts_with(name_of(Ask::action, how_.voice) + ' ')) return std::move(*asked);
  }
  if (auto asked = action_of_called()) return std::move(*asked);
  if (auto asked = action_told()) return std::move(*asked);
  if (auto asked = action_in_fields()) return std::move(*asked);
  if (auto asked = kind_without_colon()) return std::move(*asked);
  if (auto asked = named_elsewhere()) return as_speech(asked_at_once(std::move(*asked)));
  if (auto meant = told_without_colon()) return std::move(*meant);
  // "daan moeder heeft schulden": only the colon is missing.
  for (auto end = head_.size() - 1; end > 0; --end)
    if (const auto name = named_without_colon(end);
        // "noor en daan gaan" is about both; "noor en daarna?" is asked by one.
        !name.empty() && (!is_said_as(head_[end], msg("line.names_joined")) ||
                          (end == 1 && line_.ends_with('?') && is_only_at_table(name, end + 1)))) {
      if (is_surely_theirs(t_, name, {head_.begin() + static_cast<std::ptrdiff_t>(end), head_.end()})) {
        auto theirs = again(name + ": " + joined_words(head_, end, head_.size()));
        if (auto* given = std::get_if<GiveCommand>(&theirs); given != nullptr && given->note.empty())
          given->note = say(msg("line.colon_left_out", "name"_is = name));
        return theirs;
      }
      // "ria weet je nog van vorig jaar?": asked of Ria, and nobody knows by whom.
      if (line_.ends_with('?') && std::any_of(head_.begin() + static_cast<std::ptrdiff_t>(end), head_.end(),
                                              [](const auto& word) { return is_said_as(word, msg("line.you_words")); }))
        return as_speech({say("contribution.whose_words_these_put_name_2"), line_});
      // "joost zegt misschien de buurvrouw": that it is said, is what the colon says too; "zegt dat" is told.
      const bool says = end + 1 < head_.size() && is_said_as(head_[end], msg("line.says_words")) &&
                        !is_said_as(head_[end + 1], msg("line.that_words"));
      const auto from = says ? end + 1 : end;
      const std::string told(without_bullet(joined_words(head_, from, head_.size())));
      auto line = does_in_the_sentence(name, from)
                      ? fmt::format("{} {}: {}", name, method::kind_label(nullptr, "note", how_.voice), told)
                      : as_said(name, told);
      return as_speech(asked_at_once({say(msg("line.says_this", "name"_is = name)), std::move(line), true}));
    }
  if (auto asked = danger_in_sentence()) return std::move(*asked);
  if (auto asked = word_misspelt()) return std::move(*asked);
  // "14:00", "oma", where one person was asked something, is their answer.
  const auto answerer = only_answerer(t_, line_, false);
  if (head_.size() == 1 && answerer.empty())
    return Unsure{say("contribution.i_do_know_type_what", "head"_is = head_.front()), line_, false, true};
  // "super idee Ria" is of somebody, and not of whose turn it is.
  if (answerer.empty() && !people_.empty() && is_verdict(line_, people_) && judges_an_idea(line_))
    return as_speech({say("contribution.whose_words_these_put_name_2"), line_});
  const auto asked_here = asks_only() ? asked_who_tells(t_, line_) : std::string();
  const auto tells = !asked_here.empty() ? asked_here
                     : speaker().empty() ? only_answerer(t_, line_, asks_only())
                                         : speaker();
  if (asks_only())
    if (auto asked = hope_of_presenter(t_, how_.voice, tells, line_)) return as_speech(std::move(*asked));
  if (auto asked = told_as_kind(t_, how_.voice, tells, line_)) return as_speech(std::move(*asked));
  if (auto asked = whose_question()) return as_speech(std::move(*asked));
  if (auto asked = kind_opens_line()) return as_speech(std::move(*asked));
  // "omdat hij ziek is": of who was asked why.
  if (is_because(head_.front()) && std::ranges::count_if(t_.seats, &service::Seat::asked) == 1) {
    const auto& by = std::ranges::find_if(t_.seats, &service::Seat::asked)->name;
    return as_speech({say("contribution.does_say_enter_if_so", "who"_is = by), by + ": " + line_, true});
  }
  auto who = head_.size() == 1 ? answerer : asked_here.empty() ? speaker() : asked_here;
  if (people_.empty()) return as_speech({say("line.nobody_yet"), {}});  // what begins the meeting is offered
  if (who.empty()) who = only_answerer(t_, line_, asks_only());
  if (who.empty()) return as_speech({say("contribution.whose_words_these_put_name_2"), line_});
  return as_speech(
      asked_at_once({say("contribution.does_say_enter_if_so", "who"_is = who), as_said(who, line_), true}));
}

/// "fatma vindt dat ook", where questions are asked: with her name in front it tells; "vindt dat ook" alone would ask.
bool LineReader::does_in_the_sentence(const std::string& name, std::size_t from) const {
  const auto seat = std::ranges::find(t_.seats, name, &service::Seat::name);
  if (!asks_only() || !t_.notes_beside || line_.ends_with('?') || from + 1 >= head_.size()) return false;
  if (seat == t_.seats.end() || seat->answers) return false;  // who answers is heard as that
  return use_in_list(head_[from], msg("line.name_does_words")) == "does" &&
         use_in_list(head_[from + 1], msg("line.name_does_words")) == "what";
}

/// Whether nobody else is named behind it.
bool LineReader::is_only_at_table(const std::string& name, std::size_t from) const {
  for (auto at = from; at < head_.size(); ++at) {
    auto word = head_[at].substr(0, head_[at].find_last_not_of("?!.,") + 1);
    if (const auto other = called_plainly(word, people_); !other.empty() && other != name) return false;
    if (is_family(word) || is_said_as(word, msg("line.resident_words"))) return false;
  }
  return from < head_.size();
}

/// Where the line that is offered would be asked about once more, that is asked now: one Enter does it.
Unsure LineReader::asked_at_once(Unsure asked) const {
  // An offer may be asked about in its turn, and lead back to itself.
  constexpr int kMostOffers = 3;
  if (made_of_ >= kMostOffers || asked.line == line_) return asked;
  const auto meant = again(asked.line);
  const auto* more = std::get_if<Unsure>(&meant);
  if (more == nullptr || !more->waits || more->guest || !more->apart.empty() || more->line.empty()) return asked;
  const auto words = words_in(more->line);
  const auto* word = words.empty() ? nullptr : meeting_word(words.front());
  // Whose line is put right depends on whose line this is, and that is what is asked.
  if (word != nullptr && word->ask == Ask::correct) return asked;
  // What lacks something yet is an agreement, of which the rest is asked; anything else could be sent as it stands.
  const bool agreement = word != nullptr && (word->ask == Ask::action || word->ask == Ask::tell);
  return more->whole || agreement ? *more : asked;
}

Meant LineReader::contribution() const {
  if (auto meant = all_are_there()) return std::move(*meant);
  if (auto meant = asked_of_somebody()) return std::move(*meant);
  if (auto asked = checker_behind_colon()) return std::move(*asked);
  if (auto asked = named_elsewhere()) return std::move(*asked);
  auto head = this->head();
  if (auto asked = of_several(head)) return std::move(*asked);
  if (auto meant = kind_in_a_verb()) return std::move(*meant);
  if (auto asked = agreed(head)) return std::move(*asked);
  if (auto meant = danger_of(head)) return std::move(*meant);
  if (auto asked = danger_told(head)) return std::move(*asked);
  if (auto meant = danger_of_others(head)) return std::move(*meant);
  // "bram: pas".
  const auto* word = head.by.empty() || !head.kind.empty() || !head.unknown.empty() ? nullptr : meeting_word(text_);
  if (word != nullptr && word->ask == Ask::pass) return passed_by(head.by);
  // "lotte: past", "lotte: niks", of who has no turn in this step: for the others it is read below.
  const auto seat = std::ranges::find(t_.seats, head.by, &service::Seat::name);
  const bool plain = head.kind.empty() && head.unknown.empty() && head.say.re.empty() && head.say.to.empty();
  if (plain && t_.in_step && seat != t_.seats.end() && !seat->speaks && lets_pass(text_, *seat))
    return passed_by(head.by);
  // "daan: volgende".
  if (plain && t_.in_step && seat != t_.seats.end() && seat->has_turn && seat->said == 0 &&
      is_said_as(text_, msg("line.next_speaker_words")))
    return passed_by(head.by);
  if (auto choice = choice_in_the_text(head)) return std::move(*choice);
  if (auto meant = presented_by(head)) return std::move(*meant);
  // "marieke: wat ie wil: rust": a kind by another word.
  if (const auto second = text_.find(':'); plain && !head.by.empty() && second != std::string::npos)
    if (const auto kind = kind_also_called(t_, std::string(trimmed(text_.substr(0, second)))); !kind.empty())
      return again(fmt::format("{} {}: {}", head.by, kind, trimmed(std::string_view(text_).substr(second + 1))));
  if (auto meant = kind_in_the_text(head)) return std::move(*meant);
  if (auto asked = word_begins_text(head)) return std::move(*asked);
  if (auto meant = kind_begins_text(head)) return std::move(*meant);
  if (auto meant = word_behind(head)) return std::move(*meant);
  // "marleen: niemand meer? dan door naar de ideeën"; "ria: no more questions" is of Ria alone.
  if (const auto* on = plain && !head.by.empty() && seat != t_.seats.end() && !seat->asked &&
                               !is_said_as(text_, msg("line.pass_words"))
                           ? moving_on(text_, !t_.case_id.empty())
                           : nullptr;
      on != nullptr && !(on->ask == Ask::ready && seat->answers)) {  // "noor: nou, afgerond" answers
    const std::string name(on->name(how_.voice));
    return Unsure{say("contribution.steers_the_meeting", "word"_is = name, "by"_is = head.by), name, true};
  }
  if (!head.say.re.empty() && head_.size() == 1 && !head.by.empty())  // "b1: klopt niet": of whom?
    return Unsure{say("contribution.does_say_enter_if_so", "who"_is = head.by), head.by + ' ' + line_, true};
  if (head.unknown.empty() && head.kind.empty() && !head.say.answer && head.say.re.empty() && head.say.to.empty()) {
    if (auto asked = score_behind(head.by)) return std::move(*asked);
    if (auto asked = looks_back_behind(head)) return std::move(*asked);
    if (auto meant = sentence_about(head.by, text_)) return std::move(*meant);
    if (auto asked = not_of_this_step(head.by, text_)) return std::move(*asked);
  }
  if (!head.unknown.empty())
    if (auto two = of_two()) return std::move(*two);
  if (!head.by.empty() && !head.unknown.empty() && t_.kinds.empty()) {
    // No step: why not is said by who takes it.
    head.say.text = text_;
    return GiveCommand{head.by, std::move(head.say)};
  }
  if (!head.by.empty() && !head.unknown.empty()) {
    if (auto asked = score_told()) return std::move(*asked);
    if (auto asked = kind_of_somebody(head)) return std::move(*asked);
    if (const auto kind = kind_also_called(t_, head.unknown); !kind.empty())
      return again(fmt::format("{} {}: {}", head.by, kind, text_));
    // "daan krachten: ..."
    if (const auto kind = listed_kind(head.unknown); !kind.empty() && meeting_word(kind) == nullptr)
      return again(fmt::format("{} {}: {}", head.by, kind, text_));
    // "daan zijn idee: ..."
    if (const auto kind = kind_with_article(head.unknown); !kind.empty())
      return again(fmt::format("{} {}: {}", head.by, kind, text_));
    std::vector<std::string_view> kinds;
    for (const auto& kind : t_.kinds) kinds.push_back(kind.name);
    auto near = nearest(head.unknown, kinds);
    if (near.empty()) near = kind_by_part(head.unknown);
    // Of a whole sentence before the colon no word is dropped.
    constexpr std::size_t kLongestKind = 3;
    const auto words = words_in(head.unknown).size() > kLongestKind ? head.unknown + ": " + text_ : text_;
    return Unsure{say("contribution.kind_contribution_what_fits_here", "unknown"_is = head.unknown,
                      "kinds_offered"_is = kinds_offered()),
                  head.by + (near.empty() ? "" : " " + near) + ": " + (near.empty() ? words : text_),
                  !text_.empty() && t_.kinds.size() == 1};
  }
  if (auto meant = of_the_resident(head)) return std::move(*meant);
  if (head.by.empty()) return nobody_called(head);
  // "ria advies:" tells what Ria wrote unseen before.
  if (text_.empty() && (head.say.kind.empty() || t_.hidden_count == 0))
    return Unsure{say("contribution.what_does_say", "by"_is = head.by), line_ + ' ', false, false};
  if (auto meant = no_question(head)) return std::move(*meant);
  // "vraag: ..." where several may say that: whose turn it is is a guess.
  const auto is_name = [&](std::string word) {
    if (!word.empty() && std::string_view(",;.").find(word.back()) != std::string_view::npos) word.pop_back();
    if (word.size() > 3 && word.ends_with("'s")) word.erase(word.size() - 2);
    const auto name = called(word, people_);
    return !name.empty() && name != head.say.to;  // of whom it is asked says nothing of who asks
  };
  const bool named = std::ranges::any_of(head_, is_name);
  if (!head.kind.empty() && !named && std::ranges::count_if(t_.seats, &service::Seat::speaks) > 1)
    return Unsure{say("contribution.does_say_enter_if_so", "who"_is = head.by), head.by + ' ' + line_, true};
  // "henk vraag: welke school is dat": only its mark is missing.
  const bool asks = head.say.kind == "question" || head.say.kind == "follow_up";
  head.say.text = asks ? as_question() : text_;
  // "keuze: b2", "noor keuze: Daan".
  if (head.say.kind == "choice" && head.say.to.empty() && head.say.re.empty()) head.say = chosen(text_);
  return GiveCommand{head.by, std::move(head.say)};
}

Meant LineReader::nobody_called(const Head& head) const {
  if (head.unknown.empty()) return Unsure{say("contribution.whose_words_these_put_name"), line_};
  if (people_.empty()) return Unsure{say("line.nobody_yet"), {}};
  if (auto asked = for_next_time(t_, how_, people_, teller(), line_)) return std::move(*asked);
  if (const auto absent = of_team(head.unknown); !absent.empty() && is_said_as(text_, msg("line.pass_words")))
    return absent_passes(absent);
  if (const auto absent = of_team(head.unknown); !absent.empty() && is_said_as(text_, msg("line.i_am_back_words")))
    return Unsure{say("line.comes_asked", "name"_is = absent) + ' ' + say("line.or_part_of_talk"),
                  fmt::format("{} {}", name_of(Ask::arrive, how_.voice), absent), true};
  if (auto asked = decided(head)) return std::move(*asked);
  if (auto asked = score_told()) return std::move(*asked);
  if (!kind_called(head.unknown).empty()) return whose_kind(head.unknown, text_);
  if (const auto kind = kind_also_called(t_, head.unknown); !kind.empty()) {
    if (!speaker().empty() && !text_.empty()) return again(kind + ": " + text_);
    return whose_kind(kind, text_);
  }
  // "krachten: ...", "ideeën: ...", "acties: ..."
  if (const auto kind = t_.in_step ? listed_kind(head.unknown) : std::string(); !kind.empty() && !text_.empty())
    return again(kind + ": " + text_);
  // "een idee: ...", "mijn idee: ..."
  if (const auto kind = kind_with_article(head.unknown); !kind.empty()) return again(kind + ": " + text_);
  if (auto asked = kind_of_somebody(head)) return std::move(*asked);
  if (const auto several = people_meant(head_.front()); several.size() > 1) {
    std::vector<text::Message> who;
    for (const auto name : several) who.push_back(text::Message::verbatim(std::string(name)));
    return Unsure{say("line.which_of", "who"_is = text::any_of(std::move(who)), "first"_is = several.front()), line_};
  }
  // "schrijf op: ..." asks to write down what follows, and "eh noor: ..." is Noor.
  if (is_said_as(head.unknown, msg("line.write_words")))
    return Unsure{say("contribution.does_say_enter_if_so", "who"_is = teller()), teller() + ": " + text_, true};
  if (head_.size() > 1 && is_said_as(head_.front(), msg("line.filler_words")))
    if (const auto by = called(joined_words(head_, 1, head_.size()), people_); !by.empty())
      return Unsure{say("contribution.does_say_enter_if_so", "who"_is = by), by + ": " + text_, true};
  // "NB: ...", "ander onderwerp: ...", "dus: ...", "geweld: ..." that is none: nobody is called so.
  if (is_no_danger() || is_said_as(head.unknown, msg("line.no_name_words")) ||
      is_said_as(head.unknown, msg("line.filler_words")))
    return Unsure{say("contribution.does_say_enter_if_so", "who"_is = teller()), teller() + ": " + line_, true};
  // "hij zegt zelf: ik wil gewoon rust".
  if (auto asked = told_as_kind(t_, how_.voice, teller(), line_)) return std::move(*asked);
  // "zij: als ik maar kan slapen", "moeder zegt: ...": what somebody is told to have said.
  if (use_in_list(head.unknown, msg("line.wants_words")) == "who")
    return Unsure{say("contribution.does_say_enter_if_so", "who"_is = teller()), teller() + ": " + line_, true};
  if (head_.size() > 1 && (is_said_as(head_.back(), msg("line.say_words")) ||
                           is_said_as(head_.back(), msg("line.verb_kinds"))))  // "zij wil: rust"
    return Unsure{say("contribution.does_say_enter_if_so", "who"_is = teller()), teller() + ": " + line_, true};
  const bool one_word = head_.size() == 1 || !kind_called(joined_words(head_, 1, head_.size())).empty();
  const auto near = one_word ? nearest(head_.front(), people_) : nearest(head.unknown, people_);
  if (!near.empty() && !one_word)
    return Unsure{say("contribution.nobody_table_called_did_mean", "head"_is = head.unknown, "near"_is = near),
                  near + ": " + text_, true};
  if (!near.empty()) {
    std::string rest = joined_words(head_, 1, head_.size());
    return Unsure{say("contribution.nobody_table_called_did_mean", "head"_is = head_.front(), "near"_is = near),
                  near + (rest.empty() ? "" : " " + rest) + ": " + text_, true};
  }
  // A sentence with a colon in it rather than a name before one.
  const auto who = speaker();
  if (head_.size() > 2 && !who.empty())
    return Unsure{say("contribution.does_say_enter_if_so", "who"_is = who), who + ": " + line_, true};
  if (auto asked = kind_of_another(head.unknown)) return std::move(*asked);
  return Unsure{say(msg("line.nobody_called", "name"_is = head.unknown, "people"_is = joined(people_))), line_};
}

}  // namespace casus::desk
