// SPDX-License-Identifier: EUPL-1.2
#include "core/plugin/guard.hpp"

#include "core/base/text.hpp"
#include "core/base/utf8.hpp"
#include "core/plugin/misdeed.hpp"

#include <algorithm>
#include <cstdint>

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

/// What is wrong with a finding, in English and as a message; both continue "gave a finding ...".
struct Wrong {
  std::string english;
  Telling told;
};

std::optional<Wrong> what_is_wrong(const Finding& finding) {
  if (finding.rule.empty()) return Wrong{"without a rule id", tell("wrong.finding_no_rule")};
  if (!is_utf8(finding.rule)) return Wrong{"whose rule id is no text", tell("wrong.finding_rule_text")};
  const auto rule = printable(finding.rule);
  const auto of = " for rule '" + rule + "'";
  if (finding.weight < Finding::Weight::info || finding.weight > Finding::Weight::hard) {
    const auto weight = static_cast<int>(finding.weight);
    return Wrong{"with weight " + std::to_string(weight) + of,
                 tell("wrong.finding_weight", {{"weight", weight}, {"rule", rule}})};
  }
  for (const auto* text : {&finding.message.nl, &finding.message.en}) {
    const bool nl = text == &finding.message.nl;
    const std::string lang = nl ? "Dutch" : "English";
    const auto in = nl ? tell("wrong.in_dutch") : tell("wrong.in_english");
    if (trimmed(*text).empty())
      return Wrong{"without " + lang + " words" + of, tell("wrong.finding_no_words", {{"in", in}, {"rule", rule}})};
    if (!is_utf8(*text))
      return Wrong{"whose " + lang + " words are no text" + of,
                   tell("wrong.finding_no_text", {{"in", in}, {"rule", rule}})};
    if (text->size() > kMostWords)
      return Wrong{"with " + std::to_string(text->size()) + " bytes of words" + of,
                   tell("wrong.finding_long", {{"bytes", text->size()}, {"rule", rule}})};
  }
  if (finding.proof.size() > kMostProof)
    return Wrong{"with " + std::to_string(finding.proof.size()) + " proofs" + of,
                 tell("wrong.finding_proofs", {{"count", finding.proof.size()}, {"rule", rule}})};
  if (!std::ranges::all_of(finding.proof, is_utf8))
    return Wrong{"whose proof is no text" + of, tell("wrong.finding_proof_text", {{"rule", rule}})};
  return std::nullopt;
}

bool is_space(std::uint32_t sign) {
  return sign == ' ' || (sign >= '\t' && sign <= '\r') || sign == 0x85 || sign == 0x2028 || sign == 0x2029;
}

/// What a terminal obeys, and what turns the direction in which a line is read.
bool steers(std::uint32_t sign) {
  return sign < 0x20 || (sign >= 0x7F && sign < 0xA0) || sign == 0x61C || sign == 0x200E || sign == 0x200F ||
         (sign >= 0x202A && sign <= 0x202E) || (sign >= 0x2066 && sign <= 0x2069) || sign == 0xFEFF;
}

/// The words on one line, as who reads them sees them.
void clean(std::string& text) {
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto sign = utf8_sign(text, at);
    if (is_space(sign.point)) {
      space = true;
    } else if (!steers(sign.point)) {
      if (space && !out.empty()) out += ' ';
      space = false;
      out.append(text, at, sign.length);
    }
    at += sign.length;
  }
  text = std::move(out);
}

void require(std::string_view plugin, std::string_view function, const Finding& finding) {
  if (const auto wrong = what_is_wrong(finding))
    tell_misdeed(plugin, function, "gave a finding " + wrong->english,
                 tell("wrong.plugin_finding", {{"wrong", wrong->told}}));
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
  Findings call(std::string_view function, auto&& foreign) const {
    Findings findings;
    if (const auto text = thrown_by([&] { findings = foreign(); }))
      tell_misdeed(plugin_, function, "threw: " + *text, tell("wrong.plugin_threw", {{"what", *text}}));
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
  if (findings.size() > kMostFindings)
    tell_misdeed(plugin, function, "gave " + std::to_string(findings.size()) + " findings",
                 tell("wrong.plugin_findings", {{"count", findings.size()}}));
  for (auto& finding : findings) {
    require(plugin, function, finding);
    for (auto* text : {&finding.rule, &finding.message.nl, &finding.message.en}) clean(*text);
    for (auto& id : finding.proof) clean(id);
    require(plugin, function, finding);  // what was left of it
    // A name of the program's own rules (R6, casus/...), or of another plugin, would be read as theirs.
    if (const auto own = std::string(plugin) + '/'; !finding.rule.starts_with(own)) finding.rule.insert(0, own);
  }
}

std::string printable(std::string_view text) {
  constexpr std::size_t kMost = 500;
  const bool whole = text.size() <= kMost;
  std::string out(text.substr(0, kMost));
  // A cut may fall inside a letter; whole letters before it stay.
  while (!whole && !out.empty() && !is_utf8(out) && is_utf8(text)) out.pop_back();
  const bool letters = is_utf8(out);
  std::string shown;
  for (std::size_t at = 0; at < out.size();) {
    const auto sign = letters ? utf8_sign(out, at) : Utf8Sign{static_cast<unsigned char>(out[at]), 1, true};
    const bool odd =
        steers(sign.point) || (is_space(sign.point) && sign.point != ' ') || (sign.point > 0x7f && !letters);
    if (odd) shown += '?';
    else shown.append(out, at, sign.length);
    at += sign.length;
  }
  return whole ? shown : shown + "...";
}

}  // namespace casus::plugin
