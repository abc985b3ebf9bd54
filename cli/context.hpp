// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/screen.hpp"
#include "cli/slots.hpp"
#include "core/base/time.hpp"
#include "core/plugin/catalogue.hpp"
#include "core/report/definitions.hpp"
#include "core/service/meetings.hpp"
#include "core/service/service.hpp"
#include "core/workflow/workflow.hpp"

#include <memory>
#include <optional>
#include <string>

namespace casus::cli {

/// Exit codes (DESIGN 6).
enum Exit { kDone = 0, kRefused = 1, kUsage = 2, kBadDefinition = 3, kSystem = 4, kConflict = 5 };

/// Something that was typed cannot be meant so. In the language of the user; nothing was done.
struct Usage {
  std::string message;
};

/// What every verb takes.
struct Globals {
  Lang lang = Lang::nl;
  bool json = false;
  std::string store;
  std::string as;
  bool help = false;

  void shape(Slots& slots);
};

/// One run of the program: the settings, and what is opened when it is first asked for.
class Context {
 public:
  enum class Make { no, yes };  ///< whether a store may be made where there is none

  explicit Context(Globals globals);
  /// What is said comes into `kept` instead of on the terminal.
  Context(Globals globals, std::string& kept);
  ~Context();

  Lang lang() const { return globals_.lang; }
  bool json() const { return globals_.json; }
  /// Name of who is typing. Throws Usage when nobody said.
  const std::string& who() const;
  std::string who_or_nobody() const { return globals_.as; }
  Time now() const;
  Date today() const;  ///< the local day
  const std::string& store_path() const { return globals_.store; }
  const Globals& globals() const { return globals_; }
  /// From here on the store is one of made-up cases: the one that was given, else that of all trainings.
  void use_training_store();
  /// " --store PATH" when it was given, so that a line to type next finds the same store.
  std::string store_option() const;

  /// A line to type, by the name that the program is started with ($CASUS_COMMAND, else "casus").
  std::string to_type(const std::string& line) const;

  store::Store& store(Make make = Make::no);
  service::Service& service(Make make = Make::no);
  service::Meetings& meetings(Make make = Make::no);
  const plugin::Catalogue& methods();
  const workflow::Catalogue& workflows();
  const report::Definitions& definitions();

  /// Throw Usage with the nearest known id.
  void require_case(const std::string& id);
  void require_method(const std::string& id);
  void require_workflow(const std::string& id);

  Screen& screen() { return screen_; }
  /// Tells what came of a command; the exit code.
  int show(const service::Answer& answer);
  int show(const service::MeetingAnswer& answer);

  std::string say(Words words) const { return std::string(words.in(lang())); }
  template <class... Args>
  std::string say(Words words, const Args&... args) const {
    return said(lang(), words, args...);
  }

 private:
  Globals globals_;
  store::Purpose purpose_ = store::Purpose::cases;
  Screen screen_;
  std::unique_ptr<store::Store> store_;
  std::optional<plugin::Catalogue> methods_;
  std::optional<workflow::Catalogue> workflows_;
  std::unique_ptr<service::Service> service_;  ///< uses the three above, so it goes first
  std::unique_ptr<service::Meetings> meetings_;
  std::unique_ptr<report::Definitions> definitions_;
};

/// Writes a whole file, or throws Fault(store) with its name and what is wrong.
void write_file(const std::string& path, std::string_view bytes);

/// A text on the screen, in the file `out` (then `written` says so, with its name), or as JSON: what is known `about`
/// it with its "content" or its "file".
int put_document(Context& context, nlohmann::json about, const std::string& bytes, const std::string& out,
                 Words written = {"geschreven: {}", "written: {}"}, Screen::Tone tone = Screen::Tone::good);

/// A command id that nobody used before.
std::string new_command_id();

/// The local day of a moment.
Date local_day(Time time);

}  // namespace casus::cli
