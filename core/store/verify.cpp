// SPDX-License-Identifier: EUPL-1.2
#include "core/store/verify.hpp"

#include "core/base/fault.hpp"
#include "core/store/database_fault.hpp"
#include "core/store/end_of_stream.hpp"
#include "core/store/frame.hpp"
#include "core/store/keychain.hpp"
#include "core/store/line_seal.hpp"
#include "core/store/log.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace casus::store {

namespace {

constexpr std::size_t kTogether = 100;  // streams for which the keys are read at once: who writes there waits

class Verifier {
 public:
  Verifier(Log& log, Vault& vault) : log_(log), vault_(vault), keys_(vault, log) {}

  Verification run() {
    guarded("", [&] {
      for (auto& finding : log_.check()) result_.findings.push_back(std::move(finding));
    });
    guarded("", [&] {
      for (auto& message : vault_.check()) find("", 0, std::move(message));
    });
    guarded("", [&] { read_list(); });
    std::vector<StreamRow> streams;
    guarded("", [&] { streams = log_.streams(); });
    for (std::span<const StreamRow> rest(streams); !rest.empty(); rest = rest.subspan(std::min(kTogether, rest.size())))
      vault_.look([&] {
        for (const auto& stream : rest.first(std::min(kTogether, rest.size())))
          guarded(stream.name, [&] { check(stream); });
      });
    guarded("", [&] { check_receipts(streams); });
    guarded("", [&] { check_erased(); });
    guarded("", [&] { check_vault(streams); });
    guarded("", [&] { verify_checkpoints(log_, vault_, result_); });
    for (const auto& [place, number] : words_)
      if (number > kBegunAnew) count_anew(place.first);
    return std::move(result_);
  }

 private:
  void find(const std::string& stream, std::int64_t number, std::string message) {
    result_.findings.push_back({stream, number, std::move(message)});
  }

  /// A page that the log cannot read is a finding like any other; the rest is still looked at.
  template <class Check>
  void guarded(const std::string& stream, Check&& check) {
    try {
      check();
    } catch (const DatabaseFault&) {
      throw;  // nothing was found out about the store
    } catch (const Fault& fault) {
      find(stream, 0, fault.what());
    }
  }

  void check(const StreamRow& stream) {
    const Owner owner{stream.name, stream.erasures};
    const auto keys = keys_.tree(owner);
    Digest last{};
    std::int64_t number = 0;
    // Two digests may precede an event: as stored, and as computed. When an event was tampered with, one of them is
    // the true one, so the finding stays at that event and does not run down the chain.
    Digest computed{};
    log_.events(stream.id, 0, [&](const EventRow& row) {
      ++result_.events;
      const bool gap = row.number != number + 1;
      if (gap) find(stream.name, number + 1, missing(number + 1, row.number - 1));
      check_event(owner, keys.tree.get(), row, gap, last, computed);
      number = row.number;
      return true;
    });
    if (number == 0 && stream.head == 0) return;
    ++result_.streams;
    check_end(stream, number, last);
    if (keys.state == Keychain::State::erased) ++result_.erased_streams;
    if (keys.state == Keychain::State::absent) {
      const bool taken = vault_.find(stream.name, "").state == Vault::Held::State::erased;
      if (!taken) ++result_.absent_keys;
      find(stream.name, 0,
           taken ? fmt::format("its key was taken out of '{}', and nothing says that it was erased", vault_.path())
                 : fmt::format("its key is not in '{}', and was not erased", vault_.path()));
    }
    if (keys.tree != nullptr) check_line(stream, *keys.tree);
  }

  static std::string missing(std::int64_t first, std::int64_t last) {
    return first == last ? "event is missing" : fmt::format("events {} to {} are missing", first, last);
  }

  void check_event(const Owner& owner, const KeyTree* tree, const EventRow& row, bool gap, Digest& last,
                   Digest& computed) {
    const std::string stream(owner.stream);
    const auto stored = digest_from(row.digest);
    const Link link{owner.stream, row.number, row.type, row.type_version, row.at, row.sealed};
    const Digest after_last = digest_of(keys_.store(), last, link);
    // Behind a gap there is nothing to compare with: the gap itself has been told.
    const bool holds =
        gap || (stored && (*stored == after_last || *stored == digest_of(keys_.store(), computed, link)));
    if (row.type.empty()) find(stream, row.number, "its event type is not in the table of types");
    else if (!holds)
      find(stream, row.number, "digest does not match: the event was changed, moved or put in another's place");
    else if (tree != nullptr) check_payload(owner, *tree, row);
    computed = after_last;
    last = stored.value_or(after_last);
  }

  void check_payload(const Owner& owner, const KeyTree& tree, const EventRow& row) {
    const std::string stream(owner.stream);
    const auto key = tree.key(event_place(row.number));
    if (!key && listed_.contains({stream, "", -row.number})) {
      ++result_.lost_events;
      return;
    }
    if (!key) {
      ++result_.destroyed_events;
      // What is said again leaves what stood beside the name.
      if (stream.starts_with("access/"))
        ++(vault_.left(stream, row.number) ? result_.reworded_looks : result_.destroyed_looks);
      return;
    }
    auto clear = unseal_once(*key, {owner.stream, row.number}, row.sealed);
    const auto frame = clear ? unpacked(std::move(*clear)) : std::nullopt;
    if (!frame) return find(stream, row.number, "payload does not open with the key of its stream");
    for (const auto& secret : frame->sealed_secrets) {
      const auto found = keys_.person(owner, secret.person);
      if (found.state == Keychain::State::absent)
        find(stream, row.number, fmt::format("the key of person '{}' is lost", secret.person));
      else if (found.key && !unseal(*found.key, {owner.stream, row.number, secret.person}, secret.text))
        find(stream, row.number, fmt::format("the secret of person '{}' does not open with their key", secret.person));
    }
  }

  void check_end(const StreamRow& stream, std::int64_t number, const Digest& last) {
    if (number < stream.head) return find(stream.name, number + 1, missing(number + 1, stream.head));
    if (number > stream.head)
      return find(stream.name, stream.head + 1, fmt::format("the stream should end at event {}", stream.head));
    const auto counted = counts_.find(stream.name);
    const auto erased = counted == counts_.end() ? 0 : counted->second;
    if (stream.digest != view(last) || !holds(keys_.store(), stream) || stream.erasures < erased)
      find(stream.name, number, "the recorded end of the stream does not match its last event");
    else sound_.insert(stream.id);
  }

  /// Of streams whose row holds: it vouches for what their commands were answered with.
  void check_receipts(const std::vector<StreamRow>& streams) {
    std::unordered_map<std::int64_t, std::pair<Receipts, Digest>> sums;
    for (const auto& stream : streams)
      if (sound_.contains(stream.id)) sums.try_emplace(stream.id, receipts_of(stream), Digest{});
    log_.commands([&](std::int64_t stream, const CommandRow& command) {
      const auto at = sums.find(stream);
      if (at == sums.end() || command.last <= at->second.first.since) return;
      add_to(at->second.second, receipt_digest(keys_.store(), command));
    });
    for (const auto& stream : streams) {
      const auto at = sums.find(stream.id);
      if (at != sums.end() && at->second.second != at->second.first.sum)
        find(stream.name, 0, "what its commands were answered with was changed, or some of it is gone");
    }
  }

  void read_list() {
    for (const auto& row : log_.erased(0)) {
      listed_.emplace(row.what.stream, row.what.person, row.what.number);
      ++counts_[row.what.stream];
      if (row.what.number != 0) words_[{row.what.stream, event_number(row.what)}] = row.what.number;
    }
    if (log_.is_older())
      find("", 0, "this database is older than its keys: put the newest one back, or do 'store restore' with this one");
  }

  void check_line(const StreamRow& stream, const KeyTree& tree) {
    const auto sealed = log_.summary(stream.id);
    if (sealed && open_line(tree, stream.name, *sealed).state == OpenedLine::State::damaged)
      result_.findings.push_back({stream.name, 0, "its line in the index does not open", true});
  }

  /// The list as a chain, and whether the vault has done what it asks.
  void check_erased() {
    ErasedRow last;
    for (const auto& row : log_.erased(0)) {
      if (row.id != last.id + 1 || row.mark != erased_mark(keys_.store(), last.mark, row.id, row.what)) {
        find(row.what.stream, event_number(row.what), "the list of what was erased was changed here");
        return;
      }
      last = row;
      if (row.what.number != 0) {
        if (is_last_word(row.what)) check_destroyed(row.what);
        continue;
      }
      if (vault_.find(row.what.stream, row.what.person).state == Vault::Held::State::present)
        find(row.what.stream, 0,
             row.what.person.empty()
                 ? std::string("it was erased, and its key is still in the vault")
                 : fmt::format("person '{}' was erased, and their key is still in the vault", row.what.person));
    }
    if (vault_.wiped().id > last.id) find("", 0, "the end of the list of what was erased is missing");
  }

  /// Of one event several things may be said, and the last counts.
  bool is_last_word(const Erased& what) const {
    const auto at = words_.find({what.stream, event_number(what)});
    return at != words_.end() && at->second == what.number && !is_begun_anew(what);
  }

  void count_anew(const std::string& stream) {
    auto& all = result_.begun_anew;
    if (all.empty() || all.back().stream != stream) all.push_back({stream, 0});
    ++all.back().places;
  }

  void check_destroyed(const Erased& what) {
    const auto held = vault_.find(what.stream, "");
    if (held.state != Vault::Held::State::present) return;
    const auto tree = KeyTree::from(held.bytes);
    if (tree && tree->has(event_place(event_number(what))))
      find(what.stream, event_number(what), "it was destroyed, and its key is still in the vault");
  }

  /// What is destroyed in the vault stands on the list, and the other way round. What comes after the end of a stream
  /// does when a copy was put back on purpose; until then nothing more can be written there.
  void check_vault(const std::vector<StreamRow>& streams) {
    std::map<std::string, std::int64_t, std::less<>> here;
    for (const auto& stream : streams) here.emplace(stream.name, stream.head);
    std::set<Listed> destroyed;
    std::map<std::string, std::int64_t, std::less<>> shut;
    for (const auto& what : vault_.destroyed()) {
      destroyed.emplace(what.stream, what.person, what.number);
      const bool told = what.person.empty() && what.number == 0;  // by its stream
      const auto at = here.find(what.stream);
      if (told || at == here.end()) continue;
      if (event_number(what) > at->second && !is_begun_anew(what)) {
        auto& last = shut[what.stream];
        last = std::max(last, event_number(what));
        continue;
      }
      if (listed_.contains({what.stream, what.person, what.number})) continue;
      find(what.stream, event_number(what),
           what.person.empty()
               ? std::string("the vault has it as destroyed, and nothing says that it was")
               : fmt::format("the key of person '{}' was taken out of the vault, and nothing says that it was erased",
                             what.person));
    }
    for (const auto& [stream, last] : shut)
      find(stream, last,
           "this event was destroyed after this copy of the database was made, so nothing can be written here; move "
           "this one away and do 'store restore' with it");
    for (const auto& [stream, person, number] : listed_)
      if (is_last_word({stream, person, number}) && !destroyed.contains({stream, person, number}) &&
          !listed_.contains({stream, "", 0}) && vault_.find(stream, "").state == Vault::Held::State::present)
        find(stream, event_number({stream, person, number}),
             "it was destroyed, and the vault does not say so any more");
  }

  Log& log_;
  Vault& vault_;
  Keychain keys_;
  Verification result_;

  using Listed = std::tuple<std::string, std::string, std::int64_t>;  ///< stream, person, number
  std::set<Listed> listed_;
  std::map<std::pair<std::string, std::int64_t>, std::int64_t> words_;  ///< what is said last, by stream and event
  std::map<std::string, std::int64_t, std::less<>> counts_;             ///< rows of the list, by stream
  std::set<std::int64_t> sound_;                                        ///< streams whose row holds
};

}  // namespace

Verification verify_store(Log& log, Vault& vault) {
  Verification result;
  log.look([&] { result = Verifier(log, vault).run(); });
  return result;
}

}  // namespace casus::store
