// SPDX-License-Identifier: EUPL-1.2
#include "core/web/assets/assets.hpp"

#include "core/web/server/head.hpp"
#include "core/web/server/secrets.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace casus::web {
namespace {

struct Asset {
  std::string name;
  std::string type;
  std::shared_ptr<const std::string> bytes;
  std::string mark;

  Asset(std::string its_name, std::string its_type, std::string_view content)
      : name(std::move(its_name)),
        type(std::move(its_type)),
        bytes(std::make_shared<const std::string>(content)),
        mark(digest_of(content).substr(0, 12)) {}
  std::string path() const { return name + "?v=" + mark; }
};

/// Without the blanks around signs between which a script needs none. Not around '+' and '-': two of them together are
/// another sign. What a script says in words of its own may hold none of these; ours says what the page gives it.
std::string tight(std::string line) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kSigns{{{" = ", "="},
                                                                                  {" => ", "=>"},
                                                                                  {" && ", "&&"},
                                                                                  {" || ", "||"},
                                                                                  {" ? ", "?"},
                                                                                  {" : ", ":"},
                                                                                  {" === ", "==="},
                                                                                  {" !== ", "!=="},
                                                                                  {" > ", ">"},
                                                                                  {" < ", "<"},
                                                                                  {", ", ","},
                                                                                  {") {", "){"}}};
  for (const auto& [loose, close] : kSigns)
    for (auto at = line.find(loose); at != std::string::npos; at = line.find(loose, at + close.size()))
      line.replace(at, loose.size(), close);
  return line;
}

/// Without indentation, and without the lines that are a remark.
std::string squeezed(std::string_view source) {
  std::string out;
  while (!source.empty()) {
    const auto end = std::min(source.find('\n'), source.size());
    auto line = source.substr(0, end);
    source.remove_prefix(std::min(end + 1, source.size()));
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    if (line.empty() || line.starts_with("//")) continue;
    out += tight(std::string(line));
    out += '\n';
  }
  return out;
}

const std::array<Asset, 4>& assets() {
  static const std::array<Asset, 4> all{
      Asset{"/casus.css", "text/css; charset=utf-8", style_sheet()},
      Asset{"/casus.js", "text/javascript; charset=utf-8", squeezed(script())},
      Asset{"/casus.svg", "image/svg+xml", icon()},
      Asset{"/casus-map.js", "text/javascript; charset=utf-8", squeezed(map_script())}};
  return all;
}

}  // namespace

std::string_view icon() {
  return R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#154273"/><circle cx="16" cy="16" r="8" fill="none" stroke="#fff" stroke-width="3"/><g fill="#fff"><circle cx="16" cy="6.5" r="3"/><circle cx="24.5" cy="20" r="3"/><circle cx="7.5" cy="20" r="3"/></g></svg>)";
}

std::string style_path() { return assets()[0].path(); }
std::string script_path() { return assets()[1].path(); }
std::string map_script_path() { return assets()[3].path(); }
std::string icon_path() { return assets()[2].path(); }

std::optional<Response> asset(std::string_view path, const Request& request) {
  const auto& all = assets();
  const auto found = std::ranges::find(all, path, &Asset::name);
  if (found == all.end()) return std::nullopt;
  if (request.method == "POST") return wrong_method("GET, HEAD");
  Response response{.type = found->type, .headers = {{"ETag", '"' + found->mark + '"'}}};
  // Under its own name it never changes; under a plain or an older one it is asked for again.
  const bool own_name = request.query == "v=" + found->mark;
  response.headers.push_back({"Cache-Control", own_name ? "public, max-age=31536000, immutable" : "no-cache"});
  if (request.header("if-none-match") == '"' + found->mark + '"') response.status = 304;
  else response.asset = found->bytes;
  return response;
}

}  // namespace casus::web
