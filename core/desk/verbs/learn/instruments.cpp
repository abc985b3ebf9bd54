// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text_pairs.hpp"
#include "core/desk/definitions.hpp"
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
  for (const auto& one : problems) {
    json said{{"pointer", one.pointer}, {"what", voice.say(one.what)}, {"do", voice.say(one.remedy)}};
    if (one.at.line > 0) said["line"] = one.at.line;
    if (one.at.column > 0) said["column"] = one.at.column;
    all.push_back(std::move(said));
  }
  return all;
}

std::string problem_line(const std::string& path, const learning::FileProblem& one, const text::Voice& voice) {
  const auto place = one.pointer.empty() ? std::string() : one.pointer + ": ";
  return placed(path, one.at) + ": " + place + voice.say("learnfile.line", "what"_is = one.what, "do"_is = one.remedy);
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
        if (!desk.json() && file.problems.size() == 1)
          reply.error(problem_line(file.path, file.problems.front(), desk.voice()), Tone::bad);
        else if (!desk.json())
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
  void shape(Slots& slots) override { slots.word("FILE", paths_, "learnhelp.file"); }

 protected:
  void run(Desk& desk, Reply& reply) override {
    check_files(desk, reply, paths_, [&](const std::string& path, Reply& said) {
      const auto file = desk.instruments().among_them(learning::instrument_file(path));
      if (!desk.json() && file.problems.empty())
        said.line(desk.voice().say("learnfile.good", "path"_is = path, "count"_is = file.instrument.items.size()),
                  Tone::good);
      if (!desk.json())
        for (const auto& one : file.problems) said.error(problem_line(path, one, desk.voice()), Tone::bad);
      const auto doubtful = file.problems.empty() ? uneven_texts(file.bytes) : Problems{};
      if (!desk.json()) print_notes(desk, said, path, doubtful);
      return Checked{problems_json(file.problems, desk.voice()), desk::problems_json(doubtful, desk.voice())};
    });
  }

 private:
  std::vector<std::string> paths_;
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
