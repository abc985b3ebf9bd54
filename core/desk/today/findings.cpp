// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/today/findings.hpp"

#include "core/base/text.hpp"
#include "core/desk/desk.hpp"
#include "core/desk/reply.hpp"
#include "core/store/address.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::desk {

namespace {

/// The newest key file back; and where no copy is left, each case by itself.
void say_to_put_newest_keys_back(Desk& desk, Reply& reply) {
  reply.error(desk.say("store.do_put_back_newest_keys", "keys"_is = desk.store().info().keys_path));
  const auto without = desk.service().cases_without_key();
  if (!without.empty() && desk.store().older_keys().empty())
    reply.error(desk.say("lostkeys.or_give_up", "cases"_is = joined({without.begin(), without.end()}),
                         "give_up"_is = text::way("store keys give-up", "case"_is = without.front(),
                                                  "because"_is = text::gap(), "with"_is = text::gap("gap.name"))));
}

}  // namespace

std::string in_words(const store::Finding& finding, const text::Voice& voice) {
  const auto said = voice.say(finding.said);
  if (finding.stream.empty()) return said;
  if (finding.number == 0) return fmt::format("{}: {}", finding.stream, said);
  return fmt::format("{} {}: {}", finding.stream, finding.number, said);
}

nlohmann::json in_json(const std::vector<store::Finding>& findings, const text::Voice& voice) {
  auto all = nlohmann::json::array();
  for (const auto& finding : findings)
    all.push_back({{"stream", finding.stream},
                   {"number", finding.number},
                   {"rule", finding.said.id().empty() ? "fault" : std::string(finding.said.id())},
                   {"message", voice.say(finding.said)}});
  return all;
}

std::vector<std::string> in_words(const std::vector<text::Message>& said, const text::Voice& voice) {
  std::vector<std::string> lines;
  lines.reserve(said.size());
  for (const auto& one : said) lines.push_back(voice.say(one));
  return lines;
}

void say_findings(Desk& desk, Reply& reply, const std::vector<store::Finding>& findings) {
  for (const auto& finding : findings) reply.error(in_words(finding, desk.voice()), Tone::bad);
}

void say_what_to_do(Desk& desk, Reply& reply, const store::Verification& found) {
  const auto& all = found.findings;
  const auto is_other_copy = [](const store::Finding& one) { return one.said.id() == "finding.keys_other_copy"; };
  const auto is_older_store = [](const store::Finding& one) {
    return one.said.id() == "finding.database_behind" || one.said.id() == "finding.older_database";
  };
  const auto path = desk.store().info().path;
  if (std::ranges::all_of(all, &store::Finding::index))
    reply.error(desk.say("store.do_make_index_again", "rebuild"_is = text::way("store rebuild")));
  else if (std::ranges::any_of(all, is_other_copy))
    reply.error(desk.say("store.do_restore_copy_that_counts",
                         "restore"_is = text::way("store restore", "file"_is = text::gap())));
  else if (std::ranges::any_of(all, is_older_store) && store::in_database(path))
    reply.error(desk.say("store.do_put_back_newest_database",
                         "backup"_is = text::way("store backup", "file"_is = text::gap()),
                         "restore"_is = text::way("store restore", "file"_is = text::gap())));
  else if (std::ranges::any_of(all, is_older_store))
    reply.error(desk.say("store.do_put_back_newest_store", "store"_is = path,
                         "restore"_is = text::way("store restore", "file"_is = text::gap())));
  // Nothing of the store is wrong then: the key file beside it is of an earlier day.
  else if (found.absent_keys == std::ssize(all)) say_to_put_newest_keys_back(desk, reply);
  else if (std::ranges::any_of(all, &store::Finding::keys))
    reply.error(desk.say("store.do_put_back_key_file", "keys"_is = desk.store().info().keys_path,
                         "restore"_is = text::way("store keys restore", "file"_is = text::gap())));
  else reply.error(desk.say("store.do_restore_backup_keep_store"));
}

}  // namespace casus::desk
