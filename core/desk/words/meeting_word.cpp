// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/meeting_word.hpp"

#include "core/base/text.hpp"
#include "core/text/catalogue.hpp"

#include <algorithm>

namespace casus::desk {

const std::vector<MeetingWord>& meeting_words() {
  static const std::vector<MeetingWord> words{
      {Ask::next, "meeting_word.next", "meeting_word.next_form", "meeting_word.next_about"},
      {Ask::back, "meeting_word.back", "meeting_word.back_form", "meeting_word.back_about"},
      {Ask::pass, "meeting_word.pass", "meeting_word.pass_form", "meeting_word.pass_about"},
      {Ask::choose, "meeting_word.choose", "meeting_word.choose_form", "meeting_word.choose_about"},
      {Ask::group, "meeting_word.group", "meeting_word.group_form", "meeting_word.group_about"},
      {Ask::why, "meeting_word.why", "meeting_word.why_form", "meeting_word.why_about"},
      {Ask::suggest, "meeting_word.suggest", "meeting_word.suggest_form", "meeting_word.suggest_about"},
      {Ask::question, "meeting_word.question", "meeting_word.question_form", "meeting_word.question_about", true},
      {Ask::hopes, "meeting_word.hopes", "meeting_word.hopes_form", "meeting_word.hopes_about", true},
      {Ask::goal, "meeting_word.goal", "meeting_word.goal_form", "meeting_word.goal_about", true},
      {Ask::action, "meeting_word.action", "meeting_word.action_form", "meeting_word.action_about", true},
      {Ask::result, "meeting_word.result", "meeting_word.result_form", "meeting_word.result_about", true},
      {Ask::score, "meeting_word.score", "meeting_word.score_form", "meeting_word.score_about", true},
      {Ask::review, "meeting_word.review", "meeting_word.review_form", "meeting_word.review_about"},
      {Ask::tell, "meeting_word.tell", "meeting_word.tell_form", "meeting_word.tell_about", true},
      {Ask::signal, "meeting_word.signal", "meeting_word.signal_form", "meeting_word.signal_about", true},
      {Ask::learn, "meeting_word.learn", "meeting_word.learn_form", "meeting_word.learn_about", true},
      {Ask::correct, "meeting_word.correct", "meeting_word.correct_form", "meeting_word.correct_about", true},
      {Ask::withdraw, "meeting_word.withdraw", "meeting_word.withdraw_form", "meeting_word.withdraw_about"},
      {Ask::restore, "meeting_word.restore", "meeting_word.restore_form", "meeting_word.restore_about"},
      {Ask::undo, "meeting_word.undo", "meeting_word.undo_form", "meeting_word.undo_about"},
      {Ask::resume, "meeting_word.resume", "meeting_word.resume_form", "meeting_word.resume_about"},
      {Ask::concern, "meeting_word.concern", "meeting_word.concern_form", "meeting_word.concern_about", true},
      {Ask::acute, "meeting_word.acute", "meeting_word.acute_form", "meeting_word.acute_about", true},
      {Ask::handled, "meeting_word.handled", "meeting_word.handled_form", "meeting_word.handled_about", true},
      {Ask::meldcode, "meeting_word.meldcode", "meeting_word.meldcode_form", "meeting_word.meldcode_about", true},
      {Ask::start, "meeting_word.start", "meeting_word.start_form", "meeting_word.start_about"},
      {Ask::take, "meeting_word.take", "meeting_word.take_form", "meeting_word.take_about"},
      {Ask::park, "meeting_word.park", "meeting_word.park_form", "meeting_word.park_about"},
      {Ask::ready, "meeting_word.ready", "meeting_word.ready_form", "meeting_word.ready_about"},
      {Ask::chair, "meeting_word.chair", "meeting_word.chair_form", "meeting_word.chair_about"},
      {Ask::arrive, "meeting_word.arrive", "meeting_word.arrive_form", "meeting_word.arrive_about"},
      {Ask::leave, "meeting_word.leave", "meeting_word.leave_form", "meeting_word.leave_about"},
      {Ask::finish, "meeting_word.finish", "meeting_word.finish_form", "meeting_word.finish_about"},
      {Ask::other, "meeting_word.other", "meeting_word.other_form", "meeting_word.other_about"},
      {Ask::agenda, "meeting_word.agenda", "meeting_word.agenda_form", "meeting_word.agenda_about"},
      {Ask::said, "meeting_word.said", "meeting_word.said_form", "meeting_word.said_about"},
      {Ask::plan, "meeting_word.plan", "meeting_word.plan_form", "meeting_word.plan_about"},
      {Ask::network, "meeting_word.network", "meeting_word.network_form", "meeting_word.network_about", true},
      {Ask::people, "meeting_word.people", "meeting_word.people_form", "meeting_word.people_about"},
      {Ask::step, "meeting_word.step", "meeting_word.step_form", "meeting_word.step_about"},
      {Ask::pasted, "meeting_word.pasted", "meeting_word.pasted_form", "meeting_word.pasted_about"},
      {Ask::waiting, "meeting_word.waiting", "meeting_word.waiting_form", "meeting_word.waiting_about"},
      {Ask::drop, "meeting_word.drop", "meeting_word.drop_form", "meeting_word.drop_about"},
      {Ask::help, "meeting_word.help", "meeting_word.help_form", "meeting_word.help_about"},
      {Ask::stop, "meeting_word.stop", "meeting_word.stop_form", "meeting_word.stop_about"},
  };
  return words;
}

std::vector<std::string_view> MeetingWord::names(Lang lang) const {
  std::vector<std::string_view> all;
  auto rest = text::find(word)->text(lang);
  for (auto comma = rest.find(','); comma != std::string_view::npos; comma = rest.find(',')) {
    all.push_back(trimmed(rest.substr(0, comma)));
    rest.remove_prefix(comma + 1);
  }
  all.push_back(trimmed(rest));
  return all;
}

const MeetingWord* meeting_word(std::string_view typed) {
  const auto wanted = folded(trimmed(typed));
  for (const auto& word : meeting_words())
    for (const auto lang : text::languages())
      for (const auto name : word.names(lang))
        if (name == wanted) return &word;
  return nullptr;
}

std::string name_of(Ask ask, const text::Voice& voice) {
  const auto found = std::ranges::find(meeting_words(), ask, &MeetingWord::ask);
  return found == meeting_words().end() ? std::string() : std::string(found->name(voice));
}

std::vector<std::string> meeting_help(std::string_view about, const text::Voice& voice) {
  const auto line = [&](const MeetingWord& word) { return word.form.in(voice) + "  -  " + word.about.in(voice); };
  if (const auto* one = meeting_word(about)) return {line(*one)};
  std::vector<std::string> lines{text::say(voice, "meeting_help.say"), text::say(voice, "meeting_help.kind"),
                                 text::say(voice, "meeting_help.to"), text::say(voice, "meeting_help.yes"),
                                 text::say(voice, "meeting_help.turn")};
  for (const auto& word : meeting_words()) lines.push_back(line(word));
  lines.push_back(text::say(voice, "meeting_help.command"));
  lines.push_back(text::say(voice, "meeting_help.keys"));
  return lines;
}

}  // namespace casus::desk
