// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/answers.hpp"
#include "core/desk/catalogue.hpp"
#include "core/desk/completed.hpp"
#include "core/desk/definitions.hpp"
#include "core/learning/pages.hpp"
#include "core/service/learning.hpp"

#include <optional>
#include <string>

namespace casus::desk {

/// Why this seat may not see or give what is of one person alone: on a screen that all share, or typed for another.
/// Nothing when it may.
std::optional<Refusal> not_in_private(const Desk& desk);

/// The session that is meant, or the last of its kind, as who sits at this desk may see it. Throws Usage when there is
/// none.
/// On a `shared` screen nobody's own hidden texts are in it.
learning::Session session_meant(Desk& desk, const std::string& kind, const std::string& given, bool shared = false);

/// How a page of learning is put out.
enum class LearnFormat { text, markdown, html };

constexpr std::array<Named<LearnFormat>, 3> names_of(LearnFormat) {
  return {{{LearnFormat::text, "text", "word.learn_format.text"},
           {LearnFormat::markdown, "md", "word.learn_format.md"},
           {LearnFormat::html, "html", "word.learn_format.html"}}};
}

/// A page of learning, on the screen or in a file.
struct LearnPaper {
  LearnFormat format = LearnFormat::text;
  store::OutputFile out;

  void shape(Slots& slots);
  void put(Desk& desk, Reply& reply, const page::Page& page, const nlohmann::json& document) const;
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
  virtual text::Message done(const service::LearningAnswer& answer) const = 0;

  std::string session_;
};

}  // namespace casus::desk
