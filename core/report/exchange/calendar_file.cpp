// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/exchange/calendar.hpp"

#include <libical/ical.h>

#include <ctime>

#include <memory>

namespace casus::report {

namespace {

struct FreeComponent {
  void operator()(icalcomponent* it) const { icalcomponent_free(it); }
};
struct FreeText {
  void operator()(char* it) const { icalmemory_free_buffer(it); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

icaltimetype ical_day(Date date) {
  auto out = icaltime_null_date();
  out.year = static_cast<int>(date.year());
  out.month = static_cast<int>(static_cast<unsigned>(date.month()));
  out.day = static_cast<int>(static_cast<unsigned>(date.day()));
  return out;
}

icaltimetype ical_moment(Time time) {
  return icaltime_from_timet_with_zone(static_cast<time_t>(time.time_since_epoch().count()), 0,
                                       icaltimezone_get_utc_timezone());
}

Component event_of(const CalendarEntry& entry) {
  Component event(icalcomponent_new(ICAL_VEVENT_COMPONENT));
  const auto add = [&](icalproperty* property) { icalcomponent_add_property(event.get(), property); };
  add(icalproperty_new_uid(entry.uid.c_str()));
  add(icalproperty_new_dtstamp(ical_moment(entry.changed)));
  add(icalproperty_new_sequence(static_cast<int>(entry.sequence)));
  if (entry.cancelled) add(icalproperty_new_status(ICAL_STATUS_CANCELLED));
  if (entry.day) {
    add(icalproperty_new_dtstart(ical_day(*entry.day)));
    add(icalproperty_new_dtend(ical_day(plus_days(*entry.day, 1))));
    add(icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));  // a day on which something is due is not a busy day
  } else if (entry.begins && entry.ends) {
    add(icalproperty_new_dtstart(ical_moment(*entry.begins)));
    add(icalproperty_new_dtend(ical_moment(*entry.ends)));
  } else {
    throw Fault(Fault::Kind::definition, "a calendar entry needs a day, or a beginning and an end");
  }
  add(icalproperty_new_summary(page::one_line(entry.summary).c_str()));
  add(icalproperty_new_class(ICAL_CLASS_PRIVATE));
  return event;
}

}  // namespace

std::string calendar_file(const std::vector<CalendarEntry>& entries, std::string_view name) {
  Component calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
  const auto add = [&](icalproperty* property) { icalcomponent_add_property(calendar.get(), property); };
  add(icalproperty_new_version("2.0"));
  add(icalproperty_new_prodid("-//Casusberaad//casus//NL"));
  auto* const called = icalproperty_new_x(page::one_line(name).c_str());
  icalproperty_set_x_name(called, "X-WR-CALNAME");
  add(called);
  for (const auto& entry : entries) icalcomponent_add_component(calendar.get(), event_of(entry).release());
  const std::unique_ptr<char, FreeText> text(icalcomponent_as_ical_string_r(calendar.get()));
  return text.get();
}

}  // namespace casus::report
