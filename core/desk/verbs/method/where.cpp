// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/desk/keys/installed.hpp"
#include "core/desk/places.hpp"
#include "core/desk/verbs/method/folder.hpp"
#include "core/desk/verbs/method/sharing.hpp"
#include "core/text/message.hpp"
#include "core/text/problem_words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>

/// For those who write methods: which folders are read, and how each library runs.
namespace casus::desk {
namespace {

using nlohmann::json;
using text::msg;

/// From where the files in a folder came.
text::Message origin_of(const std::string& folder) {
  const auto above = std::filesystem::path(folder).parent_path();
  if (above == shipped_plugins()) return msg("where.ships");
  if (above != own_plugins()) return msg("where.added");
  const auto installed = installed_in(folder);
  if (!installed) return msg("where.by_hand");
  if (!is_as_installed(folder, *installed)) return msg("where.changed", "day"_is = installed->at);
  const auto key = store::public_key_from(installed->key);
  return msg("where.installed", "day"_is = installed->at,
             "fingerprint"_is = key ? store::fingerprint(*key) : installed->key);
}

struct FoundMethod {
  std::string method, from, how, file;
};

/// `told` becomes what is said of it by keys.
FoundMethod found_method(Desk& desk, const plugin::Inside& inside, const plugin::Entry& entry, json& told) {
  const auto& method = entry.definition;
  const auto* first = goes_before(desk.methods(), entry);
  const bool broken = !entry.problems.empty() && first == nullptr;
  const auto library = broken || method.library.empty() ? std::string() : entry.folder + "/" + method.library + ".so";
  const bool is_inside = !library.empty() && inside(library);
  const auto how = first != nullptr ? msg("where.hidden", "file"_is = first->path)
                   : broken && entry.path == entry.folder
                       ? text::Message::verbatim(text::problem_words(entry.problems.front(), desk.voice()))
                   : broken                                   ? msg("where.broken")
                   : library.empty()                          ? msg("where.no_library")
                   : entry.native == plugin::Native::unusable ? msg("where.unusable")
                   : is_inside                                ? msg("where.inside")
                                                              : msg("where.apart");
  const auto from = desk.voice().say(origin_of(entry.folder));
  told = {{"method", broken ? json() : json(method.id)},
          {"file", entry.path},
          {"library", library.empty() ? json() : json(library)},
          {"inside", is_inside},
          {"from", from}};
  if (first != nullptr) told["hidden_by"] = first->path;
  return {broken ? std::string("-") : method.id, from, desk.voice().say(how), entry.path};
}

void say_folders(const Desk& desk, Reply& reply) {
  for (const auto& folder : plugin_folders()) {
    std::error_code error;
    const bool missing = folder != own_plugins() && !std::filesystem::is_directory(folder, error);
    reply.line(desk.voice().say(missing ? msg("where.no_folder", "folder"_is = folder)
                                        : msg("where.plugins", "folder"_is = folder)));
  }
  for (const auto& folder : workflow_folders())
    reply.line(desk.voice().say(msg("where.workflows", "folder"_is = folder)));
  for (const auto& folder : scenario_folders())
    reply.line(desk.voice().say(msg("where.scenarios", "folder"_is = folder)));
  reply.line(desk.voice().say(msg("where.trusted", "file"_is = trust_file())));
}

class MethodWhere final : public Verb {
 public:
  Access access() const override { return here(does(Ground::anybody)); }
  void shape(Slots&) override {}

  void run(Desk& desk, Reply& reply) override {
    json methods = json::array(), publishers = json::array();
    const auto book = install_book(installed_file());
    for (const auto& it : book.publishers) publishers.push_back({{"key", it.key}, {"by", it.by}, {"at", it.at}});
    const auto inside = desk.inside();
    std::vector<FoundMethod> found;
    for (const auto& entry : desk.methods().entries())
      found.push_back(found_method(desk, inside, entry, methods.emplace_back()));
    if (desk.json()) {
      reply.json({{"plugins", plugin_folders()},
                  {"workflows", workflow_folders()},
                  {"scenarios", scenario_folders()},
                  {"trusted", trust_file()},
                  {"installed", installed_file()},
                  {"publishers", std::move(publishers)},
                  {"methods", std::move(methods)}});
      return;
    }
    say_folders(desk, reply);
    for (const auto& it : book.publishers)
      reply.line(desk.voice().say(msg("where.publisher",
                                      "fingerprint"_is = store::fingerprint(*store::public_key_from(it.key)),
                                      "day"_is = it.at, "by"_is = it.by)));
    // A path may be longer than a line, and is copied: it stands on one of its own, whole.
    for (const auto& it : found) {
      reply.line();
      reply.line(it.method, Tone::strong);
      reply.line(fmt::format("  {}; {}", it.from, it.how));
      reply.line("  " + it.file, Tone::quiet);
    }
  }
};

}  // namespace

Entries where_verbs() {
  Entries all{{"method where", "help.which_folders_are_read", "help.method_where", fresh<MethodWhere>}};
  for (const auto verbs : {packing_verbs, installing_verbs, removing_verbs})
    std::ranges::move(verbs(), std::back_inserter(all));
  return all;
}

}  // namespace casus::desk
