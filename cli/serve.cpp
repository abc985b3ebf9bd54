// SPDX-License-Identifier: EUPL-1.2
#include "cli/verbs.hpp"
#include "core/base/fault.hpp"
#include "core/text/voice.hpp"
#include "core/web/page_site.hpp"
#include "core/web/server/certificate.hpp"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>

/// The page: serve.
namespace casus::cli {
namespace {

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Fault(Fault::Kind::store, fmt::format("{}: cannot be read", path));
  return {std::istreambuf_iterator<char>(file), {}};
}

class Serve final : public TerminalVerb {
 public:
  void shape(Slots& slots) override {
    slots.option("listen", listen_, "serve.address_port_else_127_0");
    slots.option("name", names_, "serve.name_which_page_reached_such");
    slots.option("certificate", certificate_, "serve.file_tls_certificate");
    slots.option("key", key_, "serve.file_key");
    slots.flag("make-certificate", make_, "serve.make_certificate_address_keep_beside");
    slots.option("behind-proxy", proxy_, "serve.address_proxy_front_which_does");
  }

  int run(Context& context) override {
    (void)context.who();
    web::Listening how;
    address(context, how);
    how.names = names_;
    how.proxy = proxy_;
    how.stop_on_signals = true;
    how.tls = tls(context, how);
    if (!web::is_loopback(how.address) && !how.tls && proxy_.empty())
      throw Usage{text::say(context.voice(), "web.needs_tls")};
    web::PageSite::Setting setting;
    setting.desk.lang = context.voice();
    setting.desk.seat = context.seat();
    setting.desk.store = context.store_path();
    setting.desk.keys = context.globals().keys;
    setting.desk.command = context.to_type("casus ");
    setting.desk.command.pop_back();
    setting.secure = how.tls || !proxy_.empty();
    web::PageSite site(std::move(setting));
    web::Server server(std::move(how), site);
    site.at(server.origin(), server.streams());
    auto& screen = context.screen();
    screen.line(text::say(context.voice(), "web.serving", "address"_is = server.origin()), Screen::Tone::good);
    screen.line(text::say(context.voice(), "web.first_link", "link"_is = site.first_link()));
    screen.line(text::say(context.voice(), "web.stop_with"), Screen::Tone::quiet);
    screen.flush();
    server.run();
    screen.line(text::say(context.voice(), "web.stopped"));
    return kDone;
  }

 private:
  void address(const Context& context, web::Listening& how) const {
    if (listen_.empty()) return;
    const auto colon = listen_.rfind(':');
    unsigned port = 0;
    const auto digits = colon == std::string::npos ? std::string() : listen_.substr(colon + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size() || port > 65535)
      throw Usage{text::say(context.voice(), "web.not_an_address", "typed"_is = listen_)};
    how.address = listen_.substr(0, colon);
    if (how.address.size() > 2 && how.address.front() == '[' && how.address.back() == ']')
      how.address = how.address.substr(1, how.address.size() - 2);
    how.port = static_cast<unsigned short>(port);
  }

  std::optional<web::Certificate> tls(Context& context, const web::Listening& how) const {
    if (certificate_.empty() != key_.empty()) throw Usage{text::say(context.voice(), "web.certificate_and_key")};
    if (!certificate_.empty()) return web::Certificate{read_file(certificate_), read_file(key_)};
    if (!make_) return std::nullopt;
    return made_here(context, how);
  }

  /// The one that was made before, as long as it can be shown; else a new one, which is said: each browser asks once
  /// more whether to trust it.
  static web::Certificate made_here(Context& context, const web::Listening& how) {
    const auto certificate = context.beside_store() + ".certificate.pem";
    const auto key = context.beside_store() + ".certificate-key.pem";
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

  static text::Message renewed(web::Outworn why, const std::string& file, const std::vector<std::string>& hosts) {
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

  std::string listen_;
  std::vector<std::string> names_;
  std::string certificate_;
  std::string key_;
  std::string proxy_;
  bool make_ = false;
};

}  // namespace

Entries serving_verbs() {
  return {{"serve", "serve.meeting_browser_wall_every_phone", "serve.serve_as_samira", fresh<Serve>}};
}

}  // namespace casus::cli
