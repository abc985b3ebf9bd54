// SPDX-License-Identifier: EUPL-1.2
#include "core/report/exchange/logboek.hpp"

#include "core/desk/catalogue.hpp"
#include "core/desk/reading.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

/// What was looked at, for the municipality's own log of what is done with data.
namespace casus::desk {
namespace {

class StoreLogboek final : public Verb {
 public:
  Access access() const override { return reads(Ground::house); }
  void shape(Slots& slots) override {
    slots.output_word("FILE", out_, "help.logboek_file");
    slots.needed("activity", activity_, "help.logboek_activity");
    slots.option("from", from_, "help.logboek_from");
  }

  void run(Desk& desk, Reply& reply) override {
    if (!report::names_activity(activity_)) throw Usage{desk.say("logboek.no_activity", "activity"_is = activity_)};
    std::size_t looks = 0, lines = 0, unread = 0;
    store::OutputWriter file(out_);
    unread = each_look_for_figures(desk, [&](const Case& state, const Look& look) {
      if (from_ && date_of(look.at) < *from_) return;
      ++looks;
      const auto which = fmt::format("{} {}", state.id, look.number);
      report::LoggedLook line{desk.store().pseudonym("trace " + which), {}, {}, look.seen.part, look.at};
      const auto add = [&](const std::string& person, const std::string& subject) {
        line.span = desk.store().pseudonym(fmt::format("span {} {}", which, person)).substr(0, 16);
        line.subject = subject;
        file.add(report::logboek_line(line, activity_).dump() + '\n');
        ++lines;
      };
      const auto subjects = data_subjects(desk, state);
      for (const auto& one : subjects) add(one.person, one.id);
      if (subjects.empty()) add({}, {});
    });
    file.finish();
    if (desk.json()) return reply.json({{"file", out_.path}, {"looks", looks}, {"lines", lines}, {"unread", unread}});
    reply.line(desk.say("logboek.written", "path"_is = out_.path, "looks"_is = looks, "lines"_is = lines), Tone::good);
    if (unread > 0)
      reply.line(desk.say("logboek.unread", "cases"_is = text::msg("count.cases", "count"_is = unread)), Tone::warning);
  }

 private:
  store::OutputFile out_;
  std::string activity_;
  std::optional<Date> from_;
};

}  // namespace

Entries logboek_verbs() {
  return {{"store logboek", "help.store_logboek", "help.store_logboek_example", fresh<StoreLogboek>}};
}

}  // namespace casus::desk
