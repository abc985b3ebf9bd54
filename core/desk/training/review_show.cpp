// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/training/review_show.hpp"

#include "core/base/files/definition_file.hpp"
#include "core/desk/definitions.hpp"
#include "core/desk/places.hpp"
#include "core/model/person_name.hpp"
#include "core/page/layout.hpp"
#include "core/report/history/history_text.hpp"
#include "core/service/definitions.hpp"
#include "core/simulation/styles_review.hpp"
#include "core/text/day_words.hpp"
#include "core/text/label.hpp"
#include "core/training/library_names.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace casus::desk {
namespace {

using nlohmann::json;
using simulation::Deed;
using simulation::ShownStep;

std::string participants_file(const ReviewWish& wish) {
  if (!wish.file.empty()) return wish.file;
  for (const auto& folder : workflow_folders()) {
    const auto file = std::filesystem::path(folder) / "participants" / "made-up-team.json";
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored)) return file.string();
  }
  return "participants/made-up-team.json";
}

std::vector<simulation::MadeUpPerson> people_of(Desk& desk, const ReviewWish& wish,
                                                const simulation::Participants& participants) {
  if (wish.people.empty()) return participants.people;
  std::vector<std::string_view> styles;
  for (const auto& style : participants.styles) styles.push_back(style.id);
  std::vector<simulation::MadeUpPerson> all;
  for (const auto& typed : wish.people) {
    const auto equals = typed.find('=');
    const auto name = std::string(trimmed(typed.substr(0, equals)));
    const auto style = equals == std::string::npos ? std::string() : typed.substr(equals + 1);
    if (name.empty()) throw Usage{desk.say("train_show.person_give_name_style")};
    if (participants.style(style) == nullptr)
      throw Usage{fmt::format("--person: {}", not_among(style, styles, desk.voice()))};
    for (const auto& other : all)
      if (same_name(other.name, name)) throw Usage{desk.say("train_show.person_twice", "name"_is = name)};
    all.push_back({name, style});
  }
  if (all.size() < 3) throw Usage{desk.say("train_show.person_three_people_needed_least")};
  return all;
}

std::string tried(const Deed& deed) {
  if (const auto* said = std::get_if<Say>(&deed.command.body)) return said->text;
  return std::string(name_of(deed.command.body));
}

json document(const simulation::ReviewShow& show, const std::vector<ShownStep>& steps, const text::Voice& voice) {
  json people = json::array(), all = json::array();
  for (const auto& person : show.people) people.push_back({{"name", person.name}, {"style", person.style}});
  int refused = 0, noticed = 0;
  for (const auto& step : steps) {
    json deeds = json::array();
    for (const auto& deed : step.deeds) {
      json one{{"by", deed.by}, {"did", name_of(deed.command.body)}, {"at", to_string(deed.command.at)}};
      if (deed.style != nullptr) one["style"] = deed.style->id;
      if (const auto* said = std::get_if<Say>(&deed.command.body)) {
        one["kind"] = said->kind;
        one["text"] = said->text;
      }
      if (deed.refusal) {
        ++refused;
        one["refused"] = {{"name", deed.refusal->name},
                          {"rule", deed.refusal->rule},
                          {"reason", deed.refusal->reason.in(show.lang)},
                          {"remedy", deed.refusal->remedies_in(voice)}};
      }
      json events = json::array(), remarks = json::array();
      for (const auto& event : deed.events) {
        events.push_back(name_of(event.body));
        if (const auto said = said_in_step(event.body))
          for (const auto& it : *said->noticed) {
            ++noticed;
            remarks.push_back({{"rule", it.rule}, {"message", it.message.in(show.lang)}});
          }
      }
      one["events"] = std::move(events);
      if (!remarks.empty()) one["noticed"] = std::move(remarks);
      deeds.push_back(std::move(one));
    }
    all.push_back({{"phase", step.step.empty() ? json() : json(key(step.phase))},
                   {"step", step.step},
                   {"from", to_string(step.from)},
                   {"deeds", std::move(deeds)}});
  }
  return {{"method", show.method},   {"mode", key(show.mode)}, {"seed", show.seed}, {"people", std::move(people)},
          {"steps", std::move(all)}, {"refused", refused},     {"noticed", noticed}};
}

/// Without the line break at its end.
std::string cut(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

void tell_deed(Desk& desk, Reply& reply, const text::Voice& voice, const report::Definitions& names, const Deed& deed,
               int& refused, int& noticed) {
  const auto who = deed.style == nullptr ? deed.by : fmt::format("{} ({})", deed.by, deed.style->name.in(voice));
  if (deed.refusal) {
    ++refused;
    const bool next = std::holds_alternative<NextStep>(deed.command.body);
    reply.prose(who + ": ", next ? desk.say("train_show.wants_go") : tried(deed));
    const auto rule = deed.refusal->rule.empty() ? std::string() : " (" + deed.refusal->rule + ")";
    reply.line(cut(page::paragraph(desk.say("train_show.refused", "rule"_is = rule), deed.refusal->reason.in(voice))),
               Tone::bad);
    reply.line(cut(page::paragraph("  ", deed.refusal->remedies_in(voice))), Tone::quiet);
    return;
  }
  for (const auto& event : deed.events) {
    if (std::holds_alternative<StepEntered>(event.body)) continue;
    const auto* said = std::get_if<Contributed>(&event.body);
    reply.prose(who + ": ", said != nullptr ? said->text : report::event_in_words(event, deed.after, names, voice));
    const auto heard = said_in_step(event.body);
    if (!heard) continue;
    for (const auto& it : *heard->noticed) {
      ++noticed;
      reply.line(cut(page::paragraph(desk.say("train_show.noticed", "rule"_is = it.rule), it.message.in(voice))),
                 Tone::warning);
    }
  }
}

std::vector<Reply> told(Desk& desk, const text::Voice& voice, const engine::Library& library,
                        const simulation::Participants& participants, const simulation::ReviewShow& show,
                        const std::vector<ShownStep>& steps) {
  const auto& method = *library.method(show.method);
  std::vector<Reply> replies(1);
  auto& first = replies.front();
  first.line(desk.say("train_show.made_up_review", "method"_is = method.name.in(voice)), Tone::strong);
  for (const auto& person : show.people)
    first.line(fmt::format("- {}: {}", person.name, participants.style(person.style)->name.in(voice)));
  first.text(page::paragraph("", participants.note.in(voice)));
  const training::LibraryNames names(library);
  int refused = 0, noticed = 0;
  for (const auto& step : steps) {
    auto& reply = replies.emplace_back();
    const auto* known = method.step(step.phase, step.step);
    reply.text(page::heading(known == nullptr
                                 ? "Intake"
                                 : fmt::format("{} ({}, {})", known->name.in(voice), label(step.phase, voice),
                                               text::day_in_words(date_of(step.from), voice))));
    for (const auto& deed : step.deeds) tell_deed(desk, reply, voice, names, deed, refused, noticed);
  }
  auto& last = replies.emplace_back();
  last.line();
  last.line(desk.say("train_show.done_refusals_remarks", "refused"_is = refused, "noticed"_is = noticed), Tone::good);
  last.line(desk.say("train_show.do_again_other_people_styles",
                     "dominant"_is = desk.to_type(
                         "casus train show --person Noor=careful --person Bram=quiet --person Ria=dominant")),
            Tone::quiet);
  return replies;
}

}  // namespace

std::vector<Reply> show_review(Desk& desk, const ReviewWish& wish, const text::Voice& voice) {
  desk.require_method(wish.method);
  if (wish.seed < 0) throw Usage{desk.say("train_show.seed_give_number_from_0")};
  const auto path = participants_file(wish);
  const auto [participants, problems] = simulation::parse_participants(read_file(desk, path, kMostDefinitionBytes));
  std::vector<Reply> replies(1);
  auto& reply = replies.front();
  if (!problems.empty()) {
    not_usable(desk, reply, path, problems);
    return replies;
  }
  const simulation::ReviewShow show{wish.method, wish.mode, static_cast<std::uint64_t>(wish.seed), desk.voice(),
                                    people_of(desk, wish, participants)};
  const auto memory = store::open_memory();
  const service::Definitions library(*memory, desk.methods(), desk.workflows());
  const auto steps = simulation::show_review(library, participants, show);
  if (!desk.json()) return told(desk, voice, library, participants, show, steps);
  reply.json(document(show, steps, voice));
  return replies;
}

}  // namespace casus::desk
