// SPDX-License-Identifier: EUPL-1.2
#include "core/base/files/definition_file.hpp"
#include "core/desk/definitions.hpp"
#include "core/desk/keys/installed.hpp"
#include "core/desk/keys/signing_key.hpp"
#include "core/desk/places.hpp"
#include "core/desk/verbs/method/folder.hpp"
#include "core/desk/verbs/method/sharing.hpp"
#include "core/store/files/files.hpp"
#include "core/text/message.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <set>

/// For who looks after this machine: a method of another house.
namespace casus::desk {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using text::msg;

/// Why the method is not taken, and a way on. Nothing was changed.
struct NotTaken {
  text::Message why;
  std::optional<text::Way> way{};
};

/// The key that the maker names in the line that nobody signed: only to find the right one by.
std::optional<store::PublicKey> named_key(const store::SignedFile& file) {
  return store::public_key_from(file.comment.substr(std::min(file.comment.rfind(' ') + 1, file.comment.size())));
}

class MethodInstall final : public Verb {
 public:
  Access access() const override { return here(does(Ground::store)); }
  void shape(Slots& slots) override {
    slots.word("FILE", file_, "help.file_of_method_pack");
    Slots::never_empty(slots.option("key", key_, "help.key_of_who_made_it"));
    slots.flag("overwrite", overwrite_, "help.put_other_version_in_its_place");
  }

  void run(Desk& desk, Reply& reply) override {
    const auto bytes = read_definition(file_, plugin::kMostPackageBytes + 8192);
    if (!bytes) return not_usable(desk, reply, file_, {bytes.error()});
    const auto file = store::read_signed_file(*bytes);
    if (!file)
      return not_usable(desk, reply, file_,
                        {{"", tell("wrong.signature_line", {{"line", file.error()}}), {file.error(), 1}}});
    const auto named = named_key(*file);
    if (!named) return not_usable(desk, reply, file_, {{"", tell("wrong.signature_key"), {1, 1}}});
    if (!store::is_signed(*file, *named))
      return not_usable(desk, reply, file_, {{"", tell("wrong.signature"), {2, 1}}});
    if (const auto let_in = is_new_publisher(*named); !let_in) return refuse(desk, reply, let_in.error());

    auto package = plugin::package_from(file->content);
    if (!package) {
      // Below the four lines of the signature; what is one line itself is the fifth.
      for (auto& it : package.error())
        if (it.at.column > 0) it.at.line = std::max(it.at.line, std::size_t{1}) + 4;
      return not_usable(desk, reply, file_, package.error());
    }
    const auto home = own_plugins();
    const auto place = (fs::path(home) / package->plugin).string();
    const auto lock = (fs::path(home) / ".lock").string();
    store::make_folder_of(lock);
    store::make_private_file(lock);
    const store::FileHeld held(lock);
    sweep(home);
    // Another install may have let the same maker in while this one waited.
    const auto new_publisher = is_new_publisher(*named);
    if (!new_publisher) return refuse(desk, reply, new_publisher.error());

    const Installed now{content_name(file->content), store::key_text(*named), name_of(desk), to_string(desk.today())};
    const auto found = what_lies_there(place, package->plugin, now);
    if (!found) return refuse(desk, reply, found.error());
    const auto& before = *found;
    // What somebody changed by hand is put right by installing again.
    const bool same = before && before->content == now.content && is_as_installed(place, now);
    if (!same) {
      NewFolder folder(home, *package, now);
      if (!conforms(desk, reply, folder, *package)) return;
      folder.take_place();
    }
    auto book = install_book(installed_file());
    if (*new_publisher) book.publishers.push_back({now.key, now.by, now.at});
    if (!same)
      book.notes.push_back({before ? "replace" : "install", package->plugin, now.content, now.key, now.by, now.at, {}});
    if (*new_publisher || !same) write_install_book(installed_file(), book);
    say(desk, reply, place, now, same, *new_publisher);
  }

 private:
  static void refuse(Desk& desk, Reply& reply, const NotTaken& it) {
    reply.status = Status::refused;
    const auto why = desk.voice().say(it.why);
    if (!desk.json()) {
      reply.error(why, Tone::bad);
      if (it.way) reply.error("  " + desk.voice().write(*it.way), Tone::strong);
      return;
    }
    json out{{"ok", false}, {"usage", {why}}};
    if (it.way) out["then"] = desk.voice().write(*it.way);
    reply.json(std::move(out));
  }

  static std::string name_of(Desk& desk) {
    return desk.who_or_nobody().empty() ? desk.seat().account : desk.who_or_nobody();
  }

  /// Whether this command lets that maker in for the first time.
  Outcome<bool, NotTaken> is_new_publisher(const store::PublicKey& named) const {
    const auto key = store::key_text(named), print = store::fingerprint(named);
    if (!key_.empty()) {
      const auto whole = store::public_key_from(key_);
      if (whole ? *whole != named : key_ != print)
        return failure(NotTaken{msg("method.install.other_key", "fingerprint"_is = print, "given"_is = key_)});
    }
    const auto let_in = install_book(installed_file()).publishers;
    const bool known = std::ranges::find(let_in, key, &Publisher::key) != let_in.end();
    if (known || own_public_key() == named) return false;
    if (!key_.empty()) return true;
    return failure(NotTaken{msg("method.install.unknown_key", "fingerprint"_is = print),
                            text::way("method install", "file"_is = file_, "key"_is = print)});
  }

  /// What was installed there before and may be replaced.
  Outcome<std::optional<Installed>, NotTaken> what_lies_there(const std::string& place, const std::string& plugin,
                                                              const Installed& now) const {
    std::error_code error;
    for (const auto& folder : plugin_folders())
      if (const auto other = fs::path(folder) / plugin;
          fs::exists(other, error) && !fs::equivalent(other, place, error))
        return failure(
            NotTaken{folder == shipped_plugins()
                         ? msg("method.install.name_taken", "plugin"_is = plugin, "folder"_is = other.string())
                         : msg("method.install.in_work_folder", "plugin"_is = plugin, "folder"_is = other.string())});
    if (!fs::exists(fs::symlink_status(place, error))) return std::optional<Installed>();
    const auto before = installed_in(place);
    if (!before) return failure(NotTaken{msg("method.install.by_hand", "folder"_is = place)});
    if (before->key != now.key) {
      const auto old_key = store::public_key_from(before->key);
      return failure(NotTaken{msg("method.install.of_another", "plugin"_is = plugin,
                                  "fingerprint"_is = old_key ? store::fingerprint(*old_key) : before->key),
                              text::way("method remove", "id"_is = plugin)});
    }
    if (before->content != now.content && !overwrite_)
      return failure(NotTaken{
          msg("method.install.other_version", "plugin"_is = plugin, "day"_is = before->at, "by"_is = before->by),
          text::way("method install", "file"_is = file_, "overwrite"_is = text::yes())});
    return before;
  }

  /// Stamp, shape, meaning, play and hostile cases, as `method check` does them; and nothing in it that no method asks
  /// for.
  bool conforms(Desk& desk, Reply& reply, const NewFolder& folder, const plugin::Package& package) const {
    const auto found = open_folder(desk, folder.path());
    json wrong = json::array();
    std::set<std::string> wanted;
    const auto in_file = [&](const std::string& path) { return file_ + ": " + fs::path(path).filename().string(); };
    const auto tell_wrong = [&](const std::string& path, const Problems& problems) {
      wrong.push_back({{"file", in_file(path)}, {"problems", problems_json(problems, desk.voice())}});
      if (!desk.json()) print_problems(reply, desk.voice(), in_file(path), problems);
    };
    for (const auto* entry : found.entries) {
      wanted.insert(entry->definition.library + ".so");
      if (const auto checked = check_method(desk, found.methods, *entry); !checked.wrong.empty())
        tell_wrong(entry->path, checked.wrong);
    }
    for (const auto& file : package.files)
      if (file.name.ends_with(".so") && wrong.empty() && !wanted.contains(file.name))
        tell_wrong(file.name, {{"", tell("wrong.packed_library")}});
    if (wrong.empty()) return true;
    reply.status = Status::bad_definition;
    if (desk.json()) reply.json({{"ok", false}, {"methods", std::move(wrong)}});
    else reply.error(desk.voice().say(msg("method.install.not_good", "file"_is = file_)), Tone::bad);
    return false;
  }

  static void say(Desk& desk, Reply& reply, const std::string& place, const Installed& now, bool same,
                  bool new_publisher) {
    const auto found = open_folder(desk, place);
    const auto key = store::public_key_from(now.key);
    const auto print = key ? store::fingerprint(*key) : now.key;
    if (desk.json()) {
      json methods = json::array();
      for (const auto* entry : found.entries)
        methods.push_back({{"method", entry->definition.id}, {"version", entry->definition.version}});
      reply.json({{"ok", true},
                  {"folder", place},
                  {"methods", std::move(methods)},
                  {"key", now.key},
                  {"fingerprint", print},
                  {"new_publisher", new_publisher},
                  {"already_there", same}});
      return;
    }
    const auto& voice = desk.voice();
    if (new_publisher) reply.line(voice.say(msg("method.install.let_in", "fingerprint"_is = print)), Tone::good);
    for (const auto* entry : found.entries) {
      const auto& method = entry->definition;
      reply.line(voice.say(same ? msg("method.install.already", "method"_is = method.id, "version"_is = method.version)
                                : msg("method.install.done", "method"_is = method.id, "version"_is = method.version,
                                      "folder"_is = place)),
                 Tone::good);
    }
    if (std::ranges::any_of(found.entries, [](const auto* it) { return it->native != plugin::Native::none; }))
      reply.line(voice.say(msg("method.install.apart")), Tone::quiet);
  }

  std::string file_;
  std::string key_;
  bool overwrite_ = false;
};

}  // namespace

Entries installing_verbs() {
  return {{"method install", "help.method_of_another_house", "help.method_install_file", fresh<MethodInstall>}};
}

}  // namespace casus::desk
