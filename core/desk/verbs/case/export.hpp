// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/verbs/case/pages.hpp"
#include "core/model/case.hpp"

#include <array>

namespace casus::desk {

enum class Format { markdown, html, json, svg };

constexpr std::array<Named<Format>, 4> names_of(Format) {
  return {{{Format::markdown, "md", "word.format.md"},
           {Format::html, "html", "word.format.html"},
           {Format::json, "json", "word.format.json"},
           {Format::svg, "svg", "word.format.svg"}}};
}

/// The whole case in one document.
std::string exported(Desk& desk, const Case& state, Format format);

/// The resident's extract on the screen, for a resident who looks at the own case.
void show_extract(Desk& desk, Reply& reply, const Case& state);

/// The dossier to read on a screen; `export` makes the document to keep or hand over.
class DossierPage final : public PaperPage {
 protected:
  CasePart part() const override { return CasePart::dossier; }
  page::Page paper(Desk& desk, const Case& state) override;
  nlohmann::json document(Desk& desk, const Case& state) override;
};

class Export final : public CasePage {
 public:
  void shape(Slots& slots) override;

 protected:
  bool check(Desk& desk, Reply& reply) override;
  CasePart part() const override;
  void page(Desk& desk, Reply& reply, const Case& state, Sight sight) override;

 private:
  std::optional<Format> format_;  ///< nothing: Markdown, and on a terminal text to read
  Audience audience_ = Audience::team;
  std::string resident_;
  bool with_safety_ = false;
  store::OutputFile out_;
};

}  // namespace casus::desk
