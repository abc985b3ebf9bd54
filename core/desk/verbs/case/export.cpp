// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/case/export.hpp"

#include "core/desk/reading.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/report/case_json.hpp"
#include "core/report/documents/dossier.hpp"
#include "core/report/documents/extract.hpp"
#include "core/report/pictures/network_map.hpp"

#include <nlohmann/json.hpp>

namespace casus::desk {
namespace {

/// Of several residents one is meant: the one that was named, or the one who is typing.
std::string resident_of(const Desk& desk, const Case& state, const std::string& named) {
  if (!named.empty()) {
    const auto* person = state.person(named);
    if (person == nullptr || !person->has(Role::resident))
      throw Usage{desk.say("export.resident_case", "named"_is = named, "case"_is = state.id)};
    return person->id;
  }
  if (const auto* self = state.person(desk.who_or_nobody()); self != nullptr && self->has(Role::resident))
    return self->id;
  std::string names, first;
  int count = 0;
  for (const auto& person : state.people) {
    if (!person.has(Role::resident)) continue;
    if (first.empty()) first = person.id;
    names += (names.empty() ? "" : ", ") + person.name;
    ++count;
  }
  if (count > 1) throw Usage{desk.say("export.whom_extract_choose_resident", "names"_is = names)};
  return first;
}

page::Page extract_page(Desk& desk, const Case& state, const report::ExtractWishes& wishes) {
  return report::extract_page(state, accountability_of(desk, state).looks, wishes, desk.definitions(), desk.voice());
}

std::string written(const page::Page& page, Format format, const text::Voice& voice) {
  return format == Format::markdown ? page::page_markdown(page) : page::page_html(page, voice);
}

/// An erased case has no history to look back on.
page::Page dossier(Desk& desk, const Case& state) {
  if (state.stage.life == Life::erased || state.evaluations.empty())
    return report::dossier_page(state, desk.definitions(), desk.voice());
  const auto then = looked_back_on(desk, state);
  return report::dossier_page(state, desk.definitions(), desk.voice(), &then.state);
}

}  // namespace

std::string exported(Desk& desk, const Case& state, Format format) {
  if (format == Format::json) return report::case_json(state, desk.definitions(), desk.voice()).dump(2) + '\n';
  if (format == Format::svg) return report::network_svg(state, desk.voice());
  return written(dossier(desk, state), format, desk.voice());
}

void show_extract(Desk& desk, Reply& reply, const Case& state) {
  const auto page = extract_page(desk, state, {resident_of(desk, state, {}), false});
  if (desk.json()) reply.json({{"case", state.id}, {"version", state.version}, {"extract", page::page_markdown(page)}});
  else reply.page(page);
}

page::Page DossierPage::paper(Desk& desk, const Case& state) { return dossier(desk, state); }

nlohmann::json DossierPage::document(Desk& desk, const Case& state) {
  return {{"dossier", page::page_markdown(dossier(desk, state))}};
}

void Export::shape(Slots& slots) {
  CasePage::shape(slots);
  slots.option("format", format_, "help.kind_file");
  slots.option("for", audience_, "help.whom_team_resident");
  slots.option("resident", resident_, "help.which_resident_when_several");
  slots.flag("with-safety", with_safety_, "help.notes_safety_weigh_together_first");
  slots.output("out", out_, "help.file_write_else_screen");
}

CasePart Export::part() const { return audience_ == Audience::resident ? CasePart::extract : CasePart::dossier; }

bool Export::check(Desk& desk, Reply&) {
  if (audience_ == Audience::team && (with_safety_ || !resident_.empty()))
    throw Usage{desk.say("export.safety_resident_go_resident")};
  if (const auto format = format_.value_or(Format::markdown);
      audience_ == Audience::resident && format != Format::markdown && format != Format::html)
    throw Usage{desk.say("export.residents_extract_comes_as_format")};
  return true;
}

void Export::page(Desk& desk, Reply& reply, const Case& state, Sight sight) {
  const bool extract = audience_ == Audience::resident || sight == Sight::resident;
  // The resident's own line is typed without knowing of formats: what cannot be had as asked for comes as text.
  const auto asked = format_.value_or(Format::markdown);
  const auto format = extract && asked != Format::html ? Format::markdown : asked;
  const bool with_safety = with_safety_ && sight != Sight::resident;
  const auto words = extract ? Words("document.extract_written") : Words("document.dossier_written");
  const auto put = [&](const std::string& bytes) {
    put_document(desk, reply, {{"case", state.id}, {"version", state.version}, {"format", key(format)}}, bytes, out_,
                 words, Tone::plain);
  };
  if (format == Format::json || format == Format::svg) return put(exported(desk, state, format));
  auto paper =
      extract ? extract_page(desk, state, {resident_of(desk, state, resident_), with_safety}) : dossier(desk, state);
  auto bytes = written(paper, format, desk.voice());
  if (desk.json() || !out_.empty()) return put(bytes);
  // As a file where lines go on to a file, else as the page that it is.
  auto to_read = format_ ? std::string() : page::page_text(paper);
  reply.text(std::move(bytes), std::move(paper), std::move(to_read));
}

}  // namespace casus::desk
