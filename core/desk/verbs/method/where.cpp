// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/desk/places.hpp"
#include "core/page/layout.hpp"
#include "core/text/message.hpp"

#include <nlohmann/json.hpp>

/// For those who write methods: which folders are read, and how each library runs.
namespace casus::desk {
namespace {

using nlohmann::json;
using text::msg;

class MethodWhere final : public Verb {
 public:
  Access access() const override { return here(does(Ground::anybody)); }
  void shape(Slots&) override {}

  void run(Desk& desk, Reply& reply) override {
    const auto inside = desk.inside();
    json methods = json::array();
    std::vector<page::Row> rows;
    for (const auto& entry : desk.methods().entries()) {
      const auto& method = entry.definition;
      const bool broken = !entry.problems.empty();
      const auto library =
          broken || method.library.empty() ? std::string() : entry.folder + "/" + method.library + ".so";
      const auto how = broken                                     ? msg("where.broken")
                       : library.empty()                          ? msg("where.no_library")
                       : entry.native == plugin::Native::unusable ? msg("where.unusable")
                       : inside(library)                          ? msg("where.inside")
                                                                  : msg("where.apart");
      methods.push_back({{"method", broken ? json() : json(method.id)},
                         {"file", entry.path},
                         {"library", library.empty() ? json() : json(library)},
                         {"inside", !library.empty() && inside(library)}});
      rows.push_back({broken ? std::string("-") : method.id, desk.voice().say(how), entry.path});
    }
    if (desk.json()) {
      reply.json({{"plugins", plugin_folders()},
                  {"workflows", workflow_folders()},
                  {"scenarios", scenario_folders()},
                  {"trusted", trust_file()},
                  {"methods", std::move(methods)}});
      return;
    }
    for (const auto& folder : plugin_folders())
      reply.line(desk.voice().say(msg("where.plugins", "folder"_is = folder)));
    for (const auto& folder : workflow_folders())
      reply.line(desk.voice().say(msg("where.workflows", "folder"_is = folder)));
    for (const auto& folder : scenario_folders())
      reply.line(desk.voice().say(msg("where.scenarios", "folder"_is = folder)));
    reply.line(desk.voice().say(msg("where.trusted", "file"_is = trust_file())));
    reply.table({desk.voice().say(msg("where.method")), desk.voice().say(msg("where.library")),
                 desk.voice().say(msg("where.file"))},
                rows);
  }
};

}  // namespace

Entries where_verbs() {
  return {{"method where", "help.which_folders_are_read", "help.method_where", fresh<MethodWhere>}};
}

}  // namespace casus::desk
