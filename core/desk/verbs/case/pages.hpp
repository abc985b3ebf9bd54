// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/catalogue.hpp"
#include "core/desk/forms/page_format.hpp"
#include "core/model/access.hpp"
#include "core/model/case.hpp"
#include "core/page/page.hpp"
#include "core/report/definitions.hpp"
#include "core/text/voice.hpp"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <string>

/// Verbs that show one case or a part of it, and change nothing.
namespace casus::desk {

/// The case and some parts of its JSON: one source for what is shown of a case.
nlohmann::json parts_of_case(const Case& state, const report::Definitions& definitions,
                             std::initializer_list<const char*> keys);

/// The case on the day that its evaluation looks back to.
struct LookedBackOn {
  Case state;
  Date day{};
};
LookedBackOn looked_back_on(Desk& desk, const Case& state);

/// A look at a case: asked for, logged, and only then shown (need to know).
class CasePage : public Verb {
 public:
  void shape(Slots& slots) override;
  void run(Desk& desk, Reply& reply) final;
  Access access() const override { return reads(part()); }

 protected:
  /// Whether what was typed can be meant so, asked before anything is logged; false ends it with what the reply says.
  virtual bool check(Desk&, Reply&) { return true; }
  /// What is looked at.
  virtual CasePart part() const = 0;
  /// Where what is read goes, of a page that sends it on.
  virtual std::string goes_to() const { return {}; }
  /// Shows it. `sight` says on what ground: the resident may get something else.
  virtual void page(Desk& desk, Reply& reply, const Case& state, Sight sight) = 0;

  std::string case_id_;

 private:
  std::string because_;
};

/// A page of the report, as text, Markdown or HTML; on standard output or in a file.
class PaperPage : public CasePage {
 public:
  void shape(Slots& slots) override;

 protected:
  void page(Desk& desk, Reply& reply, const Case& state, Sight sight) final;
  /// A reader who may see less than the table is told apart before the page is made.
  virtual void read_by(Sight) {}
  virtual page::Page paper(Desk& desk, const Case& state) = 0;
  /// What --json adds to the id and version of the case.
  virtual nlohmann::json document(Desk& desk, const Case& state) = 0;

 private:
  PageFormat format_ = PageFormat::text;
  store::OutputFile out_;
};

/// For whom a page is.
enum class Audience { team, resident };

constexpr std::array<Named<Audience>, 2> names_of(Audience) {
  return {{{Audience::team, "team", "word.audience.team"}, {Audience::resident, "resident", "word.audience.resident"}}};
}

class PlanPage final : public PaperPage {
 public:
  void shape(Slots& slots) override;

 protected:
  CasePart part() const override { return CasePart::plan; }
  void read_by(Sight sight) override;
  page::Page paper(Desk& desk, const Case& state) override;
  nlohmann::json document(Desk& desk, const Case& state) override;

 private:
  static std::string self(Desk& desk, const Case& state);  ///< id of who reads

  Audience reader_ = Audience::team;
  bool of_circle_ = false;  ///< then only what is theirs, whatever was asked
};

class PlanCheck final : public PaperPage {
 protected:
  CasePart part() const override { return CasePart::guidance; }
  page::Page paper(Desk& desk, const Case& state) override;
  nlohmann::json document(Desk& desk, const Case& state) override;
};

class EvaluationPage final : public PaperPage {
 protected:
  CasePart part() const override { return CasePart::dossier; }
  page::Page paper(Desk& desk, const Case& state) override;
  nlohmann::json document(Desk& desk, const Case& state) override;
};

/// What the chair could ask or do now.
class Suggestions final : public CasePage {
 protected:
  CasePart part() const override { return CasePart::guidance; }
  void page(Desk& desk, Reply& reply, const Case& state, Sight sight) override;
};

/// How faithfully the methods of the case were kept.
class FidelityPage final : public CasePage {
 protected:
  CasePart part() const override { return CasePart::fidelity; }
  void page(Desk& desk, Reply& reply, const Case& state, Sight sight) override;
};

}  // namespace casus::desk
