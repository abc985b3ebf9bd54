// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/pages.hpp"
#include "core/model/case.hpp"

#include <array>

namespace casus::cli {

enum class Format { markdown, html, json, svg };

constexpr std::array<Named<Format>, 4> names_of(Format) {
  return {{{Format::markdown, "md", "markdown", "markdown"},
           {Format::html, "html", "html", "html"},
           {Format::json, "json", "json", "json"},
           {Format::svg, "svg", "netwerkkaart", "network map"}}};
}

/// The whole case in one document.
std::string exported(Context& context, const Case& state, Format format);

class Export final : public CasePage {
 public:
  void shape(Slots& slots) override;
  int run(Context& context) override;

 private:
  Format format_ = Format::markdown;
  std::string out_;
};

}  // namespace casus::cli
