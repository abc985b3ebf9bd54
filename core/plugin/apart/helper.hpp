// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/plugin/apart/column.hpp"
#include "core/plugin/apart/confine.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace casus::plugin {

/// How long an answer may take: of the helper's own time, and by the clock (a busy machine may make it wait).
struct Patience {
  std::chrono::milliseconds own{200};
  std::chrono::milliseconds clock{2000};
};

/// What the helper did instead of answering; the words continue "review ...".
struct NoAnswer {
  enum class Why { crashed, ended, barred, too_long, garbage, threw, refused };

  Why why = Why::garbage;
  std::string detail;  ///< the signal, the exit code, the call, what was thrown
};

/// A process in which one library is open, shut in (see confine.hpp): this program itself, started again in a mode of
/// its own, so that nothing of a case, a key or the environment is in its memory but what its rules are asked about.
/// Whatever the library does, this process stays whole. For one question at a time; not thread-safe.
class Helper {
 public:
  /// Starts it and opens the library. Throws NoAnswer, and Fault(store) when no process can be made.
  Helper(const std::string& library, const std::string& plugin, Patience patience);
  ~Helper();
  Helper(const Helper&) = delete;
  Helper& operator=(const Helper&) = delete;

  Shut shut() const { return shut_; }
  /// Whether it has used so much of its time that another should take its place.
  bool worn() const { return spent_ > std::chrono::seconds(20); }

  /// Throws NoAnswer; then the helper is of no more use. What the findings say is not looked at here.
  method::Findings ask(Function function, std::string_view method, const method::View& view,
                       const method::Draft& draft);

 private:
  struct Packet {
    Word word{};
    std::string body;
  };
  using Clock = std::chrono::steady_clock;

  void start(const std::string& library, const std::string& plugin);
  void send(Word word, const std::string& body);
  Packet receive();
  bool receive_some(std::size_t wanted);
  void wait_for(short events);
  void require_time();
  void hang_up();
  /// Asked with what the rules asked for the last time.
  std::string question_of(Function function, std::string_view method, const method::View& view,
                          const method::Draft& draft, const std::set<Column>& habit);
  void write_rows(Writing& out, const Column& column, const method::View& view);
  [[noreturn]] void gone();
  [[noreturn]] void give_up(NoAnswer::Why why, std::string detail = {});
  int end();  ///< kills it and gives its status

  struct Habit {
    Function function{};
    std::string method;
    auto operator<=>(const Habit&) const = default;
  };

  Patience patience_;
  Shut shut_ = Shut::bounds;
  int child_ = -1;
  int socket_ = -1;
  int lifeline_ = -1;  ///< open as long as this process wants it to live
  std::string unread_;
  Clock::time_point asked_{};
  std::chrono::nanoseconds own_at_start_{};
  Clock::duration spent_{};
  std::map<Column, std::string> sent_;  ///< what the helper has of each column
  std::size_t sent_bytes_ = 0;
  std::map<Habit, std::set<Column>> habits_;  ///< what rules asked for last time goes along with the question
};

}  // namespace casus::plugin
