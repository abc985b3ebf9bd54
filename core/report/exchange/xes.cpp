// SPDX-License-Identifier: EUPL-1.2
#include "core/report/exchange/xes.hpp"

#include "core/model/case.hpp"
#include "core/page/xml.hpp"
#include "core/report/history/nameless.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace casus::report {

namespace {

page::XmlElement xes_text(std::string key, std::string_view value) {
  return {"string", {{"key", std::move(key)}, {"value", std::string(value)}}, {}};
}

page::XmlElement xes_number(std::string key, std::int64_t value) {
  return {"int", {{"key", std::move(key)}, {"value", std::to_string(value)}}, {}};
}

/// 2026-03-02T09:30:00Z with the milliseconds and the offset that the standard's examples have.
std::string xes_moment(Time time) {
  auto text = to_string(time);
  text.pop_back();
  return text + ".000+00:00";
}

/// How the step was begun that goes on as this event happens; nullptr in none.
const StepEntered* step_at(const Events& history, std::size_t place) {
  while (place-- > 0)
    if (const auto* entered = std::get_if<StepEntered>(&history[place].body)) return entered;
  return nullptr;
}

/// Whether what was written unseen could still not be read at the end of the history, as far as the events tell: the
/// dossier's rule (`is_shown` in naming.hpp) without the case.
bool unseen_yet(const auto& said, const Events& history, std::size_t place) {
  if (!said.hidden) return false;
  const auto* written = step_at(history, place);
  const auto* here = written;
  if (written == nullptr) return false;
  for (auto i = place + 1; i < history.size(); ++i) {
    const auto& body = history[i].body;
    if (const auto* entered = std::get_if<StepEntered>(&body)) here = entered;
    const auto* left = std::get_if<StepLeft>(&body);  // going back opens nothing
    if (left != nullptr && !left->back && here->step == (said.told_in.empty() ? written->step : said.told_in))
      return false;
    if (here->phase == written->phase && here->method != written->method) return false;
    const auto* told = history[i].by == history[place].by ? std::get_if<Contributed>(&body) : nullptr;
    const auto* recorded = history[i].by == history[place].by ? std::get_if<Recorded>(&body) : nullptr;
    if ((told != nullptr && told->re == said.id) || (recorded != nullptr && recorded->re == said.id)) return false;
    if (std::holds_alternative<CaseClosed>(body) || std::holds_alternative<RoundStarted>(body)) return false;
  }
  return true;
}

/// Follows a history as far as a log needs: where the case is, and which roles people have.
class Reader {
 public:
  explicit Reader(const Events& history) : history_(history), nameless_(history) {}

  /// The whole history, in the order of reading. What has no name stands by its own words, which tells nothing of who
  /// was first.
  std::vector<page::XmlElement> all() {
    std::vector<page::XmlElement> out;
    for (const auto& run : nameless_.runs()) {
      std::vector<page::XmlElement> of_run;
      for (const auto place : run) of_run.push_back(told(place));
      std::ranges::stable_sort(of_run, {}, [](const auto& one) { return page::xml_fragment(one, 0); });
      std::ranges::move(of_run, std::back_inserter(out));
    }
    return out;
  }

 private:
  page::XmlElement told(std::size_t place) {
    const auto& event = history_[place];
    place_ = place;
    step_.reset();
    std::visit([&](const auto& body) { look(body); }, event.body);
    page::XmlElement out{"event", {}, {}};
    const bool begins = std::holds_alternative<StepEntered>(event.body);
    out.add(xes_text("concept:name", step_ ? *step_ : std::string(name_of(event.body))));
    out.add(xes_text("lifecycle:transition", begins ? "start" : "complete"));
    out.add({"date", {{"key", "time:timestamp"}, {"value", xes_moment(nameless_.at(place))}}, {}});
    const auto by = nameless_.contains(place) ? std::string(kSomebody) : event.by;
    out.add(xes_text("org:resource", by));
    if (const auto role = roles_.find(by); role != roles_.end()) out.add(xes_text("org:role", role->second));
    out.add(xes_text("event", name_of(event.body)));
    if (!phase_.empty()) out.add(xes_text("phase", phase_));
    if (!here_.empty()) out.add(xes_text("step", here_));
    if (!method_.empty()) out.add(xes_text("method", method_));
    out.add(xes_number("round", round_));
    if (!detail_.empty()) out.add(xes_text("detail", detail_));
    if (std::holds_alternative<StepLeft>(event.body)) here_.clear();
    detail_.clear();
    return out;
  }

  void look(const auto&) {}
  void look(const CaseOpened& e) {
    roles_[e.person] = key(Role::presenter);
    method_ = e.method.id;
  }
  void look(const ParticipantAdded& e) {
    std::string all;
    for (const auto role : e.roles) all += (all.empty() ? "" : " ") + std::string(key(role));
    roles_[e.person] = std::move(all);
  }
  void look(const StepEntered& e) {
    phase_ = key(e.phase);
    here_ = e.step;
    method_ = e.method;
    step_ = e.step;
  }
  void look(const StepLeft& e) {
    step_ = here_;
    if (e.back) detail_ = "back";
    else if (!e.explained.empty()) detail_ = "explained";
  }
  void look(const Contributed& e) {
    if (!unseen_yet(e, history_, place_)) detail_ = e.kind;
  }
  void look(const Recorded& e) {
    if (!unseen_yet(e, history_, place_)) detail_ = e.type;
  }
  void look(const ActionAdded& e) { detail_ = e.rung ? std::string(key(*e.rung)) : std::string(); }
  void look(const ActionFinished& e) { detail_ = key(e.state); }
  void look(const PersonAsked& e) { detail_ = key(e.answer); }
  void look(const MeldcodeStepTaken& e) { detail_ = std::to_string(e.step); }
  void look(const RoundStarted&) { ++round_; }
  void look(const CaseReopened&) { ++round_; }

  const Events& history_;
  Nameless nameless_;
  std::size_t place_ = 0;
  std::string phase_, here_, method_, detail_;
  std::optional<std::string> step_;
  std::map<std::string, std::string> roles_;
  int round_ = 1;
};

page::XmlElement global(std::string scope, std::vector<page::XmlElement> attributes) {
  return {"global", {{"scope", std::move(scope)}}, std::move(attributes)};
}

page::XmlElement extension(std::string name, std::string prefix) {
  auto uri = fmt::format("http://www.xes-standard.org/{}.xesext", prefix);
  return {"extension", {{"name", std::move(name)}, {"prefix", std::move(prefix)}, {"uri", std::move(uri)}}, {}};
}

page::XmlElement classifier(std::string name, std::string keys) {
  return {"classifier", {{"name", std::move(name)}, {"scope", "event"}, {"keys", std::move(keys)}}, {}};
}

}  // namespace

std::string xes_head(std::string_view name) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<log xes.version=\"1849-2016\" xes.features=\"\" xmlns=\"http://www.xes-standard.org/\">\n";
  for (const auto& it :
       {extension("Concept", "concept"), extension("Lifecycle", "lifecycle"), extension("Time", "time"),
        extension("Organizational", "org"), global("trace", {xes_text("concept:name", "-")}),
        global("event", {xes_text("concept:name", "-"),
                         xes_text("lifecycle:transition", "complete"),
                         {"date", {{"key", "time:timestamp"}, {"value", "1970-01-01T00:00:00.000+00:00"}}, {}}}),
        classifier("step or event", "concept:name"),
        classifier("step or event with transition", "concept:name lifecycle:transition"),
        xes_text("concept:name", name), xes_text("lifecycle:model", "standard")})
    out += page::xml_fragment(it, 1);
  return out;
}

std::string xes_trace(std::size_t number, const Events& history) {
  page::XmlElement trace{"trace", {}, {}};
  trace.add(xes_text("concept:name", fmt::format("case {}", number)));
  if (!history.empty())
    if (const auto* opened = std::get_if<CaseOpened>(&history.front().body)) {
      trace.add(xes_text("workflow", opened->workflow.id));
      // Without a ground the record has consent in its place, and no word of why that holds.
      if (opened->basis != Basis::consent || !opened->basis_text.empty())
        trace.add(xes_text("basis", key(opened->basis)));
      trace.add(xes_text("mode", key(opened->mode)));
    }
  Reader reader(history);
  for (auto& event : reader.all()) trace.add(std::move(event));
  return page::xml_fragment(trace, 1);
}

std::string xes_end() { return "</log>\n"; }

}  // namespace casus::report
