// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/fault.hpp"
#include "core/store/checkpoint.hpp"
#include "core/store/store.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace casus::test {

/// A store that counts what it is asked, lets another write between the reading and the writing of a command, and can
/// have a disk that refuses.
class WatchedStore final : public store::Store {
 public:
  explicit WatchedStore(store::Store& real) : real_(real) {}

  std::function<void()> meanwhile;       ///< done once, before the next append
  std::function<void()> before_keeping;  ///< done once, before the next snapshot is kept
  int asked = 0;
  int unreadable = 0;         ///< this many readings fail
  bool no_snapshots = false;  ///< looking for one fails, and so does keeping one

  Outcome<store::Receipt, store::Conflict> append(std::string_view stream, std::int64_t expected, std::string_view id,
                                                  std::vector<store::NewEvent> events, const store::IndexRow* index,
                                                  std::int64_t content) override {
    ++asked;
    if (auto work = std::exchange(meanwhile, nullptr)) work();
    return real_.append(stream, expected, id, std::move(events), index, content);
  }
  std::optional<store::Receipt> receipt(std::string_view id) override { return counted().receipt(id); }
  std::vector<store::StoredEvent> read(std::string_view stream, std::int64_t after) override {
    if (unreadable > 0 && unreadable-- > 0) throw Fault(Fault::Kind::store, "disk I/O error");
    return counted().read(stream, after);
  }
  std::optional<store::Snapshot> snapshot(std::string_view stream) override {
    if (no_snapshots) throw Fault(Fault::Kind::store, "disk I/O error");
    return real_.snapshot(stream);
  }
  void keep_snapshot(std::string_view stream, const store::Snapshot& it) override {
    if (auto work = std::exchange(before_keeping, nullptr)) work();
    if (no_snapshots) throw Fault(Fault::Kind::store, "disk I/O error");
    real_.keep_snapshot(stream, it);
  }
  std::int64_t head(std::string_view stream) override { return counted().head(stream); }
  std::vector<std::string> streams(std::string_view prefix) override { return counted().streams(prefix); }
  std::int64_t position() override { return counted().position(); }
  std::vector<store::IndexRow> list(const store::IndexQuery& query) override { return counted().list(query); }
  void clear_index() override { counted().clear_index(); }
  void put_index(const store::IndexRow& row) override { counted().put_index(row); }
  void erase_keys(std::string_view stream) override { counted().erase_keys(stream); }
  void erase_person(std::string_view stream, std::string_view person) override {
    counted().erase_person(stream, person);
  }
  void destroy_event(std::string_view stream, std::int64_t number, const std::optional<store::Husk>& left) override {
    counted().destroy_event(stream, number, left);
  }
  text::Message unfinished() override { return real_.unfinished(); }
  void together(const std::function<void()>& work) override { counted().together(work); }
  void together(const store::Coming& coming, const std::function<void()>& work) override {
    counted().together(coming, work);
  }
  bool checkpoint_due(Time now) override { return real_.checkpoint_due(now); }
  store::Checkpoint checkpoint(Time now) override { return real_.checkpoint(now); }
  std::vector<store::Checkpoint> checkpoints() override { return real_.checkpoints(); }
  std::vector<store::Finding> verify_against(std::string_view code) override { return real_.verify_against(code); }
  store::Checkpoint backup(const std::string& file, Time now) override { return real_.backup(file, now); }
  store::AcceptedBackup accept_backup(Time now) override { return real_.accept_backup(now); }
  std::int64_t places_anew(std::string_view stream) override { return real_.places_anew(stream); }
  std::string older_keys() override { return real_.older_keys(); }
  store::AcceptedKeys accept_keys(std::string_view begun_anew, Time now) override {
    return real_.accept_keys(begun_anew, now);
  }
  store::Verification verify() override { return real_.verify(); }
  store::Info info() override { return real_.info(); }
  std::string pseudonym(std::string_view name) override { return real_.pseudonym(name); }

 private:
  store::Store& counted() {
    ++asked;
    return real_;
  }

  store::Store& real_;
};

}  // namespace casus::test
