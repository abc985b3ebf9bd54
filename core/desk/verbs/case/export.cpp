// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/case/export.hpp"

#include "core/desk/answers.hpp"
#include "core/desk/catalogue.hpp"
#include "core/desk/reading.hpp"
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
      throw Usage{desk.say({"{} is in casus {} geen inwoner", "{} is no resident in case {}"}, named, state.id)};
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
  if (count > 1)
    throw Usage{desk.say(
        {"voor wie is het uittreksel? kies met --resident: {}", "whom is the extract for? choose with --resident: {}"},
        names)};
  return first;
}

std::string extract_of(Desk& desk, const Case& state, const report::ExtractWishes& wishes, Format format) {
  const auto lang = desk.lang();
  const auto page = report::extract_page(state, accountability_of(desk, state).looks, wishes, desk.definitions(), lang);
  return format == Format::markdown ? page::page_markdown(page) : page::page_html(page, lang);
}

/// An erased case has no history to look back on.
page::Page dossier(Desk& desk, const Case& state) {
  if (state.stage.life == Life::erased || state.evaluations.empty())
    return report::dossier_page(state, desk.definitions(), desk.lang());
  const auto then = looked_back_on(desk, state);
  return report::dossier_page(state, desk.definitions(), desk.lang(), &then.state);
}

}  // namespace

std::string exported(Desk& desk, const Case& state, Format format) {
  const auto lang = desk.lang();
  switch (format) {
    case Format::markdown: return page::page_markdown(dossier(desk, state));
    case Format::html: return page::page_html(dossier(desk, state), lang);
    case Format::json: return report::case_json(state, desk.definitions()).dump(2) + '\n';
    case Format::svg: return report::network_svg(state, lang);
  }
  return {};
}

void show_extract(Desk& desk, Reply& reply, const Case& state) {
  const auto text = extract_of(desk, state, {resident_of(desk, state, {}), false}, Format::markdown);
  if (desk.json()) reply.json({{"case", state.id}, {"version", state.version}, {"extract", text}});
  else reply.text(text);
}

void Export::shape(Slots& slots) {
  CasePage::shape(slots);
  slots.option("format", format_, {"soort bestand", "kind of file"});
  slots.option("for", audience_, {"voor wie: het team of de inwoner", "for whom: the team or the resident"});
  slots.option("resident", resident_, {"welke inwoner, als er meer zijn", "which resident, when there are several"});
  slots.flag("with-safety", with_safety_,
             {"met de aantekeningen over veiligheid; weeg dat eerst samen af",
              "with the notes on safety; weigh that together first"});
  slots.output("out", out_, {"bestand om te schrijven; anders het scherm", "file to write; else the screen"});
}

CasePart Export::part() const { return audience_ == Audience::resident ? CasePart::extract : CasePart::dossier; }

void Export::check(Desk& desk) const {
  if (audience_ == Audience::team && (with_safety_ || !resident_.empty()))
    throw Usage{desk.say({"--with-safety en --resident horen bij --for resident",
                          "--with-safety and --resident go with --for resident"})};
  if (audience_ == Audience::resident && format_ != Format::markdown && format_ != Format::html)
    throw Usage{desk.say({"het uittreksel voor de inwoner is er als --format md of html",
                          "the resident's extract comes as --format md or html"})};
}

void Export::page(Desk& desk, Reply& reply, const Case& state, Sight sight) {
  const bool extract = audience_ == Audience::resident || sight == Sight::resident;
  // The resident's own line is typed without knowing of formats: what cannot be had as asked for comes as text.
  const auto format = extract && format_ != Format::html ? Format::markdown : format_;
  const bool with_safety = with_safety_ && sight != Sight::resident;
  const auto bytes = extract ? extract_of(desk, state, {resident_of(desk, state, resident_), with_safety}, format)
                             : exported(desk, state, format);
  put_document(desk, reply, {{"case", state.id}, {"version", state.version}, {"format", key(format)}}, bytes, out_,
               extract ? Words{"uittreksel geschreven: {}; lees het na voordat je het geeft",
                               "extract written: {}; read it through before you give it"}
                       : Words{"dossier geschreven: {}", "dossier written: {}"},
               Tone::plain);
}

}  // namespace casus::desk
