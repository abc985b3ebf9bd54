// SPDX-License-Identifier: EUPL-1.2
#include "core/store/memory/memory_log.hpp"

#include "core/base/fault.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace casus::store {

void MemoryLog::rollback() noexcept {
  for (auto step = undo_.rbegin(); step != undo_.rend(); ++step) (*step)();
  undo_.clear();
}

// ---- streams

std::optional<StreamRow> MemoryLog::stream(std::string_view name) {
  const auto found = streams_.find(name);
  return found == streams_.end() ? std::nullopt : std::optional(found->second.row);
}

std::int64_t MemoryLog::add_stream(std::string_view name, const StreamEnd& end) {
  const auto id = static_cast<std::int64_t>(by_id_.size()) + 1;
  Stream stream;
  stream.row = {id, std::string(name), end.head, std::string(view(end.digest)), end.mark, 0};
  const auto place = streams_.emplace(name, std::move(stream)).first;
  by_id_.push_back(&place->second);
  undo_.emplace_back([this, place] {
    by_id_.pop_back();
    streams_.erase(place);
  });
  return id;
}

bool MemoryLog::move_end(std::int64_t stream, std::int64_t from, const StreamEnd& end) {
  auto& row = at(stream).row;
  if (row.head != from) return false;
  undo_.emplace_back([&row, was = row] { row = was; });
  row.head = end.head;
  row.digest = view(end.digest);
  row.mark = end.mark;
  return true;
}

std::int64_t MemoryLog::count_erasure(std::int64_t stream) {
  auto& row = at(stream).row;
  undo_.emplace_back([&row] { --row.erasures; });
  return ++row.erasures;
}

std::vector<std::string> MemoryLog::names(std::string_view prefix) {
  std::vector<std::string> names;
  for (auto it = streams_.lower_bound(prefix); it != streams_.end() && it->first.starts_with(prefix); ++it)
    if (it->second.row.head > 0) names.push_back(it->first);
  return names;
}

std::vector<StreamRow> MemoryLog::streams() {
  std::vector<StreamRow> rows;
  for (const auto& [name, stream] : streams_) rows.push_back(stream.row);
  return rows;
}

std::optional<StreamRow> MemoryLog::newest_stream() {
  for (auto it = by_id_.rbegin(); it != by_id_.rend(); ++it)
    if ((*it)->row.head > 0) return (*it)->row;
  return std::nullopt;
}

// ---- events

void MemoryLog::add_event(std::int64_t stream, const EventRow& event) {
  auto& events = at(stream).events;
  if (event.number != static_cast<std::int64_t>(events.size()) + 1)
    throw Fault(Fault::Kind::store, "memory: an event with that number is there, or one before it is not");
  events.push_back({++position_, std::string(event.type), event.type_version, event.at, std::string(event.sealed),
                    std::string(event.digest)});
  undo_.emplace_back([this, &events] {
    events.pop_back();
    --position_;
  });
}

void MemoryLog::events(std::int64_t stream, std::int64_t after, const std::function<bool(const EventRow&)>& visit) {
  const auto& events = at(stream).events;
  for (auto i = static_cast<std::size_t>(std::max<std::int64_t>(after, 0)); i < events.size(); ++i) {
    const auto& it = events[i];
    if (!visit({static_cast<std::int64_t>(i) + 1, it.type, it.type_version, it.at, it.sealed, it.digest})) return;
  }
}

void MemoryLog::all_events(std::int64_t after, const std::function<bool(const PlacedEvent&)>& visit) {
  std::map<std::int64_t, std::pair<std::int64_t, EventRow>> placed;
  for (const auto& [name, stream] : streams_)
    for (std::int64_t number = 1; const auto& it : stream.events) {
      const EventRow row{number++, it.type, it.type_version, it.at, it.sealed, it.digest};
      if (it.position > after) placed.emplace(it.position, std::pair(stream.row.id, row));
    }
  for (const auto& [position, it] : placed)
    if (!visit({position, it.first, it.second})) return;
}

std::vector<NamedEnd> MemoryLog::ends(std::int64_t position, std::int64_t since) {
  std::vector<NamedEnd> ends;
  for (const auto& [name, stream] : streams_) {
    const auto after = std::ranges::upper_bound(stream.events, position, {}, &Event::position);
    if (after == stream.events.begin()) continue;
    const auto& last = *std::prev(after);
    if (last.position > since)
      ends.push_back({name, after - stream.events.begin(), digest_from(last.digest).value_or(Digest{})});
  }
  return ends;
}

// ---- commands

bool MemoryLog::add_command(std::int64_t stream, const CommandRow& command) {
  const auto [place, made] = commands_.emplace(command.mark, std::pair(stream, command));
  if (made) undo_.emplace_back([this, mark = command.mark] { commands_.erase(mark); });
  return made;
}

std::optional<std::pair<std::string, CommandRow>> MemoryLog::command(std::int64_t mark) {
  const auto found = commands_.find(mark);
  if (found == commands_.end()) return std::nullopt;
  return std::pair(at(found->second.first).row.name, found->second.second);
}

void MemoryLog::commands(const std::function<void(std::int64_t stream, const CommandRow&)>& visit) {
  for (const auto& [mark, command] : commands_) visit(command.first, command.second);
}

// ---- the index

void MemoryLog::set_line(Stream& stream, std::optional<IndexRow> line) {
  undo_.emplace_back([&stream, was = stream.line] { stream.line = was; });
  stream.line = std::move(line);
}

void MemoryLog::put_line(std::int64_t stream, const IndexRow& row, const std::optional<std::string>& sealed_summary) {
  IndexRow line = row;
  line.summary = sealed_summary.value_or("");
  set_line(at(stream), std::move(line));
}

void MemoryLog::erase_summary(std::int64_t stream) {
  auto& it = at(stream);
  if (!it.line) return;
  IndexRow line = *it.line;
  line.summary.clear();
  set_line(it, std::move(line));
}

void MemoryLog::clear_lines() {
  for (auto& [name, stream] : streams_) set_line(stream, std::nullopt);
}

std::optional<std::string> MemoryLog::summary(std::int64_t stream) {
  const auto& line = at(stream).line;
  return line && !line->summary.empty() ? std::optional(line->summary) : std::nullopt;
}

std::vector<IndexLine> MemoryLog::lines(const IndexQuery& query) {
  const auto due = [](const IndexRow& row) {
    const auto never = Date(std::chrono::year::max(), std::chrono::December, std::chrono::day(31));
    return std::min(row.review_on.value_or(never), row.action_due.value_or(never));
  };
  const auto wanted = [&](const IndexRow& row) {
    if (query.life && row.stage.life != *query.life) return false;
    if (query.safety && row.stage.safety != *query.safety) return false;
    return !query.due_by || ((row.review_on || row.action_due) && due(row) <= *query.due_by);
  };
  std::vector<const Stream*> found;
  for (const auto& [name, stream] : streams_)
    if (stream.line && wanted(*stream.line)) found.push_back(&stream);
  std::sort(found.begin(), found.end(), [&](const Stream* a, const Stream* b) {
    if (query.by_due) return std::pair(due(*a->line), a->row.id) < std::pair(due(*b->line), b->row.id);
    return std::pair(a->line->changed_at, a->row.id) > std::pair(b->line->changed_at, b->row.id);
  });
  std::vector<IndexLine> lines;
  const auto first = std::min(found.size(), static_cast<std::size_t>(std::max(query.offset, 0)));
  const auto count = std::min(found.size() - first, static_cast<std::size_t>(std::max(query.limit, 0)));
  for (std::size_t i = first; i < first + count; ++i) lines.push_back({*found[i]->line, found[i]->row.erasures});
  return lines;
}

// ---- what was erased, checkpoints, the whole

void MemoryLog::add_erased(const ErasedRow& row) {
  erased_.push_back(row);
  undo_.emplace_back([this] { erased_.pop_back(); });
}

std::vector<ErasedRow> MemoryLog::erased(std::int64_t after) {
  const auto from = std::min(static_cast<std::size_t>(std::max<std::int64_t>(after, 0)), erased_.size());
  return {erased_.begin() + static_cast<std::ptrdiff_t>(from), erased_.end()};
}

std::vector<Erased> MemoryLog::erased_in(std::string_view stream) {
  std::vector<Erased> all;
  for (const auto& row : erased_)
    if (row.what.stream == stream) all.push_back(row.what);
  return all;
}

Wiped MemoryLog::last_erased() { return erased_.empty() ? Wiped{} : Wiped{erased_.back().id, erased_.back().mark}; }

void MemoryLog::add_checkpoint(const Checkpoint& checkpoint) {
  checkpoints_.push_back(checkpoint);
  undo_.emplace_back([this] { checkpoints_.pop_back(); });
}

std::optional<Checkpoint> MemoryLog::last_checkpoint() {
  return checkpoints_.empty() ? std::nullopt : std::optional(checkpoints_.back());
}

Info MemoryLog::info() {
  Info info;
  for (const auto& [name, stream] : streams_) info.streams += stream.row.head > 0 ? 1 : 0;
  info.events = position_;
  info.commands = static_cast<std::int64_t>(commands_.size());
  return info;
}

void MemoryLog::copy_to(const std::string&) {
  throw Fault(Fault::Kind::store, "a store in memory has no file, and so no copy");
}

}  // namespace casus::store
