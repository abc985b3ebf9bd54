// SPDX-License-Identifier: EUPL-1.2
#include "core/method/audit/audit_sources.hpp"

#include "core/base/json/field_walk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace casus::method {
namespace {

/// The sources that are named in what a definition describes, and its sentences.
class CitedSources {
 public:
  void operator()(std::string_view name, const std::string& word) {
    if (name.ends_with("source")) keys_.insert(word);
    else if (name == "nl" || name == "en") sentences_.push_back(word);
  }

  bool cites(std::string_view key) const {
    return keys_.contains(key) ||
           std::ranges::any_of(sentences_, [&](const std::string& sentence) { return names(sentence, key); });
  }

 private:
  /// The key as a word of its own.
  static bool names(std::string_view sentence, std::string_view key) {
    const auto is_part = [&](std::size_t at) {
      return at < sentence.size() && std::isalnum(static_cast<unsigned char>(sentence[at])) != 0;
    };
    if (key.empty()) return false;
    for (auto at = sentence.find(key); at != std::string_view::npos; at = sentence.find(key, at + 1))
      if ((at == 0 || !is_part(at - 1)) && !is_part(at + key.size())) return true;
    return false;
  }

  std::set<std::string, std::less<>> keys_;
  std::vector<std::string> sentences_;
};

}  // namespace

void audit_sources(const Definition& definition, std::vector<Remark>& remarks) {
  CitedSources cited;
  fields::walk(definition.summary, cited);
  fields::walk(definition.status_note, cited);
  fields::walk(definition.people, cited);
  fields::walk(definition.roles, cited);
  fields::walk(definition.rotations, cited);
  fields::walk(definition.kinds, cited);
  fields::walk(definition.record_types, cited);
  for (const auto& steps : definition.phases) fields::walk(steps, cited);
  for (const auto& why : definition.left_out) fields::walk(why, cited);
  fields::walk(definition.phrases, cited);
  fields::walk(definition.text_checks, cited);
  fields::walk(definition.fidelity, cited);
  fields::walk(definition.gaps, cited);
  for (std::size_t i = 0; i < definition.sources.size(); ++i)
    if (!cited.cites(definition.sources[i].key))
      remarks.push_back(
          {Remark::Weight::warning,
           {fmt::format("/sources/{}", i), tell("wrong.source_unused", {{"key", definition.sources[i].key}})}});
}

}  // namespace casus::method
