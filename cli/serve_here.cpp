// SPDX-License-Identifier: EUPL-1.2
#include "cli/serve.hpp"

#include "core/base/fault.hpp"
#include "core/base/files/guarded_file.hpp"
#include "core/base/text.hpp"
#include "core/desk/definitions.hpp"
#include "core/desk/places.hpp"
#include "core/remote/fetch.hpp"
#include "core/text/problem_words.hpp"
#include "core/text/said_fault.hpp"
#include "core/text/voice.hpp"
#include "core/web/base.hpp"
#include "core/web/page_site.hpp"
#include "core/web/server/addresses.hpp"
#include "core/web/server/certificate.hpp"
#include "core/web/teams/front_site.hpp"
#include "core/web/teams/team_site.hpp"
#include "core/web/teams/teams_file.hpp"

#include <pwd.h>
#include <unistd.h>

#include <fmt/format.h>

#include <cerrno>
#include <charconv>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <mutex>
#include <string_view>
#include <utility>

/// The page, in the program that has a web server in it.
namespace casus::cli {
namespace {

constexpr std::string_view kSocketMark = "unix:";
constexpr std::size_t kMostCertificateBytes = std::size_t{1} << 20;

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw text::SaidFault(Fault::Kind::store, text::msg("fault.not_readable", "path"_is = path));
  return {std::istreambuf_iterator<char>(file), {}};
}

web::Endpoint endpoint_in(const Context& context, const std::string& typed) {
  const auto colon = typed.rfind(':');
  unsigned port = 0;
  const auto digits = colon == std::string::npos ? std::string() : typed.substr(colon + 1);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size() || port > 65535)
    throw Usage{text::say(context.voice(), "web.not_an_address", "typed"_is = typed)};
  auto address = typed.substr(0, colon);
  if (address.size() > 2 && address.front() == '[' && address.back() == ']')
    address = address.substr(1, address.size() - 2);
  return {std::move(address), static_cast<unsigned short>(port)};
}

/// To whoever collects what this program says; a line that cannot be written is nobody's.
void write_to_log(const std::string& line) {
  for (std::string_view rest = line; !rest.empty();) {
    const auto written = ::write(STDERR_FILENO, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
}

text::Message renewed(web::Outworn why, const std::string& file, const std::vector<std::string>& hosts) {
  std::vector<text::Message> names;
  for (const auto& host : hosts) names.push_back(text::Message::verbatim(host));
  switch (why) {
    case web::Outworn::expires: return text::msg("web.certificate_expired", "file"_is = file);
    case web::Outworn::other_address:
      return text::msg("web.certificate_moved", "hosts"_is = text::all_of(std::move(names)), "file"_is = file);
    case web::Outworn::unreadable: break;
  }
  return text::msg("web.certificate_unreadable", "file"_is = file);
}

/// The one that was made before, as long as it can be shown; else a new one, which is said: each browser asks once
/// more whether to trust it.
web::Certificate made_here(Context& context, const web::Listening& how, const std::string& beside) {
  const auto certificate = beside + ".certificate.pem";
  const auto key = beside + ".certificate-key.pem";
  auto hosts = how.names;
  hosts.push_back(how.address);
  auto said = text::msg("web.certificate_made", "file"_is = certificate);
  if (std::filesystem::exists(certificate) && std::filesystem::exists(key)) {
    const auto why = web::outworn(read_file(certificate), hosts, context.now());
    if (!why) return {read_file(certificate), read_file(key)};
    said = renewed(*why, certificate, hosts);
  }
  const auto made = web::made_certificate(hosts);
  desk::write_file(context, {key, true}, made.key);
  desk::write_file(context, {certificate, true}, made.certificate);
  context.screen().line(text::say(context.voice(), said));
  return made;
}

std::optional<web::Certificate> tls(Context& context, const Serving& wish, const web::Listening& how) {
  if (wish.certificate.empty() != wish.key.empty()) throw Usage{text::say(context.voice(), "web.certificate_and_key")};
  if (!wish.certificate.empty())
    return web::Certificate{desk::read_file(context, wish.certificate, kMostCertificateBytes),
                            desk::read_file(context, wish.key, kMostCertificateBytes)};
  if (!wish.make) return std::nullopt;
  return made_here(context, how, wish.teams.empty() ? context.beside_store() : wish.teams);
}

/// Everything that is wrong in a file is told at once.
void require_sound(const Context& context, const std::string& path, const Problems& problems) {
  if (problems.empty()) return;
  std::string all;
  for (const auto& problem : problems)
    all += fmt::format("{}{}: {}{}{}", all.empty() ? "" : "\n", desk::placed(path, problem.at), problem.pointer,
                       problem.pointer.empty() ? "" : ": ", text::problem_words(problem, context.voice()));
  throw Usage{all};
}

/// A file that says who is who.
std::string guarded_file(const Context& context, const std::string& path, Guarded how) {
  auto bytes = read_guarded(path, how);
  if (!bytes) require_sound(context, path, {bytes.error()});
  return std::move(*bytes);
}

/// The file of a sign-in elsewhere.
template <class Settings>
Settings settings_in(const Context& context, const std::string& path,
                     std::pair<Settings, Problems> (*from)(std::string_view bytes)) {
  auto [settings, problems] = from(guarded_file(context, path, Guarded::from_writing));
  require_sound(context, path, problems);
  return std::move(settings);
}

/// With the secret that the file names.
std::optional<web::openid::Settings> sign_in_of(const Context& context, const std::string& path) {
  if (path.empty()) return std::nullopt;
  auto settings = settings_in(context, path, &web::openid::settings_from);
  const auto secret =
      std::filesystem::path(path).parent_path() / settings.secret_file;  // that path itself when it is absolute
  settings.secret = trimmed(guarded_file(context, secret.string(), Guarded::from_reading));
  if (settings.secret.empty())
    throw Usage{text::say(context.voice(), "web.secret_is_empty", "file"_is = secret.string())};
  return settings;
}

std::vector<unsigned> users_called(const Context& context, const std::vector<std::string>& names) {
  std::vector<unsigned> users;
  for (const auto& name : names) {
    const auto* found = ::getpwnam(name.c_str());
    if (found == nullptr) throw Usage{text::say(context.voice(), "web.no_such_user", "name"_is = name)};
    users.push_back(found->pw_uid);
  }
  return users;
}

/// Where browsers or a proxy come in. What goes with a port alone, or with a socket file alone, is refused with the
/// other: it would do nothing, or be believed of whoever sent it.
void listen_as_wished(const Context& context, const Serving& wish, web::Listening& how) {
  const auto no = [&](const text::Message& why) { throw Usage{text::say(context.voice(), why)}; };
  if (!wish.sign_in.empty() && !wish.by_header.empty()) no(text::msg("web.one_sign_in"));
  if (!wish.listen.starts_with(kSocketMark)) {
    if (!wish.by_header.empty()) no(text::msg("web.header_needs_socket"));
    if (!wish.proxy_users.empty()) no(text::msg("web.proxy_user_needs_socket"));
    if (wish.listen.empty()) return;
    auto at = endpoint_in(context, wish.listen);
    how.address = std::move(at.address);
    how.port = at.port;
    return;
  }
  if (!wish.proxy.empty() || !wish.certificate.empty() || !wish.key.empty() || wish.make)
    no(text::msg("web.socket_is_for_proxy"));
  if (wish.names.empty()) no(text::msg("web.socket_needs_name"));
  const std::filesystem::path file(wish.listen.substr(kSocketMark.size()));
  if (!file.has_filename()) no(text::msg("web.socket_needs_path", "typed"_is = wish.listen));
  how.socket_file = std::filesystem::absolute(file).lexically_normal();
  const auto folder = std::filesystem::path(how.socket_file).parent_path().string();
  if (const auto wrong = wrong_with_folder(folder)) require_sound(context, folder, {*wrong});
  how.socket_users = users_called(context, wish.proxy_users);
}

/// A provider sends a browser back to one address, so that must be where the page is.
void require_address(const Context& context, const std::string& address, std::string origin) {
  if (origin.starts_with("https:") && origin.ends_with(":443")) origin.resize(origin.size() - 4);
  if (address != origin)
    throw Usage{text::say(context.voice(), "web.sign_in_elsewhere", "address"_is = address, "origin"_is = origin)};
}

bool is_by_proxy(const web::Listening& how) { return !how.proxy.empty() || !how.socket_file.empty(); }

web::Listening listening_of(Context& context, const Serving& wish) {
  web::Listening how;
  listen_as_wished(context, wish, how);
  if (!wish.metrics.empty()) how.metrics = endpoint_in(context, wish.metrics);
  if (wish.log) {
    std::signal(SIGPIPE, SIG_IGN);  // who stops reading the log does not stop the server
    how.log = write_to_log;
  }
  how.names = wish.names;
  how.proxy = wish.proxy;
  how.stop_on_signals = true;
  how.tls = tls(context, wish, how);
  if (!web::is_loopback(how.address) && !how.tls && !is_by_proxy(how))
    throw Usage{text::say(context.voice(), "web.needs_tls")};
  return how;
}

web::PageSite::Setting setting_of(Context& context, const Serving& wish, const web::Listening& how) {
  web::PageSite::Setting setting;
  setting.desk.lang = context.voice();
  setting.desk.seat = context.seat();
  setting.desk.store = context.store_path();
  setting.desk.keys = context.globals().keys;
  setting.desk.command = context.to_type("casus ");
  setting.desk.command.pop_back();
  setting.secure = how.tls || is_by_proxy(how);
  setting.sign_in = sign_in_of(context, wish.sign_in);
  setting.fetch = remote::fetched;
  if (!wish.by_header.empty()) setting.by_header = settings_in(context, wish.by_header, &web::gateway::settings_from);
  return setting;
}

void say_where(Context& context, const std::string& address, const std::string& socket_file) {
  auto& screen = context.screen();
  screen.line(text::say(context.voice(), "web.serving", "address"_is = address), Screen::Tone::good);
  if (!socket_file.empty()) screen.line(text::say(context.voice(), "web.proxy_reaches", "file"_is = socket_file));
}

/// Until somebody stops it.
int run_server(Context& context, web::Server& server, const std::optional<web::Endpoint>& metrics) {
  auto& screen = context.screen();
  if (metrics) {
    const bool bracketed = metrics->address.find(':') != std::string::npos;
    const auto host = bracketed ? fmt::format("[{}]", metrics->address) : metrics->address;
    screen.line(text::say(context.voice(), "web.metrics_at",
                          "address"_is = fmt::format("http://{}:{}/metrics", host, server.metrics_port())));
  }
  screen.line(text::say(context.voice(), "web.stop_with"), Screen::Tone::quiet);
  screen.flush();
  server.run();
  screen.line(text::say(context.voice(), "web.stopped"));
  return kDone;
}

int serve_one(Context& context, const Serving& wish) {
  if (!wish.under.empty() && !web::is_place_name(wish.under))
    throw Usage{text::say(context.voice(), "web.not_a_place", "typed"_is = wish.under)};
  auto how = listening_of(context, wish);
  auto setting = setting_of(context, wish, how);
  if (!wish.under.empty()) setting.base = "/" + wish.under;
  const auto base = setting.base;
  const auto returns_to = setting.sign_in ? setting.sign_in->address : std::string();
  web::PageSite site(std::move(setting));
  const auto metrics = how.metrics;
  const auto socket_file = how.socket_file;
  web::Server server(std::move(how), site);
  if (!returns_to.empty()) require_address(context, returns_to, server.origin());
  site.at(server.origin(), server.streams());
  say_where(context, server.origin() + base, socket_file);
  context.screen().line(text::say(context.voice(), "web.first_link", "link"_is = site.first_link()));
  return run_server(context, server, metrics);
}

std::vector<web::ServedTeam> teams_of(const Context& context, const Serving& wish) {
  const auto& globals = context.globals();
  if (globals.store != desk::default_store() || !globals.keys.empty() || !wish.under.empty())
    throw Usage{text::say(context.voice(), "web.teams_alone")};
  // It can be read once, and by one.
  for (const auto* variable : {"CASUS_PASSPHRASE_FD", "CASUS_PASSPHRASE"})
    if (!desk::environment(variable).empty())
      throw Usage{text::say(context.voice(), "web.teams_passphrase", "variable"_is = variable)};
  auto [teams, problems] =
      web::served_teams_from(guarded_file(context, wish.teams, Guarded::from_writing),
                             std::filesystem::path(wish.teams).parent_path().string(), desk::told_by_database);
  require_sound(context, wish.teams, problems);
  return teams;
}

int serve_teams(Context& context, const Serving& wish) {
  const auto teams = teams_of(context, wish);
  auto how = listening_of(context, wish);
  const auto setting = setting_of(context, wish, how);
  std::mutex speaking;  // each team has a thread
  const auto teller = [&](const std::string& team) {
    return [&context, &speaking, team](const web::TeamSite::News& news) {
      const std::scoped_lock lock(speaking);
      auto& screen = context.screen();
      if (news.trouble.empty())
        screen.line(text::say(context.voice(), "web.team_link", "team"_is = team, "link"_is = news.link));
      else if (news.waits)
        screen.line(text::say(context.voice(), "web.team_waits", "team"_is = team, "why"_is = news.trouble));
      else
        screen.line(text::say(context.voice(), "web.team_trouble", "team"_is = team, "why"_is = news.trouble),
                    Screen::Tone::bad);
      screen.flush();
    };
  };
  web::FrontSite::Setting around{.lang = context.lang(),
                                 .secure = setting.secure,
                                 .sign_in = setting.sign_in,
                                 .fetch = setting.fetch,
                                 .by_header = setting.by_header};
  web::FrontSite front(std::move(around));
  std::vector<std::unique_ptr<web::TeamSite>> sites;
  std::vector<web::Part> parts{{{}, &front}};
  for (const auto& team : teams) {
    auto own = setting;
    own.base = "/" + team.name;
    own.everywhere = front.everywhere();
    own.desk.store = team.store;
    own.desk.keys = team.keys;
    sites.push_back(std::make_unique<web::TeamSite>(std::move(own), teller(team.name)));
    parts.push_back({team.name, sites.back().get()});
  }
  const auto metrics = how.metrics;
  const auto socket_file = how.socket_file;
  web::Server server(std::move(how), std::move(parts));
  if (setting.sign_in) require_address(context, setting.sign_in->address, server.origin());
  for (std::size_t i = 0; i < sites.size(); ++i) sites[i]->at(server.origin(), server.streams(i + 1));
  front.serves([&] {
    std::vector<web::FrontSite::Team> served;
    for (std::size_t i = 0; i < sites.size(); ++i)
      served.push_back({teams[i].name, sites[i]->team(), sites[i]->waits()});
    return served;
  });
  say_where(context, server.origin(), socket_file);
  return run_server(context, server, metrics);
}

}  // namespace

int serve(Context& context, const Serving& wish) {
  (void)context.who();
  return wish.teams.empty() ? serve_one(context, wish) : serve_teams(context, wish);
}

}  // namespace casus::cli
