// SPDX-License-Identifier: EUPL-1.2
#include "core/store/files/copy.hpp"

#include "core/base/fault.hpp"
#include "core/store/index_days.hpp"
#include "core/store/log.hpp"
#include "core/text/said_fault.hpp"

#include <algorithm>
#include <limits>
#include <map>

namespace casus::store {

namespace {

/// Of rows that come one after the other.
class Running {
 public:
  void add(const Parts& row) {
    std::string all(view(digest_));
    all += row.bytes();
    digest_ = hash_of(all);
  }
  const Digest& digest() const { return digest_; }

 private:
  Digest digest_{};
};

IndexQuery all_lines() { return IndexQuery{.limit = std::numeric_limits<int>::max()}; }

void copy_streams(Log& from, Log& to) {
  auto streams = from.streams();
  std::ranges::sort(streams, {}, &StreamRow::id);  // the newest is the newest there too
  std::map<std::int64_t, std::int64_t> ids;
  std::map<std::string, std::int64_t, std::less<>> by_name;
  for (const auto& stream : streams) {
    const auto id = to.add_stream(stream.name, {});
    ids[stream.id] = by_name[stream.name] = id;
    for (std::int64_t count = 0; count < stream.erasures; ++count) to.count_erasure(id);
  }
  const auto id_of = [&](std::int64_t stream) {
    const auto at = ids.find(stream);
    if (at == ids.end())
      throw text::SaidFault(Fault::Kind::store, text::msg("fault.rows_without_stream", "path"_is = from.path()),
                            "store verify");
    return at->second;
  };
  from.all_events(0, [&](const PlacedEvent& it) {
    to.add_event(id_of(it.stream), it.event);
    return true;
  });
  from.commands([&](std::int64_t stream, const CommandRow& command) { to.add_command(id_of(stream), command); });
  for (const auto& stream : streams) {
    const auto digest = digest_from(stream.digest);
    if (!digest)
      throw text::SaidFault(Fault::Kind::store,
                            text::msg("fault.end_damaged", "path"_is = from.path(), "stream"_is = stream.name),
                            "store verify");
    to.move_end(id_of(stream.id), 0, {stream.head, *digest, stream.mark});
  }
  for (auto& [row, erasures] : from.lines(all_lines()))
    to.put_line(by_name.at(row.stream), row, row.summary.empty() ? std::nullopt : std::optional(row.summary));
}

}  // namespace

Digest contents_of(Log& log) {
  Running all;
  log.look([&] {
    std::map<std::int64_t, std::string> names;
    for (const auto& it : log.streams()) {
      names[it.id] = it.name;
      all.add(Parts().text("stream").text(it.name).number(it.head).text(it.digest).text(it.mark).number(it.erasures));
    }
    log.all_events(0, [&](const PlacedEvent& it) {
      all.add(Parts()
                  .text("event")
                  .number(it.position)
                  .text(names[it.stream])
                  .number(it.event.number)
                  .text(it.event.type)
                  .number(it.event.type_version)
                  .number(it.event.at)
                  .text(it.event.sealed)
                  .text(it.event.digest));
      return true;
    });
    Digest commands{};  // in whatever order
    log.commands([&](std::int64_t stream, const CommandRow& it) {
      add_to(
          commands,
          hash_of(
              Parts().text(names[stream]).number(it.mark).number(it.first).number(it.last).number(it.content).bytes()));
    });
    all.add(Parts().text("commands").text(view(commands)));
    for (const auto& it : log.erased(0))
      all.add(Parts()
                  .text("erased")
                  .number(it.id)
                  .text(it.what.stream)
                  .text(it.what.person)
                  .number(it.what.number)
                  .text(view(it.mark)));
    for (const auto& it : log.checkpoints())
      all.add(Parts().text("checkpoint").number(it.id).number(it.position).text(view(it.root)).text(view(it.mark)));
    for (const auto& [row, erasures] : log.lines(all_lines()))
      all.add(Parts().text("line").text(row.stream).number(due_of(row)).text(row.summary));
  });
  return all.digest();
}

void copy_log(Log& from, Log& to) {
  if (to.position() > 0 || !to.streams().empty() || to.last_checkpoint() || to.last_erased().id > 0)
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.copy_into_used", "path"_is = to.path()));
  to.begin();
  try {
    Digest wanted{};
    from.look([&] {
      copy_streams(from, to);
      for (const auto& row : from.erased(0)) to.add_erased(row);
      for (const auto& checkpoint : from.checkpoints()) to.add_checkpoint(checkpoint);
      if (from.is_older()) to.set_older(true);
      wanted = contents_of(from);
    });
    if (contents_of(to) != wanted)
      throw text::SaidFault(Fault::Kind::store, text::msg("fault.copy_not_same", "path"_is = from.path()),
                            "store verify");
    to.commit();
  } catch (...) {
    to.rollback();
    throw;
  }
}

}  // namespace casus::store
