// SPDX-License-Identifier: EUPL-1.2
// The same wish as a verb, as a line in the meeting and as a line of JSON keeps the same events: of every verb of the
// catalogue that changes a case, a meeting, the team or its learning. What is typed and what is its JSON stand in
// same_wish/pairs.jsonl, with what was done before; a verb that is not there has its reason in the same file.
#include "cli/typed/tree.hpp"
#include "core/desk/apply.hpp"
#include "core/desk/meeting/guided/command_lines.hpp"
#include "core/desk/meeting/guided/guided_meeting.hpp"
#include "core/desk/typed/command_text.hpp"
#include "core/desk/typed/role_called.hpp"
#include "core/service/commands/command_json.hpp"
#include "core/store/store.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/manual_clock.hpp"
#include "tests/support/temp_dir.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

namespace casus::test {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr auto kPairsFile = "tests/cli/same_wish/pairs.jsonl";

/// What stands in that file: first what every store begins with, then a verb with its lines, or a verb with a reason.
std::vector<json> wishes_of_file() {
  std::ifstream file(fs::path(CASUS_SOURCE_DIR) / kPairsFile);
  std::vector<json> all;
  for (std::string line; std::getline(file, line);)
    if (!line.empty()) all.push_back(json::parse(line));
  REQUIRE(all.size() > 100);
  return all;
}

/// One store in a folder, at one moment.
struct WishRoom {
  TempDir folder;
  ManualClock clock;

  desk::Desk desk(const std::string& name, const std::string& in_name_of = {}) const {
    desk::Setting setting{
        .seat = {name, Sureness::named, "balie", in_name_of}, .store = (folder / "casus.db").string(), .clock = &clock};
    return desk::Desk(std::move(setting));
  }
  void copy_from(const WishRoom& other) const {
    for (const auto& file : fs::directory_iterator(other.folder.path()))
      fs::copy(file, folder / file.path().filename().string());
  }

  /// Lines for a program, handed over by who is named; the first that is not done, or nothing.
  std::string applied(const json& lines, const std::string& who) const {
    auto at = desk(who);
    std::string wrong;
    desk::Application application(at, [&](std::int64_t number, const desk::Answered& answered) {
      std::visit(
          [&](const auto& answer) {
            if (answer.done() || !wrong.empty()) return;
            wrong = std::to_string(number) + ": " + (answer.refusal ? answer.refusal->reason.in(Lang::en) : "conflict");
          },
          answered);
    });
    std::int64_t number = 0;
    for (const auto& line : lines) {
      auto read = service::any_command_from(line.dump());
      if (!read) return line.dump() + " is no command";
      application.take({++number, std::move(*read)});
      application.hand_over();
    }
    return wrong;
  }

  /// The line as a shell gives it, read and done as the program does; what was wrong, or nothing. `sits`: who sits at
  /// the keys, when another is named in the line.
  std::string typed(const std::vector<std::string>& arguments, const std::string& sits = {}) const {
    cli::Globals globals{.lang = Lang::nl};
    auto parsed = cli::parse(arguments, globals, {Lang::nl, date_of(clock.now()), desk::role_called_here});
    if (parsed.outcome != cli::Parsed::Outcome::run)
      return parsed.problems.empty() ? "is not read" : parsed.problems.front();
    const auto& as = parsed.globals.as;
    auto at = sits.empty() ? desk(as) : desk(sits, as);
    parsed.verb->at_its_computer = true;
    desk::Reply reply;
    try {
      desk::perform(at, *parsed.verb, reply);
    } catch (const desk::Usage& usage) {
      return usage.message;
    }
    if (reply.status == desk::Status::done && !reply.confirmation) return {};
    return reply.sayings().empty() ? "is not done" : reply.sayings().front().text;
  }

  /// All that is kept of cases, meetings, the team and its learning, but for who sat at the keys.
  std::string kept() const {
    auto at = desk("Samira");
    auto& store = at.store();
    std::string all;
    for (const auto& stream : store.streams("")) {
      if (stream.starts_with("access/") || stream.starts_with("definition/")) continue;
      all += stream + '\n';
      for (const auto& event : store.read(stream)) {
        auto payload = event.payload ? json::parse(*event.payload, nullptr, false) : json();
        if (payload.is_object()) payload.erase("seat");
        all += "  " + event.type + ' ' + to_string(event.at) + ' ' + payload.dump();
        for (const auto& secret : event.secrets) all += ' ' + secret.person + '=' + secret.text;
        all += '\n';
      }
    }
    return all;
  }
};

/// The commands of casus in a meeting, done as the terminal does, at the time of the room.
class LinesInRoom final : public desk::CommandLines {
 public:
  LinesInRoom(const WishRoom& room, std::string sits) : room_(room), sits_(std::move(sits)) {}

  text::Voice voice() const override { return Lang::nl; }
  std::string written(const Command&) const override { return {}; }
  std::string written(const text::Way&) const override { return {}; }
  Answer run(std::vector<std::string> arguments, const std::string&, const std::string&) override {
    ran = true;
    wrong = room_.typed(arguments, sits_);
    return {"", {}, wrong.empty()};
  }

  bool ran = false;
  std::string wrong;

 private:
  const WishRoom& room_;
  std::string sits_;
};

std::string seat_of(const std::vector<std::string>& arguments) {
  const auto as = std::ranges::find(arguments, "--as");
  REQUIRE(as != arguments.end());
  return *std::next(as);
}

/// On the screen of the case that all lines here are about.
std::string done_in_meeting(const WishRoom& room, const std::string& typed, const std::string& who) {
  const std::set<std::string> at_table{"Noor", "Samira", "Daan", "Ria"};
  const auto sits = at_table.contains(who) ? who : std::string("Noor");
  LinesInRoom lines(room, sits);
  auto at = room.desk(sits);
  desk::GuidedMeeting meeting(at, {std::nullopt, "2026-001", {}}, &lines);
  if (meeting.open()) return "the screen does not open";
  meeting.take('/' + typed);
  if (!lines.ran) return meeting.now().messages.empty() ? "was not run" : meeting.now().messages.back().text;
  return lines.wrong;
}

/// Whether a verb changes what is kept of a case, a meeting, the team or its learning.
bool keeps_something(const desk::Entry& entry) {
  static const std::set<std::string, std::less<>> kNouns{"case", "plan", "network", "meeting", "team", "area", "learn"};
  const auto access = entry.fresh()->access();
  const auto noun = entry.path.substr(0, entry.path.find(' '));
  return kNouns.contains(noun) && !access.reads && access.ground != desk::Ground::anybody;
}

/// The verb that a line begins with.
std::string_view verb_of_line(std::string_view typed) {
  std::string_view found;
  for (const auto& entry : desk::catalogue())
    if (entry.path.size() > found.size() && (typed == entry.path || typed.starts_with(std::string(entry.path) + ' ')))
      found = entry.path;
  return found;
}

/// Written out and read back, a line is the same.
void hold_written(const json& line) {
  const auto written = [](const service::AnyCommand& command) {
    return std::visit([](const auto& one) { return service::command_json(one); }, command);
  };
  const auto read = service::any_command_from(line.dump());
  REQUIRE(read);
  const auto out = written(*read);
  const auto again = service::any_command_from(out.dump());
  REQUIRE(again);
  CHECK(written(*again) == out);
}

void hold_same(std::string_view noun) {
  const auto all = wishes_of_file();
  const WishRoom base;
  REQUIRE(base.applied(all.front().at("given"), {}).empty());
  int held = 0;
  for (const auto& wish : all) {
    const auto typed = wish.value("typed", std::string());
    if (!typed.starts_with(std::string(noun) + ' ')) continue;
    INFO(typed);
    const auto arguments = desk::shell_words(typed);
    REQUIRE(arguments);
    const auto who = seat_of(*arguments);
    const WishRoom before;
    before.copy_from(base);
    if (wish.contains("before")) REQUIRE(before.applied(wish.at("before"), {}) == "");
    const WishRoom by_verb, by_word, by_json;
    for (const auto* one : {&by_verb, &by_word, &by_json}) one->copy_from(before);
    CHECK(by_verb.typed(*arguments) == "");
    CHECK(by_json.applied(wish.at("lines"), who) == "");
    for (const auto& line : wish.at("lines")) hold_written(line);
    const auto kept = by_verb.kept();
    CHECK(kept != before.kept());
    CHECK(by_json.kept() == kept);
    if (!wish.contains("no_screen")) {
      CHECK(done_in_meeting(by_word, typed, who) == "");
      CHECK(by_word.kept() == kept);
    }
    ++held;
  }
  CHECK(held > 5);
}

}  // namespace

TEST_CASE("every verb that keeps something has its line of JSON here, or the reason why not", "[cli]") {
  std::map<std::string, std::string, std::less<>> without;
  std::set<std::string, std::less<>> with;
  for (const auto& wish : wishes_of_file()) {
    if (wish.contains("typed")) with.emplace(verb_of_line(wish.at("typed").get<std::string>()));
    if (wish.contains("verb")) without.emplace(wish.at("verb"), wish.at("why"));
  }
  for (const auto& entry : desk::catalogue()) {
    CAPTURE(entry.path);
    if (keeps_something(entry)) CHECK(with.contains(entry.path) != without.contains(entry.path));
  }
  // A reason that nothing needs.
  for (const auto& [verb, why] : without) {
    CAPTURE(verb);
    CHECK_FALSE(why.empty());
    const auto entry = std::ranges::find(desk::catalogue(), verb, &desk::Entry::path);
    REQUIRE(entry != desk::catalogue().end());
    CHECK(keeps_something(*entry));
  }
}

TEST_CASE("a wish about a case keeps the same as a verb, a line in the meeting and a line of JSON",
          "[cli][same_wish]") {
  hold_same("case");
}

TEST_CASE("a wish about a plan keeps the same as a verb, a line in the meeting and a line of JSON",
          "[cli][same_wish]") {
  hold_same("plan");
}

TEST_CASE("a wish about a network keeps the same as a verb, a line in the meeting and a line of JSON",
          "[cli][same_wish]") {
  hold_same("network");
}

TEST_CASE("a wish about a meeting keeps the same as a verb, a line in the meeting and a line of JSON",
          "[cli][same_wish]") {
  hold_same("meeting");
}

TEST_CASE("a wish about the team keeps the same as a verb, a line in the meeting and a line of JSON",
          "[cli][same_wish]") {
  hold_same("team");
}

TEST_CASE("a wish about the area keeps the same as a verb, a line in the meeting and a line of JSON",
          "[cli][same_wish]") {
  hold_same("area");
}

TEST_CASE("a wish of the team's learning keeps the same as a verb, a line in the meeting and a line of JSON",
          "[cli][same_wish]") {
  hold_same("learn");
}

}  // namespace casus::test
