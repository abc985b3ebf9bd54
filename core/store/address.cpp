// SPDX-License-Identifier: EUPL-1.2
#include "core/store/address.hpp"

#include "core/base/fault.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::store {

namespace {

constexpr std::string_view kUsualTeam = "casus";
constexpr std::size_t kLongestTeam = 63;

bool is_plain(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool is_team(std::string_view name) {
  return !name.empty() && name.size() <= kLongestTeam && is_plain(name.front()) &&
         std::ranges::all_of(name, [](char c) { return is_plain(c) || c == '-' || c == '_' || c == '.'; });
}

std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (is_plain(small) || small == '.') out += small;
    else if (!out.empty() && out.back() != '-') out += '-';
  }
  while (out.ends_with('-')) out.pop_back();
  return out.empty() ? "local" : out;
}

}  // namespace

bool in_database(std::string_view store) {
  return store.starts_with("postgresql://") || store.starts_with("postgres://");
}

DatabaseAddress address_from(std::string_view store) {
  DatabaseAddress address{std::string(store), std::string(kUsualTeam), std::string(store), {}};
  const auto question = store.find('?');
  std::string_view place = store.substr(0, question);
  std::string others;
  for (std::string_view rest = question == std::string_view::npos ? "" : store.substr(question + 1); !rest.empty();) {
    const auto one = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(one.size() + 1, rest.size()));
    if (one.starts_with("team=")) address.team = one.substr(5);
    else others += fmt::format("{}{}", others.empty() ? "?" : "&", one);
    if (one.starts_with("password=")) place = "//:@";
  }
  address.server = std::string(store.substr(0, question)) + others;
  place.remove_prefix(place.find("//") + 2);
  const auto user = place.substr(0, place.find('/')).find('@');
  if (user != std::string_view::npos) {
    if (place.substr(0, user).find(':') != std::string_view::npos)
      throw Fault(Fault::Kind::store,
                  "the address of the database has a password in it, which everybody on this machine can see; take it "
                  "out and put it in the file ~/.pgpass");
    place.remove_prefix(user + 1);
  }
  if (!is_team(address.team))
    throw Fault(Fault::Kind::store,
                fmt::format("the address '{}' names team '{}', which is no name for one; use small letters, digits and "
                            "hyphens",
                            store, address.team));
  address.file_name = fmt::format("{}-{}", plain(std::string(place) + others), address.team);
  return address;
}

}  // namespace casus::store
