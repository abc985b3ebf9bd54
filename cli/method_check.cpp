// SPDX-License-Identifier: EUPL-1.2
#include "cli/answers.hpp"
#include "cli/definitions.hpp"
#include "cli/method_folder.hpp"
#include "cli/verb.hpp"
#include "core/method/audit.hpp"
#include "core/service/method_trial.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

/// For those who write methods: check.
namespace casus::cli {
namespace {

using nlohmann::json;

class MethodCheck final : public Verb {
 public:
  void shape(Slots& slots) override {
    slots.word("FOLDER", folder_, {"de map van de methode", "the folder of the method"});
  }

  int run(Context& context) override {
    const auto found = open_folder(context, folder_);
    bool good = true;
    json all = json::array();
    for (const auto* entry : found.entries) {
      Problems wrong = entry->problems, doubtful;
      if (wrong.empty()) {
        auto remarks = method::audit(entry->definition);
        const bool sound = std::ranges::none_of(
            remarks, [](const method::Remark& it) { return it.weight == method::Remark::Weight::error; });
        if (sound)
          std::ranges::move(service::try_method(found.methods, context.workflows(), *entry),
                            std::back_inserter(remarks));
        for (auto& it : remarks)
          (it.weight == method::Remark::Weight::error ? wrong : doubtful).push_back(std::move(it.problem));
      }
      good = good && wrong.empty();
      all.push_back({{"file", entry->path},
                     {"method", entry->definition.id},
                     {"ok", wrong.empty()},
                     {"problems", problems_json(wrong)},
                     {"warnings", problems_json(doubtful)}});
      if (!context.json()) print(context, *entry, wrong, doubtful);
    }
    if (context.json()) context.screen().json({{"ok", good}, {"methods", std::move(all)}});
    return good ? kDone : kBadDefinition;
  }

 private:
  static void print(Context& context, const plugin::Entry& entry, const Problems& wrong, const Problems& doubtful) {
    print_problems(context, entry.path, wrong);
    for (const auto& it : doubtful)
      context.screen().error(
          context.say({"{}: let op: {}: {}", "{}: note: {}: {}"}, entry.path, it.pointer, it.message),
          Screen::Tone::warning);
    if (wrong.empty())
      context.screen().line(context.say({"{} is goed: het bestand klopt, en de methode is van begin tot eind gespeeld",
                                         "{} is good: the file is right, and the method was played to its end"},
                                        entry.definition.id),
                            Screen::Tone::good);
  }

  std::string folder_;
};

}  // namespace

Entries checking_verbs() {
  return {
      {"method check",
       {"wat er mis is met een methode, en waar", "what is wrong with a method, and where"},
       {"method check buurt", "method check buurt"},
       fresh<MethodCheck>},
  };
}

}  // namespace casus::cli
