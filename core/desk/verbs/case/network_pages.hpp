// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/verbs/case/pages.hpp"
#include "core/text/voice.hpp"

/// Verbs that show the people around the resident: in words, as a picture, and what changed.
namespace casus::desk {

class NetworkPage final : public PaperPage {
 public:
  void shape(Slots& slots) override;

 protected:
  CasePart part() const override { return CasePart::network; }
  page::Page paper(Desk& desk, const Case& state) override;
  nlohmann::json document(Desk& desk, const Case& state) override;

 private:
  std::optional<Date> at_;
};

/// Who came, who went and what changed between two days.
class NetworkCompare final : public PaperPage {
 public:
  void shape(Slots& slots) override;

 protected:
  CasePart part() const override { return CasePart::network; }
  page::Page paper(Desk& desk, const Case& state) override;
  nlohmann::json document(Desk& desk, const Case& state) override;

 private:
  Date from_{};
  std::optional<Date> to_;
};

/// A picture, on standard output or in a file.
class NetworkMap : public CasePage {
 public:
  void shape(Slots& slots) override;

 protected:
  CasePart part() const override { return CasePart::network; }
  void page(Desk& desk, Reply& reply, const Case& state, Sight sight) override;
  virtual std::string picture(const Case& state, const text::Voice& voice) const;
  virtual Words written() const;

 private:
  std::optional<Date> at_;
  store::OutputFile out_;
};

class Genogram final : public NetworkMap {
 protected:
  std::string picture(const Case& state, const text::Voice& voice) const override;
  Words written() const override;
};

class FamilyPage final : public CasePage {
 protected:
  CasePart part() const override { return CasePart::network; }
  void page(Desk& desk, Reply& reply, const Case& state, Sight sight) override;
};

}  // namespace casus::desk
