// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json/json_fields.hpp"

#include <algorithm>

namespace casus::fields {

std::string child(const std::string& pointer, std::string_view key) {
  std::string out = pointer + '/';
  for (const char c : key) {
    if (c == '~') out += "~0";
    else if (c == '/') out += "~1";
    else out += c;
  }
  return out;
}

std::string shown(const json& value) {
  auto text = value.dump(-1, ' ', false, json::error_handler_t::replace);
  if (text.size() <= 60) return text;
  std::size_t end = 57;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;  // not inside a letter
  return text.substr(0, end) + "...";
}

void wrong(const json& in, Telling expected, const std::string& pointer, Problems& problems) {
  problems.push_back({pointer, tell("wrong.expected", {{"expected", std::move(expected)}, {"got", shown(in)}})});
}

Telling missing(std::string_view key) { return tell("wrong.missing", {{"key", key}}); }

bool is_missing(const Telling& told) { return told.id() == "wrong.missing"; }

Telling near(std::string_view text, const std::vector<std::string_view>& known) {
  const auto found = nearest(text, known);
  return found.empty() ? Telling() : tell("wrong.near", {{"near", found}});
}

void read(const json& in, std::string& out, const std::string& pointer, Problems& problems) {
  if (!in.is_string()) return wrong(in, tell("wrong.text"), pointer, problems);
  out = in.get_ref<const std::string&>();
}

void read(const json& in, bool& out, const std::string& pointer, Problems& problems) {
  if (!in.is_boolean()) return wrong(in, tell("wrong.flag"), pointer, problems);
  out = in.get<bool>();
}

void read(const json& in, double& out, const std::string& pointer, Problems& problems) {
  if (!in.is_number()) return wrong(in, tell("wrong.number"), pointer, problems);
  out = in.get<double>();
}

void read(const json& in, Decimal& out, const std::string& pointer, Problems& problems) {
  const auto number = in.is_string()   ? decimal_from(in.get_ref<const std::string&>())
                      : in.is_number() ? decimal_from(in.dump())
                                       : std::nullopt;
  if (!number) return wrong(in, tell("wrong.decimal"), pointer, problems);
  out = *number;
}

void read(const json& in, Date& out, const std::string& pointer, Problems& problems) {
  const auto date = in.is_string() ? date_from(in.get_ref<const std::string&>()) : std::nullopt;
  if (!date) return wrong(in, tell("wrong.day"), pointer, problems);
  out = *date;
}

void read(const json& in, Time& out, const std::string& pointer, Problems& problems) {
  const auto time = in.is_string() ? time_from(in.get_ref<const std::string&>()) : std::nullopt;
  if (!time) return wrong(in, tell("wrong.moment"), pointer, problems);
  out = *time;
}

void read(const json& in, std::vector<std::string>& out, const std::string& pointer, Problems& problems) {
  if (!in.is_array()) return wrong(in, tell("wrong.list"), pointer, problems);
  out.assign(in.size(), {});
  for (std::size_t i = 0; i < in.size(); ++i) read(in[i], out[i], pointer + '/' + std::to_string(i), problems);
}

std::optional<std::int64_t> whole_number(const json& in, std::int64_t least, std::uint64_t most,
                                         const std::string& pointer, Problems& problems) {
  if (!in.is_number_integer()) {
    wrong(in, tell("wrong.whole_number"), pointer, problems);
    return std::nullopt;
  }
  // The library keeps what is not negative as unsigned, and converts without looking.
  const bool above = in.is_number_unsigned() ? in.get<std::uint64_t>() > most
                                             : in.get<std::int64_t>() > 0 && in.get<std::uint64_t>() > most;
  const bool fits = !above && (in.is_number_unsigned() || in.get<std::int64_t>() >= least);
  if (fits) return in.get<std::int64_t>();
  wrong(in, tell("wrong.smaller_number"), pointer, problems);
  return std::nullopt;
}

std::optional<std::size_t> known_word(const json& in, const std::vector<std::string_view>& known,
                                      const std::string& pointer, Problems& problems, bool guess) {
  if (!in.is_string()) {
    wrong(in, tell("wrong.one_of", {{"known", joined(known)}}), pointer, problems);
    return std::nullopt;
  }
  const auto& text = in.get_ref<const std::string&>();
  const auto found = std::ranges::find(known, text);
  if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
  problems.push_back(
      {pointer, tell("wrong.not_one_of",
                     {{"known", joined(known)}, {"got", text}, {"near", guess ? near(text, known) : Telling()}})});
  return std::nullopt;
}

void ObjectReader::take(std::string_view key, bool needed, void* out, ReadMember member) {
  known_.push_back(key);
  const auto found = in_.find(key);
  if (found == in_.end()) {
    if (needed) problems_.push_back({pointer_, missing(key)});
    return;
  }
  ++taken_;
  member(*found, out, child(pointer_, key), problems_);
}

void ObjectReader::format(int known) {
  int given = known;
  required("format", given);
  if (given != known)
    problems_.push_back(
        {child(pointer_, "format"), known == 1 ? tell("wrong.format", {{"known", known}, {"got", given}})
                                               : tell("wrong.format_up_to", {{"known", known}, {"got", given}})});
}

void ObjectReader::languages(std::vector<Text::Other>& out) {
  out.clear();
  for (auto it = in_.begin(); it != in_.end(); ++it) {
    const auto lang = other_language(it.key());
    if (!lang) continue;
    Text::Other one{*lang, {}};
    take(it.key(), true, &one.words, &read_member<std::string>);
    out.push_back(std::move(one));
  }
}

void ObjectReader::finish() {
  if (taken_ == in_.size()) return;
  for (const auto& [name, value] : in_.items())
    if (std::ranges::find(known_, name) == known_.end())
      problems_.push_back(
          {child(pointer_, name), tell("wrong.unknown", {{"key", name}, {"near", near(name, known_)}})});
}

json write(std::string_view in) { return std::string(in); }
json write(const std::string& in) { return in; }
json write(bool in) { return in; }
json write(double in) { return in; }
json write(Decimal in) { return to_string(in); }
json write(Date in) { return to_string(in); }
json write(Time in) { return to_string(in); }

json write(const std::vector<std::string>& in) {
  json out = json::array();
  for (const auto& item : in) out.push_back(item);
  return out;
}

void ObjectWriter::put(std::string_view key, const void* in, WriteMember member, IsFresh left_out) {
  if (left_out == nullptr || !left_out(in)) out_[std::string(key)] = member(in);
}

}  // namespace casus::fields
