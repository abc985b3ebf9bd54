// SPDX-License-Identifier: EUPL-1.2
#include "core/store/verify.hpp"

#include "core/base/fault.hpp"
#include "core/store/frame.hpp"
#include "core/store/keychain.hpp"
#include "core/store/line_seal.hpp"
#include "core/store/log.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::store {

namespace {

class Verifier {
 public:
  Verifier(Log& log, Vault& vault) : log_(log), vault_(vault), keys_(vault, log) {}

  Verification run() {
    guarded("", [&] {
      for (auto& finding : log_.check()) result_.findings.push_back(std::move(finding));
    });
    std::vector<StreamRow> streams;
    guarded("", [&] { streams = log_.streams(); });
    for (const auto& stream : streams) guarded(stream.name, [&] { check(stream); });
    guarded("", [&] { check_erased(); });
    guarded("", [&] { verify_checkpoints(log_, vault_, result_); });
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
      ++result_.absent_keys;
      find(stream.name, 0, fmt::format("its key is not in '{}', and was not erased", vault_.path()));
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
    if (!key) {
      ++result_.destroyed_events;
      if (stream.starts_with("access/")) ++result_.destroyed_looks;
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
    const bool holds =
        stream.digest == view(last) && stream.mark == view(head_mark(keys_.store(), stream.name, stream.head, last));
    if (!holds) find(stream.name, number, "the recorded end of the stream does not match its last event");
  }

  void check_line(const StreamRow& stream, const KeyTree& tree) {
    const auto sealed = log_.summary(stream.id);
    if (sealed && open_line(tree, stream.name, *sealed).state == OpenedLine::State::damaged)
      find(stream.name, 0, "its line in the index does not open; do: store rebuild");
  }

  /// The list as a chain, and whether the vault has done what it asks.
  void check_erased() {
    ErasedRow last;
    for (const auto& row : log_.erased(0)) {
      if (row.id != last.id + 1 || row.mark != erased_mark(keys_.store(), last.mark, row.id, row.what)) {
        find(row.what.stream, row.what.number, "the list of what was erased was changed here");
        return;
      }
      last = row;
      if (row.what.number > 0) continue;
      if (vault_.find(row.what.stream, row.what.person).state == Vault::Held::State::present)
        find(row.what.stream, 0,
             row.what.person.empty()
                 ? std::string("it was erased, and its key is still in the vault")
                 : fmt::format("person '{}' was erased, and their key is still in the vault", row.what.person));
    }
    if (vault_.wiped().id > last.id) find("", 0, "the end of the list of what was erased is missing");
  }

  Log& log_;
  Vault& vault_;
  Keychain keys_;
  Verification result_;
};

}  // namespace

Verification verify_store(Log& log, Vault& vault) {
  Verification result;
  log.look([&] { result = Verifier(log, vault).run(); });
  return result;
}

}  // namespace casus::store
