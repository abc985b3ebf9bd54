// SPDX-License-Identifier: EUPL-1.2
#include "core/store/codec/quick_reader.hpp"

namespace casus::store::quick {

namespace {

template <class T>
bool taken(const std::optional<T>& found, T& out) {
  if (found) out = *found;
  return found.has_value();
}

}  // namespace

bool read(QuickValue in, std::string& out) {
  std::string_view text;
  if (!in.read(text)) return false;
  out = text;
  return true;
}

bool read(QuickValue in, bool& out) { return in.read(out); }
bool read(QuickValue in, double& out) { return in.read(out); }

bool read(QuickValue in, Decimal& out) {
  std::string_view text;
  return in.read(text) && taken(decimal_from(text), out);
}

bool read(QuickValue in, Date& out) {
  std::string_view text;
  return in.read(text) && taken(date_from(text), out);
}

bool read(QuickValue in, Time& out) {
  std::string_view text;
  return in.read(text) && taken(time_from(text), out);
}

void ObjectReader::take(std::string_view name, bool needed, void* out, ReadMember member) {
  const auto found = in_.find(name);
  if (!found && !needed) return;
  fits_ = fits_ && found && member(*found, out);
  ++taken_;
}

}  // namespace casus::store::quick
