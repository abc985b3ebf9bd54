// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json/strict_json.hpp"

#include "core/base/json/json_fields.hpp"
#include "core/base/json/json_place.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace casus {
namespace {

using nlohmann::json;

/// Where the nesting first goes too deep, or npos. Looked at before parsing, so that no later step can run out of
/// stack.
std::size_t too_deep(std::string_view bytes, std::size_t most) {
  std::size_t depth = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (in_text) {
      if (c == '\\') ++i;
      else if (c == '"') in_text = false;
    } else if (c == '"') {
      in_text = true;
    } else if (c == '{' || c == '[') {
      if (++depth > most) return i;
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return std::string_view::npos;
}

/// Where the first letter begins that is not UTF-8, of a text that has one.
std::size_t first_not_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (!is_utf8(bytes.substr(at, length))) return at;
    at += length;
  }
  return bytes.size();
}

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

/// The letter at a place, whole.
std::string letter_at(std::string_view bytes, std::size_t at) {
  auto end = at + 1;
  while (end < bytes.size() && (static_cast<unsigned char>(bytes[end]) & 0xC0U) == 0x80U) ++end;
  return std::string(bytes.substr(at, end - at));
}

/// What a person did who wrote this: the parser says what it could have done with, and that in one language.
Telling slip(std::string_view bytes, std::size_t at) {
  if (std::ranges::all_of(bytes, is_blank)) return tell("wrong.nothing_in_it");
  if (at >= bytes.size()) return tell("wrong.ends_early");
  if (bytes[at] == '\n') return tell("wrong.line_in_text");
  if (has_control(bytes.substr(at, 1))) return tell("wrong.control_here");
  const auto got = letter_at(bytes, at);
  auto before = at;
  while (before > 0 && is_blank(bytes[before - 1])) --before;
  const char last = before > 0 ? bytes[before - 1] : '\0';
  if (last == ',' && (got == "}" || got == "]")) return tell("wrong.comma_too_many", {{"got", got}});
  constexpr std::string_view kEndsValue = "\"}]0123456789el";
  if (last != '\0' && kEndsValue.find(last) != std::string_view::npos &&
      std::string_view("\"{[").find(got) != std::string_view::npos)
    return tell("wrong.comma_missing", {{"got", got}});
  if (got == "/" || got == "#") return tell("wrong.remark_here");
  for (const std::string_view quote : {"'", "`", "\u2018", "\u2019", "\u201c", "\u201d", "\u201e"})
    if (got == quote) return tell("wrong.other_quote", {{"got", got}});
  return tell("wrong.no_json", {{"got", got}});
}

/// Makes the value and looks at it on the way. The parser's own callback would do, but with one it takes time by the
/// square of a list's length.
class Maker final : public nlohmann::json_sax<json> {
 public:
  Maker(std::string_view bytes, std::string_view first_key, Problems& problems)
      : bytes_(bytes), first_key_(first_key), problems_(problems) {}

  bool null() override { return put(nullptr); }
  bool boolean(bool value) override { return put(value); }
  bool number_integer(number_integer_t value) override { return put(value); }
  bool number_unsigned(number_unsigned_t value) override { return put(value); }
  bool number_float(number_float_t value, const string_t&) override { return put(value); }
  bool binary(binary_t& value) override { return put(std::move(value)); }
  bool string(string_t& text) override {
    const bool control = has_control(text);
    put(std::move(text));
    if (control) problems_.push_back({pointer(), tell("wrong.control_text")});
    return true;
  }
  bool start_object(std::size_t) override { return open(json::object()); }
  bool start_array(std::size_t) override { return open(json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    auto& here = open_.back();
    // What an editor wants to know may stand above it.
    const bool first = open_.size() == 1 && name != "$schema" && here.value->size() == here.value->count("$schema");
    if (first && !first_key_.empty() && name != first_key_)
      problems_.push_back({"", tell("wrong.first_key", {{"key", first_key_}, {"got", name}})});
    here.key = name;
    if (has_control(name)) problems_.push_back({pointer(), tell("wrong.control_key")});
    if (here.value->contains(name)) problems_.push_back({pointer(), tell("wrong.twice", {{"key", name}})});
    return true;
  }

  bool parse_error(std::size_t position, const std::string& token, const nlohmann::detail::exception& error) override {
    // Of a text in the wrong place the parser has read the whole, and tells its end.
    const bool text = token.size() > 1 && token.front() == '"' && token.back() == '"' && token.size() <= position;
    const auto at = text ? position - token.size() : position == 0 ? 0 : position - 1;
    const bool too_large = std::string_view(error.what()).find("number overflow") != std::string_view::npos;
    problems_.push_back(
        {"", too_large ? tell("wrong.too_large", {{"got", token}}) : slip(bytes_, at), place_at(bytes_, at)});
    return false;
  }

  json take() { return std::move(made_); }

 private:
  struct Open {
    json* value;
    std::string key;  // of an object, the last that was read
  };

  json* add(json value) {
    if (open_.empty()) return &(made_ = std::move(value));
    auto& [into, key] = open_.back();
    if (into->is_array()) {
      into->push_back(std::move(value));
      return &into->back();
    }
    return &((*into)[key] = std::move(value));
  }

  bool put(json value) {
    add(std::move(value));
    return true;
  }

  // The address stays: nothing is added to what lies above before this is closed.
  bool open(json empty) {
    open_.push_back({add(std::move(empty)), {}});
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  std::string pointer() const {
    std::string out;
    for (const auto& [value, key] : open_)
      out = fields::child(out, value->is_array() ? std::to_string(value->size() - 1) : key);
    return out;
  }

  std::string_view bytes_;
  std::string_view first_key_;
  Problems& problems_;
  std::vector<Open> open_;
  json made_;
};

}  // namespace

json strict_json(std::string_view bytes, const JsonBounds& bounds, Problems& problems) {
  const auto refuse = [&](Telling message, FilePlace at = {}) {
    problems.push_back({"", std::move(message), at});
    return json();
  };
  if (bytes.size() > bounds.bytes)
    return refuse(tell("wrong.too_long", {{"most", bounds.bytes}, {"got", bytes.size()}}));
  if (!is_utf8(bytes)) return refuse(tell("wrong.utf8"), place_at(bytes, first_not_utf8(bytes)));
  if (const auto at = too_deep(bytes, bounds.depth); at != std::string_view::npos)
    return refuse(tell("wrong.too_deep", {{"most", bounds.depth}}), place_at(bytes, at));
  Maker maker(bytes, bounds.first_key, problems);
  if (!json::sax_parse(bytes, &maker)) return {};
  auto made = maker.take();
  if (!made.is_object()) {
    fields::wrong(made, tell("wrong.object"), "", problems);
    return {};
  }
  return made;
}

}  // namespace casus
