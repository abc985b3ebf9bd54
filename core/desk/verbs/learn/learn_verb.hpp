// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/catalogue.hpp"
#include "core/desk/definitions.hpp"
#include "core/desk/forms/page_format.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/desk/typed/completed.hpp"
#include "core/learning/pages/pages.hpp"
#include "core/service/learning.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::desk {

/// What came of a command to a session.
using Learned = service::LearningAnswer;

/// Why this seat may not see or give what is of one person alone: on a screen that all share, or typed for another.
/// Nothing when it may.
std::optional<Refusal> not_in_private(const Desk& desk);

/// The session that is meant, or the last of its kind, as who sits at this desk may see it. Throws Usage when there is
/// none, or it is of another kind ("scan", "circle", "paper", "course", "area").
/// On a `shared` screen nobody's own hidden texts are in it.
learning::Session session_meant(Desk& desk, const std::string& kind, const std::string& given, bool shared = false);

/// Courses of which a meeting is still to be held, in the order in which they were planned.
std::vector<std::string> courses_going_on(Desk& desk);

/// A page of learning, on the screen or in a file.
struct LearnPaper {
  PageFormat format = PageFormat::text;
  store::OutputFile out;

  void shape(Slots& slots);
  void put(Desk& desk, Reply& reply, const page::Page& page, const nlohmann::json& document) const;
};

/// A verb that shows a page of one session; without its id of the last of its kind.
class SessionPage : public Verb {
 public:
  /// `called` is what stands for the id in the line to type: "SCAN".
  SessionPage(std::string_view called, Words about) : called_(called), about_(about) {}

  Access access() const override { return reads(Ground::team); }
  void shape(Slots& slots) override {
    slots.maybe(called_, session_, about_);
    paper_.shape(slots);
  }

 protected:
  std::string session_;
  LearnPaper paper_;

 private:
  std::string_view called_;
  Words about_;
};

/// A verb that gives one command to a session of the team's learning.
class LearnVerb : public Verb {
 public:
  Access access() const override { return does(Ground::team); }

 protected:
  /// What is of one person alone: refused where others see it.
  virtual bool is_private() const { return false; }
  virtual LearningBody body() const = 0;
  void run(Desk& desk, Reply& reply) override;
  /// What is said when it is done; the session as it is then.
  virtual text::Message done(const Learned& answer) const = 0;
  /// The same, for what stands in the session or the instrument and not in the answer.
  virtual text::Message done_at(Desk&, const Learned& answer) const { return done(answer); }
  /// What is asked before something goes for good; nothing when it may be done. Asked only of what would be done.
  virtual std::optional<Confirmation> asks(Desk&, const LearningCommand&) const { return std::nullopt; }

  std::string session_;
};

/// Says what is lost, and asks for the name of `what` it is lost from; --yes answers it.
Confirmation sure_of(const Desk& desk, const text::Message& lost, const std::string& what);

/// The verb that is one command: the words that it takes are fields of it. `Base` says which session, and for whom.
template <class Base, class Body, void (*Shape)(Slots&, Body&), text::Message (*Done)(const Body&, const Learned&)>
class Gives : public Base {
 public:
  void shape(Slots& slots) override {
    slots.of(body_);
    Shape(slots, body_);
  }

 protected:
  LearningBody body() const override { return body_; }
  text::Message done(const Learned& answer) const override { return Done(body_, answer); }

  Body body_;
};

/// The verb that first says what goes for good, and does it at the name of the session or with --yes.
template <class Base, text::Message (*Lost)(const std::string& session)>
class AsksFirst : public Base {
 public:
  void shape(Slots& slots) override {
    Base::shape(slots);
    slots.flag("yes", yes_, "learnhelp.yes");
  }

 protected:
  std::optional<Confirmation> asks(Desk& desk, const LearningCommand& command) const override {
    if (yes_) return std::nullopt;
    return sure_of(desk, Lost(command.session), command.session);
  }

 private:
  bool yes_ = false;
};

/// The same, of a session that need not be the last: `Which` asks for it.
template <class Base, void (*Which)(Slots&, std::string& session)>
class OfSession : public Base {
 public:
  void shape(Slots& slots) override {
    Base::shape(slots);
    Which(slots, this->session_);
  }
};

/// A command that takes no words.
template <class Body>
void no_words(Slots&, Body&) {}

/// The id that the answer gave to what was made; empty when nothing was.
std::string made_in(const Learned& answer);

}  // namespace casus::desk
