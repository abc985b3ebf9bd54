// SPDX-License-Identifier: EUPL-1.2
#include "core/store/address.hpp"

#include "core/base/fault.hpp"
#include "core/text/said_fault.hpp"

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

bool is_hexadecimal(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

bool has_bare_percent(std::string_view text) {
  for (auto at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 1))
    if (at + 2 >= text.size() || !is_hexadecimal(text[at + 1]) || !is_hexadecimal(text[at + 2])) return true;
  return false;
}

/// Behind the colon of "host:5432"; in "[::1]:5432" the colons of the host are none.
bool has_wrong_port(std::string_view host) {
  const auto colon = host.find(':', host.starts_with('[') ? std::min(host.find(']'), host.size()) : 0);
  if (colon == std::string_view::npos) return false;
  const auto port = host.substr(colon + 1);
  return port.size() > 5 || port.find_first_not_of("0123456789") != std::string_view::npos;
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

int value_of_hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return (c | 0x20) - 'a' + 10;
}

std::string decoded_part(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool coded =
        text[i] == '%' && i + 2 < text.size() && is_hexadecimal(text[i + 1]) && is_hexadecimal(text[i + 2]);
    out +=
        coded ? static_cast<char>(value_of_hexadecimal(text[i + 1]) * 16 + value_of_hexadecimal(text[i + 2])) : text[i];
    if (coded) i += 2;
  }
  return out;
}

/// What an option is called, as libpq reads it.
std::string name_of(std::string_view option) {
  auto name = decoded_part(option.substr(0, option.find('=')));
  for (auto& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return name;
}

/// Also one that libpq knows by another name or not at all: it was meant as one.
bool is_password(std::string_view option) { return name_of(option).find("password") != std::string::npos; }

/// What libpq is told of where a database is, as it fills in what is left out.
struct PlaceInDatabase {
  std::string user, host, port, database;

  /// Part of an address, in the place of what stands before the '?'.
  void take(std::string_view option) {
    const auto equals = std::min(option.find('='), option.size());
    const auto name = option.substr(0, equals);
    const auto value = decoded_part(option.substr(std::min(equals + 1, option.size())));
    if (name == "host" || name == "hostaddr") host = value;
    else if (name == "port") port = value;
    else if (name == "dbname") database = value;
    else if (name == "user") user = value;
  }
  void fill_in() {
    for (auto& c : host)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (host.empty() || host == "127.0.0.1" || host == "::1" || host == "[::1]") host = "localhost";
    if (port.empty()) port = "5432";
    if (database.empty()) database = user;
  }
};

}  // namespace

bool in_database(std::string_view store) {
  return store.starts_with("postgresql://") || store.starts_with("postgres://");
}

std::string stem_of(std::string_view store, std::string_view keys) {
  constexpr std::string_view kEnding = ".keys";
  if (!in_database(store)) return std::string(store);
  if (keys.ends_with(kEnding)) keys.remove_suffix(kEnding.size());
  return std::string(keys);
}

bool is_mangled_address(std::string_view store) {
  if (!in_database(store)) {
    std::string scheme;
    for (const char c : store.substr(0, store.find(':')))
      scheme += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool has_scheme = scheme.size() < store.size();
    return store.find("://") != std::string_view::npos ||
           (has_scheme && (scheme == "postgres" || scheme == "postgresql"));
  }
  if (has_bare_percent(store)) return true;
  auto hosts = store.substr(store.find("//") + 2);
  hosts = hosts.substr(0, hosts.find_first_of("/?"));
  if (const auto user = hosts.rfind('@'); user != std::string_view::npos) hosts.remove_prefix(user + 1);
  while (!hosts.empty()) {
    const auto host = hosts.substr(0, hosts.find(','));
    if (has_wrong_port(host)) return true;
    hosts.remove_prefix(std::min(host.size() + 1, hosts.size()));
  }
  return false;
}

std::string without_password(std::string_view store) {
  constexpr std::string_view kHidden = "...";
  std::string out(store);
  const auto slashes = out.find("://");
  const auto scheme = slashes == std::string::npos ? out.find(':') : slashes + 2;
  const auto at = out.rfind('@');
  const auto colon = scheme == std::string::npos ? scheme : out.find(':', scheme + 1);
  if (at != std::string::npos && colon < at) out.replace(colon + 1, at - colon - 1, kHidden);
  // "postgres:PASSWORD@host": nobody is named, so it may be one.
  else if (slashes == std::string::npos && scheme < at && at != std::string::npos)
    out.replace(scheme + 1, at - scheme - 1, kHidden);
  for (auto from = out.find('?'); from != std::string::npos;) {
    const auto end = std::min(out.find('&', from + 1), out.size());
    const auto option = std::string_view(out).substr(from + 1, end - from - 1);
    const auto equals = option.find('=');
    if (equals != std::string_view::npos && is_password(option))
      out.replace(from + 2 + equals, option.size() - equals - 1, kHidden);
    from = out.find('&', from + 1);
  }
  return out;
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
    if (is_password(one)) place = "//:@";
  }
  address.server = std::string(store.substr(0, question)) + others;
  place.remove_prefix(place.find("//") + 2);
  const auto user = place.substr(0, place.find('/')).find('@');
  if (user != std::string_view::npos) {
    if (place.substr(0, user).find(':') != std::string_view::npos)
      throw text::SaidFault(Fault::Kind::store, text::msg("fault.password_in_address"));
    place.remove_prefix(user + 1);
  }
  if (!is_team(address.team))
    throw text::SaidFault(Fault::Kind::store,
                          text::msg("fault.no_team_name", "address"_is = store, "team"_is = address.team));
  address.file_name = fmt::format("{}-{}", plain(std::string(place) + others), address.team);
  return address;
}

std::string place_in_database(std::string_view store) {
  const auto address = address_from(store);
  std::string_view rest = address.server;
  rest.remove_prefix(rest.find("//") + 2);
  const auto question = std::min(rest.find('?'), rest.size());
  const auto before = rest.substr(0, question);
  const auto slash = std::min(before.find('/'), before.size());
  PlaceInDatabase place;
  auto host = before.substr(0, slash);
  place.database = decoded_part(before.substr(std::min(slash + 1, before.size())));
  if (const auto at = host.rfind('@'); at != std::string_view::npos) {
    place.user = decoded_part(host.substr(0, at));
    host.remove_prefix(at + 1);
  }
  const bool several = host.find(',') != std::string_view::npos;
  const auto colon = host.find(':', host.starts_with('[') ? std::min(host.find(']'), host.size()) : 0);
  if (!several && colon != std::string_view::npos) place.port = std::string(host.substr(colon + 1));
  place.host = decoded_part(several ? host : host.substr(0, colon));
  for (auto options = rest.substr(std::min(question + 1, rest.size())); !options.empty();) {
    const auto one = options.substr(0, options.find('&'));
    options.remove_prefix(std::min(one.size() + 1, options.size()));
    place.take(one);
  }
  place.fill_in();
  return fmt::format("{}:{}/{}?team={}", place.host, place.port, place.database, address.team);
}

}  // namespace casus::store
