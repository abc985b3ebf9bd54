// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/refusal.hpp"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::page {
struct Page;
}

namespace casus::desk {

/// How it ended: all but the last are the exit codes of the command line (DESIGN 6).
enum class Status { done, refused, usage, bad_definition, fault, conflict, stopped };

/// How a line is meant; a face has its own colours, and nothing is meant by a tone alone.
enum class Tone { plain, strong, quiet, good, warning, bad };

/// One thing that is said.
struct Saying {
  std::string text;
  Tone tone = Tone::plain;
  bool block = false;  ///< ends its own lines, and is not broken anew
  bool aside = false;  ///< about the answer, not the answer itself: standard error on a terminal
  std::shared_ptr<const page::Page> laid_out =
      {};                    ///< a table or page, for a face that lays it out itself; null for the rest
  std::string to_read = {};  ///< what somebody at a terminal gets in its place, where the text is for a file or pipe
  bool look_on = false;      ///< where to look on: left out by a face that goes there itself
};

/// Something that cannot be undone is asked once more: whoever answers so gives the verb with this flag.
struct Confirmation {
  std::string question;
  std::string answer;
  std::string flag;    ///< name of the slot: "--yes"
  std::string unsure;  ///< what is said where nobody can be asked
  std::string kept;    ///< what is said to any other answer
};

/// What is wrong with one field of a form; of none in particular when the name is empty.
struct FieldProblem {
  std::string field;
  std::string text;
};

/// What came of a verb, for a face to draw: what is said, in its order, or one document. It is made whole before
/// anything is drawn, so a face may keep it, lay it out anew, or send it on.
class Reply {
 public:
  Status status = Status::done;

  void line(std::string text = {}, Tone tone = Tone::plain) { sayings_.push_back({std::move(text), tone}); }
  /// Where to look on, for a face that does not go there itself.
  void look_on(std::string text) {
    line(std::move(text), Tone::quiet);
    sayings_.back().look_on = true;
  }
  /// Text that ends its own lines.
  void text(std::string text) { sayings_.push_back({std::move(text), Tone::plain, true}); }
  /// About the answer: what went wrong, what to do, how fast it went.
  void error(std::string text, Tone tone = Tone::plain) { sayings_.push_back({std::move(text), tone, false, true}); }
  /// One paragraph, with `lead` before it; on a terminal the other lines stand below its text. After "* " or "- " it is
  /// an item of a list.
  void prose(std::string_view lead, std::string_view text);
  /// "label: text"; nothing when the text is empty.
  void fact(std::string_view label, std::string_view text);
  /// Columns under a header: said as text for a terminal, and kept for a face that is wider or narrower.
  void table(std::vector<std::string> header, std::vector<std::vector<std::string>> rows);
  /// A page: kept as it is, and said as text.
  void page(page::Page page);
  /// Text for a terminal that a face which is wider or narrower lays out itself, as this page.
  /// `to_read`: the same for a person, where the text itself is that of a file.
  void text(std::string text, page::Page laid_out, std::string to_read = {});
  /// A picture (SVG): kept as it is, and said as it stands.
  void picture(std::string svg);
  /// The one document of a face for programs.
  void json(nlohmann::json document);

  const std::vector<Saying>& sayings() const { return sayings_; }
  /// Null when there is none.
  const nlohmann::json* document() const { return document_.get(); }

  const page::Page* page() const { return page_.get(); }
  const std::string& picture() const { return picture_; }  ///< empty when there is none

  std::string case_id;                       ///< in which it was done; empty when it was in none
  std::optional<Refusal> refusal;            ///< why not, with `refused`: said too
  std::vector<FieldProblem> problems{};      ///< with `usage`, where it is known which field: said too
  std::optional<Confirmation> confirmation;  ///< with `usage`: it is done when this is answered
  std::vector<text::Way> ways{};             ///< that it told of, said too: links for a face that has them

 private:
  std::vector<Saying> sayings_;
  std::shared_ptr<const nlohmann::json> document_;
  std::shared_ptr<const page::Page> page_;
  std::string picture_;
};

}  // namespace casus::desk
