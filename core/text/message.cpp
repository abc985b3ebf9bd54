// SPDX-License-Identifier: EUPL-1.2
#include "core/text/message.hpp"

#include "core/text/field_place.hpp"
#include "core/text/voice.hpp"

#include <utility>

namespace casus::text {

struct Value::Held {
  std::vector<Message> messages;
  Text both;
  Way way;
};

Value::Value(std::string text) : text_(std::move(text)) {}
Value::Value(std::string_view text) : text_(text) {}
Value::Value(const char* text) : text_(text) {}
Value::Value(Kind kind, Held held) : kind_(kind), held_(std::make_shared<const Held>(std::move(held))) {}
Value::Value(Message message) : Value(Kind::message, {{std::move(message)}, {}, {}}) {}
Value::Value(std::vector<Message> list) : Value(Kind::list, {std::move(list), {}, {}}) {}
Value::Value(const Text& both) : Value(Kind::bilingual, {{}, both, {}}) {}
Value::Value(Way way) : Value(Kind::way, {{}, {}, std::move(way)}) {}

Value Value::gap(Message word) { return Value(Kind::gap, {{std::move(word)}, {}, {}}); }

Value Value::list(std::vector<Message> parts, Literal joined_by) {
  Value value(std::move(parts));
  value.joined_by_ = joined_by.text();
  return value;
}

Value Value::flag() {
  Value value;
  value.kind_ = Kind::flag;
  return value;
}

Value Value::day(std::string written, DayForm form) {
  Value value(std::move(written));
  value.kind_ = Kind::day;
  value.number_ = static_cast<int>(form);
  return value;
}

const Message& Value::message() const { return held_->messages.front(); }
const std::vector<Message>& Value::parts() const { return held_->messages; }
const Text& Value::bilingual() const { return held_->both; }
const Way& Value::way() const { return held_->way; }

bool Value::operator==(const Value& other) const {
  if (kind_ != other.kind_ || text_ != other.text_ || number_ != other.number_ || joined_by_ != other.joined_by_)
    return false;
  if (held_ == other.held_) return true;
  return held_ && other.held_ && held_->messages == other.held_->messages && held_->both == other.held_->both &&
         held_->way == other.held_->way;
}

Value all_of(std::vector<Message> parts) { return Value::list(std::move(parts), "text.and"); }
Value any_of(std::vector<Message> parts) { return Value::list(std::move(parts), "text.or"); }

Message::Message(const Text& both) {
  if (!both.empty()) arguments_.push_back({{}, both});
}

Message Message::verbatim(std::string words) {
  Message message;
  if (!words.empty()) message.arguments_.push_back({{}, std::move(words)});
  return message;
}

std::string Message::in(Lang lang) const { return Voice(lang).say(*this); }
std::string Message::in(const Voice& voice) const { return voice.say(*this); }

std::vector<Way> Message::ways() const {
  std::vector<Way> all;
  for (const auto& [name, value] : arguments_) {
    if (value.kind() == Value::Kind::way) all.push_back(value.way());
    if (value.kind() == Value::Kind::message || value.kind() == Value::Kind::list)
      for (const auto& part : value.parts())
        for (auto& way : part.ways()) all.push_back(std::move(way));
  }
  return all;
}

Message Message::listed(Value list) {
  Message message;
  message.arguments_.push_back({{}, std::move(list)});
  return message;
}

Value gap(Literal id) { return Value::gap(msg(id)); }
Value gap() { return gap("gap.text"); }

std::string Way::line() const {
  if (const auto field = field_of(*this)) {
    if (field->kind == FieldPlace::Kind::aside) return {};
    const std::string value(field->is_gap() ? "?" : field->value);
    if (field->kind == FieldPlace::Kind::value) return value;
    return std::string(field->name) + (value.empty() ? "" : "=" + value);
  }
  std::string line(path);
  for (const auto& field : fields) {
    line += ' ';
    line += field.name;
    line += '=';
    if (field.value.kind() == Value::Kind::gap) line += '?';
    else if (field.value.kind() == Value::Kind::number) line += std::to_string(field.value.number());
    else line += field.value.text();
  }
  return line;
}

}  // namespace casus::text
