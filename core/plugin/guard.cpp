// SPDX-License-Identifier: EUPL-1.2
#include "core/plugin/guard.hpp"

#include <algorithm>

namespace casus::plugin {
namespace {

using method::Draft;
using method::Finding;
using method::Findings;
using method::View;

std::string what_is_wrong(const Finding& finding) {
  if (finding.rule.empty()) return "without a rule id";
  if (!is_utf8(finding.rule)) return "whose rule id is no text";
  const auto of = " for rule '" + printable(finding.rule) + "'";
  if (finding.weight < Finding::Weight::info || finding.weight > Finding::Weight::hard)
    return "with weight " + std::to_string(static_cast<int>(finding.weight)) + of;
  for (const auto* text : {&finding.message.nl, &finding.message.en}) {
    const auto* lang = text == &finding.message.nl ? "Dutch" : "English";
    if (trimmed(*text).empty()) return std::string("without ") + lang + " words" + of;
    if (!is_utf8(*text)) return std::string("whose ") + lang + " words are no text" + of;
  }
  if (!std::ranges::all_of(finding.proof, is_utf8)) return "whose proof is no text" + of;
  return {};
}

class Guard final : public method::Rules {
 public:
  Guard(std::string plugin, const method::Rules& rules) : plugin_(std::move(plugin)), rules_(rules) {}

  Findings review(const View& view, const Draft& draft) const override {
    return call("review", [&] { return rules_.review(view, draft); });
  }
  Findings assess(const View& view) const override {
    return call("assess", [&] { return rules_.assess(view); });
  }
  Findings suggest(const View& view) const override {
    return call("suggest", [&] { return rules_.suggest(view); });
  }
  Findings fidelity(const View& view) const override {
    return call("fidelity", [&] { return rules_.fidelity(view); });
  }

 private:
  template <class Call>
  Findings call(std::string_view function, Call&& foreign) const {
    Findings findings;
    if (const auto text = thrown_by([&] { findings = foreign(); })) fail(function, "threw: " + *text);
    for (const auto& finding : findings)
      if (const auto wrong = what_is_wrong(finding); !wrong.empty()) fail(function, "gave a finding " + wrong);
    return findings;
  }

  [[noreturn]] void fail(std::string_view function, const std::string& what) const {
    throw Fault(Fault::Kind::plugin, "plugin '" + plugin_ + "': " + std::string(function) + " " + what);
  }

  std::string plugin_;
  const method::Rules& rules_;
};

}  // namespace

std::unique_ptr<const method::Rules> guarded(std::string plugin, const method::Rules& rules) {
  return std::make_unique<Guard>(std::move(plugin), rules);
}

std::string printable(std::string_view text) {
  constexpr std::size_t kMost = 500;
  const bool whole = text.size() <= kMost;
  std::string out(text.substr(0, kMost));
  // A cut may fall inside a letter; whole letters before it stay.
  while (!whole && !out.empty() && !is_utf8(out) && is_utf8(text)) out.pop_back();
  const bool letters = is_utf8(out);
  for (char& c : out) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f || (byte >= 0x80 && !letters)) c = '?';
  }
  return whole ? out : out + "...";
}

}  // namespace casus::plugin
