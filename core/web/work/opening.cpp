// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/call.hpp"
#include "core/desk/forms/form.hpp"
#include "core/web/server/head.hpp"
#include "core/web/work/case_tabs.hpp"
#include "core/web/work/reply_html.hpp"
#include "core/web/work/verb_form.hpp"
#include "core/web/work/work_pages.hpp"

#include <algorithm>
#include <array>
#include <charconv>

/// Opening a case by four questions. What may be answered comes from the catalogue; here is how it is asked.
namespace casus::web {
namespace {

using text::msg;

struct Question {
  std::string_view field;    ///< that must be answered
  std::string_view besides;  ///< more of the same that may be ticked; empty for none
  std::string_view more;     ///< a text that may be; empty for none

  std::array<std::string_view, 3> fields() const { return {field, besides, more}; }
};
constexpr std::array<Question, 4> kQuestions{
    {{"title", "", ""}, {"privacy", "", ""}, {"basis", "more-bases", "basis-text"}, {"purpose", "", ""}}};

text::Message question_of(std::string_view field) {
  if (field == "title") return msg("web.open_title");
  if (field == "privacy") return msg("web.open_privacy");
  if (field == "basis") return msg("web.open_basis");
  return msg("web.open_purpose");
}

text::Message hint_of(std::string_view field) {
  if (field == "title") return msg("web.open_title_hint");
  if (field == "privacy") return msg("web.open_privacy_hint");
  if (field == "basis") return msg("web.open_basis_hint");
  return msg("web.open_purpose_hint");
}

/// Which question is asked now: none was answered yet when nothing says so.
std::size_t number_in(const std::string& typed) {
  std::size_t number = 0;
  (void)std::from_chars(typed.data(), typed.data() + typed.size(), number);
  return std::min(number, kQuestions.size() - 1);
}

Html control(const desk::EntryForm& open, const Question& asked, const Fields& given, Lang lang) {
  const auto* field = open.field(asked.field);
  Field it{"open-" + std::string(asked.field),        std::string(asked.field),
           text::say(lang, question_of(asked.field)), given.get(asked.field),
           text::say(lang, hint_of(asked.field)),     true};
  std::vector<std::pair<std::string, std::string>> options;
  for (const auto& choice : field->choices) options.emplace_back(choice.key, choice.label);
  auto all = options.empty() ? input(it) : radios(it, options);
  if (const auto* besides = open.field(asked.besides)) {
    Html ticks = el("legend", besides->label);
    const auto ticked = given.all(besides->name);
    for (const auto& choice : besides->choices)
      ticks += tick("open-" + besides->name + "-" + choice.key, besides->name, choice.key, choice.label,
                    std::ranges::find(ticked, choice.key) != ticked.end());
    all += el("fieldset", ticks);
  }
  if (const auto* more = open.field(asked.more))
    all += input({"open-" + more->name, more->name, more->label, given.get(more->name), more->help});
  return all;
}

/// What was answered to the other questions.
Html carried(const Question& asked, const Fields& given) {
  Html all;
  for (const auto& one : kQuestions)
    for (const auto field : one.fields())
      if (!field.empty() && &one != &asked)
        for (const auto& value : given.all(field))
          if (!value.empty()) all += hidden(std::string(field), value);
  return all;
}

}  // namespace

Response WorkPages::open(Visit& visit) {
  house_.sit(visit);
  const auto lang = visit.lang;
  const auto form = desk::form_of(*desk::entry_at("case open"), house_.desk.voice());
  const bool back = visit.fields.get("go") == "back";
  auto number = number_in(visit.fields.get("number"));
  bool unanswered = false;
  visit.again = Again::lasting;
  if (visit.posted()) {
    const auto& answer = visit.fields.get(kQuestions[number].field);
    if (back) number -= number == 0 ? 0 : 1;
    else if (trimmed(answer).empty()) unanswered = true;
    else if (number + 1 < kQuestions.size()) ++number;
    else {
      const auto reply = desk::call(house_.desk, {form.path, given_in(form, visit.fields), visit.command()});
      visit.again = Again::typed;
      if (reply.status != desk::Status::done) return ask_again(visit, form.path, {}, &reply);
      house_.tell(visit, reply_html(reply, lang));
      return see_other(place_of(reply.case_id));
    }
  }
  const auto& asked = kQuestions[number];
  auto page = document_for(visit, text::say(lang, "web.new_case"), "/open");
  auto command = visit.command();
  if (command.empty()) command = desk::new_command_id();
  const Html go_back = number == 0 ? Html()
                                   : el("button", {{"name", "go"}, {"value", "back"}, {"formnovalidate", true}},
                                        text::say(lang, "web.question_before"));
  const bool last = number + 1 == kQuestions.size();
  // The way on stands first: it is the one that Enter takes.
  page.body =
      el("h1", page.title) +
      el("p", {{"class", "quiet"}},
         text::say(lang, "web.question_of", "number"_is = number + 1, "of"_is = kQuestions.size())) +
      (unanswered ? told(Told::warning, text::say(lang, "web.answer_first")) : Html()) +
      web::form(
          {"/open", visit.form_token(), "open", false, command},
          hidden("number", std::to_string(number)) + carried(asked, visit.fields) +
              control(form, asked, visit.fields, lang) +
              el("div", {{"class", "row"}},
                 button(last ? text::say(lang, "web.open_it") : text::say(lang, "web.on"), {}, {}, "first") + go_back));
  return page_response(page, unanswered ? 422 : 200);
}

}  // namespace casus::web
