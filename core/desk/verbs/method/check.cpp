// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json_place.hpp"
#include "core/base/text_pairs.hpp"
#include "core/desk/answers.hpp"
#include "core/desk/catalogue.hpp"
#include "core/desk/definitions.hpp"
#include "core/desk/verbs/method/folder.hpp"
#include "core/method/audit.hpp"
#include "core/service/method_trial.hpp"
#include "core/text/problem_words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

/// For those who write methods: check.
namespace casus::desk {
namespace {

using nlohmann::json;

class MethodCheck final : public Verb {
 public:
  Access access() const override { return does(Ground::anybody); }
  void shape(Slots& slots) override { slots.word("FOLDER", folder_, "help.folder_method"); }

  void run(Desk& desk, Reply& reply) override {
    const auto found = open_folder(desk, folder_);
    bool good = true;
    json all = json::array();
    for (const auto* entry : found.entries) {
      const auto [wrong, doubtful] = check_method(desk, found.methods, *entry);
      good = good && wrong.empty();
      all.push_back({{"file", entry->path},
                     {"method", entry->definition.id},
                     {"ok", wrong.empty()},
                     {"problems", problems_json(wrong, desk.voice())},
                     {"warnings", problems_json(doubtful, desk.voice())}});
      if (!desk.json()) print(desk, reply, *entry, wrong, doubtful);
    }
    if (desk.json()) reply.json({{"ok", good}, {"methods", std::move(all)}});
    reply.status = good ? Status::done : Status::bad_definition;
  }

 private:
  static void print(Desk& desk, Reply& reply, const plugin::Entry& entry, const Problems& wrong,
                    const Problems& doubtful) {
    print_problems(reply, desk.voice(), entry.path, wrong);
    print_notes(desk, reply, entry.path, doubtful);
    if (wrong.empty())
      reply.line(desk.say("check.good_file_right_method_played", "definition"_is = entry.definition.id), Tone::good);
  }

  std::string folder_;
};

}  // namespace

CheckedMethod check_method(Desk& desk, const plugin::Catalogue& methods, const plugin::Entry& entry) {
  CheckedMethod out{entry.problems, {}};
  if (entry.problems.empty()) {
    auto remarks = method::audit(entry.definition);
    const bool sound = std::ranges::none_of(
        remarks, [](const method::Remark& it) { return it.weight == method::Remark::Weight::error; });
    if (sound)
      std::ranges::move(service::try_method(methods, desk.workflows(), entry, desk.voice()),
                        std::back_inserter(remarks));
    for (auto& it : remarks)
      (it.weight == method::Remark::Weight::error ? out.wrong : out.doubtful).push_back(std::move(it.problem));
    std::ranges::move(uneven_texts(entry.bytes), std::back_inserter(out.doubtful));
  }
  place(out.wrong, entry.bytes);
  place(out.doubtful, entry.bytes);
  return out;
}

Entries checking_verbs() {
  return {
      {"method check", "help.what_wrong_method_where", "help.method_check_buurt", fresh<MethodCheck>},
  };
}

}  // namespace casus::desk
