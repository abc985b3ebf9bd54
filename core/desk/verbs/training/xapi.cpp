// SPDX-License-Identifier: EUPL-1.2
#include "core/training/xapi.hpp"

#include "core/desk/catalogue.hpp"
#include "core/desk/definitions.hpp"
#include "core/desk/training/runs.hpp"
#include "core/desk/typed/answers.hpp"

#include <nlohmann/json.hpp>

/// A run for a learning system.
namespace casus::desk {
namespace {

class TrainXapi final : public Verb {
 public:
  Access access() const override { return here(does(Ground::anybody)); }
  void shape(Slots& slots) override {
    slots.word("RUN", run_, "train.name_training_log");
    slots.option("home", home_, "train.xapi_home");
    slots.output("out", out_, "help.file_write_else_screen");
  }

  void run(Desk& desk, Reply& reply) override {
    desk.use_training_store();
    if (!training::is_home(home_)) throw Usage{desk.say("train.xapi_no_home", "home"_is = home_)};
    const auto replay = played_again(desk, open_log(desk, run_));
    const auto statements = training::xapi_statements(replay->play(), home_);
    if (desk.json() && out_.empty()) return reply.json({{"statements", statements}});
    put_document(desk, reply, {{"statements", statements.size()}}, statements.dump(2) + '\n', out_);
  }

 private:
  std::string run_;
  std::string home_ = "https://casusberaad.invalid";
  store::OutputFile out_;
};

}  // namespace

Entries xapi_verbs() { return {{"train xapi", "train.xapi", "train.xapi_example", fresh<TrainXapi>}}; }

}  // namespace casus::desk
