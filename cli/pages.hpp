// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/verb.hpp"
#include "core/model/access.hpp"

#include <string>

/// Verbs that show one case or a part of it, and change nothing.
namespace casus::cli {

/// A look at a case: asked for, logged, and only then shown (need to know).
class CasePage : public Verb {
 public:
  void shape(Slots& slots) override;
  int run(Context& context) final;

 protected:
  /// Whether what was typed can be meant so; throws Usage before anything is logged.
  virtual void check(Context&) const {}
  /// What is looked at.
  virtual CasePart part() const = 0;
  /// Shows it. `sight` says on what ground: the resident may get something else.
  virtual int page(Context& context, const Case& state, Sight sight) = 0;

  std::string case_id_;

 private:
  std::string because_;
};

class PlanPage final : public CasePage {
 protected:
  CasePart part() const override { return CasePart::plan; }
  int page(Context& context, const Case& state, Sight sight) override;
};

class NetworkPage final : public CasePage {
 protected:
  CasePart part() const override { return CasePart::network; }
  int page(Context& context, const Case& state, Sight sight) override;
};

/// What the chair could ask or do now.
class Suggestions final : public CasePage {
 protected:
  CasePart part() const override { return CasePart::guidance; }
  int page(Context& context, const Case& state, Sight sight) override;
};

/// How faithfully the methods of the case were kept.
class FidelityPage final : public CasePage {
 protected:
  CasePart part() const override { return CasePart::fidelity; }
  int page(Context& context, const Case& state, Sight sight) override;
};

/// The picture, on standard output or in a file.
class NetworkMap final : public CasePage {
 public:
  void shape(Slots& slots) override;

 protected:
  CasePart part() const override { return CasePart::network; }
  int page(Context& context, const Case& state, Sight sight) override;

 private:
  std::string out_;
};

}  // namespace casus::cli
