// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"
#include "core/service/commands/command_content.hpp"
#include "core/service/commands/command_ids.hpp"
#include "core/service/play/session.hpp"
#include "core/service/service.hpp"
#include "core/store/codec/codec.hpp"

#include <algorithm>
#include <concepts>
#include <set>
#include <unordered_map>
#include <utility>

/// Load, fold, decide, append: written once for every kind of stream. Internal to core/service.
namespace casus::service {

/// A command is decided this often at most, when others keep being first. The last time nobody can be: it holds the
/// store from reading to writing.
inline constexpr int kTries = 4;

/// How far the clocks of two machines may differ.
inline constexpr std::chrono::minutes kGrace{1};

/// Refuses what is said to have happened at a moment that is not there yet.
Refusal still_to_come(Time at);

/// Of a stream that cannot be read back: throws KeyMissing, unless there is a record that says that it was erased. Of
/// an event that was destroyed alone something is left, in a later event or with the keys; where it is in neither, the
/// keys are of another time than the database.
void require_erased(const std::string& stream, const std::vector<store::StoredEvent>& stored);

/// Streams of one kind kept in memory between commands; a bound, so that a long import stays small.
inline constexpr std::size_t kKept = 256;

/// A stream is kept as a snapshot when so many events were read that are in none: what reading them costs is then more
/// than what writing it does, also when it was long already.
inline constexpr std::int64_t kSnapshotEvery = 500;

/// Whose state can be kept as a whole.
template <class K>
concept HasSnapshots = requires(const typename K::State& state, std::string_view bytes) {
  { K::snapshot_of(state) } -> std::same_as<std::string>;
  { K::from_snapshot(bytes) } -> std::same_as<std::optional<typename K::State>>;
};

/// What the service has to know of a kind of stream (streams.hpp).
template <class K>
concept StreamKind = requires(K& kind, typename K::State& state, const typename K::State& seen,
                              const typename K::Command& command, const typename K::Event& event,
                              const std::vector<store::StoredEvent>& stored, const std::string& id) {
  { K::stream_of(id) } -> std::same_as<std::string>;
  { K::id_of(command) } -> std::convertible_to<std::string>;
  { K::empty(id) } -> std::same_as<typename K::State>;
  { seen.version } -> std::convertible_to<std::int64_t>;
  { K::changed_at(seen) } -> std::same_as<Time>;
  K::evolve(state, event);
  { kind.fold(state, stored) } -> std::same_as<bool>;
  { K::content(command) } -> std::same_as<std::int64_t>;
  { K::expected(command) } -> std::same_as<std::optional<std::int64_t>>;
  { K::is_told(command) } -> std::same_as<bool>;
  { K::is_final(command) } -> std::same_as<bool>;
  { K::kAsksFirst } -> std::convertible_to<bool>;
};

/// All streams of one kind in one store. Whoever calls holds the session.
template <StreamKind Kind>
class Stream {
 public:
  using State = typename Kind::State;
  using Command = typename Kind::Command;
  using Event = typename Kind::Event;
  using Kept = AnswerWith<std::vector<Event>>;

  Stream(Session& session, const Clock& clock, Kind kind = {})
      : session_(session), clock_(clock), kind_(std::move(kind)) {}

  /// As the store has it now; in a group, as it was when the group first looked, since nobody else writes then. The
  /// reference holds until the next call about another one; what is decided on stays for as long as that takes.
  State& current(const std::string& id) {
    auto& entry = entry_of(id);
    if (session_.together && entry.read_in == session_.group) return entry.state;
    try {
      bring_up(entry, id);
    } catch (...) {
      forget(id);  // half of what is new may be in it
      throw;
    }
    entry.read_in = session_.together ? session_.group : 0;
    return entry.state;
  }

  /// As this service saw it last, which others may have changed since; read when it was never seen.
  State& seen(const std::string& id) {
    const auto found = states_.find(id);
    return found != states_.end() && found->second.state.version > 0 ? found->second.state : current(id);
  }

  /// Decides a command on what the stream holds, keeps what follows, and answers. Sent again, with the same content, it
  /// is answered `repeated`; with another, refused.
  ///
  /// `decide(state, command)` gives events or a refusal. `before(state, command, events)` may do what has to stand
  /// before them, and refuse. Both are done again when somebody else was first; not for a command that is told
  /// (`Kind::is_told`, or one with an expected version), which is answered with the conflict.
  ///
  /// What is decided again anyhow is first decided on what is in memory: most often it is alone, and then one append is
  /// all that is asked of the store. Whether it was done before is asked only when something is in its way; that append
  /// says it too.
  Kept keep(Command& command, auto&& decide, auto&& before) {
    Doing doing{command};
    doing.given = !command.id.empty();
    if (!doing.given) command.id = random_command_id();
    doing.id = Kind::id_of(command);
    doing.content = Kind::content(command);
    doing.answer.command_id = command.id;
    doing.now = command.at == Time{};
    doing.told = Kind::is_told(command) || Kind::expected(command).has_value();
    doing.look = doing.told || Kind::is_final(command);
    if (!doing.now && command.at > clock_.now() + kGrace) {
      doing.answer.refusal = still_to_come(command.at);
      return std::move(doing.answer);
    }
    // A clock that is a little ahead would keep everybody else waiting until that moment has come.
    if (!doing.now) command.at = std::min(command.at, clock_.now());
    if constexpr (requires { command.typed; })
      if (!doing.now) command.typed = clock_.now();
    if ((Kind::kAsksFirst || Kind::is_final(command)) && done_before(doing)) return std::move(doing.answer);
    for (int attempt = 1;; ++attempt, doing.look = true) {
      const auto once = [&] { return answered(doing, decide, before); };
      const bool last = attempt == kTries;
      const bool over = last || Kind::is_final(command) ? alone(doing.id, once) : once();
      if (over || last) return std::move(doing.answer);
      doing.answer.conflict.reset();
    }
  }

  Kept keep(Command& command, auto&& decide) {
    return keep(command, decide,
                [](const State&, const Command&, const std::vector<Event>&) { return std::optional<Refusal>(); });
  }

  /// What is in memory of one stream, or of all, is no more to be trusted.
  void forget(const std::string& id) { states_.erase(id); }
  void forget() {
    states_.clear();
    owed_.clear();
  }

  /// Gives the index the lines that this group owes it still.
  void settle() {
    if constexpr (kHasLine)
      for (const auto& id : std::exchange(owed_, {})) session_.store.put_index(Kind::index_line(seen(id)));
  }

  Kind& kind() { return kind_; }

 private:
  /// Something was added to it here before more of it was read, or something of it was destroyed.
  static constexpr std::int64_t kNeverWhole = -1;

  struct Entry {
    State state;
    std::uint64_t read_in = 0;        ///< the group that read it last
    std::int64_t snapshot = 0;        ///< number of the event up to which there is one
    std::set<std::string> persons{};  ///< whose secrets were read
    std::int64_t read = 0;            ///< up to where all of it was read, or kNeverWhole
  };

  /// One command under way.
  struct Doing {
    Command& command;
    std::string id{};
    std::int64_t content = 0;
    bool given = false;  ///< its id came from outside, and may have come before
    bool now = false;    ///< it happens when it is decided
    bool told = false;
    bool look = false;  ///< read before deciding
    Kept answer{};
  };

  /// As long as it lives nothing is put out of memory for want of room.
  struct Deciding {
    explicit Deciding(int& count) : count_(count) { ++count_; }
    ~Deciding() { --count_; }
    Deciding(const Deciding&) = delete;
    Deciding& operator=(const Deciding&) = delete;
    int& count_;
  };

  Entry& entry_of(const std::string& id) {
    if (const auto found = states_.find(id); found != states_.end()) return found->second;
    if (states_.size() >= kKept && deciding_ == 0) {
      settle();  // while what they are made from is at hand
      states_.clear();
    }
    return states_.emplace(id, Entry{Kind::empty(id)}).first->second;
  }

  void bring_up(Entry& entry, const std::string& id) {
    auto& state = entry.state;
    const auto stream = Kind::stream_of(id);
    if constexpr (requires { Kind::is_over(state); }) {
      if (Kind::is_over(state)) return;
    }
    if constexpr (requires { Kind::counted(state, std::int64_t{}); }) {
      Kind::counted(state, session_.store.head(stream));
    } else {
      if constexpr (HasSnapshots<Kind>)
        if (state.version == 0 && !session_.together) resume(entry, stream);
      auto stored = read(stream, state.version);
      if constexpr (requires { Kind::puts_right(stored); })
        if (state.version > 0 && Kind::puts_right(stored)) {
          entry = Entry{Kind::empty(id), entry.read_in};  // a snapshot of before would be read for nothing each time
          stored = read(stream, 0);
        }
      const auto before = state.version;
      if (kind_.fold(state, stored)) {
        if constexpr (HasSnapshots<Kind>) keep_snapshot(entry, stream, stored, before);
        return;
      }
      state = Kind::empty(id);
      stored = read(stream, 0);
      require_erased(stream, stored);
      kind_.fold_erased(state, stored);
    }
  }

  /// From the snapshot, when there is one; the events after it are still to be read. What is the matter with the store
  /// is told by who reads those.
  void resume(Entry& entry, const std::string& stream) {
    std::optional<store::Snapshot> kept;
    try {
      kept = session_.store.snapshot(stream);
    } catch (const Fault&) {
      return;
    }
    if (!kept) return;
    auto state = Kind::from_snapshot(kept->state);
    if (!state || state->version != kept->number) return;
    entry.state = std::move(*state);
    entry.read = entry.snapshot = kept->number;
    entry.persons = {kept->persons.begin(), kept->persons.end()};
  }

  /// Of what was just read, after event `before`. Where an event is destroyed there is none: what is left of it may
  /// still change. Nor is one made of what this process added itself: it follows from what it read whose keys the
  /// snapshot has to go with.
  void keep_snapshot(Entry& entry, const std::string& stream, const std::vector<store::StoredEvent>& stored,
                     std::int64_t before) {
    for (const auto& one : stored)
      for (const auto& secret : one.secrets) entry.persons.insert(secret.person);
    const auto& state = entry.state;
    entry.read = entry.read == before && kind_.is_whole(stored) ? state.version : kNeverWhole;
    if (session_.together || entry.read != state.version || state.version - entry.snapshot < kSnapshotEvery) return;
    entry.snapshot = state.version;  // or it would be tried again with each line
    try {
      session_.store.keep_snapshot(
          stream, {state.version, {entry.persons.begin(), entry.persons.end()}, Kind::snapshot_of(state)});
    } catch (const Fault&) {
      // The case was read, and that is what was asked for.
    }
  }

  /// A disk may refuse once; before anybody is told that a file is damaged, it is read again.
  std::vector<store::StoredEvent> read(const std::string& stream, std::int64_t after) {
    try {
      return session_.store.read(stream, after);
    } catch (const Fault&) {
      if (session_.together) throw;
    }
    return session_.store.read(stream, after);
  }

  /// Whether the command was done before; then the answer says so.
  bool done_before(Doing& doing) {
    if (!doing.given) return false;
    const auto receipt = session_.store.receipt(doing.command.id);
    if (receipt) answer_again(doing, *receipt);
    return receipt.has_value();
  }

  void answer_again(Doing& doing, const store::Receipt& receipt) {
    const bool same =
        receipt.stream == Kind::stream_of(doing.id) && is_content(receipt.content, doing.content, doing.command);
    if (!same) {
      doing.answer.refusal = id_of_another(doing.command.id);
      return;
    }
    doing.answer.repeated = true;
    doing.answer.version = receipt.last;
  }

  /// One attempt; false when it has to be made again.
  bool answered(Doing& doing, auto& decide, auto& before) {
    auto& [command, id, content, given, now, told, look, answer] = doing;
    const auto known = states_.find(id);
    const bool fresh = look || known == states_.end() || known->second.state.version == 0;
    auto& state = fresh ? current(id) : known->second.state;
    const Deciding one{deciding_};
    answer.version = state.version;
    if (const auto expected = Kind::expected(command); expected && *expected != state.version) {
      if (!done_before(doing)) answer.conflict = store::Conflict{Kind::stream_of(id), *expected, state.version};
      return true;
    }
    if (now) command.at = std::max(clock_.now(), Kind::changed_at(state));
    auto decided = decide(state, command);
    if (!decided) {
      if (!fresh) return false;  // refused on what may have changed
      if (!done_before(doing)) answer.refusal = std::move(decided.error());
      return true;
    }
    if constexpr (requires { Kind::was_written(*decided, Time{}); })
      if (!now) Kind::was_written(*decided, clock_.now());
    if (auto refusal = before(state, command, *decided)) {
      answer.refusal = std::move(refusal);
      return true;
    }
    const auto expected = state.version;
    const auto kept = append(state, doing, *decided);
    if (!kept) {
      answer.conflict = kept.error();
      return told;
    }
    if (kept->first != expected + 1 || kept->stream != Kind::stream_of(id)) {
      forget(id);
      answer_again(doing, *kept);
      return true;
    }
    answer.version = expected + static_cast<std::int64_t>(decided->size());
    answer.events = std::move(*decided);
    return true;
  }

  /// Evolves what is in memory first, because the line of the index is made from it; when the store then does not take
  /// the events, that memory is dropped and read again.
  Outcome<store::Receipt, store::Conflict> append(State& state, const Doing& doing, const std::vector<Event>& decided) {
    std::vector<store::NewEvent> events;
    events.reserve(decided.size());
    for (const auto& event : decided) events.push_back(store::encode(event));
    const auto expected = state.version;
    try {
      for (const auto& event : decided) Kind::evolve(state, event);
      const auto line = line_now(state);
      auto kept = session_.store.append(Kind::stream_of(doing.id), expected, doing.command.id, std::move(events),
                                        line ? &*line : nullptr, doing.content);
      if (!kept) forget(doing.id);
      else if (line) owed_.erase(doing.id);
      else if (kHasLine) owed_.insert(doing.id);
      return kept;
    } catch (...) {
      forget(doing.id);
      throw;
    }
  }

  /// The line of the index that goes with the events: of a thousand commands to one case only that of the last stays,
  /// so only that is made.
  std::optional<store::IndexRow> line_now(const State& state) const {
    if constexpr (kHasLine)
      if (!session_.together || !session_.more) return Kind::index_line(state);
    return std::nullopt;
  }

  /// Does it while nobody else can write.
  bool alone(const std::string& id, auto& work) {
    bool over = false;
    try {
      session_.store.together([&] { over = work(); });
    } catch (...) {
      forget(id);  // ahead of the store
      throw;
    }
    return over;
  }

  /// Whether streams of this kind have a line in the index.
  static constexpr bool kHasLine = requires(const State& state) { Kind::index_line(state); };

  Session& session_;
  const Clock& clock_;
  Kind kind_;
  std::unordered_map<std::string, Entry> states_;
  int deciding_ = 0;            ///< commands under way: one may read, or keep, another stream
  std::set<std::string> owed_;  ///< in a group: these have a line in the index that is behind
};

}  // namespace casus::service
