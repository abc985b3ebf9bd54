// SPDX-License-Identifier: EUPL-1.2
#include "cli/export.hpp"

#include "cli/context.hpp"
#include "core/report/case_json.hpp"
#include "core/report/dossier.hpp"
#include "core/report/network_map.hpp"

#include <nlohmann/json.hpp>

namespace casus::cli {

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

void Export::shape(Slots& slots) {
  CasePage::shape(slots);
  slots.option("format", format_, {"soort bestand", "kind of file"});
  slots.option("out", out_, {"bestand om te schrijven; anders het scherm", "file to write; else the screen"});
}

int Export::run(Context& context) {
  const auto state = context.open_case(case_id_);
  const auto bytes = exported(context, state, format_);
  if (!out_.empty()) write_file(out_, bytes);
  if (context.json()) {
    nlohmann::json document{{"case", state.id}, {"version", state.version}, {"format", key(format_)}};
    if (out_.empty()) document["content"] = bytes;
    else document["file"] = out_;
    context.screen().json(document);
  } else if (out_.empty()) {
    context.screen().text(bytes);
  } else {
    context.screen().line(context.say({"dossier geschreven: {}", "dossier written: {}"}, out_));
  }
  return kDone;
}

}  // namespace casus::cli
