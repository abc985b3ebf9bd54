// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/case/zgw_sending.hpp"

#include "core/base/files/definition_file.hpp"
#include "core/base/files/guarded_file.hpp"
#include "core/base/text.hpp"
#include "core/desk/definitions.hpp"
#include "core/page/safe_text.hpp"
#include "core/text/problem_words.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string_view>
#include <thread>
#include <utility>

namespace casus::desk {

using nlohmann::json;

namespace {

using Trouble = remote::ZgwTrouble;

constexpr int kSaidAfter = 3;  ///< seconds without an answer

std::string_view trouble_name(Trouble::Kind kind) {
  switch (kind) {
    case Trouble::Kind::silent: return "silent";
    case Trouble::Kind::unreachable: return "unreachable";
    case Trouble::Kind::busy: return "busy";
    case Trouble::Kind::not_let_in: return "not_let_in";
    case Trouble::Kind::no_right: return "no_right";
    case Trouble::Kind::refused: return "refused";
    case Trouble::Kind::several: return "several";
    case Trouble::Kind::odd: break;
  }
  return "odd";
}

text::Message words_for(const Trouble& it, const ZgwFiles& files) {
  using text::msg;
  switch (it.kind) {
    case Trouble::Kind::silent: return msg("zgw.silent", "host"_is = it.host, "what"_is = it.what);
    case Trouble::Kind::unreachable: return msg("zgw.unreachable", "host"_is = it.host, "file"_is = files.settings);
    case Trouble::Kind::busy:
      return msg("zgw.busy", "host"_is = it.host, "what"_is = it.what, "status"_is = std::to_string(it.status));
    case Trouble::Kind::not_let_in: return msg("zgw.not_let_in", "host"_is = it.host, "file"_is = files.settings);
    case Trouble::Kind::no_right: return msg("zgw.no_right", "host"_is = it.host, "what"_is = it.what);
    case Trouble::Kind::refused:
      return msg("zgw.refused", "host"_is = it.host, "what"_is = it.what, "status"_is = std::to_string(it.status),
                 "file"_is = files.types);
    case Trouble::Kind::several: return msg("zgw.several", "host"_is = it.host, "what"_is = it.what);
    case Trouble::Kind::odd: break;
  }
  return msg("zgw.odd", "host"_is = it.host, "what"_is = it.what, "status"_is = std::to_string(it.status),
             "file"_is = files.settings);
}

void say_trouble(Desk& desk, Reply& reply, json about, const Trouble& it, const ZgwFiles& files) {
  reply.status = Status::fault;
  const auto said = page::one_line(it.said);
  if (desk.json()) {
    about.update({{"ok", false},
                  {"trouble", trouble_name(it.kind)},
                  {"to", it.host},
                  {"what", it.what},
                  {"status", it.status},
                  {"said", said},
                  {"message", words_for(it, files).in(desk.voice())}});
    reply.json(std::move(about));
    return;
  }
  reply.error(words_for(it, files).in(desk.voice()), Tone::bad);
  if (!said.empty())
    reply.error(it.status == 0 ? desk.say("zgw.of_the_line", "said"_is = said)
                               : desk.say("zgw.it_said", "said"_is = said));
  reply.error(desk.say("zgw.again"));
}

void say_delivered(Desk& desk, Reply& reply, json about, const remote::ZgwDelivered& done, const std::string& hosts) {
  if (desk.json()) {
    about.update({{"ok", true},
                  {"to", hosts},
                  {"zaak", done.url},
                  {"made", done.made},
                  {"changed", done.changed},
                  {"taken_away", done.taken_away},
                  {"roles_taken_away", done.roles_taken_away},
                  {"left_there", done.left_there},
                  {"left_out", done.left_out}});
    reply.json(std::move(about));
    return;
  }
  const bool same = done.made == 0 && done.changed == 0 && done.taken_away == 0 && done.roles_taken_away == 0;
  if (same) reply.line(desk.say("zgw.nothing_new", "host"_is = hosts), Tone::good);
  else
    reply.line(desk.say("zgw.sent", "host"_is = hosts, "made"_is = std::to_string(done.made),
                        "changed"_is = std::to_string(done.changed)),
               Tone::good);
  reply.line(page::one_line(done.url), Tone::quiet);
  if (done.taken_away > 0) reply.line(desk.say("zgw.result_taken_away"));
  if (done.roles_taken_away > 0)
    reply.line(desk.say("zgw.roles_taken_away", "count"_is = std::to_string(done.roles_taken_away)));
  if (done.left_there > 0)
    reply.error(desk.say("zgw.left_there", "count"_is = std::to_string(done.left_there)), Tone::warning);
  if (done.left_out > 0)
    reply.error(desk.say("zgw.left_out", "count"_is = std::to_string(done.left_out)), Tone::warning);
}

/// A secret is for one person: on a machine with others nobody else may read it.
std::string zgw_secret(Desk& desk, const std::filesystem::path& path) {
  const auto bytes = read_guarded(path.string(), Guarded::from_reading);
  if (!bytes) throw Usage{path.string() + ": " + text::problem_words(bytes.error(), desk.voice())};
  auto secret = std::string(trimmed(*bytes));
  if (secret.empty()) throw Usage{desk.say("zgw.secret_is_empty", "file"_is = path.string())};
  return secret;
}

}  // namespace

std::optional<remote::ZgwSettings> zgw_settings(Desk& desk, Reply& reply, const std::string& path) {
  auto read = remote::zgw_settings_from(read_file(desk, path, kMostDefinitionBytes));
  if (!read) {
    not_usable(desk, reply, path, read.error(), Status::usage);
    return std::nullopt;
  }
  // That path itself when it is absolute.
  read->secret = zgw_secret(desk, std::filesystem::path(path).parent_path() / read->secret_file);
  return std::move(*read);
}

void send_to_register(Desk& desk, Reply& reply, json about, const json& file, const remote::ZgwOwn& own,
                      const remote::ZgwSettings& settings, const ZgwFiles& files) {
  const auto waits = [&](const std::string& host, int seconds) {
    if (seconds == kSaidAfter) desk.notice(desk.say("zgw.waits", "host"_is = host));
  };
  const remote::ZgwWorld world{remote::fetched, [&] { return desk.now(); },
                               [](std::chrono::milliseconds length) { std::this_thread::sleep_for(length); }, waits};
  const auto done = remote::deliver(file, own, settings, world);
  if (done) say_delivered(desk, reply, std::move(about), *done, remote::hosts_of(settings));
  else say_trouble(desk, reply, std::move(about), done.error(), files);
}

}  // namespace casus::desk
