// SPDX-License-Identifier: EUPL-1.2
#include "core/web/meeting/records.hpp"

#include "core/desk/catalogue.hpp"
#include "core/desk/desk.hpp"
#include "core/desk/forms/record_form.hpp"
#include "core/desk/typed/known_in_case.hpp"
#include "core/web/layout.hpp"
#include "core/web/meeting/parts.hpp"
#include "core/web/visit.hpp"
#include "core/web/work/verb_form.hpp"

#include <algorithm>
#include <utility>

namespace casus::web {
namespace {

using text::say;

/// Which of its fields hold somebody's own words: when it comes too late, those are given back to read and to mend.
Html typed_fields_of(const desk::RecordForm& record) {
  Html names;
  for (const auto& field : record.fields)
    if (field.choices.empty() && (field.input == desk::Input::text || field.input == desk::Input::lines))
      names += hidden(std::string(kOwnWords), field.name);
  return names;
}

}  // namespace

std::vector<service::SaidKind> in_one_text(std::vector<service::SaidKind> kinds) {
  std::erase_if(kinds, [](const auto& kind) { return !kind.asks.empty() || kind.key == kVoteKind; });
  return kinds;
}

Html record_parts(const Visit& visit, desk::Desk& desk, const service::Table& table,
                  const std::vector<service::SaidKind>& kinds, const std::string& to,
                  const std::vector<std::string>& people, const Fields* typed) {
  if (table.private_time || in_one_text(kinds).size() == kinds.size()) return {};
  const auto* verb = desk::entry_at("case record");
  const auto known = desk::known_in_case(desk, table.case_id);
  if (verb == nullptr || !known) return {};
  const auto entry = desk::form_of(*verb, desk.voice());
  Html all;
  for (const auto& record : known->records) {
    const auto& type = record.type.key;
    const auto kind = std::ranges::find(kinds, type, &service::SaidKind::key);
    if (kind == kinds.end() || kind->asks.empty()) continue;
    const bool back = typed != nullptr && typed->get("do") == "record" && typed->get("type") == type;
    VerbForm how{to, visit.form_token(), back ? typed : nullptr};
    how.stays = true;
    how.drafts = table.case_id + ' ' + type;
    how.button = say(visit.lang, "web.keep");
    how.before = hidden("do", "record") + hidden("at", visit.at) + (table.hidden ? hidden("unseen", "1") : Html()) +
                 typed_fields_of(record) +
                 whose_words("record-" + type + "-name", people, back ? typed : nullptr, visit.lang);
    all += el("details", {{"id", "record-" + type}, {"open", back}, {"data-once", true}},
              el("summary", record.type.label) + record_form(record, entry, how, visit.lang));
  }
  return all;
}

Record record_in(const Visit& visit) {
  Record record{.type = visit.fields.get("type")};
  for (const auto& name : visit.fields.beginning(kOwnField))
    if (auto set = desk::set_from(name, visit.fields.all(name)); !set.empty()) record.set.push_back(std::move(set));
  return record;
}

}  // namespace casus::web
