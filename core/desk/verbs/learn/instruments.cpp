// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/learn/learn_verb.hpp"
#include "core/text/label.hpp"

#include <nlohmann/json.hpp>

/// The instruments that a team learns by: which there are, what is in one, what is wrong with a file.
namespace casus::desk {
namespace {

using nlohmann::json;
using text::msg;

json problems_json(const learning::FileProblems& problems, const text::Voice& voice) {
  json all = json::array();
  for (const auto& one : problems)
    all.push_back({{"pointer", one.pointer}, {"what", voice.say(one.what)}, {"do", voice.say(one.remedy)}});
  return all;
}

std::string problem_line(const learning::FileProblem& one, const text::Voice& voice) {
  return voice.say("learnfile.line", "place"_is = one.pointer.empty() ? std::string("/") : one.pointer,
                   "what"_is = one.what, "do"_is = one.remedy);
}

class Instruments final : public Verb {
 public:
  Access access() const override { return does(Ground::anybody); }
  void shape(Slots&) override {}

 protected:
  void run(Desk& desk, Reply& reply) override {
    json all = json::array();
    std::vector<std::vector<std::string>> rows;
    for (const auto& file : desk.instruments().files()) {
      const auto& it = file.instrument;
      if (!file.problems.empty()) {
        all.push_back({{"path", file.path}, {"problems", problems_json(file.problems, desk.voice())}});
        if (!desk.json())
          reply.error(desk.voice().say("learnfile.bad_file", "path"_is = file.path,
                                       "check"_is = text::way("learn check", "file"_is = file.path)),
                      Tone::bad);
        continue;
      }
      all.push_back({{"id", it.id}, {"kind", key(it.kind)}, {"version", it.version}, {"status", key(it.status)}});
      rows.push_back({it.id, desk.voice().say(text::label(it.kind)), it.name.in(desk.lang()),
                      desk.voice().say(text::label(it.status))});
    }
    if (desk.json()) return reply.json({{"instruments", std::move(all)}});
    reply.table({desk.voice().say("learn.page.item"), desk.voice().say("learn.page.kind"),
                 desk.voice().say("learn.page.name"), desk.voice().say("learn.page.status")},
                std::move(rows));
  }
};

class InstrumentPage final : public Verb {
 public:
  Access access() const override { return does(Ground::anybody); }
  void shape(Slots& slots) override {
    slots.word("INSTRUMENT", id_, "learnhelp.instrument");
    paper_.shape(slots);
  }

 protected:
  void run(Desk& desk, Reply& reply) override {
    const auto* file = desk.instruments().find(id_);
    if (file == nullptr)
      throw Usage{desk.voice().say("learn.no_instrument_here", "id"_is = id_,
                                   "hint"_is = hint_in(desk.voice(), id_, desk.instruments().ids()),
                                   "list"_is = text::way("learn instruments"))};
    paper_.put(desk, reply, learning::instrument_page(file->instrument, desk.voice()),
               learning::instrument_json(file->instrument));
  }

 private:
  std::string id_;
  LearnPaper paper_;
};

class Check final : public Verb {
 public:
  Access access() const override { return here(does(Ground::anybody)); }
  void shape(Slots& slots) override { slots.word("FILE", path_, "learnhelp.file"); }

 protected:
  void run(Desk& desk, Reply& reply) override {
    const auto file = learning::instrument_file(path_);
    const bool good = file.problems.empty();
    reply.status = good ? Status::done : Status::bad_definition;
    if (desk.json())
      return reply.json({{"ok", good}, {"file", path_}, {"problems", problems_json(file.problems, desk.voice())}});
    if (good)
      return reply.line(
          desk.voice().say("learnfile.good", "path"_is = path_, "count"_is = file.instrument.items.size()), Tone::good);
    for (const auto& one : file.problems) reply.error(problem_line(one, desk.voice()), Tone::bad);
  }

 private:
  std::string path_;
};

}  // namespace

Entries learn_instrument_verbs() {
  return {
      {"learn instruments", "learnhelp.instruments", "learnhelp.instruments_line", fresh<Instruments>},
      {"learn instrument", "learnhelp.one_instrument", "learnhelp.one_instrument_line", fresh<InstrumentPage>},
      {"learn check", "learnhelp.check", "learnhelp.check_line", fresh<Check>},
  };
}

}  // namespace casus::desk
