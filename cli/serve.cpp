// SPDX-License-Identifier: EUPL-1.2
#include "cli/serve.hpp"

#include "cli/verbs.hpp"

/// The page: serve.
namespace casus::cli {
namespace {

class Serve final : public TerminalVerb {
 public:
  void shape(Slots& slots) override {
    slots.option("listen", wish_.listen, "serve.address_port_or_socket");
    slots.option("name", wish_.names, "serve.name_which_page_reached_such");
    slots.option("teams", wish_.teams, "serve.file_teams_of_one_server");
    slots.option("under", wish_.under, "serve.path_pages_begin_below");
    slots.option("certificate", wish_.certificate, "serve.file_tls_certificate");
    slots.option("key", wish_.key, "serve.file_key");
    slots.flag("make-certificate", wish_.make, "serve.make_certificate_address_keep_beside");
    slots.option("sign-in", wish_.sign_in, "serve.file_sign_in_municipality");
    slots.option("sign-in-by-header", wish_.by_header, "serve.file_sign_in_by_header");
    slots.option("behind-proxy", wish_.proxy, "serve.address_proxy_front_which_does");
    slots.option("proxy-user", wish_.proxy_users, "serve.user_of_proxy_socket");
    slots.option("metrics", wish_.metrics, "serve.metrics_address_port_off");
    slots.option("log", wish_.log, "serve.log_json_line_each_request");
  }

  int run(Context& context) override { return serve(context, wish_); }

 private:
  Serving wish_;
};

}  // namespace

Entries serving_verbs() {
  return {{"serve", "serve.meeting_browser_wall_every_phone", "serve.serve_as_samira", fresh<Serve>}};
}

}  // namespace casus::cli
