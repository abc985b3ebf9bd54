// SPDX-License-Identifier: EUPL-1.2
#include "core/store/checkpoint.hpp"

#include "core/store/erased.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <span>
#include <string_view>
#include <utility>

namespace casus::store {

namespace {

constexpr std::string_view kSigns = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kCodeSigns = 16;

Digest root_of(const StoreKeys& keys, std::span<const NamedEnd> ends) {
  if (ends.size() == 1) {
    const auto& end = ends.front();
    return keyed_digest(keys.checkpoint,
                        Parts().text("end").text(end.stream).number(end.number).text(view(end.digest)));
  }
  const auto left = std::bit_floor(ends.size() - 1);
  const auto one = root_of(keys, ends.first(left));
  const auto other = root_of(keys, ends.subspan(left));
  return keyed_digest(keys.checkpoint, Parts().text("pair").text(view(one)).text(view(other)));
}

}  // namespace

Digest merkle_root(const StoreKeys& keys, const std::vector<NamedEnd>& ends) {
  if (ends.empty()) return keyed_digest(keys.checkpoint, Parts().text("nothing"));
  return root_of(keys, ends);
}

Parts checkpoint_parts(const Checkpoint& it) {
  return Parts()
      .text("checkpoint")
      .number(it.id)
      .number(it.at.time_since_epoch().count())
      .number(it.position)
      .number(it.streams)
      .number(it.erased)
      .text(view(it.erased_mark))
      .text(view(it.root));
}

Digest checkpoint_mark(const StoreKeys& keys, const Checkpoint& it) {
  return keyed_digest(keys.checkpoint, checkpoint_parts(it));
}

std::string code_of(const Digest& digest) {
  std::string code;
  unsigned bits = 0, held = 0;
  for (std::size_t i = 0, signs = 0; signs < kCodeSigns; ++i) {
    held = held << 8 | digest[i];
    bits += 8;
    for (; bits >= 5 && signs < kCodeSigns; bits -= 5, ++signs) {
      if (signs > 0 && signs % 4 == 0) code += '-';
      code += kSigns[held >> (bits - 5) & 31];
    }
  }
  return code;
}

std::string hex_of(const Digest& digest) { return hex_of(view(digest)); }

std::optional<Digest> digest_from_hex(std::string_view hex) {
  Digest digest{};
  const auto bytes = bytes_of_hex(hex);
  if (hex.size() != 2 * digest.size() || bytes.size() != digest.size()) return std::nullopt;
  std::ranges::copy(bytes, digest.begin());
  return digest;
}

bool are_of_two_copies(const StoreKeys& keys, const std::vector<Checkpoint>& in_log, const Checkpoint& known) {
  const auto same = std::ranges::find(in_log, known.id, &Checkpoint::id);
  if (same == in_log.end() || same->mark == known.mark) return false;
  return same->mark == checkpoint_mark(keys, *same) && known.mark == checkpoint_mark(keys, known);
}

std::string checkpoint_code(const Checkpoint& checkpoint) { return code_of(checkpoint.mark); }

std::string code_from(std::string_view typed) {
  std::string code;
  std::size_t signs = 0;
  for (char sign : typed) {
    if (sign == '-' || sign == ' ') continue;
    if (sign >= 'a' && sign <= 'z') sign = static_cast<char>(sign - 'a' + 'A');
    if (sign == 'O') sign = '0';
    if (sign == 'I' || sign == 'L') sign = '1';
    if (kSigns.find(sign) == std::string_view::npos || signs == kCodeSigns) return {};
    if (signs > 0 && signs % 4 == 0) code += '-';
    code += sign;
    ++signs;
  }
  return signs == kCodeSigns ? code : std::string();
}

std::vector<ErasedRow> last_words(const std::vector<ErasedRow>& rows) {
  std::map<std::pair<std::string_view, std::int64_t>, std::int64_t> last;  // id of the row, by stream and event
  for (const auto& [id, what, mark] : rows)
    if (what.number != 0) last[{what.stream, event_number(what)}] = id;
  std::vector<ErasedRow> words;
  for (const auto& row : rows)
    if (row.what.number == 0 || last.at({row.what.stream, event_number(row.what)}) == row.id) words.push_back(row);
  return words;
}

Digest erased_mark(const StoreKeys& keys, const Digest& before, std::int64_t id, const Erased& what) {
  return keyed_digest(keys.erasure,
                      Parts().text(view(before)).number(id).text(what.stream).text(what.person).number(what.number));
}

}  // namespace casus::store
