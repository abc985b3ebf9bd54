// SPDX-License-Identifier: EUPL-1.2
#include "core/plugin/apart/remote_view.hpp"

#include <unistd.h>

namespace casus::plugin {
namespace {

/// The program that asked is gone, or what it says cannot be read: nobody waits for an answer.
[[noreturn]] void leave() { ::_exit(0); }

}  // namespace

void RemoteView::take(Reading& in) {
  phase_ = static_cast<Phase>(in.byte());
  round_ = static_cast<int>(in.number());
  step_ = in.text();
  method_ = in.text();
  for (auto& size : sizes_) size = in.number();
  for (auto& fact : facts_) fact = in.text();
  phrases_.clear();
  if (in.byte() != 0) columns_.clear();
  for (auto& [column, kept] : columns_) kept.fresh = false;
  for (auto left = in.number(); left > 0; --left) take_rows(in);
}

void RemoteView::take_rows(Reading& in) const {
  const auto column = read_column(in);
  auto& kept = columns_[column];
  const auto same = in.number();
  const auto rest = in.text();
  if (same > kept.bytes.size()) leave();
  kept.fresh = true;
  if (rest.empty() && same == kept.bytes.size()) return;
  kept.bytes.resize(same);
  kept.bytes.append(rest);
  kept.values = values_of(kept.bytes);
}

const method::Value* RemoteView::cell(const Column& column, std::size_t row) const {
  auto known = columns_.find(column);
  if (known == columns_.end() || !known->second.fresh) {
    Writing wanted;
    write(wanted, column);
    Word word{};
    std::string body;
    if (!write_packet(socket_, Word::column, wanted.bytes()) || !read_packet(socket_, word, body, kMostToHelper) ||
        word != Word::rows)
      leave();
    Reading in(body);
    take_rows(in);
    known = columns_.find(column);
    if (known == columns_.end()) leave();
  }
  const auto& values = known->second.values;
  return row < values.size() ? &values[row] : nullptr;
}

std::size_t RemoteView::size(method::Collection collection) const {
  return is_known(collection) ? sizes_[static_cast<std::size_t>(collection)] : 0;
}

method::Value RemoteView::get(method::Collection collection, std::size_t row, method::Field field) const {
  if (!is_known(collection) || !is_known(field) || row >= size(collection)) return {};
  const auto* value = cell({Column::What::get, collection, field, {}, {}}, row);
  return value == nullptr ? method::Value{} : *value;
}

bool RemoteView::has(method::Collection collection, std::size_t row, method::Field field, std::string_view word) const {
  if (!is_known(collection) || !is_known(field) || row >= size(collection)) return false;
  const auto* value = cell({Column::What::has, collection, field, {}, std::string(word)}, row);
  const auto* flag = value == nullptr ? nullptr : std::get_if<bool>(value);
  return flag != nullptr && *flag;
}

bool RemoteView::within(method::Collection collection, std::size_t row, method::Scope scope) const {
  if (!is_known(collection) || !is_known(scope) || row >= size(collection)) return false;
  const auto* value = cell({Column::What::within, collection, {}, scope, {}}, row);
  const auto* flag = value == nullptr ? nullptr : std::get_if<bool>(value);
  return flag != nullptr && *flag;
}

std::string_view RemoteView::fact(method::Fact fact) const {
  const auto number = static_cast<std::size_t>(fact);
  return number < facts_.size() ? std::string_view(facts_[number]) : std::string_view{};
}

method::Said RemoteView::said(std::string_view list, std::string_view text) const {
  Writing wanted;
  wanted.text(list);
  wanted.text(text);
  Word word{};
  std::string body;
  if (!write_packet(socket_, Word::said, wanted.bytes()) || !read_packet(socket_, word, body, kMostToHelper) ||
      word != Word::phrase)
    leave();
  Reading in(body);
  const auto at = in.number();
  const auto& phrase = phrases_.emplace_back(in.text());
  return {phrase, at};
}

}  // namespace casus::plugin
