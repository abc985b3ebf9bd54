// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/desk/places.hpp"
#include "core/desk/training/runs.hpp"
#include "core/desk/verbs/training/skeleton.hpp"
#include "core/store/files/files.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>

/// A scenario of one's own: the first draft.
namespace casus::desk {
namespace {

namespace fs = std::filesystem;

class TrainNew final : public Verb {
 public:
  Access access() const override { return here(does(Ground::anybody)); }
  void shape(Slots& slots) override {
    slots.word("NAME", name_, "train.new_name");
    slots.option("in", folder_, "train.new_in");
  }

  void run(Desk& desk, Reply& reply) override {
    if (!is_id(name_)) throw Usage{desk.say("train.new_cannot_name", "name"_is = name_)};
    if (scenario_here(name_) != nullptr) throw Usage{desk.say("train.new_exists", "name"_is = name_)};
    const auto own = folder_.empty();
    const auto folder = own ? fs::path(own_scenarios()) : fs::path(folder_);
    const auto file = (folder / (name_ + ".json")).lexically_normal().string();
    if (store::file_exists(file)) throw Usage{desk.say("make.already_stays_as_choose_another", "file"_is = file)};
    store::make_folder_of(file);
    write_file(desk, {file}, scenario_skeleton(name_));
    if (desk.json()) return reply.json({{"scenario", name_}, {"file", file}});
    reply.line(desk.say("make.made", "path"_is = file), Tone::good);
    reply.line(desk.say("train.new_what_next"));
    const auto voice = desk.voice();
    reply.line("  " + voice.write(text::way("train check", "file"_is = file)), Tone::strong);
    if (own)
      reply.line("  " + voice.write(text::way("train play", "scenario"_is = name_, "method"_is = "kort/ronde")),
                 Tone::strong);
    else reply.line(desk.say("train.new_put_there", "folder"_is = own_scenarios()), Tone::quiet);
  }

 private:
  std::string name_;
  std::string folder_;
};

}  // namespace

Entries scenario_making_verbs() { return {{"train new", "train.new", "train.new_example", fresh<TrainNew>}}; }

}  // namespace casus::desk
