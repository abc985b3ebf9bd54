// SPDX-License-Identifier: EUPL-1.2
#include "core/plugin/hostile.hpp"

#include "core/plugin/misdeed.hpp"

#include "core/base/fault.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

namespace casus::plugin {
namespace {

using method::Collection;
using method::Field;
using method::FieldType;
using method::Value;

constexpr std::size_t kHuge = 2000;
constexpr std::size_t kFew = 3;
/// Broken in every way: a lonely tail, a cut letter, an overlong one, and words that are listened for in between.
constexpr std::string_view kNoText = "\xff\x80 je moet \xe2\x80 maar \xc0\xaf?\xf0\x9f";

class HostileView final : public method::View {
 public:
  HostileView(Hostile hostile, const method::Definition& method, Phase phase, std::string_view step)
      : hostile_(hostile), method_(method), phase_(phase), step_(step) {
    for (std::size_t row = 0; row < rows(); ++row) {
      ids_.push_back(fmt::format("b{}", row + 1));
      texts_.push_back(
          fmt::format("Bijdrage {}: hij belt elke zondag, en misschien moet dat zo blijven. Wie weet?", row));
    }
  }

  method::Position position() const override {
    if (hostile_ == Hostile::odd) return {phase_, -3, step_, "nobody/knows"};
    return {phase_, 1, step_, method_.id};
  }
  std::size_t size(Collection) const override { return rows(); }
  Value get(Collection collection, std::size_t row, Field field) const override {
    const auto type = type_of(collection, field);
    if (hostile_ == Hostile::odd) return odd(type, row);
    const bool id = field == Field::id || field == Field::re;  // the program's own, so always text
    if (hostile_ == Hostile::no_text && type == FieldType::word && !id) return kNoText;
    switch (type) {
      case FieldType::number: return static_cast<double>(row % 11);
      case FieldType::flag: return row % 2 == 0;
      case FieldType::day: return std::string_view("2026-03-02");
      case FieldType::word: return word(collection, row, field);
    }
    return {};
  }
  bool has(Collection collection, std::size_t row, Field field, std::string_view word) const override {
    if (hostile_ == Hostile::odd) return true;
    const auto value = get(collection, row, field);
    const auto* text = std::get_if<std::string_view>(&value);
    return text != nullptr && *text == word;
  }
  bool within(Collection, std::size_t, method::Scope) const override { return true; }
  std::string_view fact(method::Fact) const override {
    return hostile_ == Hostile::empty ? std::string_view{} : hostile_ == Hostile::huge ? "2026-04-13" : kNoText;
  }
  method::Said said(std::string_view list, std::string_view text) const override {
    if (hostile_ == Hostile::odd) return {"…", std::numeric_limits<std::size_t>::max()};
    return method::said_in(method::spoken(text), &method_, list, {});
  }

 private:
  std::size_t rows() const { return hostile_ == Hostile::empty ? 0 : hostile_ == Hostile::huge ? kHuge : kFew; }
  /// One of the words that the field can hold, else one of the texts.
  std::string_view word(Collection collection, std::size_t row, Field field) const {
    if (field == Field::id || field == Field::re) return ids_[row];
    if (field == Field::kind) return kinds_[row % kinds_.size()].key;
    const auto known = words_of(collection, field);
    if (!known.empty()) return known[row % known.size()];
    return texts_[row];
  }
  /// Of another type than the field has, or out of every range.
  static Value odd(FieldType type, std::size_t row) {
    switch (row) {
      case 0: return {};
      case 1:
        return type == FieldType::number ? Value{std::string_view("seven")}
                                         : Value{std::numeric_limits<double>::quiet_NaN()};
      default: return type == FieldType::flag ? Value{std::string_view("yes")} : Value{std::string_view("9999-99-99")};
    }
  }

  const std::vector<method::KindName>& kinds_ = method::core_kinds();
  Hostile hostile_;
  const method::Definition& method_;
  Phase phase_;
  std::string_view step_;
  std::vector<std::string> ids_;
  std::vector<std::string> texts_;
};

bool same(const method::Findings& a, const method::Findings& b) {
  return std::ranges::equal(a, b, [](const auto& x, const auto& y) {
    return x.rule == y.rule && x.weight == y.weight && x.message == y.message && x.proof == y.proof;
  });
}

class Trial {
 public:
  Trial(const method::Rules& rules, const method::Definition& method, Hostile hostile)
      : rules_(rules), method_(method), hostile_(hostile) {}

  void in_step(Phase phase, std::string_view step, const std::vector<std::string>& kinds) const {
    const HostileView view(hostile_, method_, phase, step);
    twice("assess", [&] { return rules_.assess(view); });
    twice("suggest", [&] { return rules_.suggest(view); });
    twice("fidelity", [&] { return rules_.fidelity(view); });
    const std::string long_text(hostile_ == Hostile::huge ? 10'000 : 0, 'a');
    for (const auto& kind : kinds)
      for (const std::string_view text :
           {std::string_view(long_text), std::string_view("Kun je niet bellen?"), kNoText}) {
        if (hostile_ != Hostile::no_text && text == kNoText) continue;
        const method::Draft draft{"p1", kind, text, hostile_ == Hostile::odd ? "nobody" : "", "b1"};
        twice("review", [&] { return rules_.review(view, draft); });
      }
  }

 private:
  void twice(std::string_view function, const auto& call) const {
    if (!same(call(), call()))
      throw Misdeed(fmt::format("{} answers differently when it is asked again", function),
                    tell("wrong.plugin_differs", {{"doing", function}}));
  }

  const method::Rules& rules_;
  const method::Definition& method_;
  Hostile hostile_;
};

}  // namespace

void withstand(const method::Rules& rules, const method::Definition& method, Hostile hostile) {
  const Trial trial(rules, method, hostile);
  for (const auto phase : kAllPhases)
    for (const auto& step : method.steps(phase)) trial.in_step(phase, step.id, step.kinds);
  trial.in_step(Phase::analysis, "nobody-knows", {"note", "nobody_knows"});
}

Telling about(Hostile hostile) {
  switch (hostile) {
    case Hostile::empty: return tell("wrong.empty_case");
    case Hostile::huge: return tell("wrong.huge_case");
    case Hostile::no_text: return tell("wrong.no_text_case");
    case Hostile::odd: return tell("wrong.odd_case");
  }
  return {};
}

}  // namespace casus::plugin
