// SPDX-License-Identifier: EUPL-1.2
#include "core/report/exchange/xes.hpp"

#include "core/model/case.hpp"
#include "core/page/safe_text.hpp"
#include "core/page/xml.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <set>

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

/// Whether what was written unseen could still not be read at the end of the history, as far as the events tell: the
/// dossier's rule (`is_shown` in naming.hpp) without the case.
template <class Said>
bool unseen_yet(const Said& said, const Events& history, std::size_t place) {
  if (!said.hidden) return false;
  std::string here;
  for (auto i = place + 1; i < history.size(); ++i) {
    const auto& body = history[i].body;
    if (const auto* entered = std::get_if<StepEntered>(&body)) here = entered->step;
    const auto* left = std::get_if<StepLeft>(&body);
    if (left != nullptr && (said.told_in.empty() || (here == said.told_in && !left->back))) return false;
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
  explicit Reader(const Events& history) : history_(history) {}

  page::XmlElement told(std::size_t place) {
    const auto& event = history_[place];
    place_ = place;
    step_.reset();
    std::visit([&](const auto& body) { look(body); }, event.body);
    page::XmlElement out{"event", {}, {}};
    const bool begins = std::holds_alternative<StepEntered>(event.body);
    out.add(xes_text("concept:name", step_ ? *step_ : std::string(name_of(event.body))));
    out.add(xes_text("lifecycle:transition", begins ? "start" : "complete"));
    out.add({"date", {{"key", "time:timestamp"}, {"value", xes_moment(event.at)}}, {}});
    const auto by = unnamed(event.body) ? std::string(kSomebody) : event.by;
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

 private:
  /// By the events alone, as `is_unnamed` (event_shown.hpp) tells it with the case.
  bool unnamed(const EventBody& body) const {
    const auto puts_right = [&](std::string_view ref) { return unnamed_.contains(ref); };
    if (const auto* it = std::get_if<Corrected>(&body)) return puts_right(it->ref);
    if (const auto* it = std::get_if<Withdrawn>(&body)) return puts_right(it->ref);
    if (const auto* it = std::get_if<Restored>(&body)) return puts_right(it->ref);
    if (const auto* it = std::get_if<TextDestroyed>(&body)) return puts_right(it->ref);
    return anonymous_ && (said_in_step(body) || std::holds_alternative<Scored>(body) ||
                          std::holds_alternative<Voted>(body) || std::holds_alternative<TurnTaken>(body));
  }

  void goes_by(const std::string& id) {
    if (!anonymous_) return;
    if (!id.empty()) unnamed_.insert(id);
    unnamed_.insert(std::to_string(place_ + 1));
  }

  template <class T>
  void look(const T&) {}
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
    anonymous_ = e.anonymous;
  }
  void look(const StepLeft& e) {
    step_ = here_;
    anonymous_ = false;
    if (e.back) detail_ = "back";
    else if (!e.explained.empty()) detail_ = "explained";
  }
  void look(const Scored& e) { goes_by(e.id); }
  void look(const Voted&) { goes_by({}); }
  void look(const Contributed& e) {
    goes_by(e.id);
    if (!unseen_yet(e, history_, place_)) detail_ = e.kind;
  }
  void look(const Recorded& e) {
    goes_by(e.id);
    if (!unseen_yet(e, history_, place_)) detail_ = e.type;
  }
  void look(const ActionAdded& e) { detail_ = e.rung ? std::string(key(*e.rung)) : std::string(); }
  void look(const ActionFinished& e) { detail_ = key(e.state); }
  void look(const PersonAsked& e) { detail_ = key(e.answer); }
  void look(const MeldcodeStepTaken& e) { detail_ = std::to_string(e.step); }
  void look(const RoundStarted&) { ++round_; }
  void look(const CaseReopened&) { ++round_; }

  const Events& history_;
  std::size_t place_ = 0;
  std::string phase_, here_, method_, detail_;
  std::optional<std::string> step_;
  std::map<std::string, std::string> roles_;
  std::set<std::string, std::less<>> unnamed_;  ///< ids and numbers of what was said without names
  bool anonymous_ = false;                      ///< the stay that is going on is
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
  for (std::size_t place = 0; place < history.size(); ++place) trace.add(reader.told(place));
  return page::xml_fragment(trace, 1);
}

std::string xes_end() { return "</log>\n"; }

}  // namespace casus::report
