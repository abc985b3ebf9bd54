// SPDX-License-Identifier: EUPL-1.2
#include "core/base/record_field.hpp"
#include "core/web/meeting/danger.hpp"
#include "core/web/meeting/meeting_pages.hpp"
#include "core/web/meeting/more_forms.hpp"
#include "core/web/meeting/parts.hpp"
#include "core/web/meeting/records.hpp"
#include "core/web/sent_form.hpp"
#include "core/web/visit.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

/// What came with another case on the table than it was written for.
namespace casus::web {
namespace {

using text::say;

struct LateForm {
  std::string what;  ///< is done by it
  std::string at;    ///< the case that it was written for; empty: nobody knows
  bool typed = false;
  bool danger = false;
  bool of_team = false;  ///< its words go to the team, whatever lies on the table
};

bool is_one_of(std::string_view what, std::initializer_list<std::string_view> all) {
  return std::ranges::find(all, what) != all.end();
}

bool is_of_danger(const std::string& words) { return desk::tells_of_danger(desk::WaitingLine{.line = words}); }

LateForm late_form_of(const Visit& visit) {
  LateForm form{visit.fields.get("do"), visit.fields.get("at")};
  form.danger = is_one_of(form.what, {"concern", "acute"});
  form.of_team = is_for_team(visit);
  for (const auto& field : visit.fields.each()) {
    if (!is_typed(field.name) || trimmed(field.value).empty()) continue;
    // A line that waits is there still; what was written with it is what may get lost.
    if (form.what == "place" && field.name == "line") continue;
    form.typed = true;
    form.danger = form.danger || is_of_danger(field.value);
  }
  return form;
}

/// Whether it means the same in the case that it was written for; of one that knows none, in another too.
bool can_be_sent_again(const LateForm& form) {
  if (is_one_of(form.what, {"say", "concern", "acute", "line", "action", "goal"})) return true;
  if (form.of_team) return true;
  return !form.at.empty() && is_one_of(form.what, {"correct", "question", "hopes", "handled", "record", "form"});
}

/// What was chosen in a field of a record, or ticked there, says nothing to who reads it, and goes along unseen. A form
/// of before says not which fields are typed: there one word was probably chosen.
bool is_chosen(const Visit& visit, const Header& field) {
  if (!field.name.starts_with(kOwnField)) return false;
  const auto typed = visit.fields.all(kOwnWords);
  if (typed.empty()) return field.value.find(' ') == std::string::npos;
  return std::ranges::find(typed, field.name) == typed.end();
}

/// The form as it was, for the case that it is about now.
Html once_more(const Visit& visit, const LateForm& late, const std::string& to, const std::string& about) {
  const bool again = can_be_sent_again(late);
  const bool reports = is_one_of(late.what, {"concern", "acute"});
  Html inside;
  int areas = 0;
  for (const auto& field : visit.fields.each()) {
    if (is_one_of(field.name, {"token", "command", "at", "do"})) continue;
    if (late.what == "place" && field.name == "line") continue;
    if (is_typed(field.name) && !is_chosen(visit, field) && !trimmed(field.value).empty()) {
      Field typed{"late-" + std::to_string(++areas), field.name, say(visit.lang, "web.typed"), field.value};
      typed.required = true;
      typed.draft = draft_of(visit, to, field.name, areas == 1);
      inside += field.name == "line" ? input(typed) : text_area(typed);
    } else if (again && !(late.at.empty() && is_one_of(field.name, {"re", "ref"}))) {
      inside += hidden(field.name, field.value);  // in another case it is the number of something else
    }
  }
  if (!again) return inside;
  Html buttons;
  if (reports)
    buttons = button(say(visit.lang, "web.concern"), "do", "concern") +
              button(say(visit.lang, "web.acute"), "do", "acute", "danger");
  else buttons = button(say(visit.lang, "web.send_typed"), "do", late.what, "first");
  return form({to, visit.form_token(), "late-form", true, desk::new_command_id()},
              hidden("at", about) + inside + el("div", {{"class", "row"}}, buttons));
}

/// What to do with what was typed.
std::string what_to_do(const Visit& visit, const LateForm& late, const std::string& to, const std::string& about) {
  const auto lang = visit.lang;
  if (!can_be_sent_again(late)) return say(lang, "web.late_typed");
  if (late.of_team) return say(lang, "web.late_team");
  if (late.at.empty()) return say(lang, "web.late_here", "case"_is = about);
  if (!late.danger) return say(lang, "web.late_at", "case"_is = about);
  return to == "/lead" ? say(lang, "web.late_danger_take", "case"_is = about)
                       : say(lang, "web.late_danger_ask", "case"_is = about);
}

}  // namespace

Response MeetingPages::given_back(const Visit& visit, const desk::Guided& now, const std::string& to) {
  const auto lang = visit.lang;
  const auto late = late_form_of(visit);
  const auto about = late.at.empty() || late.of_team ? at_hand(now) : late.at;
  auto why = say(lang, "web.was_between");
  if (!late.at.empty()) why = say(lang, "web.was_at_another", "case"_is = late.at);
  else if (!visit.fields.has("at")) why = say(lang, "web.was_of_no_case");
  auto all = el("h1", say(lang, "web.not_now")) + told(Told::warning, why);
  if (late.danger) all += told(Told::bad, say(lang, "web.late_danger"));
  if (late.typed) all += el("p", what_to_do(visit, late, to, about)) + once_more(visit, late, to, about);
  // Whatever is said meanwhile takes no newer page in the place of this one.
  return page(visit, now, el("div", {{"data-stays", true}}, all + el("p", link(to, say(lang, "web.late_leave")))), to,
              403);
}

Response MeetingPages::seen_at_once(const Visit& visit, desk::GuidedMeeting& guided, const Html& drawn,
                                    const std::string& to) {
  const auto& now = guided.now();
  const auto why = part("seen-at-once", told(Told::warning, say(visit.lang, "web.seen_at_once")));
  return page(visit, now, why + typed_back(visit, drawn, to) + drawn, to, 422);
}

Response MeetingPages::as_typed(const Visit& visit, desk::GuidedMeeting& guided, const Html& drawn,
                                const std::string& to) {
  const auto& now = guided.now();
  if (is_of_case_at_hand(visit, to) && is_of_another_case(visit, now)) return given_back(visit, now, to);
  if (was_unseen(visit, now)) return seen_at_once(visit, guided, drawn, to);
  return page(visit, now, typed_back(visit, drawn, to) + drawn, to, 200);
}

}  // namespace casus::web
