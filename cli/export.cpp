// SPDX-License-Identifier: EUPL-1.2
#include "cli/export.hpp"

#include "cli/context.hpp"
#include "core/report/case_json.hpp"
#include "core/report/documents/dossier.hpp"
#include "core/report/documents/extract.hpp"
#include "core/report/pictures/network_map.hpp"

#include <nlohmann/json.hpp>

namespace casus::cli {
namespace {

/// Of several residents one is meant: the one that was named, or the one who is typing.
std::string resident_of(const Context& context, const Case& state, const std::string& named) {
  if (!named.empty()) {
    const auto* person = state.person(named);
    if (person == nullptr || !person->has(Role::resident))
      throw Usage{context.say({"{} is in casus {} geen inwoner", "{} is no resident in case {}"}, named, state.id)};
    return person->id;
  }
  if (const auto* self = state.person(context.who_or_nobody()); self != nullptr && self->has(Role::resident))
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
    throw Usage{context.say(
        {"voor wie is het uittreksel? kies met --resident: {}", "whom is the extract for? choose with --resident: {}"},
        names)};
  return first;
}

std::string extract_of(Context& context, const Case& state, const report::ExtractWishes& wishes, Format format) {
  const auto lang = context.lang();
  auto text = report::extract_markdown(state, context.service().looks(state.id), wishes, context.definitions(), lang);
  if (format == Format::markdown) return text;
  return report::dossier_html(text, context.say({"Uittreksel", "Extract"}), lang);
}

}  // namespace

namespace {

/// An erased case has no history to look back on.
std::string dossier(Context& context, const Case& state) {
  if (state.stage.life == Life::erased || state.evaluations.empty())
    return report::dossier_markdown(state, context.definitions(), context.lang());
  const auto then = looked_back_on(context, state);
  return report::dossier_markdown(state, context.definitions(), context.lang(), &then.state);
}

}  // namespace

std::string exported(Context& context, const Case& state, Format format) {
  const auto lang = context.lang();
  switch (format) {
    case Format::markdown: return dossier(context, state);
    case Format::html:
      return report::dossier_html(dossier(context, state), state.title, lang, report::dossier_pictures(state, lang));
    case Format::json: return report::case_json(state, context.definitions()).dump(2) + '\n';
    case Format::svg: return report::network_svg(state, lang);
  }
  return {};
}

int show_extract(Context& context, const Case& state) {
  const auto text = extract_of(context, state, {resident_of(context, state, {}), false}, Format::markdown);
  if (context.json()) context.screen().json({{"case", state.id}, {"version", state.version}, {"extract", text}});
  else context.screen().text(text);
  return kDone;
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

void Export::check(Context& context) const {
  if (audience_ == Audience::team && (with_safety_ || !resident_.empty()))
    throw Usage{context.say({"--with-safety en --resident horen bij --for resident",
                             "--with-safety and --resident go with --for resident"})};
  if (audience_ == Audience::resident && format_ != Format::markdown && format_ != Format::html)
    throw Usage{context.say({"het uittreksel voor de inwoner is er als --format md of html",
                             "the resident's extract comes as --format md or html"})};
}

int Export::page(Context& context, const Case& state, Sight sight) {
  const bool extract = audience_ == Audience::resident || sight == Sight::resident;
  // The resident's own line is typed without knowing of formats: what cannot be had as asked for comes as text.
  const auto format = extract && format_ != Format::html ? Format::markdown : format_;
  const bool with_safety = with_safety_ && sight != Sight::resident;
  const auto bytes = extract ? extract_of(context, state, {resident_of(context, state, resident_), with_safety}, format)
                             : exported(context, state, format);
  return put_document(context, {{"case", state.id}, {"version", state.version}, {"format", key(format)}}, bytes, out_,
                      extract ? Words{"uittreksel geschreven: {}; lees het na voordat je het geeft",
                                      "extract written: {}; read it through before you give it"}
                              : Words{"dossier geschreven: {}", "dossier written: {}"},
                      Screen::Tone::plain);
}

}  // namespace casus::cli
