// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/face.hpp"
#include "core/desk/reply.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstdio>
#include <string>
#include <string_view>

namespace casus::cli {

/// Where the program writes: answers on standard output, what went wrong on standard error. Colour on a terminal only,
/// and never when NO_COLOR is set. Lines are broken between words on a terminal only, and never inside a command that
/// is there to be copied.
class Screen {
 public:
  using Tone = desk::Tone;

  Screen();
  /// Writes nothing: what is answered and what went wrong comes into `kept`, without colour.
  explicit Screen(std::string& kept) : kept_(&kept) {}

  /// Whether somebody can be asked something: the keyboard is ours, and what we say is read.
  bool can_ask() const;

  void line(std::string_view text = {}, Tone tone = Tone::plain);
  /// As it is: text that ends its own lines.
  void text(std::string_view text);
  void json(const nlohmann::json& document);
  void error(std::string_view text, Tone tone = Tone::plain);
  /// All that came of a verb.
  void draw(const desk::Reply& reply);
  /// The same where the answer is a page in another form: its bytes as they are, and what is said about it beside them.
  void draw_page(const desk::Reply& reply, std::string_view bytes);

  /// Everything that was written so far is out of our hands. Throws Fault(store) when it could not be written.
  void flush();

 private:
  struct Stream {
    std::FILE* file;
    bool colour = false;
    std::size_t width = 0;  ///< columns of the terminal; 0 for what is no terminal
  };
  void put(const Stream& stream, std::string_view text, Tone tone, std::string_view end);

  std::string* kept_ = nullptr;
  Stream out_{stdout};
  Stream error_{stderr};
};

}  // namespace casus::cli
