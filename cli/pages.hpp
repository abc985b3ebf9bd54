// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/verb.hpp"
#include "core/model/case.hpp"
#include "core/report/definitions.hpp"
#include "core/report/page.hpp"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <string>

/// Verbs that show one case or a part of it, and change nothing.
namespace casus::cli {

/// The case and some parts of its JSON: one source for what is shown of a case.
nlohmann::json parts_of_case(const Case& state, const report::Definitions& definitions,
                             std::initializer_list<const char*> keys);

/// The case on the day that its evaluation looks back to.
struct LookedBackOn {
  Case state;
  Date day{};
};
LookedBackOn looked_back_on(Context& context, const Case& state);

class CasePage : public Verb {
 public:
  void shape(Slots& slots) override;

 protected:
  std::string case_id_;
};

/// A page of the report, as text, Markdown or HTML; on standard output or in a file.
enum class PageFormat { text, markdown, html };

constexpr std::array<Named<PageFormat>, 3> names_of(PageFormat) {
  return {{{PageFormat::text, "text", "tekst", "text"},
           {PageFormat::markdown, "md", "markdown", "markdown"},
           {PageFormat::html, "html", "html", "html"}}};
}

class PaperPage : public CasePage {
 public:
  void shape(Slots& slots) override;
  int run(Context& context) override;

 protected:
  virtual report::Page page(Context& context, const Case& state) = 0;
  /// What --json adds to the id and version of the case.
  virtual nlohmann::json document(Context& context, const Case& state) = 0;

 private:
  std::string shown_as(const report::Page& page, Lang lang) const;

  PageFormat format_ = PageFormat::text;
  std::string out_;
};

/// For whom a page is.
enum class Reader { team, resident };

constexpr std::array<Named<Reader>, 2> names_of(Reader) {
  return {{{Reader::team, "team", "team", "team"}, {Reader::resident, "resident", "inwoner", "resident"}}};
}

class PlanPage final : public PaperPage {
 public:
  void shape(Slots& slots) override;

 protected:
  report::Page page(Context& context, const Case& state) override;
  nlohmann::json document(Context& context, const Case& state) override;

 private:
  Reader reader_ = Reader::team;
};

class PlanCheck final : public PaperPage {
 protected:
  report::Page page(Context& context, const Case& state) override;
  nlohmann::json document(Context& context, const Case& state) override;
};

class EvaluationPage final : public PaperPage {
 protected:
  report::Page page(Context& context, const Case& state) override;
  nlohmann::json document(Context& context, const Case& state) override;
};

/// What the chair could ask or do now.
class Suggestions final : public CasePage {
 public:
  int run(Context& context) override;
};

/// How faithfully the methods of the case were kept.
class FidelityPage final : public CasePage {
 public:
  int run(Context& context) override;
};

}  // namespace casus::cli
