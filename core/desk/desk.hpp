// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"
#include "core/desk/let_in.hpp"
#include "core/desk/seat.hpp"
#include "core/desk/typed/words.hpp"
#include "core/learning/instruments.hpp"
#include "core/plugin/catalogue.hpp"
#include "core/report/definitions.hpp"
#include "core/service/learning.hpp"
#include "core/service/meetings/meetings.hpp"
#include "core/service/service.hpp"
#include "core/store/files/output_file.hpp"
#include "core/text/voice.hpp"
#include "core/workflow/workflow.hpp"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace casus::desk {

/// Something that was asked for cannot be meant so. In the language of the user; nothing was done.
struct Usage {
  std::string message;
};

/// What a reply is wanted as: for people, one document for a program, or both of what was asked for once.
enum class Form { words, document, both };

/// Called now and then during long work: how much is done, of how much.
using Watch = std::function<void(std::int64_t done, std::int64_t of)>;

/// What a face says before it asks anything.
struct Setting {
  Lang lang = Lang::nl;
  Form form = Form::words;
  Seat seat;
  std::string store;              ///< path or address; the usual one when nobody named another
  std::string keys;               ///< path of the key file, when somebody named one
  std::string command = "casus";  ///< how the program is called in a line to type
  Watch watch = [](std::int64_t, std::int64_t) {};
  /// Says at once what somebody who waits should know; not part of the reply.
  std::function<void(const std::string& words)> notice = [](const std::string&) {};
  /// Asks for a text that nobody may see while it is typed. Empty where the face cannot ask, nothing when no answer
  /// came.
  std::function<std::optional<std::string>(const std::string& question)> secret;
  const std::atomic<bool>* stop = nullptr;  ///< set by the face when work should end early
  const Clock* clock = &service::system_clock();
};

/// What somebody at a face works with: who acts, in which store, by which definitions; each is opened when it is first
/// asked for. Everything that a face does and shows comes through here. For one face at a time; not thread-safe.
class Desk {
 public:
  enum class Make { no, yes };  ///< whether a store may be made where there is none

  explicit Desk(Setting setting);
  virtual ~Desk();
  Desk(const Desk&) = delete;  // the service points into it
  Desk& operator=(const Desk&) = delete;

  Lang lang() const { return setting_.lang; }
  /// From here on in this language. The one before.
  Lang speak(Lang lang) { return std::exchange(setting_.lang, lang); }
  /// Puts messages in words as the face does, which writes ways on in a form of its own; while a training looks, as
  /// they are typed there.
  text::Voice voice() const { return ways_ == nullptr ? own_voice() : text::Voice(lang(), nullptr, ways_); }
  virtual text::Voice own_voice() const { return lang(); }
  /// From here on ways on are written by this; nullptr: by the face. The one before.
  const text::WayWriter* write_ways_by(const text::WayWriter* ways) { return std::exchange(ways_, ways); }
  /// Whether the reply is a document for a program, and nothing else.
  bool json() const { return setting_.form == Form::document; }
  /// Whether a document is wanted, beside the words or alone.
  bool wants_document() const { return setting_.form != Form::words; }
  /// Makes a reply in each form that is wanted: `json()` says in which one.
  void in_each_form(const std::function<void()>& make);
  const Seat& seat() const { return setting_.seat; }
  /// Somebody else takes the seat: in a training the one who has the word. The seat before.
  Seat sit(Seat seat) { return std::exchange(setting_.seat, std::move(seat)); }
  /// Name of who acts. Throws Usage when nobody said; all four do when it is what the program itself calls people by
  /// ("p1"), which is nobody's name: it would be another in each case.
  const std::string& who() const;
  const std::string& who_or_nobody() const;
  /// In whose name something is done: the own, or that of whom the seat speaks for. Throws Usage when nobody said.
  const std::string& actor() const;
  /// Who sits at the keys, to keep beside the actor.
  Typist typist() const { return {who_or_nobody(), seat().sureness, seat().account}; }
  Time now() const;
  const Clock& clock() const { return *setting_.clock; }
  /// From here on it is the time of this clock, which must live as long: in a training its own. The one before. What is
  /// kept in a store is still held to the clock with which the store was opened.
  const Clock* live_by(const Clock* clock) { return std::exchange(setting_.clock, clock); }
  Date today() const;                ///< the team's day (date_of)
  std::string day(Date date) const;  ///< in words: "2 december 2026"
  void watch(std::int64_t done, std::int64_t of) const { setting_.watch(done, of); }
  void notice(const std::string& words) const { setting_.notice(words); }
  /// Whether work that may end early should.
  const std::atomic<bool>& stop() const;

  const std::string& store_path() const { return setting_.store; }
  std::string keys_path() const;
  /// What small files that belong to the store are named after (places.hpp).
  std::string beside_store() const;
  /// Whether it is there, as far as can be told from here without opening it.
  bool has_store() const;
  /// How a passphrase is asked for: one that exists, that one once more because it was wrong, or a new one.
  enum class Wanted { known, once_more, chosen };
  /// A passphrase, asked for at the face; a chosen one is typed twice. Throws Usage when there is no way to ask,
  /// nothing was typed, it is too short, or the two differ.
  std::string passphrase(Wanted wanted) const;
  /// From here on the store is one of made-up cases: the one that was named, else that of all trainings.
  void use_training_store();
  /// From here on, where there is no store yet, it begins with a team and not with a case.
  void begin_with_team() { team_first_ = true; }
  /// " --store PATH" (and " --keys PATH") when another store than the usual one was named, so that a line to type finds
  /// the same, whatever the folder it is typed in.
  std::string store_option() const;
  /// The same for a line that only looks: with " --as NAME" too, when the name was typed and not set once for all.
  std::string look_option() const;
  /// A line to type, by the name that the program is started with.
  std::string to_type(const std::string& line) const;

  /// From here on there is a store.
  void begin_store() { service(Make::yes); }

  store::Store& store(Make make = Make::no);
  bool has_open_store() const { return store_ != nullptr; }
  service::Service& service(Make make = Make::no);
  service::Meetings& meetings(Make make = Make::no);
  service::Learning& learning(Make make = Make::no);
  const learning::Instruments& instruments();
  const plugin::Catalogue& methods();
  /// Which libraries run inside this program.
  plugin::Inside inside() const;
  const workflow::Catalogue& workflows();
  const report::Definitions& definitions();

  /// Whoever stays open for hours makes a checkpoint each minute in which something was written: a copy of the database
  /// without its log, or a log that was damaged, is then found against the keys. To be called as time goes by.
  void prove_now_and_then();

  /// For core/desk/reading alone.
  LetIn& let_in() { return let_in_; }

  /// Throw Usage with the nearest known id.
  void require_case(const std::string& id);
  void require_method(const std::string& id);
  void require_workflow(const std::string& id);

  template <std::same_as<text::Argument>... Arguments>
  std::string say(Words words, Arguments... arguments) const {
    return words.said(voice(), std::move(arguments)...);
  }

 protected:
  /// The store where the setting says it is.
  virtual std::unique_ptr<store::Store> open_store(Make make);

 private:
  void make_daily_checkpoint();
  std::optional<Time> next_proof_;

  Setting setting_;
  const text::WayWriter* ways_ = nullptr;
  store::Purpose purpose_ = store::Purpose::cases;
  bool team_first_ = false;
  std::unique_ptr<store::Store> store_;
  std::optional<plugin::Catalogue> methods_;
  std::optional<workflow::Catalogue> workflows_;
  std::unique_ptr<service::Service> service_;  ///< uses the three above, so it goes first
  std::unique_ptr<service::Meetings> meetings_;
  std::optional<learning::Instruments> instruments_;
  std::unique_ptr<service::Learning> learning_;
  std::unique_ptr<report::Definitions> definitions_;
  LetIn let_in_;
};

/// Throws Usage, in words, when the file may not be written.
void require_output(const Desk& desk, const store::OutputFile& file);

/// Writes a whole file. Throws Usage when it may not be written, and Fault(store) with what is wrong.
void write_file(const Desk& desk, const store::OutputFile& file, std::string_view bytes);

/// The same before what it is written for is done: as long as this lives it can be taken back.
std::unique_ptr<store::OutputWriter> write_for_now(const Desk& desk, const store::OutputFile& file,
                                                   std::string_view bytes);

/// A command id that nobody used before.
std::string new_command_id();

}  // namespace casus::desk
