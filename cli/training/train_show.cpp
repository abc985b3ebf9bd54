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
    slots.option("method", wish_.method, "train_show.like_werf_werf_see");
    slots.option("person", wish_.people, "train_show.name_style_three_times_least");
    slots.option("mode", wish_.mode, "train_show.strict_refuses_coaching_notices");
    slots.option("seed", wish_.seed, "train_show.same_number_same_review");
    slots.flag("pause", pause_, "train_show.wait_enter_after_each_step");
    slots.option("participants", wish_.file, "train_show.file_people_sentences_own");
  }

  int run(Context& context) override {
    const auto replies = desk::show_review(context, wish_, context.plain_voice());
    const bool waits = pause_ && !context.json() && isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0;
    for (std::size_t i = 0; i < replies.size(); ++i) {
      context.draw(replies[i]);
      if (!waits || i == 0 || i + 2 >= replies.size()) continue;
      context.screen().line(context.say("train_show.enter_go"), Screen::Tone::quiet);
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
      {"train show", "train_show.made_up_people_show_review", "train_show.train_show_method_solution_focused",
       fresh<TrainShow>},
  };
}

}  // namespace casus::cli
