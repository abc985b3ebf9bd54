// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/keys/trust.hpp"

#include "core/desk/catalogue.hpp"
#include "core/desk/places.hpp"
#include "core/desk/verbs/method/folder.hpp"
#include "core/text/message.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <set>

/// For who looks after this machine: which libraries run inside the program.
namespace casus::desk {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using text::msg;

json trusted_json(const Trusted& it) { return {{"hash", it.hash}, {"file", it.file}, {"by", it.by}, {"at", it.at}}; }

class MethodTrust final : public Verb {
 public:
  Access access() const override { return here(does(Ground::store)); }
  void shape(Slots& slots) override {
    slots.maybe("FOLDER", folder_, "help.folder_to_trust");
    slots.flag("take-back", take_back_, "help.trust_no_longer");
  }

  void run(Desk& desk, Reply& reply) override {
    auto all = trusted_in(trust_file());
    if (folder_.empty()) return list(desk, reply, all);
    const auto libraries = libraries_of(desk);
    const auto who = desk.who_or_nobody().empty() ? desk.seat().account : desk.who_or_nobody();
    for (const auto& library : libraries) {
      const auto hash = library_hash(library);
      if (hash.empty() && !take_back_)
        throw Usage{desk.voice().say(msg("method.trust.not_there", "file"_is = library))};
      const bool same_content = std::erase_if(all, [&](const Trusted& it) {
                                  return it.hash == hash || (take_back_ && it.file == library);
                                }) > 0;
      if (!take_back_) all.push_back({hash, library, who, to_string(desk.today())});
      else if (!same_content) throw Usage{desk.voice().say(msg("method.trust.not_trusted", "file"_is = library))};
    }
    write_trusted(trust_file(), all);
    if (desk.json()) return list(desk, reply, all);
    for (const auto& library : libraries)
      reply.line(desk.voice().say(take_back_ ? msg("method.trust.taken_back", "file"_is = library)
                                             : msg("method.trust.done", "file"_is = library)),
                 Tone::good);
  }

 private:
  static void list(Desk& desk, Reply& reply, const std::vector<Trusted>& all) {
    if (desk.json()) {
      json out = json::array();
      for (const auto& it : all) out.push_back(trusted_json(it));
      reply.json({{"ok", true}, {"trusted", std::move(out)}});
      return;
    }
    if (all.empty()) reply.line(desk.voice().say(msg("method.trust.none")));
    for (const auto& it : all)
      reply.line(desk.voice().say(
          msg("method.trust.one", "file"_is = it.file, "day"_is = it.at, "by"_is = it.by, "hash"_is = it.hash)));
  }

  /// Of a folder, a file in it (a method or the library itself) or a method by its name.
  /// Throws Usage when no method there has a library that could run.
  std::set<std::string> libraries_of(Desk& desk) const {
    const bool is_library = fs::path(folder_).extension() == ".so";
    const auto found =
        is_library ? open_folder(desk, fs::absolute(folder_).parent_path().string()) : open_method(desk, folder_);
    std::set<std::string> out;
    for (const auto* entry : found.entries) {
      if (!entry->problems.empty() || entry->native == plugin::Native::none) continue;
      const auto library = entry->folder + "/" + entry->definition.library + ".so";
      if (!is_library || fs::path(library).filename() == fs::path(folder_).filename()) out.insert(library);
    }
    if (out.empty()) throw Usage{desk.voice().say(msg("method.trust.no_library", "folder"_is = folder_))};
    return out;
  }

  std::string folder_;
  bool take_back_ = false;
};

}  // namespace

Entries trusting_verbs() {
  return {
      {"method trust", "help.which_libraries_run_inside", "help.method_trust_buurt", fresh<MethodTrust>},
  };
}

}  // namespace casus::desk
