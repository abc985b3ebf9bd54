// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/base/time.hpp"
#include "core/web/server/message.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::web {

/// How a page that answered a form may be seen again.
enum class Again {
  while_same,  ///< as it was, until something new is kept in the store: nobody reads there what was destroyed since
  typed,       ///< the same, and from then on its form with what was typed: who first did what it missed comes back
  lasting,     ///< as it was: nothing of a case stands in it but what they typed themselves
  briefly,     ///< as it was, for the moment in which the browser goes to it: a secret is shown once
  anew         ///< it only reads: it is asked for once more, with all that belongs to that
};

/// Pages that answered a form, each for the browser that sent it. The browser is sent on and gets its page from here,
/// so that going back never ends at a page of the browser's own that asks whether to send the form once more: no page
/// of ours is kept by a browser. In memory only, for a short time.
class FormAnswers {
 public:
  static constexpr std::string_view kField = "answer-of";  ///< of an address; no verb has a field by this name
  static constexpr std::chrono::minutes kTime{15};
  static constexpr std::chrono::minutes kGoOn{1};  ///< in which a browser that was sent on comes
  static constexpr std::size_t kOfOne = 8;
  static constexpr std::size_t kOfStrangers = 64;
  static constexpr std::size_t kOfAll = 512;
  static constexpr std::size_t kLargest = 256 * 1024;

  /// Who asks, and for what: another gets nothing of it.
  struct Asker {
    std::string browser;
    std::string device;  ///< empty: a stranger
    std::string path;
    Lang lang = Lang::nl;
    bool operator==(const Asker&) const = default;
  };
  struct Answer {
    Asker asker;
    Again again = Again::while_same;
    std::int64_t events = 0;  ///< in the store when it was made
    std::string sent;         ///< the form, for a page that is asked for anew, or is given back as it was typed
    Response page;
    std::string form{};  ///< which of the forms of its page it answers
  };
  struct Seen {
    Response page;
    std::string sent;    ///< not empty: `page` says nothing, and this form is to be answered once more
    bool typed = false;  ///< ... or only to be shown again, with what was typed in it
  };

  /// Under which id it can be got. Nothing when it is too large, or when there is no place for it: what others were
  /// sent on to is never lost for it.
  std::optional<std::string> keep(Answer answer, Time now);
  /// `events`: how many are in the store now, asked when it matters.
  std::optional<Seen> find(std::string_view id, const Asker& asker, Time now,
                           const std::function<std::int64_t()>& events);
  /// That form of theirs was done: what was typed in it before comes back no more.
  void forget_typed(const Asker& asker, std::string_view form);
  /// What is over lies nowhere any more, nor what may have been destroyed. `events`: in the store now.
  void forget(Time now, std::int64_t events);
  /// All of this browser: whoever had it goes.
  void forget_of(std::string_view browser);

 private:
  struct Kept {
    std::string id;
    Time until;
    Time made;
    bool shown = false;
    Answer answer;
  };
  static bool is_over(const Kept& one, Time now, std::int64_t events);

  std::vector<Kept> all_;  ///< the oldest first
};

}  // namespace casus::web
