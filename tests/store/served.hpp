// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/address.hpp"
#include "core/store/postgres/connection.hpp"
#include "core/store/postgres/postgres_log.hpp"
#include "tests/store/stores.hpp"

#include <memory>
#include <string>

namespace casus::store {

using test::Cluster;

/// A team of its own in a new database, for who tests it from outside; nothing where there is no server.
struct Served {
  Cluster* cluster = Cluster::shared();
  test::TempDir folder;
  std::string address;

  Served() {
    if (cluster == nullptr) WARN("SKIP: no PostgreSQL server is installed here");
    else address = cluster->database();
  }
  explicit operator bool() const { return cluster != nullptr; }

  std::unique_ptr<Store> open(const std::string& at, bool create = true) const {
    return open_postgres({at, create, Purpose::cases, (folder / address_from(at).team).string() + ".keys"});
  }
  std::unique_ptr<Store> open() const { return open(address); }

  /// Of the first team of a new database.
  std::unique_ptr<PostgresLog> log() const {
    auto connection = std::make_unique<Connection>(address_from(address));
    connection->connect();
    return std::make_unique<PostgresLog>(std::move(connection), 1, "", Purpose::cases);
  }
};

}  // namespace casus::store
