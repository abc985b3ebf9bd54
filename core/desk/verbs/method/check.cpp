// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json/json_place.hpp"
#include "core/base/text_pairs.hpp"
#include "core/desk/catalogue.hpp"
#include "core/desk/definitions.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/desk/verbs/method/folder.hpp"
#include "core/method/audit/audit.hpp"
#include "core/service/play/method_trial.hpp"
#include "core/service/play/sessions.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>

/// For those who write methods: check.
namespace casus::desk {
namespace {

using nlohmann::json;

/// The same with words for the examples in it: what stands between square brackets is a place to fill in, which no case
/// takes.
json filled_in(json value) {
  if (value.is_structured())
    for (auto& part : value) part = filled_in(std::move(part));
  if (!value.is_string()) return value;
  auto text = value.get<std::string>();
  std::erase_if(text, [](char c) { return c == '[' || c == ']'; });
  return text;
}

class MethodCheck final : public Verb {
 public:
  Access access() const override { return does(Ground::anybody); }
  void shape(Slots& slots) override {
    slots.word("FOLDER", folder_, "help.folder_file_or_method");
    slots.option("sessions", sessions_, "help.sessions_by_chance");
    slots.option("seed", seed_, "help.start_chance_same_number_same");
  }

  void run(Desk& desk, Reply& reply) override {
    if (sessions_ < 0 || sessions_ > kMostSessions)
      throw Usage{desk.say("check.sessions_range", "most"_is = kMostSessions)};
    if (seed_ < 0) throw Usage{desk.say("check.seed_range")};
    const auto found = open_method(desk, folder_);
    bool good = true;
    json all = json::array();
    for (const auto* entry : found.entries) {
      auto [wrong, doubtful] = check_method(desk, found.methods, *entry);
      const auto played =
          wrong.empty() && sessions_ > 0 ? by_chance(desk, found.methods, *entry, wrong, doubtful) : json();
      good = good && wrong.empty();
      all.push_back({{"file", entry->path},
                     {"method", entry->definition.id},
                     {"ok", wrong.empty()},
                     {"problems", problems_json(wrong, desk.voice())},
                     {"warnings", problems_json(doubtful, desk.voice())}});
      if (sessions_ > 0) all.back()["sessions"] = played;
      if (desk.json()) continue;
      print(desk, reply, *entry, wrong, doubtful);
      print_sessions(desk, reply, played);
    }
    if (desk.json()) reply.json({{"ok", good}, {"methods", std::move(all)}});
    reply.status = good ? Status::done : Status::bad_definition;
  }

 private:
  /// Plays the sessions, and adds what went wrong in them to what is wrong with the method.
  json by_chance(Desk& desk, const plugin::Catalogue& methods, const plugin::Entry& entry, Problems& wrong,
                 Problems& doubtful) const {
    auto played = service::try_sessions(methods, desk.workflows(), entry, static_cast<int>(sessions_),
                                        static_cast<std::uint64_t>(seed_), desk.voice());
    if (played.contains("failed")) {
      wrong.push_back({"", tell("wrong.sessions_failed", {{"what", played["failed"].get<std::string>()}})});
      return played;
    }
    if (played.contains("stopped"))
      wrong.push_back({"", tell("wrong.sessions_stopped", {{"done", played["sessions"].get<std::int64_t>()},
                                                           {"count", sessions_},
                                                           {"what", played["stopped"].get<std::string>()}})});
    for (auto& one : played["shown"]) {
      wrong.push_back({one["at"].get<std::string>(), what_went_wrong(one)});
      one["moves"] = filled_in(std::move(one["moves"]));
    }
    if (sessions_ >= kEnoughToReach && !played.contains("stopped"))
      for (const auto& at : played["not_reached"])
        doubtful.push_back({at.get<std::string>(), tell("wrong.session_not_reached", {{"count", sessions_}})});
    place(wrong, entry.bytes);
    place(doubtful, entry.bytes);
    return played;
  }

  static Telling what_went_wrong(const json& session) {
    const auto seed = session["seed"].get<std::int64_t>();
    const auto why = session["why"].get<std::string>();
    using Fault = service::SessionFault;
    switch (from_key<Fault>(session["fault"].get<std::string>()).value_or(Fault::played_otherwise)) {
      case Fault::dead_end: return tell("wrong.session_dead_end", {{"seed", seed}, {"why", why}});
      case Fault::no_way_told: return tell("wrong.session_no_way_told", {{"seed", seed}, {"why", why}});
      case Fault::way_refused: return tell("wrong.session_way_refused", {{"seed", seed}, {"why", why}});
      case Fault::too_long: return tell("wrong.session_too_long", {{"seed", seed}, {"why", why}});
      case Fault::not_chosen: return tell("wrong.session_not_chosen", {{"seed", seed}, {"why", why}});
      case Fault::played_otherwise: break;
    }
    return tell("wrong.session_played_otherwise", {{"seed", seed}});
  }

  /// What was done in the sessions that went wrong, a line each, as `apply` takes it.
  static void print_sessions(Desk& desk, Reply& reply, const json& played) {
    if (!played.is_object() || played.contains("failed")) return;
    reply.line(desk.say("check.sessions_played", "count"_is = played["sessions"].get<int>(),
                        "moves"_is = played["moves"].get<std::int64_t>(), "bad"_is = played["bad"].get<int>()));
    for (const auto& one : played["shown"]) {
      reply.line(desk.say("check.session_moves", "seed"_is = one["seed"].get<std::int64_t>()), Tone::strong);
      for (const auto& move : one["moves"]) reply.line("  " + move.dump());
    }
  }

  static void print(Desk& desk, Reply& reply, const plugin::Entry& entry, const Problems& wrong,
                    const Problems& doubtful) {
    print_problems(reply, desk.voice(), entry.path, wrong);
    print_notes(desk, reply, entry.path, doubtful);
    if (wrong.empty())
      reply.line(desk.say("check.good_file_right_method_played", "definition"_is = entry.definition.id), Tone::good);
  }

  static constexpr std::int64_t kMostSessions = 100000;
  static constexpr std::int64_t kEnoughToReach = 100;  ///< fewer say nothing of a step that nobody came to

  std::string folder_;
  std::int64_t sessions_ = 0;
  std::int64_t seed_ = 1;
};

}  // namespace

CheckedMethod check_method(Desk& desk, const plugin::Catalogue& methods, const plugin::Entry& entry) {
  CheckedMethod out{entry.problems, {}};
  // Of a file with another name than it should have, the rest is looked at all the same; but it is not played.
  const auto of_name = [](const Problem& it) { return it.pointer == "/id"; };
  if (std::ranges::all_of(entry.problems, of_name)) {
    auto remarks = method::audit(entry.definition);
    const bool sound = entry.problems.empty() && std::ranges::none_of(remarks, [](const method::Remark& it) {
                         return it.weight == method::Remark::Weight::error;
                       });
    if (sound)
      std::ranges::move(service::try_method(methods, desk.workflows(), entry, desk.voice()),
                        std::back_inserter(remarks));
    for (auto& it : remarks)
      (it.weight == method::Remark::Weight::error ? out.wrong : out.doubtful).push_back(std::move(it.problem));
    std::ranges::move(uneven_texts(entry.bytes), std::back_inserter(out.doubtful));
  }
  place(out.wrong, entry.bytes);
  place(out.doubtful, entry.bytes);
  return out;
}

Entries checking_verbs() {
  return {
      {"method check", "help.what_wrong_method_where", "help.method_check_buurt", fresh<MethodCheck>},
  };
}

}  // namespace casus::desk
