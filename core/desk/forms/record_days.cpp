// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/forms/record_days.hpp"

#include "core/desk/desk.hpp"
#include "core/desk/words/days/days.hpp"
#include "core/service/service.hpp"

#include <algorithm>

namespace casus::desk {
namespace {

/// "when: Wednesday" as "when: 2026-03-04", when that is a field for a day.
std::string day_read(const method::RecordType& type, const std::string& part, Date today) {
  const auto sign = part.find_first_of(":=");
  if (sign == std::string::npos) return part;
  const auto* field = type.field_meant(std::string_view(part).substr(0, sign));
  if (field == nullptr || field->type != RecordFieldType::day) return part;
  const auto day = read_day(trimmed(std::string_view(part).substr(sign + 1)), today);
  return day ? part.substr(0, sign + 1) + (part[sign] == ':' ? " " : "") + to_string(*day.day) : part;
}

}  // namespace

void read_days(const method::RecordType& type, Record& record, Date today) {
  for (auto& set : record.set) set = day_read(type, set, today);
  std::string line;
  for (std::string_view rest = record.text; !rest.empty();) {
    const auto end = std::min(rest.find(';'), rest.size());
    line += (line.empty() ? "" : ";") + day_read(type, std::string(rest.substr(0, end)), today);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  record.text = std::move(line);
}

Command with_days_read(Desk& desk, Command command) {
  auto* record = std::get_if<Record>(&command.body);
  auto* say = std::get_if<Say>(&command.body);
  if (record == nullptr && say == nullptr) return command;
  const auto type = desk.service().record_type(command.case_id, record != nullptr ? record->type : say->kind);
  if (!type) return command;
  const auto today = command.at == Time{} ? desk.today() : date_of(command.at);
  if (record != nullptr) {
    read_days(*type, *record, today);
  } else {
    Record same{type->id, say->text, {}};
    read_days(*type, same, today);
    say->text = std::move(same.text);
  }
  return command;
}

}  // namespace casus::desk
