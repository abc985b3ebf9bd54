// SPDX-License-Identifier: EUPL-1.2
// Two names of one store: what a database says of itself counts, and not how it is called.
#include "core/desk/places.hpp"
#include "core/store/address.hpp"
#include "core/store/files/copy.hpp"
#include "core/store/files/files.hpp"
#include "tests/store/served.hpp"

#include <filesystem>
#include <string>

namespace casus::store {

namespace {

/// The same server by another name: its socket seen through a link.
std::string by_another_name(const Served& served, const std::string& address) {
  const std::string option = "?host=";
  const auto from = address.find(option) + option.size();
  const auto to = address.find('&', from);
  const auto link = served.folder / "link";
  if (!std::filesystem::exists(link)) std::filesystem::create_directory_symlink(address.substr(from, to - from), link);
  return address.substr(0, from) + link.string() + address.substr(to);
}

}  // namespace

TEST_CASE("a team of a database is itself by whatever name its server is reached, and no other is", "[store]") {
  Served served;
  if (!served) return;
  const auto other_name = by_another_name(served, served.address);
  const auto another = served.cluster->database();
  REQUIRE(place_in_database(served.address) != place_in_database(other_name));
  const auto check = [&] {
    CHECK_FALSE(identity_in_database(served.address).empty());
    CHECK(identity_in_database(served.address) == identity_in_database(other_name));
    CHECK(identity_in_database(served.address) != identity_in_database(another));
    CHECK(desk::is_same_store(served.address, other_name));
    CHECK_FALSE(desk::is_same_store(served.address, another));
    CHECK_FALSE(desk::is_same_store(served.address, (served.folder / "noord.db").string()));
  };
  check();
  const auto zuid = Cluster::of_team("zuid", served.address);
  prepare_postgres(Cluster::as("keeper", zuid), "desk");
  CHECK(identity_in_database(zuid) != identity_in_database(served.address));
  CHECK_FALSE(desk::is_same_store(zuid, other_name));
  // The role may not ask for the number of the server: then the id of the store tells, once there is one.
  for (const auto& address : {served.address, another}) {
    Connection admin(address_from(Cluster::as("postgres", address)));
    admin.run("REVOKE EXECUTE ON FUNCTION pg_control_system() FROM PUBLIC");
  }
  CHECK(identity_in_database(served.address).empty());
  CHECK_FALSE(desk::is_same_store(served.address, other_name));
  served.open();
  open_postgres({another, true, Purpose::cases, (served.folder / "another.keys").string()});
  check();
  CHECK_FALSE(desk::told_by_database((served.folder / "noord.db").string()));
}

TEST_CASE("a store in a database is not copied into itself under another name", "[store]") {
  Served served;
  if (!served) return;
  served.open();  // nothing is in it yet, so that it would pass for an empty one
  const Options from{served.address, false, Purpose::cases, (served.folder / "noord.keys").string()};
  const Options to{by_another_name(served, served.address), false, Purpose::cases,
                   (served.folder / "copy.keys").string()};
  CHECK_THAT(fault_of([&] { copy_store(from, to); }), Catch::Contains("is this store itself"));
  CHECK_FALSE(file_exists(to.keys));
}

}  // namespace casus::store
