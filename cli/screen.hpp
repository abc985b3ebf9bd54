// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdio>
#include <string>
#include <string_view>

namespace casus::cli {

/// Where the program writes: answers on standard output, what went wrong on standard error. Colour on a terminal only,
/// and never when NO_COLOR is set.
class Screen {
 public:
  enum class Tone { plain, strong, quiet, good, warning, bad };

  Screen();
  /// Writes nothing: what is answered and what went wrong comes into `kept`, without colour.
  explicit Screen(std::string& kept) : kept_(&kept), colour_out_(false), colour_error_(false) {}

  /// Whether somebody can be asked something: the keyboard is ours, and what we say is read.
  bool can_ask() const;

  void line(std::string_view text = {}, Tone tone = Tone::plain);
  /// As it is: text that ends its own lines.
  void text(std::string_view text);
  void json(const nlohmann::json& document);
  void error(std::string_view text, Tone tone = Tone::plain);

  /// Everything that was written so far is out of our hands. Throws Fault(store) when it could not be written.
  void flush();

 private:
  void put(std::FILE* file, std::string_view text, Tone tone, bool colour, std::string_view end);

  std::string* kept_ = nullptr;
  bool colour_out_;
  bool colour_error_;
};

}  // namespace casus::cli
