// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/recurrence.hpp"
#include "core/base/time.hpp"
#include "core/text/message.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The words of a language for days and parts of time. They stand in the catalogue, so a language more is a file more.
namespace casus::text {

/// Ways of saying one thing: "1: Monday|mon" is the value 1, and "Monday" is what we say ourselves.
struct DayWord {
  std::string value;
  std::vector<std::string> said;
};

/// What one message of the group `days.` holds, as "VALUE: word|word; VALUE: word". What has another form is left out.
std::vector<DayWord> day_words(std::string_view text);

std::string month_name(unsigned month, Lang lang);
std::string weekday_name(Date date, Lang lang);

/// "2 december 2026"; a day that is none as it is written in files.
std::string day_in_words(Date date, Lang lang);
/// A day as files write it, as a meeting is called by; what is no day stays as it was written.
std::string day_in_words(std::string_view written, Lang lang, DayForm form);

/// The same as a message, for who does not know the language yet.
Message day_message(Date date, DayForm form = DayForm::date);
Message day_message(std::string_view written, DayForm form = DayForm::date);

/// "woensdag 2 december 2026": how a day that was typed is said back.
std::string day_in_full(Date date, Lang lang);

/// "elke woensdag", "elke 2 weken op maandag en vrijdag": how often something comes again, said so that it is read as
/// the same.
std::string again_in_words(const Recurrence& rule, Lang lang);

}  // namespace casus::text
