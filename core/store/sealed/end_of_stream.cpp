// SPDX-License-Identifier: EUPL-1.2
#include "core/store/sealed/end_of_stream.hpp"

#include <tuple>

namespace casus::store {

namespace {

constexpr std::size_t kDigestBytes = std::tuple_size_v<Digest>;
constexpr std::size_t kNumberBytes = 8;

}  // namespace

Digest receipt_digest(const StoreKeys& keys, const CommandRow& command) {
  return keyed_digest(
      keys.command,
      Parts().text("receipt").number(command.mark).number(command.first).number(command.last).number(command.content));
}

std::string end_mark(const StoreKeys& keys, const StreamRow& end, const Receipts& receipts) {
  const auto digest = keyed_digest(keys.head, Parts()
                                                  .text("end")
                                                  .text(end.name)
                                                  .number(end.head)
                                                  .text(end.digest)
                                                  .number(end.erasures)
                                                  .number(receipts.since)
                                                  .text(view(receipts.sum)));
  std::string mark(view(digest));
  mark += view(receipts.sum);
  mark += Parts().number(receipts.since).bytes();
  return mark;
}

Receipts receipts_of(const StreamRow& row) {
  if (row.mark.size() != 2 * kDigestBytes + kNumberBytes) return {row.head, {}};
  const auto rest = std::string_view(row.mark).substr(kDigestBytes);
  return {number_in(rest.substr(kDigestBytes)), *digest_from(rest.substr(0, kDigestBytes))};
}

bool holds(const StoreKeys& keys, const StreamRow& row) {
  const auto digest = digest_from(row.digest);
  if (!digest) return false;
  if (row.mark.size() == kDigestBytes) return row.mark == view(head_mark(keys, row.name, row.head, *digest));
  return row.mark == end_mark(keys, row, receipts_of(row));
}

}  // namespace casus::store
