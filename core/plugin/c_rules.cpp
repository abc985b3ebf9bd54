// SPDX-License-Identifier: EUPL-1.2
#include "core/plugin/c_rules.hpp"

#include "core/base/names.hpp"
#include "core/base/text.hpp"

#include <cstddef>
#include <cstring>
#include <exception>
#include <optional>
#include <stdexcept>
#include <string>

/// A case while it is asked about. An exception may not pass through frames of C: the first one is kept here, what
/// asked gets nothing, and it is thrown when the plugin has returned.
struct casus_view {
  const casus::method::View& view;
  mutable std::exception_ptr wrong;
};

struct casus_findings {
  casus::method::Findings all;
  std::exception_ptr wrong;
};

namespace casus::plugin {
namespace {

using method::Collection;
using method::Field;

casus_text text_of(std::string_view text) { return {text.data(), text.size()}; }
std::string_view view_of(casus_text text) {
  return text.bytes == nullptr ? std::string_view() : std::string_view(text.bytes, text.size);
}
std::string_view view_of(const char* text) { return text == nullptr ? std::string_view() : std::string_view(text); }

/// The value that the plugin calls so. Throws when there is none.
template <NamedEnum E>
E meant(const char* what, const char* word) {
  if (const auto value = from_key<E>(view_of(word))) return *value;
  throw std::runtime_error("asked for " + std::string(what) + " '" + std::string(view_of(word)) +
                           "', which is not there" + hint(view_of(word), keys_of<E>()));
}

/// What the call gives, or nothing, and its exception kept.
auto asked(const casus_view* view, auto&& call) -> decltype(call(view->view)) {
  if (view->wrong) return {};
  try {
    return call(view->view);
  } catch (...) {
    view->wrong = std::current_exception();
    return {};
  }
}

/// A field of a row, when that row is there.
method::Value value_at(const method::View& view, const char* rows, std::size_t row, const char* field) {
  const auto collection = meant<Collection>("the rows", rows);
  const auto of = meant<Field>("the field", field);
  return row < view.size(collection) ? view.get(collection, row, of) : method::Value{};
}

template <class T>
std::optional<T> value_of(const casus_view* view, const char* rows, std::size_t row, const char* field) {
  return asked(view, [&](const method::View& here) -> std::optional<T> {
    const auto value = value_at(here, rows, row, field);
    const auto* found = std::get_if<T>(&value);
    return found == nullptr ? std::optional<T>() : *found;
  });
}

void position(const casus_view* view, casus_position* out) {
  *out = asked(view, [](const method::View& here) {
    const auto at = here.position();
    return casus_position{text_of(key(at.phase)), text_of(at.step), text_of(at.method),
                          static_cast<std::uint32_t>(at.round)};
  });
}

std::size_t rows(const casus_view* view, const char* name) {
  return asked(view, [&](const method::View& here) { return here.size(meant<Collection>("the rows", name)); });
}

int text(const casus_view* view, const char* rows, std::size_t row, const char* field, casus_text* out) {
  const auto found = value_of<std::string_view>(view, rows, row, field);
  *out = text_of(found.value_or(std::string_view()));
  return found ? 1 : 0;
}

int number(const casus_view* view, const char* rows, std::size_t row, const char* field, double* out) {
  const auto found = value_of<double>(view, rows, row, field);
  *out = found.value_or(0);
  return found ? 1 : 0;
}

int flag(const casus_view* view, const char* rows, std::size_t row, const char* field, int* out) {
  const auto found = value_of<bool>(view, rows, row, field);
  *out = found.value_or(false) ? 1 : 0;
  return found ? 1 : 0;
}

int has(const casus_view* view, const char* rows, std::size_t row, const char* field, const char* word) {
  return asked(view, [&](const method::View& here) {
    const auto collection = meant<Collection>("the rows", rows);
    const auto of = meant<Field>("the field", field);
    return row < here.size(collection) && here.has(collection, row, of, view_of(word)) ? 1 : 0;
  });
}

int within(const casus_view* view, const char* rows, std::size_t row, const char* scope) {
  return asked(view, [&](const method::View& here) {
    const auto collection = meant<Collection>("the rows", rows);
    const auto of = meant<method::Scope>("the scope", scope);
    return row < here.size(collection) && here.within(collection, row, of) ? 1 : 0;
  });
}

int fact(const casus_view* view, const char* name, casus_text* out) {
  const auto found =
      asked(view, [&](const method::View& here) { return here.fact(meant<method::Fact>("the fact", name)); });
  *out = text_of(found);
  return found.empty() ? 0 : 1;
}

int said(const casus_view* view, const char* list, casus_text in, casus_text* phrase) {
  const auto found = asked(view, [&](const method::View& here) { return here.said(view_of(list), view_of(in)); });
  *phrase = text_of(found.phrase);
  return found ? 1 : 0;
}

void found(casus_findings* findings, const char* rule, int weight, const char* nl, const char* en) {
  if (findings->wrong) return;
  try {
    // A weight that is none of ours is left to whoever looks at findings: it is refused there, by name.
    findings->all.push_back({std::string(view_of(rule)),
                             static_cast<method::Finding::Weight>(weight),
                             {std::string(view_of(nl)), std::string(view_of(en))},
                             {}});
  } catch (...) {
    findings->wrong = std::current_exception();
  }
}

void proof(casus_findings* findings, casus_text id) {
  if (findings->wrong || findings->all.empty()) return;
  try {
    findings->all.back().proof.emplace_back(view_of(id));
  } catch (...) {
    findings->wrong = std::current_exception();
  }
}

constexpr casus_host kHost{
    sizeof(casus_host), CASUS_METHOD_C_API, position, rows, text, number, flag, has, within, fact, said, found, proof};

using Question = void (*)(const casus_host*, const casus_view*, casus_findings*);

/// A function of the plugin, when its struct reaches that far.
template <class Function>
Function function_at(const casus_rules& rules, Function casus_rules::*member, std::size_t offset) {
  return rules.size >= offset + sizeof(Function) ? rules.*member : nullptr;
}

method::Findings answer(const method::View& view, auto&& ask) {
  const casus_view here{view, nullptr};
  casus_findings findings;
  ask(&here, &findings);
  if (here.wrong) std::rethrow_exception(here.wrong);
  if (findings.wrong) std::rethrow_exception(findings.wrong);
  return std::move(findings.all);
}

method::Findings answer_of(Question question, const method::View& view) {
  if (question == nullptr) return {};
  return answer(view, [&](const casus_view* here, casus_findings* out) { question(&kHost, here, out); });
}

static_assert(sizeof(casus_stamp) == sizeof(method::Stamp));
static_assert(offsetof(casus_stamp, api) == offsetof(method::Stamp, api));
static_assert(offsetof(casus_stamp, toolchain) == offsetof(method::Stamp, toolchain));
static_assert(offsetof(casus_stamp, plugin) == offsetof(method::Stamp, plugin));
static_assert(offsetof(casus_stamp, version) == offsetof(method::Stamp, version));

}  // namespace

method::Findings CRules::review(const method::View& view, const method::Draft& draft) const {
  const auto review = function_at(rules_, &casus_rules::review, offsetof(casus_rules, review));
  if (review == nullptr) return {};
  const casus_draft words{text_of(draft.by), text_of(draft.kind), text_of(draft.text), text_of(draft.to),
                          text_of(draft.re)};
  return answer(view, [&](const casus_view* here, casus_findings* out) { review(&kHost, here, &words, out); });
}

method::Findings CRules::assess(const method::View& view) const {
  return answer_of(function_at(rules_, &casus_rules::assess, offsetof(casus_rules, assess)), view);
}

method::Findings CRules::suggest(const method::View& view) const {
  return answer_of(function_at(rules_, &casus_rules::suggest, offsetof(casus_rules, suggest)), view);
}

method::Findings CRules::fidelity(const method::View& view) const {
  return answer_of(function_at(rules_, &casus_rules::fidelity, offsetof(casus_rules, fidelity)), view);
}

bool is_c(const method::Stamp& stamp) { return std::string_view(stamp.magic, sizeof stamp.magic) == kCMagic; }

method::Stamp c_stamp_for(std::string_view plugin) {
  auto stamp = method::stamp_for(plugin, "");
  kCMagic.copy(stamp.magic, sizeof stamp.magic);
  stamp.api = CASUS_METHOD_C_API;
  return stamp;
}

}  // namespace casus::plugin
