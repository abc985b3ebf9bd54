// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/definitions.hpp"
#include "core/desk/keys/signing_key.hpp"
#include "core/desk/places.hpp"
#include "core/desk/verbs/method/folder.hpp"
#include "core/desk/verbs/method/sharing.hpp"
#include "core/plugin/package.hpp"
#include "core/store/files/files.hpp"
#include "core/text/message.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

/// For those who share a method: the key that they sign with, and the folder as one file.
namespace casus::desk {
namespace {

using nlohmann::json;
using text::msg;

void say_key(Desk& desk, Reply& reply, const store::PublicKey& key) {
  reply.line(desk.voice().say(msg("method.key.key", "key"_is = store::key_text(key))));
  reply.line(desk.voice().say(msg("method.key.fingerprint", "fingerprint"_is = store::fingerprint(key))));
}

class MethodKey final : public Verb {
 public:
  Access access() const override { return here(does(Ground::anybody)); }
  void shape(Slots& slots) override { slots.flag("lock", lock_, "help.lock_key_by_passphrase"); }

  void run(Desk& desk, Reply& reply) override {
    const bool there = store::file_exists(signing_key_file());
    auto known = lock_ ? std::optional(locked_signing_key(desk).public_key()) : own_public_key();
    if (!known) known = own_signing_key(desk).public_key();
    if (desk.json()) {
      reply.json({{"ok", true},
                  {"key", store::key_text(*known)},
                  {"fingerprint", store::fingerprint(*known)},
                  {"file", signing_key_file()}});
      return;
    }
    if (!there) reply.line(desk.voice().say(msg("method.key.made", "file"_is = signing_key_file())), Tone::good);
    else if (lock_) reply.line(desk.voice().say(msg("method.key.locked", "file"_is = signing_key_file())), Tone::good);
    say_key(desk, reply, *known);
    reply.line(desk.voice().say(msg("method.key.give")), Tone::quiet);
  }

 private:
  bool lock_ = false;
};

class MethodPack final : public Verb {
 public:
  Access access() const override { return here(does(Ground::anybody)); }
  void shape(Slots& slots) override {
    slots.word("FOLDER", folder_, "help.folder_method");
    slots.output("out", out_, "help.file_to_send");
  }

  void run(Desk& desk, Reply& reply) override {
    // Of a file, the folder around it: methods of one folder go together.
    std::error_code error;
    const bool is_file = std::filesystem::is_regular_file(folder_, error);
    const auto found = open_folder(desk, is_file ? std::filesystem::absolute(folder_).parent_path().string() : folder_);
    if (!good(desk, reply, found)) {
      reply.status = Status::bad_definition;
      return;
    }
    const auto folder = found.entries.front()->folder;
    auto packed = plugin::packed_folder(folder);
    if (!packed) return not_usable(desk, reply, folder, packed.error());
    leave_out_libraries(found, *packed);
    const auto content = plugin::package_text(packed->package);
    if (const auto back = plugin::package_from(content); !back) return not_usable(desk, reply, folder, back.error());
    if (out_.empty()) out_.path = packed->package.plugin + ".casus-method";
    require_output(desk, out_);
    const bool new_key = !store::file_exists(signing_key_file());
    const auto key = own_signing_key(desk);
    const auto& known = key.public_key();
    write_file(
        desk, out_,
        store::signed_file(
            key, "casus-method " + store::key_text(known),
            fmt::format("{}: {} ({})", packed->package.plugin, methods_of(found), to_string(desk.today())), content));
    if (desk.json()) {
      reply.json({{"ok", true},
                  {"file", out_.path},
                  {"plugin", packed->package.plugin},
                  {"files", packed->package.files.size()},
                  {"packed", names_in(packed->package)},
                  {"left_out", packed->left_out},
                  {"key", store::key_text(known)},
                  {"fingerprint", store::fingerprint(known)}});
      return;
    }
    const auto& voice = desk.voice();
    if (new_key) reply.line(voice.say(msg("method.key.made", "file"_is = signing_key_file())), Tone::good);
    reply.line(voice.say(msg("method.pack.done", "plugin"_is = packed->package.plugin, "file"_is = out_.path,
                             "count"_is = packed->package.files.size())),
               Tone::good);
    // By name: a file of notes that lies beside the method goes to another house too.
    for (const auto& name : names_in(packed->package))
      reply.line(voice.say(msg("method.pack.taken", "file"_is = name)));
    for (const auto& name : packed->left_out) reply.line(voice.say(msg("method.pack.left_out", "file"_is = name)));
    say_key(desk, reply, known);
    reply.line(voice.say(msg("method.pack.then")), Tone::quiet);
    reply.line(
        "  " + voice.write(text::way("method install", "file"_is = out_.path, "key"_is = store::fingerprint(known))),
        Tone::strong);
  }

 private:
  /// What is sent is good: all that `method check` finds.
  static bool good(Desk& desk, Reply& reply, const MethodFolder& found) {
    bool all = true;
    json wrong = json::array();
    for (const auto* entry : found.entries) {
      const auto checked = check_method(desk, found.methods, *entry);
      if (checked.wrong.empty()) continue;
      all = false;
      wrong.push_back({{"file", entry->path}, {"problems", problems_json(checked.wrong, desk.voice())}});
      if (!desk.json()) print_problems(reply, desk.voice(), entry->path, checked.wrong);
    }
    if (!all && desk.json()) reply.json({{"ok", false}, {"methods", std::move(wrong)}});
    return all;
  }

  /// A library that no method asks for is of no use to who gets it.
  static void leave_out_libraries(const MethodFolder& found, plugin::PackedFolder& packed) {
    std::set<std::string> wanted;
    for (const auto* entry : found.entries) wanted.insert(entry->definition.library + ".so");
    std::erase_if(packed.package.files, [&](const plugin::PackedFile& file) {
      const bool out = file.name.ends_with(".so") && !wanted.contains(file.name);
      if (out) packed.left_out.push_back(file.name);
      return out;
    });
    std::ranges::sort(packed.left_out);
  }

  static std::vector<std::string> names_in(const plugin::Package& package) {
    std::vector<std::string> names;
    for (const auto& file : package.files) names.push_back(file.name);
    return names;
  }

  static std::string methods_of(const MethodFolder& found) {
    std::string out;
    for (const auto* entry : found.entries)
      out += (out.empty() ? "" : ", ") + entry->definition.id + " " + entry->definition.version;
    return out.substr(0, 500);
  }

  std::string folder_;
  store::OutputFile out_;
};

}  // namespace

Entries packing_verbs() {
  return {
      {"method key", "help.key_methods_signed_with", "help.method_key", fresh<MethodKey>},
      {"method pack", "help.method_as_one_signed_file", "help.method_pack_buurt", fresh<MethodPack>},
  };
}

}  // namespace casus::desk
