// SPDX-License-Identifier: EUPL-1.2
#include "cli/verbs.hpp"
#include "core/desk/training/review_show.hpp"

#include <unistd.h>

#include <iostream>

/// A review shown by made-up people, on a terminal with a wait between the steps.
namespace casus::cli {
namespace {

class TrainShow final : public TerminalVerb {
 public:
  void shape(Slots& slots) override {
    slots.option("method", wish_.method,
                 {"zoals werf/werf; zie casus method list", "like werf/werf; see casus method list"});
    slots.option("person", wish_.people,
                 {"NAAM=STIJL, minstens drie keer; de eerste brengt in, de tweede leidt",
                  "NAME=STYLE, three times at least; the first presents, the second leads"});
    slots.option("mode", wish_.mode, {"strikt weigert, oefenend merkt op", "strict refuses, coaching notices"});
    slots.option("seed", wish_.seed, {"zelfde getal, zelfde bespreking", "same number, same review"});
    slots.flag("pause", pause_, {"wacht na elke stap op Enter", "wait for Enter after each step"});
    slots.option("participants", wish_.file,
                 {"eigen bestand met mensen en zinnen", "a file of people and sentences of your own"});
  }

  int run(Context& context) override {
    const auto replies = desk::show_review(context, wish_, context.plain_voice());
    const bool waits = pause_ && !context.json() && isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0;
    for (std::size_t i = 0; i < replies.size(); ++i) {
      context.draw(replies[i]);
      if (!waits || i == 0 || i + 2 >= replies.size()) continue;
      context.screen().line(context.say({"[Enter: verder]", "[Enter: go on]"}), Screen::Tone::quiet);
      context.screen().flush();
      std::string line;
      if (!std::getline(std::cin, line)) return kDone;
    }
    return exit_of(replies.back().status);
  }

 private:
  desk::ReviewWish wish_;
  bool pause_ = false;
};

}  // namespace

Entries showing_verbs() {
  return {
      {"train show",
       {"verzonnen mensen laten een bespreking zien, met hun stijl",
        "made-up people show a review, each in their style"},
       {"train show --method solution-focused/reflecting-team --pause",
        "train show --method solution-focused/reflecting-team --pause"},
       fresh<TrainShow>},
  };
}

}  // namespace casus::cli
