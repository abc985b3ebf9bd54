// SPDX-License-Identifier: EUPL-1.2
#include "core/method/audit/audit_sources.hpp"

#include "core/base/json/json_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <string>

namespace casus::method {
namespace {

/// Goes over all that a definition describes, and keeps the sources that are named and the sentences.
class CitedSources {
 public:
  template <class T>
  void required(std::string_view name, const T& value) {
    take(name, value);
  }
  template <class T>
  void optional(std::string_view name, const T& value) {
    take(name, value);
  }

  template <class T>
  void take(std::string_view name, const T& value) {
    if constexpr (fields::Described<const T>) T::fields(value, *this);
    else static_cast<void>(name);
  }
  template <class T>
  void take(std::string_view name, const std::vector<T>& list) {
    for (const auto& one : list) take(name, one);
  }
  template <class T>
  void take(std::string_view name, const std::optional<T>& value) {
    if (value) take(name, *value);
  }
  void take(std::string_view name, const std::string& word) {
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
  cited.take("", definition.summary);
  cited.take("", definition.status_note);
  cited.take("", definition.people);
  cited.take("", definition.roles);
  cited.take("", definition.rotations);
  cited.take("", definition.kinds);
  cited.take("", definition.record_types);
  for (const auto& steps : definition.phases) cited.take("", steps);
  for (const auto& why : definition.left_out) cited.take("", why);
  cited.take("", definition.phrases);
  cited.take("", definition.text_checks);
  cited.take("", definition.fidelity);
  cited.take("", definition.gaps);
  for (std::size_t i = 0; i < definition.sources.size(); ++i)
    if (!cited.cites(definition.sources[i].key))
      remarks.push_back(
          {Remark::Weight::warning,
           {fmt::format("/sources/{}", i), tell("wrong.source_unused", {{"key", definition.sources[i].key}})}});
}

}  // namespace casus::method
