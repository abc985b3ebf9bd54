// SPDX-License-Identifier: EUPL-1.2
#include "core/store/verify.hpp"

#include "core/base/fault.hpp"
#include "core/store/codec/frame.hpp"
#include "core/store/database_fault.hpp"
#include "core/store/keys/keychain.hpp"
#include "core/store/keys/line_seal.hpp"
#include "core/store/log.hpp"
#include "core/store/sealed/end_of_stream.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace casus::store {

using text::msg;

text::Message said_by(const Fault& fault) {
  const auto* const told = dynamic_cast<const text::SaidFault*>(&fault);
  return told != nullptr ? told->said() : text::Message::verbatim(fault.what());
}

namespace {

constexpr std::size_t kTogether = 100;  // streams for which the keys are read at once: who writes there waits

class Verifier {
 public:
  Verifier(Log& log, Vault& vault) : log_(log), vault_(vault), keys_(vault, log) {}

  Verification run() {
    guarded("", [&] {
      for (auto& finding : log_.check()) result_.findings.push_back(std::move(finding));
    });
    try {
      for (auto& said : vault_.check()) find_in_keys("", 0, std::move(said));
    } catch (const Fault& fault) {
      find_in_keys("", 0, said_by(fault));
    }
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
  void find(const std::string& stream, std::int64_t number, text::Message said) {
    result_.findings.push_back({stream, number, std::move(said)});
  }

  void find_in_keys(const std::string& stream, std::int64_t number, text::Message said) {
    result_.findings.push_back({stream, number, std::move(said), false, true});
  }

  /// A page that the log cannot read is a finding like any other; the rest is still looked at.
  void guarded(const std::string& stream, auto&& check) {
    try {
      check();
    } catch (const DatabaseFault&) {
      throw;  // nothing was found out about the store
    } catch (const Fault& fault) {
      find(stream, 0, said_by(fault));
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
      find_in_keys(stream.name, 0,
                   taken ? msg("finding.key_taken_out", "path"_is = vault_.path())
                         : msg("finding.key_not_here", "path"_is = vault_.path()));
    }
    if (keys.tree != nullptr) check_line(stream, *keys.tree);
  }

  static text::Message missing(std::int64_t first, std::int64_t last) {
    return first == last ? msg("finding.event_missing")
                         : msg("finding.events_missing", "first"_is = first, "last"_is = last);
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
    if (row.type.empty()) find(stream, row.number, msg("finding.type"));
    else if (!holds) find(stream, row.number, msg("finding.digest"));
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
    if (!frame) return find(stream, row.number, msg("finding.payload"));
    for (const auto& secret : frame->sealed_secrets) {
      const auto found = keys_.person(owner, secret.person);
      if (found.state == Keychain::State::absent)
        find_in_keys(stream, row.number, msg("finding.person_key_lost", "person"_is = secret.person));
      else if (found.key && !unseal(*found.key, {owner.stream, row.number, secret.person}, secret.text))
        find(stream, row.number, msg("finding.secret", "person"_is = secret.person));
    }
  }

  void check_end(const StreamRow& stream, std::int64_t number, const Digest& last) {
    if (number < stream.head) return find(stream.name, number + 1, missing(number + 1, stream.head));
    if (number > stream.head)
      return find(stream.name, stream.head + 1, msg("finding.end_early", "number"_is = stream.head));
    const auto counted = counts_.find(stream.name);
    const auto erased = counted == counts_.end() ? 0 : counted->second;
    if (stream.digest != view(last) || !holds(keys_.store(), stream) || stream.erasures < erased)
      find(stream.name, number, msg("finding.end"));
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
      if (at != sums.end() && at->second.second != at->second.first.sum) find(stream.name, 0, msg("finding.receipts"));
    }
  }

  void read_list() {
    for (const auto& row : log_.erased(0)) {
      listed_.emplace(row.what.stream, row.what.person, row.what.number);
      ++counts_[row.what.stream];
      if (row.what.number != 0) words_[{row.what.stream, event_number(row.what)}] = row.what.number;
    }
    if (log_.is_older()) find("", 0, msg("finding.older_database"));
  }

  void check_line(const StreamRow& stream, const KeyTree& tree) {
    const auto sealed = log_.summary(stream.id);
    if (sealed && open_line(tree, stream.name, *sealed).state == OpenedLine::State::damaged)
      result_.findings.push_back({stream.name, 0, msg("finding.line_sealed"), true});
  }

  /// The list as a chain, and whether the vault has done what it asks.
  void check_erased() {
    ErasedRow last;
    for (const auto& row : log_.erased(0)) {
      if (row.id != last.id + 1 || row.mark != erased_mark(keys_.store(), last.mark, row.id, row.what)) {
        find(row.what.stream, event_number(row.what), msg("finding.list_changed"));
        return;
      }
      last = row;
      if (row.what.number != 0) {
        if (is_last_word(row.what)) check_destroyed(row.what);
        continue;
      }
      if (vault_.find(row.what.stream, row.what.person).state == Vault::Held::State::present)
        find(row.what.stream, 0,
             row.what.person.empty() ? msg("finding.key_still_here")
                                     : msg("finding.person_key_still_here", "person"_is = row.what.person));
    }
    if (vault_.wiped().id > last.id) find("", 0, msg("finding.list_cut"));
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
      find(what.stream, event_number(what), msg("finding.event_key_still_here"));
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
      find_in_keys(what.stream, event_number(what),
                   what.person.empty() ? msg("finding.vault_destroyed")
                                       : msg("finding.person_key_taken_out", "person"_is = what.person));
    }
    for (const auto& [stream, last] : shut) find(stream, last, msg("finding.place_shut"));
    for (const auto& [stream, person, number] : listed_)
      if (is_last_word({stream, person, number}) && !destroyed.contains({stream, person, number}) &&
          !listed_.contains({stream, "", 0}) && vault_.find(stream, "").state == Vault::Held::State::present)
        find_in_keys(stream, event_number({stream, person, number}), msg("finding.vault_forgot"));
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
