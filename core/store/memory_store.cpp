// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/store/store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace casus::store {

namespace {

[[noreturn]] void fail(const std::string& text) { throw Fault(Fault::Kind::store, text); }

class MemoryStore final : public Store {
 public:
  Outcome<Receipt, Conflict> append(std::string_view stream, std::int64_t expected, std::string_view command_id,
                                    const std::vector<NewEvent>& events, const IndexRow* index,
                                    std::int64_t content) override {
    if (index && index->stream != stream)
      refuse(fmt::format("stream '{}' cannot bring the line of '{}' in the index", stream, index->stream));
    if (auto done = receipt(command_id)) return *done;
    const std::int64_t at = head(stream);
    if (at != expected) return failure(Conflict{std::string(stream), expected, at});
    // Everything that can be refused is refused before anything changes.
    check(stream, events);
    Stream& target = make(stream);
    for (const auto& event : events) {
      target.events.push_back({static_cast<std::int64_t>(target.events.size()) + 1, event.type, event.type_version,
                               event.at, event.payload, event.secrets});
      undo_.emplace_back([&target] { target.events.pop_back(); });
    }
    const Receipt answer{std::string(stream), at + 1, at + static_cast<std::int64_t>(events.size()), content};
    if (!command_id.empty()) {
      const auto [place, made] = commands_.emplace(command_id, answer);
      undo_.emplace_back([this, place = place] { commands_.erase(place); });
    }
    if (index) put_index(*index);
    settle();
    return answer;
  }

  std::optional<Receipt> receipt(std::string_view command_id) override {
    const auto at = commands_.find(command_id);
    return at == commands_.end() ? std::nullopt : std::optional(at->second);
  }

  std::vector<StoredEvent> read(std::string_view stream, std::int64_t after) override {
    std::vector<StoredEvent> events;
    const auto at = streams_.find(stream);
    if (at == streams_.end()) return events;
    const auto& all = at->second.events;
    for (auto i = static_cast<std::size_t>(std::max<std::int64_t>(after, 0)); i < all.size(); ++i) {
      StoredEvent event = all[i];
      if (at->second.erased) {
        event.payload.reset();
        event.secrets.clear();
      }
      std::erase_if(event.secrets, [&](const Secret& secret) { return at->second.gone.contains(secret.person); });
      events.push_back(std::move(event));
    }
    return events;
  }

  std::int64_t head(std::string_view stream) override {
    const auto at = streams_.find(stream);
    return at == streams_.end() ? 0 : static_cast<std::int64_t>(at->second.events.size());
  }

  std::vector<std::string> streams(std::string_view prefix) override {
    std::vector<std::string> names;
    for (const auto& [name, stream] : streams_)
      if (name.starts_with(prefix) && !stream.events.empty()) names.push_back(name);
    return names;
  }

  std::vector<IndexRow> list(const IndexQuery& query) override;

  void clear_index() override {
    for (auto& [name, stream] : streams_) set_line(stream, std::nullopt);
    settle();
  }

  void put_index(const IndexRow& row) override {
    Stream& stream = need(row.stream);
    IndexRow line = row;
    if (stream.erased) line.summary.clear();
    set_line(stream, std::move(line));
    settle();
  }

  void erase_keys(std::string_view stream) override {
    const auto at = streams_.find(stream);
    if (at == streams_.end()) return;
    erase_summary(at->second);
    undo_.emplace_back([&target = at->second, was = at->second.erased] { target.erased = was; });
    at->second.erased = true;
    settle();
  }

  void erase_person(std::string_view stream, std::string_view person) override {
    if (person.empty()) refuse(fmt::format("stream '{}': no person named to erase", stream));
    const auto at = streams_.find(stream);
    if (at == streams_.end()) return;
    erase_summary(at->second);
    // Like a key that was never made: who has no secrets yet can still get them.
    const bool has_secrets = std::any_of(at->second.events.begin(), at->second.events.end(), [&](const auto& event) {
      return std::any_of(event.secrets.begin(), event.secrets.end(),
                         [&](const Secret& secret) { return secret.person == person; });
    });
    if (has_secrets && at->second.gone.emplace(person).second)
      undo_.emplace_back([&target = at->second, name = std::string(person)] { target.gone.erase(name); });
    settle();
  }

  void together(const std::function<void()>& work) override {
    ++depth_;
    try {
      work();
    } catch (...) {
      broken_ = true;
      leave();
      throw;
    }
    if (leave()) fail("a write failed earlier in this group, so none of it was kept");
  }

  Verification verify() override {
    Verification result;
    for (const auto& [name, stream] : streams_) {
      if (stream.events.empty()) continue;
      ++result.streams;
      result.events += static_cast<std::int64_t>(stream.events.size());
      result.erased_streams += stream.erased ? 1 : 0;
    }
    return result;
  }

  Info info() override {
    const auto counted = verify();
    return {"", "", counted.streams, counted.events, static_cast<std::int64_t>(commands_.size()), 0, 0};
  }

 private:
  struct Stream {
    std::size_t order = 0;  ///< of making, which breaks ties in lists
    std::vector<StoredEvent> events;
    bool erased = false;
    std::set<std::string, std::less<>> gone;  ///< persons whose key is destroyed
    std::optional<IndexRow> line;
  };

  Stream& make(std::string_view name) {
    const auto at = streams_.find(name);
    if (at != streams_.end()) return at->second;
    Stream stream;
    stream.order = ++made_;
    const auto place = streams_.emplace(name, std::move(stream)).first;
    undo_.emplace_back([this, place] { streams_.erase(place); });
    return place->second;
  }

  Stream& need(std::string_view name) {
    const auto at = streams_.find(name);
    if (at == streams_.end()) refuse(fmt::format("stream '{}' does not exist, so it has no line in the index", name));
    return at->second;
  }

  /// A fault inside a group takes the whole group down, also when somebody in between catches it.
  [[noreturn]] void refuse(const std::string& text) {
    broken_ = depth_ > 0;
    fail(text);
  }

  void check(std::string_view stream, const std::vector<NewEvent>& events) {
    if (events.empty()) return;
    const auto at = streams_.find(stream);
    if (at != streams_.end() && at->second.erased)
      refuse(fmt::format("stream '{}': its key is erased, so nothing can be added", stream));
    std::int64_t number = head(stream);
    for (const auto& event : events) {
      ++number;
      for (const auto& secret : event.secrets) {
        if (secret.person.empty())
          refuse(fmt::format("stream '{}': a secret of event {} names no person", stream, number));
        if (at != streams_.end() && at->second.gone.contains(secret.person))
          refuse(fmt::format("stream '{}': the key of person '{}' is erased, so nothing about them can be kept", stream,
                             secret.person));
      }
    }
  }

  void set_line(Stream& stream, std::optional<IndexRow> line) {
    undo_.emplace_back([&stream, was = stream.line] { stream.line = was; });
    stream.line = std::move(line);
  }

  void erase_summary(Stream& stream) {
    if (!stream.line) return;
    IndexRow line = *stream.line;
    line.summary.clear();
    set_line(stream, std::move(line));
  }

  /// Outside a group, what was done is done.
  void settle() {
    if (depth_ == 0) undo_.clear();
  }

  /// Ends a group; true when it was the outermost and was taken back.
  bool leave() {
    if (--depth_ > 0) return false;
    const bool undone = std::exchange(broken_, false);
    if (undone)
      for (auto step = undo_.rbegin(); step != undo_.rend(); ++step) (*step)();
    undo_.clear();
    return undone;
  }

  std::map<std::string, Stream, std::less<>> streams_;
  std::map<std::string, Receipt, std::less<>> commands_;
  std::size_t made_ = 0;
  int depth_ = 0;
  bool broken_ = false;
  std::vector<std::function<void()>> undo_;  ///< of the open group, last step last
};

std::vector<IndexRow> MemoryStore::list(const IndexQuery& query) {
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
    if (query.by_due) return std::pair(due(*a->line), a->order) < std::pair(due(*b->line), b->order);
    return std::pair(a->line->changed_at, a->order) > std::pair(b->line->changed_at, b->order);
  });
  std::vector<IndexRow> rows;
  const auto first = std::min(found.size(), static_cast<std::size_t>(std::max(query.offset, 0)));
  const auto count = std::min(found.size() - first, static_cast<std::size_t>(std::max(query.limit, 0)));
  for (std::size_t i = first; i < first + count; ++i) rows.push_back(*found[i]->line);
  return rows;
}

}  // namespace

std::unique_ptr<Store> open_memory() { return std::make_unique<MemoryStore>(); }

}  // namespace casus::store
