// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json/json_text.hpp"

#include "core/base/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace casus::text {

namespace {

constexpr bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

/// Whether the next eight signs need no escape; sometimes no, when they do not either.
bool eight_plain(const char* at) {
  constexpr std::uint64_t kEach = 0x0101010101010101U, kHigh = 0x80 * kEach;
  std::uint64_t eight = 0;
  std::memcpy(&eight, at, sizeof eight);
  const auto is_zero = [](std::uint64_t it) { return (it - kEach) & ~it; };
  const auto low = (eight - 0x20 * kEach) & ~eight;
  return ((low | is_zero(eight ^ '"' * kEach) | is_zero(eight ^ '\\' * kEach)) & kHigh) == 0;
}

void put_escaped(std::string& out, char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\b': out += "\\b"; return;
    case '\f': out += "\\f"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
  }
  out += "\\u00";
  out += kHex[static_cast<unsigned char>(c) >> 4];
  out += kHex[static_cast<unsigned char>(c) & 0xF];
}

}  // namespace

void put(std::string& out, std::string_view in) {
  if (!is_utf8(in)) {  // the library refuses it, in its own words
    out += nlohmann::json(in).dump();
    return;
  }
  out += '"';
  for (std::size_t at = 0; at < in.size();) {
    auto end = at;
    while (end + sizeof(std::uint64_t) <= in.size() && eight_plain(in.data() + end)) end += sizeof(std::uint64_t);
    while (end < in.size() && is_plain(in[end])) ++end;
    out.append(in, at, end - at);
    if (end < in.size()) put_escaped(out, in[end++]);
    at = end;
  }
  out += '"';
}

/// Scores are whole numbers nearly always; the rest is left to the library, whose shortest form is hard to equal.
void put(std::string& out, double in) {
  constexpr double kExact = 1e9;
  if (std::trunc(in) == in && std::abs(in) < kExact && !(in == 0 && std::signbit(in))) {
    put(out, static_cast<std::int64_t>(in));
    out += ".0";
    return;
  }
  out += nlohmann::json(in).dump();
}

void ObjectWriter::add(std::string_view name, const void* in, PutMember member, IsFresh left_out) {
  if (left_out != nullptr && left_out(in)) return;
  constexpr std::size_t kMost = 256;  // characters that nearly every event and command has room in
  if (parts_.empty()) values_.reserve(kMost);
  const auto from = values_.size();
  member(values_, in);
  parts_.push_back({name, from, values_.size() - from});
}

void ObjectWriter::finish(std::string& out) {
  if (!std::ranges::is_sorted(parts_, {}, &Part::name)) std::ranges::sort(parts_, {}, &Part::name);
  out.reserve(out.size() + values_.size() + 20 * parts_.size() + 2);
  out += '{';
  for (const auto& part : parts_) {
    if (&part != parts_.data()) out += ',';
    put_plain(out, part.name);
    out += ':';
    out.append(values_, part.from, part.size);
  }
  out += '}';
}

}  // namespace casus::text
