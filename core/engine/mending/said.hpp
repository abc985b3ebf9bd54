// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/text.hpp"
#include "core/model/events.hpp"
#include "core/model/team/team.hpp"
#include "core/text/message.hpp"

#include <string>
#include <string_view>
#include <vector>

/// What an event holds, by the names of its fields: asked by whatever puts it right. Made once from the description of
/// every event, so that a new kind of event needs a line in `about` alone.
namespace casus::engine {

/// The record that an event is about.
struct About {
  std::string ref;     ///< "b3", "p4", "title"; empty for what stands alone
  bool words = false;  ///< gives the record its words, in contrast with what rests on it
};
About about(const EventBody& body);

/// Whether the event can be left out of a history. What moves a case through its stages cannot, nor what puts right.
bool can_be_taken_back(const EventBody& body);

/// Whether events before it read otherwise by it, so that the case has to be folded anew.
bool puts_right(const EventBody& body);

/// The record that an event puts right; empty for what puts nothing right.
std::string mended_ref(const EventBody& body);

/// A field in which somebody writes what they like, in contrast with ids, numbers and closed lists.
bool is_text(std::string_view field);
/// A field that names a person of the case.
bool is_person(std::string_view field);

/// What people call it; the key itself for what they never set.
text::Message field_words(std::string_view field);

// Of an event of a case or of the team; made for both in one source.

/// Its texts that are not empty: field and text. Names of people lie apart and are not among them.
template <class Body>
std::vector<FieldNow> texts_of(const Body& body);
/// The field that other words go to when nobody names one; empty when the event has no text.
template <class Body>
std::string main_field(const Body& body);
/// Every text gone, and every name; ids, numbers and closed lists stay.
template <class Body>
void take_out_texts(Body& body);
/// Ids of the people whose names lie in it.
std::vector<std::string> names_in(const auto& body);
/// Ids of the people that it refers to.
std::vector<std::string> people_in(const auto& body);

/// As somebody would type it; empty for what is not there.
std::string field_of(const auto& body, std::string_view field);

enum class FieldSet { done, no_such_field, does_not_fit };
/// Puts a value in a field, from what was typed: keys and words of closed lists in both languages, days, numbers, lists
/// with "|" between. Fields that hold the history together cannot be set.
FieldSet set_field(auto& body, std::string_view field, std::string_view value);
/// What can be set in it.
std::vector<std::string> fields_of(const auto& body);
/// The key of the field that is called so in either language; what was typed when none is.
std::string field_meant(const auto& body, std::string_view typed);
/// What can be set in it, in words.
std::vector<text::Message> words_of_fields(const auto& body);

}  // namespace casus::engine
