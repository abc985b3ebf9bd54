// SPDX-License-Identifier: EUPL-1.2
#include "core/plugin/apart/column.hpp"

namespace casus::plugin {
namespace {

using method::Collection;
using method::Field;
using method::Scope;
using method::Value;

enum class Tag : std::uint8_t { nothing, word, number, no, yes };

bool within_names(auto value) {
  const auto number = static_cast<long long>(value);
  return number >= 0 && number < static_cast<long long>(names_of(value).size());
}

template <class Enum>
Enum read_enum(Reading& in) {
  const auto value = static_cast<Enum>(in.byte());
  if (!within_names(value)) throw Garbage("it asks for what there is not");
  return value;
}

void write_value(Writing& out, const Value& value) {
  if (const auto* word = std::get_if<std::string_view>(&value)) {
    out.byte(static_cast<std::uint8_t>(Tag::word));
    out.text(*word);
  } else if (const auto* number = std::get_if<double>(&value)) {
    out.byte(static_cast<std::uint8_t>(Tag::number));
    out.real(*number);
  } else if (const auto* flag = std::get_if<bool>(&value)) {
    out.byte(static_cast<std::uint8_t>(*flag ? Tag::yes : Tag::no));
  } else {
    out.byte(static_cast<std::uint8_t>(Tag::nothing));
  }
}

}  // namespace

bool is_known(Collection collection) { return within_names(collection); }
bool is_known(Field field) { return within_names(field); }
bool is_known(Scope scope) { return within_names(scope); }

void write(Writing& out, const Column& column) {
  out.byte(static_cast<std::uint8_t>(column.what));
  out.byte(static_cast<std::uint8_t>(column.collection));
  out.byte(static_cast<std::uint8_t>(column.field));
  out.byte(static_cast<std::uint8_t>(column.scope));
  out.text(column.word);
}

Column read_column(Reading& in) {
  Column column;
  const auto what = in.byte();
  if (what > static_cast<std::uint8_t>(Column::What::within)) throw Garbage("it asks for what there is not");
  column.what = static_cast<Column::What>(what);
  column.collection = read_enum<Collection>(in);
  column.field = read_enum<Field>(in);
  column.scope = read_enum<Scope>(in);
  column.word = in.text();
  return column;
}

std::string rows_of(const method::View& view, const Column& column) {
  Writing out;
  const auto rows = view.size(column.collection);
  for (std::size_t row = 0; row < rows; ++row) switch (column.what) {
      case Column::What::get: write_value(out, view.get(column.collection, row, column.field)); break;
      case Column::What::has: write_value(out, view.has(column.collection, row, column.field, column.word)); break;
      case Column::What::within: write_value(out, view.within(column.collection, row, column.scope)); break;
    }
  return out.bytes();
}

std::vector<Value> values_of(std::string_view bytes) {
  std::vector<Value> values;
  Reading in(bytes);
  while (!in.done()) switch (static_cast<Tag>(in.byte())) {
      case Tag::word: values.emplace_back(in.text()); break;
      case Tag::number: values.emplace_back(in.real()); break;
      case Tag::no: values.emplace_back(false); break;
      case Tag::yes: values.emplace_back(true); break;
      case Tag::nothing: values.emplace_back(); break;
    }
  return values;
}

void write(Writing& out, const method::Findings& findings) {
  out.number(static_cast<std::uint32_t>(findings.size()));
  for (const auto& finding : findings) {
    out.text(finding.rule);
    out.number(static_cast<std::uint32_t>(finding.weight));
    out.text(finding.message.nl);
    out.text(finding.message.en);
    out.number(static_cast<std::uint32_t>(finding.proof.size()));
    for (const auto& id : finding.proof) out.text(id);
  }
}

method::Findings read_findings(std::string_view bytes) {
  Reading in(bytes);
  method::Findings findings;
  // A count is not believed: every finding and id takes bytes, and those are bounded.
  for (auto left = in.number(); left > 0; --left) {
    auto& finding = findings.emplace_back();
    finding.rule = in.text();
    finding.weight = static_cast<method::Finding::Weight>(in.number());
    finding.message.nl = in.text();
    finding.message.en = in.text();
    for (auto ids = in.number(); ids > 0; --ids) finding.proof.emplace_back(in.text());
  }
  if (!in.done()) throw Garbage("there is more in it than it says");
  return findings;
}

}  // namespace casus::plugin
