// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/desk/sendmail.hpp"
#include "core/desk/today/own_actions.hpp"
#include "core/desk/today/search.hpp"
#include "core/desk/today/today.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/page/layout.hpp"

#include <nlohmann/json.hpp>

#include <cctype>

/// Where somebody begins: today, what they took on, and finding a case.
namespace casus::desk {
namespace {

class CaseFind final : public Verb {
 public:
  Access access() const override { return reads(Ground::self); }
  void shape(Slots& slots) override { slots.word("TEXT", text_, "help.words_title_question_name_neighbourhood"); }

  void run(Desk& desk, Reply& reply) override {
    const auto found = find_cases(desk, text_);
    if (desk.json()) return reply.json(document(found));
    const auto voice = desk.voice();
    if (found.first.empty()) return reply.line(voice.say("find.nothing", "text"_is = text_));
    std::vector<page::Row> rows;
    for (const auto& one : found.first) rows.push_back({one.case_id, one.title, voice.say(in_words(one.in)), one.line});
    reply.text(page::table({voice.say("today.column_case"), voice.say("today.column_title"),
                            voice.say("find.column_where"), voice.say("find.column_line")},
                           rows));
    if (found.all > found.first.size())
      reply.line(voice.say("find.more", "shown"_is = found.first.size(), "all"_is = found.all));
    reply.line(voice.say("find.show", "show"_is = text::way("case show", "case"_is = found.first.front().case_id)),
               Tone::quiet);
  }

 private:
  nlohmann::json document(const FoundCases& found) const {
    auto cases = nlohmann::json::array();
    for (const auto& one : found.first)
      cases.push_back(
          {{"case", one.case_id}, {"title", one.title}, {"in", in_words(one.in).in(Lang::en)}, {"line", one.line}});
    return {{"text", text_}, {"cases", std::move(cases)}, {"all", found.all}};
  }

  std::string text_;
};

class ShowToday final : public Verb {
 public:
  Access access() const override { return reads(Ground::self); }
  void shape(Slots&) override {}
  void run(Desk& desk, Reply& reply) override {
    const auto today = today_of(desk);
    if (desk.json()) reply.json(today_json(today));
    else reply.page(today_page(today, desk.voice()));
  }
};

enum class ActionsFormat { text, markdown, html, mail };

constexpr std::array<Named<ActionsFormat>, 4> names_of(ActionsFormat) {
  return {{{ActionsFormat::text, "text", "word.page_format.text"},
           {ActionsFormat::markdown, "md", "word.page_format.md"},
           {ActionsFormat::html, "html", "word.page_format.html"},
           {ActionsFormat::mail, "mail", "word.page_format.mail"}}};
}

/// One's own actions, to take along.
class OwnActions final : public Verb {
 public:
  Access access() const override { return reads(Ground::self); }
  void shape(Slots& slots) override {
    slots.option("format", format_, "help.text_markdown_html_mail");
    slots.option("to", to_, "help.mail_address_of_the_draft");
    slots.output("out", out_, "help.file_write_else_screen");
  }

  void run(Desk& desk, Reply& reply) override {
    if (!to_.empty() && (format_ != ActionsFormat::mail || !is_mail_address(to_)))
      throw Usage{desk.say("own_actions.no_address", "to"_is = to_)};
    const auto today = today_of(desk);
    if (desk.json() && out_.empty()) return reply.json({{"who", today.who}, {"actions", today_json(today)["actions"]}});
    const auto page = own_actions_page(today, desk.voice());
    if (format_ == ActionsFormat::text && out_.empty()) return reply.page(page);
    put_document(desk, reply, {{"who", today.who}, {"format", key(format_)}}, bytes(today, page, desk.voice()), out_,
                 format_ == ActionsFormat::mail ? Words("own_actions.draft_written") : Words("document.written"));
  }

 private:
  std::string bytes(const Today& today, const page::Page& page, const text::Voice& voice) const {
    switch (format_) {
      case ActionsFormat::mail: return own_actions_mail(today, to_, voice);
      case ActionsFormat::html: return page::page_html(page, voice);
      case ActionsFormat::markdown: return page::page_markdown(page);
      case ActionsFormat::text: break;
    }
    return page::page_text(page);
  }

  ActionsFormat format_ = ActionsFormat::text;
  std::string to_;
  store::OutputFile out_;
};

/// The same, sent by the mail program of this machine.
class MailOwnActions final : public Verb {
 public:
  Access access() const override { return here(does(Ground::self)); }
  void shape(Slots& slots) override { slots.needed("to", to_, "help.mail_address_to_send"); }

  void run(Desk& desk, Reply& reply) override {
    const auto program = sendmail_program();
    if (program.empty()) throw Usage{desk.say("own_actions.mail_off")};
    const bool plain = !to_.empty() && std::isalnum(static_cast<unsigned char>(to_.front())) != 0;
    if (!plain || !is_mail_address(to_)) throw Usage{desk.say("own_actions.not_an_address", "to"_is = to_)};
    const auto today = today_of(desk);
    if (!today.agreed.empty())
      hand_to_sendmail(program, to_, own_actions_mail(today, to_, desk.voice(), MailFor::sending));
    if (desk.json()) return reply.json({{"who", today.who}, {"to", to_}, {"sent", !today.agreed.empty()}});
    if (today.agreed.empty()) return reply.line(desk.say("own_actions.none"));
    reply.line(desk.say("own_actions.sent", "to"_is = to_), Tone::good);
  }

 private:
  std::string to_;
};

}  // namespace

Entries finding_verbs() {
  return {
      {"today", "help.today_meeting_what_agreed_what", "help.today_as_noor", fresh<ShowToday>},
      {"plan mine", "help.own_actions_on_paper_or_mail", "help.plan_mine_example", fresh<OwnActions>},
      {"plan mail", "help.own_actions_sent", "help.plan_mail_example", fresh<MailOwnActions>},
      {"case find", "help.find_case_may_see", "help.case_find_mail_as_noor", fresh<CaseFind>},
  };
}

}  // namespace casus::desk
