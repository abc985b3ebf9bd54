// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/verb.hpp"

#include <string>

/// Verbs that show one case or a part of it, and change nothing.
namespace casus::cli {

class CasePage : public Verb {
 public:
  void shape(Slots& slots) override;

 protected:
  std::string case_id_;
};

class PlanPage final : public CasePage {
 public:
  int run(Context& context) override;
};

class NetworkPage final : public CasePage {
 public:
  int run(Context& context) override;
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

/// The picture, on standard output or in a file.
class NetworkMap final : public CasePage {
 public:
  void shape(Slots& slots) override;
  int run(Context& context) override;

 private:
  std::string out_;
};

}  // namespace casus::cli
