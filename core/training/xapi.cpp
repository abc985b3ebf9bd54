// SPDX-License-Identifier: EUPL-1.2
#include "core/training/xapi.hpp"

#include "core/method/content_hash.hpp"
#include "core/model/person_name.hpp"
#include "core/training/debrief/debrief.hpp"
#include "core/training/debrief/without_name.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::training {
namespace {

using nlohmann::json;

/// A verb of the vocabulary that ADL publishes, with its name in both languages.
struct XapiVerb {
  std::string_view id, nl, en;
};

constexpr XapiVerb kInitialized{"initialized", "begon", "initialized"};
constexpr XapiVerb kAsked{"asked", "vroeg", "asked"};
constexpr XapiVerb kResponded{"responded", "antwoordde", "responded"};
constexpr XapiVerb kCommented{"commented", "zei", "commented"};
constexpr XapiVerb kAnswered{"answered", "koos", "answered"};
constexpr XapiVerb kInteracted{"interacted", "deed", "interacted"};
constexpr XapiVerb kExperienced{"experienced", "maakte mee", "experienced"};
constexpr XapiVerb kShared{"shared", "deelde", "shared"};
constexpr XapiVerb kScored{"scored", "beoordeelde", "scored"};

/// What an IRI may hold of a name.
std::string in_iri(std::string_view name) {
  std::string out;
  for (const unsigned char c : folded(name))
    if (std::isalnum(c) != 0 || c == '-' || c == '.') out += static_cast<char>(c);
    else out += fmt::format("%{:02X}", c);
  return out;
}

class Statements {
 public:
  Statements(const Play& play, const std::string& home) : play_(play), base_(home) {
    while (base_.ends_with('/')) base_.pop_back();
  }

  json made() {
    put(statement(group(), kInitialized, scenario_activity(), play_.setup().at), "begin");
    for (const auto& beat : play_.beats())
      if (beat.counts()) add(beat);
    return std::move(all_);
  }

 private:
  json named(const Text& text) const { return {{"nl", text.nl}, {"en", text.en}}; }

  json activity(const std::string& path, const Text& name, std::string_view type) const {
    return {
        {"objectType", "Activity"},
        {"id", fmt::format("{}/scenario/{}{}", base_, in_iri(play_.scenario().id), path)},
        {"definition", {{"name", named(name)}, {"type", fmt::format("http://adlnet.gov/expapi/activities/{}", type)}}}};
  }
  json scenario_activity() const { return activity("", play_.scenario().name, "simulation"); }

  json agent(const std::string& name) const {
    return agent(name, fmt::format("{}/{}", play_.setup().run, name_key(name)));
  }
  json agent(const std::string& name, const std::string& account) const {
    return {{"objectType", "Agent"}, {"name", name}, {"account", {{"homePage", base_}, {"name", account}}}};
  }
  /// Who leads is nobody at the table, also where they are called as one of them. What has no name is of all there.
  json actor_of(const Beat& beat) const {
    if (is_without_name(play_, beat)) return group();
    const auto& name = beat.move.by;
    const bool leading = beat.of_trainer() || (leads(beat.move.body) && !play_.has_place(name));
    return leading ? agent(name, fmt::format("{}/trainer/{}", play_.setup().run, name_key(name))) : agent(name);
  }
  /// Those at the table: nobody in particular begins. With an account of its own, as a learning system takes two groups
  /// without one for two groups, whoever is in them.
  json group() const {
    json members = json::array();
    for (const auto& person : play_.state().people)
      if (person.at_table()) members.push_back(agent(person.name));
    return {{"objectType", "Group"},
            {"name", play_.setup().run},
            {"account", {{"homePage", base_}, {"name", fmt::format("{}/group/table", play_.setup().run)}}},
            {"member", std::move(members)}};
  }

  /// The time is that of the exercise, in which weeks go by in a morning: it can lie in the future, and is no moment at
  /// which somebody learned something. So it stands in an extension, and `timestamp` is left to who receives it
  /// (2.4.7). `version` is left out too (2.4.10).
  json statement(json actor, const XapiVerb& verb, json object, Time at) const {
    json context{
        {"registration", method::content_uuid(fmt::format("xapi registration {} {}", base_, play_.setup().run))},
        {"platform", "casusberaad"},
        {"contextActivities", {{"grouping", json::array({scenario_activity()})}}},
        {"extensions", {{base_ + "/xapi/virtual-time", to_string(at)}}}};
    return {{"actor", std::move(actor)},
            {"verb",
             {{"id", fmt::format("http://adlnet.gov/expapi/verbs/{}", verb.id)},
              {"display", {{"nl", verb.nl}, {"en", verb.en}}}}},
            {"object", std::move(object)},
            {"context", std::move(context)}};
  }

  /// `which` is its place in the log, "4.1" what came of the fourth move: without times, their order is in it. The id
  /// follows from that and from all that it says: a statement can never change (2.3.1), and another group's run of the
  /// same name says other things.
  void put(json one, const std::string& which) {
    one["context"]["extensions"][base_ + "/xapi/move"] = which;
    one["id"] = method::content_uuid("xapi statement " + one.dump());
    all_.push_back(std::move(one));
  }

  void add(const Beat& beat) {
    const auto number = std::to_string(beat.number);
    std::visit([&](const auto& body) { add(beat, number, body); }, beat.move.body);
    // What the trainer brought in is said to be so, as in the debrief: no group brought it out.
    const auto* injected = std::get_if<Inject>(&beat.move.body);
    for (std::size_t i = 0; i < beat.came_out.size(); ++i)
      add(beat.came_out[i], fmt::format("{}.{}", number, i + 1),
          injected == nullptr ? std::string_view() : key(injected->what));
  }

  /// What the group lived through.
  void add(const CameOut& out, const std::string& which, std::string_view brought_in) {
    using What = CameOut::What;
    if (out.what == What::decision || out.what == What::hint) return;
    if (out.what == What::late) return add_late(out, which);
    const auto id = out.id.empty() ? which : out.id;
    auto one = statement(group(), kExperienced, activity("/happened/" + in_iri(id), out.text, "media"), out.at);
    if (!brought_in.empty()) one["context"]["extensions"][base_ + "/xapi/brought-in-by-trainer"] = brought_in;
    put(std::move(one), which);
  }

  /// Nobody chose in time, so nobody chose anything: no answer stands in it.
  void add_late(const CameOut& out, const std::string& which) {
    const auto* decision = play_.scenario().decision(out.id);
    auto one = statement(group(), kExperienced,
                         activity("/decision/" + in_iri(decision->id), decision->question, "question"), out.at);
    one["result"] = {{"completion", false}};
    put(std::move(one), which);
  }

  void put(const Beat& beat, const std::string& which, const XapiVerb& verb, json object, json result = {}) {
    auto one = statement(actor_of(beat), verb, std::move(object), beat.at);
    if (!result.is_null()) one["result"] = std::move(result);
    put(std::move(one), which);
  }

  void add(const Beat& beat, const std::string& which, const CommandBody& body) {
    if (play_.is_withdrawn(beat)) return;
    // In their order the words would say whose they are to whoever saw them type.
    const bool kept = is_without_name(play_, beat) || is_unseen(play_, beat);
    if (const auto* say = kept ? nullptr : std::get_if<Say>(&body)) {
      const bool asks = say->kind == "question" || say->kind == "follow_up";
      put(beat, which,
          asks                    ? kAsked
          : say->kind == "answer" ? kResponded
                                  : kCommented,
          step_of(beat), {{"response", say->text}, {"extensions", {{base_ + "/xapi/kind", say->kind}}}});
      return;
    }
    put(beat, which, kInteracted, step_of(beat), {{"extensions", {{base_ + "/xapi/did", name_of(body)}}}});
  }
  json step_of(const Beat& beat) const {
    if (beat.step.empty()) return activity("/step/intake", {"intake", "intake"}, "interaction");
    Text name{beat.step, beat.step};
    const auto* method = play_.library().method(beat.method);
    for (const auto phase : kAllPhases)
      if (const auto* step = method == nullptr ? nullptr : method->step(phase, beat.step)) name = step->name;
    return activity("/step/" + in_iri(beat.method) + '/' + in_iri(beat.step), name, "interaction");
  }
  void add(const Beat& beat, const std::string& which, const Choose& choice) {
    const auto* decision = play_.scenario().decision(choice.decision);
    const auto* option = decision->option(choice.option);
    json result{{"response", option->text.in(play_.setup().lang)},
                {"extensions", {{base_ + "/xapi/because", choice.because}}}};
    // What the trainer overruled counts nowhere any more, and so not in a learning system either.
    if (const auto* against = overruling(decision->id))
      result["extensions"][base_ + "/xapi/worth-overruled"] = std::get<Overrule>(against->move.body).because;
    else result["score"] = {{"raw", option->quality}, {"min", 0}, {"max", kBestQuality}};
    put(beat, which, kAnswered, activity("/decision/" + in_iri(decision->id), decision->question, "question"),
        std::move(result));
  }
  const Beat* overruling(std::string_view decision) const {
    const auto finding = fmt::format("{}/{}", key(Level::decisions), decision);
    const auto found = std::ranges::find_if(play_.beats(), [&](const Beat& beat) {
      const auto* against = beat.counts() ? std::get_if<Overrule>(&beat.move.body) : nullptr;
      return against != nullptr && against->finding == finding;
    });
    return found == play_.beats().end() ? nullptr : &*found;
  }
  void add(const Beat& beat, const std::string& which, const Consult& consult) {
    const auto* person = play_.scenario().acquaintance(consult.person);
    const Text name{person->name, person->name};
    // Who tells somebody something, or tells them off, asked nothing.
    const auto& verb = consult.about.empty() ? kInteracted : is_question(consult.about) ? kAsked : kCommented;
    json result;
    if (!consult.about.empty()) result = {{"response", consult.about}};
    put(beat, which, verb, activity("/network/" + in_iri(person->id), name, "interaction"), std::move(result));
  }
  void add(const Beat& beat, const std::string& which, const TakeHint&) {
    const auto& text = beat.came_out.front();
    put(beat, which, kInteracted, activity("/hint/" + in_iri(text.id), text.text, "interaction"));
  }
  void add(const Beat& beat, const std::string& which, const Observe& seen) {
    const auto& words = !seen.said.empty() ? seen.said : !seen.strength.empty() ? seen.strength : seen.next_try;
    json result{{"response", words}};
    if (seen.score) result["score"] = {{"raw", *seen.score}, {"min", 0}, {"max", 2}};
    put(beat, which, kCommented, activity("/observed/" + in_iri(seen.whom), {seen.whom, seen.whom}, "performance"),
        std::move(result));
  }
  void add(const Beat& beat, const std::string& which, const Learn& line) {
    put(beat, which, kShared, scenario_activity(), {{"response", line.text}});
  }
  void add(const Beat& beat, const std::string& which, const Signal& line) {
    put(beat, which, kShared, scenario_activity(), {{"response", line.text}});
  }
  /// The trainer's judgement, in the trainer's name; "partly" is neither success nor failure.
  void add(const Beat& beat, const std::string& which, const JudgeGoal& judged) {
    const auto goal = std::ranges::find(play_.scenario().goals, judged.goal, &LearningGoal::id);
    json result{{"response", judged.because}, {"extensions", {{base_ + "/xapi/verdict", key(judged.verdict)}}}};
    if (judged.verdict != Verdict::partly) result["success"] = judged.verdict == Verdict::yes;
    put(beat, which, kScored, activity("/goal/" + in_iri(goal->id), goal->name, "objective"), std::move(result));
  }
  void add(const Beat& beat, const std::string& which, const Remark& remark) {
    put(beat, which, kCommented, scenario_activity(), {{"response", remark.text}});
  }
  // Time that goes by is in the times; what is taken back is not told; what the trainer brought in is lived through by
  // the group; a finding that was overruled is of the debrief.
  void add(const Beat&, const std::string&, const Wait&) {}
  void add(const Beat&, const std::string&, const TakeBack&) {}
  void add(const Beat&, const std::string&, const Overrule&) {}
  void add(const Beat&, const std::string&, const Retract&) {}
  void add(const Beat&, const std::string&, const Inject&) {}
  void add(const Beat&, const std::string&, const Withheld&) {}

  const Play& play_;
  std::string base_;
  json all_ = json::array();
};

}  // namespace

nlohmann::json xapi_statements(const Play& play, const std::string& home) { return Statements(play, home).made(); }

bool is_home(const std::string& home) {
  const auto rest = home.starts_with("https://") ? home.substr(8) : home.starts_with("http://") ? home.substr(7) : "";
  // Ids are made by adding to it, so it ends before a query; and what may not stand in an IRI stands in none of them.
  constexpr std::string_view kNotInOne = "\"<>{}|^`\\?#";
  return !rest.empty() && rest.front() != '/' && std::ranges::none_of(rest, [&](unsigned char c) {
    return c <= ' ' || c >= 0x7F || kNotInOne.find(static_cast<char>(c)) != std::string_view::npos;
  });
}

}  // namespace casus::training
