// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/vault.hpp"

#include <map>
#include <string>
#include <utility>

namespace casus::store {

/// Keys that go with the process.
class MemoryVault final : public Vault {
 public:
  MemoryVault() : store_key_(Key::random()) {}

  std::string path() const override { return "memory"; }
  void look(const std::function<void()>& work) override { work(); }
  Key store_key() override { return store_key_; }
  Held find(std::string_view stream, std::string_view person) override;
  KeysByPerson find_all(std::string_view stream) override;
  void add(const std::vector<NewKey>& keys) override;
  void destroy(const std::vector<ErasedRow>& rows, const Wiped& now, const Husks& left) override;
  std::optional<Husk> left(std::string_view stream, std::int64_t number) override;
  void keep_left(const Husks&) override {}  // nothing comes between here
  void drop_left(std::string_view, std::int64_t) override {}
  void reword_left(std::string_view stream, std::int64_t number, const Husk& left) override;
  void forget_destroyed(const std::vector<Erased>& keys) override;
  Wiped wiped() override { return wiped_; }
  std::vector<Erased> destroyed() override;
  std::vector<std::string> streams() override;
  void replace_tree(std::string_view stream, std::string_view tree) override;
  void begin_checkpoint(const Checkpoint& checkpoint) override { begun_ = checkpoint.mark; }
  Digest begun() override { return begun_; }
  void add_checkpoints(const std::vector<Checkpoint>& checkpoints, const std::vector<NamedEnd>& moved) override;
  void replace_checkpoints(const std::vector<Checkpoint>& checkpoints, const std::vector<NamedEnd>& ends) override;
  std::vector<Checkpoint> checkpoints() override { return checkpoints_; }
  std::optional<Checkpoint> last_checkpoint() override;
  bool knows_end(std::string_view stream) override { return ends_.contains(std::string(stream)); }
  std::vector<NamedEnd> ends() override;
  bool has_seal() override { return true; }
  void begin_seal() override {}
  std::vector<text::Message> strange() override { return {}; }
  std::vector<text::Message> check() override { return {}; }

 private:
  struct Keys {
    bool erased = false;
    std::string tree;
    std::map<std::string, std::string, std::less<>> persons;  ///< empty: erased
    std::map<std::int64_t, std::optional<Husk>> events;       ///< destroyed, or begun anew
  };

  Key store_key_;
  std::map<std::string, Keys, std::less<>> keys_;
  Wiped wiped_;
  Digest begun_{};
  std::vector<Checkpoint> checkpoints_;
  std::map<std::string, NamedEnd> ends_;
};

}  // namespace casus::store
