// SPDX-License-Identifier: EUPL-1.2
#include "core/plugin/guard.hpp"

#include <algorithm>

namespace casus::plugin {
namespace {

using method::Draft;
using method::Finding;
using method::Findings;
using method::View;

// Words for people; whoever writes more than this does not mean to be read.
constexpr std::size_t kMostFindings = 1000;
constexpr std::size_t kMostWords = 16'000;
constexpr std::size_t kMostProof = 5000;

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
    if (text->size() > kMostWords) return std::string("with ") + std::to_string(text->size()) + " bytes of words" + of;
  }
  if (finding.proof.size() > kMostProof) return "with " + std::to_string(finding.proof.size()) + " proofs" + of;
  if (!std::ranges::all_of(finding.proof, is_utf8)) return "whose proof is no text" + of;
  return {};
}

[[noreturn]] void fail(std::string_view plugin, std::string_view function, const std::string& what) {
  throw Fault(Fault::Kind::plugin, "plugin '" + std::string(plugin) + "': " + std::string(function) + " " + what);
}

/// Without control characters; a line break stays, since what is shown decides about lines itself.
void clean(std::string& text) {
  if (!has_control(text)) return;
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto sign = std::string_view(text).substr(i, static_cast<unsigned char>(text[i]) == 0xC2 ? 2 : 1);
    if (!has_control(sign)) out += text[i];
    else i += sign.size() - 1;
  }
  text = std::move(out);
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
    if (const auto text = thrown_by([&] { findings = foreign(); })) fail(plugin_, function, "threw: " + *text);
    require_sound(plugin_, function, findings);
    return findings;
  }

  std::string plugin_;
  const method::Rules& rules_;
};

}  // namespace

std::unique_ptr<const method::Rules> guarded(std::string plugin, const method::Rules& rules) {
  return std::make_unique<Guard>(std::move(plugin), rules);
}

void require_sound(std::string_view plugin, std::string_view function, Findings& findings) {
  if (findings.size() > kMostFindings) fail(plugin, function, "gave " + std::to_string(findings.size()) + " findings");
  for (auto& finding : findings) {
    if (const auto wrong = what_is_wrong(finding); !wrong.empty()) fail(plugin, function, "gave a finding " + wrong);
    for (auto* text : {&finding.rule, &finding.message.nl, &finding.message.en}) clean(*text);
    for (auto& id : finding.proof) clean(id);
  }
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
